import * as vscode from 'vscode';
import {
  findStoriesRequest,
  retellCommand,
  type FindStoriesParams,
  type FoundStories,
} from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import { clockTime } from '../outline/labels';
import type { Server } from '../server';
import { knownQuestions, questionItems } from './pickQuestion';

export const findStoryCommand = 'starStories.findStory';

/** How long typing must rest before the library is searched, in milliseconds. */
const restingTime = 150;

const title = 'Which of my stories answers this?';

type FoundStory = FoundStories['stories'][number];

/** A line of the choice: a question to search for, a story, or what else can be done. */
interface FindItem extends vscode.QuickPickItem {
  readonly question?: string;
  readonly story?: FoundStory;
  readonly action?: () => unknown;
}

const retellButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('references'),
  tooltip: 'Retell the story for this question',
};
const sideButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('split-horizontal'),
  tooltip: 'Open to the side',
};

/** “Which of my stories answers this?”: searches while a question is typed or pasted, and opens the story that is chosen. */
export async function findStory(server: Server, library: StoryLibrary, given: unknown): Promise<void> {
  if (!(await server.start())) {
    void vscode.window.showInformationMessage(
      'STAR Stories is switched off here, or its server could not be started.',
    );
    return;
  }
  void library.load();
  const pick = vscode.window.createQuickPick<FindItem>();
  const search = createSearch(server, pick);
  pick.title = title;
  pick.placeholder = 'Type or paste an interview question';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The best answer stays first, whichever title holds the typed words. Editors that don't know this property take no harm.
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
  pick.onDidChangeValue(search.changed);
  pick.onDidTriggerItemButton(({ item, button }) => {
    if (!item.story) return;
    const { uri } = item.story.summary;
    pick.hide();
    if (button === sideButton) void open(uri, vscode.ViewColumn.Beside);
    else
      void open(uri).then(() =>
        vscode.commands.executeCommand(retellCommand, uri, 'question', search.asked()),
      );
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (item?.question !== undefined) {
      pick.value = item.label;
      search.changed(item.label);
    } else if (item?.story) {
      pick.hide();
      void open(item.story.summary.uri);
    } else if (item?.action) {
      pick.hide();
      void item.action();
    }
  });
  pick.onDidHide(() => {
    search.dispose();
    pick.dispose();
  });
  pick.show();
  const question = typeof given === 'string' ? given : '';
  pick.value = question;
  search.changed(question);
}

async function open(uri: string, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { viewColumn, preview: false });
}

/** Keeps the lines true to what is typed: one search at a time, and none for what is being typed over. */
function createSearch(server: Server, pick: vscode.QuickPick<FindItem>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: vscode.CancellationTokenSource | undefined;
  let known: FoundStories['question'] = null;
  let typed = '';
  const run = async (): Promise<void> => {
    running?.cancel();
    const source = new vscode.CancellationTokenSource();
    running = source;
    pick.busy = true;
    const params: FindStoriesParams = { question: typed };
    const items =
      typed === ''
        ? questionItems(await knownQuestions(server))
        : await server
            .request<FoundStories>(findStoriesRequest, params, source.token)
            .then((found) => (found && !source.token.isCancellationRequested ? show(found) : undefined));
    if (source.token.isCancellationRequested) return;
    pick.busy = false;
    if (items) pick.items = items;
  };
  const show = (found: FoundStories): FindItem[] => {
    known = found.question;
    pick.title = known && known.text !== typed ? `Read as: ${known.text}` : title;
    // While stories are being read there may be more to come.
    if (!found.isComplete) timer = setTimeout(() => void run(), 1000);
    return foundItems(found, typed);
  };
  return {
    changed: (value: string): void => {
      typed = value.trim();
      running?.cancel();
      clearTimeout(timer);
      timer = setTimeout(() => void run(), typed === '' ? 0 : restingTime);
    },
    /** What a retelling is for: the question of the bank that it is, word for word, else the words. */
    asked: (): string => (known?.text === typed ? known.id : typed),
    dispose: (): void => {
      clearTimeout(timer);
      running?.cancel();
    },
  };
}

const fitIcons = { strong: '$(star-full)', fair: '$(star-half)', weak: '$(star-empty)' } as const;
const fitWords = { strong: 'a good answer', fair: 'a passable answer', weak: 'a weak answer' } as const;

function foundItems({ question, stories, isComplete }: FoundStories, typed: string): FindItem[] {
  const write: FindItem = {
    label: '$(add) Write a new story for this question…',
    alwaysShow: true,
    action: () =>
      vscode.commands.executeCommand('starStories.newStory', {
        question: question?.text === typed ? question.id : typed,
      }),
  };
  if (stories.length === 0)
    return [{ ...nothingFound(isComplete), alwaysShow: true }, ...(isComplete ? [write] : [])];
  return [...stories.map(storyItem), { label: '', kind: vscode.QuickPickItemKind.Separator }, write];
}

function nothingFound(isComplete: boolean): FindItem {
  if (!isComplete) return { label: '$(loading~spin) Your stories are still being read…' };
  return {
    label: 'No story of yours bears on this',
    detail:
      'Try fewer or other words: name the situation, such as “missed deadline” or “disagreed with a colleague”.',
  };
}

function storyItem(story: FoundStory): FindItem {
  const { summary, fit, reasons, missing } = story;
  const parts = [fitWords[fit], `readiness ${summary.readiness}`, clockTime(summary.seconds)];
  const lacks = missing.length > 0 && fit !== 'weak' ? `; lacks ${missing.slice(0, 3).join(', ')}` : '';
  return {
    label: `${fitIcons[fit]} ${summary.title}`,
    description: parts.join(' · '),
    detail: `${capital(reasons.join('; '))}${lacks}`,
    // What is found by its meaning need not hold the words.
    alwaysShow: true,
    buttons: [retellButton, sideButton],
    story,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
