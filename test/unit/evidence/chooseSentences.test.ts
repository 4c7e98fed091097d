import { describe, expect, it } from 'vitest';
import { chooseSentences } from '../../../server/src/evidence/evidenceReader';

const thresholds = { alone: 0.4, story: 0.3, sentence: 0.5 };

describe('which sentences supply a kind', () => {
  it.each([
    ['every sentence that is probable enough', [0.6, 0.1, 0.5], thresholds, [0, 2]],
    ['the best alone where it is enough for the story only', [0.2, 0.35, 0.31], thresholds, [1]],
    ['none where the best is not enough for the story', [0.2, 0.29], thresholds, []],
    [
      'none where the story asks for more than a sentence does',
      [0.6, 0.55],
      { ...thresholds, story: 0.7 },
      [],
    ],
    ['a sentence that stands alone by its own threshold', [0.4], thresholds, [0]],
    ['not one below it', [0.39], thresholds, []],
    ['none of none', [], thresholds, []],
  ])('%s', (_, probabilities, given, chosen) => {
    expect(chooseSentences(probabilities, given)).toEqual(chosen);
  });
});
