import { expect, it } from 'vitest';
import { defaultOptions } from '../../../../server/src/review/options';
import { createReviewer } from '../../../../server/src/review/reviewStory';
import { lateMitigation } from '../../../../server/src/rules/structure/late-mitigation';
import { parseStory } from '../../../../server/src/story/parseStory';
import { shippedJudge } from '../../judge';

const told = ['I corrected the index.', 'I switched the shop to its old search.'] as const;
const review = createReviewer(shippedJudge()).review(parseStory(`## Action\n\n${told.join(' ')}\n`));
const [fix, mitigation] = review.sentences;

it.each([
  ['certain', 1, 1],
  ['probable enough', 0.15, 1],
  ['hardly probable', 0.14, 0],
])('is found where the order is %s', (_, probability, count) => {
  const matches = lateMitigation.check({
    ...review,
    evidence: new Map([
      ['fix', [fix!]],
      ['mitigation', [mitigation!]],
    ]),
    lateMitigation: probability,
    budgets: defaultOptions.budgets,
    knownPrinciples: [],
    knownCompanies: [],
    confidentialWords: defaultOptions.confidentialWords,
  });
  expect(matches.map(({ span }) => review.story.text.slice(span.start, span.end))).toEqual(
    [told[1]].slice(0, count),
  );
});
