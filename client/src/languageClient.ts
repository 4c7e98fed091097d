import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { endAfterFailedStart } from './failedStart';
import { serverEnvironment } from './serverEnvironment';

/** A client for the server at this path, which is run as a process of its own. A bundle by itself: it is loaded once a server is wanted. */
export function createLanguageClient(module: string, options: LanguageClientOptions): BaseLanguageClient {
  const client = new LanguageClient(
    'starStories',
    'STAR Stories',
    { module, transport: TransportKind.ipc, options: { env: serverEnvironment } },
    { ...options, revealOutputChannelOn: RevealOutputChannelOn.Never },
  );
  endAfterFailedStart(client);
  return client;
}
