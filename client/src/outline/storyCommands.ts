import * as vscode from 'vscode';
import type { StorySummary } from '../../../server/src/protocol';
import type { Server } from '../server';
import { writeFrontMatter } from '../storyEdits';
import { counted } from './labels';
import { isNode, type OutlineNode } from './nodes';

/** Asks for another title, and writes it into the front matter and into the heading that says the same. */
export async function renameTitle(server: Server, story: StorySummary, given?: unknown): Promise<void> {
  const title =
    typeof given === 'string'
      ? given
      : await vscode.window.showInputBox({
          title: 'Rename story',
          prompt: 'The title. The name of the file stays as it is.',
          value: story.title,
          validateInput: (text) => (text.trim() === '' ? 'A story needs a title.' : undefined),
        });
  if (title === undefined || title.trim() === '' || title.trim() === story.title) return;
  const change = { key: 'title', value: title.trim(), as: 'value' } as const;
  const { problems } = await writeFrontMatter(server, [story.uri], change);
  for (const problem of problems.values())
    void vscode.window.showInformationMessage(`“${story.title}” keeps its title: ${problem}.`);
}

/** Deletes the files of stories, as one step that can be undone. Asks first, unless the explorer is set not to ask either. */
export async function deleteStories(stories: readonly StorySummary[]): Promise<void> {
  const uris = [...new Set(stories.map(({ uri }) => uri))].map((uri) => vscode.Uri.parse(uri, true));
  const files = uris.filter(({ scheme }) => scheme !== 'untitled');
  if (files.length === 0) {
    void vscode.window.showInformationMessage('This story is no file yet: close its editor to drop it.');
    return;
  }
  if (!(await isConfirmed(files, stories[0]?.title ?? ''))) return;
  const edit = new vscode.WorkspaceEdit();
  for (const uri of files) edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (!(await vscode.workspace.applyEdit(edit)))
    void vscode.window.showErrorMessage(`${files.map(({ path }) => path).join(', ')} could not be deleted.`);
}

async function isConfirmed(files: readonly vscode.Uri[], title: string): Promise<boolean> {
  if (!vscode.workspace.getConfiguration('explorer').get<boolean>('confirmDelete', true)) return true;
  const question =
    files.length === 1 ? `Delete “${title}”?` : `Delete ${counted(files.length, 'story', 'stories')}?`;
  const detail = files.map((uri) => vscode.workspace.asRelativePath(uri)).join('\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, 'Delete')) === 'Delete';
}

/**
 * The stories that a command of the tree is about: the selected ones where the line that was clicked is among them, that line
 * otherwise, and those that are selected where a key was pressed. What stands below a story is not the story.
 */
export function chosenStories(
  clicked: unknown,
  selected: unknown,
  selection: readonly OutlineNode[],
): StorySummary[] {
  const nodes =
    Array.isArray(selected) && selected.length > 0 ? selected : isNode(clicked) ? [clicked] : selection;
  return nodes.filter(isNode).flatMap((node) => (node.type === 'story' ? [node.story] : []));
}
