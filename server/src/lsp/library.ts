import { FileChangeType, type FileEvent, type WorkspaceSymbol } from 'vscode-languageserver';
import {
  libraryRequest,
  lookedAtNotification,
  storyRequest,
  type LookedAtParams,
  type StoryParams,
  type StorySummary,
} from '../protocol';
import { LibraryIndex, type CurrentStories } from './libraryIndex';
import { isStoryUri, type OpenStory, type Session } from './session';
import { workspaceSymbols } from './symbols';

/** The stories of the workspace: read in the background, kept true by file events and by what is typed. */
export interface LibraryService {
  /** Reads all stories again, for instance because settings or folders changed. */
  rescan(): void;
  filesChanged(events: readonly FileEvent[]): void;
  /** Lists the stories in these folders again, and reads those below them. */
  foldersChanged(folders: readonly string[]): void;
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
  /** The stories that a story links to, as canonical URIs; undefined where what is known of it may be older than the story. */
  linksOf(uri: string): readonly string[] | undefined;
}

export function provideLibrary(session: Session): LibraryService {
  const library = new LibraryIndex(session);
  const { connection, documents } = session;
  connection.onRequest(libraryRequest, () => library.list());
  connection.onNotification(lookedAtNotification, ({ uris }: LookedAtParams) => {
    library.putFirst(uris);
  });
  connection.onRequest(storyRequest, ({ uri }: StoryParams) => library.details(uri));
  documents.onDidOpen(({ document }) => {
    if (isStoryUri(document.uri)) void library.fileSeen(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    session.host.background?.giveWay();
    library.touch(document.uri);
  });
  documents.onDidClose(({ document }) => {
    library.closed(document.uri);
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
    linksOf: (uri) => library.linksOf(uri),
    foldersChanged: (folders) => {
      library.foldersChanged(folders);
    },
    filesChanged: (events) => {
      for (const { uri, type } of events) {
        if (type === FileChangeType.Deleted) {
          library.remove(uri);
          continue;
        }
        library.touch(uri);
        void library.fileSeen(uri);
      }
    },
  };
}
