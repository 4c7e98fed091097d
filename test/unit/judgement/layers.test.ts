import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../scripts/train/random';
import type { WordingExample } from '../../../scripts/train/wording/examples';
import { Layers } from '../../../scripts/train/wording/layers';
import { Parameters } from '../../../scripts/train/wording/parameters';
import { sectionKinds } from '../../../server/src/rubric/ids';
import { tokenize } from '../../../server/src/judgement/tokens';
import { placeOf, wordingOutputs, wordKey } from '../../../server/src/judgement/wording';
import { WordingJudge } from '../../../server/src/judgement/wordingJudge';
import { Workspace } from '../../../server/src/judgement/workspace';

const spellings = ['i', 'rolled', 'back', 'the', 'deploy'];
const words = Int32Array.from(spellings, wordKey).sort();
const endings = Int32Array.from(['led', 'oy'], wordKey).sort();
const meanings = {
  width: 8,
  of: (all: readonly string[]) => Float32Array.from({ length: all.length * 8 }, (_, i) => Math.sin(i)),
};
const nothingLeftOut = { words: 0, numbers: 0, pooled: 0, units: 0 };

function example(text: string, section: number, positive: number): WordingExample {
  const tokens = tokenize(text);
  return {
    words: Int32Array.from(tokens.words, (word) => {
      const place = placeOf(wordKey(word), words);
      return place < 0 ? words.length : place;
    }),
    endings: Int32Array.from(tokens.words, (word) => placeOf(wordKey(word.slice(-3)), endings)),
    capitals: Uint8Array.from(tokens.capital, (is, at) => (is && at > 0 ? 1 : 0)),
    section,
    truth: Int8Array.from({ length: wordingOutputs }, (_, label) =>
      label === positive ? 1 : label % 5 === 0 ? 0 : -1,
    ),
    weight: 1,
  };
}

const texts = ['I rolled back the Deploy.', 'The deploy, the deploy!', 'Back.'];
const batch = texts.map((text, at) => example(text, at, at + 1));

function learner(): { parameters: Parameters; layers: Layers } {
  const space = new Workspace(500_000);
  const parameters = new Parameters(space, { words, endings, spellings }, meanings, randomNumbers(2), 0);
  return { parameters, layers: new Layers(space, parameters, 60, batch.length, randomNumbers(2)) };
}

/** The log loss over the batch, by the judge that reads what was learnt. */
function loss(parameters: Parameters): number {
  const judge = new WordingJudge(parameters.model());
  let sum = 0;
  batch.forEach(({ truth }, at) => {
    judge.odds(tokenize(texts[at]!), sectionKinds[at]!).forEach((odds, label) => {
      if (truth[label] !== 0) sum += Math.log(1 + Math.exp(truth[label]! > 0 ? -odds : odds));
    });
  });
  return sum / batch.length;
}

describe('the slopes of the convolution', () => {
  const { parameters, layers } = learner();
  layers.learn(batch, nothingLeftOut);
  const names = ['words', 'endings', 'marks', 'meaning', 'first', 'firstBias', 'second', 'secondBias', 'toHidden', 'hiddenBias', 'fromHidden', 'direct', 'outputBias'] as const; // prettier-ignore

  it.each(names)('by %s are what a small change of it changes', (name) => {
    const slopes = parameters.slopes[name].slice();
    // The steepest, where rounding is least to be seen.
    const steepest = [...slopes.keys()]
      .sort((a, b) => Math.abs(slopes[b]!) - Math.abs(slopes[a]!))
      .slice(0, 3);
    for (const at of steepest) {
      const values = parameters.weights[name];
      const before = values[at]!;
      const step = 2e-3;
      values[at] = before + step;
      const above = loss(parameters);
      values[at] = before - step;
      const below = loss(parameters);
      values[at] = before;
      expect(slopes[at]).not.toBe(0);
      expect((above - below) / (2 * step) / slopes[at]!).toBeCloseTo(1, 1);
    }
  });

  it('lead down to where the batch is known by heart', () => {
    const learning = learner();
    const before = loss(learning.parameters);
    for (let step = 0; step < 60; step++) {
      learning.layers.learn(batch, nothingLeftOut);
      learning.parameters.step(0.01);
    }
    expect(loss(learning.parameters)).toBeLessThan(before / 20);
  });
});
