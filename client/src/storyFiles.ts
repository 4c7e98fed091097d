import * as vscode from 'vscode';

/** The documents that are stories, whatever they are read from: files, untitled ones, files of a virtual workspace. */
export const storySelector = [{ language: 'markdown', pattern: '**/*.star.md' }] as const;

export const storyGlob = '**/*.star.md';

export function isStoryUri(uri: vscode.Uri): boolean {
  return /\.star\.md$/i.test(uri.path);
}

export function isStory(document: vscode.TextDocument): boolean {
  return isStoryUri(document.uri);
}

/** The document of the active editor, if it is a story. */
export function activeStory(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isStory(document) ? document : undefined;
}

/** The URIs of all stories below a folder, save those that the setting `exclude` leaves out; sorted. */
export async function listStories(folder: string): Promise<string[]> {
  const base = vscode.Uri.parse(folder, true);
  const patterns = vscode.workspace.getConfiguration('starStories', base).get<string[]>('exclude', []);
  const exclude = patterns.length > 0 ? new vscode.RelativePattern(base, `{${patterns.join(',')}}`) : null;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(base, storyGlob), exclude);
  return found.map(String).sort();
}

/** The text of a story, with its unsaved changes where it is open. Rejects with a message where it cannot be read. */
export async function readStory(uri: string): Promise<string> {
  const resource = vscode.Uri.parse(uri, true);
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === resource.toString(),
  );
  if (open) return open.getText();
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(resource));
}

/** The folder of a story as the user knows it: relative to the workspace, with the workspace folder's name where there are several. */
export function folderOf(uri: string): string {
  const resource = vscode.Uri.parse(uri, true);
  if (!vscode.workspace.getWorkspaceFolder(resource))
    return resource.scheme === 'untitled' ? 'Not saved yet' : '';
  const path = vscode.workspace.asRelativePath(resource);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
