import type { Sentence } from '../prose/sentences';
import { toDocument } from '../prose/sentences';
import type { Edit } from '../text/edit';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';

/**
 * Carries a rewrite of a sentence's plain text over to the document, where Markdown's marks stand between the words. What is replaced
 * keeps every mark whose partner stays: an edit is cut at such marks. Returns none where that cannot be done.
 */
export function rewriteInDocument(rewrite: Rewrite, sentence: Sentence, text: string): Rewrite[] {
  const edits = rewrite.edits.map((edit) => editInDocument(edit, sentence, text));
  if (edits.some((edit) => edit === undefined)) return [];
  return [{ ...rewrite, edits: (edits as Edit[][]).flat().map((edit) => besideLineEnds(edit, text)) }];
}

/** A line end of two characters stays whole: an edit that would take half of it leaves it. */
function besideLineEnds({ span, insert }: Edit, text: string): Edit {
  const isCut = (offset: number): boolean => text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n';
  const start = isCut(span.start) ? span.start + 1 : span.start;
  const end = isCut(span.end) ? span.end - 1 : span.end;
  return { insert, span: { start, end: Math.max(start, end) } };
}

function editInDocument({ span, insert }: Edit, sentence: Sentence, text: string): Edit[] | undefined {
  const place = toDocument(sentence, span);
  const pieces = piecesBetweenMarks(sentence, span);
  if (pieces.length <= 1) return [{ span: place, insert }];
  const marks = pieces.slice(1).map((piece, index) => text.slice(pieces[index]!.end, piece.start));
  // A hard wrap or indentation inside the replaced text goes with it; marks that pair up within it go too.
  if (marks.every((mark) => /^\s*$/.test(mark)) || isBalanced(marks.join('')))
    return [{ span: place, insert }];
  return insert === ''
    ? pieces.map((piece) => ({ span: piece, insert: '' }))
    : [{ span: pieces[0]!, insert }, ...pieces.slice(1).map((piece) => ({ span: piece, insert: '' }))];
}

/** The runs of source characters that the plain characters of `span` come from without a gap. */
function piecesBetweenMarks(sentence: Sentence, span: Span): Span[] {
  const pieces: { start: number; end: number }[] = [];
  for (let at = span.start; at < span.end; at++) {
    const { start, end } = toDocument(sentence, { start: at, end: at + 1 });
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}

function isBalanced(marks: string): boolean {
  if (/[[\]()<>]/.test(marks)) return false;
  const counts = new Map<string, number>();
  for (const [run] of marks.matchAll(/\*+|_+|`+|~+/g)) counts.set(run, (counts.get(run) ?? 0) + 1);
  return [...counts.values()].every((count) => count % 2 === 0);
}
