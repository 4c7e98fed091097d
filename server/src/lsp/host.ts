import type { Judge } from '../judgement';
import type { StoryRecord } from '../library/record';
import type { InitializationOptions } from '../protocol';
import type { ReviewOptions } from '../review/options';

/** Reads stories that are not open. URIs are strings as LSP writes them. */
export interface StoryFiles {
  /** The URIs of all stories below a folder, sorted, save those that one of the globs in `exclude` matches. */
  list(folder: string, exclude: readonly string[]): Promise<string[]>;
  /** The text; rejects with a message for the user where the file cannot be read. */
  read(uri: string): Promise<string>;
}

/** Stories that the platform can read itself and that are to be read for the lists of the library. Plain data: it goes to another thread. */
export interface SummaryJob {
  readonly uris: readonly string[];
  readonly options: ReviewOptions;
  /** Whether what is not known from before is to be reviewed, or only listed (see `StorySummary.isReviewed`). */
  readonly depth: 'listing' | 'review';
  /** Whether nothing is known to follow, so that what is new is kept for the next time. */
  readonly isLast: boolean;
}

/** Reads stories where typing does not wait for it. */
export interface BackgroundReader {
  /** Stories are about to be read: what that takes may be made ready. */
  prepare(): void;
  /** What lists show of the stories, in their order; undefined for stories that are gone. */
  summarise(job: SummaryJob): Promise<(StoryRecord | undefined)[]>;
  /** Somebody types: for a moment all else can wait. */
  giveWay(): void;
}

/** What the platform gives the server: the only difference between Node and a browser's worker. */
export interface ServerHost {
  /** Loads the trained judge; rejects where the installation is damaged. */
  loadJudge(options: InitializationOptions): Promise<Judge>;
  /** Files of URIs that the platform can read itself; undefined where it has to ask the client. */
  readonly files: StoryFiles | undefined;
  /** Whether `files` reads URIs of this scheme. */
  canRead(uri: string): boolean;
  /** Undefined where there is no such place. */
  readonly background?: BackgroundReader;
  /** The page on a rule, as a URI that the editor can open. */
  rulePage(rule: string): string | undefined;
}
