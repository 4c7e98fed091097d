import { expect, it } from 'vitest';
import { readSentences } from '../../../server/src/prose/sentences';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const cases: readonly (readonly [source: string, label: string | undefined])[] = [
  ['**Inform.** I wrote to support every ten minutes.', 'Inform.'],
  ['- **Inform.** I wrote to support every ten minutes.', 'Inform.'],
  ['*Root cause*. A certificate had expired.', 'Root cause.'],
  ['__Measure!__ I compared both graphs.', 'Measure!'],
  ['**Trade-offs considered**\n\nI gave up the cache for a day.', 'Trade-offs considered'],
  ['- Hotfix (same day):\n  - Rewrote the query.', 'Hotfix (same day):'],
  ['- **Hotfix:**\n  - Rewrote the query.', 'Hotfix:'],
  ['What we knew by then, for sure:', undefined],
  // Not emphasised, in part only, alone in its paragraph, not in front, or too long for a label.
  ['Inform. I wrote to support every ten minutes.', undefined],
  ['**I** fixed **it**. Then I slept.', undefined],
  ['**Fixed it.**', undefined],
  ['- **Fixed it**', undefined],
  ['I wrote to support. **Fixed it.** Then I slept.', undefined],
  ['**I sent them an update.** Then I slept.', undefined],
];

it.each(cases)('%s', (source, label) => {
  const labels = readSentences(parseStory(`## Action\n\n${source}\n`)).filter(({ isLabel }) => isLabel);
  expect(labels.map(({ text }) => text)).toEqual(label === undefined ? [] : [label]);
});

it('a label is held to no rule of wording', () => {
  const reviewer = createReviewer(shippedJudge());
  const start = '## Action\n\n'.length;
  const rulesIn = (source: string): string[] =>
    reviewer
      .review(parseStory(`## Action\n\n${source}\n`))
      .findings.filter(({ span }) => span.start >= start && span.end <= start + '**Long nights.**'.length)
      .map(({ rule }) => rule);
  expect(rulesIn('Long nights. I compared both graphs.')).not.toEqual([]);
  expect(rulesIn('**Long nights.** I compared both graphs.')).toEqual([]);
});
