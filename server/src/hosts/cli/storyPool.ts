import { availableParallelism } from 'node:os';
import type { FingerprintHead } from '../../library/fingerprint';
import work, { type CheckedStory, type PrintJob, type StoryJob } from './checkStory';

/** Works on stories, here or in other threads. */
export interface StoryPool {
  check(jobs: readonly StoryJob[]): Promise<CheckedStory[]>;
  print(jobs: readonly PrintJob[]): Promise<(FingerprintHead | undefined)[]>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

/** Each thread holds an engine of its own, some 100 MB while it works: more of them would not keep to the 350 MB that the command may use. */
const mostThreads = 2;

/** Megabytes for what a thread has just made. With much less, what a story needs for a moment is taken for lasting, and collecting that takes an eighth of all time. */
const youngMemory = 12;

/** How many threads are of use. */
export function threadCount(): number {
  return Math.min(availableParallelism(), mostThreads);
}

/** Starts the threads. Their memory has no limit, for a story may be of any size; `main.ts` has them collect garbage early instead. They run this very bundle, whose default export checks stories. */
export async function openStoryPool(): Promise<StoryPool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: __filename,
    minThreads: threadCount(),
    maxThreads: threadCount(),
    resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
  });
  return {
    check: (jobs) => pool.run(jobs) as Promise<CheckedStory[]>,
    print: (jobs) => pool.run(jobs) as Promise<(FingerprintHead | undefined)[]>,
    close: () => pool.destroy(),
  };
}

/** For a few stories, which are done in the time that a thread takes to start. */
export const noPool: StoryPool = {
  check: (jobs) => Promise.resolve(work(jobs) as CheckedStory[]),
  print: (jobs) => Promise.resolve(work(jobs) as (FingerprintHead | undefined)[]),
  close: () => Promise.resolve(),
};
