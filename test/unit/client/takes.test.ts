import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotOf } from '../../../client/src/rehearsal/plot';
import {
  appendLines,
  appendTake,
  readTakes,
  renameInLog,
  takeFromLog,
  type Take,
} from '../../../client/src/rehearsal/takes';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (log: Uint8Array): string => new TextDecoder().decode(log);

const take = (story: string, total = 61.5): Take => ({
  story,
  date: '2026-03-01T10:00:00.000Z',
  sections: [{ name: 'Situation', seconds: total }],
  total,
  rating: 4,
  mode: 'cues',
  probe: 'how-bad',
});

describe('the log of takes', () => {
  it('holds what was appended, a line a take', () => {
    const log = appendTake(appendTake(new Uint8Array(), take('a.star.md')), take('b/c.star.md', 30));
    expect(text(log).split('\n')).toHaveLength(3);
    expect(readTakes(log)).toEqual({ takes: [take('a.star.md'), take('b/c.star.md', 30)], damaged: [] });
  });

  it.each([
    ['a line that is not ended', '{"x":1', 1],
    ['a merge conflict', '<<<<<<< HEAD\n=======\n', 2],
    ['a take without sections', '{"story":"a.star.md","date":"2026-03-01T10:00:00Z","total":3}\n', 1],
    ['a date that is none', JSON.stringify({ ...take('a'), date: 'soon' }), 1],
    ['a time that is none', JSON.stringify({ ...take('a'), total: -1 }), 1],
    ['null', 'null\n', 1],
  ])('keeps %s, and reads the rest', (_, damage, count) => {
    const log = appendTake(bytes(damage), take('a.star.md'));
    expect(text(log).startsWith(damage)).toBe(true);
    const read = readTakes(log);
    expect(read.takes).toEqual([take('a.star.md')]);
    expect(read.damaged).toHaveLength(count);
  });

  it.each([
    ['Windows line ends', `${JSON.stringify(take('a'))}\r\n\r\n${JSON.stringify(take('b'))}\r\n`],
    ['a byte order mark', `\uFEFF${JSON.stringify(take('a'))}\n${JSON.stringify(take('b'))}\n`],
    ['empty lines', `\n${JSON.stringify(take('a'))}\n\n\n${JSON.stringify(take('b'))}`],
  ])('is read with %s', (_, log) => {
    expect(readTakes(bytes(log))).toEqual({ takes: [take('a'), take('b')], damaged: [] });
  });

  it('never loses a byte by appending or renaming, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
        const log = appendTake(junk, take('kept.star.md'));
        expect([...log.subarray(0, junk.length)]).toEqual([...junk]);
        expect(readTakes(log).takes.at(-1)).toEqual(take('kept.star.md'));
        expect([...renameInLog(log, 'other.star.md', 'new.star.md')]).toEqual([...log]);
      }),
    );
  });
});

describe('a story that moves', () => {
  const log = bytes(
    `${JSON.stringify({ ...take('a/one.star.md'), mine: 1 })}\nnot a take\n${JSON.stringify(take('a/one.star.md.bak'))}\n${JSON.stringify(take('ab/two.star.md'))}`,
  );
  const stories = (of: Uint8Array): string[] => readTakes(of).takes.map(({ story }) => story);

  it.each([
    ['a story', 'a/one.star.md', 'b/uno.star.md', ['b/uno.star.md', 'a/one.star.md.bak', 'ab/two.star.md']],
    ['a folder', 'a', 'c/d', ['c/d/one.star.md', 'c/d/one.star.md.bak', 'ab/two.star.md']],
    ['nothing', 'x', 'y', ['a/one.star.md', 'a/one.star.md.bak', 'ab/two.star.md']],
  ])('takes its takes with it: %s', (_, from, to, expected) => {
    const after = renameInLog(log, from, to);
    expect(stories(after)).toEqual(expected);
    expect(text(after)).toContain('\nnot a take\n');
    expect(text(after)).toContain('"mine":1');
  });

  it('to another folder of the workspace takes them to the log there', () => {
    const { taken, rest } = takeFromLog(log, 'a', 'z');
    expect(stories(taken)).toEqual(['z/one.star.md', 'z/one.star.md.bak']);
    expect(stories(rest)).toEqual(['ab/two.star.md']);
    expect(text(rest)).toContain('not a take\n');
    expect(stories(appendLines(bytes(JSON.stringify(take('other'))), taken))).toEqual([
      'other',
      'z/one.star.md',
      'z/one.star.md.bak',
    ]);
  });
});

describe('the plot of takes', () => {
  const area = { left: 40, right: 640, top: 10, bottom: 170 };
  it.each([
    ['one take', [90], 240],
    ['none', [], 240],
    ['takes of nothing', [0, 0], 240],
    ['one that took an hour', [3700, 100], 240],
  ])('keeps all within the picture: %s', (_, totals, budget) => {
    const { points, ticks, budget: line } = plotOf(totals, budget, area);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(area.left);
      expect(x).toBeLessThan(area.right);
      expect(y).toBeGreaterThanOrEqual(area.top);
      expect(y).toBeLessThanOrEqual(area.bottom);
    }
    expect(line).toBeGreaterThanOrEqual(area.top);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
  });

  it('puts longer takes higher, and says which are over the budget', () => {
    const { points, budget } = plotOf([200, 300, 240], 240, area);
    expect(points.map(({ isOver }) => isOver)).toEqual([false, true, false]);
    expect(points[1]!.y).toBeLessThan(budget);
    expect(points[2]!.y).toBe(budget);
    expect(points[0]!.y).toBeGreaterThan(budget);
  });
});
