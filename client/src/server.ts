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
  return new LanguageServer(platform);
}

class LanguageServer implements Server {
  readonly log = vscode.window.createOutputChannel('STAR Stories', { log: true });
  private readonly libraryChanged = new vscode.EventEmitter<LibraryChangedParams>();
  readonly onDidChangeLibrary = this.libraryChanged.event;
  private readonly runningChanged = new vscode.EventEmitter<boolean>();
  readonly onDidChangeRunning = this.runningChanged.event;
  private running: BaseLanguageClient | undefined;
  /** What could not be started is not tried again before somebody stops or restarts it. */
  private hasFailed = false;
  /** The last of the starts and stops that were asked for: the next one waits for it. */
  private lastStep: Promise<unknown> = Promise.resolve();

  constructor(private readonly platform: Platform) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  start(): Promise<boolean> {
    return this.inTurn(async () => {
      if (!isEnabled()) return false;
      if (!this.running && !this.hasFailed) await this.launch();
      return this.isRunning;
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  restart(): Promise<void> {
    void this.stop();
    return this.start().then(() => undefined);
  }

  async request<Answer>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer | undefined> {
    if (!this.running) return undefined;
    try {
      return await this.running.sendRequest<Answer>(method, params, token);
    } catch (error) {
      // Nobody waits for it any more.
      if (token?.isCancellationRequested) return undefined;
      this.log.error(`${method} failed.`, error);
      return undefined;
    }
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.running?.sendNotification(method, params).catch((error: unknown) => {
      this.log.error(`${method} failed.`, error);
    });
  }

  async quickFixes(uri: vscode.Uri, { rule, range, message }: StoryFinding): Promise<vscode.CodeAction[]> {
    const client = this.running;
    if (!client) return [];
    const params: CodeActionParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      range,
      context: { diagnostics: [{ range, message, code: rule }], only: ['quickfix'], triggerKind: 1 },
    };
    const offered = (await this.request<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
    const wanted = offered.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));
    return Promise.all(wanted.map((action) => client.protocol2CodeConverter.asCodeAction(action)));
  }

  dispose(): void {
    void this.stop();
    this.libraryChanged.dispose();
    this.runningChanged.dispose();
    this.log.dispose();
  }

  /** Starts and stops one after the other, so that none of them sees another's client half started or half ended. */
  private inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
    const result = this.lastStep.then(step);
    this.lastStep = result.catch(() => undefined);
    return result;
  }

  private async launch(): Promise<void> {
    try {
      const client = await this.createClient();
      await client.start();
      // After a crash the client starts the server again by itself: all that is known is then to be asked for again.
      client.onDidChangeState(() => {
        if (client.isRunning()) this.libraryChanged.fire({ uris: null });
      });
      this.running = client;
      await showFailure(false);
      this.runningChanged.fire(true);
    } catch (error) {
      this.hasFailed = true;
      this.log.error('The language server could not be started.', error);
      await showFailure(true);
    }
  }

  private async createClient(): Promise<BaseLanguageClient> {
    const { platform, log } = this;
    const client = await platform.createClient(clientOptions(log, platform.initializationOptions));
    client.onRequest(listStoriesRequest, ({ folder }: ListStoriesParams) => listStories(folder));
    client.onRequest(readStoryRequest, ({ uri }: StoryParams) => readStory(uri));
    client.onNotification(libraryChangedNotification, (params: LibraryChangedParams) => {
      this.libraryChanged.fire(params);
    });
    return client;
  }

  private async end(): Promise<void> {
    const ended = this.running;
    this.hasFailed = false;
    this.running = undefined;
    if (!ended) return;
    // A server that hangs is ended all the same: dispose gives up waiting after two seconds.
    await ended.dispose().catch((error: unknown) => {
      this.log.warn('The language server did not end cleanly.', error);
    });
    this.runningChanged.fire(false);
  }
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
