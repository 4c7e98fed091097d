import * as vscode from 'vscode';
import {
  libraryRequest,
  storyRequest,
  type Library,
  type StoryDetails,
  type StoryParams,
  type StorySummary,
} from '../../server/src/protocol';
import type { Server } from './server';

/** The stories as the server last told of them, kept up to date while it runs. */
export interface StoryLibrary {
  readonly stories: readonly StorySummary[];
  /** Whether all stories have been read since the server started. */
  readonly isComplete: boolean;
  /** Starts the server if need be and resolves once the library was told. */
  load(): Promise<void>;
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
  let stories: readonly StorySummary[] = [];
  let loading: Promise<void> | undefined;
  let isComplete = false;
  /** What the server has told since the last update: the new summary of each story, or that it is gone; or that all is to be asked for. */
  let pending = new Map<string, StorySummary | undefined>();
  let isStale = false;
  /** Whether stories of a server that ended are shown until the new one has read all. */
  let holdsOld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fetchAll = async (): Promise<void> => {
    const answer = await server.request<Library>(libraryRequest, {});
    if (!answer) return;
    ({ isComplete } = answer);
    holdsOld = !isComplete && stories.length > 0;
    stories = holdsOld ? withOld(answer.stories, stories) : answer.stories;
    details.clear();
    changed.fire(undefined);
  };

  const fetchDetails = (uri: string): Promise<StoryDetails | undefined> => {
    const known = details.get(uri);
    if (known) return known;
    const asked = server
      .request<StoryDetails | null>(storyRequest, { uri } satisfies StoryParams)
      .then((answer) => answer ?? undefined);
    details.set(uri, asked);
    return asked;
  };

  const applyChanges = (): void => {
    const told = pending;
    pending = new Map();
    for (const uri of told.keys()) details.delete(uri);
    const kept = stories.filter(({ uri }) => !told.has(uri));
    stories = [...kept, ...[...told.values()].filter((summary) => summary !== undefined)];
    changed.fire(new Set(told.keys()));
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
    server.onDidChangeLibrary(({ uris, summaries, isComplete: isCompleteNow }) => {
      if (uris === null || !summaries) isStale = true;
      for (const uri of uris ?? []) pending.set(uri, undefined);
      for (const summary of summaries ?? []) pending.set(summary.uri, summary);
      const wasComplete = isComplete;
      isComplete = isCompleteNow ?? isComplete;
      if (isComplete && holdsOld) isStale = true;
      if (wasComplete || !isComplete)
        timer ??= setTimeout(() => void update(), isComplete ? gatheringTime : loadingTime);
      else {
        // The last part of the library is shown as soon as it is there.
        clearTimeout(timer);
        void update();
      }
    }),
    server.onDidChangeRunning((isRunning) => {
      if (isRunning) return;
      loading = undefined;
      isComplete = false;
      stories = [];
      details.clear();
      changed.fire(undefined);
    }),
  ];

  return {
    get stories() {
      return stories;
    },
    get isComplete() {
      return isComplete;
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

/**
 * What is known while a server that was started again is still reading: its stories, and the old ones that it has not come to yet, so
 * that the outline keeps its shape.
 */
function withOld(told: readonly StorySummary[], old: readonly StorySummary[]): StorySummary[] {
  const uris = new Set(told.map(({ uri }) => uri));
  return [...told, ...old.filter(({ uri }) => !uris.has(uri))];
}
