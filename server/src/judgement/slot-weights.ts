/** The highest level of a weight. A weight is worth its level (-3..3) times its label's unit. */
export const topLevel = 3;
const steps = 2 * topLevel;

/** The weights of all slots without those that are zero, three quarters of them. */
export interface SlotWeights {
  /** Where each slot's entries begin; one more than there are slots. */
  starts: Int32Array;
  /** One byte a weight: `6 × label` + 0..5 for the levels -3, -2, -1, 1, 2, 3. */
  entries: Uint8Array;
}

/** Drops the zeros of `levels[slot * labels + label]`; throws where so many labels cannot be packed. */
export function sparseWeights(levels: Int8Array, labelCount: number): SlotWeights {
  if (labelCount % 8 !== 0 || labelCount * steps > 256)
    throw new Error(
      `The weights of ${labelCount} labels cannot be packed: their number must be 8, 16, 24, 32 or 40.`,
    );
  const starts = new Int32Array(levels.length / labelCount + 1);
  const entries = new Uint8Array(levels.reduce((count, level) => count + (level === 0 ? 0 : 1), 0));
  let at = 0;
  levels.forEach((level, index) => {
    const label = index % labelCount;
    if (label === 0) starts[index / labelCount] = at;
    if (level !== 0) entries[at++] = label * steps + stepOfLevel(level);
  });
  starts[starts.length - 1] = at;
  return { starts, entries };
}

/** The bits that say which weights are not zero, eight to a byte, then the steps of those, three to a byte. */
export function packWeights({ starts, entries }: SlotWeights, labelCount: number): Uint8Array {
  const bitmap = bitmapBytes(starts.length - 1, labelCount);
  const bytes = new Uint8Array(bitmap + Math.ceil(entries.length / 3));
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
      const bit = slot * labelCount + Math.floor(entries[at]! / steps);
      bytes[bit >>> 3]! |= 1 << (bit & 7);
    }
  }
  entries.forEach(
    (entry, at) => (bytes[bitmap + Math.floor(at / 3)]! += (entry % steps) * steps ** (at % 3)),
  );
  return bytes;
}

/** The three steps that each value of a byte stands for. */
const unpackedSteps = Uint8Array.from({ length: steps ** 3 * 3 }, (_, at) => {
  return Math.floor(Math.floor(at / 3) / steps ** (at % 3)) % steps;
});

/** Undoes `packWeights`. The labels of a slot fill whole bytes, so that no bit has to be asked for its slot: this is done at each start. */
export function unpackWeights(bytes: Uint8Array, slotCount: number, labelCount: number): SlotWeights {
  const bitmap = bitmapBytes(slotCount, labelCount);
  const starts = new Int32Array(slotCount + 1);
  const entries = new Uint8Array((bytes.length - bitmap) * 3);
  const bytesPerSlot = labelCount / 8;
  let count = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    starts[slot] = count;
    for (let part = 0; part < bytesPerSlot; part++) {
      const entry = (part * 8 + 31) * steps;
      for (let bits = bytes[slot * bytesPerSlot + part]!; bits !== 0; bits &= bits - 1)
        entries[count++] = entry - Math.clz32(bits & -bits) * steps;
    }
  }
  starts[slotCount] = count;
  for (let at = 0, from = bitmap; at < count; at += 3, from++) {
    const packed = bytes[from]! * 3;
    entries[at]! += unpackedSteps[packed]!;
    entries[at + 1]! += unpackedSteps[packed + 1]!;
    entries[at + 2]! += unpackedSteps[packed + 2]!;
  }
  return { starts, entries: entries.subarray(0, count) };
}

function bitmapBytes(slotCount: number, labelCount: number): number {
  return (slotCount * labelCount) / 8;
}

function stepOfLevel(level: number): number {
  return level < 0 ? level + topLevel : level + topLevel - 1;
}

const labelOfEntry = Uint8Array.from({ length: 256 }, (_, entry) => Math.floor(entry / steps));
const levelOfEntry = Int8Array.from({ length: 256 }, (_, entry) => {
  const step = entry % steps;
  return step < topLevel ? step - topLevel : step - topLevel + 1;
});

/** Sums of the weights of slots, label by label. */
export class WeightSums {
  private readonly totals: Int32Array;

  constructor(
    private readonly weights: SlotWeights,
    labelCount: number,
  ) {
    this.totals = new Int32Array(labelCount);
  }

  /** Adds the weights of a slot, or takes them away: `signed` is `2 × slot + (1 if minus)`. */
  add(signed: number): void {
    const { starts, entries } = this.weights;
    const totals = this.totals;
    const sign = 1 - 2 * (signed & 1);
    const end = starts[(signed >>> 1) + 1]!;
    for (let at = starts[signed >>> 1]!; at < end; at++) {
      const entry = entries[at]!;
      totals[labelOfEntry[entry]!]! += sign * levelOfEntry[entry]!;
    }
  }

  /** Writes the sum so far, per label, into `out`. */
  sums(out: Float64Array): void {
    out.set(this.totals);
  }

  clear(): void {
    this.totals.fill(0);
  }

  /** One weight, with the sign that its slot has for the feature. */
  at(signed: number, label: number): number {
    const { starts, entries } = this.weights;
    const end = starts[(signed >>> 1) + 1]!;
    for (let at = starts[signed >>> 1]!; at < end; at++) {
      const entry = entries[at]!;
      if (labelOfEntry[entry] === label) return (signed & 1 ? -1 : 1) * levelOfEntry[entry]!;
    }
    return 0;
  }
}
