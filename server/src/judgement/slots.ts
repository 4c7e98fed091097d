/** How many features have a slot of their own: the most frequent ones. */
export const ownSlots = 8000;
/** How many slots the other features share, several to a slot, with a sign that keeps strangers from adding up. */
export const sharedSlots = 23_000;
export const slotCount = ownSlots + sharedSlots;

/** The bitmap of known features is addressed by this many bits of the hash. */
const knownBits = 20;
export const knownBytes = 2 ** (knownBits - 3);

/** Stands for "no weight at all". */
export const noSlot = -1;

/**
 * Where the weights of a feature lie. Frequent features are found in a table by their whole hash; any other known
 * feature shares a slot; an unknown one has none. Slots are given as `2 × slot + (1 if the sign is minus)`.
 */
export class SlotTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: Int32Array;

  /** `frequent`: hashes of the features with slots of their own, in the order of their slots; `known`: the bitmap. */
  constructor(
    frequent: Int32Array,
    private readonly known: Uint8Array,
  ) {
    let size = 1024;
    while (size < frequent.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size).fill(noSlot);
    frequent.forEach((hash, slot) => {
      let at = hash & this.mask;
      while (this.values[at] !== noSlot) at = (at + 1) & this.mask;
      this.keys[at] = hash;
      this.values[at] = slot * 2;
    });
  }

  find(hash: number): number {
    let at = hash & this.mask;
    for (let value = this.values[at]!; value !== noSlot; value = this.values[at]!) {
      if (this.keys[at] === hash) return value;
      at = (at + 1) & this.mask;
    }
    return isKnown(this.known, hash) ? sharedSlot(hash) : noSlot;
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
