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
  return new WorkspaceStories(session);
}

/** Whether a file could not be read because there is none, on a disk or in a file system of the client's. */
export function isGone(error: unknown): boolean {
  return /ENOENT|ENOTDIR|FileNotFound|EntryNotFound/.test(String(error));
}

/** The stories of the workspace's folders. */
class WorkspaceStories implements StorySource {
  private readonly optionsByFolder = new Map<string | undefined, ReviewOptions>();

  constructor(private readonly session: Session) {}

  async list(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const { uri: folder } of this.session.folders) {
      try {
        const { isEnabled, exclude } = await this.session.settingsOf(folder);
        if (!isEnabled) continue;
        for (const uri of await this.filesFor(folder).list(folder, exclude)) found.add(uri);
      } catch (error) {
        this.session.connection.console.error(
          `The stories of ${folder} could not be listed: ${errorText(error)}`,
        );
      }
    }
    return found;
  }

  async read(uri: string): Promise<string> {
    return this.filesFor(uri).read(uri);
  }

  async summarise(
    uris: readonly string[],
    depth: SummaryJob['depth'],
    isLast: boolean,
  ): Promise<(StoryRecord | undefined)[]> {
    const first = uris[0] ?? '';
    const { isEnabled, options } = await this.settingsFor(first);
    if (!isEnabled) return [];
    this.optionsByFolder.set(this.folderOf(first), options);
    const { background } = this.session.host;
    return background && this.isReadElsewhere(first)
      ? background.summarise({ uris, options, depth, isLast })
      : this.summariseHere(uris, options, depth);
  }

  isReadElsewhere(uri: string): boolean {
    const { host } = this.session;
    return host.background !== undefined && host.canRead(uri);
  }

  folderOf(uri: string): string | undefined {
    return folderHolding(
      uri,
      this.session.folders.map((folder) => folder.uri),
    );
  }

  settingsFor(uri: string): Promise<ResourceSettings> {
    return this.session.settingsOf(this.folderOf(uri) ?? uri);
  }

  lastOptions(uri: string): ReviewOptions {
    return this.optionsByFolder.get(this.folderOf(uri)) ?? defaultOptions;
  }

  private filesFor(uri: string): StoryFiles {
    const { host, options, connection } = this.session;
    if (host.files && host.canRead(uri)) return host.files;
    if (!options.canReadStories) throw new Error('This client cannot read files of that kind.');
    return {
      list: (folder) => connection.sendRequest<string[]>(listStoriesRequest, { folder }),
      read: (story) => connection.sendRequest<string>(readStoryRequest, { uri: story }),
    };
  }

  /** Reads one story after the other and lets requests through between them. */
  private async summariseHere(
    uris: readonly string[],
    options: ReviewOptions,
    depth: SummaryJob['depth'],
  ): Promise<(StoryRecord | undefined)[]> {
    const records: (StoryRecord | undefined)[] = [];
    for (const uri of uris) {
      records.push(await this.recordHere(uri, options, depth));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return records;
  }

  private async recordHere(
    uri: string,
    options: ReviewOptions,
    depth: SummaryJob['depth'],
  ): Promise<StoryRecord | undefined> {
    try {
      const story = parseStory(await this.read(uri));
      return depth === 'listing'
        ? listedRecord(uri, story, options)
        : recordOf(uri, this.session.reviewer.review(story, options));
    } catch (error) {
      if (isGone(error)) return undefined;
      return unreadableRecord(uri, error instanceof Error ? error.message : String(error));
    }
  }
}
