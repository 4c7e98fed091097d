import { contextFeatures } from '../../server/src/context/contextFeatures';
import { judgedLabels } from '../../server/src/judgement/labels';
import {
  type EvidenceThresholds,
  featuresSum,
  type Levels,
  mostSteps,
  type Network,
  oddsAlone,
  oddsOf,
  outputCount,
  type PhrasingLevels,
  probabilitiesOf,
  type StoryModelFile,
  sumsInStory,
  sumsOfSentence,
  weightLetters,
} from '../../server/src/context/network';
import {
  type HeardJudgement,
  logOdds,
  sentenceFeatureNames,
  sentenceFeatures,
} from '../../server/src/context/sentenceFeatures';
import { chooseSentences, storyProbability } from '../../server/src/evidence/evidenceReader';
import type { Certainties } from '../../server/src/judgement';
import { labels } from '../../server/src/judgement/labels';
import { createReading } from '../../server/src/prose/reading';
import {
  evidenceKinds,
  type EvidenceKind,
  phrasingRuleIds,
  type PhrasingRuleId,
} from '../../server/src/rubric/ids';
import { bestSoftF1Threshold, breakEvenThreshold, certaintyOf, phrasingLevels } from './calibrate';
import { isFromRubric, type Row } from './corpus';
import { calibrate, type Scores } from './fit';
import { groupFolds } from './folds';
import { type Example, type NetworkOptions, trainNetwork } from './network';
import { outOfFoldWording } from './wording/fitWording';

export const networkOptions: NetworkOptions = {
  hidden: 56,
  passes: 8,
  rate: 0.002,
  decay: 0.05,
  dropout: 0.07,
};
const firstKind = labels.indexOf(evidenceKinds[0]);
/** Stories are what matters: a sentence in its story counts more than one that stands alone. */
const storyWeight = 1.5;
/** So many times a row counts whose labels are those of the rubric's authors. */
const rubricWeight = 3;
/** The precision of what is found in sentences by themselves that were not seen; what rules raise besides comes out much the same. */
const precisionAlone = 0.945;
/** The same in stories: on those that were held out 0.93 comes of it, on ordinary ones by other writers 0.95. */
const precisionInStory = 0.94;
/** A sentence as probable as this shows a kind, even where the stories learnt from hardly ever show it twice. */
const mostSentenceThreshold = 0.6;

/** A row as the network hears it: alone, and in its story where it has one. */
export interface HeardRow {
  readonly row: number;
  readonly story: string | undefined;
  readonly group: string;
  readonly alone: Float32Array;
  readonly context: Float32Array | undefined;
  /** The judge's log odds, like `truth` in the order of `judgedLabels`. */
  readonly heard: Float32Array;
  /** In the order of `judgedLabels`. */
  readonly truth: Int8Array;
  readonly weight: number;
}

/** Reads the rows with `use` 1 by judgements of models that had not seen them. */
export function readHeardRows(
  rows: readonly Row[],
  use: Uint8Array,
  judgementOf: (row: number) => HeardJudgement,
): HeardRow[] {
  const chosen = [...rows.keys()].filter((row) => use[row] === 1);
  const heard = new Map(
    chosen.map((row) => [
      row,
      Float32Array.from(judgedLabels, (label) => logOdds(judgementOf(row).certainty(label))),
    ]),
  );
  const contexts = new Map<number, Float32Array>();
  for (const members of byStory(chosen, (row) => rows[row]!.story)) {
    const story = members.map((row) => ({
      section: rows[row]!.section,
      odds: heard.get(row)!,
      caption: rows[row]!.caption,
    }));
    contextFeatures(story).forEach((context, index) => contexts.set(members[index]!, context));
  }
  return chosen.map((row) => {
    const { text, section, story, group, truth, weight } = rows[row]!;
    const alone = sentenceFeatures(createReading(text, section), judgementOf(row));
    return {
      row,
      story,
      group,
      alone,
      context: contexts.get(row),
      heard: heard.get(row)!,
      truth: truth.slice(0, judgedLabels.length),
      weight,
    };
  });
}

/** The members of each story in their order; those without a story are left out. */
export function byStory(all: readonly number[], storyOf: (member: number) => string | undefined): number[][] {
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

/** Judgements by the scores of models that had not seen the rows, calibrated on the rows with `use` 1, and by the odds of such judges of wording. */
export function judgementsOf(
  rows: readonly Row[],
  scores: Scores,
  wording: readonly Float32Array[],
  use: Uint8Array,
): (row: number) => HeardJudgement {
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
    wording: () => wording[row]!,
  });
}

