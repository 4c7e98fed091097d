import { featuresVersion } from '../../server/src/judgement/features';
import { labels, sectionKinds } from '../../server/src/judgement/labels';
import { ownSlots, slotCount } from '../../server/src/judgement/slots';
import { type SlotWeights, sparseWeights, topLevel } from '../../server/src/judgement/slot-weights';
import type { ContextMeta, ModelFile } from '../../server/src/judgement/weights-file';
import { type Calibration, calibrateScores, certaintyOf, fitSigmoid } from './calibrate';
import type { Row } from './corpus';
import { calibrateContext, contextOutOfFold, describeStories, trainContext } from './fit-context';
import { chooseVocabulary, type Matrix, type Readings, readRows, toMatrix, type Vocabulary } from './matrix';
import { type Linear, scoreRow, type SolverOptions, trainLinear } from './solver';

const options: SolverOptions = { cost: 2, passes: 6 };
/** Weights beyond this many standard deviations of their label's are cut off. */
const widest = 6.5;
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

/** A classifier whose weights are whole multiples of a unit per head, as the file holds them. */
interface Rounded extends Linear {
  units: number[];
}

/** The two parts of a model: heads of rules and evidence, and heads of sections. */
export interface Parts {
  vocabulary: Vocabulary;
  sentence: Rounded;
  section: Rounded;
}

/** Trains on the rows with `use` 1, rounds the weights to what the file can hold, and scores the rows with `score` 1. */
export function trainParts(
  data: Dataset,
  use: Uint8Array,
  score: Uint8Array,
): { parts: Parts; scores: Map<number, Float64Array> } {
  const vocabulary = chooseVocabulary(data.sectioned, use);
  const sectioned = toMatrix(data.sectioned, vocabulary);
  const plain = toMatrix(data.plain, vocabulary);
  const train = (matrix: Matrix, from: number, to: number): Rounded =>
    roundWeights(trainLinear(matrix, truthOf(data.rows, from, to), to - from, use, options), vocabulary);
  const sentence = train(sectioned, 0, sentenceHeads);
  const section = train(plain, sentenceHeads, labels.length);
  const scores = new Map<number, Float64Array>();
  score.forEach((wanted, row) => {
    if (wanted === 0) return;
    const out = new Float64Array(labels.length);
    scoreRow(sectioned, sentence, row, out.subarray(0, sentenceHeads));
    scoreRow(plain, section, row, out.subarray(sentenceHeads));
    scores.set(row, out);
  });
  return { parts: { vocabulary, sentence, section }, scores };
}

/** What one unit of a stored weight is worth, per head: own slots hold weight times value, shared ones the weight. */
function unitsOf(model: Linear, vocabulary: Vocabulary): number[] {
  const count = model.weights.length / model.heads;
  return Array.from({ length: model.heads }, (_, head) => {
    let sum = 0;
    for (let slot = 0; slot < count; slot++)
      sum += (model.weights[slot * model.heads + head]! * valueOf(vocabulary, slot)) ** 2;
    return (widest * Math.sqrt(sum / count)) / topLevel || 1;
  });
}

function valueOf(vocabulary: Vocabulary, slot: number): number {
  return slot < ownSlots ? (vocabulary.values[slot] ?? 1) : 1;
}

/** The level nearest to a weight that is given in units. */
function levelOf(weight: number): number {
  return Math.max(-topLevel, Math.min(topLevel, Math.round(weight)));
}

/** Rounds all weights to what the file can hold. */
function roundWeights(model: Linear, vocabulary: Vocabulary): Rounded {
  const units = unitsOf(model, vocabulary);
  for (let i = 0; i < model.weights.length; i++) {
    const unit = units[i % model.heads]!;
    const value = valueOf(vocabulary, Math.floor(i / model.heads));
    model.weights[i] = (levelOf((model.weights[i]! * value) / unit) * unit) / value;
  }
  return { ...model, units };
}

/** The scores of every row with `use` 1 by a model trained without the row's fold. */
export function outOfFoldScores(data: Dataset, folds: readonly number[], use: Uint8Array): Float64Array[] {
  const scores: Float64Array[] = [];
  for (const fold of [...new Set(folds)].sort((a, b) => a - b)) {
    const left = Uint8Array.from(use, (used, row) => (used === 1 && folds[row] === fold ? 1 : 0));
    if (!left.includes(1)) continue;
    const others = Uint8Array.from(use, (used, row) => (used === 1 && left[row] === 0 ? 1 : 0));
    for (const [row, of] of trainParts(data, others, left).scores) scores[row] = of;
  }
  return scores;
}

