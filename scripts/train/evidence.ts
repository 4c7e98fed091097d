import { contextFeatures } from '../../server/src/evidence/contextFeatures';
import { storyProbability } from '../../server/src/evidence/evidenceReader';
import {
  type EvidenceModelFile,
  type EvidenceThresholds,
  featuresSum,
  type Network,
  probabilitiesOf,
  sumsOf,
} from '../../server/src/evidence/model';
import { logOdds, sentenceFeatureNames, sentenceFeatures } from '../../server/src/evidence/sentenceFeatures';
import type { Certainties, Judgement } from '../../server/src/judgement';
import { labels } from '../../server/src/judgement/labels';
import { createReading } from '../../server/src/prose/reading';
import { evidenceKinds, type EvidenceKind } from '../../server/src/rubric/ids';
import { bestSoftF1Threshold, certaintyOf } from './calibrate';
import type { Row } from './corpus';
import { calibrate, type Scores } from './fit';
import { type Example, type NetworkOptions, trainNetwork } from './evidenceNetwork';

export const networkOptions: NetworkOptions = {
  hidden: 56,
  passes: 8,
  rate: 0.002,
  decay: 0.05,
  dropout: 0.2,
};
const firstKind = labels.indexOf(evidenceKinds[0]);
/** The evidence of stories is what matters: a sentence in its story counts more than one that stands alone. */
const storyWeight = 1.5;

/** A row as the evidence model sees it: alone, and in its story where it has one. */
export interface EvidenceRow {
  readonly row: number;
  readonly story: string | undefined;
  readonly group: string;
  readonly alone: Float32Array;
  readonly context: Float32Array | undefined;
  readonly truth: Int8Array;
}

/** Reads the rows with `use` 1 that say their evidence, by judgements of models that had not seen them. */
export function readEvidenceRows(
  rows: readonly Row[],
  use: Uint8Array,
  judgementOf: (row: number) => UnseenJudgement,
): EvidenceRow[] {
  const chosen = [...rows.keys()].filter((row) => use[row] === 1 && rows[row]!.truth[firstKind] !== 0);
  const contexts = new Map<number, Float32Array>();
  for (const members of byStory(chosen, (row) => rows[row]!.story)) {
    const story = members.map((row) => ({
      section: rows[row]!.section,
      odds: evidenceKinds.map((kind) => logOdds(judgementOf(row).certainty(kind))),
    }));
    contextFeatures(story).forEach((context, index) => contexts.set(members[index]!, context));
  }
  return chosen.map((row) => {
    const { text, section, story, group, truth } = rows[row]!;
    const alone = sentenceFeatures(createReading(text, section), judgementOf(row));
    return {
      row,
      story,
      group,
      alone,
      context: contexts.get(row),
      truth: truth.slice(firstKind, firstKind + evidenceKinds.length),
    };
  });
}

/** The members of each story in their order; those without a story are left out. */
function byStory(all: readonly number[], storyOf: (member: number) => string | undefined): number[][] {
  const stories = new Map<string, number[]>();
  for (const member of all) {
    const story = storyOf(member);
    if (story === undefined) continue;
    const members = stories.get(story);
    if (members) members.push(member);
    else stories.set(story, [member]);
  }
  return [...stories.values()];
}

/** What a model that had not seen a row says of it. */
type UnseenJudgement = Pick<Judgement, 'certainty' | 'segments'>;

/** Judgements by the scores of models that had not seen the rows, calibrated on the rows with `use` 1. */
export function judgementsOf(
  rows: readonly Row[],
  scores: Scores,
  use: Uint8Array,
): (row: number) => UnseenJudgement {
  const calibrations = new Map(
    labels.map((label, column) => [label, { column, ...calibrate(rows, scores.whole, use, column) }]),
  );
  const certaintiesIn = (own: Float64Array): Certainties => ({
    certainty: (label) => {
      const { column, slope, offset } = calibrations.get(label)!;
      return certaintyOf(own[column]!, slope, offset);
    },
  });
  return (row) => ({
    ...certaintiesIn(scores.whole[row]!),
    segments: () => scores.segments[row]!.map(certaintiesIn),
  });
}