/**
 * The mean of each input that more rows have than not, 0 for the others. What is learnt from is how far a row is from it, so that an input
 * that is left out for a step stands for an ordinary one.
 */
function meansOf(rows: readonly HeardRow[]): Float32Array {
  const placed = rows.flatMap(({ context }) => context ?? []);
  const alone = rows.map((row) => row.alone);
  return Float32Array.from([...usualMeans(alone), ...usualMeans(placed)]);
}

function usualMeans(rows: readonly Float32Array[]): number[] {
  return Array.from(rows[0] ?? [], (_, input) => {
    let sum = 0;
    let having = 0;
    for (const row of rows) {
      sum += row[input]!;
      if (row[input] !== 0) having++;
    }
    return having > rows.length / 2 ? sum / rows.length : 0;
  });
}

function exampleOf(
  { alone, truth, group }: HeardRow,
  context: Float32Array | undefined,
  weight: number,
  means: Float32Array,
): Example {
  const isOfRubric = isFromRubric({ group });
  const inputs: number[] = [];
  const values: number[] = [];
  const add = (from: Float32Array, first: number): void => {
    for (let i = 0; i < from.length; i++) {
      const mean = means[first + i]!;
      if (from[i] === 0 && mean === 0) continue;
      inputs.push(first + i);
      values.push(from[i]! - mean);
    }
  };
  add(alone, 0);
  if (context) add(context, alone.length);
  return {
    isInStory: context !== undefined,
    isOfRubric,
    inputs: Int32Array.from(inputs),
    values: Float32Array.from(values),
    truth,
    weight: isOfRubric ? rubricWeight * weight : weight,
  };
}

/** Trains on every row alone, and once more in its story. */
export function fitNetwork(rows: readonly HeardRow[], options = networkOptions): Network {
  const means = meansOf(rows);
  const alone = rows.map((row) => exampleOf(row, undefined, row.context ? 0.5 : 1, means));
  const placed = rows.flatMap((row) =>
    row.context ? [exampleOf(row, row.context, storyWeight, means)] : [],
  );
  return uncentred(trainNetwork([...alone, ...placed], options), means);
}

/** The same network for inputs from which their means are not taken away: the biases take them. */
function uncentred({ hidden, blocks }: Network, means: Float32Array): Network {
  const [toHidden, toOutput, fromHidden, ...biases] = blocks.map((block) => block.slice()) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  means.forEach((mean, input) => {
    const bias = biases[input < sentenceFeatureNames.length ? 0 : 1];
    for (let j = 0; j < hidden; j++) bias[j]! -= mean * toHidden[input * hidden + j]!;
    for (let k = 0; k < outputCount; k++) bias[hidden + k]! -= mean * toOutput[input * outputCount + k]!;
  });
  return { hidden, blocks: [toHidden, toOutput, fromHidden, ...biases] };
}

/** The probability of each label for a row: in its story where it has one, else by itself. */
export function predict(network: Network, { alone, context, heard }: HeardRow): Float32Array {
  const sums = sumsOfSentence(network, alone);
  const odds = context
    ? oddsOf(network, sumsInStory(network, sums, context))
    : oddsAlone(network, sums, heard);
  return probabilitiesOf(odds);
}

/** Each row's probabilities by a network that has not seen its bank or story. */
export function outOfFoldProbabilities(
  rows: readonly HeardRow[],
  count = 3,
  options = networkOptions,
): Float32Array[] {
  const folds = groupFolds(rows, count);
  const probabilities: Float32Array[] = [];
  for (let fold = 0; fold < count; fold++) {
    const network = fitNetwork(
      rows.filter((_, index) => folds[index] !== fold),
      options,
    );
    rows.forEach((row, index) => {
      if (folds[index] === fold) probabilities[index] = predict(network, row);
    });
  }
  return probabilities;
}

/**
 * The levels of the phrasing rules for sentences by themselves, which are those of banks, and for those in stories. The probabilities are
 * those of networks that had not seen the row.
 */
