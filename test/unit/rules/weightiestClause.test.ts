import { describe, expect, it } from 'vitest';
import { createReading } from '../../../server/src/prose/reading';
import { weightiestClause } from '../../../server/src/rules/weightiestClause';

/** Reasons for words of the text, each with its weight. */
function marked(text: string, weights: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(weights).map(([word, weight]) => {
    const start = text.indexOf(word);
    return { family: 'word', start, end: start + word.length, weight };
  });
  const { start, end } = weightiestClause(createReading(text, undefined), reasons);
  return text.slice(start, end);
}

describe('weightiestClause', () => {
  it.each([
    ['one part', 'The team was happy.', { happy: 1 }, 'The team was happy'],
    [
      'the part that weighs most',
      'Errors fell to 0.1%, and the team was happy.',
      { happy: 2, fell: 0.5 },
      'and the team was happy',
    ],
    [
      'with a neighbour that weighs nearly as much',
      'It went well, everyone was happy, errors fell.',
      { well: 2, happy: 1.8 },
      'It went well, everyone was happy',
    ],
    [
      'what speaks against does not count',
      'Errors fell to 0.1%, the team was happy.',
      { 'Errors fell': -3, happy: 1 },
      'the team was happy',
    ],
    ['figures hold together', 'We lost 2,870 orders, so many were sad.', { sad: 1 }, 'so many were sad'],
    ['nothing speaks', 'Errors fell, all good.', {}, 'Errors fell, all good'],
    [
      'two words before a comma are no part',
      'So yes, the team was happy.',
      { happy: 1 },
      'So yes, the team was happy',
    ],
  ])('%s', (_, text, weights, expected) => {
    expect(marked(text, weights)).toBe(expected);
  });
});
