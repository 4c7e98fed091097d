/** A place in a text, in UTF-16 offsets. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

const pattern =
  /\{\{[^{}]*\}\}|\b(?:TODO|TBD|FIXME|XXX)\b|(?<![\]!\\\p{L}\d_])\[(?!(?:x|sic)\])[\p{L}#$€£%?…][^[\]^\n]*\](?![([:])/gu;

/** The holes of a text as far as it tells by itself; the server, which reads the Markdown, knows better which of them are none. */
export function holesIn(text: string): Hole[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/**
 * The first of the holes after `selection` in a direction, or, past the last one, the first of the others. A hole that is selected is not
 * found again unless it is the only one. Undefined where there is none. The holes are in the order of the text.
 */
export function findHole(
  holes: readonly Hole[],
  selection: Hole,
  direction: 'next' | 'previous',
): Hole | undefined {
  const isSelected = (hole: Hole): boolean => hole.start === selection.start && hole.end === selection.end;
  if (direction === 'next')
    return holes.find((hole) => hole.start >= selection.start && !isSelected(hole)) ?? holes[0];
  return holes.findLast((hole) => hole.end <= selection.end && !isSelected(hole)) ?? holes.at(-1);
}
