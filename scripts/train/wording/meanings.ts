import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/** Vectors of words learnt from other text: words that stand among like words have like vectors. */
export interface Meanings {
  /** How many numbers a vector has. */
  readonly width: number;
  /** The vectors of words, one after the other; zeros for a word that has none. */
  of(words: readonly string[]): Float32Array;
}

export const meaningsFile = fileURLToPath(new URL('meanings.bin', import.meta.url));
export const meaningWidth = 100;

/** Reads what `importMeanings.ts` wrote: as many words as the first four bytes say, each on a line, then their vectors, a byte a number. */
export function readMeanings(file = meaningsFile): Meanings {
  const bytes = inflateSync(readFileSync(file));
  const wordsEnd = 8 + bytes.readUInt32LE(0);
  const unit = bytes.readFloatLE(4);
  const words = bytes.toString('utf8', 8, wordsEnd).split('\n');
  const places = new Map(words.map((word, place) => [word, wordsEnd + place * meaningWidth]));
  return {
    width: meaningWidth,
    of(wanted) {
      const vectors = new Float32Array(wanted.length * meaningWidth);
      wanted.forEach((word, index) => {
        const from = places.get(word);
        if (from === undefined) return;
        for (let i = 0; i < meaningWidth; i++)
          vectors[index * meaningWidth + i] = bytes.readInt8(from + i) * unit;
      });
      return vectors;
    },
  };
}
