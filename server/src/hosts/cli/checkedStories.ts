import type { ReviewOptions } from '../../review/options';
import type { DiskCache } from '../diskCache';
import checkStoriesHere, { type CheckedStory, type ReportFormat, type StoryJob } from './checkStory';
import type { TwinsOfFile } from './fileTwins';
import { readStoryFile } from './storyFiles';
import { openStoryPool, threadCount, type StoryPool } from './storyPool';

export interface CheckedFile {
  readonly file: string;
  /** Undefined where the file cannot be read; `error` says why. */
  readonly story: CheckedStory | undefined;
  readonly error?: string;
}

export interface CheckRequest {
  readonly files: readonly string[];
  readonly format: ReportFormat;
  readonly optionsFor: (file: string) => ReviewOptions;
  readonly twinsOf: TwinsOfFile;
  readonly cache: DiskCache | undefined;
  readonly signal: AbortSignal;
}

/** How many stories travel together: a message between threads costs about as much as a tenth of a story. */
const batchSize = 16;
/** As many stories are checked in the time that a thread takes to start, so that less work than that stays here. */
const worthAThread = 32;

/**
 * Checks files and yields the results in the order of the files. What the cache knows is not checked again; long work is done by other
 * threads. Only a few batches are in memory at a time. Ends early when the signal is given.
 */
export async function* checkFiles(request: CheckRequest): AsyncGenerator<CheckedFile> {
  const { files, signal } = request;
  let pool: Promise<StoryPool> | undefined;
  let misses = 0;
  const check = async (jobs: readonly StoryJob[]): Promise<CheckedStory[]> => {
    misses += jobs.length;
    if (misses <= worthAThread) return checkStoriesHere(jobs);
    pool ??= openStoryPool();
    return (await pool).check(jobs);
  };
  const pending: Promise<CheckedFile[]>[] = [];
  try {
    for (let at = 0; at < files.length || pending.length > 0;) {
      while (at < files.length && pending.length < 3 * threadCount()) {
        const batch = checkBatch(files.slice(at, (at += batchSize)), request, check);
        // It is awaited in its turn, when another batch may have failed first.
        batch.catch(() => undefined);
        pending.push(batch);
      }
      const done = await pending.shift();
      for (const checked of done ?? []) {
        if (signal.aborted) return;
        yield checked;
      }
    }
  } finally {
    await (await pool)?.close();
  }
}

async function checkBatch(
  files: readonly string[],
  { format, optionsFor, twinsOf, cache, signal }: CheckRequest,
  check: (jobs: readonly StoryJob[]) => Promise<CheckedStory[]>,
): Promise<CheckedFile[]> {
  const read = await Promise.all(
    files.map((file) => readJob(file, { format, options: optionsFor(file), twins: twinsOf(file) }, cache)),
  );
  if (signal.aborted) return [];
  const missed = read.filter(({ story, job }) => !story && job);
  const checked = missed.length > 0 ? await check(missed.map(({ job }) => job!)) : [];
  missed.forEach((entry, index) => {
    const story = checked[index]!;
    entry.story = story;
    // What failed may succeed the next time.
    if (entry.key !== undefined && (!story.isReviewed || story.problems.length === 0))
      cache?.set(entry.key, story);
  });
  return read;
}

interface ReadJob {
  readonly file: string;
  readonly error?: string;
  readonly job?: StoryJob;
  readonly key?: string;
  story: CheckedStory | undefined;
}

async function readJob(
  file: string,
  { format, options, twins }: Omit<StoryJob, 'text'>,
  cache: DiskCache | undefined,
): Promise<ReadJob> {
  try {
    const job = { text: await readStoryFile(file), options, format, twins };
    const key = cache?.keyOf('check', format, JSON.stringify({ options, twins }), job.text);
    return {
      file,
      job,
      story: key === undefined ? undefined : (cache?.get(key) as CheckedStory | undefined),
      ...(key ? { key } : {}),
    };
  } catch (error) {
    return { file, error: (error as Error).message, story: undefined };
  }
}
