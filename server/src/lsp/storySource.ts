import { listedRecord } from '../library/listing';
import { recordOf, unreadableRecord, type StoryRecord } from '../library/record';
import { listStoriesRequest, readStoryRequest } from '../protocol';
import { defaultOptions, type ReviewOptions } from '../review/options';
import { parseStory } from '../story/parseStory';
import { folderHolding } from './folders';
import type { StoryFiles, SummaryJob } from './host';
import { errorText, type ResourceSettings, type Session } from './session';

/** Where stories that are not open come from: the platform's own files, or the client where the platform cannot read them. */
export interface StorySource {
  /** The stories of all folders where they are switched on. A folder that cannot be listed has none. */
  list(): Promise<Set<string>>;
  /** The text of a story; rejects where it cannot be read. */
  read(uri: string): Promise<string>;
  /**
   * What is known of stories of one folder, in their order; undefined for those that are gone, none at all where the folder is switched
   * off. `depth` and `isLast` as in `SummaryJob`.
   */
  summarise(
    uris: readonly string[],
    depth: SummaryJob['depth'],
    isLast: boolean,
  ): Promise<(StoryRecord | undefined)[]>;
  /** Whether stories are read where typing does not wait for it. */
  isReadElsewhere(uri: string): boolean;
  /** The workspace folder that holds a story, the innermost one. */
  folderOf(uri: string): string | undefined;
  /** Settings are those of the folder: to ask the client for those of each of thousands of files would take longer than to read them. */
  settingsFor(uri: string): Promise<ResourceSettings>;
  /** The options by which the stories of a story's folder were last read. */
  lastOptions(uri: string): ReviewOptions;
}

export function createStorySource(session: Session): StorySource {
  const { host, options: abilities, connection } = session;
  const lastOptions = new Map<string | undefined, ReviewOptions>();

  const filesFor = (uri: string): StoryFiles => {
    if (host.files && host.canRead(uri)) return host.files;
    if (!abilities.canReadStories) throw new Error('This client cannot read files of that kind.');
    return {
      list: (folder) => connection.sendRequest<string[]>(listStoriesRequest, { folder }),
      read: (story) => connection.sendRequest<string>(readStoryRequest, { uri: story }),
    };
  };
  const folderOf = (uri: string): string | undefined =>
    folderHolding(
      uri,
      session.folders.map((folder) => folder.uri),
    );
  const isReadElsewhere = (uri: string): boolean => host.background !== undefined && host.canRead(uri);
  const settingsFor = (uri: string): Promise<ResourceSettings> => session.settingsOf(folderOf(uri) ?? uri);
  const read = async (uri: string): Promise<string> => filesFor(uri).read(uri);

  const list = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for (const { uri: folder } of session.folders) {
      try {
        const { isEnabled, exclude } = await session.settingsOf(folder);
        if (!isEnabled) continue;
        for (const uri of await filesFor(folder).list(folder, exclude)) found.add(uri);
      } catch (error) {
        connection.console.error(`The stories of ${folder} could not be listed: ${errorText(error)}`);
      }
    }
    return found;
  };

  /** Reads one story after the other and lets requests through between them. */
  const summariseHere = async (
    uris: readonly string[],
    options: ReviewOptions,
    depth: SummaryJob['depth'],
  ): Promise<(StoryRecord | undefined)[]> => {
    const records: (StoryRecord | undefined)[] = [];
    for (const uri of uris) {
      try {
        const story = parseStory(await read(uri));
        records.push(
          depth === 'listing'
            ? listedRecord(uri, story, options)
            : recordOf(uri, session.reviewer.review(story, options)),
        );
      } catch (error) {
        const isGone = /ENOENT|FileNotFound|EntryNotFound/.test(String(error));
        const message = error instanceof Error ? error.message : String(error);
        records.push(isGone ? undefined : unreadableRecord(uri, message));
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return records;
  };

  return {
    list,
    read,
    folderOf,
    isReadElsewhere,
    settingsFor,
    lastOptions: (uri) => lastOptions.get(folderOf(uri)) ?? defaultOptions,
    summarise: async (uris, depth, isLast) => {
      const first = uris[0] ?? '';
      const { isEnabled, options } = await settingsFor(first);
      if (!isEnabled) return [];
      lastOptions.set(folderOf(first), options);
      return host.background && isReadElsewhere(first)
        ? host.background.summarise({ uris, options, depth, isLast })
        : summariseHere(uris, options, depth);
    },
  };
}
