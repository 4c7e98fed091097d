import { describe, expect, it } from 'vitest';
import {
  segmentAt,
  segmentsOf,
  wholeSentence,
  withoutOpener,
} from '../../../../server/src/rules/rewriting/segments';

const textAt = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

describe('the parts of a sentence', () => {
  it.each([
    ['I shipped it, and the team was happy.', ['I shipped it', 'and the team was happy']],
    ['I dropped the table but it was small.', ['I dropped the table', 'but it was small']],
    [
      'Cosmetic stuff: wrong totals (two of them) on invoices.',
      ['Cosmetic stuff', 'wrong totals', 'two of them', 'on invoices'],
    ],
    ['Regrets? None.', ['Regrets', 'None']],
    ['I told {{who, and when}} about it.', ['I told {{who, and when}} about it']],
    ['it is 2.5 s, down from 3.5 s', ['it is 2.5 s', 'down from 3.5 s']],
  ])('%s', (text, parts) => {
    expect(segmentsOf(text).map((span) => textAt(text, span))).toEqual(parts);
  });

  it('are found by a place in them', () => {
    const text = 'I shipped it, and the team was happy.';
    const part = segmentAt(text, text.indexOf('team'));
    expect(textAt(text, part)).toBe('and the team was happy');
    expect(textAt(text, withoutOpener(text, part))).toBe('the team was happy');
    expect(textAt(text, segmentAt(text, text.length - 1))).toBe('I shipped it, and the team was happy');
  });

  it('end before the final mark', () => {
    expect(wholeSentence(' It held … ')).toEqual({ start: 1, end: 8 });
    expect(wholeSentence('...')).toEqual({ start: 0, end: 3 });
  });
});
