import { distances, margin, pooledCount, taps, wordingShape } from '../../../server/src/judgement/wording';
import { paddedOutputs as outputWidth } from '../../../server/src/judgement/wordingJudge';
import { padded, rowsOf, transposed, type Workspace } from '../../../server/src/judgement/workspace';
import { toSlopes, turn } from '../padding';
import type { WordingExample } from './examples';
import type { Parameters } from './parameters';

const { width, filters, hidden } = wordingShape;
/** How wide what was pooled lies. */
export const pooledWidth = padded(pooledCount);

/** The shares of what is left out at each step, so that nothing is relied on alone: words, their numbers, what filters heard, units. */
export interface Dropout {
  readonly words: number;
  readonly numbers: number;
  readonly pooled: number;
  readonly units: number;
}

/** Where the sentences of a batch stand among the rows. */
interface Laid {
  readonly sentences: readonly WordingExample[];
  readonly starts: number[];
  rows: number;
}

/**
 * The convolution of `server/src/judgement/wording.ts` over a batch of sentences, forwards and backwards. Everything lies in one workspace,
 * made once for the largest batch.
 */
export class Layers {
  private readonly vectors: Float32Array;
  private readonly vectorMask: Float32Array;
  private readonly meanings: Float32Array;
  private readonly heard: readonly [Float32Array, Float32Array];
  private readonly heardSlopes: readonly [Float32Array, Float32Array];
  private readonly vectorSlopes: Float32Array;
  private readonly pooled: Float32Array;
  private readonly pooledMask: Float32Array;
  private readonly pooledSlopes: Float32Array;
  private readonly units: Float32Array;
  private readonly unitMask: Float32Array;
  private readonly unitSlopes: Float32Array;
  private readonly outputs: Float32Array;
  private readonly turned: { toHidden: Float32Array; fromHidden: Float32Array; direct: Float32Array; first: Float32Array; second: Float32Array }; // prettier-ignore
  /** Which row each filter heard most in, by sentence. */
  private readonly mostAt: Int32Array;
  private readonly left: Int32Array;

  constructor(
    private readonly space: Workspace,
    private readonly parameters: Parameters,
    mostRows: number,
    private readonly mostSentences: number,
    private readonly random: () => number,
  ) {
    const matrix = (rows: number, columns: number): Float32Array => space.allocate(rows * columns);
    this.vectors = matrix(mostRows, width);
    this.vectorMask = new Float32Array(mostRows * width);
    this.vectorSlopes = matrix(mostRows, width);
    this.meanings = matrix(mostRows, parameters.meaningWidth);
    this.heard = [matrix(mostRows, filters), matrix(mostRows, filters)];
    this.heardSlopes = [matrix(mostRows, filters), matrix(mostRows, filters)];
    this.pooled = matrix(mostSentences, pooledWidth);
    this.pooledMask = new Float32Array(mostSentences * pooledWidth);
    this.pooledSlopes = matrix(mostSentences, pooledWidth);
    this.units = matrix(mostSentences, hidden);
    this.unitMask = new Float32Array(mostSentences * hidden);
    this.unitSlopes = matrix(mostSentences, hidden);
    this.outputs = matrix(mostSentences, outputWidth);
    this.turned = {
      toHidden: matrix(hidden, pooledWidth),
      fromHidden: matrix(outputWidth, hidden),
      direct: matrix(outputWidth, pooledWidth),
      first: matrix(taps * filters, width),
      second: matrix(taps * filters, filters),
    };
    this.mostAt = new Int32Array(mostSentences * 2 * filters);
    this.left = new Int32Array(mostRows);
  }

  /** Adds the slopes of the log loss over the sentences to those of the parameters. */
  learn(sentences: readonly WordingExample[], dropout: Dropout): void {
    const laid = this.lay(sentences, dropout);
    this.layVectors(laid, dropout.numbers);
    this.hear(laid);
    this.pool(laid, dropout.pooled);
    this.weigh(sentences.length, dropout.units);
    toSlopes(this.outputs, outputWidth, sentences, this.mostSentences);
    this.unweigh(sentences.length);
    this.unpool(laid);
    this.unhear(laid);
    this.unlay(laid);
  }

