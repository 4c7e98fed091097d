import { families, FeatureList } from './feature-list';
import { extractFeatures, featuresVersion } from './features';
import { type Label, labels } from './labels';
import { type SectionKind, sectionKinds } from '../rubric/ids';
import { noSlot, SeenOnce, SlotTable } from './slots';
import { tokenize } from './tokens';
import { WeightSums } from './slot-weights';
import { decodeModel, type ModelFile } from './weights-file';
import { WordingJudge } from './wordingJudge';

/** Something about the sentence that spoke for or against a label. */
export interface Reason {
  /** The kind of feature: "word", "stems-2", "deed" … */
  family: string;
  /** The words it covers: UTF-16 offsets into the judged text, half-open. */
  start: number;
  end: number;
  /** How much it moved the score; negative where it spoke against the label. */
  weight: number;
}

/** How certain the model is of each label for a stretch of text. */
export interface Certainties {
  /** Calibrated probability, 0..1. */
  certainty(label: Label): number;
}

/** How certain the model is of each label for one sentence. */
export interface Judgement extends Certainties {
  /**
   * The same for each segment by itself, in their order: in a long sentence one clause may show what the rest of it drowns. Empty for a
   * sentence of one segment. Worked out on demand, and cheap right after the sentence was judged.
   */
  segments(): readonly Certainties[];
  /** What the second judge makes of its wording: the log odds of the rules of phrasing, then of the kinds of evidence. Worked out on demand. */
  wording(): Float32Array;
  /** The features that spoke, strongest first. Worked out on demand: it reads the sentence again. */
  explain(label: Label): Reason[];
}

export interface Judge {
  /**
   * Judges one sentence: its plain text, without Markdown's marks, and the section it stands in.
   * With no section, the likeliest one by the sentence alone is assumed.
   */
  judge(text: string, section: SectionKind | undefined): Judgement;
}

const columnOf = new Map<Label, number>(labels.map((label, column) => [label, column]));
const labelCount = labels.length;
/** The first of the labels for sections, which come last and heed no feature that depends on the section. */
const firstSection = labelCount - sectionKinds.length;

/**
 * Reads a weights file, inflated. Throws an error with a clear message when the bytes are damaged, cut short, or made for
 * another version of the features.
 */
export function loadJudge(bytes: Uint8Array): Judge {
  const model = decodeModel(bytes);
  if (model.meta.features !== featuresVersion || model.meta.labels.join() !== labels.join()) {
    throw new Error('The weights file was made for another version of the judge: run "npm run train".');
  }
  return new SentenceJudge(model);
}

function certaintiesIn(certainties: Float64Array): Certainties {
  return { certainty: (label) => certainties[columnOf.get(label)!] ?? 0 };
}

/** A question for reasons. */
interface Explained {
  readonly text: string;
  readonly section: SectionKind;
  readonly label: number;
}

/** A linear judge, with a judge of the wording beside it. */
class SentenceJudge implements Judge {
  private readonly slots: SlotTable;
  private readonly weights: WeightSums;
  private readonly wording: WordingJudge;
  private readonly list = new FeatureList();
  private readonly seen = new SeenOnce();
  /** The slots of the sentence just read, and the feature of each: `foundInSection` are those before which no feature depends on the section. */
  private found = new Int32Array(2048);
  private foundAt = new Int32Array(2048);
  private foundInSection = 0;
  private foundCount = 0;
  /** Whose features `list` holds: a sentence is often explained right after it was judged. */
  private listed: { readonly text: string; readonly section: SectionKind | undefined } | undefined;

  /** What was explained last: whoever asks for reasons asks once for each word. */
  private last: (Explained & { readonly reasons: Reason[] }) | undefined;

  constructor(private readonly model: ModelFile) {
    this.slots = new SlotTable(model.keys);
    this.weights = new WeightSums(model.weights, labelCount);
    this.wording = new WordingJudge(model.wording);
  }

  judge(text: string, section: SectionKind | undefined): Judgement {
    const assumed = section ?? this.likeliestSection(text);
    const certainties = this.certainties(text, assumed);
    return {
      ...certaintiesIn(certainties),
      segments: () => this.segments(text, assumed),
      wording: () => this.wording.odds(tokenize(text), assumed),
      explain: (label) => this.explain(text, assumed, columnOf.get(label)!),
    };
  }

  private likeliestSection(text: string): SectionKind {
    const certainties = this.certainties(text, undefined).subarray(firstSection);
    return sectionKinds[certainties.indexOf(Math.max(...certainties))]!;
  }

