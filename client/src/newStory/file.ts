import * as vscode from 'vscode';
import { exists } from '../storyFiles';
import type { StoryFolder } from './folder';

/**
 * An empty story: a new file that no other file makes way for, or an untitled document where there is no folder. Undefined where the file
 * could not be written, which the user has been told then.
 */
export async function createEmptyStory(
  folder: StoryFolder,
  name: string,
): Promise<vscode.TextDocument | undefined> {
  for (let attempt = 1; ; attempt++) {
    const file = `${name}${attempt === 1 ? '' : `-${attempt}`}.star.md`;
    if (folder === 'none') {
      const uri = vscode.Uri.from({ scheme: 'untitled', path: file });
      // One that is open under this name is somebody's work.
      if (isOpen(uri)) continue;
      return vscode.workspace.openTextDocument(uri);
    }
    const uri = vscode.Uri.joinPath(folder, file);
    if (isOpen(uri) || (await exists(uri))) continue;
    try {
      await vscode.workspace.fs.writeFile(uri, new Uint8Array());
      return await vscode.workspace.openTextDocument(uri);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`The story could not be written: ${reason}`);
      return undefined;
    }
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
