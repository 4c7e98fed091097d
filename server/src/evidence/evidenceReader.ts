import {
  columnOfLabel,
  type EvidenceThresholds,
  type Probabilities,
  type StoryJudge,
} from '../context/storyJudge';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId } from '../rubric/ids';

/** A sentence where it stands. */
export interface JudgedSentence {
  /** Undefined for what says nothing yet. */
  readonly probabilities: Probabilities | undefined;
  /** Kinds that the sentence never supplies, however probable they are. */
  readonly barred: ReadonlySet<EvidenceKind>;
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

/** Says which sentences of a story show what, in the order of the story. */
export function readEvidence(
  story: readonly JudgedSentence[],
  thresholds: StoryJudge['evidenceThresholds'],
): StoryEvidence {
  const shown = new Uint32Array(story.length);
  const ofKind = new Float64Array(story.length);
  evidenceKinds.forEach((kind, bit) => {
    const column = columnOfLabel(kind);
    story.forEach(({ probabilities, barred }, index) => {
      ofKind[index] = probabilities && !barred.has(kind) ? probabilities[column]! : 0;
    });
    for (const index of chooseSentences(ofKind, thresholds[kind])) shown[index]! |= 1 << bit;
  });
  return {
    kinds: Array.from(shown, kindsOf),
    lateMitigation: lateMitigationOf(story.map(({ probabilities }) => probabilities)),
  };
}

const mitigation = columnOfLabel('mitigation');
const rootCause = columnOfLabel('root-cause');
const fix = columnOfLabel('fix');

/** Whichever sentences show a cause, a fix or a mitigation: in what share of the cases the first mitigation comes after the others. */
function lateMitigationOf(probabilities: readonly (Probabilities | undefined)[]): number {
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
    kinds = new Set(evidenceKinds.filter((_, bit) => (bits & (1 << bit)) !== 0));
    knownKinds.set(bits, kinds);
  }
  return kinds;
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
