import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { serverEnvironment } from '../client/src/serverEnvironment';
import type { LibraryChangedParams } from '../server/src/protocol';

/** Our server as an editor runs it, spoken to over its standard streams. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): Promise<Diagnostic[]>;
  /** Replaces the text between two offsets of the same line; resolves to the diagnostics of the new text. */
  edit(uri: string, change: { line: number; from: number; to: number; text: string }): Promise<Diagnostic[]>;
  onLibraryChanged(listener: (params: LibraryChangedParams) => void): void;
  /** Resident memory in megabytes; 0 where the system does not tell. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts `bundle` with this Node. Diagnostics are pushed, for they then come without a question. */
export async function startServerProcess(
  bundle: string,
  folders: readonly string[],
  environment = process.env,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [bundle, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...environment, ...serverEnvironment },
  });
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  const versions = new Map<string, number>();
  const connection = await connect(child, folders, ({ uri, diagnostics }) => {
    waiting.get(uri)?.(diagnostics);
  });
  const diagnosticsAfter = (uri: string, method: string, params: object): Promise<Diagnostic[]> =>
    new Promise((resolve) => {
      waiting.set(uri, resolve);
      void connection.sendNotification(method, params);
    });
  return {
    connection,
    open: (uri, text) => {
      versions.set(uri, 1);
      return diagnosticsAfter(uri, 'textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
    },
    edit: (uri, { line, from, to, text }) => {
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      const range = { start: { line, character: from }, end: { line, character: to } };
      return diagnosticsAfter(uri, 'textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    },
    onLibraryChanged: (listener) => void connection.onNotification('starStories/libraryChanged', listener),
    memory: () => residentMemory(child.pid),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/** Speaks to a server over its standard streams, as a client that takes what is pushed. */
async function connect(
  { stdout, stdin }: { stdout: Readable; stdin: Writable },
  folders: readonly string[],
  onDiagnostics: (params: PublishDiagnosticsParams) => void,
): Promise<ProtocolConnection> {
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  connection.onNotification('textDocument/publishDiagnostics', onDiagnostics);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: 'stories' })),
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  return connection;
}

/** Of another process, in megabytes. Only Linux tells without a tool. */
export function residentMemory(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
