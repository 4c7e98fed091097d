import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { loadJudge } from '../judgement';
import { startServer } from '../lsp/server';

/** The worker's own scope: the port on which its client speaks. */
const scope = globalThis as never;

const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  loadJudge: async ({ weightsUri }) => {
    if (weightsUri === undefined)
      throw new Error('The client did not say where the weights of the judge lie (weightsUri).');
    const response = await fetch(weightsUri);
    if (!response.ok)
      throw new Error(
        `The weights of the judge could not be loaded: ${response.status} ${response.statusText}`,
      );
    return loadJudge(new Uint8Array(await response.arrayBuffer()));
  },
  files: undefined,
  canRead: () => false,
  rulePage: () => undefined,
});
