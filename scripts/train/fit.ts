import { featuresVersion } from '../../server/src/judgement/features';
import { labels } from '../../server/src/judgement/labels';
import { sectionKinds } from '../../server/src/rubric/ids';
import type { ModelFile } from '../../server/src/judgement/weights-file';
import { fitSigmoid } from './calibrate';
import type { Row } from './corpus';
import { compress, type Parts, PartsJudge } from './compress';
import { chooseVocabulary, type Readings, readRows, toMatrix } from './matrix';
import { type Linear, type SolverOptions, trainLinear } from './solver';
import { trainWording } from './wording/trainWording';

const options: SolverOptions = { cost: 2, passes: 8 };
const sentenceHeads = labels.length - sectionKinds.length;

/** Rows with their features read once: with the section for the heads of rules and evidence, without for the others. */
export interface Dataset {
  rows: readonly Row[];
  sectioned: Readings;
  plain: Readings;
}

export function readDataset(rows: readonly Row[]): Dataset {
  return { rows, sectioned: readRows(rows, true), plain: readRows(rows, false) };
}

/** The scores of rows by models that had not seen them, per label: of the whole sentence, and of its segments where it has several. */
export interface Scores {
  whole: Float64Array[];
  segments: Float64Array[][];
}

/** Trains on the rows with `use` 1, keeps what the file can hold, and writes the scores of the rows with `score` 1, as the judge will have them. */
export function trainParts(data: Dataset, use: Uint8Array, score: Uint8Array, scores: Scores): Parts {
  const vocabulary = chooseVocabulary(data.sectioned, use);
  const weights = Float64Array.from(data.rows, ({ weight }) => weight);
  const train = (readings: Readings, from: number, to: number): Linear => {
    const matrix = toMatrix(readings, vocabulary);
    return trainLinear(matrix, truthOf(data.rows, from, to), to - from, use, options, weights);
  };
  const sentence = train(data.sectioned, 0, sentenceHeads);
  const section = train(data.plain, sentenceHeads, labels.length);
  const parts = compress(vocabulary, [sentence, section]);
  const judge = new PartsJudge(parts);
  score.forEach((wanted, row) => {
    if (wanted === 0) return;
    scores.whole[row] = judge.scores(data, row);
    scores.segments[row] = judge.segmentScores(data, row);
  });
  return parts;
}

/** The scores of every row with `use` 1 by a model trained without the row's fold. */
export function outOfFoldScores(data: Dataset, folds: readonly number[], use: Uint8Array): Scores {
  const scores: Scores = { whole: [], segments: [] };
  for (const fold of [...new Set(folds)].sort((a, b) => a - b)) {
    const left = Uint8Array.from(use, (used, row) => (used === 1 && folds[row] === fold ? 1 : 0));
    if (!left.includes(1)) continue;
    const others = Uint8Array.from(use, (used, row) => (used === 1 && left[row] === 0 ? 1 : 0));
    trainParts(data, others, left, scores);
  }
  return scores;
}

/** How scores of unseen rows, those with `use` 1, become certainties of one label. */
export function calibrate(
  rows: readonly Row[],
  scores: readonly Float64Array[],
  use: Uint8Array,
  column: number,
): { slope: number; offset: number } {
  const known = [...use.keys()].filter((row) => use[row] === 1 && rows[row]!.truth[column] !== 0);
  return fitSigmoid(
    known.map((row) => scores[row]![column]!),
    known.map((row) => rows[row]!.truth[column] === 1),
  );
}

/** Trains and calibrates a model on the rows with `use` 1. `scores` are those of models that had not seen the row. */
export function fitModel(data: Dataset, use: Uint8Array, scores: Scores): ModelFile {
  const none = new Uint8Array(use.length);
  const { keys, weights, biases, units } = trainParts(data, use, none, { whole: [], segments: [] });
  const calibrations = labels.map((_, column) => calibrate(data.rows, scores.whole, use, column));
  const meta = {
    features: featuresVersion,
    labels: [...labels],
    biases,
    units,
    slopes: calibrations.map(({ slope }) => slope),
    offsets: calibrations.map(({ offset }) => offset),
  };
  return { meta, keys, weights, wording: trainWording(data.rows, use) };
}

function truthOf(rows: readonly Row[], from: number, to: number): Int8Array {
  const truth = new Int8Array(rows.length * (to - from));
  rows.forEach((row, index) => truth.set(row.truth.subarray(from, to), index * (to - from)));
  return truth;
}
