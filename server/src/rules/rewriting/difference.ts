import type { Edit } from '../../text/edit';

/**
 * The smallest edits, word by word, that turn one sentence into the other: disjoint and sorted. What both share is not touched, so that
 * its Markdown stays. Sentences are short; the table is of the product of their words.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const from = pieces(before);
  const to = pieces(after);
  const common = commonLengths(from, to);
  const edits: { span: { start: number; end: number }; insert: string }[] = [];
  let offset = 0;
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      offset += from[i]!.length;
      i++;
      j++;
      continue;
    }
    const last = edits.at(-1);
    const edit = last?.span.end === offset ? last : { span: { start: offset, end: offset }, insert: '' };
    if (edit !== last) edits.push(edit);
    if (j >= to.length || (i < from.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      offset += from[i]!.length;
      edit.span.end = offset;
      i++;
    } else {
      edit.insert += to[j]!;
      j++;
    }
  }
  return edits;
}

/** Words, holes, spaces and marks, which joined give the text again. */
function pieces(text: string): string[] {
  return text.match(/\{\{[^}]*\}\}|[\p{L}\p{N}'’_-]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** How many pieces the rests from `i` and from `j` on have in common at most. */
function commonLengths(from: readonly string[], to: readonly string[]): number[][] {
  const table = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      table[i]![j] =
        from[i] === to[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
