import type { Figure } from './figure';
import { isNumberWord, valueOfWord } from './numbers';
import { isDash, lowerAt, type Token } from './tokens';
import { readUnit } from './units';

const monthName =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** Whether a word with this spelling names a month; "may" and "march" only with a capital. */
export function isMonth(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const first = token.text.charCodeAt(0);
  return first >= 65 && first <= 90 && monthName.test(token.lower);
}

function place(
  text: string,
  tokens: readonly Token[],
  first: number,
  next: number,
  kind: 'clock' | 'date' | 'label',
  value: number,
): Figure {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  return {
    kind,
    start,
    end,
    phraseStart: start,
    text: text.slice(start, end),
    value,
    low: value,
    high: value,
    approximation: 'exact',
    unit: '',
    scale: 1,
    writtenUnit: '',
    first,
    next,
  };
}

/** "14:02", "2:40 a.m.", "9 am", "14h30" is not read. Value: seconds since midnight. */
export function readClock(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined;
  const hour = Number(token.text);
  if (hour > 24) return undefined;
  let next = at + 1;
  let minutes = 0;
  const colon =
    tokens[next]?.text === ':' &&
    tokens[next]?.glued &&
    tokens[next + 1]?.glued &&
    /^[0-5]\d$/.test(tokens[next + 1]?.text ?? '');
  if (colon) {
    minutes = Number(tokens[next + 1]?.text);
    next += 2;
    // Seconds, as in logs: part of the time, but too fine to reckon with.
    if (tokens[next]?.text === ':' && tokens[next]?.glued && /^[0-5]\d/.test(tokens[next + 1]?.text ?? ''))
      next += 2;
  }
  const half = readHalfOfDay(tokens, next);
  if (!colon && !half) return undefined;
  const afternoon = half?.half === 'p' && hour < 12 ? 12 : 0;
  const midnight = half?.half === 'a' && hour === 12 ? -12 : 0;
  const figure = place(
    text,
    tokens,
    at,
    half?.next ?? next,
    'clock',
    (hour + afternoon + midnight) * 3600 + minutes * 60,
  );
  return { ...figure, halfDay: !half && hour <= 12 && token.text.length === 1 };
}

function readHalfOfDay(tokens: readonly Token[], at: number): { half: 'a' | 'p'; next: number } | undefined {
  const word = lowerAt(tokens, at);
  if (word === 'am' || word === 'pm') return { half: word === 'am' ? 'a' : 'p', next: at + 1 };
  if ((word === 'a' || word === 'p') && lowerAt(tokens, at + 1) === '.' && lowerAt(tokens, at + 2) === 'm') {
    return { half: word, next: lowerAt(tokens, at + 3) === '.' ? at + 4 : at + 3 };
  }
  return undefined;
}

/** "1 November", "3rd May", "November 5", "Q3", "2019" after a word of time. */
export function readDate(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number' && /^\d{1,2}$/.test(token.text)) {
    const ordinal = /^(?:st|nd|rd|th)$/.test(lowerAt(tokens, at + 1)) && tokens[at + 1]?.glued ? 1 : 0;
    const of = lowerAt(tokens, at + 1 + ordinal) === 'of' ? 1 : 0;
    if (isMonth(tokens[at + 1 + ordinal + of]))
      return place(text, tokens, at, at + 2 + ordinal + of, 'date', 0);
    if (ordinal) return place(text, tokens, at, at + 2, 'label', 0);
  }
  if (isMonth(token) && tokens[at + 1]?.kind === 'number' && !readUnit(tokens, at + 2)) {
    const ordinal = /^(?:st|nd|rd|th)$/.test(lowerAt(tokens, at + 2)) && tokens[at + 2]?.glued ? 1 : 0;
    if (/^(?:\d{1,2}|(?:19|20)\d\d)$/.test(tokens[at + 1]?.text ?? '') && lowerAt(tokens, at + 2) !== ':')
      return place(text, tokens, at, at + 2 + ordinal, 'date', 0);
  }
  return isYear(tokens, at) ? place(text, tokens, at, at + 1, 'date', 0) : undefined;
}

