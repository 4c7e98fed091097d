import type { Twin } from '../../library/twins';
import type { ReviewOptions } from '../../review/options';
import { hashOf, type DiskCache } from '../diskCache';
import type { CheckedStory, ReportFormat, StoryJob } from './checkStory';
import { findFileTwins, type TwinsOfFile } from './fileTwins';
import {
  isAsLookedAt,
  keepRun,
  lookAtFiles,
  resultOfLastRun,
  type LookedAt,
  type LookedAtFiles,
} from './knownFiles';
import { readStoryFile } from './storyFiles';
import { noPool, openStoryPool, threadCount, type StoryPool } from './storyPool';

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
  const run = new CheckRun(request, await lookAtFiles(files, request.cache, signal));
  const pending: Promise<CheckedFile[]>[] = [];
  try {
    for (let at = 0; at < files.length || pending.length > 0;) {
      while (at < files.length && pending.length < 3 * threadCount()) {
        const batch = run.check(files.slice(at, (at += batchSize)));
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
    await run.close();
  }
}

/** One run of the command over its files. */
class CheckRun {
  /** The names of the options under which results are kept: most files share theirs. */
  private readonly names = new WeakMap<ReviewOptions, { readonly json: string; readonly run: string }>();
  private readonly pool: Promise<StoryPool>;
  private twins: Promise<TwinsOfFile> | undefined;

  constructor(
    private readonly request: CheckRequest,
    private readonly looked: LookedAtFiles,
  ) {
    let unknown = 0;
    for (const one of looked.files.values()) if (this.lastResult(one) === undefined) unknown++;
    this.pool = unknown > worthAThread ? openStoryPool() : Promise.resolve(noPool);
  }

  async close(): Promise<void> {
    await (await this.pool).close();
  }

  async check(files: readonly string[]): Promise<CheckedFile[]> {
    const { cache, signal } = this.request;
    const read = await Promise.all(files.map((file) => this.read(file)));
    if (signal.aborted) return [];
    const missed = read.filter(({ story, job }) => !story && job);
    const checked = missed.length > 0 ? await (await this.pool).check(missed.map(({ job }) => job!)) : [];
    missed.forEach((entry, index) => {
      const story = checked[index]!;
      entry.story = story;
      // What failed may succeed the next time.
      if (entry.key !== undefined && (!story.isReviewed || story.problems.length === 0))
        cache?.set(entry.key, story);
    });
    for (const { key, looked, options } of read)
      if (cache && key !== undefined && looked) keepRun(cache, looked, this.nameOf(options).run, this.looked, key); // prettier-ignore
    return read.map(({ file, story, error }) => ({ file, story, ...(error === undefined ? {} : { error }) }));
  }

  /** What the cache knows of a file, or what is to be done. */
  private async read(file: string): Promise<ReadFile> {
    const { format, optionsFor, cache } = this.request;
    const options = optionsFor(file);
    const looked = this.looked.files.get(file);
    const last = looked && this.lastResult(looked);
    const known = last === undefined ? undefined : (cache?.get(last) as CheckedStory | undefined);
    if (known) return { file, looked, options, story: known, ...(last === undefined ? {} : { key: last }) };
    try {
      const text = await readStoryFile(file);
      const twins: readonly Twin[] = (await this.allTwins())(file);
      const key = cache?.keyOf('check', format, this.nameOf(options).json, JSON.stringify(twins), text);
      const story = key === undefined ? undefined : (cache?.get(key) as CheckedStory | undefined);
      isAsLookedAt(this.looked, file, text);
      const job = { text, options, format, twins };
      return { file, looked, options, job, story, ...(key === undefined ? {} : { key }) }; // prettier-ignore
    } catch (error) {
      return { file, looked, options, error: (error as Error).message, story: undefined };
    }
  }

  /** Found when first asked for: where all is as it was the last time, nobody asks. */
  private allTwins(): Promise<TwinsOfFile> {
    const { cache, signal } = this.request;
    this.twins ??= findFileTwins(this.looked, cache, async (jobs) => (await this.pool).print(jobs), signal);
    return this.twins;
  }

  private lastResult(looked: LookedAt): string | undefined {
    return resultOfLastRun(
      looked,
      this.nameOf(this.request.optionsFor(looked.file)).run,
      this.looked.library,
    );
  }

  private nameOf(options: ReviewOptions): { readonly json: string; readonly run: string } {
    let name = this.names.get(options);
    if (!name) {
      const json = JSON.stringify(options);
      this.names.set(options, (name = { json, run: hashOf(this.request.format, json) }));
    }
    return name;
  }
}

interface ReadFile {
  readonly file: string;
  readonly looked: LookedAt | undefined;
  readonly options: ReviewOptions;
  readonly error?: string;
  readonly job?: StoryJob;
  readonly key?: string;
  story: CheckedStory | undefined;
}
