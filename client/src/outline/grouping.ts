import type { StorySummary } from '../../../server/src/protocol';
import { companyName, levelName, readableName, readinessStage, type ReadinessStage } from './labels';

export const groupings = [
  'company',
  'principle',
  'level',
  'question',
  'status',
  'folder',
  'strength',
  'none',
] as const;
/** By what the library is divided. A story with two principles stands in two groups. */
export type Grouping = (typeof groupings)[number];

export const sortings = ['title', 'readiness', 'time', 'date'] as const;
/** In what order stories stand: by title, the least ready first, the longest first, or the newest first. */
export type Sorting = (typeof sortings)[number];

/** What is shown of the library, and how. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Words that all must occur in a story's title, tags, principles, questions or company; empty for all stories. */
  readonly filter: string;
}

/** The folder of a story as the user knows it: relative to the workspace, with slashes; empty for its root. */
export type FolderOf = (uri: string) => string;

/** What the filter searches, by summary: a summary is never changed, only replaced. */
const searched = new WeakMap<StorySummary, string>();

/** Whether every word of the filter occurs somewhere in what is known of the story. */
export function matchesFilter(story: StorySummary, filter: string): boolean {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  let text = searched.get(story);
  if (text === undefined) searched.set(story, (text = searchedText(story)));
  return words.every((word) => text.includes(word));
}

function searchedText(story: StorySummary): string {
  return [
    story.title,
    story.company ?? '',
    story.level,
    ...story.tags,
    ...story.principles,
    ...story.principles.map(readableName),
    ...story.questions,
  ]
    .join('\n')
    .toLowerCase();
}

/** The groups that a story belongs to, each once, by their keys. Empty stands for "none". */
export function keysOf(story: StorySummary, grouping: Grouping, folderOf: FolderOf): readonly string[] {
  switch (grouping) {
    case 'none':
      return [''];
    case 'company':
      return [story.company ?? ''];
    case 'level':
      return [story.level];
    case 'status':
      return [story.status ?? ''];
    case 'folder':
      return [folderOf(story.uri)];
    case 'strength':
      return [strengthOf(story)];
    case 'principle':
      return namesOf(story.principles);
    case 'question':
      return namesOf(story.questions);
  }
}

/** Stands for the strength of stories that were not reviewed yet. */
export const unreadStrength = 'unread';

function strengthOf({ problem, isReviewed, readiness }: StorySummary): string {
  if (problem !== null) return '';
  return isReviewed ? readinessStage(readiness) : unreadStrength;
}

/** "dive-deep" and "Dive Deep" are one group. */
function namesOf(values: readonly string[]): readonly string[] {
  return values.length > 0 ? [...new Set(values.map(nameKey))] : [''];
}

function nameKey(value: string): string {
  return readableName(value).toLowerCase();
}

/** The value as a story of the group writes it in its front matter; the key itself where none does. */
export function valueOf(key: string, grouping: Grouping, stories: Iterable<StorySummary>): string {
  if (grouping !== 'principle' && grouping !== 'question') return key;
  for (const { principles, questions } of stories) {
    const written = (grouping === 'principle' ? principles : questions).find(
      (value) => nameKey(value) === key,
    );
    if (written !== undefined) return written;
  }
  return key;
}

const emptyLabels: Readonly<Record<Grouping, string>> = {
  company: 'No company',
  principle: 'No principle',
  level: 'No level',
  folder: 'Top folder',
  status: 'No status',
  question: 'No question',
  strength: 'Cannot be read',
  none: '',
};

const stageLabels: Readonly<Record<ReadinessStage, string>> = {
  started: 'Just started (under 40)',
  halfway: 'Halfway (40 to 69)',
  nearly: 'Nearly ready (70 to 84)',
  ready: 'Ready to tell (85 and up)',
};

/** The name of a group; `value` is what one of its stories has in its front matter. */
export function groupLabel(key: string, grouping: Grouping, value: string): string {
  if (key === '') return emptyLabels[grouping];
  switch (grouping) {
    case 'company':
      return companyName(key);
    case 'level':
      return levelName(key);
    case 'status':
      return readableName(key);
    case 'strength':
      return key === unreadStrength ? 'Not read yet' : stageLabels[key as ReadinessStage];
    case 'principle':
    case 'question':
      return readableName(value);
    default:
      return key;
  }
}

const levelOrder = ['sde1', 'sde2', 'senior', 'staff'];
const strengthOrder = ['ready', 'nearly', 'halfway', 'started', unreadStrength];

/** The order in which groups stand. */
export function compareKeys(a: string, b: string, grouping: Grouping): number {
  // The top folder comes first, as in the explorer; any other "none" comes last.
  if (a === '' || b === '') return grouping === 'folder' ? a.length - b.length : b.length - a.length;
  if (grouping === 'level') return levelOrder.indexOf(a) - levelOrder.indexOf(b);
  if (grouping === 'strength') return strengthOrder.indexOf(a) - strengthOrder.indexOf(b);
  return compareText(a, b);
}

/** The order in which stories stand. */
export function comparison(sorting: Sorting): (a: StorySummary, b: StorySummary) => number {
  const byTitle = (a: StorySummary, b: StorySummary): number =>
    compareText(a.title, b.title) || compareText(a.uri, b.uri);
  switch (sorting) {
    case 'title':
      return byTitle;
    case 'readiness':
      // What was not reviewed yet comes last.
      return (a, b) =>
        Number(b.isReviewed) - Number(a.isReviewed) || a.readiness - b.readiness || byTitle(a, b);
    case 'time':
      return (a, b) => b.seconds - a.seconds || byTitle(a, b);
    case 'date':
      // Stories without a date come last.
      return (a, b) => compareText(b.date ?? '', a.date ?? '') || byTitle(a, b);
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}
