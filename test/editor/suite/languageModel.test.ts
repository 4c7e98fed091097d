import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { findingOf, openNew, quickFixes, setSetting } from './editor';

/** What the extension in test/editor/model-extension hands out: a language model that says what it is told to. */
interface FakeModel {
  readonly isSupported: boolean;
  answer: (prompt: string, token: vscode.CancellationToken) => Promise<string>;
  prompts: string[];
  show(isThere: boolean): void;
}

const weak = 'DevOps pushed a bad config to the payment gateway at 14:05.';
const strong = 'A config that nothing validated reached the payment gateway at 14:05.';
const story = `---
title: Salary 123,456
---

## Situation

Search took 9 seconds for a tenth of our users. ${weak}

## Action

I compared two traces.
`;

let fake: FakeModel;
let number = 0;

async function openStory(): Promise<{ document: vscode.TextDocument; range: vscode.Range }> {
  const { document } = await openNew(`model ${++number}.star.md`, story);
  const { range } = await findingOf('blame', document.uri);
  return { document, range };
}

/** The fixes that ask a model, once there are as many as a test expects. */
async function asking(uri: vscode.Uri, range: vscode.Range, expected: number): Promise<vscode.CodeAction[]> {
  for (;;) {
    const fixes = (await quickFixes(uri, range)).filter(({ title }) => title.startsWith('Ask '));
    if (fixes.length === expected) return fixes;
  }
}

/** Chooses the fix; resolves when all has been done that it does. */
function choose({ command }: vscode.CodeAction): Thenable<unknown> {
  return vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
}

function changed(document: vscode.TextDocument): Promise<string> {
  return new Promise((resolve) => {
    const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      subscription.dispose();
      resolve(document.getText());
    });
  });
}

/** The two documents of the next difference that is shown. */
function diffOpened(): Promise<[vscode.Uri, vscode.Uri]> {
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const { input } of opened) {
        if (!(input instanceof vscode.TabInputTextDiff)) continue;
        subscription.dispose();
        resolve([input.original, input.modified]);
      }
    });
  });
}

suite('a language model', () => {
  suiteSetup(async function () {
    const extension = vscode.extensions.getExtension<FakeModel>('star-stories-tests.fake-model');
    assert.ok(extension, 'the extension with the model is not there');
    fake = await extension.activate();
    // Before VS Code 1.104 a model can be provided through a proposed interface alone.
    if (!fake.isSupported) this.skip();
  });

  setup(() => {
    fake.prompts = [];
    fake.answer = () => Promise.resolve(strong);
    fake.show(true);
  });

  suiteTeardown(async () => {
    fake.show(false);
    await setSetting('languageModel.enable', undefined);
  });

  test('is offered beside the other fixes, and nothing is sent before it is chosen', async () => {
    const { document, range } = await openStory();
    const [fix] = await asking(document.uri, range, 1);
    assert.equal(fix!.title, 'Ask Parrot for a rewrite');
    assert.ok(
      (await quickFixes(document.uri, range)).some(({ edit }) => edit),
      'the other fixes are gone',
    );
    assert.deepEqual(fake.prompts, []);
  });

  test('is not offered where there is none, or where the setting is off', async () => {
    const { document, range } = await openStory();
    await asking(document.uri, range, 1);
    fake.show(false);
    await asking(document.uri, range, 0);
    fake.show(true);
    await asking(document.uri, range, 1);
    await setSetting('languageModel.enable', false);
    await asking(document.uri, range, 0);
    await setSetting('languageModel.enable', undefined);
    await asking(document.uri, range, 1);
    assert.deepEqual(fake.prompts, []);
  });

  test('gets the sentence, the advice and the story, and its answer waits to be confirmed', async () => {
    const { document, range } = await openStory();
    const [fix] = await asking(document.uri, range, 1);
    fake.answer = () => Promise.resolve(`Rewrite: "${strong}"\n`);
    const previewed = diffOpened();
    const done = choose(fix!);
    const [original, rewritten] = await previewed;
    assert.equal(original.toString(), document.uri.toString());
    assert.equal((await vscode.workspace.openTextDocument(rewritten)).getText(), story.replace(weak, strong));
    assert.equal(document.getText(), story, 'nothing is changed before it is confirmed');
    const after = changed(document);
    // The message with its button comes a moment after the difference; until then the command does nothing.
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('notification.acceptPrimaryAction'),
      200,
    );
    try {
      assert.equal(await after, story.replace(weak, strong));
      await done;
    } finally {
      clearInterval(accepting);
    }
    assert.ok(
      !vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff),
      ),
      'the difference is still open',
    );
    assert.equal(fake.prompts.length, 1);
    for (const part of [weak, 'Search took 9 seconds', 'Blame on others'])
      assert.ok(fake.prompts[0]!.includes(part), part);
    assert.ok(!fake.prompts[0]!.includes('123,456'), 'the front matter is nobody’s business');
  });

  for (const [what, answer] of [
    ['keeps the weakness', 'DevOps broke the payment gateway with a bad config at 14:05.'],
    [
      'states a figure that the story does not hold',
      'A config that nothing validated reached the gateway at 14:05, and 35% of the orders failed.',
    ],
    ['is empty', ''],
  ] as const) {
    test(`is not believed when its answer ${what}`, async () => {
      const { document, range } = await openStory();
      const [fix] = await asking(document.uri, range, 1);
      fake.answer = () => Promise.resolve(answer);
      const done = choose(fix!);
      // The message waits for a click; it goes with the others.
      const clearing = setInterval(() => void vscode.commands.executeCommand('notifications.clearAll'), 200);
      await done;
      clearInterval(clearing);
      assert.equal(fake.prompts.length, 1);
      assert.equal(document.getText(), story);
    });
  }

  test('that fails leaves the story and the other fixes alone', async () => {
    const { document, range } = await openStory();
    const [fix] = await asking(document.uri, range, 1);
    fake.answer = () => Promise.reject(new Error('no answer today'));
    await choose(fix!);
    assert.equal(document.getText(), story);
    assert.ok((await quickFixes(document.uri, range)).some(({ edit }) => edit));
  });

  test('whose answer comes after the story has changed is not used', async () => {
    const { document, range } = await openStory();
    const [fix] = await asking(document.uri, range, 1);
    fake.answer = async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), 'More.\n');
      await vscode.workspace.applyEdit(edit);
      return strong;
    };
    await choose(fix!);
    assert.equal(document.getText(), `${story}More.\n`);
  });
});
