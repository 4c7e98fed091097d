import { families, FeatureList } from './feature-list';
import { extractFeatures, featuresVersion } from './features';
import { type Label, labels, type SectionKind, sectionKinds } from './labels';
import { decodeModel, type ModelFile, type Thresholds } from './weights-file';

/** Something about the sentence that spoke for or against a label. */
export interface Reason {
  /** The kind of feature: "word", "words-2", "skeleton-3" … */
  family: string;
  /** The words it covers: UTF-16 offsets into the judged text, half-open. */
  start: number;
  end: number;
  /** How much it moved the score; negative where it spoke against the label. */
  weight: number;
}

/** How certain the model is of each label for one sentence. */
export interface Judgement {
  /** Calibrated probability, 0..1. */
  certainty(label: Label): number;
  /** The features that spoke, strongest first. Worked out on demand: it reads the sentence again. */
  explain(label: Label): Reason[];
}

export interface Judge {
  /**
   * Judges one sentence: its plain text, without Markdown's marks, and the section it stands in.
   * With no section, the likeliest one by the sentence alone is assumed.
   */
  judge(text: string, section: SectionKind | undefined): Judgement;
  /** The certainties from which on a label counts. */
  thresholds(label: Label): Thresholds;
}

const columnOf = new Map<Label, number>(labels.map((label, column) => [label, column]));

/**
 * Reads a weights file. Throws an error with a clear message when the bytes are damaged, cut short, or made for
 * another version of the features.
 */
export function loadJudge(bytes: Uint8Array): Judge {
  const model = decodeModel(bytes);
  if (model.meta.features !== featuresVersion || model.meta.labels.join() !== labels.join()) {
    throw new Error('The weights file was made for another version of the judge: run "npm run train".');
  }
  return new LinearJudge(model);
}

class LinearJudge implements Judge {
  private readonly table: FeatureTable;
  private readonly list = new FeatureList();

  constructor(private readonly model: ModelFile) {
    this.table = new FeatureTable(model.hashes);
  }

  judge(text: string, section: SectionKind | undefined): Judgement {
    const assumed = section ?? this.likeliestSection(text);
    const certainties = this.certainties(text, assumed);
    return {
      certainty: (label) => certainties[columnOf.get(label)!] ?? 0,
      explain: (label) => this.explain(text, assumed, columnOf.get(label)!),
    };
  }

  thresholds(label: Label): Thresholds {
    return this.model.meta.thresholds[columnOf.get(label)!]!;
  }

  private likeliestSection(text: string): SectionKind {
    const certainties = this.certainties(text, undefined);
    const first = labels.length - sectionKinds.length;
    let best = 0;
    for (let i = 1; i < sectionKinds.length; i++) if (certainties[first + i]! > certainties[first + best]!) best = i;
    return sectionKinds[best]!;
  }

  private certainties(text: string, section: SectionKind | undefined): Float64Array {
    const { list, table, model } = this;
    extractFeatures(text, section, list);
    const scores = new Float64Array(labels.length);
    const firstSection = labels.length - sectionKinds.length;
    table.begin();
    for (let i = 0; i < list.length; i++) {
      const feature = table.take(list.hashes[i]!);
      if (feature < 0) continue;
      const to = model.from[feature + 1]!;
      for (let at = model.from[feature]!; at < to; at++) scores[model.columns[at]!]! += model.weights[at]!;
    }
    const { units, biases, slopes, offsets } = model.meta;
    const whole = 1 / Math.sqrt(Math.max(1, list.length));
    const unsectioned = 1 / Math.sqrt(Math.max(1, list.sectionFrom));
    for (let label = 0; label < scores.length; label++) {
      const length = label < firstSection ? whole : unsectioned;
      const score = scores[label]! * units[label]! * length + biases[label]!;
      scores[label] = 1 / (1 + Math.exp(-(slopes[label]! * score + offsets[label]!)));
    }
    return scores;
  }

  private explain(text: string, section: SectionKind, label: number): Reason[] {
    const { list, table, model } = this;
    extractFeatures(text, section, list);
    const unit = (model.meta.units[label]! * model.meta.slopes[label]!) / Math.sqrt(Math.max(1, list.length));
    const reasons: Reason[] = [];
    table.begin();
    for (let i = 0; i < list.length; i++) {
      const feature = table.take(list.hashes[i]!);
      if (feature < 0) continue;
      for (let at = model.from[feature]!; at < model.from[feature + 1]!; at++) {
        if (model.columns[at] !== label) continue;
        const family = families[list.families[i]!]!;
        reasons.push({ family, start: list.starts[i]!, end: list.ends[i]!, weight: model.weights[at]! * unit });
      }
    }
    return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}

/** Finds features by hash (open addressing), each at most once a sentence. */
class FeatureTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly taken: Int32Array;
  private turn = 0;

  constructor(hashes: Int32Array) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(-1);
    this.values = new Int32Array(size);
    this.taken = new Int32Array(hashes.length);
    for (let feature = 0; feature < hashes.length; feature++) {
      let slot = hashes[feature]! & this.mask;
      while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = hashes[feature]!;
      this.values[slot] = feature;
    }
  }

  /** Starts a new sentence. */
  begin(): void {
    this.turn++;
  }

  /** The number of the feature with that hash, or -1 when there is none or it was taken in this sentence already. */
  take(hash: number): number {
    let slot = hash & this.mask;
    for (let key = this.keys[slot]!; key !== -1; key = this.keys[slot]!) {
      if (key === hash) {
        const feature = this.values[slot]!;
        if (this.taken[feature] === this.turn) return -1;
        this.taken[feature] = this.turn;
        return feature;
      }
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }
}
