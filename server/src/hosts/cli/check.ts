import { relative } from 'node:path';
import type { Severity } from '../../rules/rule';
import { cacheFolder, engineHash, openDiskCache } from '../diskCache';
import { weightsFile } from '../nodeWeights';
import { printedStory, type ReportFormat } from './checkStory';
import { checkFiles, type CheckedFile } from './checkedStories';
import { createSettingsFinder } from './configuration';
import { createProgressBar, type ProgressBar } from './progressBar';
import { jsonReportEnd, jsonReportStart } from './jsonReport';
import { findStoryFiles, type FileProblem } from './storyFiles';
import { textSummary, type Totals } from './textReport';

export interface CheckOptions {
  readonly format: Exclude<ReportFormat, 'report'>;
  /** The least severity that makes the exit code 1; `never` for none. */
  readonly failOn: Severity | 'never';
  readonly config: string | undefined;
  /** Settings given on the command line; they win over those of the settings file, and front matter wins over both. */
  readonly settings: Record<string, unknown>;
  /** Whether results are kept on disk for the next time. */
  readonly cache: boolean;
  /** Where; undefined means where caches belong on this system. */
  readonly cacheDir: string | undefined;
}

/** Where the command writes. */
export interface Output {
  /** Resolves once there is room for more. */
  readonly out: (text: string) => void | Promise<void>;
  readonly error: (text: string) => void;
  /** Where progress is drawn. */
  readonly terminal: { readonly isTTY?: boolean; write(text: string): unknown };
}

const loudness: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** As a shell reports a program that Ctrl-C has ended. */
export const interruptedCode = 130;

/**
 * Reviews the stories and prints them as they come. Returns the exit code: 0 clean, 1 findings, 2 wrong use or unreadable input, 130
 * when the signal ended it early; what is printed is then whole all the same, and says so.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const { files, problems } = await findStoryFiles(paths);
  const settingsFor = createSettingsFinder(options.config, options.settings);
  const optionsFor = (file: string) => {
    const { options: reviewOptions, problems: messages, file: settingsFile, principles } = settingsFor(file);
    addSettingProblems(problems, messages, settingsFile);
    if (principles) addSettingProblems(problems, principles.problems, principles.file);
    return reviewOptions;
  };
  const cache = options.cache
    ? openDiskCache(options.cacheDir ?? cacheFolder(), engineHash(__filename, weightsFile))
    : undefined;
  const report = new Report(
    options.format,
    output,
    createProgressBar(files.length, output.terminal),
    problems,
  );
  await report.start();
  for await (const checked of checkFiles({
    files,
    format: options.format,
    optionsFor,
    cache,
    signal,
  }))
    await report.add(checked);
  await report.end(
    signal.aborted ? `Interrupted after ${report.done} of ${files.length} stories.` : undefined,
  );
  cache?.save();
  if (signal.aborted) return interruptedCode;
  if (problems.length > 0) return 2;
  return failing(report.totals, options.failOn) ? 1 : 0;
}

function failing({ counts }: Totals, failOn: Severity | 'never'): boolean {
  return (
    failOn !== 'never' && loudness.slice(loudness.indexOf(failOn)).some((severity) => counts[severity] > 0)
  );
}

function addSettingProblems(
  problems: FileProblem[],
  messages: readonly string[],
  file: string | undefined,
): void {
  const path = file === undefined ? 'command line' : shownPath(file);
  for (const message of messages) {
    if (!problems.some((problem) => problem.path === path && problem.message === message))
      problems.push({ path, message });
  }
}

/** The path as the user will read it. */
function shownPath(file: string): string {
  return relative(process.cwd(), file) || file;
}

/** Prints story by story and keeps nothing but the sums and the problems. */
class Report {
  readonly totals: Totals = {
    stories: 0,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    seconds: 0,
  };
  done = 0;

  constructor(
    private readonly format: ReportFormat,
    private readonly output: Output,
    private readonly progress: ProgressBar,
    private readonly problems: FileProblem[],
  ) {}

  async start(): Promise<void> {
    if (this.format === 'json') await this.output.out(jsonReportStart);
  }

  async add({ file, story, error }: CheckedFile): Promise<void> {
    const path = shownPath(file);
    if (error !== undefined) this.problems.push({ path, message: `This file cannot be read: ${error}` });
    for (const message of story?.problems ?? []) this.problems.push({ path, message });
    if (story?.isReviewed) {
      const text = printedStory(story, path, this.format);
      const isFirst = this.totals.stories === 0;
      await this.print(this.format === 'json' ? `${isFirst ? '\n' : ',\n'}${text}` : text);
      this.count(story);
    }
    this.done++;
    this.progress.update(this.done);
  }

  async end(interruption: string | undefined): Promise<void> {
    this.progress.clear();
    if (interruption !== undefined) this.problems.push({ path: '', message: interruption });
    if (this.format === 'json') await this.output.out(jsonReportEnd(this.problems));
    else if (this.totals.stories > 0) await this.output.out(`${textSummary(this.totals)}\n`);
    for (const { path, message } of this.problems)
      this.output.error(path === '' ? `${message}\n` : `${path}: ${message}\n`);
  }

  private async print(text: string): Promise<void> {
    if (text === '') return;
    this.progress.clear();
    await this.output.out(text);
  }

  private count({ counts, seconds }: NonNullable<CheckedFile['story']>): void {
    this.totals.stories++;
    this.totals.seconds += seconds;
    for (const severity of loudness) this.totals.counts[severity] += counts[severity];
  }
}
