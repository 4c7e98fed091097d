import * as vscode from 'vscode';
import {
  rewriteContextRequest,
  type RewriteContext,
  type RewriteContextParams,
} from '../../../server/src/protocol';
import type { Server } from '../server';
import { storySelector } from '../storyFiles';
import { askForRewrite } from './ask';
import { createModels, isModelAllowed, type Models } from './models';
import { createPreview } from './preview';

const askCommand = 'starStories.askForRewrite';
/** How many findings at one place get an entry. */
const most = 2;

/** A second group of fixes where the user has a language model: none of them sends anything before it is chosen. */
export function registerLanguageModel(server: Server): vscode.Disposable {
  const models = createModels(server.log);
  const preview = createPreview();
  return vscode.Disposable.from(
    models,
    preview,
    vscode.commands.registerCommand(askCommand, (finding: RewriteContextParams) =>
      askForRewrite(server, models, preview, finding),
    ),
    vscode.languages.registerCodeActionsProvider(
      [...storySelector],
      { provideCodeActions: (document, _range, context) => actions(document, context, server, models) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function actions(
  document: vscode.TextDocument,
  { diagnostics, only }: vscode.CodeActionContext,
  server: Server,
  models: Models,
): Promise<vscode.CodeAction[]> {
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const ours = diagnostics.filter(({ source }) => source === 'STAR Stories');
  if (ours.length === 0 || !server.isRunning || !isModelAllowed(document.uri)) return [];
  const [model, ...others] = await models.availableSoon();
  if (!model) return [];
  const title =
    others.length === 0 ? `Ask ${model.name} for a rewrite` : 'Ask a language model for a rewrite…';
  const found: vscode.CodeAction[] = [];
  for (const diagnostic of ours) {
    const finding = findingOf(diagnostic, document);
    // Only what is found in a sentence can be mended by another sentence: the server knows.
    const context = await server.request<RewriteContext | null>(rewriteContextRequest, finding);
    if (context) found.push(action(title, diagnostic, finding, found.length > 0 || ours.length > 1));
    if (found.length === most) break;
  }
  return found;
}

function findingOf({ code, range }: vscode.Diagnostic, { uri }: vscode.TextDocument): RewriteContextParams {
  const { line, character } = range.start;
  return {
    uri: uri.toString(),
    rule: String(typeof code === 'object' ? code.value : code),
    position: { line, character },
  };
}

function action(
  title: string,
  diagnostic: vscode.Diagnostic,
  finding: RewriteContextParams,
  isOneOfSeveral: boolean,
): vscode.CodeAction {
  const full = isOneOfSeveral
    ? `${title.replace(/…$/, '')} without “${finding.rule}”${title.endsWith('…') ? '…' : ''}`
    : title;
  const made = new vscode.CodeAction(full, vscode.CodeActionKind.QuickFix);
  made.diagnostics = [diagnostic];
  made.command = { title: full, command: askCommand, arguments: [finding] };
  return made;
}
