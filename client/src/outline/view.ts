import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import type { Server } from '../server';
import { activeStory } from '../storyFiles';
import { createDragAndDrop } from './dragAndDrop';
import { groupings, sortings, type Arrangement, type Grouping, type Sorting } from './grouping';
import { counted } from './labels';
import type { OutlineNode } from './nodes';
import { storyOf } from './nodes';
import { OutlineProvider } from './provider';
import { chosenStories, deleteStories, renameTitle } from './storyCommands';

const viewId = 'starStories.library';
const groupingKey = 'starStories.outline.grouping';
const sortingKey = 'starStories.outline.sorting';

const groupingNames: Readonly<Record<Grouping, string>> = {
  company: 'Company',
  principle: 'Principle',
  level: 'Level',
  question: 'Question',
  status: 'Status',
  folder: 'Folder',
  strength: 'Strength',
  none: 'No groups',
};

const sortingNames: Readonly<Record<Sorting, { readonly label: string; readonly description: string }>> = {
  title: { label: 'Title', description: 'A to Z' },
  readiness: { label: 'Readiness', description: 'what needs most work first' },
  time: { label: 'Spoken time', description: 'longest first' },
  date: { label: 'Date', description: 'newest first' },
};

/** The view and what stands behind it. */
export interface Outline {
  readonly provider: OutlineProvider;
  readonly view: vscode.TreeView<OutlineNode>;
  readonly dragAndDrop: vscode.TreeDragAndDropController<OutlineNode>;
  dispose(): void;
}

/** The STAR Stories view in the activity bar, with its commands. How it is arranged is remembered for the workspace. */
export function registerOutline(
  context: vscode.ExtensionContext,
  server: Server,
  library: StoryLibrary,
): Outline {
  return new LibraryOutline(context.workspaceState, server, library);
}

class LibraryOutline implements Outline {
  readonly provider: OutlineProvider;
  readonly view: vscode.TreeView<OutlineNode>;
  readonly dragAndDrop: vscode.TreeDragAndDropController<OutlineNode>;
  private arrangement: Arrangement;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly state: vscode.Memento,
    private readonly server: Server,
    private readonly library: StoryLibrary,
  ) {
    this.arrangement = {
      grouping: oneOf(groupings, state.get(groupingKey)) ?? 'company',
      sorting: oneOf(sortings, state.get(sortingKey)) ?? 'title',
      filter: '',
    };
    this.provider = new OutlineProvider(library, this.arrangement);
    this.dragAndDrop = createDragAndDrop(server, library, this.provider);
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this.provider,
      dragAndDropController: this.dragAndDrop,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.describe();
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.provider,
      progressWhileReading(library),
      ...this.followChanges(),
      ...this.arrangingCommands(),
      ...this.storyCommands(),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private describe(): void {
    const { view, library } = this;
    const { grouping, filter } = this.arrangement;
    view.description = grouping === 'none' ? '' : `by ${groupingNames[grouping].toLowerCase()}`;
    view.message = filter === '' ? undefined : filterMessage(filter, this.provider.shownCount);
    view.badge = badgeOf(library);
    void setContext('starStories.hasFilter', filter !== '');
    void setContext(
      'starStories.libraryState',
      library.stories.length > 0 ? 'filled' : library.isListed ? 'empty' : 'unknown',
    );
  }

  private arrange(change: Partial<Arrangement>): void {
    this.arrangement = { ...this.arrangement, ...change };
    this.provider.arrange(this.arrangement);
    this.describe();
  }

  private followChanges(): vscode.Disposable[] {
    const follow = (): void => {
      revealActiveStory(this.view, this.provider);
    };
    return [
      this.library.onDidChange((uris) => {
        this.provider.update(uris);
        this.describe();
        if (uris === undefined) follow();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.provider.foldersChanged();
      }),
      vscode.window.onDidChangeActiveTextEditor(follow),
      this.view.onDidChangeVisibility(follow),
    ];
  }

  private arrangingCommands(): vscode.Disposable[] {
    return [
      vscode.commands.registerCommand('starStories.groupBy', async (given?: unknown) => {
        const grouping = oneOf(groupings, given) ?? (await pickGrouping(this.arrangement.grouping));
        if (grouping === undefined) return;
        this.arrange({ grouping });
        await this.state.update(groupingKey, grouping);
      }),
      vscode.commands.registerCommand('starStories.sortBy', async (given?: unknown) => {
        const sorting = oneOf(sortings, given) ?? (await pickSorting(this.arrangement.sorting));
        if (sorting === undefined) return;
        this.arrange({ sorting });
        await this.state.update(sortingKey, sorting);
      }),
      vscode.commands.registerCommand('starStories.filter', async (given?: unknown) => {
        const filter =
          typeof given === 'string'
            ? given
            : await askForFilter(this.arrangement.filter, (text) => {
                this.arrange({ filter: text });
              });
        if (filter !== undefined) this.arrange({ filter: filter.trim() });
      }),
      vscode.commands.registerCommand('starStories.clearFilter', () => {
        this.arrange({ filter: '' });
      }),
    ];
  }

  private storyCommands(): vscode.Disposable[] {
    const { view, library } = this;
    return [
      vscode.commands.registerCommand('starStories.refresh', () =>
        vscode.window.withProgress({ location: { viewId } }, () => library.reload()),
      ),
      vscode.commands.registerCommand(
        'starStories.renameStory',
        async (clicked?: unknown, given?: unknown) => {
          const [story] = chosenStories(clicked, undefined, view.selection);
          if (story) await renameTitle(this.server, story, given);
        },
      ),
      vscode.commands.registerCommand('starStories.deleteStory', (clicked?: unknown, selected?: unknown) =>
        deleteStories(chosenStories(clicked, selected, view.selection)),
      ),
      vscode.commands.registerCommand('starStories.revealInOutline', async (uri?: unknown) => {
        await vscode.commands.executeCommand(`${viewId}.focus`);
        await library.load();
        const wanted = typeof uri === 'string' ? uri : activeStory()?.uri.toString();
        if (wanted !== undefined) revealStory(view, this.provider, wanted, true);
      }),
    ];
  }
}

