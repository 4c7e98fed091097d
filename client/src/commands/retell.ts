import * as vscode from 'vscode';
import {
  retellRequest,
  retellTargetsRequest,
  type Retelling,
  type RetellParams,
  type RetellTarget,
} from '../../../server/src/protocol';
import type { Server } from '../server';
import { activeStory } from '../storyFiles';
import { tell } from '../tell';
import { createBeside, nameWithoutEnding } from './besideStory';

/** Retells a story for a principle or a question: as a section at its end, or as a file beside it. Asks for what is not given. */
export async function retell(server: Server, given: unknown, kind: unknown, id: unknown): Promise<void> {
  const document =
    typeof given === 'string'
      ? await vscode.workspace.openTextDocument(vscode.Uri.parse(given, true))
      : activeStory();
  if (!document) {
    tell('Open a story first.');
    return;
  }
  const uri = document.uri.toString();
  const isKind = kind === 'principle' || kind === 'question';
  const target: Pick<RetellTarget, 'kind' | 'id'> | undefined =
    isKind && typeof id === 'string' ? { kind, id } : await pickTarget(server, uri);
  if (!target) return;
  const retelling = await server.request<Retelling | null>(retellRequest, { uri, kind: target.kind, id: target.id } satisfies RetellParams); // prettier-ignore
  if (!retelling) {
    tell('The story could not be retold: nothing is known of that principle or question.');
    return;
  }
  const place = await pickPlace(retelling);
  if (place === 'section') await insertSection(document, retelling);
  if (place === 'file')
    await createBeside(
      document.uri,
      `${nameWithoutEnding(document.uri)}-${retelling.file.suffix}`,
      retelling.file.text,
    );
}

async function pickTarget(server: Server, uri: string): Promise<RetellTarget | undefined> {
  const targets = await server.request<RetellTarget[] | null>(retellTargetsRequest, { uri });
  if (!targets) {
    tell('STAR Stories is switched off here, or its server could not be started.');
    return undefined;
  }
  const items = targets.flatMap((target, index): (vscode.QuickPickItem & { target?: RetellTarget })[] => {
    const item = { label: target.title, detail: `Lead: ${target.lead}`, target };
    const isFirst = targets[index - 1]?.group !== target.group;
    return isFirst ? [{ label: target.group, kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
  const choice = await vscode.window.showQuickPick(items, {
    title: 'Retell the story',
    placeHolder: 'The principle or question that the story is to answer',
    matchOnDetail: true,
  });
  return choice?.target;
}

async function pickPlace({ title, existing }: Retelling): Promise<'section' | 'file' | undefined> {
  const section = existing
    ? { label: '$(go-to-file) Show the section that is there', place: 'section' as const }
    : { label: '$(list-selection) A section at the end of this story', place: 'section' as const };
  const file = { label: '$(new-file) A new file that links back', place: 'file' as const };
  return (await vscode.window.showQuickPick([section, file], { title }))?.place;
}

/** Inserts the section and shows it; one that is there already is only shown. */
async function insertSection(
  document: vscode.TextDocument,
  { existing, section, version }: Retelling,
): Promise<void> {
  const { line, character } = existing ? existing.start : section.position;
  if (!existing) {
    if (document.version !== version) {
      tell('The story has changed in the meantime; try again.');
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, character), section.text);
    await vscode.workspace.applyEdit(edit);
  }
  const editor = await vscode.window.showTextDocument(document);
  const isEmpty = (at: number): boolean =>
    at < document.lineCount - 1 && document.lineAt(at).text.trim() === '';
  // The section begins with what sets it off from the text above.
  let heading = existing ? line : line + 1;
  while (isEmpty(heading)) heading++;
  editor.selection = new vscode.Selection(heading, 0, heading, 0);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
}
