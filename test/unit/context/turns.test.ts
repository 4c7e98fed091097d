import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canOpen, openingsOf } from '../../../server/src/context/openings';
import { findTurns, turns } from '../../../server/src/context/turns';

const corpus = join(import.meta.dirname, '..', '..', 'corpus');
const texts = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.star.md'))
  .flatMap((file) => readFileSync(join(corpus, file), 'utf8').split(/(?<=[.!?:])\s+/))
  .filter((_, index) => index % 4 === 0);

describe('the turns of phrase in a text', () => {
  it('are those whose patterns match, in every fourth sentence of the stories', () => {
    const patterns = Object.values(turns);
    const wrong = texts.filter((text) => {
      const found: number[] = [];
      findTurns(text, (turn) => found.push(turn));
      const expected = patterns.flatMap((pattern, turn) => (pattern.test(text) ? [turn] : []));
      return found.sort((a, b) => a - b).join() !== expected.join();
    });
    expect(texts.length).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
  });
});

describe('the openings of a pattern', () => {
  it.each([
    [/\bpag(?:ed|er)\b/i, 'pager', 'page'],
    [/\b(?:was|were) not\b/, 'was', 'wash'],
    [/\bthreshold\w*/, 'thresholds', 'three'],
    [/\b(?:half-)?hourly\b/, 'hourly', 'hours'],
    [/\b(?:half-)?hourly\b/, 'half', 'halves'],
    [/\bwasn'?t\b/, 'wasnt', 'was'],
    [/\b[Oo]ur team\b/, 'our', 'ours'],
    [/\b(?:had |was )*(?:asked|told)\b/, 'told', 'tell'],
    [/(?<=[,;] )(?!once)later\b/, 'later', 'once'],
  ])('of %s let it begin with "%s", and not with "%s"', (pattern, opening, other) => {
    const openings = openingsOf(pattern)!;
    expect(canOpen(opening, openings)).toBe(true);
    expect(canOpen(other, openings)).toBe(false);
  });

  it.each([[/\b\w+ team\b/], [/#\w+|\bslack\b/], [/:\s+\w+/], [/\b[A-Z]\w+/]])(
    'of %s are not known: it may begin with anything',
    (pattern) => {
      expect(openingsOf(pattern)).toBeUndefined();
    },
  );
});
