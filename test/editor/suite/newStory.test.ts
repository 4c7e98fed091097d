import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { workspaceFile } from './editor';

const folder = workspaceFile('new');
const notes = `The nightly export lost 4,100 rows for three weeks, and 9% of our merchants were billed wrongly. The job belonged to the billing team, nobody had asked me, and I decided to find out why. I switched the job to the replica, compared both tables with a checksum and saw that the cursor skipped rows. The loss fell from 4,100 rows to zero, and it stayed at zero for the next six weeks. Next time I would compare row counts on the first day, because a green job says nothing about its rows.`;

/** Starts a story without asking anything, and tells its file's name and its text. */
async function started(given: object): Promise<{ name: string; text: string }> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('starStories.newStory', {
    folder,
    ...given,
  });
  const editor = vscode.window.activeTextEditor;
  assert.ok(uri && editor);
  assert.equal(editor.document.uri.toString(), uri.toString());
  return { name: uri.path.slice(uri.path.lastIndexOf('/') + 1), text: editor.document.getText() };
}

suite('a new story', () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('of a question names it and leaves holes for what it listens for; no file makes way for it', async () => {
    const given = { question: 'second-order-effects', title: 'A gate: adopted!' };
    const { name, text } = await started(given);
    assert.equal(name, 'a-gate-adopted.star.md');
    assert.match(text, /^title: "A gate: adopted!"$/m);
    assert.match(text, /^question: "When did a fix of yours change how other teams work\?"$/m);
    assert.match(text, /\{\{who else\}\} has since adopted/);
    assert.equal((await started(given)).name, 'a-gate-adopted-2.star.md');
  });

  test('of a question in words of one’s own keeps them', async () => {
    const { text } = await started({
      question: 'What is the hardest bug that you ever found?',
      title: 'Own words',
    });
    assert.match(text, /^question: "What is the hardest bug that you ever found\?"$/m);
  });

  test('for a gap names the principle and the company', async () => {
    const { text } = await started({ principle: 'frugality', company: 'amazon', title: 'Cheaper' });
    assert.match(text, /^company: amazon$/m);
    assert.match(text, /^principles: \[Frugality\]$/m);
    assert.match(text, /^> \*\*Lead with:\*\* /m);
  });

  test('of a template has its sections, with the first hole selected', async () => {
    const { text } = await started({ from: 'project', title: 'A project' });
    assert.deepEqual(text.match(/^## .*$/gm), [
      '## Situation',
      '## Task',
      '## Action',
      '## Result',
      '## Reflection',
    ]);
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.getText(editor.selection), /^\{\{.*\}\}$/);
  });

  test('of a text has its words, split into sections', async () => {
    const { name, text } = await started({ text: notes, title: 'Lost rows' });
    assert.equal(name, 'lost-rows.star.md');
    assert.match(text, /^---\ntitle: Lost rows\n---\n\n## Situation\n\nThe nightly export/);
    assert.match(text, /## Action\n\nI switched the job/);
  });

  test('of the clipboard goes by its own heading', async function () {
    await vscode.env.clipboard.writeText(`# Rows that went missing\n\n${notes}\n`);
    // Not every editor without a window has a clipboard.
    if ((await vscode.env.clipboard.readText()) === '') this.skip();
    const { name, text } = await started({ from: 'clipboard' });
    assert.equal(name, 'rows-that-went-missing.star.md');
    assert.match(text, /^---\ntitle: Rows that went missing\n---/);
  });

  test('that is blank is the frame that the snippet offers', async () => {
    const { text } = await started({ from: 'blank', title: 'Blank' });
    assert.match(text, /^title: "Blank"$/m);
    assert.match(text, /\{\{what broke\}\}/);
  });
});
