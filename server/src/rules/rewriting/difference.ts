import type { Edit } from '../../text/edit';

/**
 * The smallest edits, word by word, that turn one sentence into the other: disjoint and sorted. What both share is not touched, so that
 * its Markdown stays. Sentences are short; the table is of the product of their words.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const from = pieces(before);
  const to = pieces(after);
  const edits: { span: { start: number; end: number }; insert: string }[] = [];
  let offset = 0;
  for (const step of stepsBetween(from, to)) {
    if (step.kind === 'keep') {
      offset += step.piece.length;
      continue;
    }
    let edit = edits.at(-1);
    if (edit?.span.end !== offset) edits.push((edit = { span: { start: offset, end: offset }, insert: '' }));
    if (step.kind === 'insert') edit.insert += step.piece;
    else edit.span.end = offset += step.piece.length;
  }
  return edits;
}

interface Step {
  readonly kind: 'keep' | 'delete' | 'insert';
  readonly piece: string;
}

/** How to walk from one list of pieces to the other with as many kept as can be. */
function stepsBetween(from: readonly string[], to: readonly string[]): Step[] {
  const common = commonLengths(from, to);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [old, next] = [from[i], to[j]];
    if (old === undefined && next === undefined) return steps;
    if (old !== undefined && old === next) {
      steps.push({ kind: 'keep', piece: old });
      i++;
      j++;
    } else if (old !== undefined && (next === undefined || common(i + 1, j) >= common(i, j + 1))) {
      steps.push({ kind: 'delete', piece: old });
      i++;
    } else if (next !== undefined) {
      steps.push({ kind: 'insert', piece: next });
      j++;
    }
  }
}

/** Words, holes, spaces and marks, which joined give the text again. */
function pieces(text: string): string[] {
  return text.match(/\{\{[^}]*\}\}|[\p{L}\p{N}'’_-]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** How many pieces the rests from `i` and from `j` on have in common at most. */
function commonLengths(from: readonly string[], to: readonly string[]): (i: number, j: number) => number {
  const width = to.length + 1;
  const table = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      table[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
