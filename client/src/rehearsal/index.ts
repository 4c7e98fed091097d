import * as vscode from 'vscode';
import {
  rehearsalRequest,
  rehearseCommand,
  showFollowUpsCommand,
  type Rehearsal,
  type StoryParams,
} from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import type { OutlineNode } from '../outline/nodes';
import type { FromPage } from '../panels/messages';
import { registerPanel, type PanelPage, type PanelView } from '../panels/panel';
import { storyFor } from '../pickStory';
import type { Server } from '../server';
import { showFollowUps, writeAnswer } from './followUps';
import type { RehearsalFromPage } from './messages';
import { createTakeLogs, type TakeLogs } from './takeLog';

/** Rehearsal and follow-ups: the panel in which a story is said aloud, the log of its takes, and the questions that come next. */
export function registerRehearsal(
  context: vscode.ExtensionContext,
  server: Server,
  library: StoryLibrary,
): vscode.Disposable {
  const logs = createTakeLogs(server.log);
  const panel = registerPanel<'rehearsal', vscode.Uri>(context, server.log, {
    id: 'rehearsal',
    title: 'Rehearsal',
    open: (page, story, state) =>
      new RehearsalView({ page, server, library, logs }, story ?? storyOfState(state)),
  });
  const register = (id: string, run: (given: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, run);
  return vscode.Disposable.from(
    logs,
    panel,
    register(rehearseCommand, async (given) => {
      const story = await storyFor(given, library, 'Rehearse a story');
      if (story) panel.show(story);
    }),
    register(showFollowUpsCommand, async (given) => {
      const story = await storyFor(given, library, 'Follow-ups of a story');
      if (story) await showFollowUps(server, story);
    }),
    register('starStories.answerFollowUp', async (given) => {
      if (isFollowUpNode(given))
        await writeAnswer(server, vscode.Uri.parse(given.parent.parent.story.uri, true), given.followUp.id);
    }),
  );
}

interface Rehearsing {
  readonly page: PanelPage<'rehearsal'>;
  readonly server: Server;
  readonly library: StoryLibrary;
  readonly logs: TakeLogs;
}

/** One open panel of rehearsal. */
class RehearsalView implements PanelView<'rehearsal', vscode.Uri> {
  private request = 0;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly parts: Rehearsing,
    private story: vscode.Uri | undefined,
  ) {
    const { library, logs } = parts;
    this.subscriptions = vscode.Disposable.from(
      library.onDidChange((uris) => {
        if (this.story && (uris === undefined || uris.has(this.story.toString()))) void this.tellStory();
      }),
      logs.onDidMove((moved) => {
        const place = this.story && placeAfter(moved, this.story);
        if (!place) return;
        this.story = place;
        void this.tellStory();
      }),
    );
  }

  show(given: vscode.Uri | undefined): unknown {
    this.story = given ?? this.story;
    return this.tellStory();
  }

  receive(message: FromPage<'rehearsal'>): unknown {
    switch (message.type) {
      case 'ready':
        return this.tellStory();
      case 'save':
        return this.keep(message);
      case 'stay':
        this.story = vscode.Uri.parse(message.uri, true);
        return this.tellStory();
      case 'writeAnswer':
        return writeAnswer(this.parts.server, vscode.Uri.parse(message.uri, true), message.id);
      case 'openStory':
        return showBeside(vscode.Uri.parse(message.uri, true));
      case 'openLog': {
        const log = this.parts.logs.logOf(vscode.Uri.parse(message.uri, true));
        return log && showBeside(log);
      }
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async tellStory(): Promise<void> {
    const { page, server, logs } = this.parts;
    const asked = this.story;
    if (!asked) return;
    const number = ++this.request;
    const [rehearsal, takes] = await Promise.all([fetch(server, asked), logs.takesOf(asked)]);
    // Meanwhile another story, or a later version of this one, may have been asked for.
    if (number !== this.request) return;
    page.webview.title = rehearsal ? `Rehearsal: ${rehearsal.title}` : 'Rehearsal';
    page.post({
      type: 'story',
      uri: asked.toString(),
      rehearsal,
      takes,
      obstacle: logs.obstacle(asked) ?? null,
    });
  }

  private async keep({ uri, take }: Extract<RehearsalFromPage, { type: 'save' }>): Promise<void> {
    const { page, logs } = this.parts;
    const told = vscode.Uri.parse(uri, true);
    await logs.add(told, take);
    page.post({ type: 'takes', uri, takes: await logs.takesOf(told) });
  }
}

function showBeside(file: vscode.Uri): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.Beside });
}

/** Where a story is after files or folders have moved; undefined where it was not among them. */
function placeAfter(
  moved: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  story: vscode.Uri,
): vscode.Uri | undefined {
  const move = moved.find(
    ({ oldUri }) => story.path === oldUri.path || story.path.startsWith(`${oldUri.path}/`),
  );
  return move?.newUri.with({ path: move.newUri.path + story.path.slice(move.oldUri.path.length) });
}

/** The story as it stands in its editor, or in its file. Null where it cannot be read. */
async function fetch(server: Server, story: vscode.Uri): Promise<Rehearsal | null> {
  try {
    // What is open is known to the server, whether it belongs to the library or not.
    await vscode.workspace.openTextDocument(story);
  } catch {
    return null;
  }
  if (!(await server.start())) return null;
  const params: StoryParams = { uri: story.toString() };
  return (await server.request<Rehearsal | null>(rehearsalRequest, params)) ?? null;
}

/** What the page kept names the story; it may have been written by another version. */
function storyOfState(state: unknown): vscode.Uri | undefined {
  const uri = (state as { uri?: unknown } | undefined)?.uri;
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
}

function isFollowUpNode(value: unknown): value is Extract<OutlineNode, { type: 'followUp' }> {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'followUp';
}
