import * as vscode from 'vscode';
import type { StoryFinding } from '../../../server/src/protocol';
import type { OutlineNode } from '../outline/nodes';
import { storyOf } from '../outline/nodes';
import type { Server } from '../server';

/** Adds a sentence for the missing evidence, or lets the user choose among the fixes of a finding. */
export async function fixFinding(server: Server, node: OutlineNode): Promise<void> {
  const finding =
    node.type === 'finding' ? node.finding : node.type === 'evidence' ? node.missing : undefined;
  const story = storyOf(node)?.story;
  if (!finding || !story) return;
  const uri = vscode.Uri.parse(story.uri, true);
  // Holes become tab stops only in the active editor, so the story is shown before it is changed.
  await showFinding(uri, finding);
  const fixes = await server.quickFixes(uri, finding);
  const fix = node.type === 'evidence' ? fixes[0] : await pickFix(fixes, finding);
  if (fix) await applyFix(fix);
}

async function showFinding(uri: vscode.Uri, { range }: StoryFinding): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  const { line, character } = range.start;
  editor.selection = new vscode.Selection(line, character, line, character);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickFix(
  fixes: readonly vscode.CodeAction[],
  { message }: StoryFinding,
): Promise<vscode.CodeAction | undefined> {
  if (fixes.length === 0) {
    vscode.window.setStatusBarMessage('There is no fix for this finding.', 4000);
    return undefined;
  }
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  return (await vscode.window.showQuickPick(items, { title: 'Fixes', placeHolder: message }))?.fix;
}

/** Applies a fix as choosing it in the light bulb's menu does. */
export async function applyFix({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}
