import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openNew, workspaceFile } from './editor';

const story = `---
title: Rows & <columns>
company: amazon
principles: [Dive Deep]
---

## Situation

The nightly export lost 4,100 rows for {{how long}}.

## Action

I compared both tables with a checksum and saw that the cursor skipped rows.
`;

const report = workspaceFile('out.html');

async function written(uri: vscode.Uri | undefined): Promise<string> {
  assert.equal(uri?.toString(), report.toString());
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(report));
}

function shownTab(): string | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.label;
}

suite('a page of HTML', () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(report);
  });

  test('on the library holds its stories with unsaved changes, gaps and holes, and is shown', async () => {
    const editor = await openNew('rows.star.md', story);
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(1).range, 'title: Rows & <cells>');
    });
    const uri = await vscode.commands.executeCommand<vscode.Uri>('starStories.report', report);
    const html = await written(uri);
    assert.match(html, /Rows &amp; &lt;cells&gt;/);
    assert.match(html, /<dd>how long<\/dd>/);
    assert.match(html, /Coverage: Amazon/);
    assert.equal(shownTab(), 'Story report');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('on one story holds cues of its own words', async () => {
    const { document } = await openNew('columns.star.md', story);
    const uri = await vscode.commands.executeCommand<vscode.Uri>(
      'starStories.cueSheet',
      document.uri.toString(),
      report,
    );
    const html = await written(uri);
    assert.match(html, /<h1>Rows &amp; &lt;columns&gt;<\/h1>/);
    assert.match(html, /<li>compared both tables/);
    assert.equal(shownTab(), 'Cue sheet');
  });
});
