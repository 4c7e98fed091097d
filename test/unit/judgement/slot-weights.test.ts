import { describe, expect, it } from 'vitest';
import { sparseWeights } from '../../../scripts/train/compress';
import { labels } from '../../../server/src/judgement/labels';
import {
  entryOf,
  factorClass,
  factorOf,
  packWeights,
  unpackWeights,
  WeightSums,
} from '../../../server/src/judgement/slot-weights';

const labelCount = labels.length;

/** Levels that look like trained ones: most are zero, no two slots alike; every fifth slot is empty, and every seventh full. */
function someLevels(slotCount: number): number[][] {
  let state = 7;
  return Array.from({ length: slotCount }, (_, slot) =>
    Array.from({ length: labelCount }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      if (slot % 5 === 0) return 0;
      if (slot % 7 === 0) return 1 + ((state >>> 20) % 3);
      return (state >>> 16) % 8 === 0 ? ((state >>> 20) % 7) - 3 : 0;
    }),
  );
}

function someClasses(slotCount: number): Uint8Array {
  return Uint8Array.from({ length: slotCount }, (_, slot) => slot % 6);
}

describe('the weights of slots', () => {
  it.each([1, 2, 3, 50, 401])('are the same after packing and unpacking %i slots', (slotCount) => {
    const weights = sparseWeights(someClasses(slotCount), someLevels(slotCount));
    const unpacked = unpackWeights(packWeights(weights), slotCount);
    expect([...unpacked.starts]).toEqual([...weights.starts]);
    expect([...unpacked.classes]).toEqual([...weights.classes]);
    expect([...unpacked.entries]).toEqual([...weights.entries]);
  });

  it('refuse a label that a byte cannot hold', () => {
    expect(entryOf(41, 3)).toBe(251);
    expect(() => entryOf(42, 3)).toThrow('The weights of label 42 cannot be packed');
  });

  it('add up label by label, by the factor of each slot', () => {
    const levels = someLevels(50);
    const sums = new WeightSums(sparseWeights(someClasses(50), levels), labelCount);
    const weight = (slot: number, label: number): number => factorOf(slot % 6) * levels[slot]![label]!;
    const out = new Float64Array(labelCount);
    for (const slot of [11, 49, 11, 5]) sums.add(slot);
    sums.sums(out);
    expect([...out]).toEqual(
      Array.from({ length: labelCount }, (_, label) => 2 * weight(11, label) + weight(49, label)),
    );
    expect(sums.at(49, 3)).toBe(weight(49, 3));
    sums.clear();
    sums.sums(out);
    expect([...out]).toEqual(new Array(labelCount).fill(0));
  });
});

describe('the class of a feature', () => {
  it.each([
    [1, 0],
    [4, 0],
    [15, 0],
    [16, 1],
    [64, 2],
    [255, 2],
    [4096, 5],
    [70_000, 5],
  ])('that %i sentences show is %i', (sentences, expected) => {
    expect(factorClass(sentences)).toBe(expected);
  });
});
