import * as vscode from 'vscode';
import { storyFrameRequest, type StoryFrame, type StoryFrameParams } from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import { readArguments, type NewStoryArguments } from '../newStory/arguments';
import { pickFolder, type StoryFolder } from '../newStory/folder';
import { storyFromText } from '../newStory/fromText';
import { createEmptyStory } from '../newStory/file';
import { pickStart, type StoryStart } from '../newStory/start';
import { suggestedTitle } from '../newStory/title';
import type { Server } from '../server';
import { tell } from '../tell';
import { fileNameOf, fillTemplate, templateSnippet } from './storyTemplate';

const templateFile = ['snippets', 'star-stories.json'];
const templateName = 'STAR story';

/**
 * Starts a story: blank, from a question, for a gap, from the clipboard or from a template. Asks for what the arguments leave open: what
 * to start from, a title and a folder. Resolves to the new document's URI; undefined where the user gave up.
 */
export async function newStory(
  context: vscode.ExtensionContext,
  server: Server,
  library: StoryLibrary,
  given: unknown,
): Promise<vscode.Uri | undefined> {
  const known = readArguments(given);
  const start = known.start ?? (await pickStart(server));
  if (!start) return undefined;
  if (start.kind === 'text')
    return fromText(server, library, start.text ?? (await vscode.env.clipboard.readText()), known);
  const title = known.title ?? (await askForTitle(start));
  if (title === undefined) return undefined;
  const folder = known.folder ?? (await pickFolder(library));
  if (folder === undefined) return undefined;
  const name = title.trim() === '' ? 'Untitled story' : title.trim();
  const snippet = await snippetFor(context, server, start, name, folder);
  if (snippet === undefined) return undefined;
  const document = await createEmptyStory(folder, fileNameOf(name));
  if (!document) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet));
  return document.uri;
}

async function askForTitle(start: StoryStart, value = ''): Promise<string | undefined> {
  const asked = start.kind === 'frame' ? (start.question ?? start.principle) : undefined;
  return vscode.window.showInputBox({
    title: asked === undefined ? 'New story' : `New story: ${asked}`,
    prompt: 'What happened, in a few words',
    placeHolder: 'Rollback in the middle of a flash sale',
    value,
  });
}

/** The text to begin with, as a snippet whose tab stops are its holes; undefined where it could not be made, which the user has been told. */
async function snippetFor(
  context: vscode.ExtensionContext,
  server: Server,
  start: Exclude<StoryStart, { kind: 'text' }>,
  title: string,
  folder: StoryFolder,
): Promise<string | undefined> {
  const place = folder === 'none' ? undefined : folder;
  if (start.kind === 'blank') {
    const settings = vscode.workspace.getConfiguration('starStories', place);
    const [level, company] = [settings.get('level', ''), settings.get('company', '')];
    return fillTemplate(await readTemplate(context), { title, level, company });
  }
  if (start.kind === 'template') return templateSnippet(start.text, title);
  const { question, principle, company, template } = start;
  const params: StoryFrameParams = {
    title,
    uri: (place ?? vscode.Uri.from({ scheme: 'untitled', path: 'story.star.md' })).toString(),
    date: today(),
    ...(question === undefined ? {} : { question }),
    ...(principle === undefined ? {} : { principle }),
    ...(company === undefined ? {} : { company }),
    ...(template === undefined ? {} : { template }),
  };
  const frame = (await server.start())
    ? await server.request<StoryFrame>(storyFrameRequest, params)
    : undefined;
  if (!frame) tell('STAR Stories is switched off here, or its server could not be started.');
  return frame?.snippet;
}

/** The day in the user's own time zone. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A story of a text that was written elsewhere: its own words, split into sections. */
async function fromText(
  server: Server,
  library: StoryLibrary,
  text: string,
  known: NewStoryArguments,
): Promise<vscode.Uri | undefined> {
  if (text.trim() === '') {
    tell('There is no text in the clipboard. Copy your notes or an answer of yours first.');
    return undefined;
  }
  const suggestion = suggestedTitle(text);
  const title =
    known.title ?? suggestion.own ?? (await askForTitle({ kind: 'text', text }, suggestion.guess));
  if (title === undefined) return undefined;
  const folder = known.folder ?? (await pickFolder(library));
  if (folder === undefined) return undefined;
  const converted = await storyFromText(
    server,
    text,
    title.trim() === '' ? 'Untitled story' : title.trim(),
    folder,
  );
  if (!converted) {
    tell('STAR Stories is switched off here, or its server could not be started.');
    return undefined;
  }
  const document = await createEmptyStory(folder, fileNameOf(converted.title));
  if (!document) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), converted.text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
  return document.uri;
}

/** The frame is the snippet that completion offers too. */
async function readTemplate(context: vscode.ExtensionContext): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, ...templateFile),
  );
  const snippets = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    string,
    { readonly body: readonly string[] } | undefined
  >;
  return snippets[templateName]?.body.join('\n') ?? '';
}
