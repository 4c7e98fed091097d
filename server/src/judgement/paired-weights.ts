import { weightOfLevel } from './weights-file';

/** So many additions fit before half a word of 16 bits could overflow (49 × 600 < 2^15). */
const safeAdditions = 600;

/**
 * The weights of all slots, two labels to a 32-bit word, so that adding up a feature's weights for all labels takes half
 * the steps. The halves are summed apart before they can run into each other.
 */
export class PairedWeights {
  private readonly words: Int32Array;
  private readonly running: Int32Array;
  private readonly totals: Float64Array;
  private readonly wordsPerSlot: number;
  private additions = 0;

  /** `levels` holds two weights a byte, as in the weights file. */
  constructor(levels: Uint8Array, labelCount: number) {
    const wordOf = Int32Array.from({ length: 256 }, (_, pair) => {
      return weightOfLevel((pair & 15) - 8) + weightOfLevel((pair >>> 4) - 8) * 65536;
    });
    this.words = new Int32Array(levels.length);
    for (let i = 0; i < levels.length; i++) this.words[i] = wordOf[levels[i]!]!;
    this.wordsPerSlot = labelCount / 2;
    this.running = new Int32Array(this.wordsPerSlot);
    this.totals = new Float64Array(labelCount);
  }

  /** Adds the weights of a slot, or takes them away: `signed` is `2 × slot + (1 if minus)`. */
  add(signed: number): void {
    const { words, running, wordsPerSlot } = this;
    const from = (signed >>> 1) * wordsPerSlot;
    if (signed & 1) for (let i = 0; i < wordsPerSlot; i++) running[i] = running[i]! - words[from + i]!;
    else for (let i = 0; i < wordsPerSlot; i++) running[i] = running[i]! + words[from + i]!;
    if (++this.additions === safeAdditions) this.flush();
  }

  /** Writes the sum so far, per label, into `out`. */
  sums(out: Float64Array): void {
    this.flush();
    out.set(this.totals);
  }

  clear(): void {
    this.flush();
    this.totals.fill(0);
  }

  /** One weight, with the sign that its slot has for the feature. */
  at(signed: number, label: number): number {
    const word = this.words[(signed >>> 1) * this.wordsPerSlot + (label >>> 1)]!;
    const low = (word << 16) >> 16;
    const weight = label & 1 ? (word - low) >> 16 : low;
    return signed & 1 ? -weight : weight;
  }

  private flush(): void {
    const { running, totals } = this;
    for (let i = 0; i < running.length; i++) {
      const low = (running[i]! << 16) >> 16;
      totals[2 * i] = totals[2 * i]! + low;
      totals[2 * i + 1] = totals[2 * i + 1]! + ((running[i]! - low) >> 16);
    }
    running.fill(0);
    this.additions = 0;
  }
}
