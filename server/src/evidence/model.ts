import { evidenceKinds, type EvidenceKind } from '../rubric/ids';
import { contextFeatureNames } from './contextFeatures';
import { sentenceFeatureNames } from './sentenceFeatures';

/** From which probability on a kind counts. */
export interface EvidenceThresholds {
  /** For a sentence that stands alone. */
  readonly alone: number;
  /** For a story: the probability that any of its sentences shows the kind reaches this, or the story does not show it. */
  readonly story: number;
  /** For each further sentence of a story that shows the kind. */
  readonly sentence: number;
}

/** The trained model as it is stored. */
export interface EvidenceModelFile {
  /** A sum over the names of all features: a model made for others is refused. */
  readonly features: number;
  readonly hidden: number;
  /** What one step of a stored weight is worth, per block of weights: input to hidden, input to output, hidden to output, biases. */
  readonly units: readonly number[];
  /** The blocks one after the other, a byte a weight, in base 64. */
  readonly weights: string;
  readonly thresholds: Readonly<Record<EvidenceKind, EvidenceThresholds>>;
}

export const inputCount = sentenceFeatureNames.length + contextFeatureNames.length;
export const outputCount = evidenceKinds.length;

/** A sum over the names of all features, to know a model by. */
export const featuresSum = [...sentenceFeatureNames, ...contextFeatureNames, ...evidenceKinds]
  .join()
  .split('')
  .reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);

/** How many weights each block has. */
export function blockSizes(hidden: number): number[] {
  return [inputCount * hidden, inputCount * outputCount, hidden * outputCount, hidden + outputCount];
}

/** A network of one hidden layer beside a linear part: `[input * width + output]` for each of the blocks of `blockSizes`. */
export interface Network {
  readonly hidden: number;
  readonly blocks: readonly Float32Array[];
}

/** Reads the stored weights. Throws a clear error when they were made for other features. */
export function readNetwork(file: EvidenceModelFile): Network {
  if (file.features !== featuresSum)
    throw new Error('The evidence model was made for other features: run "npm run train".');
  const bytes = Uint8Array.from(atob(file.weights), (letter) => letter.charCodeAt(0));
  const sizes = blockSizes(file.hidden);
  if (bytes.length !== sizes.reduce((sum, size) => sum + size, 0))
    throw new Error('The evidence model is cut short: run "npm run train".');
  let at = 0;
  const blocks = sizes.map((size, block) =>
    Float32Array.from(
      new Int8Array(bytes.buffer, (at += size) - size, size),
      (level) => level * file.units[block]!,
    ),
  );
  return { hidden: file.hidden, blocks };
}

/** The sums that a part of the input gives: the hidden units' first, then the outputs'. The sums of parts add up. */
export function sumsOf(
  { hidden, blocks }: Network,
  features: Float32Array,
  firstInput: number,
  sums: Float32Array,
): void {
  const [toHidden, toOutput] = blocks as [Float32Array, Float32Array];
  for (let i = 0; i < features.length; i++) {
    const value = features[i]!;
    if (value === 0) continue;
    const hiddenRow = (firstInput + i) * hidden;
    for (let j = 0; j < hidden; j++) sums[j]! += value * toHidden[hiddenRow + j]!;
    const outputRow = (firstInput + i) * outputCount;
    for (let k = 0; k < outputCount; k++) sums[hidden + k]! += value * toOutput[outputRow + k]!;
  }
}

/** The probability of each kind, in the order of `evidenceKinds`, from the sums of all parts of the input. */
export function probabilitiesOf({ hidden, blocks }: Network, sums: Float32Array): Float32Array {
  const [, , fromHidden, biases] = blocks as [Float32Array, Float32Array, Float32Array, Float32Array];
  const outputs = sums.slice(hidden);
  for (let k = 0; k < outputCount; k++) outputs[k]! += biases[hidden + k]!;
  for (let j = 0; j < hidden; j++) {
    const value = Math.max(0, sums[j]! + biases[j]!);
    if (value === 0) continue;
    for (let k = 0; k < outputCount; k++) outputs[k]! += value * fromHidden[j * outputCount + k]!;
  }
  return outputs.map((output) => 1 / (1 + Math.exp(-output)));
}
