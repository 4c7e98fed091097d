import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import { folderOf } from '../storyFiles';

/** Where a story goes; `none` where no folder is open. */
export type StoryFolder = vscode.Uri | 'none';

/** Asks for the folder of a story: the workspace's own, those in use, or another; undefined where the user gave up. */
export async function pickFolder(library: StoryLibrary): Promise<StoryFolder | undefined> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  if (roots.length === 0) return 'none';
  const inUse = library.stories
    .filter(({ uri }) => !uri.startsWith('untitled:'))
    .map(({ uri }) => vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..'));
  const folders = new Map([...roots.map(({ uri }) => uri), ...inUse].map((uri) => [uri.toString(), uri]));
  const items: (vscode.QuickPickItem & { uri?: vscode.Uri })[] = [...folders.values()].map((uri) => ({
    label: folderLabel(uri),
    uri,
  }));
  items.push({ label: '$(folder-opened) Another folder…' });
  const choice = await vscode.window.showQuickPick(items, {
    title: 'New story',
    placeHolder: 'The folder that it goes to',
  });
  if (!choice || choice.uri) return choice?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Put Story Here',
  });
  return picked?.[0];
}

function folderLabel(uri: vscode.Uri): string {
  const root = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.toString() === uri.toString());
  // The path of a file in the folder is what the helper can make relative.
  return root ? root.name : folderOf(vscode.Uri.joinPath(uri, 'story').toString());
}
