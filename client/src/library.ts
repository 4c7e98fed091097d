import * as vscode from 'vscode';
import {
  libraryRequest,
  lookedAtNotification,
  storyRequest,
  type Library,
  type LibraryChangedParams,
  type LookedAtParams,
  type StoryDetails,
  type StoryParams,
  type StorySummary,
} from '../../server/src/protocol';
import { KnownStories } from './knownStories';
import type { Server } from './server';

/** The stories as the server last told of them, kept up to date while it runs. */
export interface StoryLibrary {
  readonly stories: readonly StorySummary[];
  /** Whether all stories are there; some may not be reviewed yet (see `StorySummary.isReviewed`). */
  readonly isListed: boolean;
  /** Whether all stories have been reviewed since the server started. */
  readonly isComplete: boolean;
  /** How many stories there will be once all have been read, as far as that is known. */
  readonly total: number;
  /** The story with this URI; undefined where there is none. */
  story(uri: string): StorySummary | undefined;
  /** Starts the server if need be and resolves once the library was told: to false where that failed, and the next call tries again. */
  load(): Promise<boolean>;
  /** Has these stories reviewed before the others, as far as they are still to be reviewed: somebody looks at them. */
  lookAt(uris: readonly string[]): void;
  /** Asks for everything again; resolves to whether the server runs and has answered. */
  reload(): Promise<boolean>;
  /** One story in detail; undefined where there is no such story or no server. */
  details(uri: string): Promise<StoryDetails | undefined>;
  /** Fires with the URIs of the stories that changed, came or went; with undefined when any may have. */
  readonly onDidChange: vscode.Event<ReadonlySet<string> | undefined>;
  dispose(): void;
}

/** Changes are gathered for this long, in milliseconds, so that typing does not redraw the tree at every key. */
const gatheringTime = 250;
/** The same while the library is being read for the first time, when one change follows the other. */
const loadingTime = 500;

const nothingTold: Omit<Library, 'stories'> = { isListed: false, isComplete: false, total: 0 };

/** A library that knows nothing until it is loaded, and forgets all when the server stops. */
export function createLibrary(server: Server): StoryLibrary {
  return new ServerLibrary(server);
}

/** Asks the server for its stories, takes what it tells of them, and passes both on. */
class ServerLibrary implements StoryLibrary {
  private readonly changed = new vscode.EventEmitter<ReadonlySet<string> | undefined>();
  readonly onDidChange = this.changed.event;
  private readonly known = new KnownStories();
  private readonly detailsByUri = new Map<string, Promise<StoryDetails | undefined>>();
  private states = nothingTold;
  private loading: Promise<boolean> | undefined;
  /** Stories that somebody looks at, of which the server is still to be told. */
  private lookedAt = new Set<string>();
  /** What the server has told since the last update: the new summary of each story, or that it is gone; or that all is to be asked for. */
  private pending = new Map<string, StorySummary | undefined>();
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.subscriptions = [
      server.onDidChangeLibrary((params) => {
        this.takeChanges(params);
      }),
      server.onDidChangeRunning((isRunning) => {
        if (!isRunning) this.forgetAll();
      }),
    ];
  }

  get stories(): readonly StorySummary[] {
    return this.known.all;
  }

  get total(): number {
    return Math.max(this.states.total, this.known.count);
  }

  get isListed(): boolean {
    return this.states.isListed;
  }

  get isComplete(): boolean {
    return this.states.isComplete;
  }

  story(uri: string): StorySummary | undefined {
    return this.known.get(uri);
  }

  load(): Promise<boolean> {
    if (this.loading) return this.loading;
    const loading = this.reload().then((isLoaded) => {
      // What could not be started, or did not answer, may be asked again later.
      if (!isLoaded && this.loading === loading) this.loading = undefined;
      return isLoaded;
    });
    this.loading = loading;
    return loading;
  }

  async reload(): Promise<boolean> {
    return (await this.server.start()) && (await this.fetchAll());
  }

  lookAt(uris: readonly string[]): void {
    const unread = uris.filter((uri) => this.known.get(uri)?.isReviewed === false);
    if (unread.length === 0) return;
    // Lines are drawn one by one: the server is told of them together.
    if (this.lookedAt.size === 0)
      setTimeout(() => {
        this.tellLookedAt();
      }, 0);
    for (const uri of unread) this.lookedAt.add(uri);
  }

  details(uri: string): Promise<StoryDetails | undefined> {
    const cached = this.detailsByUri.get(uri);
    if (cached) return cached;
    const asked = this.server
      .request<StoryDetails | null>(storyRequest, { uri } satisfies StoryParams)
      .then((answer) => answer ?? undefined);
    this.detailsByUri.set(uri, asked);
    return asked;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Whether the server has answered. */
  private async fetchAll(): Promise<boolean> {
    const answer = await this.server.request<Library>(libraryRequest, {});
    if (!answer) return false;
    const { stories, ...states } = answer;
    this.states = states;
    // While the server is still reading, the outline keeps its shape.
    this.known.confirmAll(stories, states.isComplete);
    this.detailsByUri.clear();
    this.changed.fire(undefined);
    return true;
  }

  private tellLookedAt(): void {
    const uris = [...this.lookedAt];
    this.lookedAt = new Set();
    void this.server.notify(lookedAtNotification, { uris } satisfies LookedAtParams);
  }

  private takeChanges({ uris, summaries, ...told }: LibraryChangedParams): void {
    if (uris === null || !summaries) this.isStale = true;
    for (const uri of uris ?? []) this.pending.set(uri, undefined);
    for (const summary of summaries ?? []) this.pending.set(summary.uri, summary);
    const { isListed, isComplete, total } = this.states;
    const isFurther = (told.isListed === true && !isListed) || (told.isComplete === true && !isComplete);
    this.states = {
      isListed: told.isListed ?? isListed,
      isComplete: told.isComplete ?? isComplete,
      total: told.total ?? total,
    };
    // The last part of the list, and that of the reviews, is shown as soon as it is there.
    if (isFurther) this.update();
    else
      this.timer ??= setTimeout(
        () => {
          this.update();
        },
        this.isComplete ? gatheringTime : loadingTime,
      );
  }

  private update(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.isStale) {
      this.applyChanges();
      return;
    }
    this.isStale = false;
    this.pending.clear();
    void this.fetchAll();
  }

  private applyChanges(): void {
    const told = this.pending;
    this.pending = new Map();
    for (const [uri, story] of told) this.known.confirm(uri, story);
    const gone = this.isComplete ? this.known.dropUnconfirmed() : [];
    const uris = new Set([...told.keys(), ...gone]);
    for (const uri of uris) this.detailsByUri.delete(uri);
    this.changed.fire(uris);
  }

  private forgetAll(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
    this.isStale = false;
    this.loading = undefined;
    this.states = nothingTold;
    this.known.clear();
    this.detailsByUri.clear();
    this.changed.fire(undefined);
  }
}
