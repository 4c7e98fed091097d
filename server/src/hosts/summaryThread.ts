import type { Tinypool } from 'tinypool';
import type { StorySummaries } from '../lsp/host';
import type { StoryRecord } from './engine';
import type { SummaryJob } from './summariseStories';

/** How long the thread waits for more before it ends and gives its memory back, in milliseconds. */
const idleTimeout = 2000;

/** Reads stories in one thread, which lives for as long as there is something to read. It runs this very bundle. */
export function createSummaryThread(): StorySummaries {
  let pool: Promise<Tinypool> | undefined;
  return async (uris, options, isLast) => {
    pool ??= import('tinypool').then(
      ({ Tinypool }) => new Tinypool({ filename: __filename, minThreads: 0, maxThreads: 1, idleTimeout }),
    );
    return (await pool).run({ uris, options, isLast } satisfies SummaryJob) as Promise<
      (StoryRecord | undefined)[]
    >;
  };
}
