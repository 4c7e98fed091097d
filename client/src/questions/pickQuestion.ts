import * as vscode from 'vscode';
import { questionsRequest, type KnownQuestion } from '../../../server/src/protocol';
import type { Server } from '../server';

interface QuestionItem extends vscode.QuickPickItem {
  readonly question?: string;
}

/** Asks for a question: one of those that are known, or any other that is typed or pasted. Its id or its words; undefined where the user gave up. */
export async function pickQuestion(server: Server, title: string): Promise<string | undefined> {
  const known = await knownQuestions(server);
  const pick = vscode.window.createQuickPick<QuestionItem>();
  pick.title = title;
  pick.placeholder = 'Type to search, or paste a question of your own';
  pick.matchOnDetail = true;
  const listed = questionItems(known);
  pick.items = listed;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const own: QuestionItem[] =
      typed.length < 10
        ? []
        : [{ label: `$(edit) “${typed}”`, alwaysShow: true, description: 'as it is typed', question: typed }];
    pick.items = [...listed, ...own];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [choice] = pick.selectedItems;
      if (choice?.question === undefined) return;
      resolve(choice.question);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

export async function knownQuestions(server: Server): Promise<KnownQuestion[]> {
  return (await server.start()) ? ((await server.request<KnownQuestion[]>(questionsRequest, {})) ?? []) : [];
}

/** The questions as lines of a choice, the user's own apart from ours. */
export function questionItems(
  known: readonly KnownQuestion[],
): (vscode.QuickPickItem & { question: string })[] {
  const own = known.filter(({ isOwn }) => isOwn);
  const ours = known.filter(({ isOwn }) => !isOwn);
  const group = (label: string, list: readonly KnownQuestion[]) =>
    list.length === 0
      ? []
      : [
          { label, kind: vscode.QuickPickItemKind.Separator, question: '' },
          ...list.map(({ id, text, principles, evidence }) => ({
            label: text,
            detail: [principles.join(', '), evidence.join(', ')].filter((part) => part !== '').join(' · '),
            question: id,
          })),
        ];
  return own.length === 0 ? group('Questions', ours) : [...group('Yours', own), ...group('Questions', ours)];
}
