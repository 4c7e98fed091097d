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
  const all = story.map(() => new Float32Array(contextFeatureNames.length));
  const strongest = new Float32Array(kindCount);
  story.forEach((_, index) => {
    const before = story[index - 1];
    if (before) lay(all[index]!, 0, 2 * kindCount, before, strongest);
  });
  strongest.fill(0);
  for (let index = story.length - 2; index >= 0; index--)
    lay(all[index]!, kindCount, 3 * kindCount, story[index + 1]!, strongest);
  addPlaces(story, all);
  return all;
}

function lay(
  features: Float32Array,
  near: number,
  far: number,
  neighbour: Neighbour,
  strongest: Float32Array,
): void {
  for (let kind = 0; kind < kindCount; kind++) {
    const value = scaled(neighbour.odds[kind]!);
    features[near + kind] = value;
    strongest[kind] = Math.max(strongest[kind]!, value);
    features[far + kind] = strongest[kind]!;
  }
}

function addPlaces(story: readonly Neighbour[], all: readonly Float32Array[]): void {
  const counts = new Map<SectionKind | undefined, number>();
  for (const { section } of story) counts.set(section, (counts.get(section) ?? 0) + 1);
  const seen = new Map<SectionKind | undefined, number>();
  story.forEach(({ section }, index) => {
    const before = seen.get(section) ?? 0;
    seen.set(section, before + 1);
    const count = counts.get(section)!;
    const after = count - before - 1;
    const places = [1, index / Math.max(1, story.length - 1), Math.min(6, before) / 3, Math.min(6, after) / 3, Math.min(60, story.length) / 20, before === 0 ? 1 : 0, after === 0 ? 1 : 0, count / story.length]; // prettier-ignore
    all[index]!.set(places, 4 * kindCount);
  });
}
