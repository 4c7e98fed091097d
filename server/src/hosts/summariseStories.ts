import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { ReviewOptions } from '../review/options';
import { readStoryFile } from './cli/storyFiles';
import { cacheFolder, engineHash, openDiskCache, type DiskCache } from './diskCache';
import {
  createReviewer,
  loadJudge,
  parseStory,
  recordOf,
  unreadableRecord,
  type Reviewer,
  type StoryRecord,
} from './engine';
import { readWeights, weightsFile } from './nodeWeights';

/** Stories on this machine's disk that are to be read for the lists of the library. */
export interface SummaryJob {
  readonly uris: readonly string[];
  readonly options: ReviewOptions;
  /** Whether nothing is known to follow, so that what is new is written to the cache. */
  readonly isLast: boolean;
}

/** How many sentences of each section are remembered: hardly one stands in two stories. */
const rememberedSentences = 64;

/** The bundle that the server shares with browsers. */
const engineFile = join(__dirname, 'engine.js');

let cache: DiskCache | undefined;
let reviewer: Reviewer | undefined;

/**
 * What lists show of the stories, in the order of `uris`; undefined for those whose file is gone. The work of a thread of its own: what
 * the cache on disk knows is only read and hashed.
 */
export default async function summariseStories({
  uris,
  options,
  isLast,
}: SummaryJob): Promise<(StoryRecord | undefined)[]> {
  cache ??= openDiskCache(cacheFolder(), engineHash(__filename, engineFile, weightsFile));
  const records = await Promise.all(uris.map((uri) => summariseFile(uri, options)));
  if (isLast) cache.save();
  return records;
}

async function summariseFile(uri: string, options: ReviewOptions): Promise<StoryRecord | undefined> {
  try {
    const text = await readStoryFile(URI.parse(uri).fsPath);
    return summariseText(uri, text, options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : unreadableRecord(uri, message);
  }
}

function summariseText(uri: string, text: string, options: ReviewOptions): StoryRecord {
  // The name of the file is part of the summary, where the story has no title.
  const key = cache?.keyOf('summary', uri, JSON.stringify(options), text) ?? '';
  const known = cache?.get(key) as StoryRecord | undefined;
  if (known) return known;
  reviewer ??= createReviewer(loadJudge(readWeights()), rememberedSentences);
  const review = reviewer.review(parseStory(text), options);
  const record = recordOf(uri, review);
  if (review.faults.length === 0) cache?.set(key, record);
  return record;
}
