import { evidenceKinds, type SectionKind } from '../rubric/ids';

const kindCount = evidenceKinds.length;
const placeNames = [
  'in-story',
  'place',
  'before-in-section',
  'after-in-section',
  'length',
  'opens',
  'closes',
  'share',
];

/** What each number says, in their order: 0 wherever there is no such neighbour, and all 0 for a sentence without a story. */
export const contextFeatureNames: readonly string[] = [
  ...['previous', 'next', 'earlier', 'later'].flatMap((where) =>
    evidenceKinds.map((kind) => `${where}:${kind}`),
  ),
  ...placeNames,
];

/** What a story says of one of its sentences: its section, and per kind of evidence the log odds that it shows it by itself. */
export interface Neighbour {
  readonly section: SectionKind | undefined;
  /** From -6 to 6, in the order of `evidenceKinds`. */
  readonly odds: ArrayLike<number>;
}

/** From 0, the least, to 2. */
function scaled(odds: number): number {
  return (odds + 6) / 6;
}

/**
 * What stands around each sentence of a story: the evidence of the sentences before and after it, the strongest told earlier and later, and
 * its place in the story and its section. A rollback told before any cause contains the damage; told after it, it is the fix.
 */
export function contextFeatures(story: readonly Neighbour[]): Float32Array[] {
  const width = contextFeatureNames.length;
  const all = new Float32Array(story.length * width);
  layContextFeatures(
    story.length,
    (index) => story[index]!.odds,
    (index) => story[index]!.section,
    all,
  );
  return story.map((_, index) => all.slice(index * width, (index + 1) * width));
}

/** The same for a story of `length` sentences, row after row into an array that is at hand. */
export function layContextFeatures(
  length: number,
  oddsOf: (index: number) => ArrayLike<number>,
  sectionOf: (index: number) => SectionKind | undefined,
  all: Float32Array,
): void {
  const width = contextFeatureNames.length;
  all.fill(0, 0, length * width);
  const strongest = new Float32Array(kindCount);
  for (let index = 1; index < length; index++)
    lay(all, index * width, 2 * kindCount, oddsOf(index - 1), strongest);
  strongest.fill(0);
  for (let index = length - 2; index >= 0; index--)
    lay(all, index * width + kindCount, 2 * kindCount, oddsOf(index + 1), strongest);
  addPlaces(length, sectionOf, all);
}

/** Writes the odds of a neighbour, and `distance` further the strongest so far. */
function lay(
  all: Float32Array,
  near: number,
  distance: number,
  odds: ArrayLike<number>,
  strongest: Float32Array,
): void {
  for (let kind = 0; kind < kindCount; kind++) {
    const value = scaled(odds[kind]!);
    all[near + kind] = value;
    strongest[kind] = Math.max(strongest[kind]!, value);
    all[near + distance + kind] = strongest[kind]!;
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
    const places = [1, index / Math.max(1, length - 1), Math.min(6, before) / 3, Math.min(6, after) / 3, Math.min(60, length) / 20, before === 0 ? 1 : 0, after === 0 ? 1 : 0, count / length]; // prettier-ignore
    all.set(places, index * contextFeatureNames.length + 4 * kindCount);
  }
}
