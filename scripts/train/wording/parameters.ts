import { sectionKinds } from '../../../server/src/rubric/ids';
import {
  pooledCount,
  taps,
  type WordingBlock,
  type WordingBlockName,
  wordingBlockNames,
  type WordingModel,
  wordingOutputs,
  wordingShape,
} from '../../../server/src/judgement/wording';
import { paddedOutputs as outputWidth } from '../../../server/src/judgement/wordingJudge';
import { rowsOf, type Workspace } from '../../../server/src/judgement/workspace';
import { Adam, type Learnt, learnt } from '../adam';
import { narrowed } from '../padding';
import type { WordingVocabulary } from './examples';
import { pooledWidth } from './layers';
import type { Meanings } from './meanings';

const { width, filters, hidden } = wordingShape;

/** What is learnt: the blocks of the model, and what makes a vector of a word's meaning. */
type Name = WordingBlockName | 'meaning';

/** A block before anything is learnt: numbers by chance of this spread, 0 for none. Large ones of some are held down. */
interface Beginning {
  readonly rows: number;
  readonly columns: number;
  readonly spread: number;
  readonly isHeldDown: boolean;
}

/** In the order in which chance gives them their numbers. */
function beginnings(words: number, endings: number, meaningWidth: number): Record<Name, Beginning> {
  const vectors = (rows: number, spread: number): Beginning => ({ rows, columns: width, spread, isHeldDown: false }); // prettier-ignore
  const weights = (rows: number, columns: number, inputs = rows): Beginning => ({ rows, columns, spread: 1 / Math.sqrt(3 * inputs), isHeldDown: true }); // prettier-ignore
  const biases = (columns: number): Beginning => ({ rows: 1, columns, spread: 0, isHeldDown: false });
  return {
    words: vectors(words + 1, 0.05),
    endings: vectors(endings, 0.1),
    marks: vectors(1 + sectionKinds.length, 0.5),
    meaning: { ...vectors(meaningWidth, 0.7 / Math.sqrt(meaningWidth)), isHeldDown: true },
    first: weights(taps * width, filters),
    firstBias: biases(filters),
    second: weights(taps * filters, filters),
    secondBias: biases(filters),
    toHidden: weights(pooledWidth, hidden, pooledCount),
    hiddenBias: biases(hidden),
    fromHidden: weights(hidden, outputWidth),
    direct: weights(pooledWidth, outputWidth, pooledCount),
    outputBias: biases(outputWidth),
  };
}

/**
 * What the convolution learns. The vector of a word is what it learns of the word, and what it makes of the word's meaning: a vector from
 * elsewhere that stays as it is.
 */
export class Parameters {
  readonly weights: Readonly<Record<Name, Float32Array>>;
  readonly slopes: Readonly<Record<Name, Float32Array>>;
  /** The place of all words that are not known. */
  readonly unknown: number;
  readonly meanings: Float32Array;
  readonly meaningWidth: number;
  private readonly blocks: Readonly<Record<Name, Learnt>>;
  private readonly adam: Adam;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private readonly isTouched: Uint8Array;

  /** `decay`: how strongly large weights are held down. */
  constructor(
    private readonly space: Workspace,
    private readonly vocabulary: WordingVocabulary,
    meanings: Meanings,
    random: () => number,
    decay: number,
  ) {
    this.unknown = vocabulary.words.length;
    this.meaningWidth = meanings.width;
    this.meanings = meanings.of(vocabulary.spellings);
    this.adam = new Adam(decay);
    const begun = beginnings(this.unknown, vocabulary.endings.length, meanings.width);
    const names = Object.keys(begun) as Name[];
    const each = <Value>(value: (name: Name) => Value): Record<Name, Value> =>
      Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
    this.blocks = each((name) => {
      const { rows, columns, spread, isHeldDown } = begun[name];
      const weights = space.allocate(rows * columns);
      if (spread > 0) for (let i = 0; i < weights.length; i++) weights[i] = spread * normal(random);
      return learnt(weights, space.allocate(rows * columns), isHeldDown);
    });
    this.weights = each((name) => this.blocks[name].weights);
    this.slopes = each((name) => this.blocks[name].slopes);
    this.touched = new Int32Array(this.unknown + 1);
    this.isTouched = new Uint8Array(this.unknown + 1);
  }

  /** Remembers that a word has a slope. */
  touch(word: number): void {
    if (this.isTouched[word] === 1) return;
    this.isTouched[word] = 1;
    this.touched[this.touchedCount++] = word;
  }

  /** A step down the slopes, which it clears; of the words only those that were met take one. */
  step(rate: number): void {
    this.adam.begin();
    const { words, ...others } = this.blocks;
    for (const block of Object.values(others)) this.adam.move(block, rate);
    for (let i = 0; i < this.touchedCount; i++) {
      const word = this.touched[i]!;
      this.adam.move(words, rate, word * width, (word + 1) * width);
      this.isTouched[word] = 0;
    }
    this.touchedCount = 0;
  }

  /** What is learnt, as the judge reads it. */
  model(): WordingModel {
    const words = this.weights.words.slice();
    const vectors = this.space.allocate(this.unknown * width);
    const meanings = this.space.allocate(this.meanings.length);
    meanings.set(this.meanings);
    this.space.multiplyAdd(this.unknown, width, this.meaningWidth, rowsOf(meanings, this.meaningWidth), rowsOf(this.weights.meaning, width), rowsOf(vectors, width)); // prettier-ignore
    for (let i = 0; i < vectors.length; i++) words[i]! += vectors[i]!;
    const blocks = wordingBlockNames.map((name): [string, WordingBlock] => [
      name,
      { unit: 1, steps: name === 'words' ? words : this.stored(name) },
    ]);
    return {
      words: this.vocabulary.words,
      endings: this.vocabulary.endings,
      blocks: Object.fromEntries(blocks) as WordingModel['blocks'],
    };
  }

  /** A block without the rows and columns that are there for the kernel alone. */
  private stored(name: Name): Float32Array {
    const weights = this.weights[name];
    if (name === 'toHidden') return weights.slice(0, pooledCount * hidden);
    if (name === 'direct') return narrowed(weights, outputWidth, pooledCount, wordingOutputs);
    if (name === 'fromHidden' || name === 'outputBias')
      return narrowed(weights, outputWidth, weights.length / outputWidth, wordingOutputs);
    return weights.slice();
  }
}

/** A number of the normal distribution (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
