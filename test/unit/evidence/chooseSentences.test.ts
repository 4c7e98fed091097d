import { describe, expect, it } from 'vitest';
import { chooseSentences, storyProbability } from '../../../server/src/evidence/evidenceReader';

const thresholds = { alone: 0.4, story: 0.3, sentence: 0.5 };

describe('which sentences supply a kind', () => {
  it.each([
    ['every sentence that is probable enough', [0.6, 0.1, 0.5], thresholds, [0, 2]],
    ['the best alone where it is enough for the story only', [0.2, 0.35, 0.31], thresholds, [1]],
    ['none where all together are not enough for the story', [0.1, 0.2], thresholds, []],
    ['the best of several that are enough only together', [0.2, 0.19], thresholds, [0]],
    [
      'none where the story asks for more than a sentence does',
      [0.6, 0.55],
      { ...thresholds, story: 0.9 },
      [],
    ],
    ['a sentence that stands alone by its own threshold', [0.4], thresholds, [0]],
    ['not one below it', [0.39], thresholds, []],
    ['none of none', [], thresholds, []],
  ])('%s', (_, probabilities, given, chosen) => {
    expect(chooseSentences(probabilities, given)).toEqual(chosen);
  });
});

describe('the probability that a story shows a kind', () => {
  it.each([
    ['no sentence', [], 0],
    ['one', [0.3], 0.3],
    ['two that may each show it', [0.5, 0.5], 0.75],
    ['one that is sure', [1, 0.2], 1],
  ])('%s', (_, probabilities, expected) => {
    expect(storyProbability(probabilities)).toBeCloseTo(expected);
  });
});