export function choosePhrasingLevels(
  rows: readonly HeardRow[],
  probabilities: readonly Float32Array[],
): Record<PhrasingRuleId, PhrasingLevels> {
  const levelsIn = (isChosen: (row: HeardRow) => boolean, precision: number): Levels[] => {
    const chosen = [...rows.keys()].filter((index) => isChosen(rows[index]!));
    const trials = phrasingRuleIds.map((_, column) => {
      const known = chosen.filter((index) => rows[index]!.truth[column] !== 0);
      return {
        certainties: known.map((index) => probabilities[index]![column]!),
        positive: known.map((index) => rows[index]!.truth[column] === 1),
        weights: known.map((index) => rows[index]!.weight),
      };
    });
    return phrasingLevels(trials, precision);
  };
  const alone = levelsIn(({ story }) => story === undefined, precisionAlone);
  const inStory = levelsIn(({ story }) => story !== undefined, precisionInStory);
  const entries = phrasingRuleIds.map((rule, column) => [
    rule,
    { alone: alone[column]!, inStory: inStory[column]! },
  ]);
  return Object.fromEntries(entries) as Record<PhrasingRuleId, PhrasingLevels>;
}

/**
 * The thresholds of all kinds of evidence: the best F1 over sentences that stand alone; as many stories are said to show a kind as do, and as
 * many of their sentences. The probabilities are those of networks that had not seen the row.
 */
export function chooseEvidenceThresholds(
  rows: readonly HeardRow[],
  probabilities: readonly Float32Array[],
): Record<EvidenceKind, EvidenceThresholds> {
  // Some banks say nothing of evidence.
  const all = [...rows.keys()].filter((index) => rows[index]!.truth[firstKind] !== 0);
  const stories = byStory(all, (index) => rows[index]!.story);
  const best = (
    members: readonly number[],
    value: (index: number) => number,
    holds: (index: number) => boolean,
  ): number => Math.round(bestSoftF1Threshold(members.map(value), members.map(holds)) * 1e3) / 1e3;
  const entries = evidenceKinds.map((kind, place): [EvidenceKind, EvidenceThresholds] => {
    const column = firstKind + place;
    const value = (index: number): number => probabilities[index]![column]!;
    const holds = (index: number): boolean => rows[index]!.truth[column] === 1;
    const alone = best(
      all.filter((index) => rows[index]!.story === undefined),
      value,
      holds,
    );
    const storyProbabilities = stories.map((members) => storyProbability(members.map(value)));
    const story = breakEvenThreshold(
      (threshold) => storyProbabilities.filter((probability) => probability >= threshold).length,
      stories.filter((members) => members.some(holds)).length,
    );
    const inStories = stories.map((members) => members.map(value));
    const sentence = breakEvenThreshold(
      (threshold) =>
        inStories.reduce(
          (sum, values) => sum + chooseSentences(values, { alone, story, sentence: threshold }).length,
          0,
        ),
      stories.flat().filter(holds).length,
    );
    return [kind, { alone, story, sentence: Math.min(mostSentenceThreshold, sentence) }];
  });
  return Object.fromEntries(entries) as Record<EvidenceKind, EvidenceThresholds>;
}

/** A weight of so many standard deviations of its block's, or more, has the last step: the few beyond would make the steps of all others coarse. */
const widest = 7;

/** Rounds a network to the steps of `weightLetters`. */
export function packNetwork(
  { hidden, blocks }: Network,
  chosen: Pick<StoryModelFile, 'phrasing' | 'evidence'>,
): StoryModelFile {
  const units = blocks.map((block) => {
    const most = block.reduce((so, weight) => Math.max(so, Math.abs(weight)), 1e-9);
    const spread = Math.sqrt(block.reduce((sum, weight) => sum + weight * weight, 0) / block.length);
    return Math.min(most, widest * spread || most) / mostSteps;
  });
  const letters = blocks.flatMap((block, index) =>
    Array.from(block, (weight) => {
      const step = Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / units[index]!)));
      return weightLetters[step + mostSteps]!;
    }),
  );
  return {
    features: featuresSum,
    hidden,
    units,
    weights: letters.join(''),
    ...chosen,
  };
}

/**
 * Trains the model of stories from scores of rows by models that had not seen them. Beside it, for each row with `use` 1, the probabilities
 * by networks that had not seen it, which the levels and thresholds were chosen by.
 */
export function fitStoryModel(
  rows: readonly Row[],
  scores: Scores,
  use: Uint8Array,
): { model: StoryModelFile; probabilities: readonly Float32Array[] } {
  const heard = readHeardRows(rows, use, judgementsOf(rows, scores, outOfFoldWording(rows, use), use));
  const probabilities = outOfFoldProbabilities(heard);
  const model = packNetwork(fitNetwork(heard), {
    phrasing: choosePhrasingLevels(heard, probabilities),
    evidence: chooseEvidenceThresholds(heard, probabilities),
  });
  return { model, probabilities };
}
