import { applyEdits, type Edit } from '../../text/edit';
import { lowerFirst, upperFirst } from '../../text/firstLetter';
import { plainInsert } from '../../text/holes';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';

/** A word at the start of a sentence that no name can be: it loses its capital when something is put before it. */
const functionWord =
  /^(?:the|an?|this|that|these|those|my|our|their|its|his|her|your|we|you|he|she|it|they|there|here|what|who|which|when|while|where|why|how|after|before|once|since|because|if|although|though|as|in|on|at|by|for|from|with|within|without|to|of|over|under|during|until|till|through|about|all|both|each|every|some|any|no|not|most|many|more|few|then|so|and|but|or|yet|also|even|only|just|now|later|today|looking|having|being|nobody|someone|everyone|everything|nothing|one)$/i;

/** After such an opening the comma before the main clause stays when what stood between two commas goes. */
const openingPhrase =
  /^\W*(?:when|while|once|after|before|since|because|if|although|though|as|in|on|at|by|for|from|with|within|without|during|until|through|despite|given|looking)\b/i;

/** Whether `offset` is the place where the sentence's first word begins: only quotes, brackets and marks stand before it. */
export function isAtStart(text: string, offset: number): boolean {
  return !/[\p{L}\p{N}{]/u.test(text.slice(0, offset));
}

/** Whether no word stands from `offset` on. */
export function isAtEnd(text: string, offset: number): boolean {
  return !/[\p{L}\p{N}{]/u.test(text.slice(offset));
}

/** The words with a capital: "the rollback" → "The rollback". Words with a spelling of their own stay: "iOS", "p99", "kubectl.exe". */
export function capitalized(words: string): string {
  if (words.startsWith('{{')) return `{{${capitalized(words.slice(2))}`;
  const [first = ''] = /^[^\s,;:}]+/.exec(words) ?? [];
  return /^\p{Ll}[\p{Ll}'’-]*[.!?]?$/u.test(first) ? upperFirst(words) : words;
}

/** A number in words at the start of a sentence: "Sixty-two". */
export const numberWord =
  /^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty|Hundreds?|Thousands?|Dozens?|Half)\b/;

/** The words for use inside a sentence: a capital that only the start of the sentence gave goes ("The rollback" → "the rollback"). */
export function uncapitalized(words: string): string {
  const [first = ''] = /^\p{L}+/u.exec(words) ?? [];
  return (functionWord.test(first) && first !== first.toUpperCase()) ||
    first === 'A' ||
    numberWord.test(words)
    ? lowerFirst(words)
    : words;
}

/** "a" or "an" before the words, as they sound: "an hour", "a one-line change", "an SLO". */
export function articleBefore(words: string): 'a' | 'an' {
  const [first = ''] = /^[\p{L}\p{N}]+/u.exec(words) ?? [];
  if (/^(?:8\d*|11|18)$/.test(first)) return 'an';
  if (/^[A-Z]{2,}s?$/.test(first)) return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a';
  if (/^(?:hour|honest|honou?r|heir)/i.test(first)) return 'an';
  return /^(?:[aeio]|u(?!ni(?!n)|s[aeiu]|til|biq))(?!ne(?:[s-]|\b)|nce\b|u[lrp])/i.test(first) &&
    !/^(?:eu|one\b|once\b)/i.test(first)
    ? 'an'
    : 'a';
}

/**
 * Deletes the words at `span` with the space and the marks that belong to them, and repairs what is left: commas, dashes or brackets
 * around an aside, the capital of a new first word, "a" or "an" before the next word. Edits are disjoint and sorted; the rest of the
 * text is not touched, so that its Markdown stays.
 */
export function deleteWords(text: string, span: Span): Edit[] {
  const cut = withMarks(text, span);
  const next = cut.end + (/^[^\p{L}\p{N}{]*/u.exec(text.slice(cut.end))?.[0].length ?? 0);
  const edits: Edit[] = [...articleEdits(text, cut.start, text.slice(next)), cut.edit];
  if (isAtStart(text, span.start) && startsWithCapital(text, span.start))
    edits.push(...capitalEdits(text, next));
  return edits;
}

/** Puts other words in the place of those at `span`, with the capital that the place asks for and "a" or "an" before them repaired. */
export function replaceWords(text: string, span: Span, words: string): Edit[] {
  if (words === '') return deleteWords(text, span);
  const isFirst = isAtStart(text, span.start) && startsWithCapital(text, span.start);
  return [...articleEdits(text, span.start, words), { span, insert: isFirst ? capitalized(words) : words }];
}

/** The offset behind the sentence's last word: before the final mark and the closing quotes and brackets that stand with it. */
export function endOfWords(text: string): number {
  return /[\s.!?…:;,–—-]*["'”’)\]]*[\s.!?…]*$/u.exec(text)?.index ?? text.length;
}

/**
 * Puts words behind the last word, before the final mark: "It recovered." + ", as {{metric}} showed". Behind a quotation or bracket that
 * holds the final mark the sentence gets a full stop of its own.
 */
export function appendWords(text: string, words: string): Edit {
  const end = /[\s.!?…:;,–—\p{Extended_Pictographic}\uFE0F]*$/u.exec(text)?.index ?? text.length;
  const stop = end === text.trimEnd().length && /[.!?…]["'”’)\]]+$/u.test(text.slice(0, end)) ? '.' : '';
  return { span: { start: end, end }, insert: words + stop };
}

/** Puts a further sentence behind this one, which gets a full stop where it ends with none. `sentence` brings its own final mark. */
export function appendSentence(text: string, sentence: string): Edit {
  const end = text.trimEnd().length;
  const open = /[\s:;,–—]+$/.exec(text.slice(0, end));
  if (open) return { span: { start: open.index, end }, insert: `. ${sentence}` };
  const isClosed = /[.!?…]["'”’)\]]*$/u.test(text.slice(0, end));
  return { span: { start: end, end }, insert: `${isClosed ? '' : '.'} ${sentence}` };
}

/** Puts other words in the place of the whole sentence; its final mark becomes a full stop, or stays away where it had none. */
export function replaceSentence(text: string, words: string): Edit {
  const hasFinalMark = /[.!?…]["'”’)\]]*\s*$/u.test(text);
  const bare = words.replace(/\.$/, '');
  const start = text.length - text.trimStart().length;
  return { span: { start, end: text.trimEnd().length }, insert: hasFinalMark ? `${bare}.` : bare };
}

/** The text after the edits, holes as they will stand in the file. */
export function resultOf(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, edits.map(({ span, insert }) => ({ span, insert: plainInsert(insert) }))); // prettier-ignore
}

/** The words between quotes, for a title or a message: whole words, at most `length` characters, the rest as an ellipsis. */
export function quoted(words: string, length = 72): string {
  const bare = words.trim().replace(/[.,;:]+$/, '');
  if (bare.length <= length) return `“${bare}”`;
  const short = bare.slice(0, length).replace(/\s+\S*$/, '').replace(/[\s,;:–—-]+$/, ''); // prettier-ignore
  return `“${short} …”`;
}

/**
 * What the sentence becomes, between quotes: whole where it is short, else cut around what changes, so that two rewrites of a long
 * sentence can be told apart.
 */
export function shownChange(text: string, edits: readonly Edit[]): string {
  const whole = resultOf(text, edits);
  if (whole.trim().length <= 72) return quoted(whole);
  let shown = '';
  let position = 0;
  for (const { span, insert } of edits) {
    shown += shortened(text.slice(position, span.start), position === 0) + plainInsert(insert);
    position = span.end;
  }
  return quoted(shown + text.slice(position), edits.length > 1 ? 120 : 84);
}

/** Words that stay as they are, before a change: the last three, and the first one where another change stands before them. */
function shortened(words: string, isOpening: boolean): string {
  const all = words.split(/(?<=\s)/);
  const last = all.slice(-3).join('');
  const first = isOpening ? '' : (all[0] ?? '') + (all[1] ?? '');
  const spared = words.length - first.length - last.length;
  return spared < (isOpening ? 12 : 30) ? words : `${first}… ${last}`;
}

/** A rewrite whose title shows what the sentence becomes: Say “I found the cause with {{who}}”. */
export function sayRewrite(
  text: string,
  edits: readonly Edit[],
  options: { verb?: string; safe?: boolean; preferred?: boolean } = {},
): Rewrite {
  const { verb = 'Say', safe = false, preferred } = options;
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return {
    title: `${verb} ${shownChange(text, sorted)}`,
    edits: sorted,
    safe,
    ...(preferred ? { preferred } : {}),
  };
}

function startsWithCapital(text: string, offset: number): boolean {
  return /^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(offset));
}

function capitalEdits(text: string, offset: number): Edit[] {
  const word = /^[^\s,;:]+/.exec(text.slice(offset))?.[0] ?? '';
  const insert = capitalized(word).charAt(0);
  return word === '' || insert === word.charAt(0)
    ? []
    : [{ span: { start: offset, end: offset + 1 }, insert }];
}

/** Where an "a" or "an" stands right before `offset`: the edit that makes it fit what now follows. */
function articleEdits(text: string, offset: number, following: string): Edit[] {
  const [words, article] = /(?<![\p{L}\p{N}])(an?)\s+$/iu.exec(text.slice(0, offset)) ?? [];
  if (words === undefined || article === undefined || following === '') return [];
  const fitting = articleBefore(following);
  if (fitting === article.toLowerCase()) return [];
  const start = offset - words.length;
  return [
    {
      span: { start, end: start + article.length },
      insert: article.startsWith('A') ? capitalized(fitting) : fitting,
    },
  ];
}

/** The span of a deletion, grown over the space and the marks that would be left without words. */
function withMarks(text: string, span: Span): Span & { edit: Edit } {
  const start = text.slice(0, span.start).trimEnd().length;
  const end = text.length - text.slice(span.end).trimStart().length;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (isAtStart(text, span.start)) return cutTo(span.start, skip(text, end, /^[\s,;:–—]+/u), '');
  if (isAtEnd(text, span.end)) return cutTo(skipBack(text, start, /[\s,;:–—-]+$/u), span.end, '');
  if (before === '(' && after === ')') return cutTo(text.slice(0, start - 1).trimEnd().length, end + 1, '');
  if (/[–—]/.test(before) && /[–—]/.test(after))
    return cutTo(text.slice(0, start - 1).trimEnd().length, skip(text, end + 1, /^\s+/), ' ');
  if (/[,;:–—]/.test(before) && after === ',') {
    const keeps =
      before !== ',' ||
      openingPhrase.test(text.slice(0, start)) ||
      /^,\s*(?:and|but|so|or|yet|which|who)\b/.test(text.slice(end)) ||
      (/^,\s*(?:the|an?|my|our|most|all|some|half|each|every)\b/.test(text.slice(end)) &&
        /\b(?:the|an?|my|our) (?:\p{L}+ ){0,2}\p{L}+,$/u.test(text.slice(0, start)));
    return keeps
      ? cutTo(start, skip(text, end + 1, /^\s+/), ' ')
      : cutTo(start - 1, skip(text, end + 1, /^\s+/), ' ');
  }
  if (after === ',' && !/^,\s*(?:and|but|so|or|yet|which|who)\b/.test(text.slice(end)))
    return cutTo(span.start, skip(text, end + 1, /^\s+/), '');
  if (/[,;:.!?)]/.test(after)) return cutTo(start, end, '');
  return cutTo(span.start, end, '');
}

function cutTo(start: number, end: number, insert: string): Span & { edit: Edit } {
  return { start, end, edit: { span: { start, end }, insert } };
}

function skip(text: string, offset: number, pattern: RegExp): number {
  return offset + (pattern.exec(text.slice(offset))?.[0].length ?? 0);
}

function skipBack(text: string, offset: number, pattern: RegExp): number {
  return pattern.exec(text.slice(0, offset))?.index ?? offset;
}
