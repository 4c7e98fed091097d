import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  findingGone,
  findingOf,
  findings,
  findingsOnce,
  openFile,
  openNew,
  setSetting,
  workspaceFile,
} from './editor';

suite('findings', () => {
  suiteTeardown(async () => {
    await setSetting('enable', undefined);
  });

  test('a phrase that pins the failure on others is marked, and only that phrase', async () => {
    const { document } = await openFile('blame.star.md');
    const { range } = await findingOf('blame', document.uri);
    assert.match(document.getText(range), /^DevOps pushed a bad config/);
  });

  test('a finding names its rule and links to the page of that rule', async () => {
    const { document } = await openFile('vague.star.md');
    const { code } = await findingOf('vague-prevention', document.uri);
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(), /vague-prevention/);
  });

  test('a finding comes and goes with the words as they are typed', async () => {
    const editor = await openNew('typing.star.md', '## Reflection\n\nThe queue has a limit now.\n');
    const { document } = editor;
    await findingOf('missing-section', document.uri);
    const end = document.lineAt(2).range.end;
    const weak = ' We will be more careful next time.';
    await editor.edit((edit) => {
      edit.insert(end, weak);
    });
    await findingOf('vague-prevention', document.uri);
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(end, end.translate(0, weak.length)));
    });
    await findingGone('vague-prevention', document.uri);
  });

  test('a Markdown file that is no story is left alone', async () => {
    await openFile('notes.md');
    // The story beside it has been judged by then, so the notes would have been too.
    const story = await openFile('vague.star.md');
    await findingsOnce(story.document.uri, (all) => all.length > 0);
    assert.deepEqual(findings(workspaceFile('notes.md')), []);
  });

  test('everything is silent while the extension is switched off', async () => {
    const { document } = await openFile('vague.star.md');
    await findingOf('vague-prevention', document.uri);
    await setSetting('enable', false);
    await findingsOnce(document.uri, (all) => all.length === 0);
    await setSetting('enable', true);
    await findingOf('vague-prevention', document.uri);
  });
});
