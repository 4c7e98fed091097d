import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { registerCoverage } from './coverage';
import { registerLanguageModel } from './languageModel';
import { watchFolders } from './folderWatch';
import { createLibrary, type StoryLibrary } from './library';
import { registerFileDecorations } from './outline/fileDecorations';
import { registerOutline, type Outline } from './outline/view';
import { openPanels } from './panels/panel';
import { registerRehearsal } from './rehearsal';
import { createServer, isEnabled, type Platform } from './server';
import { registerStatusBar } from './statusBar';
import { isStory } from './storyFiles';

/** What the tests in a real editor look at, as no interface of the editor shows a tree's lines. Nobody else gets it. */
export interface TestAccess {
  readonly library: StoryLibrary;
  readonly outline: Outline;
  readonly decorations: vscode.FileDecorationProvider;
  readonly statusBarItem: vscode.StatusBarItem;
  readonly openPanels: typeof openPanels;
}

/**
 * Registers everything and starts nothing: any Markdown file activates the extension, so this must take no time. The server starts
 * with the first story that is opened, or when the view is shown.
 */
export function activate(context: vscode.ExtensionContext, platform: Platform): TestAccess | undefined {
  const server = createServer(platform);
  const library = createLibrary(server);
  const outline = registerOutline(context, server, library);
  const decorations = registerFileDecorations(library);
  const statusBar = registerStatusBar(library);
  context.subscriptions.push(
    server,
    library,
    outline,
    decorations,
    statusBar,
    watchFolders(server, library),
    registerLanguageModel(server),
    registerRehearsal(context, server, library),
    registerCoverage(context, server, library),
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
  return context.extensionMode === vscode.ExtensionMode.Test
    ? { library, outline, decorations: decorations.provider, statusBarItem: statusBar.item, openPanels }
    : undefined;
}
