import { expect, it } from 'vitest';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { phrasingRuleIds } from '../../../server/src/rubric/ids';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

/** A length that no story has must not be what convinces the judge. */
it('a text of thousands of plain sentences is found no weaker than a story of fifty', () => {
  const text = `## Reflection\n\n${'\nThe queue held 40 jobs.\n'.repeat(4_000)}`;
  const found = createReviewer(shippedJudge()).review(parseStory(text)).findings;
  expect(found.filter(({ rule }) => (phrasingRuleIds as readonly string[]).includes(rule))).toEqual([]);
});
