import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { SentenceFacts } from '../reviewDraft';
import { lineEndOf } from './anchors';

/**
 * Edits that move a sentence before another one that stands earlier in the text: a list item with its line, a sentence of a paragraph by its
 * words. Undefined where one is a list item and the other is not: how to join them only the writer knows.
 */
export function moveSentence(text: string, moved: SentenceFacts, before: SentenceFacts): Edit[] | undefined {
  const movedBlock = moved.sentence.block;
  const targetBlock = before.sentence.block;
  if (movedBlock.kind !== targetBlock.kind) return undefined;
  if (movedBlock.kind === 'list-item' && movedBlock !== targetBlock) {
    if (!isWholeBlock(moved)) return undefined;
    return moveLines(text, movedBlock.span, targetBlock.span);
  }
  const words = text.slice(moved.span.start, moved.span.end);
  const at = before.span.start;
  return [{ span: { start: at, end: at }, insert: `${words} ` }, { span: removal(text, moved), insert: '' }];
}

function isWholeBlock({ sentence }: SentenceFacts): boolean {
  return sentence.spanInBlock.start === 0 && sentence.spanInBlock.end === sentence.block.plain.text.length;
}

function moveLines(text: string, moved: Span, target: Span): Edit[] {
  const start = lineStart(text, moved.start);
  const nextLine = text.indexOf('\n', moved.end - 1);
  const end = nextLine < 0 ? text.length : nextLine + 1;
  const lines = text.slice(start, end);
  const at = lineStart(text, target.start);
  return [
    { span: { start: at, end: at }, insert: lines.endsWith('\n') ? lines : `${lines}${lineEndOf(text)}` },
    { span: { start, end }, insert: '' },
  ];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The sentence with the white space that it leaves behind; a paragraph of its own goes with the empty line after it. */
function removal(text: string, moved: SentenceFacts): Span {
  const { start, end } = moved.span;
  if (isWholeBlock(moved)) {
    const after = /^[ \t]*(?:\r?\n)*/.exec(text.slice(end))![0].length;
    return { start, end: end + after };
  }
  const after = /^\s*/.exec(text.slice(end))![0].length;
  const isLast = moved.sentence.spanInBlock.end === moved.sentence.block.plain.text.length;
  if (!isLast) return { start, end: end + after };
  const before = /\s*$/.exec(text.slice(0, start))![0].length;
  return { start: start - before, end };
}
