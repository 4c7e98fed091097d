import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { frameTemplates, storyFrame, type FrameStart } from '../../../server/src/review/storyFrame';
import { principleOf } from '../../../server/src/rubric/principles';
import { questionOf } from '../../../server/src/rubric/questions';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const start: FrameStart = {
  title: 'A queue: full',
  level: 'senior',
  company: 'amazon',
  question: undefined,
  principle: undefined,
  template: frameTemplates[0]!,
  date: '2026-03-14',
};

describe('the frame of a story', () => {
  it.each(frameTemplates.map((template) => [template.id, template] as const))(
    '“%s” is a story whose only faults are its holes',
    (_id, template) => {
      const text = storyFrame({ ...start, template });
      const { story, findings } = reviewer.review(parseStory(text), defaultOptions);
      expect(story.frontMatter.problems).toEqual([]);
      expect(story.frontMatter.values).toMatchObject({
        title: 'A queue: full',
        level: 'senior',
        company: 'amazon',
        status: 'draft',
      });
      expect(story.sections.map(({ kind }) => kind)).toEqual([
        'situation',
        'task',
        'action',
        'result',
        'reflection',
      ]);
      // A place for each piece of evidence is there, and what is said there is not; “late-mitigation” and the like would be real faults.
      const faults = findings.filter(
        ({ rule }) =>
          !/^(?:missing-(?!section)|empty-section|unresolved-placeholder|stops-at-fix|thin-action|long-setup)/.test(
            rule,
          ),
      );
      expect(faults.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(story.placeholders.length).toBeGreaterThan(5);
    },
  );

  it('names the question and has a place for what it asks for', () => {
    const question = questionOf('second-order-effects')!;
    const text = storyFrame({ ...start, level: 'sde1', company: undefined, question });
    expect(text).toContain(`question: "${question.text}"`);
    expect(text).toContain('has since adopted');
    expect(storyFrame({ ...start, level: 'sde1', company: undefined })).not.toContain('has since adopted');
  });

  it('names the principle, and quotes what to lead with', () => {
    const text = storyFrame({ ...start, principle: principleOf('Ownership') });
    expect(text).toContain('principles: [Ownership]');
    expect(text).toMatch(/^> \*\*Lead with:\*\* The boundary/m);
  });
});
