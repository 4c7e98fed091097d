import { describe, expect, it } from 'vitest';
import { labels } from '../../../server/src/judgement/labels';
import {
  packWeights,
  sparseWeights,
  unpackWeights,
  WeightSums,
} from '../../../server/src/judgement/slot-weights';

const labelCount = labels.length;

/** Levels that look like trained ones: most are zero, no two slots alike; every fifth slot is empty. */
function someLevels(slotCount: number): Int8Array {
  let state = 7;
  return Int8Array.from({ length: slotCount * labelCount }, (_, at) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    if (Math.floor(at / labelCount) % 5 === 0) return 0;
    return (state >>> 16) % 4 === 0 ? ((state >>> 20) % 7) - 3 : 0;
  });
}

describe('the weights of slots', () => {
  it.each([1, 2, 3, 50, 401])('are the same after packing and unpacking %i slots', (slotCount) => {
    const weights = sparseWeights(someLevels(slotCount), labelCount);
    const unpacked = unpackWeights(packWeights(weights, labelCount), slotCount, labelCount);
    expect([...unpacked.starts]).toEqual([...weights.starts]);
    expect([...unpacked.entries]).toEqual([...weights.entries]);
  });

  it('take an eighth of a byte each, and a third more where they are not zero', () => {
    const levels = someLevels(400);
    const filled = levels.filter((level) => level !== 0).length;
    const bytes = packWeights(sparseWeights(levels, labelCount), labelCount);
    expect(bytes.length).toBe((400 * labelCount) / 8 + Math.ceil(filled / 3));
  });

  it.each([39, 48])('refuse %i labels, which no whole bytes can hold', (count) => {
    expect(() => sparseWeights(new Int8Array(count), count)).toThrow(
      `The weights of ${count} labels cannot be packed`,
    );
  });

  it('add up label by label, and a slot taken with a minus is taken away', () => {
    const levels = someLevels(50);
    const level = (slot: number, label: number): number => levels[slot * labelCount + label]!;
    const sums = new WeightSums(sparseWeights(levels, labelCount), labelCount);
    const out = new Float64Array(labelCount);
    for (const signed of [2 * 11, 2 * 49 + 1, 2 * 11, 2 * 5]) sums.add(signed);
    sums.sums(out);
    expect([...out]).toEqual(
      Array.from({ length: labelCount }, (_, label) => 2 * level(11, label) - level(49, label)),
    );
    expect(sums.at(2 * 49 + 1, 3)).toBe(0 - level(49, 3));
    sums.clear();
    sums.sums(out);
    expect([...out]).toEqual(new Array(labelCount).fill(0));
  });
});
