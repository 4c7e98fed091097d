import type { SentenceFigures } from '../figures/changes';
import type { Judgement } from '../judgement';
import type { Reading } from '../prose/reading';
import type { EvidenceKind, PhrasingRuleId, SectionKind } from '../rubric/ids';
import { contextFeatureNames, layContextFeatures } from './contextFeatures';
import { type JudgedLabel, judgedLabels } from '../judgement/labels';
import {
  type EvidenceThresholds,
  type Levels,
  type Network,
  oddsAlone,
  oddsOf,
  outputCount,
  type PhrasingLevels,
  probabilitiesOf,
  readNetwork,
  type StoryModelFile,
  sumsInStory,
  sumsOfSentence,
} from './network';
import { logOdds, sentenceFeatures } from './sentenceFeatures';

/** What is heard of a sentence by its text and section alone: to be kept with it, and judged anew in every story it stands in. */
export interface HeardSentence {
  /** The network's sums without a story; empty for what says nothing yet. */
  readonly sums: Float32Array;
  /** Per label, the judge's log odds, which the neighbours hear. */
  readonly odds: Float32Array;
}

/** A sentence where it stands. */
export interface PlacedSentence {
  readonly section: SectionKind | undefined;
  readonly heard: HeardSentence;
  /** The kinds of evidence that the sub-headings and labels over it name. */
  readonly caption: readonly EvidenceKind[];
}

/** How probable each label is of a sentence where it stands, in the order of `judgedLabels`. */
export type Probabilities = Float32Array;

/**
 * Judges the sentences of a story in the light of each other: what stands before and after tells a cause from a repair, a repair from a
 * stopgap, and a promise from a lesson.
 */
export interface StoryJudge {
  /** Hears one sentence. */
  hear(reading: Reading, judgement: Judgement, figures: SentenceFigures): HeardSentence;
  /**
   * Judges the sentences of a story, in their order; one sentence alone is judged by itself, what says nothing not at all. Where nothing
   * changed that a sentence's probabilities depend on, they are the very array of the last time.
   */
  judge(story: readonly PlacedSentence[]): (Probabilities | undefined)[];
  /** What `judge` would give for one of the sentences, without judging the others. */
  judgeAt(story: readonly PlacedSentence[], index: number): Probabilities | undefined;
  /** Judges a sentence by itself. */
  judgeAlone(heard: HeardSentence): Probabilities | undefined;
  /** The probabilities from which on a rule of phrasing counts. */
  levels(rule: PhrasingRuleId): PhrasingLevels;
  readonly evidenceThresholds: StoryModelFile['evidence'];
}

export type { EvidenceThresholds, Levels, PhrasingLevels };

/** What still has a hole, or is no sentence yet, says nothing. */
export const nothingHeard: HeardSentence = {
  sums: new Float32Array(0),
  odds: new Float32Array(outputCount).fill(-6),
};

const columnOf: ReadonlyMap<string, number> = new Map(judgedLabels.map((label, column) => [label, column]));

/** Where a label stands in `Probabilities`. */
export function columnOfLabel(label: JudgedLabel): number {
  return columnOf.get(label)!;
}

/** Throws a clear error when the model was made for other features. */
export function createStoryJudge(file: StoryModelFile): StoryJudge {
  const network = readNetwork(file);
  const known: KnownPlaces = new WeakMap();
  return {
    hear: (reading, judgement, figures) => ({
      sums: sumsOfSentence(network, sentenceFeatures(reading, judgement, figures)),
      odds: Float32Array.from(judgedLabels, (label) => logOdds(judgement.certainty(label))),
    }),
    judge: (story) => {
      if (story.length === 1) return [judgedAlone(network, story[0]!.heard)];
      const contexts = layContexts(story);
      return story.map((placed, index) => judgedAt(network, placed, contexts, index, known));
    },
    judgeAt: (story, index) =>
      story.length === 1
        ? judgedAlone(network, story[index]!.heard)
        : judgedAt(network, story[index]!, layContexts(story), index),
    judgeAlone: (heard) => judgedAlone(network, heard),
    levels: (rule) => file.phrasing[rule],
    evidenceThresholds: file.evidence,
  };
}

function judgedAlone(network: Network, { sums, odds }: HeardSentence): Probabilities | undefined {
  return sums.length === 0 ? undefined : probabilitiesOf(oddsAlone(network, sums, odds));
}

/** What came of each sentence where it stood last, by its own sums: an edit leaves what stands around most sentences as it was. */
type KnownPlaces = WeakMap<
  Float32Array,
  { readonly context: Float32Array; readonly probabilities: Probabilities }
>;

function judgedAt(
  network: Network,
  { heard }: PlacedSentence,
  contexts: Float32Array,
  index: number,
  known?: KnownPlaces,
): Probabilities | undefined {
  if (heard.sums.length === 0) return undefined;
  const last = known?.get(heard.sums);
  const from = index * contextCount;
  if (last && standsAsBefore(last.context, contexts, from)) return last.probabilities;
  const context = contexts.slice(from, from + contextCount);
  const probabilities = probabilitiesOf(oddsOf(network, sumsInStory(network, heard.sums, context)));
  known?.set(heard.sums, { context, probabilities });
  return probabilities;
}

const contextCount = contextFeatureNames.length;
/** Used for story after story, so that an edit in a long one allocates nothing for what stays. */
let laid = new Float32Array(64 * contextCount);

function layContexts(story: readonly PlacedSentence[]): Float32Array {
  const size = story.length * contextCount;
  if (laid.length < size) laid = new Float32Array(2 * size);
  const neighbours = story.map(({ section, heard: { odds }, caption }) => ({ section, odds, caption }));
  layContextFeatures(neighbours, laid);
  return laid;
}

function standsAsBefore(before: Float32Array, contexts: Float32Array, from: number): boolean {
  for (let at = 0; at < contextCount; at++) if (before[at] !== contexts[from + at]) return false;
  return true;
}
