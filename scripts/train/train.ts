import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, deflateSync } from 'node:zlib';
import { encodeModel } from '../../server/src/judgement/weights-file';
import { readCorpus, type Row } from './corpus';
import { type Dataset, fitModel, outOfFoldScores, readDataset } from './fit';
import { fitStoryModel } from './fit-in-story';
import { groupFolds } from './folds';

/** The banks, and of the stories every third, which the model in test/corpus/held-out.bin has not seen. */
export const heldOutBanks: readonly string[] = ['dev4', 'dev7'];

/** Whether a row belongs to the part that `npm test` scores. */
export function isHeldOut(row: Row, storyNames: readonly string[]): boolean {
  if (row.story === undefined) return heldOutBanks.includes(row.group);
  return isHeldOutStory(storyNames.indexOf(row.story));
}

/** Whether the story in this place of `storyNamesOf` is held out. */
function isHeldOutStory(place: number): boolean {
  return place % 3 === 0;
}

/** Those of the names, in the order of `storyNamesOf`, whose stories are held out: "dev/01". */
export function heldOutNames(storyNames: readonly string[]): string[] {
  return storyNames.filter((_, place) => isHeldOutStory(place));
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
  const server = join(root, 'server', 'src');
  trainBoth(
    data,
    new Uint8Array(rows.length).fill(1),
    join(server, 'judgement', 'weights.bin'),
    join(server, 'context', 'model.json'),
  );
  const seen = Uint8Array.from(rows, (row) => (isHeldOut(row, names) ? 0 : 1));
  trainBoth(data, seen, join(corpus, 'held-out.bin'), join(corpus, 'held-out-story-model.json'));
}

/** The judge, and the model of stories that learns from what judges said of rows they had not seen. */
function trainBoth(data: Dataset, use: Uint8Array, judgeFile: string, storyFile: string): void {
  const scores = outOfFoldScores(data, groupFolds(data.rows, 5), use);
  write(judgeFile, deflated(encodeModel(fitModel(data, use, scores))));
  const { model } = fitStoryModel(data.rows, scores, use);
  write(storyFile, new TextEncoder().encode(`${JSON.stringify(model)}\n`));
}

/** Huffman codes alone, which any zlib forms alike; there are hardly any repetitions to find. */
function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY, memLevel: 8 });
}

function write(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
