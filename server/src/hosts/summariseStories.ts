import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { SummaryJob } from '../lsp/host';
import { cacheFolder, engineHash, openDiskCache, type DiskCache } from './diskCache';
import type * as Engine from './engine';
import type { Reviewer, StoryRecord } from './engine';
import { readWeights, weightsFile } from './nodeWeights';

/** How many sentences of each section are remembered: hardly one stands in two stories. */
const rememberedSentences = 64;
/** What was worked out is written to the cache after so long at the latest, in milliseconds, for whoever closes the editor meanwhile. */
const savingTime = 10_000;

/** The bundle that the server shares with browsers. */
const engineFile = join(__dirname, 'engine.js');

let cache: DiskCache | undefined;
let engine: typeof Engine | undefined;
let reviewer: Reviewer | undefined;
let lastSaved = Date.now();

/** A record, as JSON where it comes from the cache; undefined where the file is gone. */
export type ReadRecord = StoryRecord | string | undefined;

/** Opens the cache, which takes as long as to list the files that will be asked for. */
export function prepare(): void {
  cache ??= openDiskCache(cacheFolder(), engineHash(__filename, engineFile, weightsFile));
}

/**
 * What lists show of the stories, in the order of `uris`. The work of a thread of its own, which
 * calls `giveWay` between two stories: what the cache on disk knows is only read and hashed.
 */
export async function summariseStories(
  { uris, options, depth, isLast }: SummaryJob,
  giveWay: () => void,
): Promise<ReadRecord[]> {
  prepare();
  const optionsKey = JSON.stringify(options);
  const records: ReadRecord[] = [];
  for (const uri of uris) {
    giveWay();
    let text: string;
    try {
      text = readText(URI.parse(uri).fsPath);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const { unreadableRecord } = await loadedEngine();
      records.push(code === 'ENOENT' ? undefined : unreadableRecord(uri, message));
      continue;
    }
    // The name of the file is part of the summary, where the story has no title.
    const key = cache!.keyOf('summary', uri, optionsKey, text);
    const known = cache!.getText(key);
    if (known !== undefined) records.push(known);
    else if (depth === 'listing') {
      const { listedRecord, parseStory } = await loadedEngine();
      records.push(listedRecord(uri, parseStory(text), options));
    } else records.push(await reviewedRecord(uri, text, options, key));
  }
  if (isLast || Date.now() - lastSaved > savingTime) {
    cache!.save();
    lastSaved = Date.now();
  }
  return records;
}

async function reviewedRecord(
  uri: string,
  text: string,
  options: SummaryJob['options'],
  key: string,
): Promise<StoryRecord> {
  const { createReviewer, loadJudge, parseStory, recordOf } = await loadedEngine();
  reviewer ??= createReviewer(loadJudge(readWeights()), rememberedSentences);
  const review = reviewer.review(parseStory(text), options);
  const record = recordOf(uri, review);
  if (review.faults.length === 0) cache?.set(key, record);
  return record;
}

/** Loaded when a story is not in the cache: to load it takes longer than to take a thousand stories from there. */
async function loadedEngine(): Promise<typeof Engine> {
  return (engine ??= await import('./engine'));
}

/** At once, for nobody waits for this thread; a byte order mark at the head is no part of the text. */
function readText(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
