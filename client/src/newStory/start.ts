import * as vscode from 'vscode';
import { storyTemplatesRequest, type StoryTemplate } from '../../../server/src/protocol';
import { pickQuestion } from '../questions/pickQuestion';
import type { Server } from '../server';

/** What a new story starts from. */
export type StoryStart =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'frame';
      /** An id or words. */
      readonly question?: string;
      readonly principle?: string;
      readonly company?: string;
      readonly template?: string;
    }
  /** A template of the user's own. */
  | { readonly kind: 'template'; readonly text: string }
  /** A text that was written elsewhere; without one, that of the clipboard. */
  | { readonly kind: 'text'; readonly text?: string };

/** Where users keep templates of their own, at the top of a workspace folder. */
const ownTemplates = '.star-stories/templates/*.md';

type Source = 'blank' | 'question' | 'clipboard' | 'template';

/** Asks what to start from; undefined where the user gave up. */
export async function pickStart(server: Server): Promise<StoryStart | undefined> {
  const items: (vscode.QuickPickItem & { source: Source })[] = [
    {
      source: 'blank',
      label: '$(new-file) Blank',
      description: 'The five sections, with a hole for each figure',
    },
    {
      source: 'question',
      label: '$(question) From a question…',
      description: 'What this question listens for',
    },
    {
      source: 'clipboard',
      label: '$(clippy) From my clipboard',
      description: 'Your own words, split into sections',
    },
    { source: 'template', label: '$(notebook-template) From a template…', description: 'Incident, failure, project, or your own' }, // prettier-ignore
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: 'New story',
    placeHolder: 'What to start from',
  });
  switch (choice?.source) {
    case undefined:
      return undefined;
    case 'blank':
      return { kind: 'blank' };
    case 'clipboard':
      return { kind: 'text' };
    case 'question': {
      const question = await pickQuestion(server, 'New story: the question that it answers');
      return question === undefined ? undefined : { kind: 'frame', question };
    }
    case 'template':
      return pickTemplate(server);
  }
}

async function pickTemplate(server: Server): Promise<StoryStart | undefined> {
  const known = (await server.start())
    ? ((await server.request<StoryTemplate[]>(storyTemplatesRequest, {})) ?? [])
    : [];
  const own = await listOwnTemplates();
  const items: (vscode.QuickPickItem & { template?: string; uri?: vscode.Uri })[] = [
    ...known.map(({ id, name, description }) => ({ label: name, description, template: id })),
    ...(own.length > 0 ? [{ label: 'Yours', kind: vscode.QuickPickItemKind.Separator }] : []),
    ...own.map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri })),
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: 'New story',
    placeHolder:
      own.length > 0 ? 'The kind of story' : 'The kind of story; yours go into .star-stories/templates',
  });
  if (choice?.uri) return { kind: 'template', text: await readText(choice.uri) };
  return choice?.template === undefined ? undefined : { kind: 'frame', template: choice.template };
}

async function listOwnTemplates(): Promise<vscode.Uri[]> {
  const lists = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map((folder) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, ownTemplates)),
    ),
  );
  return lists.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/(?:\.star)?\.md$/i, '');
}

async function readText(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
