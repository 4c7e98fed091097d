import { boundsOf, readApproximation } from './approximation';
import type { Figure, FigureKind } from './figure';
import { isNumberWord, readNumber, type NumberRead } from './numbers';
import { isMonth, readClock, readDate, readLabel } from './labels';
import { isDash, lowerAt, singular, tokenize, type Token } from './tokens';
import { currencyOf, readRate, readUnit, secondsOf } from './units';
import { wordTable } from '../text/wordTable';

/**
 * All figures of one sentence's plain text in the order of the text: amounts with their unit, rounding and limits ("under four
 * minutes"), fractions, clock times, dates, and the labels that only look like amounts (p99, v2.3, HTTP 502). Never throws.
 */
export function readFigures(text: string): Figure[] {
  return mayHoldFigures(text) ? readFiguresOf(text, tokenize(text)) : [];
}

const digit = /\d/;
const spelled =
  /\b(?:half|halves|thirds?|quarters?|fifths|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|one\b|an hour|a (?:minute|day|week|month|year|fortnight)|halv|doubl|tripl|trebl|quadrupl)/i;

/** A cheap look that spares most sentences the reading. */
export function mayHoldFigures(text: string): boolean {
  return digit.test(text) || spelled.test(text);
}

/** The same as `readFigures`, over tokens that are at hand. */
export function readFiguresOf(text: string, tokens: readonly Token[]): Figure[] {
  const figures: Figure[] = [];
  let at = 0;
  while (at < tokens.length) {
    const figure = readFigure(text, tokens, at);
    if (figure) figures.push(figure);
    at = figure ? Math.max(figure.next, at + 1) : at + 1;
  }
  return figures;
}

function readFigure(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const token = tokens[at];
  if (!token || (token.kind !== 'number' && !currencyOf(token) && !(token.kind === 'word' && mayOpen(token))))
    return undefined;
  if (isPartOfPower(tokens, at)) return undefined;
  return (
    readClock(text, tokens, at) ??
    readDate(text, tokens, at) ??
    readLabel(text, tokens, at) ??
    readPartOfHour(text, tokens, at) ??
    readFraction(text, tokens, at) ??
    readAmount(text, tokens, at)
  );
}

/** "2^31": neither of its numbers is the figure. */
function isPartOfPower(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === '^' || tokens[at + 1]?.text === '^';
}

/** Whether a word can open a figure; nearly all words are spared the reading here. */
function mayOpen(token: Token): boolean {
  const word = token.lower;
  return (
    word === 'a' ||
    word === 'an' ||
    word === 'half' ||
    word === 'none' ||
    isNumberWord(word) ||
    isMonth(token) ||
    digit.test(word)
  );
}

interface Amount {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly scale: number;
  readonly value: number;
  readonly half: number;
  /** Index after the number and unit. */
  readonly next: number;
}

/** Builds the figure around an amount: limits before and after it, the counted noun, the rate. */
function build(text: string, tokens: readonly Token[], first: number, amount: Amount): Figure {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[amount.next - 1]?.end ?? start;
  const limits = readApproximation(tokens, first, amount.next);
  let next = limits.next;
  const counted = amount.kind === 'count' ? readNoun(tokens, next) : undefined;
  if (counted) next = counted.next;
  const rate = readRate(tokens, next);
  if (rate) next = rate.next;
  const factor = amount.scale;
  return {
    kind: amount.kind,
    start,
    end,
    phraseStart: tokens[limits.first]?.start ?? start,
    text: text.slice(start, end),
    value: amount.value * factor,
    ...boundsOf(limits.approximation, amount.value * factor, amount.half * factor, amount.value),
    approximation: limits.approximation === 'nearly' ? 'at most' : limits.approximation,
    unit: amount.unit,
    scale: amount.scale,
    writtenUnit: text.slice(unitStart(tokens, first, amount.next, end), end).trim(),
    ...(rate ? { per: rate.per } : {}),
    ...(counted ? { noun: counted.noun } : {}),
    first: limits.first,
    next,
  };
}

/** Where the written unit begins within a figure: after its last number word. */
function unitStart(tokens: readonly Token[], first: number, next: number, end: number): number {
  for (let at = next - 1; at >= first; at -= 1) {
    const token = tokens[at];
    if (token && (token.kind === 'number' || isNumberWord(token.lower) || token.lower === 'half')) {
      return Math.min(end, token.end);
    }
  }
  return end;
}

