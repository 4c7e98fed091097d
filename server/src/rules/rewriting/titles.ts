import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { quoted, shownChange } from './edits';

/**
 * A rewrite whose title shows the sentence from its first changed word on, with a few words before it: what is done to the end of a long
 * sentence would not be seen in a title that quotes its beginning. Words that are put behind the sentence are shown as an addition.
 */
export function shownRewrite(text: string, edits: readonly Edit[], preferred = false): Rewrite {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const title = additionOf(text, sorted) ?? `Say ${shownChange(text, sorted)}`;
  return { title, edits: sorted, safe: false, ...(preferred ? { preferred } : {}) };
}

/** The ways that there are, as rewrites whose titles show what changes, the first one preferred. */
export function offered(text: string, ways: readonly (readonly Edit[] | undefined)[]): Rewrite[] {
  return ways
    .filter((edits) => edits !== undefined)
    .map((edits, index) => shownRewrite(text, edits, index === 0));
}

/** The words that a single insertion puts behind the sentence. */
function additionOf(text: string, edits: readonly Edit[]): string | undefined {
  const [only] = edits;
  const isAddition =
    only !== undefined &&
    edits.length === 1 &&
    only.span.start === only.span.end &&
    !/[\p{L}\p{N}]/u.test(text.slice(only.span.start));
  return isAddition ? `Add ${quoted(only.insert.replace(/^[\s,;:]+/, ''))}` : undefined;
}
