import { labels } from '../../server/src/judgement/labels';
import { phrasingRuleIds, sectionKinds } from '../../server/src/rubric/ids';
import { featureKey, noSlot, SlotTable } from '../../server/src/judgement/slots';
import {
  entryOf,
  factorClass,
  factorOf,
  type SlotWeights,
  topLevel,
  WeightSums,
} from '../../server/src/judgement/slot-weights';
import type { Dataset } from './fit';
import { valueOf, type Vocabulary } from './matrix';
import type { Linear } from './solver';

/** What is left of a trained model in the file. */
export interface Parts {
  /** Keys of the features that are kept, rising. */
  keys: Int32Array;
  weights: SlotWeights;
  /** Per label, the score of a sentence with no known feature, and what one unit of a weight is worth. */
  biases: number[];
  units: number[];
}

/** How many features are kept: those that say most. Chosen so that the package stays below 1.5 MB. */
const mostFeatures = 144_000;
/** A weight of this many standard deviations of its label's, or more, has the top level; below a sixth of it, none. */
const widest = 7.5;
const widestEvidence = widest * 1.15;
const widestSection = widest * 1.3;

/** Two models over the same vocabulary, whose heads are the labels in their order. */
type Models = readonly Linear[];

/** Keeps the features that say most, and of each the weights that are not near zero, on a few levels. */
export function compress(vocabulary: Vocabulary, models: Models): Parts {
  const kept = chooseFeatures(vocabulary, models);
  const units: number[] = [];
  const levels = models.flatMap((model) =>
    Array.from({ length: model.heads }, (_, head) => {
      const weights = Float64Array.from(kept, (column) => stored(vocabulary, model, column, head));
      const unit = (widestOf(units.length) * rootMeanSquare(weights)) / topLevel || 1;
      units.push(unit);
      return Int8Array.from(weights, (weight) =>
        Math.max(-topLevel, Math.min(topLevel, Math.round(weight / unit))),
      );
    }),
  );
  const speaking = [...kept.keys()].filter((slot) => levels.some((ofLabel) => ofLabel[slot] !== 0));
  return {
    keys: Int32Array.from(speaking, (slot) => featureKey(vocabulary.hashes[kept[slot]!]!)),
    weights: sparseWeights(
      Uint8Array.from(speaking, (slot) => factorClass(vocabulary.counts[kept[slot]!]!)),
      speaking.map((slot) => levels.map((ofLabel) => ofLabel[slot]!)),
    ),
    biases: models.flatMap((model) => [...model.biases]),
    units,
  };
}

/** A weight as it is rounded: what the feature adds to a score, over the factor of its class. */
function stored({ counts }: Vocabulary, { weights, heads }: Linear, column: number, head: number): number {
  const count = counts[column]!;
  return (weights[column * heads + head]! * valueOf(count)) / factorOf(factorClass(count));
}

function widestOf(label: number): number {
  if (label < phrasingRuleIds.length) return widest;
  return label < labels.length - sectionKinds.length ? widestEvidence : widestSection;
}

/** The columns of the features that are kept, in the order of their keys, no key twice. */
function chooseFeatures(vocabulary: Vocabulary, models: Models): Int32Array {
  const { hashes } = vocabulary;
  const importance = importanceOf(vocabulary, models);
  const columns = Array.from(hashes.keys()).sort((a, b) => importance[b]! - importance[a]! || a - b);
  const columnOf = new Map<number, number>();
  for (const column of columns) {
    const key = featureKey(hashes[column]!);
    if (columnOf.size < mostFeatures && !columnOf.has(key)) columnOf.set(key, column);
  }
  return Int32Array.from(
    [...columnOf].sort((a, b) => a[0] - b[0]),
    ([, column]) => column,
  );
}

/**
 * How much a feature says: the squares of what it adds to the scores, in proportion to those of its label, and a little more where many
 * rows show it. Evidence and sections, which fewer labelled rows speak of, count less.
 */
function importanceOf({ counts }: Vocabulary, models: Models): Float64Array {
  const importance = new Float64Array(counts.length);
  let label = 0;
  for (const { heads, weights } of models) {
    for (let head = 0; head < heads; head++, label++) {
      let sum = 0;
      for (let at = head; at < weights.length; at += heads) sum += weights[at]! ** 2;
      const share = (label < phrasingRuleIds.length ? 1 : 0.6) / (sum || 1);
      counts.forEach((count, column) => {
        importance[column]! +=
          share * (weights[column * heads + head]! * valueOf(count)) ** 2 * count ** 0.25;
      });
    }
  }
  return importance;
}

function rootMeanSquare(numbers: Float64Array): number {
  return Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0) / Math.max(1, numbers.length));
}

/** Drops the zeros of `levels[slot][label]`. */
export function sparseWeights(classes: Uint8Array, levels: readonly (readonly number[])[]): SlotWeights {
  const starts = new Int32Array(levels.length + 1);
  const entries: number[] = [];
  levels.forEach((ofSlot, slot) => {
    ofSlot.forEach((level, label) => {
      if (level !== 0) entries.push(entryOf(label, level));
    });
    starts[slot + 1] = entries.length;
  });
  return { starts, classes, entries: Uint8Array.from(entries) };
}

/** Scores rows as the judge does, with what the file holds. */
export class PartsJudge {
  private readonly table: SlotTable;
  private readonly sums: WeightSums;

  constructor(private readonly parts: Parts) {
    this.table = new SlotTable(parts.keys);
    this.sums = new WeightSums(parts.weights, labels.length);
  }

  /** The scores of a row, per label: sections by the features that depend on none. */
  scores({ sectioned, plain }: Dataset, row: number): Float64Array {
    const scores = this.scoresOf(sectioned.hashes[row]!, sectioned.sizes[row]!);
    const firstSection = labels.length - sectionKinds.length;
    scores.set(this.scoresOf(plain.hashes[row]!, plain.sizes[row]!).subarray(firstSection), firstSection);
    return scores;
  }

  /** The scores of a row's segments, none where it has but one. */
  segmentScores({ sectioned }: Dataset, row: number): Float64Array[] {
    const sizes = sectioned.segmentSizes[row]!;
    if (sizes.length < 2) return [];
    const segments = sectioned.segments[row]!;
    return sizes.map((size, segment) =>
      this.scoresOf(
        sectioned.hashes[row]!.filter((_, at) => segments[at] === segment),
        size,
      ),
    );
  }

  private scoresOf(hashes: Int32Array, size: number): Float64Array {
    const { table, sums, parts } = this;
    for (const hash of hashes) {
      const slot = table.find(hash);
      if (slot !== noSlot) sums.add(slot);
    }
    const out = new Float64Array(labels.length);
    sums.sums(out);
    sums.clear();
    return out.map((sum, label) => (sum * parts.units[label]!) / Math.sqrt(size) + parts.biases[label]!);
  }
}
