import type { Matrix } from './matrix';

/** One linear classifier per head over the same rows: weights `[column * heads + head]`. */
export interface Linear {
  heads: number;
  weights: Float64Array;
  biases: Float64Array;
}

export interface SolverOptions {
  /** The cost of an error against the size of the weights. */
  cost: number;
  /** How many passes over the rows. */
  passes: number;
  /** How much more an error on a positive row costs, per head. */
  positiveWeight: number;
}

/**
 * Trains L2-regularised squared-hinge classifiers (linear support vector machines) by dual coordinate descent
 * (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008), all heads side by side so that a
 * row's weights are read once for all of them. Deterministic: the order of rows comes from a fixed seed.
 *
 * `truth[row * heads + head]` is 1, -1, or 0 for "not said"; `use[row]` is 0 for rows to leave out.
 */
export function trainLinear(matrix: Matrix, truth: Int8Array, heads: number, use: Uint8Array, options: SolverOptions): Linear {
  const { offsets, columns, scale } = matrix;
  const weights = new Float64Array(matrix.hashes.length * heads);
  const biases = new Float64Array(heads);
  const alpha = new Float64Array(matrix.rows * heads);
  const scores = new Float64Array(heads);
  const steps = new Float64Array(heads);
  const order = Array.from(use.keys()).filter((row) => use[row] === 1);
  const random = randomNumbers(7);
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (const row of order) {
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      const value = scale[row]!;
      scores.fill(0);
      for (let at = from; at < to; at++) {
        const base = columns[at]! * heads;
        for (let head = 0; head < heads; head++) scores[head]! += weights[base + head]!;
      }
      const squared = (to - from) * value * value + 1;
      let moved = false;
      for (let head = 0; head < heads; head++) {
        const sign = truth[row * heads + head]!;
        steps[head] = 0;
        if (sign === 0) continue;
        const slack = 0.5 / (options.cost * (sign > 0 ? options.positiveWeight : 1));
        const old = alpha[row * heads + head]!;
        const gradient = sign * (scores[head]! * value + biases[head]!) - 1 + slack * old;
        const next = Math.max(0, old - gradient / (squared + slack));
        if (next === old) continue;
        alpha[row * heads + head] = next;
        const step = (next - old) * sign;
        biases[head]! += step;
        steps[head] = step * value;
        moved = true;
      }
      if (!moved) continue;
      for (let at = from; at < to; at++) {
        const base = columns[at]! * heads;
        for (let head = 0; head < heads; head++) weights[base + head]! += steps[head]!;
      }
    }
  }
  return { heads, weights, biases };
}

/** The scores of one row, per head, written into `out`. */
export function scoreRow(matrix: Matrix, model: Linear, row: number, out: Float64Array): void {
  out.fill(0);
  for (let at = matrix.offsets[row]!; at < matrix.offsets[row + 1]!; at++) {
    const base = matrix.columns[at]! * model.heads;
    for (let head = 0; head < model.heads; head++) out[head]! += model.weights[base + head]!;
  }
  for (let head = 0; head < model.heads; head++) out[head] = out[head]! * matrix.scale[row]! + model.biases[head]!;
}

/** A small generator of numbers in 0..1 (mulberry32), the same on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
