import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../text/edit';
import { editCapabilities } from './codeActionRequest';
import { toRange } from './convert';
import type { Session } from './session';

/** Edits of one story. */
export interface StoryEdit {
  readonly document: TextDocument;
  readonly edits: readonly Edit[];
}

/** One edit of several stories: of the very version that was read where a story is open, of the file where it is not. */
export function editOfStories(session: Session, stories: readonly StoryEdit[]): WorkspaceEdit {
  const changed = stories.map(({ document, edits }) => ({
    uri: document.uri,
    version: session.documents.get(document.uri) ? document.version : null,
    edits: edits.map(({ span, insert }) => ({ range: toRange(span, document), newText: insert })),
  }));
  if (!editCapabilities(session).documentChanges)
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
  return {
    documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
  };
}