const timeWord =
  /^(?:in|since|of|from|until|till|by|before|after|during|early|late|mid|around|between|and|to|year|spring|summer|autumn|fall|winter|christmas)$/;

function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.text) || readUnit(tokens, at + 1))
    return false;
  const before = tokens[at - 1];
  if (!before) return true;
  if (!timeWord.test(before.lower) && !isMonth(before)) return false;
  const after = tokens[at + 1];
  return (
    after?.kind !== 'word' ||
    /^(?:and|the|we|i|it|when|to|with|but|our|my|as|for|until|or|a|an|he|she|they|there)$/.test(after.lower)
  );
}

const labelNoun =
  /^(?:port|node|broker|version|release|build|ticket|issue|pr|wave|week|month|year|day|step|phase|line|shard|room|level|tier|sev|layer|page|chapter|form|code|status|http|https|model|generation|gen|batch|iteration|sprint|quarter|season|series|gate|platform|hall|table|item|no|number|nr|class|grade|stage|round|zone|region|rack|slot|pin|bit|attempt|bus|track|lane|error|exit|hypothesis|option|plan|team|unit|cell|ward|pod|worker|server|route|flight|floor|building|block|section|rule|article|figure|priority|severity|type|id|rfc|iso|patch|cycle)$/;
const sentenceWord =
  /^(?:the|a|an|of|in|on|at|by|for|from|to|with|after|before|over|under|about|around|nearly|almost|only|just|some|all|our|my|their|his|her|its|we|i|it|they|he|she|that|this|these|those|these|and|but|or|so|within|roughly|another|every|each|between|during|since|until|when|then|now|today|where|was|had|cut|got|out|down|up|less|more|than|not|no|or|total|both|last|first|next|other|if|as|because|while|both|took|cost|lost|saw|made|yet|still)$/;

/** "v2.3.1", "p99", "OPS-4412", "HTTP 502", "#318", "node 17", "Android 9", "week two": names, not amounts. */
export function readLabel(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return undefined;
  if (token.kind === 'word' && /\d/.test(token.text)) {
    const dotted =
      tokens[at + 1]?.text === '.' &&
      tokens[at + 1]?.glued &&
      tokens[at + 2]?.kind === 'number' &&
      tokens[at + 2]?.glued;
    return place(text, tokens, at, dotted ? at + 3 : at + 1, 'label', 0);
  }
  if (token.kind === 'number') {
    if ((token.text.match(/\./g) ?? []).length > 1) return place(text, tokens, at, at + 1, 'label', 0);
    if (before?.text === '#' || before?.text === '_') return place(text, tokens, at, at + 1, 'label', 0);
    if (
      token.glued &&
      isDash(before) &&
      before?.glued &&
      tokens[at - 2]?.kind === 'word' &&
      !isNumberWord(tokens[at - 2]?.lower ?? '')
    ) {
      return place(text, tokens, at, at + 1, 'label', 0);
    }
    if (
      before?.kind === 'word' &&
      /^:$/.test(lowerAt(tokens, at + 1)) &&
      tokens[at + 1]?.glued &&
      tokens[at + 2]?.glued
    )
      return place(text, tokens, at, at + 3, 'label', 0);
  } else if (valueOfWord(token.lower) === undefined) return undefined;
  return namedBy(tokens, at) ? place(text, tokens, at, at + 1, 'label', 0) : undefined;
}

/** Whether the word before makes the number its name: "port 8443", "Java 17". */
function namedBy(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || before.end === tokens[at]?.start || sentenceWord.test(before.lower))
    return false;
  if (readUnit(tokens, at + 1)) return false;
  const word =
    before.lower.endsWith('s') && labelNoun.test(before.lower.slice(0, -1))
      ? before.lower.slice(0, -1)
      : before.lower;
  if (labelNoun.test(word)) return true;
  return (
    tokens[at]?.kind === 'number' &&
    at > 1 &&
    /^[A-Z]/.test(before.text) &&
    !/^[A-Z]/.test(tokens[at + 1]?.text ?? '') &&
    before.lower !== 'i'
  );
}
