import type { Matrix } from './matrix';
import { randomNumbers, shuffle } from './random';

/** One linear classifier per head over the same rows: weights `[column * heads + head]`. */
export interface Linear {
  heads: number;
  weights: Float32Array;
  biases: Float64Array;
}

export interface SolverOptions {
  /** The cost of an error against the size of the weights. */
  cost: number;
  /** How many passes over the rows. */
  passes: number;
}

/**
 * Trains L2-regularised squared-hinge classifiers (linear support vector machines) by dual coordinate descent
 * (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008), all heads side by side so that a
 * row's weights are read once for all of them. Deterministic: the order of rows comes from a fixed seed.
 *
 * `truth[row * heads + head]` is 1, -1, or 0 for "not said"; rows with `use` 0 are left out. An error on a row costs the options' cost times
 * its own weight, 1 where none are given.
 */
export function trainLinear(
  matrix: Matrix,
  truth: Int8Array,
  heads: number,
  use: Uint8Array,
  options: SolverOptions,
  rowWeights?: Float64Array,
): Linear {
  const model: Linear = {
    heads,
    weights: new Float32Array(matrix.width * heads),
    biases: new Float64Array(heads),
  };
  const alphas = new Float64Array(matrix.rows * heads);
  const squares = squaredLengths(matrix);
  const scores = new Float64Array(heads);
  const steps = new Float64Array(heads);
  const moved = new Int32Array(heads);
  const order = Array.from(use.keys()).filter((row) => use[row] === 1);
  const random = randomNumbers(7);
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (const row of order) {
      scoreRow(matrix, model, row, scores);
      const slack = 0.5 / (options.cost * (rowWeights?.[row] ?? 1));
      let movedCount = 0;
      for (let head = 0; head < heads; head++) {
        const sign = truth[row * heads + head]!;
        const old = alphas[row * heads + head]!;
        const gradient = sign * scores[head]! - 1 + slack * old;
        const next = sign === 0 ? 0 : Math.max(0, old - gradient / (squares[row]! + slack));
        steps[head] = (next - old) * sign;
        if (steps[head] === 0) continue;
        alphas[row * heads + head] = next;
        model.biases[head]! += steps[head]!;
        moved[movedCount++] = head;
      }
      if (movedCount > 0) addRow(matrix, model, row, steps, moved, movedCount);
    }
  }
  return model;
}

/** The scores of one row, per head, written into `out`. */
export function scoreRow(matrix: Matrix, model: Linear, row: number, out: Float64Array): void {
  const { heads, weights, biases } = model;
  const { offsets, columns, values } = matrix;
  for (let head = 0; head < heads; head++) out[head] = biases[head]!;
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    const base = columns[at]! * heads;
    const value = values[at]!;
    for (let head = 0; head < heads; head++) out[head]! += weights[base + head]! * value;
  }
}

/** Adds the steps of the first `movedCount` of `moved`: few heads move at once. */
function addRow(
  matrix: Matrix,
  model: Linear,
  row: number,
  steps: Float64Array,
  moved: Int32Array,
  movedCount: number,
): void {
  const { heads, weights } = model;
  const { offsets, columns, values } = matrix;
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    const base = columns[at]! * heads;
    const value = values[at]!;
    for (let i = 0; i < movedCount; i++) weights[base + moved[i]!]! += steps[moved[i]!]! * value;
  }
}

/** Per row, the squared length of its vector, with the constant that carries the bias. */
function squaredLengths({ rows, offsets, values }: Matrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 1;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) sum += values[at]! * values[at]!;
    return sum;
  });
}
