import { loadJudge } from '../../judgement';
import { fingerprintHead, type FingerprintHead } from '../../library/fingerprint';
import { reviewWithTwins } from '../../library/libraryFindings';
import type { Twin } from '../../library/twins';
import { reportStory } from '../../library/report/reportStory';
import type { ReviewOptions } from '../../review/options';
import type { Review } from '../../review/review';
import { createReviewer, type Reviewer } from '../../review/reviewStory';
import type { Severity } from '../../rules/rule';
import { parseStory } from '../../story/parseStory';
import { readWeights } from '../nodeWeights';
import { jsonStory } from './jsonReport';
import { textFindings } from './textReport';

/** How findings are printed; `report` is what a page on the whole library says of the story. */
export type ReportFormat = 'text' | 'json' | 'report';

/** A story to check; all that its result depends on. */
export interface StoryJob {
  readonly text: string;
  readonly options: ReviewOptions;
  readonly format: ReportFormat;
  /** The stories among those that are checked which say the same. */
  readonly twins: readonly Twin[];
}

/** A story whose fingerprint is wanted. */
export interface PrintJob {
  readonly uri: string;
  /** Its text. */
  readonly print: string;
}

/** What the report says of one story. Plain data: it travels between threads and is kept on disk. */
export interface CheckedStory {
  /** What is printed, cut where the story's path stands in it. */
  readonly printed: readonly string[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Spoken time. */
  readonly seconds: number;
  /** Why there is no review, or what failed in it, in the user's words. */
  readonly problems: readonly string[];
  readonly isReviewed: boolean;
}

/** How many sentences of each section are remembered: hardly one stands in two stories. */
const rememberedSentences = 64;

let reviewer: Reviewer | undefined;

/** Does what is asked one after the other: the work of a thread, whose judge is loaded with the first story that it checks. */
export default function work(
  jobs: readonly (StoryJob | PrintJob)[],
): (CheckedStory | FingerprintHead | undefined)[] {
  return jobs.map((job) => ('print' in job ? printOf(job) : checkStory(job)));
}

function printOf({ uri, print }: PrintJob): FingerprintHead | undefined {
  const story = parseStory(print);
  return story.isBinary ? undefined : fingerprintHead(uri, story);
}

function checkStory({ text, options, format, twins }: StoryJob): CheckedStory {
  const { review } = (reviewer ??= createHere());
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const story = parseStory(text);
  if (story.isBinary) {
    const problems = ['This is not a text file; a story is Markdown in UTF-8.'];
    return { printed: [], counts, seconds: 0, problems, isReviewed: false };
  }
  const result = reviewWithTwins(review(story, options), twins, options);
  for (const { severity } of result.findings) counts[severity]++;
  return {
    printed: printedAs(format, result, options),
    counts,
    seconds: result.timing.total,
    problems: result.faults.map(({ rule, error }) => `The rule ${rule} failed: ${String(error)}`),
    isReviewed: true,
  };
}

function createHere(): Reviewer {
  return createReviewer(loadJudge(readWeights()), rememberedSentences);
}

/** Reviews a single story in this thread. */
export function reviewHere(text: string, options: ReviewOptions): Review {
  const { review } = (reviewer ??= createHere());
  return review(parseStory(text), options);
}

function printedAs(format: ReportFormat, review: Review, { budgets }: ReviewOptions): string[] {
  if (format === 'json') return jsonAroundPath(jsonStory('', review));
  return format === 'report' ? [JSON.stringify(reportStory('', review, budgets))] : textFindings(review);
}

/** The path is the first key of a story. */
function jsonAroundPath({ path: _path, ...rest }: ReturnType<typeof jsonStory>): string[] {
  return ['{"path":', `,${JSON.stringify(rest).slice(1)}`];
}

/** What is printed of a story whose path reads as given. */
export function printedStory({ printed }: CheckedStory, path: string, format: ReportFormat): string {
  return printed.join(format === 'json' ? JSON.stringify(path) : path);
}
