import type { Span } from '../../text/span';

const openers =
  'and|but|so|yet|or|because|although|though|which|while|whereas|where|since|as|who|when|if|after|until|unless|seeing|given';

/** What parts a sentence: strong marks, commas before a word that opens a clause, and such words without a comma where no noun phrase goes on. */
const boundary = new RegExp(`\\s*[;:–—]\\s+|\\s+-\\s+|,\\s+|(?<!\\b(?:nothing|anything|all))\\s+(?=(?:but|because|although|though|whereas|so that)\\s)|[.!?…]["'”’)]*\\s+|\\s*[()]\\s*`, 'giu'); // prettier-ignore

/**
 * The sentence's parts between marks and conjunctions, in order, without the marks around them. They are found by marks alone, so they
 * hold for fragments and notes as well as for clauses; together with the marks they cover the sentence.
 */
export function segmentsOf(text: string): Span[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.replace(/[\s.!?…,;:]+["'”’)\]]*$/u, '');
    const from = start + (raw.length - raw.trimStart().length);
    if (/[\p{L}\p{N}]/u.test(trimmed)) parts.push({ start: from, end: start + trimmed.length });
  };
  for (const { index, 0: mark } of text.matchAll(boundary)) {
    if (index < start || isInsideHole(text, index)) continue;
    push(index);
    start = index + mark.length;
  }
  push(text.length);
  return parts;
}

/** The part in which `offset` lies; the whole sentence without its final mark where none does. */
export function segmentAt(text: string, offset: number): Span {
  return segmentsOf(text).find(({ start, end }) => start <= offset && offset < end) ?? wholeSentence(text);
}

/** The sentence without the space around it and its final mark. */
export function wholeSentence(text: string): Span {
  const start = text.length - text.trimStart().length;
  const end = text.replace(/[\s.!?…]+$/u, '').length;
  return end > start ? { start, end } : { start, end: text.length };
}

/** Leaves out the word that ties the part to the one before: "and the team was happy" → "the team was happy". */
export function withoutOpener(text: string, span: Span): Span {
  const opener = new RegExp(`^(?:${openers})\\s+`, 'i').exec(text.slice(span.start, span.end));
  const start = span.start + (opener?.[0].length ?? 0);
  return start < span.end ? { start, end: span.end } : span;
}

function isInsideHole(text: string, offset: number): boolean {
  return text.lastIndexOf('{{', offset) > text.lastIndexOf('}}', offset - 1);
}
