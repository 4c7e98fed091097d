import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver/node';
import { readWeights } from '../server/src/hosts/nodeWeights';
import { loadJudge } from '../server/src/judgement';
import { startServer } from '../server/src/lsp/server';

/** The language server in this process: messages are handed over as objects, so that nothing but the server is measured. */
export interface EditorInMemory {
  /** Sends a notification; resolves with the number of diagnostics that it brings. */
  notify(method: string, params: object): Promise<number>;
  request(method: string, params: object): Promise<unknown>;
}

class Reader extends AbstractMessageReader {
  deliver: DataCallback = () => undefined;
  listen(callback: DataCallback): { dispose(): void } {
    this.deliver = callback;
    return { dispose: () => undefined };
  }
}

class Writer extends AbstractMessageWriter {
  received: (
    message: Message & {
      id?: number;
      method?: string;
      result?: unknown;
      params?: { diagnostics: unknown[] };
    },
  ) => void = () => undefined;
  write(message: Message): Promise<void> {
    this.received(message);
    return Promise.resolve();
  }
  end(): void {
    // There is nothing to be closed.
  }
}

export async function startEditorInMemory(weights: string): Promise<EditorInMemory> {
  const reader = new Reader();
  const writer = new Writer();
  let answered: (result: unknown) => void = () => undefined;
  let published: (count: number) => void = () => undefined;
  writer.received = ({ id, method, result, params }) => {
    if (method === 'textDocument/publishDiagnostics') published(params?.diagnostics.length ?? 0);
    else if (method === undefined && id !== undefined) answered(result);
  };
  startServer(createConnection(reader, writer), {
    loadJudge: () => Promise.resolve(loadJudge(readWeights(weights))),
    files: undefined,
    canRead: () => false,
    rulePage: (rule) => `file:///docs/rules/${rule}.md`,
  });
  let id = 0;
  const request = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve) => {
      answered = resolve;
      reader.deliver({ jsonrpc: '2.0', id: ++id, method, params } as Message);
    });
  await request('initialize', { processId: null, rootUri: null, capabilities: {} });
  reader.deliver({ jsonrpc: '2.0', method: 'initialized', params: {} } as Message);
  return {
    request,
    notify: (method, params) =>
      new Promise((resolve) => {
        published = resolve;
        reader.deliver({ jsonrpc: '2.0', method, params } as Message);
      }),
  };
}
