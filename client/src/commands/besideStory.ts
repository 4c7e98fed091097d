import * as vscode from 'vscode';
import { exists } from '../storyFiles';

/**
 * Makes a file that no other makes way for beside another one, with a text in it, as one step that can be undone, and shows it. Beside
 * what is not saved yet it is not saved either.
 */
export async function createBeside(
  uri: vscode.Uri,
  name: string,
  text: string,
): Promise<vscode.TextEditor | undefined> {
  if (uri.scheme === 'untitled') {
    const untitled = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'untitled', path: `${name}.star.md` }),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(untitled.uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(edit);
    return vscode.window.showTextDocument(untitled);
  }
  const created = await freeName(vscode.Uri.joinPath(uri, '..'), name);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(created, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(`${created.path} could not be written.`);
    return undefined;
  }
  return vscode.window.showTextDocument(created);
}

async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let attempt = 1; ; attempt++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${attempt === 1 ? '' : `-${attempt}`}.star.md`);
    if (!(await exists(uri))) return uri;
  }
}

/** A file's name without `.star.md`, or without whatever else it ends in. */
export function nameWithoutEnding(uri: vscode.Uri): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return name.replace(/\.star\.md$/i, '').replace(/(?<=.)\.[^.]+$/, '');
}
