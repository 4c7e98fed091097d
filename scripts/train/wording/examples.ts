import { sectionKinds } from '../../../server/src/rubric/ids';
import { tokenize } from '../../../server/src/judgement/tokens';
import {
  endingOf,
  isCapitalWithin,
  mostWords,
  placeOf,
  wordKey,
  wordingOutputs,
} from '../../../server/src/judgement/wording';
import type { Row } from '../corpus';

/** A row as the convolution hears it: places in the vocabulary, one a word. */
export interface WordingExample {
  /** The place of each word; that after the last for words that are not known. */
  readonly words: Int32Array;
  /** The place of each ending, -1 for one that is not known. */
  readonly endings: Int32Array;
  /** 1 for a capital letter within the sentence. */
  readonly capitals: Uint8Array;
  readonly section: number;
  /** Per label 1, -1, or 0 for not said. */
  readonly truth: Int8Array;
  readonly weight: number;
}

/** The words and the endings that a model learns, each with the keys they are found by, rising. */
export interface WordingVocabulary {
  readonly words: Int32Array;
  readonly endings: Int32Array;
  /** A word for each key of `words`. */
  readonly spellings: readonly string[];
}

/** A word is learnt when so many rows hold it, an ending when so many do. */
const leastRows = { words: 14, endings: 190 };
/** No row counts more than this, so that a few do not decide. */
const mostWeight = 2;

/** What enough of the rows with `use` 1 hold. */
export function chooseWording(rows: readonly Row[], use: Uint8Array): WordingVocabulary {
  const words = new Map<string, number>();
  const endings = new Map<string, number>();
  const count = (counts: Map<string, number>, all: Iterable<string>): void => {
    for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  };
  rows.forEach(({ text }, row) => {
    if (use[row] !== 1) return;
    const distinct = new Set(tokenize(text).words);
    count(words, distinct);
    count(endings, new Set([...distinct].map(endingOf)));
  });
  const spellings = new Map(keysOf(words, leastRows.words));
  const known = Int32Array.from(spellings.keys()).sort();
  return {
    words: known,
    endings: Int32Array.from(new Map(keysOf(endings, leastRows.endings)).keys()).sort(),
    spellings: Array.from(known, (key) => spellings.get(key)!),
  };
}

function keysOf(counts: ReadonlyMap<string, number>, least: number): [number, string][] {
  return [...counts].filter(([, count]) => count >= least).map(([text]) => [wordKey(text), text]);
}

export function wordingExample(row: Row, { words, endings }: WordingVocabulary): WordingExample {
  const tokens = tokenize(row.text);
  const heard = tokens.words.slice(0, mostWords);
  return {
    words: Int32Array.from(heard, (word) => {
      const place = placeOf(wordKey(word), words);
      return place < 0 ? words.length : place;
    }),
    endings: Int32Array.from(heard, (word) => placeOf(wordKey(endingOf(word)), endings)),
    capitals: Uint8Array.from(heard, (_, at) => (isCapitalWithin(tokens, at) ? 1 : 0)),
    section: sectionKinds.indexOf(row.section),
    truth: row.truth.slice(0, wordingOutputs),
    weight: Math.min(mostWeight, row.weight),
  };
}
