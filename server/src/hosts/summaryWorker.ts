import { parentPort, workerData } from 'node:worker_threads';
import type { SummaryJob } from '../lsp/host';
import { createGiveWay } from './giveWay';
import { prepare, summariseStories, type ReadRecord } from './summariseStories';

/** What the server's thread tells the thread that reads the library. */
export interface SummaryRequest {
  readonly id: number;
  readonly job: SummaryJob;
}

/** And what that answers: the records, or why there are none. */
export interface SummaryAnswer {
  readonly id: number;
  readonly records?: readonly ReadRecord[];
  readonly error?: string;
}

/** Shared with the server's thread, which counts up whenever somebody types. */
const typed = new Int32Array(workerData as SharedArrayBuffer);
/** Never counted up: to wait for it is to sleep. */
const never = new Int32Array(new SharedArrayBuffer(4));
const giveWay = createGiveWay(
  () => Atomics.load(typed, 0),
  (milliseconds) => Atomics.wait(never, 0, 0, milliseconds),
);

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
