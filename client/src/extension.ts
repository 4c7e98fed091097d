import * as vscode from 'vscode';
import { activate as activateShared, type TestAccess } from './activate';

/** Where Node runs: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return activateShared(context, {
    initializationOptions: {},
    createClient: async (options) => {
      const { createLanguageClient } = await import('./languageClient');
      return createLanguageClient(module, options);
    },
  });
}
