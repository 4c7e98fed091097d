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
/** The same while the library is being read for the first time, when every answer holds more stories than the last one. */
const loadingTime = 1000;
/** When more stories than this changed at once, the whole library is asked for instead of each of them. */
const singleRequests = 3;

export function createLibrary(server: Server): StoryLibrary {
  const changed = new vscode.EventEmitter<ReadonlySet<string> | undefined>();
  const details = new Map<string, Promise<StoryDetails | undefined>>();
  let stories: readonly StorySummary[] = [];
  let loading: Promise<void> | undefined;
  let isComplete = false;
  let pending: Set<string> | 'all' | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fetchAll = async (): Promise<void> => {
    const answer = await server.request<Library>(libraryRequest, {});
    if (!answer) return;
    stories = answer.isComplete ? answer.stories : withOld(answer.stories, stories);
    ({ isComplete } = answer);
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

  const fetchSome = async (uris: ReadonlySet<string>): Promise<void> => {
    for (const uri of uris) details.delete(uri);
    const answers = await Promise.all(
      [...uris].map(async (uri) => ({ uri, summary: (await fetchDetails(uri))?.summary })),
    );
    const told = new Map(answers.map(({ uri, summary }) => [uri, summary]));
    const kept = stories.flatMap((story) => (told.has(story.uri) ? (told.get(story.uri) ?? []) : [story]));
    const before = new Set(stories.map(({ uri }) => uri));
    const added = answers.flatMap(({ uri, summary }) => (summary && !before.has(uri) ? [summary] : []));
    stories = [...kept, ...added];
    changed.fire(uris);
  };

  const update = async (): Promise<void> => {
    const wanted = pending;
    pending = undefined;
    timer = undefined;
    if (wanted === undefined) return;
    if (wanted === 'all' || !isComplete || wanted.size > singleRequests) await fetchAll();
    else if (wanted.size > 0) await fetchSome(wanted);
  };

  const subscriptions = [
    server.onDidChangeLibrary(({ uris }) => {
      if (uris === null) pending = 'all';
      else if (pending !== 'all') pending = new Set([...(pending ?? []), ...uris]);
      timer ??= setTimeout(() => void update(), isComplete ? gatheringTime : loadingTime);
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
