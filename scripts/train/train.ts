import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeModel } from '../../server/src/judgement/weights-file';
import { readCorpus, type Row } from './corpus';
import { fitModel, readDataset } from './fit';

/** The banks, and of the stories every third, which the model in test/corpus/held-out.bin has not seen. */
export const heldOutBanks: readonly string[] = ['dev4', 'dev7'];

/** Whether a row belongs to the part that `npm test` scores. */
export function isHeldOut(row: Row, storyNames: readonly string[]): boolean {
  if (row.story === undefined) return heldOutBanks.includes(row.group);
  return storyNames.indexOf(row.story) % 3 === 0;
}

export function storyNamesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => (row.story === undefined ? [] : [row.story])))];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function main(): void {
  const corpus = join(root, 'test', 'corpus');
  const rows = readCorpus(corpus);
  const data = readDataset(rows);
  const names = storyNamesOf(rows);
  write(join(root, 'server', 'src', 'judgement', 'weights.bin'), encodeModel(fitModel(data, new Uint8Array(rows.length).fill(1))));
  const seen = Uint8Array.from(rows, (row) => (isHeldOut(row, names) ? 0 : 1));
  write(join(corpus, 'held-out.bin'), encodeModel(fitModel(data, seen)));
}

function write(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
