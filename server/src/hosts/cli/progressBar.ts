/** A line on the terminal that says how far the work is. */
export interface ProgressBar {
  /** Draws it again, at most ten times a second. */
  update(done: number): void;
  /** Takes it away, so that something else can be printed. */
  clear(): void;
}

/** Work of fewer steps is over before anybody has read a bar. */
const fewSteps = 64;
const width = 30;
/** Time between two drawings, in milliseconds. */
const pause = 100;

/** A bar for `total` steps; one that draws nothing where the stream is no terminal. */
export function createProgressBar(
  total: number,
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
): ProgressBar {
  if (!stream.isTTY || total < fewSteps) return { update: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  let isDrawn = false;
  return {
    update: (done) => {
      const now = Date.now();
      if (now - drawnAt < pause) return;
      drawnAt = now;
      isDrawn = true;
      const full = Math.floor((width * done) / total);
      const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
      stream.write(`\r\u001b[K${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} stories`);
    },
    clear: () => {
      if (isDrawn) stream.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}
