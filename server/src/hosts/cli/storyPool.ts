import { availableParallelism } from 'node:os';
import type { CheckedStory, StoryJob } from './checkStory';

/** Checks stories in other threads. */
export interface StoryPool {
  check(jobs: readonly StoryJob[]): Promise<CheckedStory[]>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

/** Each thread has an engine of its own in memory, about 60 MB; more of them than this would not keep to what the command may use. */
const mostThreads = 4;

/** How many threads are of use. */
export function threadCount(): number {
  return Math.min(availableParallelism(), mostThreads);
}

/** Starts the threads. They run this very bundle, whose default export checks stories. */
export async function openStoryPool(): Promise<StoryPool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: __filename,
    minThreads: threadCount(),
    maxThreads: threadCount(),
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 },
  });
  return { check: (jobs) => pool.run(jobs) as Promise<CheckedStory[]>, close: () => pool.destroy() };
}
