/** A place in a text: UTF-16 offsets, half-open. The only way in which the rooms below lsp/ and hosts/ state a place. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span moved by `distance` UTF-16 units. */
export function shiftSpan(span: Span, distance: number): Span {
  return { start: span.start + distance, end: span.end + distance };
}

/** Whether the two spans share at least one character, or whether an empty one lies inside or at the edge of the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** Where a pattern matched. */
export function spanOfMatch({ index = 0, 0: words }: RegExpMatchArray): Span {
  return { start: index, end: index + words.length };
}

/** All places where a pattern, which must be global, matches in a text. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(spanOfMatch);
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
