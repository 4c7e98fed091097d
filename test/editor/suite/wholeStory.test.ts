import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findingOf, findingsOnce, openNew, ruleOf, workspaceFile } from './editor';

const answer = `The nightly export lost 4,100 rows for three weeks, and 9% of our merchants were billed wrongly. The job belonged to the billing team, nobody had asked me, and I decided to find out why. I switched the job to the replica, compared both tables with a checksum and saw that the cursor skipped rows. The loss fell from 4,100 rows to zero, and it stayed at zero for the next six weeks. Next time I would compare row counts on the first day, because a green job says nothing about its rows.`;

const story = `---
title: Lost rows
---

## Situation

${answer.split('. ')[0]}.

## Action

I compared [number] tables.

TODO: the fix
`;

function opened(name: string): string {
  const uri = workspaceFile(name);
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  return vscode.window.activeTextEditor.document.getText();
}

suite('a whole story', () => {
  for (const name of ['notes of mine.md', 'plain.txt']) {
    test(`is made of ${name}, which stays as it was`, async () => {
      const { document } = await openNew(name, `${answer}\n`);
      await vscode.commands.executeCommand('starStories.convertToStory');
      const base = name.replace(/\.\w+$/, '');
      const text = opened(`${base}.star.md`);
      assert.match(text, new RegExp(`^---\ntitle: ${base}\n---\n\n## Situation\n\nThe nightly export`));
      assert.deepEqual(text.match(/^## .*$/gm), [
        '## Situation',
        '## Task',
        '## Action',
        '## Result',
        '## Reflection',
      ]);
      assert.equal(document.getText(), `${answer}\n`);
      // A second one makes no way for the first.
      await vscode.commands.executeCommand('starStories.convertToStory', document.uri);
      opened(`${base}-2.star.md`);
    });
  }

  test('is offered to be made among the refactorings of notes, and nowhere else', async () => {
    const { document } = await openNew('refactor.md', `${answer}\n`);
    const at = (kind?: string): Thenable<vscode.CodeAction[]> =>
      vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        kind,
      );
    const isOurs = ({ title }: vscode.CodeAction): boolean => title === 'Convert into a story';
    assert.ok((await at('refactor.rewrite')).some(isOurs));
    assert.ok(!(await at('quickfix')).some(isOurs));
    assert.ok(!(await at()).some(isOurs));
  });

  test('is retold in a section of its own', async () => {
    const { document } = await openNew('retell.star.md', story);
    await findingOf('missing-section', document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'refactor.rewrite.starStories.retell',
    );
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      ['starStories.retell'],
    );
    const pending = vscode.commands.executeCommand(
      'starStories.retell',
      document.uri.toString(),
      'principle',
      'ownership',
    );
    // The first of the two places is the section.
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      300,
    );
    await pending;
    clearInterval(accepting);
    assert.match(document.getText(), /TODO: the fix\n\n## Retold for Ownership\n\n> \*\*Lead with\*\*/);
    assert.equal(
      vscode.window.activeTextEditor?.selection.start.line,
      document.getText().split('\n').indexOf('## Retold for Ownership'),
    );
  });

  test('is walked from hole to hole, prompts and notes included', async () => {
    const editor = await openNew(
      'holes.star.md',
      story.replace('TODO: the fix', 'TODO: {{what}} in [the code](a.md)'),
    );
    await findingsOnce(
      editor.document.uri,
      (all) => all.filter((finding) => ruleOf(finding) === 'unresolved-placeholder').length > 1,
    );
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await vscode.commands.executeCommand('starStories.nextHole');
      seen.push(editor.document.getText(editor.selection));
    }
    assert.deepEqual(seen, ['[number]', 'TODO', '{{what}}', '[number]']);
  });
});
