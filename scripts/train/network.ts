import { blockSizes, type Network, outputCount as networkOutputs } from '../../server/src/context/network';
import { randomNumbers, shuffle } from './random';

/** One row to learn from: the inputs that are not 0, and what the outputs should be (positive, negative, or 0 for not said). */
export interface Example {
  /** Whether it stands in a story, which has biases of its own. */
  readonly isInStory: boolean;
  readonly inputs: Int32Array;
  readonly values: Float32Array;
  readonly truth: Int8Array;
  readonly weight: number;
}

export interface NetworkOptions {
  readonly hidden: number;
  readonly passes: number;
  readonly rate: number;
  /** How strongly large weights are held down. */
  readonly decay: number;
  /** The share of inputs and hidden units that are left out at each step, so that none is relied on alone. */
  readonly dropout: number;
}

const batchSize = 32;
/** As a binding of its own: what is imported is asked for anew at each turn of a loop, which made training three times as slow. */
const outputCount = networkOutputs;

/**
 * Trains a network on log loss by Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), the rate falling to
 * nothing. Deterministic: the first weights, the order of rows and what is left out come from a fixed seed.
 */
export function trainNetwork(examples: readonly Example[], options: NetworkOptions, seed = 11): Network {
  const random = randomNumbers(seed);
  const { hidden } = options;
  const blocks = blockSizes(hidden).map((size) => new Float32Array(size));
  for (const block of [0, 2])
    blocks[block]!.forEach((_, i, all) => (all[i] = (random() - 0.5) * (block === 0 ? 0.1 : 0.3)));
  const slopes = blocks.map(({ length }) => new Float32Array(length));
  const adam = createAdam(blocks, slopes, options.decay);
  const step = createStep({ hidden, blocks }, slopes, options.dropout, random);
  const order = [...examples.keys()];
  const steps = Math.ceil(order.length / batchSize) * options.passes;
  for (let pass = 0, done = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batchSize) {
      for (let at = from; at < Math.min(order.length, from + batchSize); at++) step(examples[order[at]!]!);
      adam(options.rate * (1 - done++ / steps));
    }
  }
  return { hidden, blocks };
}

/** Adds one example's slopes. */
function createStep(
  { hidden, blocks }: Network,
  slopes: readonly Float32Array[],
  dropout: number,
  random: () => number,
): (example: Example) => void {
  const [u, w, v, b, c] = blocks as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const [du, dw, dv, db, dc] = slopes as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const units = new Float32Array(hidden);
  const backwards = new Float32Array(hidden);
  const outputs = new Float32Array(outputCount);
  const keep = 1 / (1 - dropout);
  return ({ inputs, values, truth, weight, isInStory }) => {
    const used = values.map((value) => (random() < dropout ? 0 : value * keep));
    const placed = isInStory ? 1 : 0;
    for (let j = 0; j < hidden; j++) units[j] = b[j]! + placed * c[j]!;
    for (let k = 0; k < outputCount; k++) outputs[k] = b[hidden + k]! + placed * c[hidden + k]!;
    for (let i = 0; i < inputs.length; i++) {
      const x = used[i]!;
      if (x === 0) continue;
      for (let j = 0, at = inputs[i]! * hidden; j < hidden; j++) units[j]! += x * u[at + j]!;
      for (let k = 0, at = inputs[i]! * outputCount; k < outputCount; k++) outputs[k]! += x * w[at + k]!;
    }
    for (let j = 0; j < hidden; j++) {
      units[j] = units[j]! <= 0 || random() < dropout ? 0 : units[j]! * keep;
      for (let k = 0; k < outputCount; k++) outputs[k]! += units[j]! * v[j * outputCount + k]!;
    }
    for (let k = 0; k < outputCount; k++) {
      const target = truth[k]!;
      outputs[k] =
        target === 0 ? 0 : (weight * (1 / (1 + Math.exp(-outputs[k]!)) - (target > 0 ? 1 : 0))) / batchSize;
      db[hidden + k]! += outputs[k]!;
      dc[hidden + k]! += placed * outputs[k]!;
    }
    for (let j = 0; j < hidden; j++) {
      backwards[j] = 0;
      if (units[j] === 0) continue;
      for (let k = 0; k < outputCount; k++) {
        backwards[j]! += outputs[k]! * v[j * outputCount + k]! * keep;
        dv[j * outputCount + k]! += outputs[k]! * units[j]!;
      }
      db[j]! += backwards[j]!;
      dc[j]! += placed * backwards[j]!;
    }
    for (let i = 0; i < inputs.length; i++) {
      const x = used[i]!;
      if (x === 0) continue;
      for (let j = 0, at = inputs[i]! * hidden; j < hidden; j++) du[at + j]! += x * backwards[j]!;
      for (let k = 0, at = inputs[i]! * outputCount; k < outputCount; k++) dw[at + k]! += x * outputs[k]!;
    }
  };
}

/** A step of Adam down the slopes, which it clears. */
function createAdam(
  blocks: readonly Float32Array[],
  slopes: readonly Float32Array[],
  decay: number,
): (rate: number) => void {
  const means = blocks.map(({ length }) => new Float32Array(length));
  const squares = blocks.map(({ length }) => new Float32Array(length));
  let time = 0;
  return (rate) => {
    time++;
    const [scale1, scale2] = [1 / (1 - 0.9 ** time), 1 / (1 - 0.999 ** time)];
    blocks.forEach((weights, block) => {
      const [slope, mean, square] = [slopes[block]!, means[block]!, squares[block]!];
      const held = block >= 3 ? 0 : rate * decay;
      for (let i = 0; i < weights.length; i++) {
        const g = slope[i]!;
        mean[i] = 0.9 * mean[i]! + 0.1 * g;
        square[i] = 0.999 * square[i]! + 0.001 * g * g;
        weights[i]! -=
          held * weights[i]! + (rate * mean[i]! * scale1) / (Math.sqrt(square[i]! * scale2) + 1e-8);
        slope[i] = 0;
      }
    });
  };
}
