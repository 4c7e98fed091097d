/** Weights that are learnt, with their slopes and what Adam remembers of these. */
export interface Learnt {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
  /** Whether large weights are held down. */
  readonly isHeldDown: boolean;
}

/** Weights and slopes lie where the caller multiplies them. */
export function learnt(weights: Float32Array, slopes: Float32Array, isHeldDown: boolean): Learnt {
  const { length } = weights;
  return { weights, slopes, means: new Float32Array(length), squares: new Float32Array(length), isHeldDown };
}

/** Steps down slopes by Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019). */
export class Adam {
  private steps = 0;
  private meanScale = 1;
  private squareScale = 1;

  /** `decay`: how strongly large weights are held down. */
  constructor(private readonly decay: number) {}

  /** Begins the next step. */
  begin(): void {
    this.steps++;
    this.meanScale = 1 / (1 - 0.9 ** this.steps);
    this.squareScale = 1 / (1 - 0.999 ** this.steps);
  }

  /** Moves the weights from one place up to another, and clears their slopes. */
  move(
    { weights, slopes, means, squares, isHeldDown }: Learnt,
    rate: number,
    from = 0,
    to = weights.length,
  ): void {
    const { meanScale, squareScale } = this;
    const kept = isHeldDown ? 1 - rate * this.decay : 1;
    for (let i = from; i < to; i++) {
      const slope = slopes[i]!;
      const mean = (means[i] = 0.9 * means[i]! + 0.1 * slope);
      const square = (squares[i] = 0.999 * squares[i]! + 0.001 * slope * slope);
      weights[i] = kept * weights[i]! - (rate * mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8);
      slopes[i] = 0;
    }
  }
}
