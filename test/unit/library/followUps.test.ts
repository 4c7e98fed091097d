import { describe, expect, it } from 'vitest';
import { answerScaffold, followUpsOf, generalFollowUps } from '../../../server/src/library/followUps';
import { probes } from '../../../server/src/rubric/probes';
import { createReviewer } from '../../../server/src/review/reviewStory';
import type { Review } from '../../../server/src/review/review';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const reviewOf = (text: string): Review => reviewer.review(parseStory(text));

const story = `## Situation

Checkout timed out for 17 minutes, and 4,200 carts were lost.

## Action

I rolled checkout back to the build of the day before. I assumed that it worked because nobody complained.

## Result

Timeouts fell from 11% to 0.6%.
`;

function followUp(text: string, id: string) {
  return followUpsOf(reviewOf(text)).find((each) => each.id === id);
}

describe('the likely follow-ups', () => {
  it('come from the gaps, the pressing ones first, each with its reason', () => {
    const found = followUpsOf(reviewOf(story));
    const weights = found.map(({ probe }) => probe?.weight ?? 0);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(found.map(({ id }) => id)).toContain('who-was-informed');
    for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0);
  });

  it.each([
    ['the words that a finding marks', 'how-did-you-know', /assumed that it worked/],
    ['the sentence that invites it', 'who-was-informed', /^I rolled checkout back/],
  ])('point at %s', (_, id, words) => {
    const { span } = followUp(story, id)!;
    expect(story.slice(span.start, span.end)).toMatch(words);
  });

  it.each([
    ['an empty text', ''],
    ['a heading alone', '## Situation\n'],
    ['front matter alone', '---\ntitle: x\n---\n'],
  ])('stand in the text even for %s', (_, text) => {
    for (const { span } of followUpsOf(reviewOf(text))) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('leave out what other companies ask, and know what any story is asked', () => {
    const general = generalFollowUps(reviewOf(`---\ncompany: google\n---\n\n${story}`));
    expect(general.map(({ probe }) => probe?.company).filter((each) => each !== undefined)).toEqual([
      'google',
    ]);
    expect(general.length).toBeGreaterThan(3);
  });
});

describe('the writer’s answers', () => {
  const answeredWith = (answer: string): string =>
    `${story}\n## Follow-ups\n\n### How did you know it worked?\n\n${answer}\n`;
  it.each([
    ['an answer', 'I watched p95 for two hours.', true],
    ['a hole', '{{the metric}}', false],
    ['an answer with a hole', 'I watched p95 for {{how long}}.', false],
    ['a comment', '<!-- later -->', false],
    ['nothing', '', false],
    ['an answer in several parts', '- p95 for two hours\n\n#### And then\n\nThe error rate.', true],
  ])('%s', (_, text, isComplete) => {
    const { answer } = followUp(answeredWith(text), 'how-did-you-know')!;
    expect(answer?.isComplete).toBe(isComplete);
    expect(answer?.text).toBe(text);
  });

  it.each(['### 1. How did you know that it worked?', '### **how did you know that it worked**', '### How did you know it worked'])('are found under %s', (heading) => {
    const text = `${story}\n## Follow ups\n\n${heading}\n\nI watched p95.\n`;
    expect(followUp(text, 'how-did-you-know')?.answer?.isComplete).toBe(true);
  }); // prettier-ignore

  it('may be to questions of the writer’s own', () => {
    const text = `${story}\n## Follow-ups\n\n### Why not a feature flag?\n\nThere was none.\n`;
    const own = followUpsOf(reviewOf(text)).at(-1)!;
    expect(own).toMatchObject({ question: 'Why not a feature flag?', probe: undefined });
    expect(own.answer).toMatchObject({ text: 'There was none.', isComplete: true });
    expect(text.slice(own.span.start, own.span.end)).toBe('### Why not a feature flag?');
  });
});

describe('a place for an answer', () => {
  const inserted = (text: string, id: string): string => {
    const { at, insert } = answerScaffold(id, reviewOf(text))!;
    return text.slice(0, at) + insert + text.slice(at);
  };

  it('is made once, with its heading and a hole', () => {
    const once = inserted(story, 'who-was-informed');
    expect(once.startsWith(story.trimEnd())).toBe(true);
    expect(once).toMatch(/0\.6%\.\n\n## Follow-ups\n\n### Who did you keep informed, and when\?\n\n\{\{the channel, [^}]*\}\}\n$/); // prettier-ignore
    const twice = inserted(once, 'how-did-you-know');
    expect(twice.match(/^## Follow-ups$/gm)).toHaveLength(1);
    expect(twice.match(/^### .*$/gm)).toEqual([
      '### Who did you keep informed, and when?',
      '### How did you know that it worked?',
    ]);
    expect(answerScaffold('how-did-you-know', reviewOf(twice))).toBeUndefined();
  });

  it('goes before what stands behind the follow-ups', () => {
    const text = `${story}\n## Follow-ups\n\n### Why?\n\nSo.\n\n## Notes\n\nMine.\n`;
    expect(inserted(text, 'who-was-informed')).toMatch(
      /So\.\n\n### Who did[^]*\}\}\n\n## Notes\n\nMine\.\n$/,
    );
  });

  it.each([
    ['Windows line ends', story.replaceAll('\n', '\r\n')],
    ['no line end at its end', story.trimEnd()],
    ['sections of another rank', story.replaceAll('## ', '# ')],
    ['no sections', 'I rolled checkout back, and it worked at once.'],
    ['nothing', ''],
  ])('fits a story with %s, which then has one more answer and is told as before', (_, text) => {
    for (const { id } of probes) {
      const after = inserted(text, id);
      expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text) || !text.includes('\r'));
      const review = reviewOf(after);
      expect(followUpsOf(review).find((each) => each.id === id)?.answer?.isComplete).toBe(false);
      expect(review.timing).toEqual(reviewOf(text).timing);
    }
  });

  it('is none for a question that nobody knows', () => {
    expect(answerScaffold('why-me', reviewOf(story))).toBeUndefined();
  });
});
