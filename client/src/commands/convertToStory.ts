import * as vscode from 'vscode';
import { convertRequest, type ConvertedStory, type ConvertParams } from '../../../server/src/protocol';
import type { Server } from '../server';
import { isStoryUri } from '../storyFiles';
import { tell } from '../tell';
import { createBeside, nameWithoutEnding } from './besideStory';

/** The kind of the code action; it comes only when refactorings are asked for, so that notes show no light bulb for it. */
const kind = vscode.CodeActionKind.RefactorRewrite.append('starStories.convert');
export const convertCommand = 'starStories.convertToStory';

/** Makes a story of a Markdown or plain text file beside it: its words, split into sections, under a front matter with a title. */
export async function convertToStory(server: Server, given: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (!uri) {
    tell('Open a Markdown or plain text file first.');
    return;
  }
  if (isStoryUri(uri)) {
    tell('This is a story already.');
    return;
  }
  const text = await readText(uri);
  if (text === undefined) return;
  if (text.trim() === '') {
    tell('There is nothing in this file to make a story of.');
    return;
  }
  const name = nameWithoutEnding(uri);
  const params: ConvertParams = { text, name, uri: uri.toString() };
  const converted = (await server.start())
    ? await server.request<ConvertedStory>(convertRequest, params)
    : undefined;
  if (!converted) {
    tell('STAR Stories is switched off here, or its server could not be started.');
    return;
  }
  await createBeside(uri, name, converted.text);
}

/** The text as it is in the editor; undefined where it is none, which the user has been told then. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    tell('This file is not text, or cannot be read.');
    return undefined;
  }
}

/** Offers the conversion among the refactorings of Markdown and plain text files. */
export function registerConversionAction(): vscode.Disposable {
  const provideCodeActions = (
    { uri }: vscode.TextDocument,
    _range: unknown,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] => {
    if (!only?.intersects(kind) || isStoryUri(uri)) return [];
    const action = new vscode.CodeAction('Convert into a story', kind);
    action.command = { title: action.title, command: convertCommand, arguments: [uri] };
    return [action];
  };
  return vscode.languages.registerCodeActionsProvider(
    [{ language: 'markdown' }, { language: 'plaintext' }],
    { provideCodeActions },
    { providedCodeActionKinds: [kind] },
  );
}
