import { TextDocument } from 'vscode-languageserver-textdocument';
import { recordOf, unreadableRecord, type StoryRecord } from '../library/record';
import { detail, summarise } from '../library/summary';
import {
  libraryChangedNotification,
  summariesAtOnce,
  type Library,
  type LibraryChangedParams,
  type StoryDetails,
  type StorySummary,
} from '../protocol';
import { parseStory } from '../story/parseStory';
import { toRange } from './convert';
import { DeletedStories } from './deletedStories';
import { folderHolding } from './folders';
import { ReadingQueue, type ReadingBatch } from './readingQueue';
import { errorText, inBackground, isStoryUri, type OpenStory, type Session } from './session';
import { createStorySource, type StorySource } from './storySource';
import { createTwins, type LibraryTwins } from './twins';

/** How long changes are gathered before the client is told, in milliseconds: a checkout of a branch is one change. */
const gatheringTime = 50;

/** So many stories are waited for before they are compared with each other. */
const mostHeld = 2000;

/** Undefined where the story is gone. */
type ReadStory = readonly [uri: string, record: StoryRecord | undefined];

export interface CurrentStories {
  /** Those that are only listed so far (see `StorySummary.isReviewed`) among them. */
  readonly stories: readonly StorySummary[];
  /** Whether every story is there and reviewed. */
  readonly isComplete: boolean;
  /** What was made of each story when it was last read: another object means another text, or other settings. */
  readonly stamps: ReadonlyMap<string, unknown>;
}

/** What is known of each story of the workspace, and what is still to be read. */
export class LibraryIndex {
  private readonly summaries = new Map<string, StorySummary>();
  /** The stories that the folders hold, as last listed. */
  private files: ReadonlySet<string> = new Set();
  /** Closed stories that are to be read, for the first time or again. */
  private readonly queue: ReadingQueue;
  /** Stories that the client is still to be told of. */
  private readonly changed = new Set<string>();
  private isScanning = false;
  /** Whether the scan that is going on is to read again what is known, all of it or what is below these folders. */
  private readsAll = false;
  private readonly foldersToRead = new Set<string>();
  private isReading = false;
  /** Whether stories are being listed at this moment. */
  private isListing = false;
  /** Whether the client was told of all stories, be they reviewed or not. */
  private hasToldAll = false;
  /** Set when the library was asked for: a client without a view of it costs nothing. */
  private isWanted = false;
  private scanNumber = 0;
  private scanTimer: ReturnType<typeof setTimeout> | undefined;
  private tellTimer: ReturnType<typeof setTimeout> | undefined;

  readonly twins: LibraryTwins;
  private readonly source: StorySource;
  private readonly deleted: DeletedStories;

  constructor(private readonly session: Session) {
    this.source = createStorySource(session);
    this.deleted = new DeletedStories(session.documents, this.source);
    this.queue = new ReadingQueue(this.source);
    this.twins = createTwins(
      async (uri) => (this.deleted.has(uri) ? undefined : (await session.openStory(uri))?.review),
      (uris) => {
        this.twinsChanged(uris);
      },
      (uri, error) => {
        this.logFault(uri, error);
      },
    );
    session.completeReview = (uri, review, options) => this.twins.complete(uri, review, options);
  }

  private get isListed(): boolean {
    return !this.isScanning && !this.isListing && this.queue.hasListedAll;
  }

  private get isReviewed(): boolean {
    return !this.isScanning && !this.isReading && this.queue.isEmpty;
  }

  private get isComplete(): boolean {
    return this.isReviewed && this.changed.size === 0;
  }

  /** What there will be in the end: more than is known while stories are being read. */
  private get total(): number {
    return this.isComplete ? this.summaries.size : Math.max(this.files.size, this.summaries.size);
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
    this.hasToldAll = this.isListed && this.changed.size === 0;
    return { stories, isListed: this.hasToldAll, isComplete: this.isComplete, total: this.total };
  }

  /** All stories; those that were typed in a moment ago are summed up first. */
  async current(): Promise<CurrentStories> {
    const stories = this.all();
    const isComplete = this.isReviewed;
    const typedIn = await Promise.all([...this.changed].map((uri) => this.summariseOpen(uri)));
    return { stories: typedIn.some(Boolean) ? this.all() : stories, isComplete, stamps: this.summaries };
  }

  async listed(): Promise<readonly StorySummary[]> {
    for (;;) {
      const { stories } = await this.current();
      if (this.isListed) return stories;
      await new Promise((resolve) => setTimeout(resolve, gatheringTime));
    }
  }

  linksOf(uri: string): readonly string[] | undefined {
    const mayBeOlder = !this.isReviewed || this.session.documents.get(uri) !== undefined;
    return mayBeOlder ? undefined : this.twins.index.fingerprint(uri)?.links;
  }

