import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { isAtStart, uncapitalized } from './edits';
import { openerOf, statements, type Statement } from './statements';
import { put } from './weakStretch';
import { wholeSentence } from './spans';

/** What may be left of a statement that gives way: how its opening reads, and who acted in it. */
export interface Recast {
  /** The clause that takes the weak one's place, in lower case where no name or "I" opens it. */
  readonly words: string;
  /** Openings that are weak themselves and go with their statement. */
  readonly weakOpening?: RegExp;
  /** Openings beyond adverbials that fit the words: "if it came up tomorrow" before "I would". */
  readonly opening?: RegExp;
  /** Other statements that are weak too, wherever they stand. */
  readonly alsoWeak?: (statement: Statement) => boolean;
}

/** How an opening begins that fits any clause: an adverbial or a side clause, and no subject. */
const adverbial =
  /^(?:when|while|once|after|before|since|as|on|in|at|by|for|with|within|during|until|over|through|despite|given|looking back|in hindsight|first|then|next|later|afterwards|eventually|finally|now|today|so|and|meanwhile|that (?:day|night|week|morning|evening|afternoon)|the next|last|next time|going forward|\w+ (?:minutes|hours|days|weeks|months) (?:later|after|into))\b/i;

/** A side clause without the main clause that it waits for. */
export const opensOnly =
  /^(?:since|because|as|when|while|once|although|though|if|given|after|before)\b[^,]*$/i;

/** Openings that only take a stand, and mean nothing before other words. */
const stance =
  /\b(?:on paper|modesty|exaggeration|honest|frankly|word|fairness|truth|as usual|of course|luckily|thankfully|grand scheme|comparison)\b/i;

/**
 * Puts a clause in the place of the statements that overlap the weak span, and keeps the sentence's other statements, the adverbials in
 * front and the final mark. What facts the weak words hold is for the guard to keep. Undefined where words would be left that hang on those
 * that went.
 */
export function recast(
  reading: Reading,
  weak: Span,
  { words, weakOpening, opening, alsoWeak }: Recast,
): Edit[] | undefined {
  const { text } = reading;
  const all = statements(reading);
  const overlaps = (statement: Statement): boolean =>
    (statement.body.start < weak.end && weak.start < statement.body.end) || alsoWeak?.(statement) === true;
  const first = Math.max(0, all.findIndex(overlaps));
  let last = Math.max(first, all.findLastIndex(overlaps));
  while (last < all.length - 1 && hangs(reading, all[last + 1]!, words)) last++;
  const start = startOf(reading, all[first]!, weak, weakOpening, opening);
  const own =
    /^, (?:me|myself) (?:included|neither|too)\b/.exec(text.slice(all[last]!.body.end))?.[0].length ?? 0;
  const end = last === all.length - 1 ? endOf(text) : all[last]!.body.end + own;
  const keepsNothing = first === 0 && last === all.length - 1 && start === all[first]!.body.start;
  if (keepsNothing) return undefined;
  const stop = end > wholeSentence(text).end ? '.' : '';
  const previous = all[first - 1];
  // What was tied by a bare comma stands for itself.
  const next = all[last + 1]?.joint;
  const spliced =
    next && /^\s*,\s*$/.test(text.slice(next.start, next.end)) && next.start >= end
      ? [{ span: next, insert: '; ' }]
      : [];
  if (previous === undefined || start > all[first]!.body.start) {
    const lead = previous === undefined ? [] : softened(text, all[first]!.joint);
    return [...lead, put(text, { start, end }, words + stop), ...spliced];
  }
  const { joint } = all[first]!;
  if (first === 1 && opensOnly.test(text.slice(all[0]!.body.start, all[0]!.body.end))) return undefined;
  // A colon lets one expect what goes.
  if (!isApart(text, previous, joint) || text.slice(joint.start, joint.end).includes(':')) return undefined;
  const tie = linkBehind(text.slice(0, joint.start), text.slice(joint.start, joint.end));
  return [{ span: { start: joint.start, end }, insert: tie + words + stop }, ...spliced];
}

/** The tie behind the words that stay; "and" stands there already before a side clause: "restarted it and, when it came back, …". */
export function linkBehind(before: string, joint: string): string {
  const waits =
    /\b(?:and|but|so),? (?:when|once|after(?! (?:that|this|which)\b)|as|since(?! then\b)|while|if|[a-z]+ing)\b[^,;]*$/i.test(
      before,
    );
  return waits ? ', ' : link(joint);
}

