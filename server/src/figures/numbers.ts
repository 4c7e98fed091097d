import { isDash, lowerAt, type Token } from './tokens';
import { wordTable } from '../text/wordTable';

/** A number read from one or more tokens. */
export interface NumberRead {
  readonly value: number;
  /** Half of the last place that is stated: what rounding alone leaves open on each side. */
  readonly half: number;
  /** Index of the token after it. */
  readonly next: number;
  /** The word "one" or "a" alone, which is seldom meant as a figure. */
  readonly faint: boolean;
  /** 1,000 for "8K", 1,000,000 for "1.2 million", else 1. */
  readonly magnitude: number;
}

const ones = wordTable<number>({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});
const tens = wordTable<number>({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const magnitudes = wordTable<number>({
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
});
const suffixes = wordTable<number>({
  k: 1e3,
  K: 1e3,
  M: 1e6,
  mn: 1e6,
  B: 1e9,
  bn: 1e9,
  T: 1e12,
});

const numberWord = new Set([...Object.keys(ones), ...Object.keys(tens), ...Object.keys(magnitudes)]);

/** The value of a small number word, or undefined. */
export function valueOfWord(word: string): number | undefined {
  return ones[word] ?? tens[word];
}

/** Whether a word is part of how numbers are spelled. */
export function isNumberWord(word: string): boolean {
  return numberWord.has(word);
}

/** Reads the number that begins at a token: "3,140", "2.3M", "1.2 million", "twenty-five", "a hundred", "two and a half". */
export function readNumber(
  tokens: readonly Token[],
  index: number,
  afterCurrency: boolean,
): NumberRead | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  if (token.kind === 'number') return readDigits(tokens, index, token, afterCurrency);
  if (token.kind === 'word') return readWords(tokens, index);
  return undefined;
}

function readDigits(
  tokens: readonly Token[],
  index: number,
  token: Token,
  afterCurrency: boolean,
): NumberRead | undefined {
  const value = Number(token.text.replace(/,/g, ''));
  if (Number.isNaN(value)) return undefined;
  let half = roundingOf(token.text, value);
  let next = index + 1;
  const after = tokens[next];
  let magnitude = 1;
  if (after?.kind === 'word') {
    if (after.glued) magnitude = suffixes[after.text] ?? (afterCurrency && after.lower === 'm' ? 1e6 : 1);
    else magnitude = after.lower === 'bn' ? 1e9 : (magnitudes[after.lower] ?? 1);
    if (magnitude > 1) next += 1;
  }
  if (magnitude > 1) half = Math.min(half * magnitude, 0.1 * value * magnitude);
  return withHalf(tokens, { value: value * magnitude, half, next, faint: false, magnitude });
}

/** "8" is good to ±0.5, "2.5" to ±0.05; round numbers are taken a little more loosely, as they are used. */
function roundingOf(text: string, value: number): number {
  const point = text.indexOf('.');
  if (point >= 0) return 0.5 * 10 ** -(text.length - point - 1);
  return roundingOfInteger(value);
}

function roundingOfInteger(value: number): number {
  if (value === 0) return 0;
  let zeros = 1;
  while (value % (zeros * 10) === 0) zeros *= 10;
  return zeros === 1 ? 0.5 : Math.max(0.5, Math.min(0.5 * zeros, 0.025 * value));
}

function readWords(tokens: readonly Token[], index: number): NumberRead | undefined {
  const first = lowerAt(tokens, index);
  if (first === 'half' && lowerAt(tokens, index + 1) === 'a') {
    const magnitude = magnitudes[lowerAt(tokens, index + 2)];
    return magnitude ? plain(0.5 * magnitude, index + 3, 0.05 * magnitude) : undefined;
  }
  if (first === 'a' || first === 'an') {
    const magnitude = magnitudes[lowerAt(tokens, index + 1)];
    if (magnitude) return plain(magnitude, index + 2, 0.05 * magnitude);
    if (lowerAt(tokens, index + 1) === 'couple' && lowerAt(tokens, index + 2) === 'of')
      return plain(2, index + 3, 1);
    return undefined;
  }
  return readCardinal(tokens, index);
}

function plain(value: number, next: number, half: number): NumberRead {
  return { value, half, next, faint: false, magnitude: 1 };
}

function readCardinal(tokens: readonly Token[], index: number): NumberRead | undefined {
  let total = 0;
  let group = 0;
  let at = index;
  let read = 0;
  for (; at < tokens.length; at += 1) {
    const word = lowerAt(tokens, at);
    const magnitude = magnitudes[word];
    if (ones[word] !== undefined) {
      // "two three" is no number; "twenty five" is one, and so is "a hundred and five".
      if (group % 10 !== 0 || (group > 0 && group % 100 >= 20 && (ones[word] ?? 0) > 9)) break;
      if (read > 0 && group === 0 && total === 0) break;
      group += ones[word] ?? 0;
    } else if (tens[word] !== undefined) {
      if (group % 100 !== 0 || (read > 0 && group === 0 && total === 0)) break;
      group += tens[word] ?? 0;
    } else if (magnitude !== undefined && read > 0) {
      if (magnitude === 100) group *= 100;
      else {
        total += group * magnitude;
        group = 0;
      }
    } else if (read > 0 && joinsNumber(tokens, at, group, total)) {
      continue;
    } else break;
    read += 1;
  }
  if (read === 0) return undefined;
  const value = total + group;
  const faint = value === 1 && read === 1;
  return withHalf(tokens, { value, half: roundingOfInteger(value), next: at, faint, magnitude: 1 });
}

/** "twenty-five" and "two hundred and five": the hyphen or the "and" belongs to the number only where a smaller part follows. */
function joinsNumber(tokens: readonly Token[], at: number, group: number, total: number): boolean {
  const next = lowerAt(tokens, at + 1);
  if (isDash(tokens[at]))
    return group % 100 >= 20 && group % 10 === 0 && (ones[next] ?? 10) < 10 && tokens[at]?.glued === true;
  if (lowerAt(tokens, at) !== 'and') return false;
  return (
    (group >= 100 || (group === 0 && total > 0)) && (ones[next] !== undefined || tens[next] !== undefined)
  );
}

/** Adds "and a half", with or without hyphens. */
function withHalf(tokens: readonly Token[], read: NumberRead): NumberRead {
  let at = read.next;
  const words: string[] = [];
  while (words.length < 3 && at < tokens.length) {
    if (isDash(tokens[at]) && tokens[at]?.glued) at += 1;
    words.push(lowerAt(tokens, at));
    at += 1;
  }
  if (words[0] !== 'and' || words[1] !== 'a' || words[2] !== 'half') return read;
  return {
    ...read,
    value: read.value + 0.5 * read.magnitude,
    half: 0.25 * read.magnitude,
    next: at,
    faint: false,
  };
}