/** Selects the line of the story in the active editor, unless the selection already is on it or below it, or the user wants none of it. */
function revealActiveStory(view: vscode.TreeView<OutlineNode>, provider: OutlineProvider): void {
  const uri = activeStory()?.uri.toString();
  const follows = vscode.workspace.getConfiguration('starStories').get<boolean>('outline.followEditor', true);
  if (uri === undefined || !view.visible || !follows) return;
  const selected = view.selection[0];
  if (selected && storyOf(selected)?.story.uri === uri) return;
  revealStory(view, provider, uri, false);
}

/** Selects the first line of a story; where the user asked for it, it is opened and gets the keys. */
function revealStory(
  view: vscode.TreeView<OutlineNode>,
  provider: OutlineProvider,
  uri: string,
  isWanted: boolean,
): void {
  const line = provider.linesOf(uri)[0];
  // A line that went while it was being shown is no loss.
  if (line)
    view.reveal(line, { select: true, focus: isWanted, expand: isWanted }).then(undefined, () => undefined);
}

/** Shows that there is more to come, from the first answer until all stories have been read. */
function progressWhileReading(library: StoryLibrary): vscode.Disposable {
  let finish: (() => void) | undefined;
  return library.onDidChange(() => {
    const isReading = library.stories.length > 0 && !library.isComplete;
    if (isReading && !finish) {
      void vscode.window.withProgress(
        { location: { viewId } },
        () => new Promise<void>((resolve) => (finish = resolve)),
      );
    } else if (!isReading) {
      finish?.();
      finish = undefined;
    }
  });
}

function filterMessage(filter: string, shown: number): string {
  return shown === 0
    ? `No story matches “${filter}”.`
    : `${counted(shown, 'story', 'stories')} for “${filter}”`;
}

/** How many stories have something to mend. */
function badgeOf({ stories, isComplete }: StoryLibrary): vscode.ViewBadge | undefined {
  const value = stories.filter(({ counts }) => counts.warning + counts.error > 0).length;
  const soFar = isComplete ? '' : ' so far';
  return value === 0
    ? undefined
    : { value, tooltip: `${counted(value, 'story', 'stories')} with warnings${soFar}` };
}

async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({
    label: groupingNames[grouping],
    description: grouping === current ? 'current' : '',
    grouping,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: 'Group stories by',
      placeHolder: groupingNames[current],
    })
  )?.grouping;
}

async function pickSorting(current: Sorting): Promise<Sorting | undefined> {
  const items = sortings.map((sorting) => ({
    ...sortingNames[sorting],
    detail: sorting === current ? 'Current' : undefined,
    sorting,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: 'Sort stories by',
      placeHolder: sortingNames[current].label,
    })
  )?.sorting;
}

/** Asks for the filter and applies it while it is typed; undefined, with the old one in force again, where it is cancelled. */
async function askForFilter(before: string, apply: (text: string) => void): Promise<string | undefined> {
  const filter = await vscode.window.showInputBox({
    title: 'Filter stories',
    prompt: 'Words from titles, tags, principles, questions or companies. Empty shows all stories.',
    value: before,
    validateInput: (text) => {
      apply(text.trim());
      return undefined;
    },
  });
  if (filter === undefined) apply(before);
  return filter;
}

const contexts = new Map<string, unknown>();

/** A value that is in force already is not set again: this comes with each change of the library. */
async function setContext(key: string, value: unknown): Promise<void> {
  if (contexts.get(key) === value) return;
  contexts.set(key, value);
  await vscode.commands.executeCommand('setContext', key, value);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}
