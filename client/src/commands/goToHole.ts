import * as vscode from 'vscode';
import { activeStory } from '../storyFiles';
import { findHole } from './holes';

/** Selects the next or previous hole of the story in the active editor, or of the one that is named; says so where there is none. */
export async function goToHole(direction: 'next' | 'previous', uri?: unknown): Promise<void> {
  const editor =
    typeof uri === 'string'
      ? await vscode.window.showTextDocument(vscode.Uri.parse(uri, true))
      : activeStory() && vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const from = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const hole = findHole(document.getText(), from, direction);
  if (!hole) {
    vscode.window.setStatusBarMessage('No hole is left in this story.', 4000);
    return;
  }
  editor.selection = new vscode.Selection(document.positionAt(hole.start), document.positionAt(hole.end));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
