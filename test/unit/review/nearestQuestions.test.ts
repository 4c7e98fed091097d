import { describe, expect, it } from 'vitest';
import {
  createQuestionMatcher,
  questionFor,
  questionTerms,
  sameMeaning,
} from '../../../server/src/review/nearestQuestions';
import { questions } from '../../../server/src/rubric/questions';

const matcher = createQuestionMatcher(questions);

describe('the nearest question of the bank', () => {
  it.each([
    ['Tell me about a migration that did not go to plan.', 'migration'],
    ['tell me about a MIGRATION, that did not go to plan', 'migration'],
    ['near-miss', 'near-miss'],
    ['Have you ever had a migration that didn’t go as planned?', 'migration'],
    ['Tell me about a disagreement with your manager', 'disagreed-with-manager'],
    ['What’s the hardest bug you have found?', 'most-difficult-bug'],
    ['A time you brought bad news to a stakeholder', 'bad-news'],
    ['How did you keep stakeholders informed during an incident?', 'status-during-incident'],
    ['When have you had to act on incomplete information?', 'without-full-information'],
    ['Tell me about a time a deadline was at risk', 'deadline-at-risk'],
  ])('to %j is %s', (text, id) => {
    const [near] = matcher.nearest(text);
    expect(near?.question.id).toBe(id);
    expect(near?.similarity).toBeGreaterThanOrEqual(sameMeaning);
  });

  it.each(['', 'Tell me about a time when you', 'xyzzy'])('is none for %j', (text) => {
    expect(matcher.nearest(text).filter(({ similarity }) => similarity >= sameMeaning)).toEqual([]);
  });
});

describe('questionTerms', () => {
  it('leaves out how questions begin', () => {
    expect(questionTerms('Can you tell me about a time when you disagreed with your manager?')).toEqual(
      questionTerms('disagreed manager'),
    );
  });
});

describe('questionFor', () => {
  it('finds a question by its id and by its words', () => {
    const [first] = questions;
    expect(questionFor(first!.id, questions)).toBe(first);
    expect(questionFor(first!.text.toUpperCase(), questions)).toBe(first);
  });

  it('keeps words of one’s own and asks for what the question asks for that means the same', () => {
    const text = 'What is the hardest bug that you ever found?';
    const bug = questions.find(({ id }) => id === 'most-difficult-bug')!;
    expect(questionFor(text, questions)).toMatchObject({
      id: text,
      text,
      evidence: bug.evidence,
      principles: bug.principles,
    });
  });

  it('goes by the themes where no question comes near', () => {
    const found = questionFor('Convince me that you can persuade people', questions);
    expect(found?.evidence).toContain('second-order');
  });

  it('knows nothing of what asks for nothing', () => {
    expect(questionFor('xyzzy', questions)).toBeUndefined();
  });
});
