import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  CodeAction,
  CodeActionParams,
  LanguageClientOptions,
} from 'vscode-languageclient';
import {
  libraryChangedNotification,
  listStoriesRequest,
  readStoryRequest,
  type InitializationOptions,
  type LibraryChangedParams,
  type ListStoriesParams,
  type StoryFinding,
  type StoryParams,
} from '../../server/src/protocol';
import { clientMiddleware } from './middleware';
import { listStories, readStory, storySelector } from './storyFiles';

/** What differs between the desktop and a browser: how the server is started. */
export interface Platform {
  /**
   * Makes a client that has not been started, and that does not start again a server which ended before it was ready. Loads the client
   * library, which nothing else may do before it is needed.
   */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
  readonly initializationOptions: Partial<InitializationOptions>;
}

/** The language server as the rest of the client sees it: started when first needed, and never while stories are switched off. */
export interface Server {
  readonly log: vscode.LogOutputChannel;
  readonly isRunning: boolean;
  /** Starts the server unless it is running or switched off. Resolves to whether it is running then; never rejects. */
  start(): Promise<boolean>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** The answer, or undefined where the server is switched off or could not answer, which the log tells. Does not start the server. */
  request<Answer>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer | undefined>;
  /** Tells the server something; nothing happens while it does not run. Never rejects. */
  notify(method: string, params: unknown): Promise<void>;
  /** The quick fixes for one finding, the best first; those for other findings at the same place are left out. */
  quickFixes(uri: vscode.Uri, finding: StoryFinding): Promise<vscode.CodeAction[]>;
  readonly onDidChangeLibrary: vscode.Event<LibraryChangedParams>;
  /** Fires after the server has started or stopped. */
  readonly onDidChangeRunning: vscode.Event<boolean>;
  dispose(): void;
}

/** Whether stories are to be reviewed: those at the place, or any at all where no place is given. */
export function isEnabled(uri?: vscode.Uri): boolean {
  const at = (place?: vscode.Uri): boolean =>
    vscode.workspace.getConfiguration('starStories', place).get<boolean>('enable', true);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return uri || folders.length === 0 ? at(uri) : folders.some((folder) => at(folder.uri));
}

export function createServer(platform: Platform): Server {
  const log = vscode.window.createOutputChannel('STAR Stories', { log: true });
  const libraryChanged = new vscode.EventEmitter<LibraryChangedParams>();
  const runningChanged = new vscode.EventEmitter<boolean>();
  let client: Promise<BaseLanguageClient | undefined> | undefined;
  let running: BaseLanguageClient | undefined;

  const launch = async (): Promise<BaseLanguageClient | undefined> => {
    try {
      const created = await platform.createClient(clientOptions(log, platform.initializationOptions));
      created.onRequest(listStoriesRequest, ({ folder }: ListStoriesParams) => listStories(folder));
      created.onRequest(readStoryRequest, ({ uri }: StoryParams) => readStory(uri));
      created.onNotification(libraryChangedNotification, (params: LibraryChangedParams) => {
        libraryChanged.fire(params);
      });
      await created.start();
      // After a crash the client starts the server again by itself: all that is known is then to be asked for again.
      created.onDidChangeState(() => {
        if (created.isRunning()) libraryChanged.fire({ uris: null });
      });
      running = created;
      await showFailure(false);
      runningChanged.fire(true);
      return created;
    } catch (error) {
      log.error('The language server could not be started.', error);
      await showFailure(true);
      return undefined;
    }
  };

  const server: Server = {
    log,
    get isRunning() {
      return running !== undefined;
    },
    start: async () => {
      if (!isEnabled()) return false;
      client ??= launch();
      return (await client) !== undefined;
    },
    stop: async () => {
      const stopping = client;
      client = undefined;
      const stopped = await stopping;
      if (!stopped) return;
      running = undefined;
      // A server that hangs is ended all the same: dispose gives up waiting after two seconds.
      await stopped.dispose().catch((error: unknown) => {
        log.warn('The language server did not end cleanly.', error);
      });
      runningChanged.fire(false);
    },
    restart: async () => {
      await server.stop();
      await server.start();
    },
    request: async <Answer>(
      method: string,
      params: unknown,
      token?: vscode.CancellationToken,
    ): Promise<Answer | undefined> => {
      if (!running) return undefined;
      try {
        return await running.sendRequest<Answer>(method, params, token);
      } catch (error) {
        // Nobody waits for it any more.
        if (token?.isCancellationRequested) return undefined;
        log.error(`${method} failed.`, error);
        return undefined;
      }
    },
    notify: async (method, params) => {
      await running?.sendNotification(method, params).catch((error: unknown) => {
        log.error(`${method} failed.`, error);
      });
    },
    quickFixes: async (uri, { rule, range, message }) => {
      const client = running;
      if (!client) return [];
      const params: CodeActionParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
        range,
        context: { diagnostics: [{ range, message, code: rule }], only: ['quickfix'], triggerKind: 1 },
      };
      const offered = (await server.request<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
      const wanted = offered.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));
      return Promise.all(wanted.map((action) => client.protocol2CodeConverter.asCodeAction(action)));
    },
    onDidChangeLibrary: libraryChanged.event,
    onDidChangeRunning: runningChanged.event,
    dispose: () => {
      void server.stop();
      libraryChanged.dispose();
      runningChanged.dispose();
      log.dispose();
    },
  };
  return server;
}

function clientOptions(
  log: vscode.LogOutputChannel,
  extra: Partial<InitializationOptions>,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    canReadStories: true,
    canUpdateSettings: true,
    canRehearse: true,
    ...extra,
  };
  return {
    documentSelector: [...storySelector],
    outputChannel: log,
    initializationOptions,
    // What went wrong is told once, by the failed start.
    initializationFailedHandler: () => false,
    middleware: clientMiddleware,
    markdown: { isTrusted: { enabledCommands: ['starStories.openRule'] }, supportThemeIcons: true },
  };
}

/** Lets the view say that nothing will come. */
async function showFailure(hasFailed: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'starStories.hasFailed', hasFailed);
}
