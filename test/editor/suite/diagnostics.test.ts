import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOnce, openStory, quickFixes, rulesOf, workspaceFile } from './editor';

suite('diagnostics', () => {
  test('a story keeps the language that other Markdown extensions know', async () => {
    const { document } = await openStory('blame.star.md');
    assert.equal(document.languageId, 'markdown');
  });

  test('a phrase that pins the failure on others is marked, and only that phrase', async () => {
    const { document } = await openStory('blame.star.md');
    const found = await diagnosticsOnce(document.uri, (diagnostics) =>
      rulesOf(diagnostics).includes('blame'),
    );
    const blame = found.filter((diagnostic) => rulesOf([diagnostic]).includes('blame'));
    assert.equal(blame.length, 1);
    assert.match(document.getText(blame[0]!.range), /^DevOps pushed a bad config/);
  });

  test('a quick fix takes the finding away', async () => {
    const { document } = await openStory('blame.star.md');
    const found = await diagnosticsOnce(document.uri, (diagnostics) =>
      rulesOf(diagnostics).includes('blame'),
    );
    const blame = found.find((diagnostic) => rulesOf([diagnostic]).includes('blame'))!;
    const fixes = await quickFixes(document.uri, blame.range);
    const rewrite = fixes.find(({ edit }) => edit?.has(document.uri));
    assert.ok(rewrite?.edit, `no rewrite among: ${fixes.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(rewrite.edit);
    await diagnosticsOnce(document.uri, (diagnostics) => !rulesOf(diagnostics).includes('blame'));
    assert.doesNotMatch(document.getText(), /DevOps pushed a bad config/);
  });

  test('a Markdown file that is no story is left alone', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile('notes.md')));
    // The story beside it has been judged by then, so the notes would have been too.
    const story = await openStory('vague.star.md');
    await diagnosticsOnce(story.document.uri, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(await diagnosticsOnce(workspaceFile('notes.md'), () => true), []);
  });
});
