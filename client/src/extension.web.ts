import * as vscode from 'vscode';
import { activate as activateShared, type TestAccess } from './activate';

/** The browser's own; its full types would come with those of a whole page. */
declare const Worker: new (address: string) => object;

/** Where a browser runs: the server is a worker, and the weights of its judge are fetched. */
export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  const address = (...path: string[]): string =>
    vscode.Uri.joinPath(context.extensionUri, 'dist', ...path).toString(true);
  return activateShared(context, {
    initializationOptions: { weightsUri: address('weights.bin') },
    createClient: async (options) => {
      const { LanguageClient, RevealOutputChannelOn } = await import('vscode-languageclient/browser');
      const { endAfterFailedStart } = await import('./failedStart');
      // The client library names the browser's own type, which is not known here.
      const worker = new Worker(address('engine.js')) as never;
      const client = new LanguageClient('starStories', 'STAR Stories', worker, {
        ...options,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      });
      endAfterFailedStart(client);
      return client;
    },
  });
}
