import * as vscode from 'vscode';
import {
  answerFollowUpRequest,
  followUpsRequest,
  type AnswerFollowUpParams,
  type FollowUpPlace,
  type ProtocolRange,
  type StoryFollowUp,
} from '../../../server/src/protocol';
import type { Server } from '../server';
import { tell } from '../tell';

interface FollowUpItem extends vscode.QuickPickItem {
  readonly followUp: StoryFollowUp;
}

const answerButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('edit'),
  tooltip: 'Write My Answer',
};

/**
 * Lists the likely follow-ups of a story. While one walks through them, the sentence that provokes each is shown; accepting goes there,
 * and the button writes an answer into the story.
 */
export async function showFollowUps(server: Server, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await server.start();
  const followUps = await server.request<StoryFollowUp[] | null>(followUpsRequest, { uri: uri.toString() });
  if (!followUps) {
    tell('STAR Stories is switched off here, or its server could not be started.');
    return;
  }
  if (followUps.length === 0) {
    tell('This story leaves no question open that is likely to be asked next.');
    return;
  }
  await pick(server, document, followUps);
}

function pick(
  server: Server,
  document: vscode.TextDocument,
  followUps: readonly StoryFollowUp[],
): Promise<void> {
  return new Promise((resolve) => {
    const input = vscode.window.createQuickPick<FollowUpItem>();
    input.title = 'Likely follow-ups';
    input.placeholder =
      'Enter shows the sentence that provokes it; the pencil writes your answer into the story';
    input.matchOnDetail = true;
    input.items = followUps.map(toItem);
    const finish = async (work: () => Promise<unknown>): Promise<void> => {
      input.hide();
      await work();
      resolve();
    };
    input.onDidAccept(() => {
      const [chosen] = input.selectedItems;
      if (chosen) void finish(() => showRange(document, chosen.followUp.range, true));
    });
    input.onDidChangeActive(([active]) => {
      if (active) void showRange(document, active.followUp.range, false);
    });
    input.onDidTriggerItemButton(({ item }) => {
      void finish(() => writeAnswer(server, document.uri, item.followUp.id));
    });
    input.onDidHide(() => {
      input.dispose();
      resolve();
    });
    input.show();
  });
}

function toItem(followUp: StoryFollowUp): FollowUpItem {
  const { question, answer, why, strong, reasons } = followUp;
  return {
    label: `$(${answer?.isComplete ? 'pass' : 'question'}) ${question}`,
    description: answer === null ? '' : answer.isComplete ? 'answered' : 'answer begun',
    detail: [reasons[0], strong === null ? why : `A strong answer holds: ${lowerFirst(strong)}`]
      .filter((part) => part !== null && part !== undefined)
      .join(' '),
    buttons: [answerButton],
    followUp,
  };
}

/**
 * Shows the writer's answer to a follow-up, in its section of the file; where there is none yet, its heading and a hole for it are put
 * there first, and the hole is selected.
 */
export async function writeAnswer(server: Server, uri: vscode.Uri, id: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = await server.request<FollowUpPlace | null>(answerFollowUpRequest, {
    uri: uri.toString(),
    id,
  } satisfies AnswerFollowUpParams);
  if (document.version !== place?.version) {
    tell('The story has changed in the meantime; try again.');
    return;
  }
  if (place.existing) {
    await showRange(document, place.existing, true);
    return;
  }
  if (!place.insert) return;
  const { position, text } = place.insert;
  const at = new vscode.Position(position.line, position.character);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, at, text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    tell('The story could not be changed.');
    return;
  }
  const start = document.offsetAt(at) + text.lastIndexOf('{{');
  const end = document.offsetAt(at) + text.lastIndexOf('}}') + 2;
  await select(document, new vscode.Range(document.positionAt(start), document.positionAt(end)), true);
}

function showRange(
  document: vscode.TextDocument,
  { start, end }: ProtocolRange,
  takesFocus: boolean,
): Promise<void> {
  return select(document, new vscode.Range(start.line, start.character, end.line, end.character), takesFocus);
}

async function select(
  document: vscode.TextDocument,
  range: vscode.Range,
  takesFocus: boolean,
): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? columnForText(),
    preserveFocus: !takesFocus,
    preview: false,
  });
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Beside a panel, so that this is still to be seen. */
function columnForText(): vscode.ViewColumn {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab?.input instanceof vscode.TabInputWebview ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
