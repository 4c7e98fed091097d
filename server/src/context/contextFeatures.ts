import { type EvidenceKind, evidenceKinds, phrasingRuleIds, type SectionKind } from '../rubric/ids';
import { elsewhereNames, layElsewhere } from './elsewhere';
import { judgedLabels } from '../judgement/labels';

const labelCount = judgedLabels.length;
const firstKind = phrasingRuleIds.length;
const kindCount = evidenceKinds.length;
const placeNames = ['place', 'before-in-section', 'after-in-section', 'length', 'opens', 'closes', 'share'];

/** What each number says, in their order: 0 wherever there is no such neighbour. */
export const contextFeatureNames: readonly string[] = [
  ...['own', 'previous', 'next'].flatMap((where) => judgedLabels.map((label) => `${where}:${label}`)),
  ...['earlier', 'later'].flatMap((where) => evidenceKinds.map((kind) => `${where}:${kind}`)),
  ...elsewhereNames,
  ...placeNames,
  ...evidenceKinds.map((kind) => `under:${kind}`),
];
const previousFrom = labelCount;
const nextFrom = 2 * labelCount;
const earlierFrom = 3 * labelCount;
const laterFrom = earlierFrom + kindCount;
const elsewhereFrom = laterFrom + kindCount;
const placeFrom = elsewhereFrom + elsewhereNames.length;
const underFrom = placeFrom + placeNames.length;

/** What a story says of one of its sentences: its section, and per label the log odds that it holds of the sentence by itself. */
export interface Neighbour {
  readonly section: SectionKind | undefined;
  /** From -6 to 6, in the order of `judgedLabels`. */
  readonly odds: ArrayLike<number>;
  /** The kinds of evidence that the sub-headings and labels over it name. */
  readonly caption: readonly EvidenceKind[];
}

/** From 0, the least, to 2. */
function scaled(odds: number): number {
  return (odds + 6) / 6;
}

/**
 * What stands around each sentence of a story: what it says by itself, for in a story that weighs otherwise than alone, what the sentences before and after it say, the strongest evidence told earlier and later,
 * what is weak elsewhere, its place in the story and its section, and what is announced over it. A rollback told before any cause contains the damage; told after it, it is the fix.
 */
export function contextFeatures(story: readonly Neighbour[]): Float32Array[] {
  const width = contextFeatureNames.length;
  const all = new Float32Array(story.length * width);
  layContextFeatures(story, all);
  return story.map((_, index) => all.slice(index * width, (index + 1) * width));
}

/** The same, row after row into an array that is at hand. */
export function layContextFeatures(story: readonly Neighbour[], all: Float32Array): void {
  const width = contextFeatureNames.length;
  const { length } = story;
  const oddsOf = (index: number): ArrayLike<number> => story[index]!.odds;
  const sectionOf = (index: number): SectionKind | undefined => story[index]!.section;
  all.fill(0, 0, length * width);
  const strongest = new Float32Array(kindCount);
  for (let index = 0; index < length; index++) lay(all, index * width, oddsOf(index));
  for (let index = 1; index < length; index++) {
    lay(all, index * width + previousFrom, oddsOf(index - 1));
    layStrongest(all, index * width + earlierFrom, oddsOf(index - 1), strongest);
  }
  strongest.fill(0);
  for (let index = length - 2; index >= 0; index--) {
    lay(all, index * width + nextFrom, oddsOf(index + 1));
    layStrongest(all, index * width + laterFrom, oddsOf(index + 1), strongest);
  }
  layElsewhere(length, oddsOf, sectionOf, all, elsewhereFrom, width);
  addPlaces(length, sectionOf, all);
  story.forEach(({ caption }, index) => {
    for (const kind of caption) all[index * width + underFrom + evidenceKinds.indexOf(kind)] = 1;
  });
}

/** Writes the odds of a sentence. */
function lay(all: Float32Array, from: number, odds: ArrayLike<number>): void {
  for (let label = 0; label < labelCount; label++) all[from + label] = scaled(odds[label]!);
}

/** Writes the strongest evidence so far, that of one more sentence included. */
function layStrongest(
  all: Float32Array,
  from: number,
  odds: ArrayLike<number>,
  strongest: Float32Array,
): void {
  for (let kind = 0; kind < kindCount; kind++) {
    strongest[kind] = Math.max(strongest[kind]!, scaled(odds[firstKind + kind]!));
    all[from + kind] = strongest[kind]!;
  }
}

function addPlaces(
  length: number,
  sectionOf: (index: number) => SectionKind | undefined,
  all: Float32Array,
): void {
  const counts = new Map<SectionKind | undefined, number>();
  for (let index = 0; index < length; index++) {
    const section = sectionOf(index);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const seen = new Map<SectionKind | undefined, number>();
  for (let index = 0; index < length; index++) {
    const section = sectionOf(index);
    const before = seen.get(section) ?? 0;
    seen.set(section, before + 1);
    const count = counts.get(section)!;
    const after = count - before - 1;
    const places = [index / Math.max(1, length - 1), Math.min(6, before) / 3, Math.min(6, after) / 3, Math.min(60, length) / 20, before === 0 ? 1 : 0, after === 0 ? 1 : 0, count / length]; // prettier-ignore
    all.set(places, index * contextFeatureNames.length + placeFrom);
  }
}
