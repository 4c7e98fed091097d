import * as vscode from 'vscode';
import {
  coverageRequest,
  retellCommand,
  type Coverage,
  type CoverageParams,
} from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import { registerPanel, type PanelPage, type PanelView } from '../panels/panel';
import { isEnabled, type Server } from '../server';
import type { CoverageFromPage, CoverageState } from './messages';

export const showCoverageCommand = 'starStories.showCoverage';

/** From so many stories on a change waits, in case another one follows. */
const manyStories = 200;

/** The panel that holds the library against a company's principles, a set of the user's own, or questions. */
export function registerCoverage(
  context: vscode.ExtensionContext,
  server: Server,
  library: StoryLibrary,
): vscode.Disposable {
  const panel = registerPanel<'coverage', string>(context, server.log, {
    id: 'coverage',
    title: 'Coverage',
    open: (page, target, state) => openCoverage({ page, server, library }, target ?? targetOf(state)),
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(showCoverageCommand, (target: unknown) => {
      panel.show(typeof target === 'string' ? target : undefined);
    }),
  );
}

interface Covering {
  readonly page: PanelPage<'coverage'>;
  readonly server: Server;
  readonly library: StoryLibrary;
}

function openCoverage(
  { page, server, library }: Covering,
  first: string | undefined,
): PanelView<'coverage', string> {
  let target = first;
  let shown: Coverage | undefined;
  let isAsking = false;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks anew; what changes while an answer is on its way is asked for once, after it. */
  const update = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    isStale = true;
    if (isAsking || !page.webview.visible) return;
    isAsking = true;
    try {
      await library.load();
      while (isStale) {
        isStale = false;
        const asked: CoverageParams = target === undefined ? {} : { target };
        shown = await server.request<Coverage>(coverageRequest, asked);
        if (shown) page.post({ type: 'coverage', coverage: shown });
        else page.post({ type: 'unavailable', isSwitchedOff: !isEnabled() });
      }
    } finally {
      isAsking = false;
    }
  };
  /** Where a story is typed in, its library is held against the target now and then, not at every key. */
  const updateSoon = (): void => {
    timer ??= setTimeout(() => void update(), (shown?.stories.length ?? 0) > manyStories ? 1000 : 0);
  };

  const subscriptions = vscode.Disposable.from(
    library.onDidChange(updateSoon),
    server.onDidChangeRunning(() => void update()),
  );
  return {
    receive: (message) => {
      switch (message.type) {
        case 'ready':
          // What is known is shown at once, until the answer comes.
          if (shown) page.post({ type: 'coverage', coverage: shown });
          return update();
        case 'choose':
          ({ target } = message);
          return update();
        default:
          return act(message, shown);
      }
    },
    show: (wanted) => {
      if (wanted === undefined) return;
      target = wanted;
      return update();
    },
    dispose: () => {
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** What a click in the page does outside of it. */
function act(
  message: Exclude<CoverageFromPage, { type: 'choose' }>,
  shown: Coverage | undefined,
): Thenable<unknown> | undefined {
  switch (message.type) {
    case 'openStory':
      return vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(message.uri, true));
    case 'newStory':
      return vscode.commands.executeCommand('starStories.newStory', startOf(message.topic, shown));
    case 'retell':
      return retell(message.uri, message.topic, shown);
    case 'switchOn':
      return vscode.commands.executeCommand('starStories.toggle');
    case 'showLog':
      return vscode.commands.executeCommand('starStories.showLog');
  }
}

/** What the front matter of a story for a topic says. */
function startOf(
  topic: string | null,
  shown: Coverage | undefined,
): { principle?: string; company?: string; question?: string } | undefined {
  const found = shown?.topics.find(({ id }) => id === topic);
  if (!found || !shown) return undefined;
  const { about, company, id } = shown.target;
  if (about === 'principles') return { principle: found.name, ...(company === null ? {} : { company }) };
  // A theme is no question: the user is to choose one of it.
  return id === 'questions' ? undefined : { question: found.name };
}

/** A story that proves what it is not told for yet is opened, and retold for it. */
async function retell(uri: string, topic: string, shown: Coverage | undefined): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri, true));
  const kind = shown?.target.about === 'questions' ? 'question' : 'principle';
  if (shown?.target.kind === 'company' || kind === 'question')
    await vscode.commands.executeCommand(retellCommand, uri, kind, topic);
}

function targetOf(state: unknown): string | undefined {
  const { target } = (state ?? {}) as Partial<CoverageState>;
  return typeof target === 'string' ? target : undefined;
}
