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

/**
 * What lists show of stories that are not open, in the order of `uris`; undefined for stories that are gone. `isLast` says that nothing
 * is known to follow.
 */
export type StorySummaries = (
  uris: readonly string[],
  options: ReviewOptions,
  isLast: boolean,
) => Promise<(StoryRecord | undefined)[]>;

/** What the platform gives the server: the only difference between Node and a browser's worker. */
export interface ServerHost {
  /** Loads the trained judge; rejects where the installation is damaged. */
  loadJudge(options: InitializationOptions): Promise<Judge>;
  /** Files of URIs that the platform can read itself; undefined where it has to ask the client. */
  readonly files: StoryFiles | undefined;
  /** Whether `files` reads URIs of this scheme. */
  canRead(uri: string): boolean;
  /** Reads stories that the platform can read itself where typing does not wait for it; undefined where there is no such place. */
  readonly summarise?: StorySummaries;
  /** The page on a rule, as a URI that the editor can open. */
  rulePage(rule: string): string | undefined;
}
