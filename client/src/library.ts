import * as vscode from 'vscode';
import {
  libraryRequest,
  lookedAtNotification,
  storyRequest,
  type Library,
  type LookedAtParams,
  type StoryDetails,
  type StoryParams,
  type StorySummary,
} from '../../server/src/protocol';
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
  /** Starts the server if need be and resolves once the library was told. */
  load(): Promise<void>;
  /** Has these stories reviewed before the others, as far as they are still to be reviewed: somebody looks at them. */
  lookAt(uris: readonly string[]): void;
  /** Asks for everything again. */
  reload(): Promise<void>;
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

export function createLibrary(server: Server): StoryLibrary {
  const changed = new vscode.EventEmitter<ReadonlySet<string> | undefined>();
  const details = new Map<string, Promise<StoryDetails | undefined>>();
  const known = new Map<string, StorySummary>();
  /** The same as a list, made when it is asked for. */
  let listed: readonly StorySummary[] | undefined;
  let total = 0;
  let loading: Promise<void> | undefined;
  let isListed = false;
  let isComplete = false;
  /** Stories that somebody looks at, of which the server is still to be told. */
  let lookedAt = new Set<string>();
  /** What the server has told since the last update: the new summary of each story, or that it is gone; or that all is to be asked for. */
  let pending = new Map<string, StorySummary | undefined>();
  let isStale = false;
  /** Stories of the time before all was asked for again: they are shown until the server has told of them, or of all others. */
  let unconfirmed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const confirm = (uri: string, story: StorySummary | undefined): void => {
    listed = undefined;
    unconfirmed.delete(uri);
    if (story) known.set(uri, story);
    else known.delete(uri);
  };

  const fetchAll = async (): Promise<void> => {
    const answer = await server.request<Library>(libraryRequest, {});
    if (!answer) return;
    ({ isListed, isComplete, total } = answer);
    // While the server is still reading, the outline keeps its shape.
    if (isComplete) known.clear();
    listed = undefined;
    unconfirmed = new Set(known.keys());
    for (const story of answer.stories) confirm(story.uri, story);
    details.clear();
    changed.fire(undefined);
  };

  const fetchDetails = (uri: string): Promise<StoryDetails | undefined> => {
    const cached = details.get(uri);
    if (cached) return cached;
    const asked = server
      .request<StoryDetails | null>(storyRequest, { uri } satisfies StoryParams)
      .then((answer) => answer ?? undefined);
    details.set(uri, asked);
    return asked;
  };

  const tellLookedAt = (): void => {
    const uris = [...lookedAt];
    lookedAt = new Set();
    void server.notify(lookedAtNotification, { uris } satisfies LookedAtParams);
  };

  const applyChanges = (): void => {
    const told = pending;
    pending = new Map();
    for (const [uri, story] of told) confirm(uri, story);
    const gone = isComplete ? [...unconfirmed] : [];
    for (const uri of gone) confirm(uri, undefined);
    const uris = new Set([...told.keys(), ...gone]);
    for (const uri of uris) details.delete(uri);
    changed.fire(uris);
  };

  const update = async (): Promise<void> => {
    timer = undefined;
    if (isStale) {
      isStale = false;
      pending.clear();
      await fetchAll();
    } else applyChanges();
  };

  const subscriptions = [
    server.onDidChangeLibrary(({ uris, summaries, total: totalNow, ...states }) => {
      if (uris === null || !summaries) isStale = true;
      for (const uri of uris ?? []) pending.set(uri, undefined);
      for (const summary of summaries ?? []) pending.set(summary.uri, summary);
      const isFurther =
        (states.isListed === true && !isListed) || (states.isComplete === true && !isComplete);
      isListed = states.isListed ?? isListed;
      isComplete = states.isComplete ?? isComplete;
      total = totalNow ?? total;
      if (!isFurther) timer ??= setTimeout(() => void update(), isComplete ? gatheringTime : loadingTime);
      else {
        // The last part of the list, and that of the reviews, is shown as soon as it is there.
        clearTimeout(timer);
        void update();
      }
    }),
    server.onDidChangeRunning((isRunning) => {
      if (isRunning) return;
      loading = undefined;
      isListed = false;
      isComplete = false;
      total = 0;
      known.clear();
      listed = undefined;
      details.clear();
      changed.fire(undefined);
    }),
  ];

  return {
    get stories() {
      return (listed ??= [...known.values()]);
    },
    story: (uri) => known.get(uri),
    get total() {
      return Math.max(total, known.size);
    },
    get isListed() {
      return isListed;
    },
    get isComplete() {
      return isComplete;
    },
    lookAt: (uris) => {
      const unread = uris.filter((uri) => known.get(uri)?.isReviewed === false);
      if (unread.length === 0) return;
      // Lines are drawn one by one: the server is told of them together.
      if (lookedAt.size === 0) setTimeout(tellLookedAt, 0);
      for (const uri of unread) lookedAt.add(uri);
    },
    load: () => {
      loading ??= server.start().then(async (isRunning) => {
        if (isRunning) await fetchAll();
        // What could not be started may be started later.
        else loading = undefined;
      });
      return loading;
    },
    reload: async () => {
      if (await server.start()) await fetchAll();
    },
    details: fetchDetails,
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(timer);
      changed.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
