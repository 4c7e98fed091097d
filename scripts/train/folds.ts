import type { Row } from './corpus';

/** Folds of whole banks and whole stories, so that no voice stands on both sides. */
export function groupFolds(rows: readonly Pick<Row, 'group'>[], count: number): number[] {
  const places = new Map([...new Set(rows.map(({ group }) => group))].map((group, place) => [group, place]));
  return rows.map(({ group }) => places.get(group)! % count);
}
