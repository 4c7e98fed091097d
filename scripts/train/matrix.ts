import { FeatureList } from '../../server/src/judgement/feature-list';
import { extractFeatures } from '../../server/src/judgement/features';
import type { Row } from './corpus';

/** The distinct features of each row, as hashes. */
export interface Readings {
  hashes: Int32Array[];
  /** Those that enough rows share for a model to learn from, rising. */
  shared: Int32Array;
  /** Per row, in the order of its hashes, the places in `shared` of those that are there. */
  sharedAt: Int32Array[];
  /** How many features (repeated ones too) the row's vector is divided by the root of. */
  sizes: Int32Array;
  /** Per row and feature, the segment it stands in; -1 beyond one. Empty where the section is left out, since no segment is scored so. */
  segments: Int8Array[];
  /** The like of `sizes` for the row's segments. */
  segmentSizes: number[][];
}

/** The features that a model may learn from, with how many rows show each: the column of a feature is its place. */
export interface Vocabulary {
  hashes: Int32Array;
  counts: Int32Array;
}

/** A sparse matrix: row r has the values `values[i]` in columns `columns[i]` for i in `offsets[r] … offsets[r + 1]`. */
export interface Matrix {
  rows: number;
  width: number;
  offsets: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** A feature is known when at least this many rows show it. */
const leastRows = 4;

/** Reads the features of all rows, with or without those that depend on the section. */
export function readRows(rows: readonly Row[], sections: boolean): Readings {
  const list = new FeatureList();
  const readings: Readings = {
    hashes: [],
    shared: new Int32Array(0),
    sharedAt: [],
    sizes: new Int32Array(rows.length),
    segments: [],
    segmentSizes: [],
  };
  rows.forEach((row, index) => {
    extractFeatures(row.text, sections ? row.section : undefined, list);
    const firstAt = new Map<number, number>();
    for (let at = 0; at < list.length; at++)
      if (!firstAt.has(list.hashes[at]!)) firstAt.set(list.hashes[at]!, at);
    readings.hashes.push(Int32Array.from(firstAt.keys()));
    readings.sizes[index] = Math.max(1, list.length);
    if (!sections) return;
    readings.segments.push(Int8Array.from(firstAt.values(), (at) => list.segmentOf(at)));
    readings.segmentSizes.push(list.segmentSizes());
  });
  readings.shared = sharedHashes(readings.hashes);
  readings.sharedAt = placesIn(readings.shared, readings.hashes);
  return readings;
}

/** Sorted and counted: there are more distinct ones than a Map may hold. */
function sharedHashes(hashes: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(hashes.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const ofRow of hashes) {
    all.set(ofRow, end);
    end += ofRow.length;
  }
  all.sort();
  let kept = 0;
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to] === all[from]) to++;
    if (to - from >= leastRows) all[kept++] = all[from]!;
  }
  return all.slice(0, kept);
}

/** Looked up once, and not for each of the models that are trained on some of the rows. */
function placesIn(shared: Int32Array, hashes: readonly Int32Array[]): Int32Array[] {
  const placeOf = new Map(Array.from(shared, (hash, place) => [hash, place]));
  return hashes.map((ofRow) =>
    Int32Array.from(ofRow, (hash) => placeOf.get(hash) ?? -1).filter((place) => place >= 0),
  );
}

/** The features that enough of the rows with `use` 1 show. */
export function chooseVocabulary({ shared, sharedAt }: Readings, use: Uint8Array): Vocabulary {
  const counts = new Int32Array(shared.length);
  sharedAt.forEach((places, row) => {
    if (use[row] === 1) for (const place of places) counts[place]!++;
  });
  const isKept = (_: number, place: number): boolean => counts[place]! >= leastRows;
  return { hashes: shared.filter(isKept), counts: counts.filter(isKept) };
}

/** What a feature counts for the solver: the more rows show it, the less. */
export function valueOf(count: number): number {
  return 1.8 * count ** -0.2;
}

/** Lays the rows out over a vocabulary. */
export function toMatrix({ shared, sharedAt, sizes }: Readings, { hashes, counts }: Vocabulary): Matrix {
  const columnAt = columnsOf(hashes, shared);
  const offsets = new Int32Array(sharedAt.length + 1);
  sharedAt.forEach((places, row) => {
    let known = 0;
    for (const place of places) if (columnAt[place]! >= 0) known++;
    offsets[row + 1] = offsets[row]! + known;
  });
  const columns = new Int32Array(offsets[sharedAt.length]!);
  const values = new Float64Array(columns.length);
  const worth = Float64Array.from(counts, valueOf);
  let at = 0;
  sharedAt.forEach((places, row) => {
    const scale = 1 / Math.sqrt(sizes[row]!);
    for (const place of places) {
      const column = columnAt[place]!;
      if (column < 0) continue;
      columns[at] = column;
      values[at++] = worth[column]! * scale;
    }
  });
  return { rows: sharedAt.length, width: hashes.length, offsets, columns, values };
}

/** For each place of `shared` its column in the vocabulary, -1 for none. Both rise, and either may hold what the other does not. */
function columnsOf(hashes: Int32Array, shared: Int32Array): Int32Array {
  let column = 0;
  return shared.map((hash) => {
    while (column < hashes.length && hashes[column]! < hash) column++;
    return hashes[column] === hash ? column : -1;
  });
}
