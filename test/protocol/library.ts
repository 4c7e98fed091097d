import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Library } from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

/** A folder of stories with a server on it. */
export interface TestLibrary {
  readonly server: TestServer;
  at(name: string): string;
  /** Waits until all stories have been read. */
  read(): Promise<Library>;
  write(name: string, text: string): void;
  /** Asks about a story that is open, with this text, for as long as that takes. */
  ask<Answer>(method: string, name: string, text: string, params?: object): Promise<Answer>;
  stop(): Promise<number | null>;
}

export async function openTestLibrary(
  files: Readonly<Record<string, string>>,
  {
    capabilities = pulling,
    ...client
  }: { capabilities?: ClientCapabilities; options?: unknown; configuration?: () => object } = {},
): Promise<TestLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'star-names-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const server = await startTestServer({ capabilities, ...client, folder: URI.file(folder).toString() });
  const at = (name: string): string => URI.file(join(folder, name)).toString();
  return {
    server,
    at,
    write,
    ask: async <Answer>(method: string, name: string, text: string, params: object = {}): Promise<Answer> => {
      const textDocument = { uri: at(name) };
      server.open(textDocument.uri, text);
      try {
        return await server.connection.sendRequest<Answer>(method, { textDocument, ...params });
      } finally {
        await server.connection.sendNotification('textDocument/didClose', { textDocument });
      }
    },
    read: async () => {
      for (;;) {
        const changed = server.notified('starStories/libraryChanged');
        const library: Library = await server.connection.sendRequest('starStories/library');
        if (library.isComplete) return library;
        await changed;
      }
    },
    stop: async () => {
      const code = await server.stop();
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}

/** The texts that an edit of several documents makes, by their URIs. */
export function textsAfter(
  { documentChanges, changes }: WorkspaceEdit,
  textOf: (uri: string) => string,
): Record<string, string> {
  const edited = documentChanges
    ? documentChanges.flatMap((change) =>
        'edits' in change ? [{ uri: change.textDocument.uri, edits: change.edits }] : [],
      )
    : Object.entries(changes ?? {}).map(([uri, edits]) => ({ uri, edits }));
  return Object.fromEntries(
    edited.map(({ uri, edits }) => [
      uri,
      TextDocument.applyEdits(
        TextDocument.create(uri, 'markdown', 0, textOf(uri)),
        edits.filter((edit) => 'newText' in edit),
      ),
    ]),
  );
}