  /** Gives each sentence its rows, and leaves out some words. */
  private lay(sentences: readonly WordingExample[], dropout: Dropout): Laid {
    const starts: number[] = [];
    let rows = margin;
    for (const { words } of sentences) {
      starts.push(rows);
      for (let at = 0; at < words.length; at++) this.left[rows + at] = this.random() < dropout.words ? 1 : 0;
      rows += words.length + margin;
    }
    return { sentences, starts, rows };
  }

  private layVectors({ sentences, starts, rows }: Laid, share: number): void {
    const { parameters, vectors, meanings, left } = this;
    const { meaningWidth } = parameters;
    vectors.fill(0, 0, rows * width);
    meanings.fill(0, 0, rows * meaningWidth);
    sentences.forEach(({ words, endings, capitals, section }, sentence) => {
      for (let at = 0; at < words.length; at++) {
        const row = starts[sentence]! + at;
        const word = left[row] === 1 ? parameters.unknown : words[at]!;
        add(parameters.weights.words, word, vectors, row);
        if (endings[at]! >= 0) add(parameters.weights.endings, endings[at]!, vectors, row);
        if (capitals[at] === 1) add(parameters.weights.marks, 0, vectors, row);
        add(parameters.weights.marks, 1 + section, vectors, row);
        if (word < parameters.unknown)
          meanings.set(
            parameters.meanings.subarray(word * meaningWidth, (word + 1) * meaningWidth),
            row * meaningWidth,
          );
      }
    });
    this.space.multiplyAdd(rows, width, meaningWidth, rowsOf(meanings, meaningWidth), rowsOf(parameters.weights.meaning, width), rowsOf(vectors, width)); // prettier-ignore
    this.mask(vectors, this.vectorMask, rows * width, share);
  }

  /** Leaves a share of the values out, and makes the others larger by as much. */
  private mask(values: Float32Array, mask: Float32Array, length: number, share: number): void {
    const kept = 1 / (1 - share);
    for (let i = 0; i < length; i++) values[i]! *= mask[i] = this.random() < share ? 0 : kept;
  }

  private hear(laid: Laid): void {
    const { first, firstBias, second, secondBias } = this.parameters.weights;
    this.convolve(laid, this.vectors, width, distances[0], first, firstBias, this.heard[0]);
    this.convolve(laid, this.heard[0], filters, distances[1], second, secondBias, this.heard[1]);
  }

  private convolve(
    { sentences, starts, rows }: Laid,
    inputs: Float32Array,
    inputWidth: number,
    distance: number,
    weights: Float32Array,
    biases: Float32Array,
    outputs: Float32Array,
  ): void {
    outputs.fill(0, 0, rows * filters);
    for (let tap = 0; tap < taps; tap++) {
      const shift = (tap - 1) * distance;
      this.space.multiplyAdd(rows - 2 * margin, filters, inputWidth, rowsOf(inputs, inputWidth, margin + shift), rowsOf(weights, filters, tap * inputWidth), rowsOf(outputs, filters, margin)); // prettier-ignore
    }
    let row = 0;
    sentences.forEach(({ words }, sentence) => {
      outputs.fill(0, row * filters, starts[sentence]! * filters);
      row = starts[sentence]! + words.length;
      for (let i = starts[sentence]! * filters, filter = 0; i < row * filters; i++) {
        const value = outputs[i]! + biases[filter]!;
        outputs[i] = value > 0 ? value : 0;
        if (++filter === filters) filter = 0;
      }
    });
    outputs.fill(0, row * filters, rows * filters);
  }

  private pool({ sentences, starts }: Laid, share: number): void {
    const { pooled, mostAt } = this;
    pooled.fill(0, 0, sentences.length * pooledWidth);
    sentences.forEach(({ words, section }, sentence) => {
      const to = sentence * pooledWidth;
      this.heard.forEach((layer, index) => {
        const most = to + 2 * index * filters;
        const at = (2 * sentence + index) * filters;
        mostAt.fill(-1, at, at + filters);
        for (let row = starts[sentence]!; row < starts[sentence]! + words.length; row++) {
          for (let filter = 0; filter < filters; filter++) {
            const value = layer[row * filters + filter]!;
            if (value > pooled[most + filter]!) {
              pooled[most + filter] = value;
              mostAt[at + filter] = row;
            }
            pooled[most + filters + filter]! += value;
          }
        }
        for (let filter = 0; filter < filters; filter++) pooled[most + filters + filter]! /= words.length;
      });
      pooled[to + 4 * filters + section] = 1;
    });
    this.mask(pooled, this.pooledMask, sentences.length * pooledWidth, share);
  }

