import { FileChangeType, SymbolKind, type FileEvent, type WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fingerprint } from '../library/fingerprint';
import { unreadableRecord } from '../library/record';
import { detail, summarise } from '../library/summary';
import {
  foldersChangedNotification,
  libraryChangedNotification,
  libraryRequest,
  storyRequest,
  summariesAtOnce,
  type FoldersChangedParams,
  type Library,
  type LibraryChangedParams,
  type StoryDetails,
  type StoryParams,
  type StorySummary,
} from '../protocol';
import { parseStory } from '../story/parseStory';
import { toRange } from './convert';
import { createStorySource, type StorySource } from './storySource';
import { createTwins, type LibraryTwins } from './twins';
import { errorText, isStoryUri, type OpenStory, type Session } from './session';

/** How long changes are gathered before the client is told, in milliseconds: a checkout of a branch is one change. */
const gatheringTime = 50;

/** How many stories are read before the client is told of them: in a thread of their own, and where typing has to come in between. */
const batchSize = { elsewhere: 64, here: 4 };

export interface CurrentStories {
  readonly stories: readonly StorySummary[];
  readonly isComplete: boolean;
  /** What was made of each story when it was last read: another object means another text, or other settings. */
  readonly stamps: ReadonlyMap<string, unknown>;
}

/** The stories of the workspace: read in the background, kept true by file events and by what is typed. */
export interface LibraryService {
  /** Reads all stories again, for instance because settings or folders changed. */
  rescan(): void;
  filesChanged(events: readonly FileEvent[]): void;
  /** The stories whose title, tags or principles hold the query, as symbols of the workspace. */
  symbols(query: string): WorkspaceSymbol[];
  /** All stories as they are now, unsaved changes included; the first call has them read. */
  stories(): Promise<CurrentStories>;
  /** The text of a story, with its unsaved changes where it is open. Rejects where it cannot be read. */
  textOf(uri: string): Promise<string>;
  /** A story of the library with all that is known of it, whether it is open or not; null where there is no such story or it cannot be read. */
  open(uri: string): Promise<OpenStory | null>;
  /** All stories once each of them has been read. */
  complete(): Promise<readonly StorySummary[]>;
  /** What is kept of a story to compare it with others; of an open one it may be a moment old. */
  fingerprint(uri: string): Fingerprint | undefined;
}