function exampleOf(
  { alone, truth }: EvidenceRow,
  context: Float32Array | undefined,
  weight: number,
): Example {
  const inputs: number[] = [];
  for (let i = 0; i < alone.length; i++) if (alone[i] !== 0) inputs.push(i);
  if (context) for (let i = 0; i < context.length; i++) if (context[i] !== 0) inputs.push(alone.length + i);
  const values = Float32Array.from(inputs, (input) =>
    input < alone.length ? alone[input]! : context![input - alone.length]!,
  );
  return { inputs: Int32Array.from(inputs), values, truth, weight };
}

/** Trains on every row alone, and once more in its story. */
export function fitNetwork(rows: readonly EvidenceRow[], options = networkOptions): Network {
  const alone = rows.map((row) => exampleOf(row, undefined, row.context ? 0.5 : 1));
  const placed = rows.flatMap((row) => (row.context ? [exampleOf(row, row.context, storyWeight)] : []));
  return trainNetwork([...alone, ...placed], options);
}

/** The probability of each kind for a row; `context` undefined reads the sentence alone. */
export function predict(
  network: Network,
  alone: Float32Array,
  context: Float32Array | undefined,
): Float32Array {
  const sums = new Float32Array(network.hidden + evidenceKinds.length);
  sumsOf(network, alone, 0, sums);
  if (context) sumsOf(network, context, sentenceFeatureNames.length, sums);
  return probabilitiesOf(network, sums);
}

/** Each row's probabilities by a network that has not seen its bank or story. */
export function outOfFoldProbabilities(
  rows: readonly EvidenceRow[],
  count = 5,
  options = networkOptions,
): Float32Array[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const folds = rows.map(({ group }) => groups.indexOf(group) % count);
  const probabilities: Float32Array[] = [];
  for (let fold = 0; fold < count; fold++) {
    const network = fitNetwork(
      rows.filter((_, index) => folds[index] !== fold),
      options,
    );
    rows.forEach((row, index) => {
      if (folds[index] === fold) probabilities[index] = predict(network, row.alone, row.context);
    });
  }
  return probabilities;
}

/**
 * The thresholds of all kinds: the best F1 over sentences that stand alone, over stories, and over the sentences of stories. The
 * probabilities are those of networks that had not seen the row.
 */
export function chooseEvidenceThresholds(
  rows: readonly EvidenceRow[],
  probabilities: readonly Float32Array[],
): Record<EvidenceKind, EvidenceThresholds> {
  const all = [...rows.keys()];
  const stories = byStory(all, (index) => rows[index]!.story);
  const best = (
    members: readonly number[],
    value: (index: number) => number,
    holds: (index: number) => boolean,
  ): number => Math.round(bestSoftF1Threshold(members.map(value), members.map(holds)) * 1e3) / 1e3;
  const entries = evidenceKinds.map((kind, column): [EvidenceKind, EvidenceThresholds] => {
    const value = (index: number): number => probabilities[index]![column]!;
    const holds = (index: number): boolean => rows[index]!.truth[column] === 1;
    const alone = best(
      all.filter((index) => rows[index]!.story === undefined),
      value,
      holds,
    );
    const sentence = best(stories.flat(), value, holds);
    const story = best(
      [...stories.keys()],
      (at) => storyProbability(stories[at]!.map(value)),
      (at) => stories[at]!.some(holds),
    );
    return [kind, { alone, story, sentence }];
  });
  return Object.fromEntries(entries) as Record<EvidenceKind, EvidenceThresholds>;
}

/** Rounds a network to bytes. */
export function packNetwork(
  { hidden, blocks }: Network,
  thresholds: EvidenceModelFile['thresholds'],
): EvidenceModelFile {
  const units = blocks.map(
    (block) => block.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127,
  );
  const bytes = blocks.flatMap((block, index) => [
    ...Int8Array.from(block, (weight) => Math.round(weight / units[index]!)),
  ]);
  return {
    features: featuresSum,
    hidden,
    units,
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    thresholds,
  };
}

/** Trains the evidence model from scores of rows by models that had not seen them. */
export function fitEvidence(rows: readonly Row[], scores: Scores, use: Uint8Array): EvidenceModelFile {
  const read = readEvidenceRows(rows, use, judgementsOf(rows, scores, use));
  const thresholds = chooseEvidenceThresholds(read, outOfFoldProbabilities(read));
  return packNetwork(fitNetwork(read), thresholds);
}
