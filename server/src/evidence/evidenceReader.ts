import type { SentenceFigures } from '../figures/changes';
import type { Judgement } from '../judgement';
import type { Reading } from '../prose/reading';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId, type SectionKind } from '../rubric/ids';
import { contextFeatureNames, layContextFeatures } from './contextFeatures';
import {
  type EvidenceModelFile,
  type EvidenceThresholds,
  type Network,
  probabilitiesOf,
  readNetwork,
  sumsOf,
} from './model';
import { logOdds, sentenceFeatureNames, sentenceFeatures } from './sentenceFeatures';

/** What a sentence says by its text and section alone: to be kept with it, and read anew in every story it stands in. */
export interface SentenceEvidence {
  /** The model's sums before the context is added. */
  readonly sums: Float32Array;
  /** Per kind, the judge's log odds, which the neighbours see. */
  readonly odds: Float32Array;
  /** Kinds that the sentence never supplies, whatever the model says. */
  readonly barred: ReadonlySet<EvidenceKind>;
}

/** A sentence where it stands. */
export interface PlacedEvidence {
  readonly section: SectionKind | undefined;
  readonly shown: SentenceEvidence;
}

/** Says which sentences of a story show what. */
export interface EvidenceReader {
  /** Reads one sentence. `fired` are the phrasing rules that found something in it. */
  readSentence(
    reading: Reading,
    judgement: Judgement,
    figures: SentenceFigures,
    fired: ReadonlySet<PhrasingRuleId>,
  ): SentenceEvidence;
  /** Reads the sentences of a story, in their order; one sentence alone is judged by itself. */
  readStory(story: readonly PlacedEvidence[]): StoryEvidence;
}

/** What a story shows. */
export interface StoryEvidence {
  /** The kinds that each sentence supplies, in the order of the sentences. */
  readonly kinds: ReadonlySet<EvidenceKind>[];
  /** How probable it is that the damage is contained only after the cause or the fix has been told, 0..1. */
  readonly lateMitigation: number;
}

/** What these rules fire on never counts as prevention or reflection (rubric 3). */
const emptyPromises: readonly PhrasingRuleId[] = ['vague-prevention', 'generic-learning', 'no-change'];
const promised: ReadonlySet<EvidenceKind> = new Set(['prevention', 'reflection']);
const nothingBarred: ReadonlySet<EvidenceKind> = new Set();

/** The kinds that a sentence never supplies, given the phrasing rules that found something in it. */
export function barredBy(fired: ReadonlySet<PhrasingRuleId>): ReadonlySet<EvidenceKind> {
  return emptyPromises.some((rule) => fired.has(rule)) ? promised : nothingBarred;
}

/** What still has a hole, or is no sentence yet, shows nothing. */
export const noEvidence: SentenceEvidence = {
  sums: new Float32Array(0),
  odds: new Float32Array(evidenceKinds.length).fill(-6),
  barred: new Set(evidenceKinds),
};

/** Throws a clear error when the model was made for other features. */
export function createEvidenceReader(file: EvidenceModelFile): EvidenceReader {
  const network = readNetwork(file);
  const known: KnownPlaces = new WeakMap();
  return {
    readSentence: (reading, judgement, figures, fired) => {
      const sums = new Float32Array(network.hidden + evidenceKinds.length);
      sumsOf(network, sentenceFeatures(reading, judgement, figures), 0, sums);
      const odds = Float32Array.from(evidenceKinds, (kind) => logOdds(judgement.certainty(kind)));
      return { sums, odds, barred: barredBy(fired) };
    },
    readStory: (story) => {
      const probabilities = probabilitiesInStory(network, story, known);
      const shown = new Uint32Array(story.length);
      const ofKind = new Float64Array(story.length);
      evidenceKinds.forEach((kind, column) => {
        story.forEach((placed, index) => {
          const each = probabilities[index];
          ofKind[index] = each && !placed.shown.barred.has(kind) ? each[column]! : 0;
        });
        for (const index of chooseSentences(ofKind, file.thresholds[kind])) shown[index]! |= 1 << column;
      });
      return { kinds: Array.from(shown, kindsOf), lateMitigation: lateMitigationOf(probabilities) };
    },
  };
}

const [mitigation, rootCause, fix] = (['mitigation', 'root-cause', 'fix'] as const).map((kind) =>
  evidenceKinds.indexOf(kind),
) as [number, number, number];

