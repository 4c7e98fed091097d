import { describe, expect, it } from 'vitest';
import { readOwnQuestions } from '../../../server/src/library/ownQuestions';
import { questionOf } from '../../../server/src/rubric/questions';

const read = (file: string) => {
  const { entries, problems } = readOwnQuestions(file);
  return {
    questions: entries.map(({ value }) => value),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
};

describe('readOwnQuestions', () => {
  it('reads texts, and questions with what they ask for', () => {
    const { questions, problems } = read(`
- What did you do when the pager woke you?
- text: Tell me about a rollout at sea.
  id: rollout-at-sea
  principles: [Dive Deep, Seamanship]
  evidence: [trade-off, metric]
  tags: [speed]
`);
    expect(problems).toEqual([]);
    expect(questions.map(({ id, text }) => [id, text])).toEqual([
      ['own/what-did-you-do-when-the-pager-woke-you', 'What did you do when the pager woke you?'],
      ['rollout-at-sea', 'Tell me about a rollout at sea.'],
    ]);
    expect(questions[1]).toMatchObject({
      principles: ['dive-deep', 'Seamanship'],
      evidence: ['trade-off', 'metric'],
      tags: ['speed'],
    });
  });

  it('takes what is not said from the question that asks for the same', () => {
    const { questions } = read('- Tell me about the hardest bug you have ever found.');
    const bug = questionOf('most-difficult-bug')!;
    expect(questions[0]).toMatchObject({ evidence: bug.evidence, principles: bug.principles });
  });

  it.each([
    ['a text that is missing', '- id: a\n', '1: “text” is missing in a question: add it.'],
    [
      'a key that is not known',
      '- text: Why?\n  principals: [a]\n',
      '2: “principals” is not a key of a question. Did you mean “principles”?',
    ],
    ['evidence that is not known', '- text: Why?\n  evidence: [metrc]\n', 'of “evidence” must be one of'],
    ['an id with spaces', '- text: Why?\n  id: My Id\n', '2: “id” must be a short id'],
    [
      'a question that stands twice',
      '- Why did it break?\n- Why did it break?\n',
      '2: This question stands here twice',
    ],
    ['an id of ours', '- text: Why?\n  id: near-miss\n', '1: The id “near-miss” belongs to another question'],
    ['no YAML', '- [', '1: This YAML does not parse'],
  ])('tells of %s', (_what, file, message) => {
    expect(read(file).problems).toEqual([expect.stringContaining(message)]);
  });

  it('has none in an empty file', () => {
    expect(read('')).toEqual({ questions: [], problems: [] });
  });
});
