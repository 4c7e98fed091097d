import type { CodeActionParams } from 'vscode-languageserver';
import type { EditCapabilities } from './convert';
import type { Session } from './session';

/** Whether the client asks for this kind or for one above it. */
export function isWanted(kind: string, { context }: CodeActionParams): boolean {
  return context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? true;
}

export function editCapabilities({ capabilities }: Session): EditCapabilities {
  const edit = capabilities.workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return { documentChanges, snippetEdits: documentChanges && edit.snippetEditSupport === true };
}
