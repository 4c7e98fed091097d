import * as vscode from 'vscode';
import {
  coverageRequest,
  retellCommand,
  type Coverage,
  type CoverageParams,
} from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import type { FromPage } from '../panels/messages';
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
    open: (page, target, state) => new CoverageView(page, server, library, target ?? targetOf(state)),
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(showCoverageCommand, (target: unknown) => {
      panel.show(typeof target === 'string' ? target : undefined);
    }),
  );
}

/** One open panel of coverage. */
class CoverageView implements PanelView<'coverage', string> {
  private shown: Coverage | undefined;
  private isAsking = false;
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly page: PanelPage<'coverage'>,
    private readonly server: Server,
    private readonly library: StoryLibrary,
    private target: string | undefined,
  ) {
    this.subscriptions = vscode.Disposable.from(
      library.onDidChange(() => {
        this.updateSoon();
      }),
      server.onDidChangeRunning(() => void this.update()),
    );
  }

  receive(message: FromPage<'coverage'>): unknown {
    switch (message.type) {
      case 'ready':
        // What is known is shown at once, until the answer comes.
        if (this.shown) this.page.post({ type: 'coverage', coverage: this.shown });
        return this.update();
      case 'choose':
        this.target = message.target;
        return this.update();
      default:
        return act(message, this.shown);
    }
  }

  show(wanted: string | undefined): unknown {
    if (wanted === undefined) return undefined;
    this.target = wanted;
    return this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  /** Where a story is typed in, its library is held against the target now and then, not at every key. */
  private updateSoon(): void {
    const isLarge = (this.shown?.stories.length ?? 0) > manyStories;
    this.timer ??= setTimeout(() => void this.update(), isLarge ? 1000 : 0);
  }

  /** Asks anew; what changes while an answer is on its way is asked for once, after it. */
  private async update(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isStale = true;
    if (this.isAsking || !this.page.webview.visible) return;
    this.isAsking = true;
    try {
      await this.library.load();
      while (this.isStale) {
        this.isStale = false;
        await this.ask();
      }
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(): Promise<void> {
    const asked: CoverageParams = this.target === undefined ? {} : { target: this.target };
    this.shown = await this.server.request<Coverage>(coverageRequest, asked);
    if (this.shown) this.page.post({ type: 'coverage', coverage: this.shown });
    else this.page.post({ type: 'unavailable', isSwitchedOff: !isEnabled() });
  }
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
