import { describe, expect, it } from 'vitest';
import { promptFor, sentenceIn } from '../../../client/src/languageModel/prompt';

describe('the sentence in an answer', () => {
  it.each([
    ['A config reached production.', 'A config reached production.'],
    ['  A config reached production.\n', 'A config reached production.'],
    ['"A config reached production."', 'A config reached production.'],
    ['“A config reached production.”', 'A config reached production.'],
    ['Rewrite: A config reached production.', 'A config reached production.'],
    ['**Rewritten sentence:** "A config reached production."', 'A config reached production.'],
    ['```text\nA config reached production.\n```', 'A config reached production.'],
    [
      '"Contain first" became our rule, and "fix later" the second.',
      '"Contain first" became our rule, and "fix later" the second.',
    ],
    ['Answer time fell to 2 s.', 'Answer time fell to 2 s.'],
    ['', ''],
  ])('%j is %j', (answer, sentence) => {
    expect(sentenceIn(answer)).toBe(sentence);
  });
});

it('a model is told the sentence, what is weak in it, what to write instead, and the story', () => {
  const context = {
    version: 3,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
    sentence: 'We fixed it.',
    section: 'action',
    message: '“We” leaves open what you did.',
    title: 'We instead of I',
    why: 'The interviewer scores you.',
    advice: 'Say what you did.',
    story: 'Orders failed. We fixed it.',
  };
  const prompt = promptFor(context);
  for (const part of [
    'We fixed it.',
    '“action”',
    context.message,
    context.title,
    context.why,
    context.advice,
    context.story,
  ])
    expect(prompt).toContain(part);
  expect(promptFor({ ...context, section: null })).not.toContain('“null”');
});
