import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConfigurationRequest,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

const serverFile = join(import.meta.dirname, '..', '..', 'dist', 'server.js');

/** A real server process, spoken to over its standard streams as any editor would. */
export interface TestServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Log messages of the server, newest last. */
  readonly log: string[];
  open(uri: string, text: string): void;
  change(uri: string, version: number, text: string): void;
  pull(uri: string): Promise<Diagnostic[]>;
  /** The next diagnostics that are pushed for the document, in that version if one is given. */
  pushed(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
  notified(method: string, isWanted?: (params: never) => boolean): Promise<unknown>;
  stop(): Promise<number | null>;
}

export interface TestClient {
  readonly capabilities?: ClientCapabilities;
  readonly folder?: string;
  readonly options?: unknown;
  /** Answers workspace/configuration. */
  readonly configuration?: (section: string | undefined) => object;
}

export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

export async function startTestServer(client: TestClient = {}): Promise<TestServer> {
  const child = spawn(process.execPath, [serverFile, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // The cache of whoever runs the tests is none of their business.
    env: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'star-stories-test-cache') },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }): object | null => client.configuration?.(section) ?? null),
  );
  const listeners = new Set<(method: string, params: unknown) => void>();
  for (const method of ['textDocument/publishDiagnostics', 'starStories/libraryChanged']) {
    connection.onNotification(method, (params: unknown) => {
      for (const listener of listeners) listener(method, params);
    });
  }
  connection.listen();
  const notified = (method: string, isWanted: (params: never) => boolean = () => true): Promise<unknown> =>
    new Promise((resolve) => {
      const listener = (name: string, params: unknown): void => {
        if (name !== method || !isWanted(params as never)) return;
        listeners.delete(listener);
        resolve(params);
      };
      listeners.add(listener);
    });
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: client.folder ?? null,
    workspaceFolders: client.folder === undefined ? null : [{ uri: client.folder, name: 'stories' }],
    capabilities: client.capabilities ?? {},
    initializationOptions: client.options,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    notified,
    open: (uri, text) => void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }), // prettier-ignore
    change: (uri, version, text) => void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }), // prettier-ignore
    pull: async (uri) => {
      const report: { items: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items;
    },
    pushed: (uri, version) =>
      notified('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => params.uri === uri && (version === undefined || params.version === version)) as Promise<PublishDiagnosticsParams>, // prettier-ignore
    stop: () => stop(connection, child),
  };
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const code = await ended;
  connection.dispose();
  return code;
}
