import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  foldersChangedNotification,
  type FoldersChangedParams,
  type InitializationOptions,
} from '../protocol';
import { ownPrinciples } from '../library/ownPrinciples';
import { createReviewer } from '../review/reviewStory';
import { codeLenses } from './codeLenses';
import { codeActionKinds, provideCodeActions } from './codeActions';
import { provideCompletions } from './completionRequest';
import { provideCoverage } from './coverage';
import { provideDiagnostics } from './diagnostics';
import { provideFindStories } from './findStories';
import { provideFollowUps } from './followUps';
import type { ServerHost } from './host';
import { provideFrontMatterEdits } from './frontMatterEdits';
import { hoverAt } from './hover';
import { inlayHints } from './inlayHints';
import { libraryCapabilities, provideNames } from './libraryNames';
import { provideLinks, renamedFiles } from './links';
import { provideLibrary, type LibraryService } from './library';
import { openOtherStoryCommand, provideOtherStory } from './otherStory';
import { createQuestionBank, type QuestionBank } from './questionBank';
import { provideReports } from './report';
import { selectionRange } from './selectionRanges';
import { provideSemanticTokens, semanticLegend } from './semanticTokens';
import { createSession, inBackground, isStoryUri, type Session } from './session';
import { provideStoryFrames } from './storyFrames';
import { provideStoryRequests } from './storyRequests';
import { documentSymbols, foldingRanges } from './symbols';
import { userFileGlob } from './userFiles';

/**
 * Serves stories over the connection until it closes. The two mains, for Node and for a browser's worker, differ only in `host`.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    session = await openSession(connection, host, documents, params);
    provideFeatures(session);
    return { capabilities: serverCapabilities(session), serverInfo: { name: 'STAR Stories' } };
  });
  connection.onInitialized(() => {
    if (session) inBackground(session, 'Changes are not told of', registerForChanges(session));
  });
  documents.listen(connection);
  connection.listen();
}

async function openSession(
  connection: Connection,
  host: ServerHost,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): Promise<Session> {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const judge = await host.loadJudge(options);
  // Older clients, and many outside VS Code, know one folder only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const root = params.rootUri;
  const folders = params.workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []);
  const reviewer = createReviewer(judge);
  return createSession({
    connection,
    host,
    documents,
    options,
    reviewer,
    folders,
    capabilities: params.capabilities,
  });
}

function serverCapabilities({ capabilities }: Session): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    codeActionProvider: { codeActionKinds: [...codeActionKinds, CodeActionKind.SourceFixAll] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['#', ':', ' ', '[', ',', '('] },
    codeLensProvider: {},
    inlayHintProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
    ...libraryCapabilities,
    semanticTokensProvider: { legend: semanticLegend, full: true, range: true },
    executeCommandProvider: { commands: [openOtherStoryCommand] },
    ...(capabilities.textDocument?.diagnostic
      ? {
          diagnosticProvider: {
            identifier: 'star-stories',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: renamedFiles },
    },
  };
}

function provideFeatures(session: Session): void {
  const { connection } = session;
  const diagnostics = provideDiagnostics(session);
  session.refreshDiagnostics = () => {
    diagnostics.refresh();
  };
  const library = provideLibrary(session);
  const bank = createQuestionBank(session);
  provideStoryRequests(session, bank);
  provideFindStories(session, library, bank);
  provideStoryFrames(session, bank);
  provideReports(session, library, bank);
  provideFollowUps(session, library);
  provideCoverage(session, library, bank);
  provideFrontMatterEdits(session);
  provideNames(session, library);
  provideLinks(session, library);
  provideOtherStory(session);
  connection.onWorkspaceSymbol(({ query }) => library.symbols(query));
  answerAtPlaces(session, library, bank);
  answerOnDocuments(session);
  onSettingsChanged(session, library);
  onFilesChanged(session, library, bank);
  onFoldersChanged(session, library);
}

/** What is asked for a place of an open document. */
function answerAtPlaces(session: Session, library: LibraryService, bank: QuestionBank): void {
  const { connection } = session;
  connection.onCodeAction((params) => provideCodeActions(session, params));
  connection.onHover(async ({ textDocument, position }) => {
    const opened = await session.openStory(textDocument.uri);
    const ownSets = await session.userFiles.of(ownPrinciples, textDocument.uri);
    return opened ? hoverAt(opened, position, session, ownSets) : null;
  });
  connection.onCompletion((params) => provideCompletions(session, library, bank, params));
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const opened = await session.openStory(textDocument.uri);
    return opened ? positions.map((position) => selectionRange(opened, position)) : null;
  });
}