  async textOf(uri: string): Promise<string> {
    return this.session.documents.get(uri)?.getText() ?? this.source.read(uri);
  }

  /** Sums up a story anew where it is open; whether it is. One that cannot be reviewed keeps the summary it had. */
  private async summariseOpen(uri: string): Promise<boolean> {
    if (!this.session.documents.get(uri) || this.deleted.has(uri)) return false;
    try {
      const opened = await this.session.openStory(uri);
      if (opened) this.summaries.set(uri, summarise(uri, opened.review));
      else if (this.session.documents.get(uri)) this.forget(uri);
      return opened !== undefined;
    } catch (error) {
      this.logFault(uri, error);
      return false;
    }
  }

  /** Stories are switched off where this one is, or its file is gone. */
  private forget(uri: string): void {
    this.summaries.delete(uri);
    this.twins.remove(uri);
  }

  private logFault(uri: string, error: unknown): void {
    this.session.connection.console.error(`${uri} could not be reviewed: ${errorText(error)}`);
  }

  async details(uri: string): Promise<StoryDetails | null> {
    const opened = await this.open(uri);
    return opened && detail(uri, opened.review, (span) => toRange(span, opened.document));
  }

  async open(uri: string): Promise<OpenStory | null> {
    const opened = await this.session.openStory(uri);
    if (opened) return opened;
    const known = this.summaries.get(uri);
    if (!known) return null;
    try {
      const text = await this.source.read(uri);
      const document = TextDocument.create(uri, 'markdown', 0, text);
      const { options } = await this.source.settingsFor(uri);
      const review = this.session.reviewer.review(parseStory(text), options);
      if (!known.isReviewed) this.take([[uri, recordOf(uri, review)]]);
      return { document, review: this.twins.complete(uri, review, options) };
    } catch (error) {
      this.session.connection.console.warn(`${uri} could not be read: ${errorText(error)}`);
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
    else if (this.files.has(uri)) this.read([uri]);
    else {
      // Only a listing knows whether a new file is excluded.
      this.remove(uri);
      this.scanSoon();
    }
  }

  /** A story was opened, or its file came or was written: see `DeletedStories`. */
  async fileSeen(uri: string): Promise<void> {
    if (!this.session.documents.get(uri)) return;
    const wasDeleted = this.deleted.has(uri);
    await this.deleted.look(uri);
    if (wasDeleted) this.touch(uri);
  }

  closed(uri: string): void {
    this.deleted.forget(uri);
    // What was typed and not saved is gone: the file speaks again.
    this.touch(uri);
  }

  private typed(uri: string): void {
    if (this.deleted.has(uri)) {
      this.removeDeleted(uri);
      return;
    }
    // Its own review is the one that counts.
    this.queue.delete(uri);
    this.tell(uri);
    this.twins.touch(uri);
  }

  /** Folders came, went or changed as a whole. */
  foldersChanged(folders: readonly string[]): void {
    if (!this.isWanted) return;
    for (const folder of folders) this.foldersToRead.add(folder);
    this.scanSoon();
  }

  /** Somebody looks at these stories. */
  putFirst(uris: readonly string[]): void {
    this.queue.putFirst(uris);
  }

  remove(uri: string): void {
    this.queue.delete(uri);
    if (this.session.documents.get(uri)) {
      inBackground(this.session, 'A story could not be looked for', this.removeOpen(uri));
      return;
    }
    if (!this.summaries.delete(uri)) return;
    this.twins.remove(uri);
    this.tell(uri);
  }

  /** A file that is deleted while its editor is open lives on there for as long as it holds what was not saved. */
  private async removeOpen(uri: string): Promise<void> {
    await this.deleted.look(uri);
    if (this.deleted.has(uri)) this.removeDeleted(uri);
  }

  private removeDeleted(uri: string): void {
    if (!this.summaries.has(uri)) return;
    this.forget(uri);
    this.tell(uri);
  }

  private scanSoon(): void {
    this.scanTimer ??= setTimeout(() => {
      this.scan(false);
    }, gatheringTime);
  }

  private scan(readsAll: boolean): void {
    clearTimeout(this.scanTimer);
    this.scanTimer = undefined;
    if (!this.isWanted) return;
    const number = ++this.scanNumber;
    this.isScanning = true;
    this.session.host.background?.prepare();
    this.readsAll ||= readsAll;
    const scanned = this.source.list().then((found) => {
      // A later scan does all that this one was to do.
      if (number !== this.scanNumber) return;
      const folders = [...this.foldersToRead];
      const isStale = (uri: string): boolean =>
        this.readsAll || !this.summaries.has(uri) || folderHolding(uri, folders) !== undefined;
      const stale = [...found].filter(isStale);
      this.isScanning = false;
      this.readsAll = false;
      this.foldersToRead.clear();
      this.files = found;
      for (const uri of new Set([...this.summaries.keys(), ...this.queue.uris()]))
        if (!found.has(uri)) this.remove(uri);
      for (const { uri } of this.session.documents.all()) {
        if (!isStoryUri(uri)) continue;
        this.typed(uri);
        if (this.deleted.has(uri)) void this.fileSeen(uri);
      }
      this.read(stale);
    });
    inBackground(this.session, 'The stories could not be listed', scanned);
  }

  /** What is known of a story goes on being shown until it was reviewed again; what is not known is listed first. */
  private read(uris: Iterable<string>): void {
    for (const uri of uris) {
      if (this.session.documents.get(uri)) continue;
      const isKnown = this.summaries.get(uri)?.isReviewed === true;
      this.hasToldAll &&= isKnown;
      this.queue.add(uri, isKnown ? 'review' : 'listing');
    }
    if (!this.isReading) inBackground(this.session, 'The library could not be read', this.readAll());
  }

  private async readAll(): Promise<void> {
    this.isReading = true;
    try {
      await this.readQueue();
    } finally {
      this.isReading = false;
      this.tell();
    }
  }

  private async readQueue(): Promise<void> {
    /** Listed stories whose review was known from before: they are compared with each other once, when all are there. */
    let reviewed: ReadStory[] = [];
    for (let reading = this.startBatch(); reading;) {
      const { uris, depth, records } = reading;
      const found = await records;
      // The next stories are read while these are taken in.
      reading = this.startBatch();
      // Meanwhile a story may have been opened, taken out of the library, or changed again.
      const isDue = (uri: string): boolean =>
        !this.session.documents.get(uri) && this.files.has(uri) && !this.queue.has(uri);
      const read = uris.flatMap((uri, index) => (isDue(uri) ? [[uri, found[index]] as const] : []));
      const isHeld = ([, record]: ReadStory): boolean => depth === 'listing' && record?.print !== undefined;
      reviewed.push(...read.filter(isHeld));
      this.take(read.filter((one) => !isHeld(one)));
      if (this.isListing && reviewed.length < mostHeld) continue;
      this.take(reviewed);
      reviewed = [];
      reading ??= this.startBatch();
    }
  }

  private startBatch(): (ReadingBatch & { records: Promise<(StoryRecord | undefined)[]> }) | undefined {
    const batch = this.queue.next();
    this.isListing = batch?.depth === 'listing';
    if (!batch) return undefined;
    const { uris, depth } = batch;
    const records = this.source.summarise(uris, depth, this.queue.isEmpty).catch((error: unknown) => {
      this.session.connection.console.error(`Stories could not be read: ${errorText(error)}`);
      return uris.map((uri) => unreadableRecord(uri, errorText(error)));
    });
    return { ...batch, records };
  }

  /** Takes in what was read of stories; undefined stands for one that is gone. */
  private take(records: readonly ReadStory[]): void {
    for (const [uri, record] of records) {
      this.queue.delete(uri);
      if (record) this.summaries.set(uri, record.summary);
      else this.summaries.delete(uri);
      if (record?.summary.isReviewed === false) this.queue.add(uri, 'review');
      this.tell(uri);
    }
    this.twins.setAll(records);
  }

  /** Stories have other twins than before: those that are open are reviewed anew, and lists count anew. */
  private twinsChanged(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.tell(uri);
    if ([...uris].some((uri) => this.session.documents.get(uri))) this.session.refreshDiagnostics?.();
  }

  /** Tells the client soon, once for all that changes meanwhile. */
  private tell(uri?: string, delay = gatheringTime): void {
    if (uri !== undefined) this.changed.add(uri);
    this.tellTimer ??= setTimeout(() => {
      this.tellTimer = undefined;
      inBackground(this.session, 'The library could not be told of', this.sendChanges());
    }, delay);
  }

  private async sendChanges(): Promise<void> {
    const uris = [...this.changed].slice(0, summariesAtOnce);
    for (const uri of uris) this.changed.delete(uri);
    if (this.changed.size > 0) this.tell(undefined, 0);
    // Open stories are summed up only now, and not at each key.
    for (const uri of uris) await this.summariseOpen(uri);
    const summaries = uris.flatMap((uri) => this.summaryOf(uri) ?? []);
    this.hasToldAll ||= this.isListed && this.changed.size === 0;
    const { isComplete, hasToldAll: isListed, total } = this;
    const params: LibraryChangedParams = { uris, summaries, isListed, isComplete, total };
    await this.session.connection.sendNotification(libraryChangedNotification, params);
  }
}
