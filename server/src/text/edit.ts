import type { Span } from './span';

/** Replaces the text at `span` by `insert`. Holes for what only the writer knows are written `{{what goes here}}`. */
export interface Edit {
  readonly span: Span;
  readonly insert: string;
}

/**
 * Applies edits that do not overlap, whatever their order. Edits at the same empty place are inserted in the order given.
 * Throws a RangeError on overlapping edits or on a span outside the text: a caller that builds such edits is wrong,
 * and applying half of them would lose text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of sorted) {
    const { start, end } = edit.span;
    if (start < position || end < start || end > text.length) {
      throw new RangeError(
        `Edit at ${start}–${end} overlaps another edit or leaves the text of ${text.length} characters.`,
      );
    }
    result += text.slice(position, start) + edit.insert;
    position = end;
  }
  return result + text.slice(position);
}
