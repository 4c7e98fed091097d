import { FileChangeType, type FileEvent, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Fingerprint } from '../library/fingerprint';
import {
  foldersChangedNotification,
  libraryRequest,
  lookedAtNotification,
  storyRequest,
  type FoldersChangedParams,
  type LookedAtParams,
  type StoryParams,
  type StorySummary,
} from '../protocol';
import { LibraryIndex, type CurrentStories } from './libraryIndex';
import type { OpenStory, Session } from './session';
import { workspaceSymbols } from './symbols';

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
  /** All stories once each of them is listed: their reviews may be still to come. */
  listed(): Promise<readonly StorySummary[]>;
  /** All stories once each of them has been reviewed. */
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
  connection.onNotification(lookedAtNotification, ({ uris }: LookedAtParams) => {
    library.putFirst(uris);
  });
  connection.onRequest(storyRequest, ({ uri }: StoryParams) => library.details(uri));
  documents.onDidChangeContent(({ document }) => {
    session.host.background?.giveWay();
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
    symbols: (query) => workspaceSymbols(library.all(), query),
    stories: () => library.current(),
    textOf: (uri) => library.textOf(uri),
    open: (uri) => library.open(uri),
    listed: () => library.listed(),
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
