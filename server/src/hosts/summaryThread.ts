import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackgroundReader, SummaryJob } from '../lsp/host';
import type { StoryRecord } from './engine';
import type { ReadRecord } from './summariseStories';
import type { SummaryAnswer, SummaryRequest } from './summaryWorker';

/** How long the thread waits for more before it ends and gives its memory back, in milliseconds. */
const idleTime = 2000;

/** What the thread runs; it lies beside the server's bundle. */
const workerFile = join(__dirname, 'summaries.js');

interface Waiting {
  readonly resolve: (records: (StoryRecord | undefined)[]) => void;
  readonly reject: (error: Error) => void;
}

function recordFrom(read: ReadRecord): StoryRecord | undefined {
  return typeof read === 'string' ? (JSON.parse(read) as StoryRecord) : read;
}

/** Reads stories in one thread, which lives for as long as there is something to read. */
export function createSummaryThread(): BackgroundReader {
  const typed = new Int32Array(new SharedArrayBuffer(4));
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let count = 0;

  const started = (): Worker => {
    const thread = new Worker(workerFile, { workerData: typed.buffer });
    const fail = (error: Error): void => {
      if (worker === thread) worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    thread.on('message', ({ id, records, error }: SummaryAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (records) asked?.resolve(records.map(recordFrom));
      else asked?.reject(new Error(error));
      if (waiting.size === 0) rest();
    });
    thread.on('error', fail);
    thread.on('exit', (code) => {
      if (worker === thread) fail(new Error(`The thread that reads stories ended with ${code}.`));
    });
    return thread;
  };
  /** Whoever is idle does not stay for long. */
  const rest = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => void end(), idleTime);
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  return {
    prepare: () => {
      if (worker) return;
      worker = started();
      rest();
    },
    summarise: (job: SummaryJob) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        const id = count++;
        waiting.set(id, { resolve, reject });
        worker ??= started();
        worker.postMessage({ id, job } satisfies SummaryRequest);
      }),
    giveWay: () => {
      Atomics.add(typed, 0, 1);
    },
  };
}
