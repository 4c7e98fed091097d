/** One take of a rehearsal as it stands in the log. */
export interface Take {
  /** The story's path relative to its workspace folder, with slashes. */
  readonly story: string;
  /** ISO 8601, in UTC. */
  readonly date: string;
  /** The sections in the order in which they were told, in seconds. */
  readonly sections: readonly { readonly name: string; readonly seconds: number }[];
  /** Seconds. */
  readonly total: number;
  /** 1 to 5; null where the speaker gave none. */
  readonly rating: number | null;
  readonly mode: 'cues' | 'text';
  /** The id of the probe that was asked at the end. */
  readonly probe: string | null;
}

export interface TakeLog {
  /** In the order of the file. */
  readonly takes: readonly Take[];
  /** Numbers of the lines, from 1, that are no takes. They stay in the file. */
  readonly damaged: readonly number[];
}

/** Reads a log (JSON Lines). Empty lines are nothing; what cannot be read is told and skipped. */
export function readTakes(log: Uint8Array): TakeLog {
  const takes: Take[] = [];
  const damaged: number[] = [];
  linesOf(log).forEach((bytes, index) => {
    const line = decode(bytes);
    if (line === '') return;
    const take = readTake(line);
    if (take) takes.push(take);
    else damaged.push(index + 1);
  });
  return { takes, damaged };
}

/** The log with one more take. All that was in it stays, byte for byte; a last line that was not ended is ended first. */
export function appendTake(log: Uint8Array, take: Take): Uint8Array {
  const gap = log.length === 0 || log.at(-1) === lineFeed ? '' : '\n';
  return joined([log, new TextEncoder().encode(`${gap}${JSON.stringify(take)}\n`)]);
}

/** The log after a story, or a folder of stories, has moved to another path. Lines of other stories and damaged ones stay as they are. */
export function renameInLog(log: Uint8Array, from: string, to: string): Uint8Array {
  return joined(
    linesOf(log, true).map((line) => {
      const story = storyOf(line);
      const path = story === undefined ? undefined : pathAfterMove(story, from, to);
      return path === undefined ? line : withStory(line, path);
    }),
  );
}

/** Divides a log: the lines of the stories at a path, told of by their new path, and all the others. */
export function takeFromLog(
  log: Uint8Array,
  from: string,
  to: string,
): { readonly taken: Uint8Array; readonly rest: Uint8Array } {
  const taken: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  for (const line of linesOf(log, true)) {
    const story = storyOf(line);
    const path = story === undefined ? undefined : pathAfterMove(story, from, to);
    if (path === undefined) rest.push(line);
    else taken.push(withStory(line, path));
  }
  return { taken: joined(taken), rest: joined(rest) };
}

/** The log with the lines of another one at its end. */
export function appendLines(log: Uint8Array, lines: Uint8Array): Uint8Array {
  const needsEnd = log.length > 0 && log.at(-1) !== lineFeed && lines.length > 0;
  return joined([log, ...(needsEnd ? [new Uint8Array([lineFeed])] : []), lines]);
}

/** Undefined where the path is neither `from` nor below it. */
function pathAfterMove(path: string, from: string, to: string): string | undefined {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : undefined;
}

function readTake(line: string): Take | undefined {
  const value = parsed(line);
  if (!value) return undefined;
  const { story, date, sections, total, rating, mode, probe } = value;
  if (typeof story !== 'string' || typeof date !== 'string' || Number.isNaN(Date.parse(date)))
    return undefined;
  if (!isTime(total) || !Array.isArray(sections)) return undefined;
  const told = sections.map((section: unknown) => (typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {})); // prettier-ignore
  if (told.some(({ name, seconds }) => typeof name !== 'string' || !isTime(seconds))) return undefined;
  return {
    story,
    date,
    sections: told.map(({ name, seconds }) => ({ name: String(name), seconds: Number(seconds) })),
    total,
    rating: [1, 2, 3, 4, 5].find((known) => known === rating) ?? null,
    mode: mode === 'text' ? 'text' : 'cues',
    probe: typeof probe === 'string' ? probe : null,
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function storyOf(line: Uint8Array): string | undefined {
  const story = parsed(decode(line))?.story;
  return typeof story === 'string' ? story : undefined;
}

/** The line for another path; keys that are not ours stay. */
function withStory(line: Uint8Array, story: string): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ ...parsed(decode(line)), story })}\n`);
}

const lineFeed = 10;

/** The lines of a log, each with its line end if that is wanted. Bytes, because what cannot be decoded is to stay as it is. */
function linesOf(log: Uint8Array, withEnds = false): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < log.length;) {
    const end = log.indexOf(lineFeed, start);
    const stop = end < 0 ? log.length : end + 1;
    lines.push(log.subarray(start, withEnds || end < 0 ? stop : end));
    start = stop;
  }
  return lines;
}

/** A byte order mark, as some editors put before the first line, is no part of it. */
function decode(line: Uint8Array): string {
  return new TextDecoder().decode(line).trim();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
