import { describe, expect, it } from 'vitest';
import { createSentenceReviewer } from '../../../server/src/review/sentenceReview';
import { sampleAnswer, unknownAnswer, withSampleAnswers } from '../../../server/src/review/sampleAnswers';
import { phrasingRules } from '../../../server/src/rules';
import { shippedJudge } from '../judge';

describe('a sample answer', () => {
  it.each([
    ['a figure before and after', 'from {{before}} to {{after}}', 'from 900 ms to 140 ms'],
    ['a name', 'I told {{whom}}.', 'I told Priya.'],
    ['a deed behind “I”', 'I {{what you did}}.', 'I traced the slow query to one missing index.'],
    ['its first choice', 'every {{interval|hour|day}}', 'every hour'],
    [
      'a capital where the hole has one',
      '{{The failure}} took it down.',
      'An expired certificate took it down.',
    ],
    [
      'the same with facts to keep',
      'I {{what you did (keep: 14 TB)}}.',
      'I traced the slow query to one missing index.',
    ],
    ['the same with examples', '{{what let it happen: no check}}', 'no check compared the two dates'],
    ['nothing where there is no hole', 'I rolled it back.', 'I rolled it back.'],
  ])('is %s', (_what, text, filled) => expect(withSampleAnswers(text)).toBe(filled));

  it('is known for every hole that the examples of the rules leave', () => {
    const holes = phrasingRules.flatMap(({ examples }) =>
      examples.weak.flatMap(({ rewritten = '' }) =>
        [...rewritten.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, prompt]) => prompt!),
      ),
    );
    expect(holes.length).toBeGreaterThan(50);
    expect([...new Set(holes)].filter((prompt) => sampleAnswer(prompt) === unknownAnswer)).toEqual([]);
  });
});

it('a sentence with a hole of the writer’s own has no finding on its wording', () => {
  const reviewer = createSentenceReviewer(shippedJudge());
  const weak = 'DevOps pushed a bad config and took us down.';
  expect(reviewer.review(weak, 'situation').hits.map(({ rule }) => rule.id)).toEqual(['blame']);
  expect(reviewer.review(weak.replace('.', ' for {{how long}}.'), 'situation').hits).toEqual([]);
});
