import { margin, type WordingModel } from '../../../server/src/judgement/wording';
import { Workspace } from '../../../server/src/judgement/workspace';
import type { Row } from '../corpus';
import { randomNumbers, shuffle } from '../random';
import { chooseWording, type WordingExample, wordingExample } from './examples';
import { type Dropout, Layers } from './layers';
import { readMeanings } from './meanings';
import { Parameters } from './parameters';

export interface WordingOptions {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  readonly dropout: Dropout;
}

export const wordingOptions: WordingOptions = {
  passes: 9,
  rate: 0.002,
  decay: 0.02,
  dropout: { words: 0.05, numbers: 0.1, pooled: 0.15, units: 0.15 },
};

const batchSize = 128;
/** So many steps until the rate is reached: the first slopes are large and lead astray. */
const warmUp = 200;
/** Room for the vectors of 30,000 words with their meanings and slopes, and for a batch of the longest sentences. */
const numbers = 20_000_000;

/**
 * Trains a convolution on the rows with `use` 1: log loss, Adam, the rate falling to nothing. Deterministic: the first weights, the order
 * of rows and what is left out come from a fixed seed.
 */
export function trainWording(
  rows: readonly Row[],
  use: Uint8Array,
  options = wordingOptions,
  seed = 5,
): WordingModel {
  const vocabulary = chooseWording(rows, use);
  const examples = rows.filter((_, row) => use[row] === 1).map((row) => wordingExample(row, vocabulary));
  const random = randomNumbers(seed);
  const space = new Workspace(numbers);
  const parameters = new Parameters(space, vocabulary, readMeanings(), random, options.decay);
  const layers = new Layers(space, parameters, mostRows(examples), batchSize, random);
  const order = [...examples.keys()];
  const steps = Math.ceil(order.length / batchSize) * options.passes;
  for (let pass = 0, done = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batchSize) {
      layers.learn(
        order.slice(from, from + batchSize).map((at) => examples[at]!),
        options.dropout,
      );
      done++;
      parameters.step(options.rate * Math.min(1, done / warmUp, 1 - done / steps));
    }
  }
  return parameters.model();
}

/** The most rows that a batch may take: its sentences with the margins between them. */
function mostRows(examples: readonly WordingExample[]): number {
  const longest = examples
    .map(({ words }) => words.length)
    .sort((a, b) => b - a)
    .slice(0, batchSize);
  return longest.reduce((sum, length) => sum + length + margin, 2 * margin);
}
