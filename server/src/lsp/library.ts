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
import type { StoryFiles } from './host';
import { toRange } from './convert';
import { errorText, isStoryUri, type Session } from './session';

/** How long changes are gathered before the client is told, in milliseconds: a checkout of a branch is one change. */
const gatheringTime = 50;

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
        if (!isStoryUri(uri)) continue;
        if (type === FileChangeType.Deleted) library.remove(uri);
        else library.touch(uri);
      }
    },
  };
}

class LibraryIndex {
  private readonly summaries = new Map<string, StorySummary>();
  /** Stories that are to be read again, in order. */
  private readonly stale = new Set<string>();
  private readonly changed = new Set<string>();
  private isScanning = false;
  private isReading = false;
  /** Set when the library was asked for: a client without a view of it costs nothing. */
  private isWanted = false;
  private scanNumber = 0;

  constructor(private readonly session: Session) {}

  list(): Library {
    if (!this.isWanted) {
      this.isWanted = true;
      this.rescan();
    }
    const stories = [...this.summaries.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return { stories, isComplete: !this.isScanning && this.stale.size === 0 };
  }

  symbols(query: string): WorkspaceSymbol[] {
    const wanted = query.trim().toLowerCase();
    const { stories } = this.list();
    return stories
      .filter(({ title, tags, principles }) => [title, ...tags, ...principles].some((text) => text.toLowerCase().includes(wanted)))
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
      const { options } = await this.session.settingsOf(uri);
      const review = this.session.reviewer.review(parseStory(text), options);
      return detail(uri, review, (span) => toRange(span, document));
    } catch {
      return null;
    }
  }

  rescan(): void {
    if (!this.isWanted) return;
    void this.scan().catch((error: unknown) => {
      this.session.connection.console.error(`The library could not be read: ${errorText(error)}`);
    });
  }

  touch(uri: string): void {
    if (!this.isWanted || !isStoryUri(uri)) return;
    this.stale.add(uri);
    void this.readStale();
  }

  remove(uri: string): void {
    this.stale.delete(uri);
    // A file that is deleted while its editor is open lives on there until that is closed.
    if (this.session.documents.get(uri)) return;
    if (this.summaries.delete(uri)) this.announce(uri);
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

  private async scan(): Promise<void> {
    const number = ++this.scanNumber;
    this.isScanning = true;
    const found = new Set<string>();
    for (const folder of this.session.folders) {
      const { isEnabled } = await this.session.settingsOf(folder.uri);
      if (!isEnabled) continue;
      for (const uri of await this.filesFor(folder.uri).list(folder.uri)) found.add(uri);
    }
    for (const { uri } of this.session.documents.all()) if (isStoryUri(uri)) found.add(uri);
    if (number !== this.scanNumber) return;
    for (const uri of [...this.summaries.keys()].filter((known) => !found.has(known))) this.remove(uri);
    for (const uri of found) this.stale.add(uri);
    this.isScanning = false;
    this.announce(undefined);
    await this.readStale();
  }

  /** Reads one story after the other and lets requests through between them, so that typing never waits. */
  private async readStale(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    try {
      for (let uri = first(this.stale); uri !== undefined; uri = first(this.stale)) {
        this.stale.delete(uri);
        const summary = await this.read(uri);
        if (summary) this.summaries.set(uri, summary);
        else this.summaries.delete(uri);
        this.announce(uri);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    } finally {
      this.isReading = false;
    }
    this.announce(undefined);
  }

  /** Undefined where there is no such story any more, or stories are switched off there. */
  private async read(uri: string): Promise<StorySummary | undefined> {
    const opened = await this.session.openStory(uri);
    if (opened) return summarise(uri, opened.review);
    const { isEnabled, options } = await this.session.settingsOf(uri);
    if (!isEnabled) return undefined;
    try {
      const text = await this.filesFor(uri).read(uri);
      return summarise(uri, this.session.reviewer.review(parseStory(text), options));
    } catch (error) {
      const isGone = (error as { code?: unknown }).code === 'ENOENT' || /ENOENT|FileNotFound|EntryNotFound/.test(String(error));
      return isGone ? undefined : unreadable(uri, error instanceof Error ? error.message : String(error));
    }
  }

  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Tells the client soon, once for all that changes meanwhile. */
  private announce(uri: string | undefined): void {
    if (uri !== undefined) this.changed.add(uri);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const params: LibraryChangedParams = { uris: this.changed.size > 100 ? null : [...this.changed] };
      this.changed.clear();
      void this.session.connection.sendNotification(libraryChangedNotification, params);
    }, gatheringTime);
  }
}

function first<Item>(set: ReadonlySet<Item>): Item | undefined {
  for (const item of set) return item;
  return undefined;
}
