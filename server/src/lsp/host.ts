import type { Judge } from '../judgement';
import type { InitializationOptions } from '../protocol';

/** Reads stories that are not open. URIs are strings as LSP writes them. */
export interface StoryFiles {
  /** The URIs of all stories below a folder, sorted. */
  list(folder: string): Promise<string[]>;
  /** The text; rejects with a message for the user where the file cannot be read. */
  read(uri: string): Promise<string>;
}

/** What the platform gives the server: the only difference between Node and a browser's worker. */
export interface ServerHost {
  /** Loads the trained judge; rejects where the installation is damaged. */
  loadJudge(options: InitializationOptions): Promise<Judge>;
  /** Files of URIs that the platform can read itself; undefined where it has to ask the client. */
  readonly files: StoryFiles | undefined;
  /** Whether `files` reads URIs of this scheme. */
  canRead(uri: string): boolean;
  /** The page on a rule, as a URI that the editor can open. */
  rulePage(rule: string): string | undefined;
}