function readAmount(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const currency = currencyOf(tokens[at]);
  const numberAt = currency ? at + 1 : at;
  const read = readNumber(tokens, numberAt, currency !== undefined) ?? readArticle(tokens, at);
  if (!read) return readNothing(text, tokens, at);
  if (currency) return build(text, tokens, at, { kind: 'money', unit: currency, scale: 1, ...read });
  // "p99" and "x7f3" are words; a number with letters stuck behind it is an amount only when these are a unit or a magnitude.
  const unit = readUnit(tokens, read.next);
  const stuck = tokens[read.next];
  if (!unit && stuck?.kind === 'word' && stuck.glued && !/^(?:x|th|st|nd|rd)$/.test(stuck.lower))
    return undefined;
  if (!unit && /^(?:th|st|nd|rd)$/.test(stuck?.lower ?? '') && stuck?.glued) return undefined;
  if (!unit && isRange(tokens, read.next)) return readRange(text, tokens, at, read);
  if (unit?.kind === 'duration')
    return build(text, tokens, at, { ...unit, ...compound(tokens, unit.scale, read, unit.next) });
  if (unit)
    return build(text, tokens, at, {
      kind: unit.kind,
      unit: unit.unit,
      scale: unit.scale,
      value: read.value,
      half: read.half,
      next: unit.next,
    });
  if (read.faint) return undefined;
  return build(text, tokens, at, { kind: 'count', unit: '', scale: 1, ...read });
}

/** "an hour", "a week", "a fortnight" as durations, but not the "a week" of a rate, which the figure before it has taken. */
function readArticle(tokens: readonly Token[], at: number): NumberRead | undefined {
  const word = lowerAt(tokens, at);
  if ((word !== 'a' && word !== 'an') || /^(?:once|twice|times)$/.test(lowerAt(tokens, at - 1)))
    return undefined;
  const unit = lowerAt(tokens, at + 1);
  const length = secondsOf(unit);
  if (length === undefined || unit.endsWith('s') || unit.length < 3 || unit === 'second') return undefined;
  return { value: 1, half: 0.1, next: at + 1, faint: false, magnitude: 1 };
}

/** "to none", "to zero": nothing left, where a change ends. */
function readNothing(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  if (lowerAt(tokens, at) !== 'none' || !/^(?:to|→|->)$/.test(lowerAt(tokens, at - 1))) return undefined;
  return build(text, tokens, at, { kind: 'count', unit: '', scale: 1, value: 0, half: 0, next: at + 1 });
}

/** Adds smaller units ("two hours and ten minutes", "1h20") and "and a half" to a duration. */
function compound(
  tokens: readonly Token[],
  scale: number,
  read: NumberRead,
  next: number,
): { value: number; half: number; next: number } {
  const seen = lowerAt(tokens, next);
  if (
    seen === 'and' &&
    lowerAt(tokens, next + 1) === 'a' &&
    /^(?:half|quarter)$/.test(lowerAt(tokens, next + 2))
  ) {
    const part = lowerAt(tokens, next + 2) === 'half' ? 0.5 : 0.25;
    return { value: read.value + part, half: 0.1, next: next + 3 };
  }
  const from = seen === 'and' ? next + 1 : next;
  const more = readNumber(tokens, from, false);
  const unit = more && readUnit(tokens, more.next);
  if (!more || unit?.kind !== 'duration' || unit.scale >= scale)
    return { value: read.value, half: read.half, next };
  return {
    value: read.value + (more.value * unit.scale) / scale,
    half: (more.half * unit.scale) / scale,
    next: unit.next,
  };
}

function isRange(tokens: readonly Token[], at: number): boolean {
  return (
    isDash(tokens[at]) &&
    tokens[at + 1]?.kind === 'number' &&
    (tokens[at]?.glued === true) === (tokens[at + 1]?.glued === true)
  );
}

/** "10–12 calls", "5-10%": one figure that allows all between its ends. */
function readRange(text: string, tokens: readonly Token[], at: number, low: NumberRead): Figure | undefined {
  const high = readNumber(tokens, low.next + 1, false);
  if (!high || high.value <= low.value) return undefined;
  const unit = readUnit(tokens, high.next) ?? { kind: 'count' as const, unit: '', scale: 1, next: high.next };
  const value = (low.value + high.value) / 2;
  const half = (high.value - low.value) / 2 + high.half;
  const figure = build(text, tokens, at, {
    kind: unit.kind,
    unit: unit.unit,
    scale: unit.scale,
    value,
    half,
    next: unit.next,
  });
  return { ...figure, approximation: 'about' };
}

/** "half an hour", "a quarter of an hour", "three quarters of an hour". */
function readPartOfHour(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const amount = (part: number, next: number, scale: number): Figure =>
    build(text, tokens, at, { kind: 'duration', unit: 's', scale, value: part, half: 0.05, next });
  const words = [0, 1, 2, 3, 4].map((step) => lowerAt(tokens, at + step));
  if (words[0] === 'half' && /^an?$/.test(words[1] ?? '')) {
    const length = secondsOf(words[2] ?? '');
    return length && words[2] !== 'second' ? amount(0.5, at + 3, length) : undefined;
  }
  const quarters =
    words[1] === 'quarter' && words[0] === 'a' ? 1 : words[1] === 'quarters' && words[0] === 'three' ? 3 : 0;
  if (quarters === 0 || words[2] !== 'of' || !/^an?$/.test(words[3] ?? '') || words[4] !== 'hour')
    return undefined;
  return amount(quarters / 4, at + 5, 3600);
}

