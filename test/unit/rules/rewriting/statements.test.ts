import { describe, expect, it } from 'vitest';
import { createReading } from '../../../../server/src/prose/reading';
import { openerOf, statements } from '../../../../server/src/rules/rewriting/statements';

const shown = (text: string): string[] =>
  statements(createReading(text, 'action')).map(
    ({ joint, body }) => `${text.slice(joint.start, joint.end)}[${text.slice(body.start, body.end)}]`,
  );

describe('statements', () => {
  it.each([
    ['I restarted the pod and closed the laptop.', ['[I restarted the pod]', ' and [closed the laptop]']],
    [
      'We never got to the bottom of it, so life went on.',
      ['[We never got to the bottom of it]', ', so [life went on]'],
    ],
    ['When the dashboard turned red, I froze.', ['[When the dashboard turned red, I froze]']],
    ['Bad luck, plain and simple.', ['[Bad luck, plain and simple]']],
  ])('cuts “%s”', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('finds the words in front of the subject', () => {
    const text = 'Going forward, we look twice.';
    const { start, end } = openerOf(statements(createReading(text, 'reflection'))[0]!);
    expect(text.slice(start, end)).toBe('Going forward, ');
  });
});
