import { describe, expect, it } from 'vitest';
import { elsewhereNames, layElsewhere } from '../../../server/src/context/elsewhere';
import { type JudgedLabel, judgedLabels } from '../../../server/src/judgement/labels';
import type { SectionKind } from '../../../server/src/rubric/ids';

interface Told {
  readonly section: SectionKind;
  readonly odds: readonly number[];
}

/** A sentence of which the given labels are as probable as said, and no other at all. */
function told(section: SectionKind, probable: Partial<Record<JudgedLabel, number>> = {}): Told {
  const odds = judgedLabels.map((label) => {
    const probability = probable[label] ?? 0;
    return probability === 0 ? -100 : Math.log(probability / (1 - probability));
  });
  return { section, odds };
}

function hear(story: readonly Told[]): Float32Array[] {
  const width = elsewhereNames.length;
  const all = new Float32Array(story.length * width);
  layElsewhere(
    story.length,
    (index) => story[index]!.odds,
    (index) => story[index]!.section,
    all,
    0,
    width,
  );
  return story.map((_, index) => all.slice(index * width, (index + 1) * width));
}

function valueAt(story: readonly Told[], index: number, name: string): number {
  return hear(story)[index]![elsewhereNames.indexOf(name)]!;
}

const story = [
  told('situation', { minimizing: 0.5, impact: 0.9 }),
  told('action', { hedging: 0.8 }),
  told('action', { hedging: 0.4, 'vague-action': 0.4 }),
  told('action'),
];

describe('what a sentence hears from elsewhere in its story', () => {
  it.each([
    // All to quarters. The mean over the other three sentences, six times as large for a rule, four times for a kind of evidence, three times for any weakness.
    [0, 'elsewhere:minimizing', 0],
    [1, 'elsewhere:minimizing', 1],
    [0, 'elsewhere:hedging', 2.5],
    [1, 'elsewhere:hedging', 0.75],
    [2, 'elsewhere:hedging', 1.5],
    [1, 'elsewhere:impact', 1.25],
    [0, 'elsewhere:any-weakness', 1.5],
    [3, 'elsewhere:any-weakness', 2],
    // The strongest of the others, twice as large.
    [1, 'strongest-elsewhere:hedging', 0.75],
    [3, 'strongest-elsewhere:hedging', 1.5],
    [2, 'strongest-elsewhere:vague-action', 0],
    // The mean over the others in the section.
    [0, 'in-section:hedging', 0],
    [1, 'in-section:hedging', 1.25],
    [3, 'in-section:hedging', 3.5],
    [1, 'in-section:minimizing', 0],
    [3, 'in-section:any-weakness', 2.25],
  ])('sentence %i: %s is %d', (index, name, value) => {
    expect(valueAt(story, index, name)).toBeCloseTo(value, 5);
  });

  it('is nothing in a story of one sentence', () => {
    expect(hear(story.slice(0, 1))[0]!.every((value) => value === 0)).toBe(true);
  });

  it('is the same for most sentences when one is edited a little', () => {
    const long = Array.from({ length: 30 }, () => told('action', { hedging: 0.1 }));
    const edited = long.with(7, told('action', { hedging: 0.12 }));
    expect(hear(edited).toSpliced(7, 1)).toEqual(hear(long).toSpliced(7, 1));
  });
});
