import type { StorySummary } from '../protocol';
import type { Review } from '../review/review';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import { summarise, unreadable } from './summary';

/** All that is kept of a story that is not open. Plain data: it travels between threads and is kept on disk. */
export interface StoryRecord {
  readonly summary: StorySummary;
  /** Undefined for a story that could not be read. */
  readonly print?: Fingerprint;
}

export function recordOf(uri: string, review: Review): StoryRecord {
  const summary = summarise(uri, review);
  return summary.problem === null
    ? { summary, print: fingerprintOf(uri, review.story, review.sentences) }
    : { summary };
}

/** A story that could not be read, and why. */
export function unreadableRecord(uri: string, problem: string): StoryRecord {
  return { summary: unreadable(uri, problem) };
}