  private weigh(count: number, share: number): void {
    const { parameters, space, units, outputs } = this;
    const pooled = rowsOf(this.pooled, pooledWidth);
    for (let sentence = 0; sentence < count; sentence++) {
      units.set(parameters.weights.hiddenBias, sentence * hidden);
      outputs.set(parameters.weights.outputBias, sentence * outputWidth);
    }
    space.multiplyAdd(count, hidden, pooledWidth, pooled, rowsOf(parameters.weights.toHidden, hidden), rowsOf(units, hidden)); // prettier-ignore
    for (let i = 0; i < count * hidden; i++) if (units[i]! < 0) units[i] = 0;
    this.mask(units, this.unitMask, count * hidden, share);
    space.multiplyAdd(count, outputWidth, hidden, rowsOf(units, hidden), rowsOf(parameters.weights.fromHidden, outputWidth), rowsOf(outputs, outputWidth)); // prettier-ignore
    space.multiplyAdd(count, outputWidth, pooledWidth, pooled, rowsOf(parameters.weights.direct, outputWidth), rowsOf(outputs, outputWidth)); // prettier-ignore
  }

  private unweigh(count: number): void {
    const { parameters, space, turned, units, unitMask, unitSlopes, pooledSlopes } = this;
    const { slopes } = parameters;
    const outputs = rowsOf(this.outputs, outputWidth);
    const pooled = rowsOf(this.pooled, pooledWidth);
    turn(parameters.weights.fromHidden, hidden, outputWidth, turned.fromHidden);
    turn(parameters.weights.direct, pooledWidth, outputWidth, turned.direct);
    turn(parameters.weights.toHidden, pooledWidth, hidden, turned.toHidden);
    unitSlopes.fill(0, 0, count * hidden);
    pooledSlopes.fill(0, 0, count * pooledWidth);
    space.multiplyAdd(hidden, outputWidth, count, transposed(rowsOf(units, hidden)), outputs, rowsOf(slopes.fromHidden, outputWidth)); // prettier-ignore
    space.multiplyAdd(pooledWidth, outputWidth, count, transposed(pooled), outputs, rowsOf(slopes.direct, outputWidth)); // prettier-ignore
    addColumns(this.outputs, count, outputWidth, slopes.outputBias);
    space.multiplyAdd(count, hidden, outputWidth, outputs, rowsOf(turned.fromHidden, hidden), rowsOf(unitSlopes, hidden)); // prettier-ignore
    for (let i = 0; i < count * hidden; i++)
      unitSlopes[i] = units[i]! > 0 ? unitSlopes[i]! * unitMask[i]! : 0;
    space.multiplyAdd(pooledWidth, hidden, count, transposed(pooled), rowsOf(unitSlopes, hidden), rowsOf(slopes.toHidden, hidden)); // prettier-ignore
    addColumns(unitSlopes, count, hidden, slopes.hiddenBias);
    space.multiplyAdd(count, pooledWidth, outputWidth, outputs, rowsOf(turned.direct, pooledWidth), rowsOf(pooledSlopes, pooledWidth)); // prettier-ignore
    space.multiplyAdd(count, pooledWidth, hidden, rowsOf(unitSlopes, hidden), rowsOf(turned.toHidden, pooledWidth), rowsOf(pooledSlopes, pooledWidth)); // prettier-ignore
    for (let i = 0; i < count * pooledWidth; i++) pooledSlopes[i]! *= this.pooledMask[i]!;
  }

