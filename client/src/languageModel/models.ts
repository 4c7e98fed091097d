import * as vscode from 'vscode';

/** The language models that the editor offers, looked up when first asked for and after each change; none where it knows no such thing. */
export interface Models {
  available(): Promise<readonly vscode.LanguageModelChat[]>;
  /** Those that are known by now or very soon: a menu does not wait for other extensions to start. */
  availableSoon(): Promise<readonly vscode.LanguageModelChat[]>;
  dispose(): void;
}

/** How long a menu waits for models, in milliseconds. */
const menuPatience = 250;

export function createModels(log: vscode.LogOutputChannel): Models {
  // Editors that are built on VS Code may lack the whole of it.
  const { lm } = vscode as { lm?: typeof vscode.lm };
  let known: Promise<readonly vscode.LanguageModelChat[]> | undefined;
  const subscription = lm?.onDidChangeChatModels(() => {
    known = undefined;
  });
  const available = (): Promise<readonly vscode.LanguageModelChat[]> => (known ??= lookUp(lm, log));
  return {
    available,
    availableSoon: () => {
      const none = new Promise<readonly []>((resolve) => setTimeout(() => resolve([]), menuPatience));
      return Promise.race([available(), none]);
    },
    dispose: () => {
      subscription?.dispose();
    },
  };
}

async function lookUp(
  lm: typeof vscode.lm | undefined,
  log: vscode.LogOutputChannel,
): Promise<readonly vscode.LanguageModelChat[]> {
  if (!lm) return [];
  try {
    return await lm.selectChatModels();
  } catch (error) {
    log.warn('The language models could not be listed.', error);
    return [];
  }
}

/** Whether the user lets stories be sent to a language model at all. */
export function isModelAllowed(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('starStories', uri).get<boolean>('languageModel.enable', true);
}
