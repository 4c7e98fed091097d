import * as vscode from 'vscode';
import { activate as activateShared } from './activate';

/** Where Node runs: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  activateShared(context, {
    initializationOptions: {},
    createClient: async (options) => {
      const { LanguageClient, RevealOutputChannelOn, TransportKind } =
        await import('vscode-languageclient/node');
      return new LanguageClient(
        'starStories',
        'STAR Stories',
        { module, transport: TransportKind.ipc },
        { ...options, revealOutputChannelOn: RevealOutputChannelOn.Never },
      );
    },
  });
}
