import * as vscode from 'vscode';

/** What the diagnostics of the extension name as their source. */
export const source = 'STAR Stories';

/** A file of the workspace that the suite runs on, which is a copy: a test may change it. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the suite needs a folder to be open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a story of the workspace in an editor. */
export async function openStory(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/** The rule ids of what the extension has found in a file. */
export function rulesOf(diagnostics: readonly vscode.Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/**
 * Waits until what the extension has found in a file is as a test expects it. The editor's events wake it, so that it takes
 * no longer than the extension does; a test that waits in vain ends by mocha's time limit.
 */
export function diagnosticsOnce(
  uri: vscode.Uri,
  expected: (diagnostics: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
      if (!expected(found)) return;
      subscription.dispose();
      resolve(found);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) look();
    });
    look();
  });
}

/** The quick fixes that the light bulb offers at a place. */
export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}
