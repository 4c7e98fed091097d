import { stat, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportedCoverages } from '../../library/report/coverages';
import { cueSheet } from '../../library/report/cueSheet';
import { libraryReport } from '../../library/report/libraryReport';
import type { ReportStory } from '../../library/report/reportStory';
import { titleFromUri } from '../../library/summary';
import type { ReviewOptions } from '../../review/options';
import { cacheFolder, engineHash, openDiskCache } from '../diskCache';
import { weightsFile } from '../nodeWeights';
import { reviewHere } from './checkStory';
import { interruptedCode, type Output } from './check';
import { checkFiles } from './checkedStories';
import { createSettingsFinder } from './configuration';
import { createProgressBar } from './progressBar';
import { findStoryFiles, isFolder, readStoryFile, type FileProblem } from './storyFiles';
import { readOwnTopics } from './userFiles';

export interface ReportOptions {
  /** The file to write; undefined means standard output. */
  readonly output: string | undefined;
  readonly config: string | undefined;
  readonly settings: Record<string, unknown>;
  readonly cache: boolean;
  readonly cacheDir: string | undefined;
}

/** Wrong use, or input that could not be read. */
const failure = 2;

/**
 * Writes one page of HTML on all stories of the paths. Returns the exit code: 0, 2 where something could not be read or written, 130 when
 * the signal ended it early, and nothing is written then.
 */
export async function report(
  paths: readonly string[],
  options: ReportOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const unfit = await problemOfOutput(options.output);
  if (unfit !== undefined) return tell(output, [{ path: options.output ?? '', message: unfit }]);
  const { files, problems } = await findStoryFiles(paths);
  if (files.length === 0) return tell(output, problems);
  const own = await readOwnTopics(paths, problems);
  const stories = await readStories(files, options, output, problems, signal);
  if (signal.aborted) {
    output.error('Interrupted: nothing was written.\n');
    return interruptedCode;
  }
  const first = paths[0] ?? '.';
  const html = libraryReport({
    name: paths.length === 1 && (await isFolder(first)) ? basename(resolve(first)) : '',
    date: today(),
    stories,
    coverages: reportedCoverages(
      stories.map(({ summary }) => summary),
      own,
    ),
    problems: problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
  });
  const code = await deliver(html, options.output, output, `${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`); // prettier-ignore
  return problems.length > 0 ? tell(output, problems) : code;
}

/** Writes the cue sheet of one story as a page of HTML. Returns the exit code: 0, or 2 where it could not be read or written. */
export async function reportCueSheet(story: string, options: ReportOptions, output: Output): Promise<number> {
  const unfit = await problemOfOutput(options.output);
  if (unfit !== undefined) return tell(output, [{ path: options.output ?? '', message: unfit }]);
  if (await isFolder(story))
    return tell(output, [{ path: story, message: 'This is a folder; a cue sheet is of one story.' }]);
  const path = resolve(story);
  const {
    options: reviewOptions,
    problems: messages,
    file,
  } = createSettingsFinder(options.config, options.settings)(path);
  const problems = messages.map((message) => ({ path: shownPath(file), message }));
  let text: string;
  try {
    text = await readStoryFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return tell(output, [
      ...problems,
      { path: story, message: code === 'ENOENT' ? 'There is no such file.' : message },
    ]);
  }
  const review = reviewHere(text, reviewOptions);
  if (review.story.isBinary)
    return tell(output, [
      ...problems,
      { path: story, message: 'This is not a text file; a story is Markdown in UTF-8.' },
    ]);
  const code = await deliver(
    cueSheet(pathToFileURL(path).href, review),
    options.output,
    output,
    'a cue sheet',
  );
  return problems.length > 0 ? tell(output, problems) : code;
}

async function readStories(
  files: readonly string[],
  { config, settings, cache: isCached, cacheDir }: ReportOptions,
  output: Output,
  problems: FileProblem[],
  signal: AbortSignal,
): Promise<ReportStory[]> {
  const settingsFor = createSettingsFinder(config, settings);
  const optionsFor = (file: string): ReviewOptions => {
    const { options, problems: messages, file: settingsFile } = settingsFor(file);
    const path = shownPath(settingsFile);
    for (const message of messages)
      if (!problems.some((known) => known.path === path && known.message === message))
        problems.push({ path, message });
    return options;
  };
  const cache = isCached
    ? openDiskCache(cacheDir ?? cacheFolder(), engineHash(__filename, weightsFile))
    : undefined;
  const progress = createProgressBar(files.length, output.terminal);
  const stories: ReportStory[] = [];
  let done = 0;
  for await (const { file, story, error } of checkFiles({
    files,
    format: 'report',
    optionsFor,
    cache,
    signal,
  })) {
    progress.update(++done);
    const path = shownPath(file);
    if (error !== undefined) problems.push({ path, message: `This file cannot be read: ${error}` });
    for (const message of story?.problems ?? []) problems.push({ path, message });
    const [printed] = story?.printed ?? [];
    if (printed !== undefined) stories.push(named(JSON.parse(printed) as ReportStory, file));
  }
  progress.clear();
  cache?.save();
  return stories;
}

/** What is kept of a story holds wherever its file lies, so that place and name are added here. */
function named({ summary, ...story }: ReportStory, file: string): ReportStory {
  const uri = pathToFileURL(file).href;
  return {
    ...story,
    summary: { ...summary, uri, title: summary.title === '' ? titleFromUri(uri) : summary.title },
  };
}

/** Why a report cannot be written there; undefined where it can, as far as that can be told. */
async function problemOfOutput(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  if (/\.star\.md$/i.test(path)) return 'This is a story; name a file such as report.html.';
  if (await isFolder(path)) return 'This is a folder; name a file in it, such as report.html.';
  const parent = resolve(path, '..');
  const info = await stat(parent).catch(() => undefined);
  return info?.isDirectory() ? undefined : `There is no folder ${parent}.`;
}

async function deliver(
  html: string,
  path: string | undefined,
  output: Output,
  what: string,
): Promise<number> {
  if (path === undefined) {
    await output.out(html);
    return 0;
  }
  try {
    await writeFile(path, html);
  } catch (error) {
    return tell(output, [{ path, message: `This file cannot be written: ${(error as Error).message}` }]);
  }
  output.error(`Wrote ${what} to ${path}.\n`);
  return 0;
}

function tell(output: Output, problems: readonly FileProblem[]): number {
  for (const { path, message } of problems)
    output.error(path === '' ? `${message}\n` : `${path}: ${message}\n`);
  return failure;
}

function shownPath(file: string | undefined): string {
  return file === undefined ? 'command line' : relative(process.cwd(), file) || file;
}

/** The day where the user is. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
