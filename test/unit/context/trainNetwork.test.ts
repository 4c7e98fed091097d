import { describe, expect, it } from 'vitest';
import { packNetwork } from '../../../scripts/train/fit-in-story';
import { type Example, trainNetwork } from '../../../scripts/train/network';
import { randomNumbers } from '../../../scripts/train/random';
import {
  blockSizes,
  type Network,
  oddsOf,
  outputCount,
  readNetwork,
  type StoryModelFile,
  sumsInStory,
  sumsOfSentence,
} from '../../../server/src/context/network';
import { contextFeatureNames } from '../../../server/src/context/contextFeatures';
import { sentenceFeatureNames } from '../../../server/src/context/sentenceFeatures';

const own = sentenceFeatureNames.length;
const options = { hidden: 32, passes: 150, rate: 0.02, decay: 0, dropout: 0 };

const signs = (...holds: boolean[]): Int8Array =>
  Int8Array.from({ length: outputCount }, (_, label) => (label >= holds.length ? 0 : holds[label] ? 1 : -1));

/**
 * The first label holds where one of two inputs is there and not both; the second where the sentence is in a story; the third for the
 * rubric's authors and for nobody else; nothing is said of the others.
 */
const examples: Example[] = [false, true].flatMap((isOfRubric) =>
  [false, true].flatMap((isInStory) =>
    [[], [3], [own + 2], [3, own + 2]].map((inputs) => ({
      isInStory,
      isOfRubric,
      inputs: Int32Array.from(inputs),
      values: Float32Array.from(inputs, () => 1),
      truth: signs(inputs.length === 1, isInStory, isOfRubric),
      weight: 1,
    })),
  ),
);

function oddsBy(network: Network, { inputs, isInStory }: Example): Float32Array {
  const features = new Float32Array(own);
  const context = new Float32Array(contextFeatureNames.length);
  for (const input of inputs) (input < own ? features : context)[input < own ? input : input - own] = 1;
  const sums = sumsOfSentence(network, features);
  return oddsOf(network, isInStory ? sumsInStory(network, sums, context) : sums);
}

describe('training the network', () => {
  const network = trainNetwork(examples, options);

  it('learns what no sum of inputs says, what being in a story says, and of the rest what the rubric’s authors say', () => {
    for (const example of examples) {
      // A sentence alone has no inputs of a story: of these it is not asked.
      if (!example.isInStory && example.inputs.some((input) => input >= own)) continue;
      const odds = oddsBy(network, example);
      expect(Array.from(odds.slice(0, 3), (each) => each > 0)).toEqual([
        example.truth[0] === 1,
        example.truth[1] === 1,
        true,
      ]);
    }
  });

  it('gives the same weights each time', () => {
    expect(trainNetwork(examples, options)).toEqual(network);
  });

  it('is stored on few steps and read again, one weight far beyond the others as the last step', () => {
    const random = randomNumbers(4);
    const blocks = blockSizes(8).map((size) => Float32Array.from({ length: size }, () => 2 * random() - 1));
    blocks[0]![5] = 100;
    const file = packNetwork({ hidden: 8, blocks }, { phrasing: {}, evidence: {} } as unknown as Pick<StoryModelFile, 'phrasing' | 'evidence'>); // prettier-ignore
    const again = readNetwork(JSON.parse(JSON.stringify(file)) as StoryModelFile);
    expect(again.blocks.map(({ length }) => length)).toEqual(blockSizes(8));
    again.blocks.forEach((block, index) => {
      const unit = file.units[index]!;
      // The lone one takes none of the steps from the others.
      expect(unit).toBeLessThan(0.35);
      const moved = [...block.keys()].filter(
        (at) => Math.abs(block[at]! - blocks[index]![at]!) > unit * 0.501,
      );
      expect(moved).toEqual(index === 0 ? [5] : []);
    });
    expect(again.blocks[0]![5]).toBeCloseTo(31 * file.units[0]!, 5);
  });
});
