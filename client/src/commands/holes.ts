/** A place in a text, in UTF-16 offsets. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

const pattern = /\{\{[^{}]*\}\}|\b(?:TODO|TBD|FIXME|XXX)\b/g;

/**
 * The first hole after `selection` in a direction, or, past the last one, the first of the others. A hole that is selected is not
 * found again unless it is the only one. Undefined where the text has none.
 */
export function findHole(text: string, selection: Hole, direction: 'next' | 'previous'): Hole | undefined {
  const holes = [...text.matchAll(pattern)].map(({ index, 0: { length } }): Hole => ({
    start: index,
    end: index + length,
  }));
  const isSelected = (hole: Hole): boolean => hole.start === selection.start && hole.end === selection.end;
  if (direction === 'next')
    return holes.find((hole) => hole.start >= selection.start && !isSelected(hole)) ?? holes[0];
  return holes.findLast((hole) => hole.end <= selection.end && !isSelected(hole)) ?? holes.at(-1);
}
