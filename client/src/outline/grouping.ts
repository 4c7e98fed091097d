import type { StorySummary } from '../../../server/src/protocol';
import { companyName, levelName, readableName } from './labels';

export const groupings = ['company', 'principle', 'level', 'folder', 'status', 'question', 'none'] as const;
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

export interface StoryGroup {
  /** Unique among the groups and the same as long as the group is: expansion is remembered by it. */
  readonly id: string;
  readonly label: string;
  readonly stories: readonly StorySummary[];
}

/** The folder of a story as the user knows it: relative to the workspace, with slashes; empty for its root. */
export type FolderOf = (uri: string) => string;

/** Divides the stories into sorted groups. With the grouping `none` there is one group without a label. */
export function groupStories(
  stories: readonly StorySummary[],
  { grouping, sorting, filter }: Arrangement,
  folderOf: FolderOf,
): StoryGroup[] {
  const shown = stories.filter((story) => matchesFilter(story, filter)).sort(comparison(sorting));
  if (grouping === 'none') return shown.length === 0 ? [] : [{ id: 'none', label: '', stories: shown }];
  const groups = new Map<string, StorySummary[]>();
  for (const story of shown) {
    for (const key of new Set(keysOf(story, grouping, folderOf))) {
      const group = groups.get(key);
      if (group) group.push(story);
      else groups.set(key, [story]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareKeys(a, b, grouping))
    .map(([key, members]) => ({ id: `${grouping}:${key}`, label: labelOf(key, grouping), stories: members }));
}

/** Whether every word of the filter occurs somewhere in what is known of the story. */
export function matchesFilter(story: StorySummary, filter: string): boolean {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const text = [
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
  return words.every((word) => text.includes(word));
}

/** Empty stands for "none", and comes last. */
function keysOf(
  story: StorySummary,
  grouping: Exclude<Grouping, 'none'>,
  folderOf: FolderOf,
): readonly string[] {
  switch (grouping) {
    case 'company':
      return [story.company ?? ''];
    case 'level':
      return [story.level];
    case 'status':
      return [story.status ?? ''];
    case 'folder':
      return [folderOf(story.uri)];
    case 'principle':
      return story.principles.length > 0 ? story.principles.map(readableName) : [''];
    case 'question':
      return story.questions.length > 0 ? story.questions.map(readableName) : [''];
  }
}

const emptyLabels: Readonly<Record<Exclude<Grouping, 'none'>, string>> = {
  company: 'No company',
  principle: 'No principle',
  level: 'No level',
  folder: 'Top folder',
  status: 'No status',
  question: 'No question',
};

function labelOf(key: string, grouping: Exclude<Grouping, 'none'>): string {
  if (key === '') return emptyLabels[grouping];
  switch (grouping) {
    case 'company':
      return companyName(key);
    case 'level':
      return levelName(key);
    case 'status':
      return readableName(key);
    default:
      return key;
  }
}

const levelOrder = ['sde1', 'sde2', 'senior', 'staff'];

function compareKeys(a: string, b: string, grouping: Grouping): number {
  // The top folder comes first, as in the explorer; any other "none" comes last.
  if (a === '' || b === '') return grouping === 'folder' ? a.length - b.length : b.length - a.length;
  if (grouping === 'level') return levelOrder.indexOf(a) - levelOrder.indexOf(b);
  return compareText(a, b);
}

function comparison(sorting: Sorting): (a: StorySummary, b: StorySummary) => number {
  const byTitle = (a: StorySummary, b: StorySummary): number =>
    compareText(a.title, b.title) || compareText(a.uri, b.uri);
  switch (sorting) {
    case 'title':
      return byTitle;
    case 'readiness':
      return (a, b) => a.readiness - b.readiness || byTitle(a, b);
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