/** What is asked for an open document as a whole, or for what of it is seen. */
function answerOnDocuments(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const opened = await session.openStory(textDocument.uri);
    return opened ? documentSymbols(opened) : null;
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const opened = await session.openStory(textDocument.uri);
    return opened ? foldingRanges(opened) : null;
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const opened = await session.openStory(textDocument.uri);
    return opened ? codeLenses(opened, session.options) : null;
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const opened = await session.openStory(textDocument.uri);
    const { showsSpokenTime } = await session.settingsOf(textDocument.uri);
    return opened && showsSpokenTime ? inlayHints(opened, range) : null;
  });
  connection.languages.semanticTokens.on((params) => provideSemanticTokens(session, params));
  connection.languages.semanticTokens.onRange((params) => provideSemanticTokens(session, params));
}

function onSettingsChanged(session: Session, library: LibraryService): void {
  session.connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    session.resetSettings((settings as { starStories?: unknown } | null | undefined)?.starStories);
    session.refreshDiagnostics?.();
    refreshHints(session);
    library.rescan();
  });
}

function onFilesChanged(session: Session, library: LibraryService, bank: QuestionBank): void {
  const { connection, userFiles } = session;
  const readUserFiles = (changed: readonly string[]): void => {
    if (!userFiles.forget(changed)) return;
    // Read again at once, so that mistakes are marked while the file is still on the screen.
    void bank.questions();
    void userFiles.all(ownPrinciples);
    session.resetSettings(undefined);
    session.refreshDiagnostics?.();
    library.rescan();
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    library.filesChanged(changes.filter(({ uri }) => isStoryUri(uri)));
    readUserFiles(changes.map(({ uri }) => uri));
  });
  connection.onNotification(foldersChangedNotification, ({ folders }: FoldersChangedParams) => {
    library.foldersChanged(folders);
    // A file that is made together with its folder is not always told of.
    readUserFiles(folders);
  });
}

/** What an editor shows between and behind the words is asked for anew, where it can be told to. */
function refreshHints(session: Session): void {
  const { connection, capabilities } = session;
  const { inlayHint, semanticTokens, codeLens } = capabilities.workspace ?? {};
  const asked: Promise<unknown>[] = [];
  if (inlayHint?.refreshSupport) asked.push(connection.languages.inlayHint.refresh());
  if (semanticTokens?.refreshSupport) asked.push(connection.languages.semanticTokens.refresh());
  if (codeLens?.refreshSupport) asked.push(connection.sendRequest('workspace/codeLens/refresh'));
  inBackground(session, 'The editor could not be refreshed', Promise.all(asked));
}

function onFoldersChanged(session: Session, library: LibraryService): void {
  if (!session.capabilities.workspace?.workspaceFolders) return;
  session.connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: { added: { uri: string; name: string }[]; removed: { uri: string }[] } }) => {
      // prettier-ignore
      const removed = new Set(event.removed.map(({ uri }) => uri));
      session.folders = [...session.folders.filter(({ uri }) => !removed.has(uri)), ...event.added];
      library.rescan();
    },
  );
}

/** Asks for what a client tells only those who ask. */
async function registerForChanges({ connection, capabilities }: Session): Promise<void> {
  const { workspace } = capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'starStories' });
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.star.md' }, { globPattern: userFileGlob }],
    });
  }
}
