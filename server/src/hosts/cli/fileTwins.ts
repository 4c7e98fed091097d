import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { statementsText, type Fingerprint, type FingerprintHead } from '../../library/fingerprint';
import { TwinIndex, type Twin } from '../../library/twins';
import { parseStory } from '../../story/parseStory';
import type { DiskCache } from '../diskCache';
import type { PrintJob } from './checkStory';
import { isAsLookedAt, type LookedAt, type LookedAtFiles } from './knownFiles';
import { readStoryFile, withoutMark } from './storyFiles';

/** The twins that a file has among all that are checked. */
export type TwinsOfFile = (file: string) => readonly Twin[];

/** Makes fingerprints, here or in another thread; undefined for what is no text. */
export type MakePrints = (jobs: readonly PrintJob[]) => Promise<(FingerprintHead | undefined)[]>;

/** How many files are read at a time. */
const batchSize = 32;
/** So many batches are with the threads or wait for them. */
const mostPending = 4;

/**
 * Finds the stories among the files that say the same. That costs about a tenth of checking them, and nothing where a library is as it was
 * the last time. A file that cannot be read has no twin; checking it will tell why.
 */
export async function findFileTwins(
  all: LookedAtFiles,
  cache: DiskCache | undefined,
  makePrints: MakePrints,
  signal: AbortSignal,
): Promise<TwinsOfFile> {
  const index = new TwinIndex();
  const files = [...all.files.values()];
  if (files.length < 2) return () => [];
  const prints: [uri: string, print: Fingerprint | undefined][] = [];
  const pending: Promise<(FingerprintHead | undefined)[]>[] = [];
  for (let at = 0; (at < files.length || pending.length > 0) && !signal.aborted;) {
    while (at < files.length && pending.length < mostPending) {
      const heads = readHeads(files.slice(at, (at += batchSize)), all, cache, makePrints);
      // It is awaited in its turn, when another batch may have failed first.
      heads.catch(() => undefined);
      pending.push(heads);
    }
    for (const head of (await pending.shift()) ?? []) {
      const { file } = files[prints.length]!;
      prints.push([uriOf(file), head && filePrint(file, head, all)]);
    }
  }
  // At once and in the order of the files: who is told of whom does not depend on which file was read first.
  index.setAll(prints);
  return (file) => index.lookUpTwins(uriOf(file));
}

/** What twins are looked up by: kept from an earlier run, or made anew. */
async function readHeads(
  batch: readonly LookedAt[],
  all: LookedAtFiles,
  cache: DiskCache | undefined,
  makePrints: MakePrints,
): Promise<(FingerprintHead | undefined)[]> {
  // Links are resolved from the place of the file.
  const keys = batch.map(({ file, text }) => text && cache?.keyOf('fingerprint', file, text));
  const heads = keys.map((key) => (key ? (cache!.get(key) as FingerprintHead | undefined) : undefined));
  const missing = [...batch.keys()].filter((at) => !heads[at] && batch[at]!.text !== undefined);
  const texts = await Promise.all(missing.map((at) => readStoryFile(batch[at]!.file).catch(() => '')));
  const jobs = missing.map((at, place) => ({ uri: uriOf(batch[at]!.file), print: texts[place]! }));
  const made = jobs.length > 0 ? await makePrints(jobs) : [];
  missing.forEach((at, place) => {
    heads[at] = made[place];
    const isSame = isAsLookedAt(all, batch[at]!.file, texts[place]!);
    if (keys[at] && isSame && made[place]) cache!.set(keys[at], made[place]);
  });
  return heads;
}

/** A fingerprint whose statements are read from the file where two stories may tell of one incident, which hardly any do. */
function filePrint(file: string, head: FingerprintHead, all: LookedAtFiles): Fingerprint {
  return {
    ...head,
    get statements(): string {
      try {
        const text = withoutMark(readFileSync(file, 'utf8'));
        isAsLookedAt(all, file, text);
        return statementsText(parseStory(text));
      } catch {
        return '[]';
      }
    },
  };
}

/** As links between stories are written down: a file that is named in two ways is one story. */
function uriOf(file: string): string {
  return URI.parse(pathToFileURL(file).href).toString();
}
