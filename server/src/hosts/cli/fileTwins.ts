import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { fingerprintOf, type Fingerprint } from '../../library/fingerprint';
import { TwinIndex, type Twin } from '../../library/twins';
import { parseStory } from '../../story/parseStory';
import type { DiskCache } from '../diskCache';
import { readStoryFile } from './storyFiles';

/** The twins that a file has among all that are checked. */
export type TwinsOfFile = (file: string) => readonly Twin[];

/** How many files are open at a time. */
const batchSize = 32;

/**
 * Finds the stories among the files that say the same, before the first of them is checked: results are printed as they come. That costs
 * about a twentieth of checking them. A file that cannot be read has no twin; checking it will tell why.
 */
export async function findFileTwins(
  files: readonly string[],
  cache: DiskCache | undefined,
  signal: AbortSignal,
): Promise<TwinsOfFile> {
  const index = new TwinIndex();
  if (files.length < 2) return () => [];
  for (let at = 0; at < files.length && !signal.aborted; at += batchSize) {
    await Promise.all(
      files.slice(at, at + batchSize).map(async (file) => {
        const print = await readFingerprint(file, cache).catch(() => undefined);
        if (print) index.set(uriOf(file), print);
      }),
    );
  }
  return (file) => index.twinsOf(uriOf(file));
}

async function readFingerprint(file: string, cache: DiskCache | undefined): Promise<Fingerprint | undefined> {
  const text = await readStoryFile(file);
  const uri = uriOf(file);
  // Links are resolved from the place of the file.
  const key = cache?.keyOf('fingerprint', uri, text);
  const known = key === undefined ? undefined : (cache?.get(key) as Fingerprint | undefined);
  if (known) return known;
  const story = parseStory(text);
  if (story.isBinary) return undefined;
  const print = fingerprintOf(uri, story);
  if (key !== undefined) cache?.set(key, print);
  return print;
}

/** As links between stories are written down: a file that is named in two ways is one story. */
function uriOf(file: string): string {
  return URI.parse(pathToFileURL(file).href).toString();
}