  /** Hands the slopes of what was pooled to the rows: the most to where it was heard, the mean to all. */
  private unpool({ sentences, starts, rows }: Laid): void {
    const { pooledSlopes, mostAt } = this;
    this.heardSlopes.forEach((slopes, index) => {
      slopes.fill(0, 0, rows * filters);
      sentences.forEach(({ words }, sentence) => {
        const most = sentence * pooledWidth + 2 * index * filters;
        for (let row = starts[sentence]!; row < starts[sentence]! + words.length; row++)
          for (let filter = 0; filter < filters; filter++)
            slopes[row * filters + filter] = pooledSlopes[most + filters + filter]! / words.length;
        for (let filter = 0; filter < filters; filter++) {
          const row = mostAt[(2 * sentence + index) * filters + filter]!;
          if (row >= 0) slopes[row * filters + filter]! += pooledSlopes[most + filter]!;
        }
      });
    });
  }

  private unhear(laid: Laid): void {
    const { slopes } = this.parameters;
    const { first, second } = this.parameters.weights;
    const { heard, heardSlopes, turned, vectorSlopes } = this;
    this.unconvolve(laid, heard[1], heardSlopes[1], heard[0], filters, distances[1], second, turned.second, slopes.second, slopes.secondBias, heardSlopes[0]); // prettier-ignore
    vectorSlopes.fill(0, 0, laid.rows * width);
    this.unconvolve(laid, heard[0], heardSlopes[0], this.vectors, width, distances[0], first, turned.first, slopes.first, slopes.firstBias, vectorSlopes); // prettier-ignore
  }

  private unconvolve(
    { rows }: Laid,
    outputs: Float32Array,
    outputSlopes: Float32Array,
    inputs: Float32Array,
    inputWidth: number,
    distance: number,
    weights: Float32Array,
    turned: Float32Array,
    weightSlopes: Float32Array,
    biasSlopes: Float32Array,
    inputSlopes: Float32Array,
  ): void {
    for (let i = 0; i < rows * filters; i++) if (outputs[i] === 0) outputSlopes[i] = 0;
    addColumns(outputSlopes, rows, filters, biasSlopes);
    const inner = rows - 2 * margin;
    for (let tap = 0; tap < taps; tap++) {
      const shift = margin + (tap - 1) * distance;
      const of = (matrix: Float32Array, columns: number): Float32Array =>
        matrix.subarray(tap * inputWidth * filters, columns);
      turn(of(weights, (tap + 1) * inputWidth * filters), inputWidth, filters, of(turned, (tap + 1) * inputWidth * filters)); // prettier-ignore
      this.space.multiplyAdd(inputWidth, filters, inner, transposed(rowsOf(inputs, inputWidth, shift)), rowsOf(outputSlopes, filters, margin), rowsOf(weightSlopes, filters, tap * inputWidth)); // prettier-ignore
      this.space.multiplyAdd(inner, inputWidth, filters, rowsOf(outputSlopes, filters, margin), rowsOf(turned, inputWidth, tap * filters), rowsOf(inputSlopes, inputWidth, shift)); // prettier-ignore
    }
  }

  private unlay({ sentences, starts, rows }: Laid): void {
    const { parameters, vectorSlopes, vectorMask, left } = this;
    const { slopes, meaningWidth, unknown } = parameters;
    for (let i = 0; i < rows * width; i++) vectorSlopes[i]! *= vectorMask[i]!;
    this.space.multiplyAdd(meaningWidth, width, rows, transposed(rowsOf(this.meanings, meaningWidth)), rowsOf(vectorSlopes, width), rowsOf(slopes.meaning, width)); // prettier-ignore
    sentences.forEach(({ words, endings, capitals, section }, sentence) => {
      for (let at = 0; at < words.length; at++) {
        const row = starts[sentence]! + at;
        const word = left[row] === 1 ? unknown : words[at]!;
        add(vectorSlopes, row, slopes.words, word);
        parameters.touch(word);
        if (endings[at]! >= 0) add(vectorSlopes, row, slopes.endings, endings[at]!);
        if (capitals[at] === 1) add(vectorSlopes, row, slopes.marks, 0);
        add(vectorSlopes, row, slopes.marks, 1 + section);
      }
    });
  }
}

/** Adds a row of `width` numbers to another one. */
function add(from: Float32Array, fromRow: number, to: Float32Array, toRow: number): void {
  for (let i = 0, a = fromRow * width, b = toRow * width; i < width; i++) to[b + i]! += from[a + i]!;
}

function addColumns(from: Float32Array, rows: number, columns: number, to: Float32Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) to[column]! += from[row * columns + column]!;
}