export function provideLibrary(session: Session): LibraryService {
  const library = new LibraryIndex(session);
  const { connection, documents } = session;
  connection.onRequest(libraryRequest, () => library.list());
  connection.onNotification(foldersChangedNotification, ({ folders }: FoldersChangedParams) => {
    library.foldersChanged(folders);
  });
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
    stories: () => library.current(),
    textOf: (uri) => library.textOf(uri),
    open: (uri) => library.open(uri),
    complete: () => library.complete(),
    fingerprint: (uri) => library.twins.index.fingerprint(uri),
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
  /** Whether the scan that is going on is to read again what is known, all of it or what is below these folders. */
  private readsAll = false;
  private readonly foldersToRead = new Set<string>();
  private isReading = false;
  /** Set when the library was asked for: a client without a view of it costs nothing. */
  private isWanted = false;
  private scanNumber = 0;
  private scanTimer: ReturnType<typeof setTimeout> | undefined;
  private tellTimer: ReturnType<typeof setTimeout> | undefined;

  readonly twins: LibraryTwins;

  private readonly source: StorySource;

  constructor(private readonly session: Session) {
    this.source = createStorySource(session);
    this.twins = createTwins(
      async (uri) => (await session.openStory(uri))?.review,
      (uris) => {
        this.twinsChanged(uris);
      },
    );
    session.completeReview = (uri, review, options) => this.twins.complete(uri, review, options);
  }

  private get isComplete(): boolean {
    return !this.isScanning && !this.isReading && this.stale.size === 0 && this.changed.size === 0;
  }

  /** What there will be in the end: more than is known while stories are being read. */
  private get total(): number {
    return this.isComplete ? this.summaries.size : Math.max(this.listed.size, this.summaries.size);
  }

  /** All stories that are known, by URI. The first call has them read. */
  all(): StorySummary[] {
    if (!this.isWanted) {
      this.isWanted = true;
      this.rescan();
    }
    return [...this.summaries.keys()].sort().flatMap((uri) => this.summaryOf(uri) ?? []);
  }

  /** A story's summary, with what its twins add to it. */
  private summaryOf(uri: string): StorySummary | undefined {
    const summary = this.summaries.get(uri);
    // The review of an open story knows its twins.
    if (!summary || this.session.documents.get(uri)) return summary;
    return this.twins.completeSummary(summary, this.source.lastOptions(uri));
  }

  /** What the client is told at once; the rest of a large library follows. */
  list(): Library {
    const stories = this.all();
    for (const { uri } of stories.splice(summariesAtOnce)) this.tell(uri);
    return { stories, isComplete: this.isComplete, total: this.total };
  }

  /** All stories; those that were typed in a moment ago are summed up first. */
  async current(): Promise<CurrentStories> {
    const stories = this.all();
    const isComplete = !this.isScanning && !this.isReading && this.stale.size === 0;
    const typedIn = await Promise.all([...this.changed].map((uri) => this.summariseOpen(uri)));
    return { stories: typedIn.some(Boolean) ? this.all() : stories, isComplete, stamps: this.summaries };
  }

  async complete(): Promise<readonly StorySummary[]> {
    for (;;) {
      const { stories, isComplete } = await this.current();
      if (isComplete) return stories;
      await new Promise((resolve) => setTimeout(resolve, gatheringTime));
    }
  }

  async textOf(uri: string): Promise<string> {
    return this.session.documents.get(uri)?.getText() ?? this.source.read(uri);
  }

  /** Sums up a story anew where it is open; whether it is. */
  private async summariseOpen(uri: string): Promise<boolean> {
    const opened = this.session.documents.get(uri) ? await this.session.openStory(uri) : undefined;
    if (opened) this.summaries.set(uri, summarise(uri, opened.review));
    return opened !== undefined;
  }

  symbols(query: string): WorkspaceSymbol[] {
    const wanted = query.trim().toLowerCase();
    return this.all()
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
    const opened = await this.open(uri);
    return opened && detail(uri, opened.review, (span) => toRange(span, opened.document));
  }

  async open(uri: string): Promise<OpenStory | null> {
    const opened = await this.session.openStory(uri);
    if (opened) return opened;
    if (!this.summaries.has(uri)) return null;
    try {
      const text = await this.source.read(uri);
      const document = TextDocument.create(uri, 'markdown', 0, text);
      const { options } = await this.source.settingsFor(uri);
      const review = this.twins.complete(
        uri,
        this.session.reviewer.review(parseStory(text), options),
        options,
      );
      return { document, review };
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
    if (this.session.documents.get(uri)) this.typed(uri);
    else if (this.listed.has(uri)) this.read([uri]);
    else {
      // Only a listing knows whether a new file is excluded.
      this.remove(uri);
      this.scanTimer ??= setTimeout(() => {
        this.scan(false);
      }, gatheringTime);
    }
  }

  private typed(uri: string): void {
    this.tell(uri);
    this.twins.touch(uri);
  }

  /** Folders came, went or changed as a whole. */
  foldersChanged(folders: readonly string[]): void {
    if (!this.isWanted) return;
    for (const folder of folders) this.foldersToRead.add(folder.replace(/\/?$/, '/'));
    this.scanTimer ??= setTimeout(() => {
      this.scan(false);
    }, gatheringTime);
  }

  remove(uri: string): void {
    this.stale.delete(uri);
    // A file that is deleted while its editor is open lives on there until that is closed.
    if (this.session.documents.get(uri)) return;
    if (!this.summaries.delete(uri)) return;
    this.twins.set(uri, undefined);
    this.tell(uri);
  }

  private scan(readsAll: boolean): void {
    clearTimeout(this.scanTimer);
    this.scanTimer = undefined;
    if (!this.isWanted) return;
    const number = ++this.scanNumber;
    this.isScanning = true;
    this.readsAll ||= readsAll;
    void this.source.list().then((found) => {
      // A later scan does all that this one was to do.
      if (number !== this.scanNumber) return;
      const folders = [...this.foldersToRead];
      const isStale = (uri: string): boolean =>
        this.readsAll || !this.summaries.has(uri) || folders.some((folder) => uri.startsWith(folder));
      const stale = [...found].filter(isStale);
      this.isScanning = false;
      this.readsAll = false;
      this.foldersToRead.clear();
      this.listed = found;
      for (const uri of new Set([...this.summaries.keys(), ...this.stale]))
        if (!found.has(uri)) this.remove(uri);
      for (const { uri } of this.session.documents.all()) if (isStoryUri(uri)) this.typed(uri);
      this.read(stale);
    });
  }

  private read(uris: Iterable<string>): void {
    for (const uri of uris) if (!this.session.documents.get(uri)) this.stale.add(uri);
    if (!this.isReading) void this.readStale();
  }

  private async readStale(): Promise<void> {
    this.isReading = true;
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      const records = await this.source.summarise(batch, this.stale.size === 0).catch((error: unknown) => {
        this.session.connection.console.error(`Stories could not be read: ${errorText(error)}`);
        return batch.map((uri) => unreadableRecord(uri, errorText(error)));
      });
      batch.forEach((uri, index) => {
        const record = records[index];
        // Meanwhile it may have been opened, taken out of the library, or changed again.
        if (this.session.documents.get(uri) || !this.listed.has(uri) || this.stale.has(uri)) return;
        if (record) this.summaries.set(uri, record.summary);
        else this.summaries.delete(uri);
        this.twins.set(uri, record);
        this.tell(uri);
      });
    }
    this.isReading = false;
    this.tell();
  }

  /** The next stale stories of one folder, which can be read in the same place with the same settings. */
  private nextBatch(): string[] {
    const batch: string[] = [];
    const size = this.source.isReadElsewhere(this.stale.values().next().value ?? '')
      ? batchSize.elsewhere
      : batchSize.here;
    for (const uri of this.stale) {
      if (batch.length === size || this.source.folderOf(uri) !== this.source.folderOf(batch[0] ?? uri)) break;
      batch.push(uri);
    }
    for (const uri of batch) this.stale.delete(uri);
    return batch;
  }

  /** Stories have other twins than before: those that are open are reviewed anew, and lists count anew. */
  private twinsChanged(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.tell(uri);
    if ([...uris].some((uri) => this.session.documents.get(uri))) this.session.refreshDiagnostics?.();
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
    const uris = [...this.changed].slice(0, summariesAtOnce);
    for (const uri of uris) this.changed.delete(uri);
    if (this.changed.size > 0) this.tell();
    // Open stories are summed up only now, and not at each key.
    for (const uri of uris) {
      if (!this.session.documents.get(uri)) continue;
      const opened = await this.session.openStory(uri);
      if (opened) this.summaries.set(uri, summarise(uri, opened.review));
      else {
        this.summaries.delete(uri);
        this.twins.set(uri, undefined);
      }
    }
    const summaries = uris.flatMap((uri) => this.summaryOf(uri) ?? []);
    const { isComplete, total } = this;
    const params: LibraryChangedParams = { uris, summaries, isComplete, total };
    await this.session.connection.sendNotification(libraryChangedNotification, params);
  }
}