/** Whichever sentences show a cause, a fix or a mitigation: in what share of the cases the first mitigation comes after the others. */
function lateMitigationOf(probabilities: readonly (Float32Array | undefined)[]): number {
  return probabilityOfLater(
    probabilities.map((each) => (each ? 1 - (1 - each[rootCause]!) * (1 - each[fix]!) : 0)),
    probabilities.map((each) => each?.[mitigation] ?? 0),
  );
}

/** The sets of kinds that sentences show: few are met, so that they are made once. */
const knownKinds = new Map<number, ReadonlySet<EvidenceKind>>();

/** The kinds whose bits are set, in their order. */
function kindsOf(bits: number): ReadonlySet<EvidenceKind> {
  let kinds = knownKinds.get(bits);
  if (!kinds) {
    kinds = new Set(evidenceKinds.filter((_, column) => (bits & (1 << column)) !== 0));
    knownKinds.set(bits, kinds);
  }
  return kinds;
}

/** What came of each sentence where it stood last, by its own sums: an edit leaves what stands around most sentences as it was. */
type KnownPlaces = WeakMap<
  Float32Array,
  { readonly context: Float32Array; readonly probabilities: Float32Array }
>;

/** Undefined for what shows nothing. */
function probabilitiesInStory(
  network: Network,
  story: readonly PlacedEvidence[],
  known: KnownPlaces,
): (Float32Array | undefined)[] {
  const contexts = story.length > 1 ? layContexts(story) : undefined;
  return story.map(({ shown }, index) => {
    if (shown.sums.length === 0) return undefined;
    if (!contexts) return probabilitiesOf(network, shown.sums);
    const last = known.get(shown.sums);
    if (last && standsAsBefore(last.context, contexts, index)) return last.probabilities;
    const context = contexts.slice(index * contextCount, (index + 1) * contextCount);
    const sums = shown.sums.slice();
    sumsOf(network, context, sentenceFeatureNames.length, sums);
    const probabilities = probabilitiesOf(network, sums);
    known.set(shown.sums, { context, probabilities });
    return probabilities;
  });
}

const contextCount = contextFeatureNames.length;
/** Used for story after story, so that an edit in a long one allocates nothing for what stays. */
let laid = new Float32Array(64 * contextCount);

function layContexts(story: readonly PlacedEvidence[]): Float32Array {
  const size = story.length * contextCount;
  if (laid.length < size) laid = new Float32Array(2 * size);
  layContextFeatures(story.length, (index) => story[index]!.shown.odds, (index) => story[index]!.section, laid); // prettier-ignore
  return laid;
}

function standsAsBefore(before: Float32Array, contexts: Float32Array, index: number): boolean {
  const from = index * contextCount;
  for (let at = 0; at < contextCount; at++) if (before[at] !== contexts[from + at]) return false;
  return true;
}

/**
 * Which sentences supply a kind, given the probability of each: none where the story hardly shows it at all, else the most probable one and
 * all that are probable enough by themselves.
 */
export function chooseSentences(
  probabilities: readonly number[] | Float64Array,
  thresholds: EvidenceThresholds,
): number[] {
  const { length } = probabilities;
  if (storyProbability(probabilities) < (length === 1 ? thresholds.alone : thresholds.story)) return [];
  let enough = 0;
  for (let index = 0; index < length; index++) enough = Math.max(enough, probabilities[index]!);
  enough = Math.min(enough, thresholds.sentence);
  const chosen: number[] = [];
  for (let index = 0; index < length; index++) if (probabilities[index]! >= enough) chosen.push(index);
  return chosen;
}

/**
 * How probable it is that any of the sentences shows a kind: several that may show it count for more than one. 0 for no sentence.
 */
export function storyProbability(probabilities: readonly number[] | Float64Array): number {
  let none = 1;
  for (const probability of probabilities) none *= 1 - probability;
  return 1 - none;
}

/**
 * How probable it is that both of two things are told, and the second for the first time after the first one is, given how probable it is of
 * each sentence that it tells them.
 */
export function probabilityOfLater(first: readonly number[], second: readonly number[]): number {
  let probability = 0;
  /** Neither told so far, or the first one alone. */
  let neither = 1;
  let firstAlone = 0;
  first.forEach((tellsFirst, index) => {
    const tellsSecond = second[index]!;
    probability += firstAlone * tellsSecond;
    firstAlone = (firstAlone + neither * tellsFirst) * (1 - tellsSecond);
    neither *= (1 - tellsFirst) * (1 - tellsSecond);
  });
  return probability;
}
