import { phrasingRuleIds, type EvidenceKind, type PhrasingRuleId } from '../rubric/ids';
import { contextFeatureNames } from './contextFeatures';
import { judgedLabels } from '../judgement/labels';
import { sentenceFeatureNames } from './sentenceFeatures';

/** From which probability on a kind of evidence counts. */
export interface EvidenceThresholds {
  /** For a sentence that stands alone. */
  readonly alone: number;
  /** For a story: the probability that any of its sentences shows the kind reaches this, or the story does not show it. */
  readonly story: number;
  /** For each further sentence of a story that shows the kind. */
  readonly sentence: number;
}

/** The trained model as it is stored. */
export interface StoryModelFile {
  /** A sum over the names of all features: a model made for others is refused. */
  readonly features: number;
  readonly hidden: number;
  /** What one step of a stored weight is worth, per block of weights: see `blockSizes`. */
  readonly units: readonly number[];
  /** The blocks one after the other, a letter a weight: see `weightLetters`. */
  readonly weights: string;
  readonly phrasing: Readonly<Record<PhrasingRuleId, PhrasingLevels>>;
  readonly evidence: Readonly<Record<EvidenceKind, EvidenceThresholds>>;
}

/** From which probabilities on a rule of phrasing counts, from the most careful to the most eager. */
export interface Levels {
  /** A precision of about 0.98 on text that was not seen. */
  readonly sure: number;
  /** A precision of about 0.94, in a story 0.93. */
  readonly balanced: number;
  /** A precision of about 0.85. */
  readonly lenient: number;
}

/** For a sentence by itself, and for one in a story. */
export interface PhrasingLevels {
  readonly alone: Levels;
  readonly inStory: Levels;
}

export const inputCount = sentenceFeatureNames.length + contextFeatureNames.length;
export const outputCount = judgedLabels.length;

/** A sum over the names of all features, to know a model by. */
export const featuresSum = [...sentenceFeatureNames, ...contextFeatureNames, ...judgedLabels]
  .join()
  .split('')
  .reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);

/** How many weights each block has: input to hidden, input to output, hidden to output, biases, and what being in a story adds to these. */
export function blockSizes(hidden: number): number[] {
  const biases = hidden + outputCount;
  return [inputCount * hidden, inputCount * outputCount, hidden * outputCount, biases, biases];
}

/** A network of one hidden layer beside a linear part: `[input * width + output]` for each of the blocks of `blockSizes`. */
export interface Network {
  readonly hidden: number;
  readonly blocks: readonly Float32Array[];
}

/** The steps of a stored weight, from the least to the most, the middle one for nothing: as letters they deflate to some five bits each. */
export const weightLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
export const mostSteps = (weightLetters.length - 1) / 2;
const stepOfCode = new Int8Array(128);
for (let place = 0; place < weightLetters.length; place++)
  stepOfCode[weightLetters.charCodeAt(place)] = place - mostSteps;

/** Reads the stored weights. Throws a clear error when they were made for other features. */
export function readNetwork(file: StoryModelFile): Network {
  if (file.features !== featuresSum)
    throw new Error('The model of stories was made for other features: run "npm run train".');
  const sizes = blockSizes(file.hidden);
  if (file.weights.length !== sizes.reduce((sum, size) => sum + size, 0))
    throw new Error('The model of stories is cut short: run "npm run train".');
  let at = 0;
  const blocks = sizes.map((size, block) => {
    const unit = file.units[block]!;
    // By the code of its letter: each start waits for this, and looking letters up in a map took more than twice as long.
    return new Float32Array(size).map(() => stepOfCode[file.weights.charCodeAt(at++)]! * unit);
  });
  return { hidden: file.hidden, blocks };
}

/** The sums that the features of a sentence give: the hidden units' first, then the outputs'. */
export function sumsOfSentence(network: Network, features: Float32Array): Float32Array {
  const sums = Float32Array.from(network.blocks[3]!);
  addInputs(network, features, 0, sums);
  return sums;
}

/** The sums of a sentence with those of what stands around it in its story. */
export function sumsInStory(network: Network, ofSentence: Float32Array, context: Float32Array): Float32Array {
  const inStory = network.blocks[4]!;
  const sums = ofSentence.map((sum, at) => sum + inStory[at]!);
  addInputs(network, context, sentenceFeatureNames.length, sums);
  return sums;
}

function addInputs(
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

/** The log odds of each label, in the order of `judgedLabels`, from its sums. */
export function oddsOf({ hidden, blocks }: Network, sums: Float32Array): Float32Array {
  const fromHidden = blocks[2]!;
  const odds = sums.slice(hidden);
  for (let j = 0; j < hidden; j++) {
    const value = Math.max(0, sums[j]!);
    if (value === 0) continue;
    for (let k = 0; k < outputCount; k++) odds[k]! += value * fromHidden[j * outputCount + k]!;
  }
  return odds;
}

/** Of log odds, the probabilities. */
export function probabilitiesOf(odds: Float32Array): Float32Array {
  return odds.map((each) => 1 / (1 + Math.exp(-each)));
}

/**
 * The log odds of a sentence that stands alone: of the rules the mean of the network's and the judge's own, which err apart; of evidence
 * the network's. `heard` are the judge's, in the order of `judgedLabels`.
 */
export function oddsAlone(network: Network, sums: Float32Array, heard: Float32Array): Float32Array {
  const odds = oddsOf(network, sums);
  for (let rule = 0; rule < phrasingRuleIds.length; rule++) odds[rule] = (odds[rule]! + heard[rule]!) / 2;
  return odds;
}
