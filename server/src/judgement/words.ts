import { opensPassive, pronounActor, rolesOf } from './clause-words';
import { functionWords } from './function-words';
import { stemOf } from './stems';

/** All that is known of a word by its spelling. Stories repeat their words, so that each is looked at once and then found by its spelling. */
export interface Word {
  /** As compared: lower case, straight apostrophes, figures reduced to their shape. */
  readonly text: string;
  /** Hash of `text`. */
  readonly hash: number;
  /** Hash of its stem. */
  readonly stem: number;
  /** Whether it was written with a capital letter. */
  readonly isCapital: boolean;
  /** Whether it holds a digit. */
  readonly isFigure: boolean;
  readonly isFunctionWord: boolean;
  /** Flags of `Role`. */
  readonly roles: number;
  readonly opensPassive: boolean;
  /** The actor that it stands for as a pronoun, -1 for none. */
  readonly pronoun: number;
  /** How many UTF-16 units of the spelling it covers. */
  readonly length: number;
  /** The classes of the lexicon that it is an entry of, empty where it only begins one, null where it does neither: looked up when first asked for. */
  entry: readonly number[] | null | undefined;
}

const contraction = /^(.+?)(n't|'(?:s|re|ve|ll|d|m))$/;
const hasDigit = /\d/;
const hasCapital = /\p{Lu}/u;

/** A bound keeps the memory small. */
const mostRemembered = 20_000;
const remembered = new Map<string, readonly Word[]>();

/** The word of a spelling, or the two of a contraction: "didn't" is "did" and "n't". */
export function wordsOfSpelling(spelling: string): readonly Word[] {
  let known = remembered.get(spelling);
  if (known === undefined) {
    known = readSpelling(spelling);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(spelling, known);
  }
  return known;
}

function readSpelling(spelling: string): Word[] {
  const lower = spelling.toLowerCase().replaceAll('’', "'");
  const parts = lower.length === spelling.length ? contraction.exec(lower) : null;
  const isCapital = hasCapital.test(spelling);
  if (!parts) return [wordOf(lower, spelling.length, isCapital)];
  const head = parts[1]!;
  return [wordOf(head, head.length, isCapital), wordOf(parts[2]!, spelling.length - head.length, false)];
}

function wordOf(lower: string, length: number, isCapital: boolean): Word {
  const isFigure = hasDigit.test(lower);
  const text = isFigure ? figureShape(lower) : lower;
  return {
    text,
    hash: hashText(text),
    stem: hashText(stemOf(text)),
    isCapital,
    isFigure,
    isFunctionWord: functionWords.has(text),
    roles: rolesOf(text),
    opensPassive: opensPassive(text),
    pronoun: pronounActor(text) ?? -1,
    length,
    entry: undefined,
  };
}

/** "1,250" and "3.2" → "0", "40%" → "0%", "02:14" → "0:0", "p99" → "p0": the amount does not matter, its kind does. */
function figureShape(lower: string): string {
  return lower.replace(/\d+(?:[.,]\d+)*/g, '0');
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
