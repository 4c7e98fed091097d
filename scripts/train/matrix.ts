import { FeatureList } from '../../server/src/judgement/feature-list';
import { extractFeatures } from '../../server/src/judgement/features';
import {
  frequentKey,
  knownBytes,
  markKnown,
  noSlot,
  ownSlots,
  slotCount,
  SlotTable,
} from '../../server/src/judgement/slots';
import type { Row } from './corpus';

/** The distinct features of each row, as hashes. */
export interface Readings {
  hashes: Int32Array[];
  /** How many features (repeated ones too) the row's vector is divided by the root of. */
  sizes: Int32Array;
}

/** Which features a model knows. */
export interface Vocabulary {
  frequent: Int32Array;
  known: Uint8Array;
  /** What a feature with a slot of its own counts: the more rows show it, the less. */
  values: Float64Array;
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
/** The value of a feature that n rows show is this times n to the power of -0.2; rare ones count 1. */
const frequentValue = 1.8;

/** Reads the features of all rows, with or without those that depend on the section. */
export function readRows(rows: readonly Row[], sections: boolean): Readings {
  const list = new FeatureList();
  const sizes = new Int32Array(rows.length);
  const hashes = rows.map((row, index) => {
    extractFeatures(row.text, sections ? row.section : undefined, list);
    sizes[index] = Math.max(1, list.length);
    return Int32Array.from(new Set(list.hashes.subarray(0, list.length)));
  });
  return { hashes, sizes };
}

/** Chooses the features to know from the rows with `use` 1. */
export function chooseVocabulary(readings: Readings, use: Uint8Array): Vocabulary {
  const counts = new Map<number, number>();
  readings.hashes.forEach((hashes, row) => {
    if (use[row] === 1) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  });
  const kept = [...counts].filter(([, count]) => count >= leastRows);
  kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const known = new Uint8Array(knownBytes);
  for (const [hash] of kept) markKnown(known, hash);
  const own = new Map<number, number>();
  for (const [hash, count] of kept) {
    if (own.size < ownSlots && !own.has(frequentKey(hash))) own.set(frequentKey(hash), count);
  }
  const rising = [...own].sort((a, b) => a[0] - b[0]);
  return {
    frequent: Int32Array.from(rising, ([key]) => key),
    known,
    values: Float64Array.from(rising, ([, count]) => frequentValue * count ** -0.2),
  };
}

/** Lays the rows out over the slots of a vocabulary, exactly as the judge will see them. */
export function toMatrix(readings: Readings, vocabulary: Vocabulary): Matrix {
  const table = new SlotTable(vocabulary.frequent, vocabulary.known);
  const offsets = new Int32Array(readings.hashes.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  readings.hashes.forEach((hashes, row) => {
    const scale = 1 / Math.sqrt(readings.sizes[row]!);
    const sums = new Map<number, number>();
    for (const hash of hashes) {
      const signed = table.find(hash);
      if (signed === noSlot) continue;
      const slot = signed >>> 1;
      const value = slot < ownSlots ? vocabulary.values[slot]! : signed & 1 ? -1 : 1;
      sums.set(slot, (sums.get(slot) ?? 0) + value);
    }
    for (const [slot, sum] of sums) {
      if (sum === 0) continue;
      columns.push(slot);
      values.push(sum * scale);
    }
    offsets[row + 1] = columns.length;
  });
  return {
    rows: readings.hashes.length,
    width: slotCount,
    offsets,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}
