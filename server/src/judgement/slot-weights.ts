/** The highest level of a weight. A weight is worth its level (-3..3) times its slot's factor times its label's unit. */
export const topLevel = 3;
const steps = 2 * topLevel;

/**
 * What a level is worth in a slot, by how common its feature is: common features weigh less, and are told apart more finely, since they
 * speak in many sentences.
 */
const factors = Uint8Array.of(128, 84, 56, 37, 24, 16);

/** Which of the factors a feature has that so many sentences show: another one whenever they are four times as many. */
export function factorClass(sentences: number): number {
  return Math.max(0, Math.min(factors.length - 1, Math.floor(Math.log2(sentences) / 2) - 1));
}

export function factorOf(factorClass: number): number {
  return factors[factorClass]!;
}

/** The weights of all slots without those that are zero, nine of ten. */
export interface SlotWeights {
  /** Where each slot's entries begin; one more than there are slots. */
  starts: Int32Array;
  /** Which of the factors each slot has. */
  classes: Uint8Array;
  /** One byte a weight: `6 × label` + 0..5 for the levels -3, -2, -1, 1, 2, 3; the labels of a slot rise. */
  entries: Uint8Array;
}

/** The entry of a label's weight; the level is not zero. Throws where there are more labels than a byte can tell apart. */
export function entryOf(label: number, level: number): number {
  const entry = label * steps + (level < 0 ? level + topLevel : level + topLevel - 1);
  if (entry > 255) throw new Error(`The weights of label ${label} cannot be packed: 42 labels are the most.`);
  return entry;
}

/**
 * Packs weights for a Huffman coder, like beside like: a byte a slot with its class and how many weights it has, a byte a weight with the
 * distance from the label before, and a byte for three levels.
 */
export function packWeights({ starts, classes, entries }: SlotWeights): Uint8Array {
  const slots = classes.length;
  const bytes = new Uint8Array(slots + entries.length + Math.ceil(entries.length / 3));
  const levelsFrom = slots + entries.length;
  for (let slot = 0; slot < slots; slot++) {
    bytes[slot] = classes[slot]! + factors.length * (starts[slot + 1]! - starts[slot]!);
    let label = -1;
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
      const next = Math.floor(entries[at]! / steps);
      bytes[slots + at] = next - label - 1;
      label = next;
      bytes[levelsFrom + Math.floor(at / 3)]! += (entries[at]! % steps) * steps ** (at % 3);
    }
  }
  return bytes;
}

/** The three steps that each value of a byte stands for. */
const unpackedSteps = Uint8Array.from({ length: 256 * 3 }, (_, at) => {
  return Math.floor(Math.floor(at / 3) / steps ** (at % 3)) % steps;
});

const classOfByte = Uint8Array.from({ length: 256 }, (_, byte) => byte % factors.length);
const countOfByte = Uint8Array.from({ length: 256 }, (_, byte) => Math.floor(byte / factors.length));

/** Undoes `packWeights`, given the number of slots. This is done at each start: plain loops over bytes. */
export function unpackWeights(bytes: Uint8Array, slotCount: number): SlotWeights {
  const starts = new Int32Array(slotCount + 1);
  const classes = new Uint8Array(slotCount);
  for (let slot = 0, count = 0; slot < slotCount; slot++) {
    classes[slot] = classOfByte[bytes[slot]!]!;
    starts[slot + 1] = count += countOfByte[bytes[slot]!]!;
  }
  const entries = new Uint8Array(starts[slotCount]!);
  unpackSteps(bytes, slotCount + entries.length, entries);
  addLabels(bytes, slotCount, starts, entries);
  return { starts, classes, entries };
}

function unpackSteps(bytes: Uint8Array, from: number, entries: Uint8Array): void {
  for (let at = 0; at < entries.length; at += 3, from++) {
    const packed = bytes[from]! * 3;
    entries[at] = unpackedSteps[packed]!;
    entries[at + 1] = unpackedSteps[packed + 1]!;
    entries[at + 2] = unpackedSteps[packed + 2]!;
  }
}

function addLabels(bytes: Uint8Array, from: number, starts: Int32Array, entries: Uint8Array): void {
  for (let slot = 0, at = 0; slot + 1 < starts.length; slot++) {
    const end = starts[slot + 1]!;
    for (let entry = -steps; at < end; at++) {
      entry += (bytes[from + at]! + 1) * steps;
      entries[at] = entries[at]! + entry;
    }
  }
}

const labelOfEntry = Uint8Array.from({ length: 256 }, (_, entry) => Math.floor(entry / steps));
const levelOfEntry = Int8Array.from({ length: 256 }, (_, entry) => {
  const step = entry % steps;
  return step < topLevel ? step - topLevel : step - topLevel + 1;
});

/** Sums of the weights of slots, label by label, in units of the labels. */
export class WeightSums {
  private readonly totals: Int32Array;

  constructor(
    private readonly weights: SlotWeights,
    labelCount: number,
  ) {
    this.totals = new Int32Array(labelCount);
  }

  /** Adds the weights of a slot. */
  add(slot: number): void {
    this.addTo(slot, this.totals, 0);
  }

  /** Adds the weights of a slot to other totals, whose labels begin at `from`. */
  addTo(slot: number, totals: Int32Array, from: number): void {
    const { starts, classes, entries } = this.weights;
    const factor = factors[classes[slot]!]!;
    const end = starts[slot + 1]!;
    for (let at = starts[slot]!; at < end; at++) {
      const entry = entries[at]!;
      totals[from + labelOfEntry[entry]!]! += factor * levelOfEntry[entry]!;
    }
  }

  /** Writes the sum so far, per label, into `out`. */
  sums(out: Float64Array): void {
    out.set(this.totals);
  }

  clear(): void {
    this.totals.fill(0);
  }

  /** One weight. */
  at(slot: number, label: number): number {
    const { starts, classes, entries } = this.weights;
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
      const entry = entries[at]!;
      if (labelOfEntry[entry] === label) return factors[classes[slot]!]! * levelOfEntry[entry]!;
    }
    return 0;
  }
}
