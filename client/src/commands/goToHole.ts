import * as vscode from 'vscode';
import { holesRequest, type ProtocolRange } from '../../../server/src/protocol';
import type { Server } from '../server';
import { activeStory } from '../storyFiles';
import { findHole, holesIn, type Hole } from './holes';

/** Selects the next or previous hole of the story in the active editor, or of the one that is named; says so where there is none. */
export async function goToHole(server: Server, direction: 'next' | 'previous', uri?: unknown): Promise<void> {
  const editor =
    typeof uri === 'string'
      ? await vscode.window.showTextDocument(vscode.Uri.parse(uri, true))
      : activeStory() && vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const from = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const hole = findHole(await holesOf(document, server), from, direction);
  if (!hole) {
    vscode.window.setStatusBarMessage('No hole is left in this story.', 4000);
    return;
  }
  editor.selection = new vscode.Selection(document.positionAt(hole.start), document.positionAt(hole.end));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** As the server sees them; as the text shows them while it does not run. */
async function holesOf(document: vscode.TextDocument, server: Server): Promise<Hole[]> {
  const ranges = await server.request<ProtocolRange[] | null>(holesRequest, { uri: document.uri.toString() });
  return (
    ranges?.map(({ start, end }) => ({
      start: document.offsetAt(new vscode.Position(start.line, start.character)),
      end: document.offsetAt(new vscode.Position(end.line, end.character)),
    })) ?? holesIn(document.getText())
  );
}
