import { wordsOfSpelling, type Word } from './words';

export { hashText } from './words';

/** The words, figures and marks of one sentence, as parallel arrays so that reading a sentence allocates little. */
export interface Tokens {
  /** How many tokens there are. */
  length: number;
  /** UTF-16 offsets into the sentence, half-open. */
  starts: number[];
  ends: number[];
  /** What is known of each token by its spelling. */
  known: Word[];
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

/**
 * Splits a sentence into tokens. Contractions become two ("didn't" → "did", "n't"), a figure keeps its unit
 * ("2.5s", "40%"), anything else that is neither letter nor digit stands alone.
 */
export function tokenize(text: string): Tokens {
  const tokens: Tokens = {
    length: 0,
    starts: [],
    ends: [],
    known: [],
    words: [],
    hashes: [],
    stems: [],
    capital: [],
    figure: [],
  };
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.surrogate) return tokenizeByPattern(text);
    at = kind === Kind.letter ? endOfWord(text, at) : at + 1;
    if (kind !== Kind.space) push(tokens, text.slice(start, at), start);
  }
  return tokens;
}

function push(tokens: Tokens, spelling: string, from: number): void {
  let start = from;
  for (const word of wordsOfSpelling(spelling)) {
    tokens.starts.push(start);
    tokens.ends.push((start += word.length));
    tokens.known.push(word);
    tokens.words.push(word.text);
    tokens.hashes.push(word.hash);
    tokens.stems.push(word.stem);
    tokens.capital.push(word.isCapital);
    tokens.figure.push(word.isFigure);
    tokens.length++;
  }
}

/** What the pattern below says, for texts that hold no pair of surrogates: a regular expression over Unicode takes several times as long. */
const pattern = /[\p{L}\p{N}_]+(?:['’.\-/:,@]?[\p{L}\p{N}_]+)*%?|[$€£¥]|[^\s\p{L}\p{N}]/gu;

function tokenizeByPattern(text: string): Tokens {
  const tokens = tokenize('');
  for (const match of text.matchAll(pattern)) push(tokens, match[0], match.index);
  return tokens;
}

/** Letters and digits, and single marks that join them, with a percent sign at the end. */
function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (kindOf(code) === Kind.letter) at++;
    else if (isJoint(code) && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) === Kind.letter)
      at += 2;
    else return code === 37 ? at + 1 : at;
  }
  return at;
}

/** ' ’ . - / : , @ */
function isJoint(code: number): boolean {
  return (code >= 44 && code <= 47) || code === 39 || code === 58 || code === 64 || code === 0x2019;
}

const Kind = { letter: 1, space: 2, mark: 3, surrogate: 4 } as const;
const kinds = new Uint8Array(0x10000);

/** The kind of a UTF-16 unit, looked at once. */
function kindOf(code: number): number {
  return kinds[code]! || (kinds[code] = readKind(code));
}

function readKind(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return Kind.surrogate;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}_]/u.test(character)) return Kind.letter;
  return /\s/u.test(character) ? Kind.space : Kind.mark;
}

/** Mixes two hashes into one; the order matters. */
export function mixHashes(first: number, second: number): number {
  let hash = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) + Math.imul(second, 0x297a2d39) + 0x5bd1e995;
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}
