import { featuresVersion } from '../../server/src/judgement/features';
import { labels, sectionKinds } from '../../server/src/judgement/labels';
import type { ModelFile } from '../../server/src/judgement/weights-file';
import { chooseThresholds, fitSigmoid } from './calibrate';
import type { Row } from './corpus';
import { buildMatrix, type Matrix } from './matrix';
import { type Linear, scoreRow, type SolverOptions, trainLinear } from './solver';

const options: SolverOptions = { cost: 1, passes: 10, positiveWeight: 1 };
/** How many weights the file holds at most. */
const budget = 200_000;

const sentenceHeads = labels.length - sectionKinds.length;

/** Rows with their features read once: with the section for the heads of rules and evidence, without for the others. */
export interface Dataset {
  rows: readonly Row[];
  sectioned: Matrix;
  plain: Matrix;
}

export function readFeatures(rows: readonly Row[]): Dataset {
  return { rows, sectioned: buildMatrix(rows, 2, true), plain: buildMatrix(rows, 2, false) };
}

/** The two parts of a model: heads of rules and evidence, and heads of sections. */
export interface Parts {
  sentence: Linear;
  section: Linear;
}

export function trainParts(data: Dataset, use: Uint8Array): Parts {
  const sentence = truthOf(data.rows, 0, sentenceHeads);
  const section = truthOf(data.rows, sentenceHeads, labels.length);
  return {
    sentence: trainLinear(data.sectioned, sentence, sentenceHeads, use, options),
    section: trainLinear(data.plain, section, sectionKinds.length, use, options),
  };
}

/** The scores of one row for all labels. */
export function scoresOf(data: Dataset, parts: Parts, row: number): Float64Array {
  const out = new Float64Array(labels.length);
  scoreRow(data.sectioned, parts.sentence, row, out.subarray(0, sentenceHeads));
  scoreRow(data.plain, parts.section, row, out.subarray(sentenceHeads));
  return out;
}

/** The scores of every row by a model that was trained without the row's fold. */
export function outOfFoldScores(data: Dataset, folds: readonly number[], use: Uint8Array): Float64Array[] {
  const scores: Float64Array[] = [];
  for (const fold of [...new Set(folds)].sort((a, b) => a - b)) {
    const parts = trainParts(data, use.map((used, row) => (used && folds[row] !== fold ? 1 : 0)));
    folds.forEach((of, row) => {
      if (of === fold) scores[row] = scoresOf(data, parts, row);
    });
  }
  return scores;
}

/** Five folds of whole banks and whole stories, so that no voice stands on both sides. */
export function groupFolds(rows: readonly Row[], count: number): number[] {
  const groups = [...new Set(rows.map((row) => row.group))];
  return rows.map((row) => groups.indexOf(row.group) % count);
}

/** Trains, prunes and calibrates a model on the rows with `use` 1. */
export function fitModel(data: Dataset, use: Uint8Array): ModelFile {
  const scores = outOfFoldScores(data, groupFolds(data.rows, 5), use);
  const parts = trainParts(data, use);
  const sparse = prune(data, parts);
  const slopes: number[] = [];
  const offsets: number[] = [];
  const thresholds = labels.map((_, column) => {
    const rows = [...use.keys()].filter((row) => use[row] === 1 && data.rows[row]!.truth[column] !== 0);
    const positive = rows.map((row) => data.rows[row]!.truth[column] === 1);
    const { slope, offset } = fitSigmoid(rows.map((row) => scores[row]![column]!), positive);
    slopes.push(slope);
    offsets.push(offset);
    const certainties = rows.map((row) => 1 / (1 + Math.exp(-(slope * scores[row]![column]! + offset))));
    return chooseThresholds(certainties, positive);
  });
  const biases = [...parts.sentence.biases, ...parts.section.biases];
  const meta = { features: featuresVersion, labels: [...labels], biases, units: sparse.units, slopes, offsets, thresholds };
  return { meta, hashes: sparse.hashes, from: sparse.from, columns: sparse.columns, weights: sparse.weights };
}

function truthOf(rows: readonly Row[], from: number, to: number): Int8Array {
  const truth = new Int8Array(rows.length * (to - from));
  rows.forEach((row, index) => truth.set(row.truth.subarray(from, to), index * (to - from)));
  return truth;
}

type Sparse = Pick<ModelFile, 'hashes' | 'from' | 'columns' | 'weights'> & { units: number[] };

/** Keeps the largest weights, measured against their label's own scale, as whole numbers of -127..127. */
function prune(data: Dataset, parts: Parts): Sparse {
  const entries: { hash: number; label: number; weight: number }[] = [];
  const units: number[] = [];
  const collect = (matrix: Matrix, model: Linear, firstLabel: number): void => {
    for (let head = 0; head < model.heads; head++) {
      let largest = 0;
      for (let at = head; at < model.weights.length; at += model.heads) largest = Math.max(largest, Math.abs(model.weights[at]!));
      const unit = largest / 127 || 1;
      units.push(unit);
      for (let column = 0; column < matrix.hashes.length; column++) {
        const weight = Math.round(model.weights[column * model.heads + head]! / unit);
        if (weight !== 0) entries.push({ hash: matrix.hashes[column]!, label: firstLabel + head, weight });
      }
    }
  };
  collect(data.sectioned, parts.sentence, 0);
  collect(data.plain, parts.section, sentenceHeads);
  entries.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.hash - b.hash || a.label - b.label);
  const kept = entries.slice(0, budget).sort((a, b) => a.hash - b.hash || a.label - b.label);
  return pack(kept, units);
}

function pack(kept: { hash: number; label: number; weight: number }[], units: number[]): Sparse {
  const hashes: number[] = [];
  const from: number[] = [];
  kept.forEach((entry, index) => {
    if (entry.hash === hashes.at(-1)) return;
    hashes.push(entry.hash);
    from.push(index);
  });
  return {
    units,
    hashes: Int32Array.from(hashes),
    from: Int32Array.from([...from, kept.length]),
    columns: Uint8Array.from(kept, (entry) => entry.label),
    weights: Int8Array.from(kept, (entry) => entry.weight),
  };
}
