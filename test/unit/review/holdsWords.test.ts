import { describe, expect, it } from 'vitest';
import { searchFor } from '../../../server/src/review/holdsWords';

describe('words in a text', () => {
  it.each([
    [['app'], false, 'The app went down.', true],
    [['app'], false, 'It happened twice.', false],
    [['app'], false, 'It happened; the app fell.', true],
    [['logs', 'log'], false, 'Nobody logged anything.', true],
    [['Checkout'], false, 'CHECKOUT failed.', true],
    [['IT'], true, 'I did it.', false],
    [['IT'], true, 'I told IT.', true],
    [['s'], false, '2s later', false],
    [['p95 (EU)'], false, 'The p95 (EU) rose.', true],
    [['p95.'], false, 'The p951 rose.', false],
    [['café'], false, 'The Café closed.', true],
    [['cafe'], false, 'The écafe closed.', false],
    [['it'], false, 'We said “it” again.', true],
    [['scale'], false, 'The ſcale broke.', true],
  ] as const)('%j, capitals heeded: %s, in %j: %s', (words, heedsCapitals, text, expected) => {
    expect(searchFor(words, heedsCapitals)(text)).toBe(expected);
  });
});
