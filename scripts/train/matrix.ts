import { FeatureList } from '../../server/src/judgement/feature-list';
import { extractFeatures } from '../../server/src/judgement/features';
import type { Row } from './corpus';

/** The distinct features of each row, as hashes. */
export interface Readings {
  hashes: Int32Array[];
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
  return readings;
}

/** The features that enough of the rows with `use` 1 show. */
export function chooseVocabulary(readings: Readings, use: Uint8Array): Vocabulary {
  const counts = new Map<number, number>();
  readings.hashes.forEach((hashes, row) => {
    if (use[row] === 1) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  });
  const kept = [...counts].filter(([, count]) => count >= leastRows).sort((a, b) => a[0] - b[0]);
  return {
    hashes: Int32Array.from(kept, ([hash]) => hash),
    counts: Int32Array.from(kept, ([, count]) => count),
  };
}

/** What a feature counts for the solver: the more rows show it, the less. */
export function valueOf(count: number): number {
  return 1.8 * count ** -0.2;
}

/** Lays the rows out over a vocabulary. */
export function toMatrix(readings: Readings, { hashes, counts }: Vocabulary): Matrix {
  const columnOf = new Map(Array.from(hashes, (hash, column) => [hash, column]));
  const offsets = new Int32Array(readings.hashes.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  readings.hashes.forEach((found, row) => {
    const scale = 1 / Math.sqrt(readings.sizes[row]!);
    for (const hash of found) {
      const column = columnOf.get(hash);
      if (column === undefined) continue;
      columns.push(column);
      values.push(valueOf(counts[column]!) * scale);
    }
    offsets[row + 1] = columns.length;
  });
  return {
    rows: readings.hashes.length,
    width: hashes.length,
    offsets,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}
