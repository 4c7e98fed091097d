// A language model behind the editor's own interface. It says what a test tells it to say, and keeps what it was asked.
const vscode = require('vscode');

const changed = new vscode.EventEmitter();
const state = {
  /** Whether the editor has the model at all. */
  isThere: false,
  /** @type {(prompt: string, token: import('vscode').CancellationToken) => Promise<string>} */
  answer: () => Promise.resolve(''),
  /** What it was asked, one after the other. @type {string[]} */
  prompts: [],
  /** False in editors whose interface for such models is not open to all. */
  isSupported: typeof vscode.lm?.registerLanguageModelChatProvider === 'function',
  /** @param {boolean} isThere */
  show(isThere) {
    state.isThere = isThere;
    changed.fire();
  },
};

const model = {
  id: 'parrot',
  name: 'Parrot',
  family: 'parrot',
  version: '1',
  maxInputTokens: 100_000,
  maxOutputTokens: 1_000,
  capabilities: {},
};

function activate(context) {
  if (!state.isSupported) return state;
  const provider = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: () => (state.isThere ? [model] : []),
    async provideLanguageModelChatResponse(_model, messages, _options, progress, token) {
      const prompt = messages.flatMap(({ content }) => content.map((part) => part.value ?? '')).join('\n');
      state.prompts.push(prompt);
      const text = await state.answer(prompt, token);
      // In pieces, as models answer.
      for (const piece of text.match(/[^]{1,7}/gu) ?? [])
        progress.report(new vscode.LanguageModelTextPart(piece));
    },
    provideTokenCount: (_model, text) => Promise.resolve(String(text).length),
  };
  context.subscriptions.push(
    changed,
    vscode.lm.registerLanguageModelChatProvider('star-stories-tests', provider),
  );
  return state;
}

module.exports = { activate };
