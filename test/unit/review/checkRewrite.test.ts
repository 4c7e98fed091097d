import { describe, expect, it } from 'vitest';
import { findingAt, problemsOfRewrite } from '../../../server/src/review/checkRewrite';
import { defaultOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const sentence =
  'DevOps pushed a bad config without telling anyone at 14:05, and checkout was down for 18 minutes.';
const story = `## Situation\n\nOur shop sells in 9 countries. ${sentence}\n\n## Action\n\n- **Together we** figured out the root cause in **Datadog**.\n`;
const review = reviewer.review(parseStory(story));

function problems(rule: string, rewrite: string): string[] {
  const found = findingAt(review, rule, review.findings.find((one) => one.rule === rule)!.span.start);
  return problemsOfRewrite(found!, rewrite, review, reviewer, defaultOptions);
}

describe('a sentence that was written elsewhere', () => {
  it.each([
    [
      'A config that no check had read reached production at 14:05, and checkout was down for 18 minutes.',
      [],
    ],
    ['A config without validation went live at 14:05, and checkout was down for eighteen minutes.', []],
    [
      'A config reached production at 14:05 because {{what let it through}}, and checkout was down for 18 minutes.',
      [],
    ],
    [
      'Our shop in nine countries lost checkout for 18 minutes when a config without validation went live at 14:05.',
      [],
    ],
    ['', ['The answer is empty.']],
    [sentence, ['The answer is the sentence as it was.']],
    ['A config reached production.\n\nIt had no validation.', ['The answer is more than a sentence.']],
    ['# A config reached production', ['The answer is more than a sentence.']],
    [
      'A config without validation went live at 14:05, and checkout was down. '.repeat(8),
      ['The answer is several times as long as the sentence.'],
    ],
    [
      'A config without validation went live at 14:05, and checkout was down for 25 minutes.',
      ['It states what the story does not: “25 minutes”.', 'It loses “18 minutes”.'],
    ],
    [
      'A config without validation went live at 14:05 and cost $2M, and checkout was down for 18 minutes.',
      ['It states what the story does not: “$2M”.'],
    ],
    [
      'A config that Terraform had not validated went live at 14:05, and checkout was down for 18 minutes.',
      ['It names what the story does not: “Terraform”.'],
    ],
    [
      'DevOps carelessly pushed a bad config at 14:05, and checkout was down for 18 minutes.',
      ['It still has the weakness: blame on others.'],
    ],
  ])('%j: %j', (rewrite, expected) => {
    expect(problems('blame', rewrite)).toEqual(expected);
  });

  it('may bring no other weakness', () => {
    expect(problems('we-action', 'The root cause was figured out in Datadog.').join(' ')).toMatch(
      /It brings another weakness/,
    );
    expect(problems('we-action', 'I figured out the root cause in **Datadog** with {{who}}.')).toEqual([]);
  });

  it('is looked for only where its rule found something in a sentence', () => {
    expect(findingAt(review, 'blame', story.indexOf('9 countries'))).toBeUndefined();
    expect(findingAt(review, 'missing-section', 0)).toBeUndefined();
  });
});
