import { FileChangeType, SymbolKind, type FileEvent, type WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { detail, summarise, unreadable } from '../library/summary';
import {
  libraryChangedNotification,
  libraryRequest,
  listStoriesRequest,
  readStoryRequest,
  storyRequest,
  type Library,
  type LibraryChangedParams,
  type StoryDetails,
  type StoryParams,
  type StorySummary,
} from '../protocol';
import { parseStory } from '../story/parseStory';
import type { ReviewOptions } from '../review/options';
import type { StoryFiles } from './host';
import { toRange } from './convert';
import { errorText, isStoryUri, type ResourceSettings, type Session } from './session';

/** How long changes are gathered before the client is told, in milliseconds: a checkout of a branch is one change. */
const gatheringTime = 50;

/** How many stories are read before the client is told of them: in a thread of their own, and where typing has to come in between. */
const batchSize = { elsewhere: 64, here: 4 };

/** The stories of the workspace: read in the background, kept true by file events and by what is typed. */
export interface LibraryService {
  /** Reads all stories again, for instance because settings or folders changed. */
  rescan(): void;
  filesChanged(events: readonly FileEvent[]): void;
  /** The stories whose title, tags or principles hold the query, as symbols of the workspace. */
  symbols(query: string): WorkspaceSymbol[];
}

export function provideLibrary(session: Session): LibraryService {
  const library = new LibraryIndex(session);
  const { connection, documents } = session;
  connection.onRequest(libraryRequest, () => library.list());
  connection.onRequest(storyRequest, ({ uri }: StoryParams) => library.details(uri));
  documents.onDidChangeContent(({ document }) => {
    library.touch(document.uri);
  });
  documents.onDidClose(({ document }) => {
    // What was typed and not saved is gone: the file speaks again.
    library.touch(document.uri);
  });
  return {
    rescan: () => {
      library.rescan();
    },
    symbols: (query) => library.symbols(query),
    filesChanged: (events) => {
      for (const { uri, type } of events) {
        if (type === FileChangeType.Deleted) library.remove(uri);
        else library.touch(uri);
      }
    },
  };
}

class LibraryIndex {
  private readonly summaries = new Map<string, StorySummary>();
  /** The stories that the folders hold, as last listed. */
  private listed: ReadonlySet<string> = new Set();
  /** Closed stories that are to be read again, in order. */
  private readonly stale = new Set<string>();
  /** Stories that the client is still to be told of. */
  private readonly changed = new Set<string>();
  private isScanning = false;
  /** Whether the scan that is going on is to read again what is known. */
  private readsAll = false;
  private isReading = false;
  /** Set when the library was asked for: a client without a view of it costs nothing. */
  private isWanted = false;
  private scanNumber = 0;
  private scanTimer: ReturnType<typeof setTimeout> | undefined;
  private tellTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  private get isComplete(): boolean {
    return !this.isScanning && !this.isReading && this.stale.size === 0;
  }

  list(): Library {
    if (!this.isWanted) {
      this.isWanted = true;
      this.rescan();
    }
    const stories = [...this.summaries.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return { stories, isComplete: this.isComplete };
  }

  symbols(query: string): WorkspaceSymbol[] {
    const wanted = query.trim().toLowerCase();
    const { stories } = this.list();
    return stories
      .filter(({ title, tags, principles }) =>
        [title, ...tags, ...principles].some((text) => text.toLowerCase().includes(wanted)),
      )
      .map(({ title, uri, principles }) => ({
        name: title,
        kind: SymbolKind.Module,
        location: { uri },
        ...(principles.length > 0 ? { containerName: principles.join(', ') } : {}),
      }));
  }

  async details(uri: string): Promise<StoryDetails | null> {
    const opened = await this.session.openStory(uri);
    if (opened) return detail(uri, opened.review, (span) => toRange(span, opened.document));
    if (!this.summaries.has(uri)) return null;
    try {
      const text = await this.filesFor(uri).read(uri);
      const document = TextDocument.create(uri, 'markdown', 0, text);
      const { options } = await this.settingsFor(uri);
      const review = this.session.reviewer.review(parseStory(text), options);
      return detail(uri, review, (span) => toRange(span, document));
    } catch {
      return null;
    }
  }

  rescan(): void {
    this.scan(true);
  }

  /** A story was typed in, opened, closed, written or made. */
  touch(uri: string): void {
    if (!this.isWanted || !isStoryUri(uri)) return;
    if (this.session.documents.get(uri)) this.tell(uri);
    else if (this.listed.has(uri)) this.read([uri]);
    else {
      // Only a listing knows whether a new file is excluded.
      this.remove(uri);
      this.scanTimer ??= setTimeout(() => {
        this.scan(false);
      }, gatheringTime);
    }
  }

  remove(uri: string): void {
    this.stale.delete(uri);
    // A file that is deleted while its editor is open lives on there until that is closed.
    if (this.session.documents.get(uri)) return;
    if (this.summaries.delete(uri)) this.tell(uri);
  }

  private scan(readsAll: boolean): void {
    clearTimeout(this.scanTimer);
    this.scanTimer = undefined;
    if (!this.isWanted) return;
    const number = ++this.scanNumber;
    this.isScanning = true;
    this.readsAll ||= readsAll;
    void this.listStories().then((found) => {
      // A later scan does all that this one was to do.
      if (number !== this.scanNumber) return;
      const stale = this.readsAll ? found : [...found].filter((uri) => !this.summaries.has(uri));
      this.isScanning = false;
      this.readsAll = false;
      this.listed = found;
      for (const uri of new Set([...this.summaries.keys(), ...this.stale]))
        if (!found.has(uri)) this.remove(uri);
      for (const { uri } of this.session.documents.all()) if (isStoryUri(uri)) this.tell(uri);
      this.read(stale);
    });
  }

  /** The stories of all folders where they are switched on. A folder that cannot be listed has none. */
  private async listStories(): Promise<Set<string>> {
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

  private filesFor(uri: string): StoryFiles {
    const { host, options, connection } = this.session;
    if (host.files && host.canRead(uri)) return host.files;
    if (!options.canReadStories) throw new Error('This client cannot read files of that kind.');
    return {
      list: (folder) => connection.sendRequest<string[]>(listStoriesRequest, { folder }),
      read: (story) => connection.sendRequest<string>(readStoryRequest, { uri: story }),
    };
  }

  /** Settings are those of the folder: to ask the client for those of each of thousands of files would take longer than to read them. */
  private settingsFor(uri: string): Promise<ResourceSettings> {
    return this.session.settingsOf(this.folderOf(uri) ?? uri);
  }

  private folderOf(uri: string): string | undefined {
    const holding = this.session.folders.filter((folder) => uri.startsWith(folder.uri.replace(/\/?$/, '/')));
    return holding.sort((a, b) => b.uri.length - a.uri.length)[0]?.uri;
  }

  private read(uris: Iterable<string>): void {
    for (const uri of uris) if (!this.session.documents.get(uri)) this.stale.add(uri);
    if (!this.isReading) void this.readStale();
  }

  private async readStale(): Promise<void> {
    this.isReading = true;
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      const summaries = await this.summarise(batch).catch((error: unknown) => {
        this.session.connection.console.error(`Stories could not be read: ${errorText(error)}`);
        return batch.map((uri) => unreadable(uri, errorText(error)));
      });
      batch.forEach((uri, index) => {
        const summary = summaries[index];
        // Meanwhile it may have been opened, taken out of the library, or changed again.
        if (this.session.documents.get(uri) || !this.listed.has(uri) || this.stale.has(uri)) return;
        if (summary) this.summaries.set(uri, summary);
        else this.summaries.delete(uri);
        this.tell(uri);
      });
    }
    this.isReading = false;
    this.tell();
  }

  /** The next stale stories of one folder, which can be read in the same place with the same settings. */
  private nextBatch(): string[] {
    const batch: string[] = [];
    const size = this.isReadElsewhere(this.stale.values().next().value ?? '')
      ? batchSize.elsewhere
      : batchSize.here;
    for (const uri of this.stale) {
      if (batch.length === size || this.folderOf(uri) !== this.folderOf(batch[0] ?? uri)) break;
      batch.push(uri);
    }
    for (const uri of batch) this.stale.delete(uri);
    return batch;
  }

  private isReadElsewhere(uri: string): boolean {
    const { host } = this.session;
    return host.summarise !== undefined && host.canRead(uri);
  }

  private async summarise(uris: readonly string[]): Promise<(StorySummary | undefined)[]> {
    const { host } = this.session;
    const { isEnabled, options } = await this.settingsFor(uris[0] ?? '');
    if (!isEnabled) return [];
    if (host.summarise && this.isReadElsewhere(uris[0] ?? ''))
      return host.summarise(uris, options, this.stale.size === 0);
    return this.summariseHere(uris, options);
  }

  /** Reads one story after the other and lets requests through between them. */
  private async summariseHere(
    uris: readonly string[],
    options: ReviewOptions,
  ): Promise<(StorySummary | undefined)[]> {
    const summaries: (StorySummary | undefined)[] = [];
    for (const uri of uris) {
      try {
        const text = await this.filesFor(uri).read(uri);
        summaries.push(summarise(uri, this.session.reviewer.review(parseStory(text), options)));
      } catch (error) {
        const isGone = /ENOENT|FileNotFound|EntryNotFound/.test(String(error));
        summaries.push(
          isGone ? undefined : unreadable(uri, error instanceof Error ? error.message : String(error)),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return summaries;
  }

  /** Tells the client soon, once for all that changes meanwhile. */
  private tell(uri?: string): void {
    if (uri !== undefined) this.changed.add(uri);
    this.tellTimer ??= setTimeout(() => {
      this.tellTimer = undefined;
      void this.sendChanges();
    }, gatheringTime);
  }

  private async sendChanges(): Promise<void> {
    const uris = [...this.changed];
    this.changed.clear();
    // Open stories are summed up only now, and not at each key.
    for (const uri of uris) {
      if (!this.session.documents.get(uri)) continue;
      const opened = await this.session.openStory(uri);
      if (opened) this.summaries.set(uri, summarise(uri, opened.review));
      else this.summaries.delete(uri);
    }
    const summaries = uris.flatMap((uri) => this.summaries.get(uri) ?? []);
    const params: LibraryChangedParams = { uris, summaries, isComplete: this.isComplete };
    await this.session.connection.sendNotification(libraryChangedNotification, params);
  }
}