/** Where the words begin that give way: behind an adverbial that is not weak itself. */
function startOf(
  reading: Reading,
  statement: Statement,
  weak: Span,
  weakOpening: RegExp | undefined,
  fitting: RegExp | undefined,
): number {
  const opening = openerOf(statement);
  const words = reading.text.slice(opening.start, opening.end);
  const isKept =
    statement.clause?.hasOwnSubject === true &&
    words.trim() !== '' &&
    opening.end <= Math.max(weak.start, opening.end) &&
    (adverbial.test(words) || (fitting?.test(words) ?? false)) &&
    !stance.test(words) &&
    !/^by the time\s*$|^(?:so|and) (?:the|an?|my|our)\b/i.test(words) &&
    !/[“”"(]/.test(words) &&
    !(weakOpening?.test(words) ?? false);
  return isKept ? opening.end : statement.body.start;
}

/** From the first word on, or from a quotation mark in front of it whose partner stands within the sentence. */
function startOfWhole(text: string): number {
  const { start } = wholeSentence(text);
  const quote = /["“]/.exec(text.slice(0, start));
  return quote && !/["”]\W*$/.test(text) ? quote.index : start;
}

/** Up to the final mark, which goes along where it would not fit a plain statement. */
function endOf(text: string): number {
  const { end } = wholeSentence(text);
  const tail = text.slice(end);
  if (/^\s*[:–—-]+\s*$/.test(tail)) return text.trimEnd().length;
  return /[?!…]/.test(tail) || (/["”)\]]/.test(tail) && !/^["“(]/.test(text.trimStart()))
    ? text.trimEnd().length
    : end;
}

/** Whether a statement can't stand without the one before: its subject is left out, or only points back. */
function hangs({ text }: Reading, { clause, body, joint }: Statement, words: string): boolean {
  const tie = text.slice(joint.start, joint.end);
  if (/\bso\b/.test(tie) && clause?.subject?.actorClass === 'narrator') return true;
  // One of a list of deeds: "ate at the keyboard, took the last tram, and …".
  if (clause?.hasOwnSubject !== true && !/\p{L}/u.test(tie)) return true;
  const said = text.slice(body.start, body.end);
  if (said.split(/\s+/).length <= 2 || /^(?:all told|you know|I mean|that is)\b/i.test(said)) return true;
  if (!/[,;:.–—]|\b(?:and|but|so|or|yet|then)\b/.test(tie)) return true;
  if (clause?.hasOwnSubject !== true || (clause.subject?.span.start ?? 0) < body.start)
    return !(words.startsWith('I ') && clause?.subject?.actorClass === 'narrator');
  return /^(?:it|they|that|this|he|she|those|these|which)\b/i.test(text.slice(body.start, body.end));
}

/** Whether the statement before is whole without what follows: a complement is not tied by a mark or a conjunction. */
function isApart(text: string, { clause }: Statement, joint: Span): boolean {
  const tie = text.slice(joint.start, joint.end);
  if (/[;:.–—]|\b(?:and|but|so|or|yet|then)\b/.test(tie))
    return clause?.hasOwnSubject !== false || clause.verb?.tense === 'past';
  return tie.includes(',') && (clause?.hasOwnSubject === true || clause?.verb?.tense === 'past');
}

/** What ties the new words to the statement before: a contrast or a conclusion was the weak words' own. */
function link(joint: string): string {
  if (/^\s*[;–—]\s*$/.test(joint)) return joint;
  return /\bthen\b/.test(joint) && !/\b(?:but|so)\b/.test(joint) ? joint : ', and ';
}

function softened(text: string, joint: Span): Edit[] {
  const words = text.slice(joint.start, joint.end);
  const soft = link(words);
  return isAtStart(text, joint.start) || soft === words ? [] : [{ span: joint, insert: soft }];
}

/** The whole sentence gives way to another one; what facts it holds is for the guard to keep. */
export function recastWhole({ text }: Reading, words: string): Edit[] {
  const whole = { start: startOfWhole(text), end: endOf(text) };
  const stop = whole.end > wholeSentence(text).end ? '.' : '';
  return [put(text, whole, words + stop)];
}

/** Figures with the noun behind them and names within a sentence, each once, without those in the weak places. */
export function factsIn(
  text: string,
  { start, end }: Span,
  weak: readonly (Span | undefined)[] = [],
): string[] {
  const found = [...text.matchAll(fact)].filter(({ index }) => {
    const isWeak = weak.some((span) => span !== undefined && index >= span.start && index < span.end);
    return index >= start && index < end && !isWeak;
  });
  const facts = found.map(({ index, 0: words }) => {
    const bare = words.slice(0, end - index).replace(/[{}]|[.,:/-]+$/g, '');
    // The capital of the first word is the sentence's, unless it has more of them; that of "The" in "The RCA" is none of the name's.
    const isName = !isAtStart(text, index) || /^\W*\d|^\S*[\p{L}\d]\p{Lu}|^\S*\d/u.test(bare);
    return isName && uncapitalized(bare) === bare ? bare : bare.replace(/^\S+\s*/, '');
  });
  const named = [...new Set(facts)].filter((one) => one !== '' && one !== 'I');
  return named.filter((one) => !named.some((other) => other !== one && ` ${other} `.includes(` ${one} `)));
}

const fact =
  /(?<![\p{L}\d])[$€£]?\d[\d.,:/-]*(?:\d|%)?[\p{L}%]*(?: (?!\p{Ll}+ly\b)(?!(?:and|but|for|from|with|after|before|over|under|per|than|that|who|which|when|while|because|until|into|onto|was|were|had|has|have|they|our|the|his|her|their|without|already)\b)\p{Ll}{3,})?|(?<![\p{L}\d'’-])(?!I\b|I['’])\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*|`[^`]+`/gu;
