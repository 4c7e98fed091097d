import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findingsOnce, openFile, openNew } from './editor';

/** The parts of our package.json that are looked at here. */
interface Contributions {
  contributes: { commands: { command: string }[] };
}

suite('a story in the editor', () => {
  test('keeps the language that other Markdown extensions know', async () => {
    const { document } = await openFile('blame.star.md');
    assert.equal(document.languageId, 'markdown');
  });

  test('is outlined by title and sections, with the time that each takes to say', async () => {
    const { document } = await openFile('blame.star.md');
    await findingsOnce(document.uri, (all) => all.length > 0);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const title = symbols.find(({ name }) => name === 'Checkout down on a Friday evening');
    assert.ok(title, `the outline holds: ${symbols.map(({ name }) => name).join(', ')}`);
    assert.deepEqual(
      title.children.map(({ name }) => name),
      ['Situation', 'Task', 'Action', 'Result', 'Reflection'],
    );
    assert.match(title.children[0]!.detail, /^\d+ s/);
  });

  test('folds by section', async () => {
    const { document } = await openFile('blame.star.md');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const situation = document.getText().split('\n').indexOf('## Situation');
    assert.ok(ranges.some(({ start }) => start === situation));
  });

  test('is still previewed as Markdown', async () => {
    await openFile('blame.star.md');
    const opened = new Promise<void>((resolve) => {
      const subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened: tabs }) => {
        if (!tabs.some(({ input }) => input instanceof vscode.TabInputWebview)) return;
        subscription.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    await opened;
    await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
  });

  test('is offered our snippets', async () => {
    const { document } = await openNew('snippets.star.md', 'star-');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 5),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const prefix of ['star-story', 'star-action', 'star-timeline', 'star-metric', 'star-tradeoff']) {
      assert.ok(labels.includes(prefix), `${prefix} is not among: ${labels.join(', ')}`);
    }
  });
});

suite('the extension', () => {
  test('carries out every command that it offers', async () => {
    const extension = vscode.extensions.getExtension('star-stories.star-stories');
    const { contributes } = extension!.packageJSON as Contributions;
    const known = new Set(await vscode.commands.getCommands(true));
    const offered = contributes.commands.map(({ command }) => command);
    assert.ok(offered.length > 0);
    assert.deepEqual(
      offered.filter((command) => !known.has(command)),
      [],
    );
  });
});
