import type { SummaryJob } from '../lsp/host';

/** How long to wait after each sign of somebody typing, in milliseconds, and how often for one story at most, so that it goes on all the same. */
const waits = { listing: { time: 15, most: 1 }, review: { time: 80, most: 5 } } as const;

/**
 * What a thread calls between two stories, to leave the processor to whoever types. `typed` is a count that goes up with each change, and
 * `sleep` waits for so many milliseconds.
 */
export function createGiveWay(
  typed: () => number,
  sleep: (milliseconds: number) => void,
): (depth: SummaryJob['depth']) => void {
  let seen = typed();
  return (depth) => {
    const { time, most } = waits[depth];
    for (let count = 0; count < most && typed() !== seen; count++) {
      seen = typed();
      sleep(time);
    }
  };
}
