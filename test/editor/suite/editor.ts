import * as vscode from 'vscode';

/** What the diagnostics of the extension name as their source. */
const source = 'STAR Stories';

/** A file of the workspace that the suite runs on, which is a copy: a test may change it. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the suite needs a folder to be open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/**
 * Writes a file into the workspace and opens it in an editor. Its name must be new: the editor keeps a closed document for some minutes,
 * and would show its old text.
 */
export async function openNew(path: string, content: string | Uint8Array): Promise<vscode.TextEditor> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(workspaceFile(path), bytes);
  const editor = await openFile(path);
  if (typeof content === 'string' && !content.includes(editor.document.getText()))
    throw new Error(`${path} still has the text of an earlier test: take another name`);
  return editor;
}

/** The rule that found something. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What the extension has found in a file so far. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
}

/** Less than a test's own limit, so that a test that waits in vain can say for what. */
const patienceSeconds = 15;

/**
 * Waits until what the extension has found in a file is as a test expects it. The editor's events wake it, so that it takes
 * no longer than the extension does.
 *
 * @throws Error that names the rules that did find something, when nothing more comes
 */
export function findingsOnce(
  uri: vscode.Uri,
  expected: (findings: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = findings(uri);
      if (!expected(found)) return;
      stop();
      resolve(found);
    };
    const stop = () => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) look();
    });
    const timer = setTimeout(() => {
      stop();
      const rules = findings(uri).map(ruleOf).join(', ');
      reject(new Error(`the findings in ${uri.path} stayed other than expected: ${rules || 'none'}`));
    }, patienceSeconds * 1000);
    look();
  });
}

/** Waits for the first finding of a rule in a file. */
export async function findingOf(rule: string, uri: vscode.Uri): Promise<vscode.Diagnostic> {
  const found = await findingsOnce(uri, (all) => all.some((finding) => ruleOf(finding) === rule));
  return found.find((finding) => ruleOf(finding) === rule)!;
}

/** Waits until a rule has nothing more to say about a file. */
export async function findingGone(rule: string, uri: vscode.Uri): Promise<void> {
  await findingsOnce(uri, (all) => !all.some((finding) => ruleOf(finding) === rule));
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

/** Applies the quick fix whose title holds the words, as choosing it in the light bulb's menu does. */
export async function applyFix(uri: vscode.Uri, range: vscode.Range, words: RegExp): Promise<void> {
  const fixes = await quickFixes(uri, range);
  const fix = fixes.find(({ title }) => words.test(title));
  if (!fix?.edit)
    throw new Error(`no ${words} among the fixes: ${fixes.map(({ title }) => title).join(' | ')}`);
  if (!(await vscode.workspace.applyEdit(fix.edit))) throw new Error(`“${fix.title}” could not be applied`);
}

/** Sets a setting of the extension for the workspace. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('starStories')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
