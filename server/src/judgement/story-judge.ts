import { contextLabels, contextWidth, cutLogOdds, placeNumbers } from './context';
import { evidenceLabels, labels, phrasingLabels, type SectionKind } from './labels';
import type { Judgement } from './judge';
import type { ModelFile } from './weights-file';

const width = contextLabels.length;
const evidenceCount = evidenceLabels.length;
const firstEvidence = phrasingLabels.length;
/** How many log odds of a sentence its neighbours see. */
const told = firstEvidence + evidenceCount;

/** Where the groups of numbers stand in a row of `contextFeatures`. */
const ownFrom = 0;
const previousFrom = told;
const nextFrom = 2 * told;
const beforeFrom = 3 * told;
const afterFrom = beforeFrom + evidenceCount;
const placeFrom = afterFrom + evidenceCount;

/** What one sentence adds to its own scores and to those of the sentences beside it: worked out once, wherever it stands. */
interface Voice {
  odds: Float64Array;
  own: Float64Array;
  asPrevious: Float64Array;
  asNext: Float64Array;
}

/**
 * Judges the sentences of a story in the light of each other. The same sums as weights times `contextFeatures`, but only what a story
 * changes is added up anew: a sentence's own part and the parts it lends its neighbours are kept with its judgement, and the highest odds
 * so far change at few sentences.
 */
export class StoryJudge {
  /** `[number of the row * width + label]`. */
  private readonly columns: Float64Array;
  private readonly voices = new WeakMap<Judgement, Voice>();
  /** What the neighbour that the first and the last sentence lack would add. */
  private readonly silence: Voice;

  constructor(private readonly model: ModelFile) {
    this.columns = columnsOf(model);
    this.silence = this.voiceOf(new Float64Array(labels.length).fill(cutLogOdds(0)));
  }

  /**
   * The certainties of all sentences, `[sentence * contextLabels.length + label]`. Takes judgements and sections in the order of the text.
   */
  judge(judgements: readonly Judgement[], sections: readonly SectionKind[]): Float64Array {
    const count = judgements.length;
    const voices = judgements.map((judgement) => this.heard(judgement));
    const scores = new Float64Array(count * width);
    this.addSoFar(scores, voices, beforeFrom, 0, 1);
    this.addSoFar(scores, voices, afterFrom, count - 1, -1);
    const places = placeNumbers(sections);
    for (let i = 0; i < count; i++) {
      addTo(scores, i, voices[i]!.own);
      addTo(scores, i, (voices[i - 1] ?? this.silence).asPrevious);
      addTo(scores, i, (voices[i + 1] ?? this.silence).asNext);
      for (const [offset, value] of places[i]!) this.add(scores, i * width, placeFrom + offset, value);
    }
    const { biases, slopes, offsets } = this.model.meta.context;
    for (let at = 0; at < scores.length; at++) {
      const label = at % width;
      const score = scores[at]! + biases[label]!;
      scores[at] = 1 / (1 + Math.exp(-(slopes[label]! * score + offsets[label]!)));
    }
    return scores;
  }

  private heard(judgement: Judgement): Voice {
    let voice = this.voices.get(judgement);
    if (voice === undefined) {
      voice = this.voiceOf(Float64Array.from(labels, (label) => cutLogOdds(judgement.certainty(label))));
      this.voices.set(judgement, voice);
    }
    return voice;
  }

  private voiceOf(odds: Float64Array): Voice {
    const sum = (from: number): Float64Array => {
      const scores = new Float64Array(width);
      for (let at = 0; at < told; at++) this.add(scores, 0, from + at, odds[at]!);
      return scores;
    };
    return { odds, own: sum(ownFrom), asPrevious: sum(previousFrom), asNext: sum(nextFrom) };
  }

  /**
   * Adds to each sentence's scores what the highest odds of each evidence kind among the sentences before it say, going through the
   * story from the first one by `step`.
   */
  private addSoFar(
    scores: Float64Array,
    voices: readonly Voice[],
    from: number,
    first: number,
    step: number,
  ): void {
    const highest = new Float64Array(evidenceCount).fill(cutLogOdds(0));
    const sums = new Float64Array(width);
    highest.forEach((value, kind) => this.add(sums, 0, from + kind, value));
    for (let i = first; i >= 0 && i < voices.length; i += step) {
      addTo(scores, i, sums);
      const { odds } = voices[i]!;
      for (let kind = 0; kind < evidenceCount; kind++) {
        const rise = odds[firstEvidence + kind]! - highest[kind]!;
        if (rise <= 0) continue;
        this.add(sums, 0, from + kind, rise);
        highest[kind]! += rise;
      }
    }
  }

  /** Adds a number of the row, with the weights that all labels give it, to the scores that begin at `to`. */
  private add(scores: Float64Array, to: number, at: number, value: number): void {
    const { columns } = this;
    for (let label = 0; label < width; label++) scores[to + label]! += columns[at * width + label]! * value;
  }
}

function addTo(scores: Float64Array, sentence: number, part: Float64Array): void {
  for (let label = 0; label < width; label++) scores[sentence * width + label]! += part[label]!;
}

/** The context weights as they apply to the numbers of `contextFeatures`, without units and scales to heed. */
function columnsOf({ meta, context }: ModelFile): Float64Array {
  const { units, scales } = meta.context;
  const columns = new Float64Array(contextWidth * width);
  for (let label = 0; label < width; label++)
    for (let at = 0; at < contextWidth; at++)
      columns[at * width + label] = context[label * contextWidth + at]! * units[label]! * scales[at]!;
  return columns;
}
