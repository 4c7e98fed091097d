import { blockSizes, inputCount, type Network, outputCount } from '../../server/src/context/network';
import { padded, rowsOf, transposed, Workspace } from '../../server/src/judgement/workspace';
import { Adam, type Learnt, learnt } from './adam';
import { narrowed, toSlopes, turn } from './padding';
import { randomNumbers, shuffle } from './random';

/** One row to learn from: the inputs that are not 0, and what the outputs should be (positive, negative, or 0 for not said). */
export interface Example {
  /** Whether it stands in a story, which has biases of its own. */
  readonly isInStory: boolean;
  /** Whether its labels are those of the rubric's authors, whose lines the network is to draw: see `Learner.ofRubric`. */
  readonly isOfRubric: boolean;
  readonly inputs: Int32Array;
  readonly values: Float32Array;
  readonly truth: Int8Array;
  readonly weight: number;
}

export interface NetworkOptions {
  /** A multiple of eight, as the kernel multiplies. */
  readonly hidden: number;
  readonly passes: number;
  readonly rate: number;
  /** How strongly large weights are held down. */
  readonly decay: number;
  /** The share of inputs and hidden units that are left out at each step, so that none is relied on alone. */
  readonly dropout: number;
}

const batchSize = 32;
/** How wide the outputs lie. */
const paddedOutputs = padded(outputCount);

/**
 * Trains a network on log loss by Adam, the rate falling to nothing. Deterministic: the first weights, the order of rows and what is left out come from a fixed seed.
 */
export function trainNetwork(examples: readonly Example[], options: NetworkOptions, seed = 11): Network {
  const random = randomNumbers(seed);
  const learner = new Learner(options, random);
  const order = [...examples.keys()];
  const steps = Math.ceil(order.length / batchSize) * options.passes;
  for (let pass = 0, done = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batchSize) {
      learner.learn(order.slice(from, from + batchSize).map((at) => examples[at]!));
      learner.step(options.rate * (1 - done++ / steps));
    }
  }
  return learner.network();
}

/** The network of `server/src/context/network.ts` over a batch of examples, forwards and backwards. */
class Learner {
  private readonly space: Workspace;
  private readonly adam: Adam;
  private readonly toHidden: Learnt;
  private readonly toOutput: Learnt;
  private readonly fromHidden: Learnt;
  /** Of the hidden units, then of the outputs; and what being in a story adds to these. */
  private readonly biases: Learnt;
  private readonly inStory: Learnt;
  /**
   * What being labelled by the rubric's authors adds. Every writer labels a little more eagerly here and less there; with biases of their
   * own, the authors' habits are kept apart from all others', and once all is learnt they hold for every text.
   */
  private readonly ofRubric: Learnt;
  private readonly inputs: Float32Array;
  private readonly units: Float32Array;
  private readonly unitSlopes: Float32Array;
  private readonly outputs: Float32Array;
  private readonly turned: Float32Array;

  constructor(
    private readonly options: NetworkOptions,
    private readonly random: () => number,
  ) {
    const { hidden } = options;
    const widths = hidden + paddedOutputs;
    this.space = new Workspace(
      2 * (inputCount + hidden + 3) * widths + 3 * batchSize * (inputCount + widths),
    );
    this.adam = new Adam(options.decay);
    const block = (rows: number, columns: number, isHeldDown: boolean): Learnt =>
      learnt(this.space.allocate(rows * columns), this.space.allocate(rows * columns), isHeldDown);
    this.toHidden = block(inputCount, hidden, true);
    this.toOutput = block(inputCount, paddedOutputs, true);
    this.fromHidden = block(hidden, paddedOutputs, true);
    this.biases = block(1, widths, false);
    this.inStory = block(1, widths, false);
    this.ofRubric = block(1, widths, false);
    this.inputs = this.space.allocate(batchSize * inputCount);
    this.units = this.space.allocate(batchSize * hidden);
    this.unitSlopes = this.space.allocate(batchSize * hidden);
    this.outputs = this.space.allocate(batchSize * paddedOutputs);
    this.turned = this.space.allocate(paddedOutputs * hidden);
    this.toHidden.weights.forEach((_, i, all) => (all[i] = (random() - 0.5) * 0.1));
    this.fromHidden.weights.forEach((_, i, all) => {
      if (i % paddedOutputs < outputCount) all[i] = (random() - 0.5) * 0.3;
    });
  }

  /** Adds the slopes of a batch. */
  learn(batch: readonly Example[]): void {
    this.lay(batch);
    this.weigh(batch.length);
    toSlopes(this.outputs, paddedOutputs, batch, batchSize);
    this.unweigh(batch);
  }