/** Folds of whole banks and whole stories, so that no voice stands on both sides. */
export function groupFolds(rows: readonly Row[], count: number): number[] {
  const groups = [...new Set(rows.map((row) => row.group))];
  return rows.map((row) => groups.indexOf(row.group) % count);
}

/** Calibrates all labels on scores of unseen rows, those with `use` 1. */
export function calibrateAll(
  rows: readonly Row[],
  scores: readonly Float64Array[],
  use: Uint8Array,
): Calibration[] {
  const kept = [...use.keys()].filter((row) => use[row] === 1);
  return calibrateScores(
    kept.map((row) => rows[row]!),
    kept.map((row) => scores[row]!),
    labels,
  );
}

/** Calibrates one label alone. */
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

/** The certainties of the rows with `use` 1 for all labels; empty for the others. */
export function certaintiesOf(
  scores: readonly Float64Array[],
  use: Uint8Array,
  calibrations: readonly Calibration[],
): Float64Array[] {
  return Array.from(use, (used, row) => {
    if (used === 0) return new Float64Array();
    return scores[row]!.map((score, column) =>
      certaintyOf(score, calibrations[column]!.slope, calibrations[column]!.offset),
    );
  });
}

/** Trains and calibrates a model on the rows with `use` 1. `scores` are those of models that had not seen the row. */
export function fitModel(
  data: Dataset,
  use: Uint8Array,
  scores = outOfFoldScores(data, groupFolds(data.rows, 5), use),
): ModelFile {
  const { parts } = trainParts(data, use, new Uint8Array(use.length));
  const calibrations = calibrateAll(data.rows, scores, use);
  const models = [parts.sentence, parts.section];
  const context = fitContext(data.rows, certaintiesOf(scores, use, calibrations), use);
  const meta = {
    features: featuresVersion,
    labels: [...labels],
    biases: models.flatMap((model) => [...model.biases]),
    units: models.flatMap((model) => model.units),
    slopes: calibrations.map(({ slope }) => slope),
    offsets: calibrations.map(({ offset }) => offset),
    thresholds: calibrations.map(({ thresholds }) => thresholds),
    context: context.meta,
  };
  return {
    meta,
    frequent: parts.vocabulary.frequent,
    known: parts.vocabulary.known,
    weights: packLevels(parts),
    context: context.weights,
  };
}

function fitContext(
  rows: readonly Row[],
  certainties: readonly Float64Array[],
  use: Uint8Array,
): { meta: ContextMeta; weights: Int8Array } {
  const data = describeStories(rows, certainties, use);
  const every = new Uint8Array(data.rows.length).fill(1);
  const calibrations = calibrateContext(rows, data, contextOutOfFold(data), every);
  const { meta, weights } = trainContext(data, every);
  const slopes = calibrations.map(({ slope }) => slope);
  const offsets = calibrations.map(({ offset }) => offset);
  return {
    meta: { ...meta, slopes, offsets, thresholds: calibrations.map(({ thresholds }) => thresholds) },
    weights,
  };
}

/** The levels of all weights, all labels of a slot together. */
function packLevels({ vocabulary, sentence, section }: Parts): SlotWeights {
  const levels = new Int8Array(slotCount * labels.length);
  for (let at = 0; at < levels.length; at++) {
    const label = at % labels.length;
    const slot = Math.floor(at / labels.length);
    const [model, head] = label < sentenceHeads ? [sentence, label] : [section, label - sentenceHeads];
    const weight = model.weights[slot * model.heads + head]! * valueOf(vocabulary, slot);
    levels[at] = levelOf(weight / model.units[head]!);
  }
  return sparseWeights(levels, labels.length);
}

function truthOf(rows: readonly Row[], from: number, to: number): Int8Array {
  const truth = new Int8Array(rows.length * (to - from));
  rows.forEach((row, index) => truth.set(row.truth.subarray(from, to), index * (to - from)));
  return truth;
}
