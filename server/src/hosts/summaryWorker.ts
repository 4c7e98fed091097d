import { parentPort, workerData } from 'node:worker_threads';
import type { SummaryJob } from '../lsp/host';
import { prepare, summariseStories } from './summariseStories';

/** What the server's thread tells the thread that reads the library. */
export interface SummaryRequest {
  readonly id: number;
  readonly job: SummaryJob;
}

/** And what that answers: the records, or why there are none. */
export interface SummaryAnswer {
  readonly id: number;
  readonly records?: Awaited<ReturnType<typeof summariseStories>>;
  readonly error?: string;
}

/** How long to wait after each sign of somebody typing, in milliseconds, and how often for one story at most, so that it goes on all the same. */
const waits = { listing: { time: 15, most: 1 }, review: { time: 80, most: 5 } } as const;

/** Shared with the server's thread, which counts up whenever somebody types. */
const typed = new Int32Array(workerData as SharedArrayBuffer);
/** Never counted up: to wait for it is to sleep. */
const never = new Int32Array(new SharedArrayBuffer(4));
let seen = Atomics.load(typed, 0);

/** Leaves the processor to the server's thread while somebody types: both share its memory, and often a core. */
function giveWay(depth: SummaryJob['depth']): void {
  const { time, most } = waits[depth];
  for (let count = 0; count < most && Atomics.load(typed, 0) !== seen; count++) {
    seen = Atomics.load(typed, 0);
    Atomics.wait(never, 0, 0, time);
  }
}

prepare();
parentPort?.on('message', ({ id, job }: SummaryRequest) => {
  summariseStories(job, () => giveWay(job.depth)).then(
    (records) => parentPort?.postMessage({ id, records } satisfies SummaryAnswer),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      } satisfies SummaryAnswer),
  );
});
