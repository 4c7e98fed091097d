/** How many features have a slot of their own: the most frequent ones. */
export const ownSlots = 24_000;
/** How many slots the other features share, several to a slot, with a sign that keeps strangers from adding up. */
export const sharedSlots = 56_000;
export const slotCount = ownSlots + sharedSlots;

/** The bitmap of known features is addressed by this many bits of the hash. */
const knownBits = 20;
export const knownBytes = 2 ** (knownBits - 3);

/** Stands for "no weight at all". */
export const noSlot = -1;

/**
 * What a frequent feature is found by: 24 bits of its hash, which keep the file small; of the features that are not frequent, one in seven
 * hundred is taken for one that is.
 */
export function frequentKey(hash: number): number {
  return hash >>> 8;
}

/**
 * Where the weights of a feature lie. Frequent features are found in a table by their key; any other known
 * feature shares a slot; an unknown one has none. Slots are given as `2 × slot + (1 if the sign is minus)`.
 */
export class SlotTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly slots: Uint16Array;

  /** `frequent`: keys of the features with slots of their own, in the order of their slots; `known`: the bitmap. */
  constructor(
    frequent: Int32Array,
    private readonly known: Uint8Array,
  ) {
    let size = 1024;
    while (size < frequent.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(-1);
    this.slots = new Uint16Array(size);
    frequent.forEach((key, slot) => {
      let at = key & this.mask;
      while (this.keys[at] !== -1) at = (at + 1) & this.mask;
      this.keys[at] = key;
      this.slots[at] = slot;
    });
  }

  find(hash: number): number {
    if (!isKnown(this.known, hash)) return noSlot;
    const wanted = frequentKey(hash);
    let at = wanted & this.mask;
    for (let key = this.keys[at]!; key !== -1; key = this.keys[at]!) {
      if (key === wanted) return this.slots[at]! * 2;
      at = (at + 1) & this.mask;
    }
    return sharedSlot(hash);
  }
}

/** Marks a feature as known in the bitmap. */
export function markKnown(known: Uint8Array, hash: number): void {
  const bit = hash & (2 ** knownBits - 1);
  known[bit >>> 3]! |= 1 << (bit & 7);
}

function isKnown(known: Uint8Array, hash: number): boolean {
  const bit = hash & (2 ** knownBits - 1);
  return (known[bit >>> 3]! & (1 << (bit & 7))) !== 0;
}

function sharedSlot(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const slot = ownSlots + Math.floor(((mixed >>> 1) / 0x80000000) * sharedSlots);
  return slot * 2 + (mixed & 1);
}

/** Tells which features of a sentence were met before, so that each counts once. */
export class SeenOnce {
  private keys = new Int32Array(2048);
  private turns = new Int32Array(2048);
  private turn = 0;

  /** Starts a new sentence of at most `count` features. */
  begin(count: number): void {
    this.turn++;
    if (count * 2 <= this.keys.length) return;
    let size = this.keys.length;
    while (size < count * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.turns = new Int32Array(size);
  }

  /** True the first time a hash is asked for in this sentence. */
  first(hash: number): boolean {
    const mask = this.keys.length - 1;
    let at = (hash ^ (hash >>> 16)) & mask;
    while (this.turns[at] === this.turn) {
      if (this.keys[at] === hash) return false;
      at = (at + 1) & mask;
    }
    this.keys[at] = hash;
    this.turns[at] = this.turn;
    return true;
  }
}
