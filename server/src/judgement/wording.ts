import { judgedLabels } from './labels';
import { sectionKinds } from '../rubric/ids';
import { hashText, type Tokens } from './tokens';

/** Weights as they are stored: the weight in a place is its step times what one step is worth. */
export interface WordingBlock {
  readonly unit: number;
  readonly steps: Int8Array | Float32Array;
}

/**
 * A second judge of a sentence, which errs apart from the linear one: it hears the words in their order, as vectors in which words of
 * like meaning are alike. Two layers of filters run over them, each hearing three words at a time, the second every other one; what each
 * filter heard most, and on average, is weighed by a small network (a convolutional network after Kim 2014, on vectors that begin as
 * GloVe's, Pennington et al. 2014).
 */
export interface WordingModel {
  /** Keys of the words that it knows, rising; the vector of a word stands in the place of its key, that of all others after the last. */
  readonly words: Int32Array;
  /** The same of the endings of words, their last three letters; an ending that it does not know has no vector. */
  readonly endings: Int32Array;
  readonly blocks: Readonly<Record<WordingBlockName, WordingBlock>>;
}

/** How many numbers stand for a word, how many filters a layer has, and how many units weigh what they heard. */
export const wordingShape = { width: 32, filters: 64, hidden: 64 } as const;
const { width, filters, hidden } = wordingShape;
/** How many words a filter hears at a time. */
export const taps = 3;
/** How far apart the words are that a filter hears, by layer. */
export const distances = [1, 2] as const;
/** Rows of zeros before and after a sentence, so that no filter hears what is not there. */
export const margin = 2;
/** Longer sentences are heard up to this word. */
export const mostWords = 60;

/** What the network hears: of each filter the most and the mean, and the section. */
export const pooledCount = 4 * filters + sectionKinds.length;
/** The rules of phrasing, then the kinds of evidence: the labels that are not sections. */
export const wordingOutputs = judgedLabels.length;

/** The blocks of weights in their order, a weight from input i to output o at i × outputs + o. `marks`: a capital letter, then the sections. */
export const wordingBlockNames = [
  'words',
  'endings',
  'marks',
  'first',
  'firstBias',
  'second',
  'secondBias',
  'toHidden',
  'hiddenBias',
  'fromHidden',
  'direct',
  'outputBias',
] as const;
export type WordingBlockName = (typeof wordingBlockNames)[number];

/** How many inputs and outputs each block has, in a model that knows so many words and endings. */
export function wordingBlockSizes(
  words: number,
  endings: number,
): Record<WordingBlockName, { inputs: number; outputs: number }> {
  return {
    words: { inputs: words + 1, outputs: width },
    endings: { inputs: endings, outputs: width },
    marks: { inputs: 1 + sectionKinds.length, outputs: width },
    first: { inputs: taps * width, outputs: filters },
    firstBias: { inputs: 1, outputs: filters },
    second: { inputs: taps * filters, outputs: filters },
    secondBias: { inputs: 1, outputs: filters },
    toHidden: { inputs: pooledCount, outputs: hidden },
    hiddenBias: { inputs: 1, outputs: hidden },
    fromHidden: { inputs: hidden, outputs: wordingOutputs },
    direct: { inputs: pooledCount, outputs: wordingOutputs },
    outputBias: { inputs: 1, outputs: wordingOutputs },
  };
}

/** What a word, or an ending, is known by: 24 bits of its hash. */
export function wordKey(text: string): number {
  return hashText(text) >>> 8;
}

export function endingOf(word: string): string {
  return word.slice(-3);
}

/** The place of a key among rising keys, -1 where it is not there. */
export function placeOf(key: number, keys: Int32Array): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle]! < key) from = middle + 1;
    else to = middle;
  }
  return keys[from] === key ? from : -1;
}

/** A capital letter says something but at the beginning of a sentence. */
export function isCapitalWithin({ capital }: Tokens, at: number): boolean {
  return at > 0 && capital[at]!;
}
