/**
 * What a feature is found by: 22 bits of its hash, which keep the file small; of the features that a model does not know, one in some
 * twenty-five is taken for one that it knows.
 */
export function featureKey(hash: number): number {
  return hash >>> lowBits;
}

const lowBits = 10;
/** Keys that agree in their upper 16 bits lie in one bucket, two or three of them. */
const bucketBits = 6;
const bucketCount = 2 ** (32 - lowBits - bucketBits);

/** Stands for "no weight at all". */
export const noSlot = -1;

/** Where the weights of a feature lie: the slot of a feature is the place of its key among all keys. */
export class SlotTable {
  /** Where each bucket begins; one more than there are buckets. */
  private readonly starts = new Int32Array(bucketCount + 1);
  /** The lower bits of the keys. */
  private readonly rests: Uint8Array;

  /** `keys`: those of the features that a model knows, rising. */
  constructor(keys: Int32Array) {
    this.rests = new Uint8Array(keys.length);
    const { starts, rests } = this;
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot]!;
      rests[slot] = key & (2 ** bucketBits - 1);
      starts[(key >>> bucketBits) + 1]!++;
    }
    for (let bucket = 0; bucket < bucketCount; bucket++) starts[bucket + 1]! += starts[bucket]!;
  }

  /** The slot of the feature with this hash, or `noSlot`. */
  find(hash: number): number {
    const { starts, rests } = this;
    const key = featureKey(hash);
    const rest = key & (2 ** bucketBits - 1);
    const end = starts[(key >>> bucketBits) + 1]!;
    for (let slot = starts[key >>> bucketBits]!; slot < end; slot++) if (rests[slot] === rest) return slot;
    return noSlot;
  }
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
