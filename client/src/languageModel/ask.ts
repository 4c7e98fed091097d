import * as vscode from 'vscode';
import {
  checkRewriteRequest,
  rewriteContextRequest,
  type CheckedRewrite,
  type RewriteContext,
  type RewriteContextParams,
} from '../../../server/src/protocol';
import type { Server } from '../server';
import { tell } from '../tell';
import { isModelAllowed, type Models } from './models';
import type { Preview } from './preview';
import { promptFor, sentenceIn } from './prompt';

/** How long an answer may take, in seconds, before it is given up. */
const patienceSeconds = 60;

/**
 * Asks a model to rewrite the sentence with a finding, has the answer checked by our own rules, and shows what holds as a difference to
 * be taken or left. This is the one place from which a story leaves the editor, and only a user's own choice leads here.
 */
export async function askForRewrite(
  server: Server,
  models: Models,
  preview: Preview,
  finding: RewriteContextParams,
): Promise<void> {
  const uri = vscode.Uri.parse(finding.uri, true);
  if (!isModelAllowed(uri)) {
    tell('The setting starStories.languageModel.enable is off: nothing was sent.');
    return;
  }
  const context = await server.request<RewriteContext | null>(rewriteContextRequest, finding);
  if (!context) {
    tell('The sentence has changed, and the finding is gone.');
    return;
  }
  const model = await pickModel(await models.available());
  if (!model) return;
  const answer = await answerOf(model, context, server.log);
  if (answer === undefined) return;
  const checked = await server.request<CheckedRewrite | null>(checkRewriteRequest, {
    ...finding,
    rewrite: answer,
  });
  if (!checked) {
    tell('The answer could not be checked, so it is not offered.');
    return;
  }
  if (checked.problems.length === 0) return offer(uri, context, answer, model.name, preview);
  const again = 'Ask Again';
  const choice = await vscode.window.showWarningMessage(
    `The answer of ${model.name} is not offered. ${checked.problems.join(' ')}`,
    again,
  );
  if (choice === again) await askForRewrite(server, models, preview, finding);
}

async function pickModel(
  models: readonly vscode.LanguageModelChat[],
): Promise<vscode.LanguageModelChat | undefined> {
  if (models.length === 0) {
    tell('No language model is available in this editor. The other fixes do without one.');
    return undefined;
  }
  if (models.length === 1) return models[0];
  const items = models.map((model) => ({ label: model.name, description: model.vendor, model }));
  const choice = await vscode.window.showQuickPick(items, {
    title: 'Ask for a rewrite',
    placeHolder: 'The model that the sentence and the story are sent to',
  });
  return choice?.model;
}

/** The sentence that the model answers; undefined where it gave none, which the user has been told then, or where they gave up. */
async function answerOf(
  model: vscode.LanguageModelChat,
  context: RewriteContext,
  log: vscode.LogOutputChannel,
): Promise<string | undefined> {
  const source = new vscode.CancellationTokenSource();
  let end: 'cancelled' | 'late' | undefined;
  const give = (reason: 'cancelled' | 'late'): void => {
    end ??= reason;
    source.cancel();
  };
  const timer = setTimeout(() => give('late'), patienceSeconds * 1000);
  try {
    return await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: `${model.name} rewrites the sentence…`,
        cancellable: true,
      },
      async (_progress, token) => {
        token.onCancellationRequested(() => give('cancelled'));
        return sentenceIn(await collect(model, promptFor(context), source.token));
      },
    );
  } catch (error) {
    if (end === undefined) log.warn(`${model.name} gave no answer.`, error);
    if (end !== 'cancelled') tell(failureOf(error, model.name, end === 'late'));
    return undefined;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}

/** All of an answer. Rejects when the token is cancelled, also while a model that does not heed it goes on. */
async function collect(
  model: vscode.LanguageModelChat,
  prompt: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const cancelled = new Promise<never>((_resolve, reject) => {
    token.onCancellationRequested(() => reject(new vscode.CancellationError()));
  });
  const read = async (): Promise<string> => {
    const message = vscode.LanguageModelChatMessage.User(prompt);
    const justification = 'To suggest another wording for the sentence that you chose.';
    const response = await model.sendRequest([message], { justification }, token);
    let text = '';
    for await (const piece of response.text) text += piece;
    return text;
  };
  return Promise.race([read(), cancelled]);
}

function failureOf(error: unknown, model: string, isLate: boolean): string {
  if (isLate) return `${model} has not answered within ${patienceSeconds} seconds.`;
  const code = error instanceof vscode.LanguageModelError ? error.code : '';
  if (code === vscode.LanguageModelError.NoPermissions.name)
    return `STAR Stories may not use ${model}. Nothing was sent.`;
  if (code === vscode.LanguageModelError.Blocked.name) return `${model} refused to answer.`;
  if (code === vscode.LanguageModelError.NotFound.name) return `${model} is not available any more.`;
  return `${model} gave no answer: ${error instanceof Error ? error.message : String(error)}`;
}

/** Shows the change as a difference, and makes it where the user says so. */
async function offer(
  uri: vscode.Uri,
  context: RewriteContext,
  rewrite: string,
  model: string,
  preview: Preview,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isChanged = (): boolean => document.version !== context.version;
  if (isChanged()) {
    tell('The story has changed in the meantime, so the answer is not offered.');
    return;
  }
  const { start, end } = context.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const close = await preview.open(document, range, rewrite, `Rewrite by ${model}`);
  const use = 'Use It';
  const choice = await vscode.window.showInformationMessage(`${model} suggests: ${rewrite}`, use, 'Leave It');
  await close();
  if (choice !== use) return;
  if (isChanged()) {
    tell('The story has changed in the meantime, so the rewrite was not made.');
    return;
  }
  const editor = await vscode.window.showTextDocument(document);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, rewrite);
  await vscode.workspace.applyEdit(edit);
  editor.selection = new vscode.Selection(range.start, range.start);
}
