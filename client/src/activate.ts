import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { registerLanguageModel } from './languageModel';
import { createLibrary } from './library';
import { registerOutline } from './outline/view';
import { createServer, isEnabled, type Platform } from './server';
import { registerStatusBar } from './statusBar';
import { isStory } from './storyFiles';

/**
 * Registers everything and starts nothing: any Markdown file activates the extension, so this must take no time. The server starts
 * with the first story that is opened, or when the view is shown.
 */
export function activate(context: vscode.ExtensionContext, platform: Platform): void {
  const server = createServer(platform);
  const library = createLibrary(server);
  const outline = registerOutline(context, library);
  context.subscriptions.push(
    server,
    library,
    outline,
    registerStatusBar(library),
    registerLanguageModel(server),
    ...registerCommands(context, server, library),
  );

  const startFor = (document: vscode.TextDocument): void => {
    if (!isStory(document) || !isEnabled(document.uri)) return;
    // In a task of its own: loading the client library is not to hold up the other extensions that are being activated.
    setTimeout(() => void library.load(), 0);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('starStories.enable')) return;
      if (!isEnabled()) void server.stop();
      else vscode.workspace.textDocuments.forEach(startFor);
    }),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}
