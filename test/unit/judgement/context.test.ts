import { describe, expect, it } from 'vitest';
import { contextFeatures, contextWidth, cutLogOdds } from '../../../server/src/judgement/context';
import { labels } from '../../../server/src/judgement/labels';

const lowest = cutLogOdds(0);

function oddsWith(label: (typeof labels)[number], value: number): Float64Array {
  const odds = new Float64Array(labels.length).fill(lowest);
  odds[labels.indexOf(label)] = value;
  return odds;
}

describe('cutLogOdds', () => {
  it.each([
    [0, -5],
    [0.5, 0],
    [0.25, Math.log(1 / 3)],
    [1, 4],
  ])('of %f is %f', (certainty, odds) => {
    expect(cutLogOdds(certainty)).toBeCloseTo(odds, 9);
  });
});

describe('contextFeatures', () => {
  const story = [oddsWith('root-cause', 2), oddsWith('fix', 1), oddsWith('fix', 3)];
  const rows = contextFeatures(story, ['situation', 'action', 'action']);
  const alone = contextFeatures([story[1]!], ['action'])[0]!;

  it('describes each sentence by as many numbers', () => {
    expect(rows.map((row) => row.length)).toEqual([contextWidth, contextWidth, contextWidth]);
  });

  it('tells the neighbours of a sentence, and what is told before and after', () => {
    expect(rows[1]!.filter((value) => value === 2)).toHaveLength(2);
    expect(rows[1]!.filter((value) => value === 3)).toHaveLength(2);
    expect(rows[2]!.filter((value) => value === 2)).toHaveLength(1);
    expect(alone.filter((value) => value === 2 || value === 3)).toHaveLength(0);
  });

  it('tells the place in the story and in the section', () => {
    const places = rows.map((row) =>
      [...row.subarray(contextWidth - 14, contextWidth - 10)].map((value) => Number(value.toFixed(3))),
    );
    expect(places).toEqual([
      [0, 1.099, 0, 0],
      [0.333, 1.099, 0, 0.693],
      [0.667, 1.099, 1, 0.693],
    ]);
  });
});
