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
import { registerPanel, type PanelPage, type PanelView } from '../panels/panel';
import type { Server } from '../server';
import { showFollowUps, writeAnswer } from './followUps';
import type { RehearsalFromPage } from './messages';
import { storyFor } from './pickStory';
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
      openRehearsal({ page, server, library, logs }, story ?? storyOfState(state)),
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

function openRehearsal(
  { page, server, library, logs }: Rehearsing,
  first: vscode.Uri | undefined,
): PanelView<'rehearsal', vscode.Uri> {
  let story = first;
  let request = 0;

  const tellStory = async (): Promise<void> => {
    const asked = story;
    if (!asked) return;
    const number = ++request;
    const [rehearsal, takes] = await Promise.all([fetch(server, asked), logs.takesOf(asked)]);
    // Meanwhile another story, or a later version of this one, may have been asked for.
    if (number !== request) return;
    page.webview.title = rehearsal ? `Rehearsal: ${rehearsal.title}` : 'Rehearsal';
    page.post({
      type: 'story',
      uri: asked.toString(),
      rehearsal,
      takes,
      obstacle: logs.obstacle(asked) ?? null,
    });
  };
  const keep = async ({ uri, take }: Extract<RehearsalFromPage, { type: 'save' }>): Promise<void> => {
    const told = vscode.Uri.parse(uri, true);
    await logs.add(told, take);
    page.post({ type: 'takes', uri, takes: await logs.takesOf(told) });
  };

  const subscriptions = vscode.Disposable.from(
    library.onDidChange((uris) => {
      if (story && (uris === undefined || uris.has(story.toString()))) void tellStory();
    }),
    logs.onDidMove((moved) => {
      const known = story;
      const move = moved.find(
        ({ oldUri }) => known && (known.path === oldUri.path || known.path.startsWith(`${oldUri.path}/`)),
      );
      if (!known || !move) return;
      story = move.newUri.with({ path: move.newUri.path + known.path.slice(move.oldUri.path.length) });
      void tellStory();
    }),
  );
  return {
    show: (given) => {
      story = given ?? story;
      return tellStory();
    },
    receive: (message) => {
      switch (message.type) {
        case 'ready':
          return tellStory();
        case 'save':
          return keep(message);
        case 'stay':
          story = vscode.Uri.parse(message.uri, true);
          return tellStory();
        case 'writeAnswer':
          return writeAnswer(server, vscode.Uri.parse(message.uri, true), message.id);
        case 'openStory':
          return vscode.window.showTextDocument(vscode.Uri.parse(message.uri, true), {
            viewColumn: vscode.ViewColumn.Beside,
          });
        case 'openLog': {
          const log = logs.logOf(vscode.Uri.parse(message.uri, true));
          return log && vscode.window.showTextDocument(log, { viewColumn: vscode.ViewColumn.Beside });
        }
      }
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
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
