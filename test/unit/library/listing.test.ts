import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listedRecord } from '../../../server/src/library/listing';
import { recordOf } from '../../../server/src/library/record';
import { defaultOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const root = join(import.meta.dirname, '..', '..', '..');
/** All examples, and one in twenty-five of the corpus: reviews take their time. */
const files = ['examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.star.md'))
    .filter((_, index) => folder === 'examples' || index % 25 === 0)
    .map((path) => join(root, folder, path)),
);
const reviewer = createReviewer(shippedJudge());

/** What the two summaries of a story have in common, with times as a list shows them. */
function common(text: string): { listed: object; reviewed: object } {
  const story = parseStory(text);
  const uri = 'file:///a%20story.star.md';
  const { summary: listed } = listedRecord(uri, story, defaultOptions);
  const { summary: reviewed } = recordOf(uri, reviewer.review(story));
  expect([listed.isReviewed, reviewed.isReviewed]).toEqual([false, true]);
  const judged = { isReviewed: true, evidence: [], readiness: 0, counts: {} };
  const shared = (summary: typeof listed): object => ({
    ...summary,
    ...judged,
    seconds: Math.round(summary.seconds * 1000),
  });
  return { listed: shared(listed), reviewed: shared(reviewed) };
}

describe('the listing of a story', () => {
  it('tells what its review tells, but for what takes a judge', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const { listed, reviewed } = common(readFileSync(file, 'utf8'));
      expect(listed, file).toEqual(reviewed);
    }
  });

  it.each([
    ['', 'nothing'],
    ['## Action\n\nI rolled back. {{what I told them}}\n', 'a hole for a sentence'],
    ['## Action\n\nI rolled back {{which}} release. 42. TODO say more here.\n', 'a figure alone, a note'],
    ['## Action\n\nKey steps:\n\n- I paged Ana.\n- [number]\n- 1.\n', 'a label, prompts'],
    ['## Action\n\nI said: “Stop.” Then… 14:02. p99 fell to 2.5 s!\n\n## Notes\n\nNot told.\n', 'an aside'],
    ['---\ntitle: T\nlevel: staff\ncompany: amazon\n---\nNo headings. 3. It fell to 99.9%.\n', 'no sections'],
    ['## Action\n\nI (and Ana) met K. at 5. Steps: two. “X.” I.\n', 'sentences of one letter'],
    ['\u0000\u0001', 'no text'],
  ])('%j: %s', (text) => {
    const { listed, reviewed } = common(text);
    expect(listed).toEqual(reviewed);
  });
});
