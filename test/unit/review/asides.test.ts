import { describe, expect, it } from 'vitest';
import { createReviewer } from '../../../server/src/review/reviewStory';
import type { Review } from '../../../server/src/review/review';
import { probes } from '../../../server/src/rubric/probes';
import { sectionOfHeading } from '../../../server/src/rubric/sections';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const reviewOf = (text: string): Review => reviewer.review(parseStory(text));

const titled =
  '---\ntitle: Lost rows\n---\n\n## Situation\n\nThe export lost 4,100 rows.\n\n## Action\n\nWe looked around.\n\n## Result\n\nIt went well.\n';
const untitled = 'The nightly export lost 4,100 rows, and I rolled it back within four minutes.\n';
const deep = '### Situation\n\nThe export lost 4,100 rows.\n\n### Action\n\nI rolled it back.\n';
/** A weak reply, a figure that contradicts the story, and a sentence that would be evidence. */
const weak =
  '## Follow-ups\n\n### How did you know that it worked?\n\nWe assumed that it worked. Nobody complained, so we moved on.\n\n#### Notes on it\n\nThe export lost 9,000 rows. I watched the row counts for six weeks.\n';

describe('follow-ups are not told', () => {
  it.each([
    ['under the sections', titled],
    ['under a single paragraph', untitled],
    ['under sections of a lower rank', deep],
  ])('%s', (_, text) => {
    const before = reviewOf(text);
    const after = reviewOf(`${text}\n${weak}`);
    const findingsOf = ({ findings }: Review) => findings.map(({ rule, span }) => [rule, span.start]);
    expect(findingsOf(after)).toEqual(findingsOf(before));
    expect(after.timing).toEqual(before.timing);
    expect(after.readiness).toEqual(before.readiness);
    expect([...after.evidence.keys()]).toEqual([...before.evidence.keys()]);
    expect(after.sentences.length).toBe(before.sentences.length);
    expect(after.story.title).toBe(before.story.title);
    expect(after.story.sections.map(({ kind }) => kind)).toEqual(
      before.story.sections.map(({ kind }) => kind),
    );
  });

  it('between two sections too', () => {
    const [head, tail] = titled.split('## Result');
    const after = reviewOf(`${head}${weak}\n## Result${tail}`);
    expect(after.findings.map(({ rule }) => rule)).toEqual(reviewOf(titled).findings.map(({ rule }) => rule));
    expect(after.timing).toEqual(reviewOf(titled).timing);
  });

  it('a hole of theirs is still to be filled and costs no readiness', () => {
    const after = reviewOf(`${titled}\n## Follow-ups\n\n### Who else?\n\n{{who}}\n`);
    expect(after.findings.filter(({ rule }) => rule === 'unresolved-placeholder')).toHaveLength(1);
    expect(after.readiness).toEqual(reviewOf(titled).readiness);
  });

  it('a title that reads like an aside is a title where sections stand below it', () => {
    const { story } = reviewOf('# Notes on lost rows\n\nWe lost rows.\n\n## Action\n\nI rolled it back.\n');
    expect(story.title).toBe('Notes on lost rows');
    expect(story.asides).toEqual([]);
  });

  it.each(probes.map(({ question }) => [question]))('“%s” opens no section', (question) => {
    expect(sectionOfHeading(question)).toBeUndefined();
  });
});
