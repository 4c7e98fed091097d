import { expect, it } from 'vitest';
import { defaultOptions } from '../../../../server/src/review/options';
import { createReviewer } from '../../../../server/src/review/reviewStory';
import { lateMitigation } from '../../../../server/src/rules/structure/late-mitigation';
import { parseStory } from '../../../../server/src/story/parseStory';
import { shippedJudge } from '../../judge';

const told = [
  'I paused over the graphs.',
  'I corrected the index.',
  'I switched the shop to its old search.',
] as const;
const review = createReviewer(shippedJudge()).review(parseStory(`## Action\n\n${told.join(' ')}\n`));
const [early, fix, mitigation] = review.sentences;

it.each([
  ['the order is certain', 1, [mitigation!], [told[2]]],
  ['the order is probable enough', 0.25, [mitigation!], [told[2]]],
  ['the order is hardly probable', 0.24, [mitigation!], []],
  ['an earlier sentence only looks like a mitigation', 0.25, [early!, mitigation!], [told[2]]],
  ['it is told before alone', 0.25, [early!], []],
])('is found or not where %s', (_, probability, mitigations, found) => {
  const matches = lateMitigation.check({
    ...review,
    evidence: new Map([
      ['fix', [fix!]],
      ['mitigation', mitigations],
    ]),
    lateMitigation: probability,
    budgets: defaultOptions.budgets,
    knownPrinciples: [],
    knownCompanies: [],
    confidentialWords: defaultOptions.confidentialWords,
  });
  expect(matches.map(({ span }) => review.story.text.slice(span.start, span.end))).toEqual(found);
});
