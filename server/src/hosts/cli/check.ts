import { relative } from 'node:path';
import { createReviewer, type Reviewer } from '../../review/reviewStory';
import type { Review } from '../../review/review';
import type { Severity } from '../../rules/rule';
import { parseStory } from '../../story/parseStory';
import { loadNodeJudge } from '../nodeJudge';
import { createSettingsFinder } from './configuration';
import { jsonStory, type JsonReport, type JsonStory } from './jsonReport';
import { findStoryFiles, readStoryFile, type FileProblem } from './storyFiles';
import { textStory, textSummary } from './textReport';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** The least severity that makes the exit code 1; `never` for none. */
  readonly failOn: Severity | 'never';
  readonly config: string | undefined;
  /** Settings given on the command line; they win over those of the settings file, and front matter wins over both. */
  readonly settings: Record<string, unknown>;
}

/** Where the command writes. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
}

const loudness: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Reviews the stories and prints them. Returns the exit code: 0 clean, 1 findings, 2 wrong use or unreadable input. */
export async function check(paths: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const reviewer = createReviewer(loadNodeJudge());
  const { files, problems } = await findStoryFiles(paths);
  const settingsFor = createSettingsFinder(options.config, options.settings);
  const stories: JsonStory[] = [];
  const reviews: Review[] = [];
  for (const file of files) {
    const path = relative(process.cwd(), file) || file;
    const { options: reviewOptions, problems: settingProblems, file: settingsFile } = settingsFor(file);
    addSettingProblems(problems, settingProblems, settingsFile);
    const review = await reviewFile(file, path, reviewer, reviewOptions, problems);
    if (!review) continue;
    reviews.push(review);
    if (options.format === 'json') stories.push(jsonStory(path, review));
    else if (review.findings.length > 0) output.out(`${textStory(path, review)}\n`);
  }
  if (options.format === 'json') output.out(`${JSON.stringify({ version: 1, stories, problems } satisfies JsonReport, null, 1)}\n`);
  else if (reviews.length > 0) output.out(`${textSummary(reviews)}\n`);
  for (const { path, message } of problems) output.error(`${path}: ${message}\n`);
  if (problems.length > 0) return 2;
  return reviews.some((review) => review.findings.some(({ severity }) => fails(severity, options.failOn))) ? 1 : 0;
}

function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && loudness.indexOf(severity) >= loudness.indexOf(failOn);
}

function addSettingProblems(problems: FileProblem[], messages: readonly string[], file: string | undefined): void {
  const path = file === undefined ? 'command line' : relative(process.cwd(), file) || file;
  for (const message of messages) {
    if (!problems.some((problem) => problem.path === path && problem.message === message)) problems.push({ path, message });
  }
}

async function reviewFile(
  file: string,
  path: string,
  reviewer: Reviewer,
  options: Parameters<Reviewer['review']>[1],
  problems: FileProblem[],
): Promise<Review | undefined> {
  try {
    const story = parseStory(await readStoryFile(file));
    if (story.isBinary) {
      problems.push({ path, message: 'This is not a text file; a story is Markdown in UTF-8.' });
      return undefined;
    }
    const review = reviewer.review(story, options);
    for (const { rule, error } of review.faults) problems.push({ path, message: `The rule ${rule} failed: ${String(error)}` });
    return review;
  } catch (error) {
    problems.push({ path, message: `This file cannot be read: ${(error as Error).message}` });
    return undefined;
  }
}
