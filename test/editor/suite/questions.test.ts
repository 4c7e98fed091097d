import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openNew, workspaceFile } from './editor';

const kangaroo = `---
title: The kangaroo cluster
question: Tell me about the kangaroo.
---

## Action

I restored the kangaroo cluster from its backup and compared every row with a checksum.
`;

const bank = workspaceFile('.star-stories/questions.yaml');

/** Less than a test's own limit, so that a test that waits in vain can say for what. */
const patienceSeconds = 15;

async function until<Value>(
  what: string,
  look: () => Value | undefined | Thenable<Value | undefined>,
): Promise<Value> {
  const end = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what} did not come about`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Takes what the choice offers first, again and again, until a file is in the active editor. */
async function acceptUntilShown(uri: vscode.Uri): Promise<void> {
  await until(`${uri.path} in the editor`, async () => {
    if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return undefined;
  });
}

async function writeBank(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(bank, new TextEncoder().encode(text));
}

suite('questions', () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.workspace.fs.delete(bank).then(undefined, () => undefined);
  });

  test('find the story that answers them, and open it', async () => {
    await openNew('kangaroo.star.md', kangaroo);
    await openNew('another.star.md', kangaroo.replaceAll('kangaroo', 'wombat'));
    await vscode.commands.executeCommand(
      'starStories.findStory',
      'So what was that thing with the kangaroo?',
    );
    await acceptUntilShown(workspaceFile('kangaroo.star.md'));
  });

  test('find a story by what was typed and not saved', async () => {
    const editor = await openNew('unsaved.star.md', kangaroo.replaceAll('kangaroo', 'numbat'));
    await editor.edit((edit) => {
      edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, 'Then came the quokka.\n');
    });
    await openNew('elsewhere.star.md', kangaroo.replaceAll('kangaroo', 'potoroo'));
    await vscode.commands.executeCommand('starStories.findStory', 'the quokka');
    await acceptUntilShown(editor.document.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('of the user’s own are offered in the front matter, and their mistakes are marked', async () => {
    await writeBank('- Tell me about a rollout at sea.\n- text: Why?\n  evidence: [metrc]\n');
    const { document } = await openNew('own.star.md', '---\nquestion: \n---\n\n## Action\n\nI did.\n');
    await until('the question among the completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(1, 10),
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes('Tell me about a rollout at sea.') ? true : undefined;
    });
    const marked = await until('a mark on the mistake', () => vscode.languages.getDiagnostics(bank)[0]);
    assert.match(marked.message, /Did you mean “metric”\?/);
    assert.equal(marked.range.start.line, 2);
    await writeBank('- Tell me about a rollout at sea.\n');
    await until('the mark gone', () => vscode.languages.getDiagnostics(bank).length === 0 || undefined);
  });

  test('in words of one’s own are what a story can be retold for', async () => {
    const { document } = await openNew('retold.star.md', kangaroo);
    const pending = vscode.commands.executeCommand(
      'starStories.retell',
      document.uri.toString(),
      'question',
      'What is the hardest bug that you ever found?',
    );
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      300,
    );
    await pending;
    clearInterval(accepting);
    assert.match(document.getText(), /## Retold for “What is the hardest bug that you ever found\?”/);
  });
});