const denominators = wordTable<number>({
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  tenth: 10,
  tenths: 10,
});

/** "half", "a third", "two thirds", and shares such as "1 in 20", as percentages. */
function readFraction(text: string, tokens: readonly Token[], at: number): Figure | undefined {
  const word = lowerAt(tokens, at);
  const fraction = (share: number, next: number, half: number): Figure =>
    build(text, tokens, at, { kind: 'fraction', unit: '%', scale: 1, value: share * 100, half, next });
  if (word === 'half') {
    // "Half-time" and "half past eleven" are no shares.
    if (isDash(tokens[at + 1]) || lowerAt(tokens, at + 1) === 'past') return undefined;
    return readNumber(tokens, at, false) ? undefined : fraction(0.5, at + 1, 4);
  }
  const top = word === 'a' || word === 'one' ? 1 : readNumber(tokens, at, false)?.value;
  if (top === undefined) return undefined;
  const hyphen = isDash(tokens[at + 1]) ? 1 : 0;
  const bottomWord = lowerAt(tokens, at + 1 + hyphen);
  const bottom = denominators[bottomWord];
  if (bottom && bottomWord !== 'half' && top < bottom && !isPeriod(tokens, at, bottomWord))
    return fraction(top / bottom, at + 2 + hyphen, 4);
  return top >= 1 && top < 10 ? readOneIn(tokens, at, fraction) : undefined;
}

/** "a quarter" is three months unless it is a quarter of something or so much less. */
function isPeriod(tokens: readonly Token[], at: number, bottomWord: string): boolean {
  if (!bottomWord.startsWith('quarter'))
    return (
      /^(?:third|fifth|sixth|tenth)$/.test(bottomWord) &&
      tokens[at + 2]?.kind === 'word' &&
      !partWord.test(lowerAt(tokens, at + 2))
    );
  return !partWord.test(lowerAt(tokens, at + 2));
}

const partWord =
  /^(?:of|less|fewer|more|lower|higher|faster|shorter|smaller|cheaper|quicker|as|to|within|in|from|and|or|with|by|than|after|over|down|up|at|for|cut|drop|fall|reduction|increase)$/;

function readOneIn(
  tokens: readonly Token[],
  at: number,
  fraction: (share: number, next: number, half: number) => Figure,
): Figure | undefined {
  const top = readNumber(tokens, at, false);
  if (!top || top.magnitude > 1 || lowerAt(tokens, top.next) !== 'in') return undefined;
  const bottom = readNumber(tokens, top.next + 1, false);
  if (
    !bottom ||
    bottom.value <= top.value ||
    bottom.value > 1e6 ||
    (bottom.value >= 1900 && bottom.value < 2100)
  )
    return undefined;
  if (readUnit(tokens, bottom.next)) return undefined;
  const share = top.value / bottom.value;
  return fraction(share, bottom.next, (100 * share * bottom.half) / bottom.value);
}

const noNoun =
  /^(?:a|an|the|this|that|these|those|his|her|our|their|its|my|your|and|or|but|of|in|on|at|to|from|by|for|with|within|without|into|over|under|after|before|until|till|since|when|while|where|which|who|whose|whom|as|so|if|than|then|per|each|every|was|were|is|are|had|has|have|did|do|does|could|would|should|can|will|may|might|must|not|no|it|he|she|they|we|i|you|there|more|less|fewer|times|x|because|during|across|between|through|about|only|also|later|earlier|ago|apart|all|both)$/;

/** The noun that a bare number counts: the first plural among the next three words, or else the next word. */
function readNoun(tokens: readonly Token[], index: number): { noun: string; next: number } | undefined {
  let fallback: { noun: string; next: number } | undefined;
  for (let step = 0; step < 3; step += 1) {
    let at = index + step;
    if (isDash(tokens[at]) && tokens[at]?.glued && tokens[at + 1]?.glued) at += 1;
    const token = tokens[at];
    if (token?.kind !== 'word' || noNoun.test(token.lower) || isNumberWord(token.lower)) break;
    if (singular(token.lower) !== token.lower || /^(?:people|children|men|women)$/.test(token.lower)) {
      return { noun: singular(token.lower), next: at + 1 };
    }
    if (step === 0 && !/(?:ed|ing|ly)$/.test(token.lower)) fallback = { noun: token.lower, next: at + 1 };
  }
  return fallback;
}
