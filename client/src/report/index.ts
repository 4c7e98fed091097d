import * as vscode from 'vscode';
import {
  cueSheetRequest,
  reportRequest,
  type ReportPage,
  type ReportParams,
} from '../../../server/src/protocol';
import { nameWithoutEnding } from '../commands/besideStory';
import type { StoryLibrary } from '../library';
import { storyFor } from '../pickStory';
import type { Server } from '../server';
import { isStoryUri } from '../storyFiles';
import { tell } from '../tell';

export const reportCommand = 'starStories.report';
export const cueSheetCommand = 'starStories.cueSheet';

/**
 * Writes a page of HTML on the library and opens it. Asks for the file unless `target` is its URI. Resolves to what was written; undefined
 * where the user gave up or there is nothing to write.
 */
export async function writeReport(server: Server, target: unknown): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const page = await withProgress('Writing the report', async (token) => {
    const params: ReportParams = { date: today() };
    return (await server.start())
      ? server.request<ReportPage | null>(reportRequest, params, token)
      : undefined;
  });
  if (!page) return undefined;
  if (page.stories === 0) {
    tell('There is no story to report on yet. Write the first one: run “New Story…”.');
    return undefined;
  }
  const file = target instanceof vscode.Uri ? target : await askForFile(folder, 'story-report.html');
  return file && write(file, page.html, 'Story report', file !== target);
}

/** Writes a page to glance at before a story is told: that of the URI or the tree's line, else the one in the editor, else one that is chosen. */
export async function writeCueSheet(
  server: Server,
  library: StoryLibrary,
  given: unknown,
  target: unknown,
): Promise<vscode.Uri | undefined> {
  const story = await storyFor(given, library, 'Cue sheet');
  if (!story || !isStoryUri(story)) return undefined;
  const params = { uri: story.toString() };
  const page = (await server.start())
    ? await server.request<ReportPage | null>(cueSheetRequest, params)
    : undefined;
  if (!page) {
    tell('STAR Stories is switched off here, or the story could not be read.');
    return undefined;
  }
  const folder = story.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(story, '..'); // prettier-ignore
  const name = `${nameWithoutEnding(story)}-cue-sheet.html`;
  const file = target instanceof vscode.Uri ? target : await askForFile(folder, name);
  return file && write(file, page.html, 'Cue sheet', file !== target);
}

function withProgress<Value>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<Value>,
): Thenable<Value> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_progress, token) => work(token));
}

async function askForFile(folder: vscode.Uri | undefined, name: string): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: 'Where the page goes',
    filters: { HTML: ['html'] },
    saveLabel: 'Write',
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

/** Writes the page and shows it: in the browser where the user chose the file, and where a browser can open it. */
async function write(
  file: vscode.Uri,
  html: string,
  title: string,
  isChosen: boolean,
): Promise<vscode.Uri | undefined> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The page could not be written: ${reason}`);
    return undefined;
  }
  // A browser opens files of this machine only; elsewhere the page is shown in the editor.
  const isHere =
    file.scheme === 'file' &&
    vscode.env.remoteName === undefined &&
    vscode.env.uiKind === vscode.UIKind.Desktop;
  if (!isChosen || !isHere || !(await vscode.env.openExternal(file))) preview(html, title);
  return file;
}

function preview(html: string, title: string): void {
  const panel = vscode.window.createWebviewPanel('starStories.report', title, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = html;
}

/** The day where the user is. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
