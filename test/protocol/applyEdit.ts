import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text after an edit of its one document; snippets as they stand before anything is filled in. */
export function applyWorkspaceEdit(text: string, { documentChanges, changes }: WorkspaceEdit): string {
  const edits =
    documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ??
    Object.values(changes ?? {}).flat();
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits.map(plainEdit));
}

function plainEdit(edit: TextEdit | SnippetTextEdit): TextEdit {
  if ('newText' in edit) return edit;
  const newText = edit.snippet.value
    .replace(/\$\{\d+\|(.*?)(?<!\\),.*?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\\([\\$}|,])/g, '$1');
  return { range: edit.range, newText };
}
