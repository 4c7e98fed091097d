import { stemOf } from './stems';

/** The words, figures and marks of one sentence, as parallel arrays so that reading a sentence allocates little. */
export interface Tokens {
  /** How many tokens there are. */
  length: number;
  /** UTF-16 offsets into the sentence, half-open. */
  starts: number[];
  ends: number[];
  /** The token as compared: lower case, straight apostrophes, figures reduced to their shape. */
  words: string[];
  /** Hash of `words[i]`. */
  hashes: number[];
  /** Hash of the stem of `words[i]`. */
  stems: number[];
  /** True where the token was written with a capital letter. */
  capital: boolean[];
  /** True where the token holds a digit. */
  figure: boolean[];
}

const tokenPattern = /[\p{L}\p{N}_]+(?:['’.\-/:,@]?[\p{L}\p{N}_]+)*%?|[$€£¥]|[^\s\p{L}\p{N}]/gu;
const contraction = /^(.+?)(n't|'(?:s|re|ve|ll|d|m))$/;
const hasDigit = /\d/;
const hasCapital = /\p{Lu}/u;

/**
 * Splits a sentence into tokens. Contractions become two ("didn't" → "did", "n't"), a figure keeps its unit
 * ("2.5s", "40%"), anything else that is neither letter nor digit stands alone.
 */
export function tokenize(text: string): Tokens {
  const tokens: Tokens = {
    length: 0,
    starts: [],
    ends: [],
    words: [],
    hashes: [],
    stems: [],
    capital: [],
    figure: [],
  };
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    const start = match.index;
    const lower = raw.toLowerCase().replaceAll('’', "'");
    const parts = lower.length === raw.length ? contraction.exec(lower) : null;
    if (parts) {
      const head = parts[1]!;
      push(tokens, raw, start, start + head.length, head);
      push(tokens, '', start + head.length, start + raw.length, parts[2]!);
    } else {
      push(tokens, raw, start, start + raw.length, lower);
    }
  }
  return tokens;
}

function push(tokens: Tokens, raw: string, start: number, end: number, lower: string): void {
  const figure = hasDigit.test(lower);
  const word = figure ? figureShape(lower) : lower;
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.words.push(word);
  const known = hashesOf(word);
  tokens.hashes.push(known.word);
  tokens.stems.push(known.stem);
  tokens.capital.push(hasCapital.test(raw));
  tokens.figure.push(figure);
  tokens.length++;
}

/** "1,250" and "3.2" → "0", "40%" → "0%", "02:14" → "0:0", "p99" → "p0": the amount does not matter, its kind does. */
function figureShape(lower: string): string {
  return lower.replace(/\d+(?:[.,]\d+)*/g, '0');
}

const seen = new Map<string, { word: number; stem: number }>();

/** The hashes of a word and its stem, remembered for the next time; a bound keeps the memory small. */
function hashesOf(word: string): { word: number; stem: number } {
  let known = seen.get(word);
  if (known === undefined) {
    known = { word: hashText(word), stem: hashText(stemOf(word)) };
    if (seen.size > 20_000) seen.clear();
    seen.set(word, known);
  }
  return known;
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes two hashes into one; the order matters. */
export function mixHashes(first: number, second: number): number {
  let hash = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) + Math.imul(second, 0x297a2d39) + 0x5bd1e995;
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}
