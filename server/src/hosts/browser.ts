import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { loadJudge } from '../judgement';
import { startServer } from '../lsp/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { fetch: typeof fetch };

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  loadJudge: async ({ weightsUri }) => {
    if (weightsUri === undefined)
      throw new Error('The client did not say where the weights of the judge lie (weightsUri).');
    const response = await self.fetch(weightsUri);
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
