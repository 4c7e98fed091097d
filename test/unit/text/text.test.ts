import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../../server/src/text/edit';
import { plainInsert, snippetInsert } from '../../../server/src/text/holes';
import { nearest } from '../../../server/src/text/nearest';
import { overlaps } from '../../../server/src/text/span';

const edit = (start: number, end: number, insert: string): Edit => ({ span: { start, end }, insert });

describe('applyEdits', () => {
  it.each([
    ['replaces', 'one two', [edit(4, 7, 'three')], 'one three'],
    ['takes edits in any order', 'abc', [edit(2, 3, 'C'), edit(0, 1, 'A')], 'AbC'],
    ['keeps the order of insertions at one place', 'x', [edit(1, 1, 'a'), edit(1, 1, 'b')], 'xab'],
    ['counts in UTF-16', '🚒 fire', [edit(3, 7, 'ice')], '🚒 ice'],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected);
  });

  it.each([
    ['overlapping edits', [edit(0, 2, ''), edit(1, 3, '')]],
    ['a span beyond the end', [edit(0, 4, '')]],
  ])('refuses %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });

  it('loses nothing outside the edits', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (text, insert, a, b) => {
        const start = a % (text.length + 1);
        const end = start + (b % (text.length - start + 1));
        expect(applyEdits(text, [edit(start, end, insert)])).toBe(
          text.slice(0, start) + insert + text.slice(end),
        );
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    [0, 3, 2, 5, true],
    [0, 3, 3, 5, false],
    [3, 3, 0, 3, true],
    [4, 4, 0, 3, false],
  ])('[%i,%i) and [%i,%i): %s', (a, b, c, d, expected) => {
    expect(overlaps({ start: a, end: b }, { start: c, end: d })).toBe(expected);
  });
});

describe('holes', () => {
  it.each([
    ['no hole', 'Errors fell.', undefined],
    ['a hole keeps its braces when it is left alone', 'from {{before}}', 'from ${1:{{before\\}\\}}'],
    ['holes are numbered', '{{a}} and {{b}}', '${1:{{a\\}\\}} and ${2:{{b\\}\\}}'],
    ['choices', '{{who|the CTO|Support}}', '${1|the CTO,Support|}'],
    ['what a snippet would read otherwise is escaped', '$5 } {{a}}', '\\$5 \\} ${1:{{a\\}\\}}'],
    ['commas in choices', '{{who|a, b|c}}', '${1|a\\, b,c|}'],
  ])('as a snippet: %s', (_, insert, expected) => {
    expect(snippetInsert(insert)?.snippet).toBe(expected);
  });

  it.each([
    ['from {{before}} to {{after}}', 'from {{before}} to {{after}}'],
    ['{{who|the CTO|Support}}', '{{who: the CTO / Support}}'],
  ])('as text: %s', (insert, expected) => {
    expect(plainInsert(insert)).toBe(expected);
  });
});

describe('nearest', () => {
  const names = ['Dive Deep', 'Ownership', 'Earn Trust'];
  it.each([
    ['Dive Depp', 'Dive Deep'],
    ['ownership', 'Ownership'],
    ['Frugality', undefined],
  ])('%s → %s', (text, expected) => {
    expect(nearest(text, names)).toBe(expected);
  });
});
