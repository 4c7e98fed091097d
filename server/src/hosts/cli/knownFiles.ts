import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DiskCache } from '../diskCache';
import { hashOf } from '../diskCache';
import { readStoryFile } from './storyFiles';

/** What a run of the command made of a file: it holds for the next run over the same files with the same options. */
interface KnownRun {
  /** The hash of all files and their texts. */
  readonly library: string;
  /** Where the cache keeps the result. */
  readonly result: string;
}

/** What is kept of a file from one run to the next. */
interface KnownFile {
  /** Size, times and number of the file when it was read; empty where it had changed so shortly before that its times may not tell of another change. */
  readonly state: string;
  /** The hash of its text. */
  readonly text: string;
  /** By the hash of the format and the options. */
  readonly runs: Readonly<Record<string, KnownRun>>;
}

/** A file that was looked at. */
export interface LookedAt {
  readonly file: string;
  readonly state: string;
  /** The hash of its text; undefined where it cannot be read. */
  readonly text: string | undefined;
  readonly known: KnownFile | undefined;
}

/** All files of a run. */
export interface LookedAtFiles {
  readonly files: ReadonlyMap<string, LookedAt>;
  /** The hash of all of them, on which twins depend. */
  readonly library: string;
  /** Whether one was seen to change during the run, so that what is found holds for no state of the files. */
  hasChanged: boolean;
}

/** How many files are looked at at a time. */
const batchSize = 64;
/** Some systems count the time of a change in steps of two seconds. */
const timeStep = 2000;
/** For so many formats and options the last run is kept. */
const mostRuns = 4;

/**
 * Looks at each file: where its size, its times and its number are those under which it was read before, its text need not be read to be
 * known. Its time of change cannot be set by a program, so that a text which was swapped for another of the same size and date is seen as well.
 */
export async function lookAtFiles(
  files: readonly string[],
  cache: DiskCache | undefined,
  signal: AbortSignal,
): Promise<LookedAtFiles> {
  const looked = new Map<string, LookedAt>();
  for (let at = 0; at < files.length && !signal.aborted; at += batchSize) {
    const batch = await Promise.all(files.slice(at, at + batchSize).map((file) => lookAt(file, cache)));
    for (const one of batch) looked.set(one.file, one);
  }
  const parts = [...looked.values()].flatMap(({ file, text }) => [file, text ?? '']);
  return { files: looked, library: hashOf(...parts), hasChanged: false };
}

async function lookAt(file: string, cache: DiskCache | undefined): Promise<LookedAt> {
  const known = cache?.get(fileKey(cache, file)) as KnownFile | undefined;
  try {
    const state = stateOf(await stat(file));
    const isAsBefore = known !== undefined && state !== '' && known.state === state;
    return { file, state, text: isAsBefore ? known.text : hashOf(await readStoryFile(file)), known };
  } catch {
    return { file, state: '', text: undefined, known };
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - timeStep;
  return isSettled ? [size, mtimeMs, ctimeMs, ino].join() : '';
}

function fileKey(cache: DiskCache, file: string): string {
  return cache.keyOf('file', file);
}

/** Where the result of a file stands, when the last run with these options was over the same files with the same texts. */
export function resultOfLastRun({ known }: LookedAt, run: string, library: string): string | undefined {
  const last = known?.runs[run];
  return last?.library === library ? last.result : undefined;
}

/** Whether a text is still the one that was looked at. */
export function isAsLookedAt(all: LookedAtFiles, file: string, text: string): boolean {
  const isSame = all.files.get(file)?.text === hashOf(text);
  if (!isSame) all.hasChanged = true;
  return isSame;
}

/** Keeps for the next run what this one made of a file, unless a file changed meanwhile. */
export function keepRun(
  cache: DiskCache,
  looked: LookedAt,
  run: string,
  { library, hasChanged }: LookedAtFiles,
  result: string,
): void {
  if (hasChanged) return;
  const { file, state, text, known } = looked;
  if (text === undefined) return;
  const last = known?.runs[run];
  if (known?.state === state && known.text === text && last?.library === library && last.result === result)
    return;
  const others = Object.entries(known?.runs ?? {}).filter(([name]) => name !== run);
  const runs = Object.fromEntries([...others.slice(1 - mostRuns), [run, { library, result }]]);
  cache.set(fileKey(cache, file), { state, text, runs } satisfies KnownFile);
}
