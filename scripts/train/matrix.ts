import { FeatureList } from '../../server/src/judgement/feature-list';
import { extractFeatures } from '../../server/src/judgement/features';
import type { Row } from './corpus';

/** A sparse matrix: the distinct features of each row, as columns of a vocabulary. */
export interface Matrix {
  rows: number;
  /** The columns of row r stand at `columns[offsets[r]] … columns[offsets[r + 1]]`. */
  offsets: Int32Array;
  columns: Int32Array;
  /** What every feature of the row is worth: one over the length of the row's vector. */
  scale: Float64Array;
  /** The hash of each column. */
  hashes: Int32Array;
}

/** Reads the features of all rows. Features that fewer than `minimum` rows show are left out. */
export function buildMatrix(rows: readonly Row[], minimum: number, sections: boolean): Matrix {
  const list = new FeatureList();
  const seen = new Map<number, number>();
  const perRow: Int32Array[] = [];
  const scale = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    extractFeatures(row.text, sections ? row.section : undefined, list);
    const distinct = new Set<number>();
    for (let i = 0; i < list.length; i++) distinct.add(list.hashes[i]!);
    for (const hash of distinct) seen.set(hash, (seen.get(hash) ?? 0) + 1);
    perRow.push(Int32Array.from(distinct));
    scale[index] = 1 / Math.sqrt(Math.max(1, list.length));
  });
  const kept = [...seen.keys()].filter((hash) => seen.get(hash)! >= minimum).sort((a, b) => a - b);
  return assemble(perRow, kept, scale);
}

function assemble(perRow: Int32Array[], kept: number[], scale: Float64Array): Matrix {
  const columnOf = new Map(kept.map((hash, column) => [hash, column]));
  const offsets = new Int32Array(perRow.length + 1);
  const columns: number[] = [];
  perRow.forEach((hashes, row) => {
    for (const hash of hashes) {
      const column = columnOf.get(hash);
      if (column !== undefined) columns.push(column);
    }
    offsets[row + 1] = columns.length;
  });
  return { rows: perRow.length, offsets, columns: Int32Array.from(columns), scale, hashes: Int32Array.from(kept) };
}

/** The same rows over fewer columns. */
export function selectColumns(matrix: Matrix, keep: Uint8Array): Matrix {
  const renumber = new Int32Array(keep.length).fill(-1);
  let count = 0;
  for (let column = 0; column < keep.length; column++) if (keep[column]) renumber[column] = count++;
  const offsets = new Int32Array(matrix.rows + 1);
  const columns: number[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (let at = matrix.offsets[row]!; at < matrix.offsets[row + 1]!; at++) {
      const column = renumber[matrix.columns[at]!]!;
      if (column >= 0) columns.push(column);
    }
    offsets[row + 1] = columns.length;
  }
  const hashes = matrix.hashes.filter((_, column) => keep[column] === 1);
  return { rows: matrix.rows, offsets, columns: Int32Array.from(columns), scale: matrix.scale, hashes };
}