  private lay(batch: readonly Example[]): void {
    const { dropout, hidden } = this.options;
    const keep = 1 / (1 - dropout);
    this.inputs.fill(0);
    batch.forEach(({ inputs, values, ...example }, row) => {
      for (let i = 0; i < inputs.length; i++)
        if (this.random() >= dropout) this.inputs[row * inputCount + inputs[i]!] = values[i]! * keep;
      const biases = this.biasesOf(example);
      const bias = (at: number): number => biases.reduce((sum, { weights }) => sum + weights[at]!, 0);
      for (let j = 0; j < hidden; j++) this.units[row * hidden + j] = bias(j);
      for (let k = 0; k < paddedOutputs; k++) this.outputs[row * paddedOutputs + k] = bias(hidden + k);
    });
  }

  private weigh(rows: number): void {
    const { space, units, inputs, outputs } = this;
    const { hidden, dropout } = this.options;
    const keep = 1 / (1 - dropout);
    const given = rowsOf(inputs, inputCount);
    space.multiplyAdd(rows, hidden, inputCount, given, rowsOf(this.toHidden.weights, hidden), rowsOf(units, hidden)); // prettier-ignore
    for (let i = 0; i < rows * hidden; i++)
      units[i] = units[i]! <= 0 || this.random() < dropout ? 0 : units[i]! * keep;
    space.multiplyAdd(rows, paddedOutputs, inputCount, given, rowsOf(this.toOutput.weights, paddedOutputs), rowsOf(outputs, paddedOutputs)); // prettier-ignore
    space.multiplyAdd(rows, paddedOutputs, hidden, rowsOf(units, hidden), rowsOf(this.fromHidden.weights, paddedOutputs), rowsOf(outputs, paddedOutputs)); // prettier-ignore
  }

  private unweigh(batch: readonly Example[]): void {
    const { space, units, unitSlopes, outputs, turned, fromHidden } = this;
    const { hidden, dropout } = this.options;
    const rows = batch.length;
    const keep = 1 / (1 - dropout);
    const given = transposed(rowsOf(this.inputs, inputCount));
    turn(fromHidden.weights, hidden, paddedOutputs, turned);
    unitSlopes.fill(0);
    space.multiplyAdd(hidden, paddedOutputs, rows, transposed(rowsOf(units, hidden)), rowsOf(outputs, paddedOutputs), rowsOf(fromHidden.slopes, paddedOutputs)); // prettier-ignore
    space.multiplyAdd(rows, hidden, paddedOutputs, rowsOf(outputs, paddedOutputs), rowsOf(turned, hidden), rowsOf(unitSlopes, hidden)); // prettier-ignore
    for (let i = 0; i < rows * hidden; i++) unitSlopes[i] = units[i] === 0 ? 0 : unitSlopes[i]! * keep;
    space.multiplyAdd(inputCount, hidden, rows, given, rowsOf(unitSlopes, hidden), rowsOf(this.toHidden.slopes, hidden)); // prettier-ignore
    space.multiplyAdd(inputCount, paddedOutputs, rows, given, rowsOf(outputs, paddedOutputs), rowsOf(this.toOutput.slopes, paddedOutputs)); // prettier-ignore
    batch.forEach((example, row) => {
      for (const { slopes } of this.biasesOf(example)) {
        for (let j = 0; j < hidden; j++) slopes[j]! += unitSlopes[row * hidden + j]!;
        for (let k = 0; k < paddedOutputs; k++) slopes[hidden + k]! += outputs[row * paddedOutputs + k]!;
      }
    });
  }

  private biasesOf({ isInStory, isOfRubric }: Pick<Example, 'isInStory' | 'isOfRubric'>): Learnt[] {
    return [this.biases, ...(isInStory ? [this.inStory] : []), ...(isOfRubric ? [this.ofRubric] : [])];
  }

  /** A step down the slopes, which it clears. */
  step(rate: number): void {
    this.adam.begin();
    for (const block of this.blocks) this.adam.move(block, rate);
  }

  private get blocks(): readonly Learnt[] {
    return [this.toHidden, this.toOutput, this.fromHidden, this.biases, this.inStory, this.ofRubric];
  }

  /** What is learnt, for every text as for one of the rubric's, without the columns that are there for the kernel alone. */
  network(): Network {
    const { hidden } = this.options;
    const [, toOutput, fromHidden, biases, inStory] = blockSizes(hidden) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const narrow = ({ weights }: Learnt, size: number): Float32Array =>
      narrowed(weights, paddedOutputs, size / outputCount, outputCount);
    const blocks = [
      this.toHidden.weights.slice(),
      narrow(this.toOutput, toOutput),
      narrow(this.fromHidden, fromHidden),
      this.biases.weights.slice(0, biases).map((bias, at) => bias + this.ofRubric.weights[at]!),
      this.inStory.weights.slice(0, inStory),
    ];
    return { hidden, blocks };
  }
}