  private certainties(text: string, section: SectionKind | undefined): Float64Array {
    const { list, weights } = this;
    this.readFeatures(text, section);
    const scores = new Float64Array(labelCount);
    const unsectioned = new Float64Array(labelCount);
    this.addWeights(0, this.foundInSection);
    weights.sums(unsectioned);
    this.addWeights(this.foundInSection, this.foundCount);
    weights.sums(scores);
    weights.clear();
    if (list.sectionFrom < list.length) scores.set(unsectioned.subarray(firstSection), firstSection);
    for (let label = 0; label < labelCount; label++)
      scores[label] = this.calibrated(label, scores[label]! * this.scale(label));
    return scores;
  }

  /** The certainty of a label, by the sum of its weights, scaled. */
  private calibrated(label: number, sum: number): number {
    const { units, biases, slopes, offsets } = this.model.meta;
    const score = sum * units[label]! + biases[label]!;
    return 1 / (1 + Math.exp(-(slopes[label]! * score + offsets[label]!)));
  }

  private segments(text: string, section: SectionKind): Certainties[] {
    const { list } = this;
    this.readFeatures(text, section);
    const sizes = list.segmentSizes();
    if (sizes.length < 2) return [];
    const totals = new Int32Array(sizes.length * labelCount);
    for (let i = 0; i < this.foundCount; i++) {
      const segment = list.segmentOf(this.foundAt[i]!);
      if (segment >= 0) this.weights.addTo(this.found[i]!, totals, segment * labelCount);
    }
    return sizes.map((size, segment) => {
      const own = totals.subarray(segment * labelCount, (segment + 1) * labelCount);
      return certaintiesIn(
        Float64Array.from(own, (sum, label) => this.calibrated(label, sum / Math.sqrt(size))),
      );
    });
  }

  private addWeights(from: number, end: number): void {
    for (let i = from; i < end; i++) this.weights.add(this.found[i]!);
  }

  /** The slots of the features just read, each once, in their order: found before the first is looked into, so that memory is waited for once and not in turns. */
  private findSlots(): void {
    const { list, slots, seen } = this;
    const { hashes, length, sectionFrom } = list;
    if (this.found.length < length) {
      this.found = new Int32Array(hashes.length);
      this.foundAt = new Int32Array(hashes.length);
    }
    const { found, foundAt } = this;
    let count = 0;
    seen.begin(length);
    for (let i = 0; i < length; i++) {
      if (i === sectionFrom) this.foundInSection = count;
      const hash = hashes[i]!;
      const slot = slots.find(hash);
      if (slot === noSlot || !seen.first(hash)) continue;
      foundAt[count] = i;
      found[count++] = slot;
    }
    this.foundCount = count;
    if (sectionFrom >= length) this.foundInSection = count;
  }

  private readFeatures(text: string, section: SectionKind | undefined): void {
    if (this.listed?.text === text && this.listed.section === section) return;
    extractFeatures(text, section, this.list);
    this.findSlots();
    this.listed = { text, section };
  }

  /** What each feature of the sentence just read is worth: long sentences have more of them. */
  private scale(label: number): number {
    return 1 / Math.sqrt(Math.max(1, label < firstSection ? this.list.length : this.list.sectionFrom));
  }

  private explain(text: string, section: SectionKind, label: number): Reason[] {
    const { last } = this;
    if (last?.text === text && last.section === section && last.label === label) return last.reasons;
    const reasons = this.reasons(text, section, label);
    this.last = { text, section, label, reasons };
    return reasons;
  }

  private reasons(text: string, section: SectionKind, label: number): Reason[] {
    const { list, slots, seen, weights, model } = this;
    this.readFeatures(text, section);
    const unit = model.meta.units[label]! * model.meta.slopes[label]! * this.scale(label);
    const count = label < firstSection ? list.length : list.sectionFrom;
    const reasons: Reason[] = [];
    seen.begin(list.length);
    for (let i = 0; i < count; i++) {
      const hash = list.hashes[i]!;
      const slot = slots.find(hash);
      if (slot === noSlot || !seen.first(hash)) continue;
      const weight = weights.at(slot, label) * unit;
      if (weight === 0) continue;
      reasons.push({
        family: families[list.families[i]!]!,
        start: list.starts[i]!,
        end: list.ends[i]!,
        weight,
      });
    }
    return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}
