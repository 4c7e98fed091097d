import type { Story } from '../../story/story';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { SentenceFacts } from '../reviewDraft';
import { lineEndOf } from './anchors';
import { markedSpan, startOfMarks } from './markedSpan';

/**
 * Edits that move a sentence before another one that stands earlier in the text: a list item with its line, a paragraph of its own as one,
 * a sentence of a paragraph by its words. Undefined where one is a list item and the other is not, where an item has others below it, or
 * where marks would be torn apart: how to join them then only the writer knows.
 */
export function moveSentence(story: Story, moved: SentenceFacts, before: SentenceFacts): Edit[] | undefined {
  const movedBlock = moved.sentence.block;
  const targetBlock = before.sentence.block;
  if (leansBack(moved.sentence.text) || isLeantOn(moved)) return undefined;
  if (movedBlock.kind !== targetBlock.kind) return undefined;
  if (movedBlock !== targetBlock && movedBlock.kind === 'list-item') {
    return isWholeBlock(moved) ? moveItem(story.text, movedBlock.span, targetBlock.span) : undefined;
  }
  if (movedBlock !== targetBlock && isWholeBlock(moved) && before.sentence.spanInBlock.start === 0) {
    return moveParagraph(story.text, movedBlock.span, targetBlock.span);
  }
  return moveWords(story, moved, before);
}

/** Begins with what has just been told, or names its thing by a pronoun alone. */
function leansBack(text: string): boolean {
  if (
    /^(?:after (?:that|this|the fix)|afterwards?|finally|lastly|in the end|then|next|once (?:that|this|it|fixed|deployed)|as a (?:last|final)|only then|later|with (?:that|this)|so|therefore)\b/i.test(
      text,
    )
  )
    return true;
  const pronoun = /\b(?:it|them|these|those|both)\b/i.exec(text);
  if (!pronoun || pronoun.index > 40) return false;
  return !/\b(?:the|an?|our|my|all|every|each|\d+|\p{L}+s)\b/iu.test(text.slice(0, pronoun.index));
}

/** Whether the next sentence of the block speaks of this one as "that" or "this". */
function isLeantOn({ sentence }: SentenceFacts): boolean {
  const next = sentence.block.plain.text.slice(sentence.spanInBlock.end).trimStart();
  return /^(?:that|this|it|which|these|doing so)\b/i.test(next);
}

function isWholeBlock({ sentence }: SentenceFacts): boolean {
  return sentence.spanInBlock.start === 0 && sentence.spanInBlock.end === sentence.block.plain.text.length;
}

const marker = /^([ \t]*)(?:[-*+]|(\d+)[.)])[ \t]+/;

function moveItem(text: string, moved: Span, target: Span): Edit[] | undefined {
  const start = lineStart(text, moved.start);
  const nextLine = text.indexOf('\n', moved.end - 1);
  const end = nextLine < 0 ? text.length : nextLine + 1;
  const at = lineStart(text, target.start);
  const own = marker.exec(text.slice(start));
  const other = marker.exec(text.slice(at));
  const next = /^(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(text.slice(end))?.[1] ?? '';
  // A block that is no item's first, an item of another level, or one with matter below it.
  if (!own || !other || own[1] !== other[1] || next.length > own[1]!.length) return undefined;
  const lines = other[0] + text.slice(start + own[0].length, end);
  const insert = lines.endsWith('\n') ? lines : `${lines}${lineEndOf(text)}`;
  const removed =
    end === text.length && !lines.endsWith('\n')
      ? { start: start - lineEndOf(text).length, end }
      : { start, end };
  return [
    { span: { start: at, end: at }, insert },
    ...renumbered(text, at, start),
    { span: removed, insert: '' },
  ];
}

/** The numbers of the items that make way, one higher. */
function renumbered(text: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = from; at < to; at = text.indexOf('\n', at) + 1) {
    const [whole, indentation = '', number] = marker.exec(text.slice(at, to)) ?? [];
    if (whole === undefined || number === undefined) continue;
    const start = at + indentation.length;
    edits.push({ span: { start, end: start + number.length }, insert: String(Number(number) + 1) });
  }
  return edits;
}

function moveParagraph(text: string, moved: Span, target: Span): Edit[] {
  const lineEnd = lineEndOf(text);
  const after = /^[ \t]*(?:\r?\n[ \t]*)*(?=\S)/.exec(text.slice(moved.end));
  // The last paragraph goes with the empty lines before it, any other with those behind it.
  const removed = after
    ? { start: moved.start, end: moved.end + after[0].length }
    : { start: text.slice(0, moved.start).trimEnd().length, end: moved.end };
  return [
    {
      span: { start: target.start, end: target.start },
      insert: `${text.slice(moved.start, moved.end)}${lineEnd}${lineEnd}`,
    },
    { span: removed, insert: '' },
  ];
}

function moveWords(story: Story, moved: SentenceFacts, before: SentenceFacts): Edit[] | undefined {
  const { text } = story;
  const span = markedSpan(moved.span, story);
  const at = startOfMarks(before.span.start, story);
  if (!span || at === undefined) return undefined;
  const isFirst = moved.sentence.spanInBlock.start === 0;
  const gapBefore = isFirst ? 0 : /\s*$/.exec(text.slice(0, span.start))![0].length;
  const gapAfter = isFirst ? /^\s*/.exec(text.slice(span.end))![0].length : 0;
  const words = text.slice(span.start, span.end);
  return [
    { span: { start: at, end: at }, insert: `${words} ` },
    { span: { start: span.start - gapBefore, end: span.end + gapAfter }, insert: '' },
  ];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
