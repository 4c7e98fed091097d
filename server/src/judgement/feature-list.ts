import type { Segments } from './segments';
import { mixHashes } from './tokens';

/** The families of features; a family's place in the list is part of its features' hashes. */
export const families = [
  'word',
  'stem',
  'stems-2',
  'stems-3',
  'stems-skip',
  'characters',
  'class',
  'classes-2',
  'classes-both',
  'skeleton-2',
  'skeleton-3',
  'deed',
  'deed-manner',
  'deed-verb',
  'deeds-2',
  'deeds-both',
  'actors',
  'figure',
  'figure-words',
  'section',
  'section-word',
  'section-words-2',
  'section-class',
  'section-deed',
  'section-figure',
] as const;
export type Family = (typeof families)[number];

/** The families by name, as the numbers that features carry. */
export const family = Object.fromEntries(families.map((name, number) => [name, number])) as Record<
  Family,
  number
>;

/**
 * The features of one sentence: hashes in parallel with the family and the place (UTF-16 offsets into the
 * sentence, half-open) of each. Features before `sectionFrom` do not depend on the section. Made once and refilled,
 * so that judging a sentence allocates little.
 */
export class FeatureList {
  length = 0;
  sectionFrom = 0;
  hashes = new Int32Array(2048);
  families = new Uint8Array(2048);
  starts = new Int32Array(2048);
  ends = new Int32Array(2048);
  segments: Segments = { starts: [], ends: [] };

  clear(): void {
    this.length = 0;
    this.sectionFrom = 0;
  }

  /** The number of the segment that a feature stands in, or -1 where it reaches beyond one. */
  segmentOf(feature: number): number {
    const { starts, ends } = this.segments;
    const start = this.starts[feature]!;
    for (let segment = starts.length - 1; segment >= 0; segment--)
      if (start >= starts[segment]!) return this.ends[feature]! <= ends[segment]! ? segment : -1;
    return -1;
  }

  /** How many features stand in each segment, repeated ones too; at least 1. */
  segmentSizes(): number[] {
    const sizes = this.segments.starts.map(() => 0);
    for (let feature = 0; feature < this.length; feature++) {
      const segment = this.segmentOf(feature);
      if (segment >= 0) sizes[segment]!++;
    }
    return sizes.map((size) => Math.max(1, size));
  }

  add(familyNumber: number, hash: number, start: number, end: number): void {
    if (this.length === this.hashes.length) this.grow();
    const at = this.length++;
    this.hashes[at] = mixHashes(hash, familyNumber + 1);
    this.families[at] = familyNumber;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    const copy = <T extends Int32Array | Uint8Array>(from: T, to: T): T => (to.set(from), to);
    this.hashes = copy(this.hashes, new Int32Array(size));
    this.families = copy(this.families, new Uint8Array(size));
    this.starts = copy(this.starts, new Int32Array(size));
    this.ends = copy(this.ends, new Int32Array(size));
  }
}
