import * as vscode from 'vscode';
import {
  editFrontMatterRequest,
  type EditFrontMatterAnswer,
  type EditFrontMatterParams,
} from '../../server/src/protocol';
import type { Server } from './server';

/** What is to stand in the front matter of a story. */
export type FrontMatterChange = Omit<EditFrontMatterParams, 'text'>;

export interface WrittenChange {
  /** The stories that were changed. */
  readonly changed: readonly string[];
  /** The stories that could not be, by URI, each with the reason. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Writes the same into the front matter of several stories, as one step that can be undone. A story without unsaved changes is saved
 * afterwards; one that has some goes on having them.
 */
export async function writeFrontMatter(
  server: Server,
  uris: readonly string[],
  change: FrontMatterChange,
): Promise<WrittenChange> {
  const edit = new vscode.WorkspaceEdit();
  const documents: { document: vscode.TextDocument; version: number; wasDirty: boolean }[] = [];
  const problems = new Map<string, string>();
  for (const uri of uris) {
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      const { version, isDirty: wasDirty } = document;
      const params: EditFrontMatterParams = { ...change, text: document.getText() };
      const answer = await server.request<EditFrontMatterAnswer>(editFrontMatterRequest, params);
      if (!answer) problems.set(uri, 'the language server does not answer');
      else if (answer.problem !== null) problems.set(uri, answer.problem);
      else if (answer.edits.length > 0) {
        for (const { range, newText } of answer.edits) edit.replace(document.uri, rangeOf(range), newText);
        documents.push({ document, version, wasDirty });
      }
    } catch (error) {
      problems.set(uri, error instanceof Error ? error.message : String(error));
    }
  }
  if (documents.some(({ document, version }) => document.version !== version)) {
    for (const { document } of documents)
      problems.set(document.uri.toString(), 'a story has just been changed; try again');
    return { changed: [], problems };
  }
  if (documents.length > 0 && !(await vscode.workspace.applyEdit(edit))) {
    for (const { document } of documents) problems.set(document.uri.toString(), 'it cannot be changed');
    return { changed: [], problems };
  }
  for (const { document, wasDirty } of documents) if (!wasDirty) await document.save();
  return { changed: documents.map(({ document }) => document.uri.toString()), problems };
}

function rangeOf({ start, end }: EditFrontMatterAnswer['edits'][number]['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
