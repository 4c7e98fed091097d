import { type SectionKind, sectionKinds } from '../rubric/ids';
import type { Tokens } from './tokens';
import {
  distances,
  endingOf,
  isCapitalWithin,
  margin,
  mostWords,
  placeOf,
  pooledCount,
  taps,
  wordingBlockNames,
  type WordingBlock,
  type WordingBlockName,
  wordingBlockSizes,
  type WordingModel,
  wordingOutputs,
  wordingShape,
  wordKey,
} from './wording';
import { padded, rowsOf, Workspace } from './workspace';

const { width, filters, hidden } = wordingShape;
const mostRows = mostWords + 2 * margin;
/** How wide the outputs lie. */
export const paddedOutputs = padded(wordingOutputs);

type Weights = Readonly<Record<Exclude<WordingBlockName, 'words' | 'endings'>, Float32Array>>;

/** Hears the wording of sentences. Its buffers are made once and refilled, so that hearing a sentence allocates only its result. */
export class WordingJudge {
  private readonly space = new Workspace(200_000);
  private readonly weights: Weights;
  private readonly vectors = this.space.allocate(mostRows * width);
  private readonly heard = [
    this.space.allocate(mostRows * filters),
    this.space.allocate(mostRows * filters),
  ] as const;
  private readonly pooled = this.space.allocate(pooledCount);
  private readonly units = this.space.allocate(hidden);
  private readonly outputs = this.space.allocate(paddedOutputs);

  constructor(private readonly model: WordingModel) {
    const sizes = wordingBlockSizes(0, 0);
    const weights = wordingBlockNames.slice(2).map((name): [string, Float32Array] => {
      const { inputs, outputs } = sizes[name];
      return [name, this.placed(model.blocks[name], inputs, outputs)];
    });
    this.weights = Object.fromEntries(weights) as unknown as Weights;
  }

  /** A block in the workspace, its rows filled up to what the kernel multiplies. */
  private placed({ unit, steps }: WordingBlock, inputs: number, outputs: number): Float32Array {
    const room = padded(outputs);
    const weights = this.space.allocate(inputs * room);
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < outputs; o++) weights[i * room + o] = steps[i * outputs + o]! * unit;
    return weights;
  }

  /** The log odds of each label, the rules of phrasing first, then the kinds of evidence. */
  odds(tokens: Tokens, section: SectionKind): Float32Array {
    const { weights, vectors, heard } = this;
    const length = Math.min(tokens.length, mostWords);
    this.layVectors(tokens, length, sectionKinds.indexOf(section));
    this.convolve(vectors, width, length, distances[0], weights.first, weights.firstBias, heard[0]);
    this.convolve(heard[0], filters, length, distances[1], weights.second, weights.secondBias, heard[1]);
    this.pool(length, section);
    return this.weigh();
  }

  private layVectors(tokens: Tokens, length: number, section: number): void {
    const { vectors, model, weights } = this;
    const { words, endings, blocks } = model;
    const { marks } = weights;
    vectors.fill(0);
    for (let at = 0; at < length; at++) {
      const word = tokens.words[at]!;
      const place = placeOf(wordKey(word), words);
      const to = (margin + at) * width;
      for (let i = 0; i < width; i++) vectors[to + i] = marks[(1 + section) * width + i]!;
      if (isCapitalWithin(tokens, at)) for (let i = 0; i < width; i++) vectors[to + i]! += marks[i]!;
      addRow(blocks.words, place < 0 ? words.length : place, vectors, to);
      addRow(blocks.endings, placeOf(wordKey(endingOf(word)), endings), vectors, to);
    }
  }

  /** Lets the filters run over the rows: of each row and its neighbours on either side what each filter hears, never less than nothing. */
  private convolve(
    inputs: Float32Array,
    inputWidth: number,
    length: number,
    distance: number,
    weights: Float32Array,
    biases: Float32Array,
    outputs: Float32Array,
  ): void {
    outputs.fill(0);
    for (let at = margin; at < margin + length; at++) outputs.set(biases, at * filters);
    for (let tap = 0; tap < taps; tap++) {
      const shifted = margin + (tap - 1) * distance;
      this.space.multiplyAdd(length, filters, inputWidth, rowsOf(inputs, inputWidth, shifted), rowsOf(weights, filters, tap * inputWidth), rowsOf(outputs, filters, margin)); // prettier-ignore
    }
    for (let i = margin * filters; i < (margin + length) * filters; i++) if (outputs[i]! < 0) outputs[i] = 0;
  }

  /** Of each filter of both layers the most that it heard and the mean, then the section. */
  private pool(length: number, section: SectionKind): void {
    const { pooled } = this;
    pooled.fill(0);
    this.heard.forEach((layer, index) => {
      const most = 2 * index * filters;
      for (let at = margin; at < margin + length; at++) {
        for (let filter = 0; filter < filters; filter++) {
          const value = layer[at * filters + filter]!;
          if (value > pooled[most + filter]!) pooled[most + filter] = value;
          pooled[most + filters + filter]! += value / length;
        }
      }
    });
    pooled[4 * filters + sectionKinds.indexOf(section)] = 1;
  }

  private weigh(): Float32Array {
    const { space, weights, pooled, units, outputs } = this;
    units.set(weights.hiddenBias);
    outputs.set(weights.outputBias);
    space.multiplyAdd(1, hidden, pooledCount, rowsOf(pooled, pooledCount), rowsOf(weights.toHidden, hidden), rowsOf(units, hidden)); // prettier-ignore
    space.multiplyAdd(1, paddedOutputs, pooledCount, rowsOf(pooled, pooledCount), rowsOf(weights.direct, paddedOutputs), rowsOf(outputs, paddedOutputs)); // prettier-ignore
    for (let unit = 0; unit < hidden; unit++) units[unit] = Math.max(0, units[unit]!);
    space.multiplyAdd(1, paddedOutputs, hidden, rowsOf(units, hidden), rowsOf(weights.fromHidden, paddedOutputs), rowsOf(outputs, paddedOutputs)); // prettier-ignore
    return outputs.slice(0, wordingOutputs);
  }
}

/** Adds the vector in a place of a block; in no place, nothing. */
function addRow({ unit, steps }: WordingBlock, place: number, vectors: Float32Array, to: number): void {
  if (place < 0) return;
  for (let i = 0; i < width; i++) vectors[to + i]! += steps[place * width + i]! * unit;
}
