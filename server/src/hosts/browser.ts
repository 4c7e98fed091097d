import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { loadJudge, startServer } from './engine';

// This bundle is the server of a browser, and the engine of the node host, which calls what is exported.
export * from './engine';

if (typeof importScripts === 'function') serveWorker();

/** A worker's own function, and a sign of one: its full types would come with those of a whole page. */
declare const importScripts: unknown;

/** Serves the page that started this worker. */
function serveWorker(): void {
  /** The worker's own scope: the port on which its client speaks. */
  const scope = globalThis as never;
  startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
    loadJudge: async ({ weightsUri }) => {
      if (weightsUri === undefined)
        throw new Error('The client did not say where the weights of the judge lie (weightsUri).');
      return loadJudge(await fetchWeights(weightsUri));
    },
    files: undefined,
    canRead: () => false,
    rulePage: () => undefined,
  });
}

async function fetchWeights(uri: string): Promise<Uint8Array> {
  const failed = (reason: string): Error =>
    new Error(`The weights of the judge could not be loaded from ${uri}: ${reason}.`);
  const response = await fetch(uri).catch((error: unknown) => {
    throw failed(error instanceof Error ? error.message : String(error));
  });
  if (!response.ok || !response.body) throw failed(`${response.status} ${response.statusText}`);
  const inflated = new Response(response.body.pipeThrough(new DecompressionStream('deflate')));
  return new Uint8Array(
    await inflated.arrayBuffer().catch(() => {
      throw failed('the file is damaged');
    }),
  );
}
