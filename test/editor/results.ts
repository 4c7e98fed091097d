/** What the suite writes to a file while it runs; the file is how its counts leave the editor's process. */
export interface SuiteResults {
  tests: { title: string; state: 'passed' | 'failed' | 'skipped'; error?: string }[];
  /** False until the last test has ended: a suite that hangs or takes the editor down leaves it so. */
  finished: boolean;
  /** True where the editor opened without the folder that it was told to open: no test was begun. */
  isWithoutFolder?: boolean;
  /** The editor that the suite ran in, such as `Visual Studio Code 1.105.0`. */
  editor: string;
}

/** The variable of the environment that names the results file. */
export const resultsVariable = 'STAR_STORIES_TEST_RESULTS';
