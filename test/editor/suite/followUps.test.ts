import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { OutlineNode } from '../../../client/src/outline/nodes';
import { findingOf, openNew, ruleOf, findings } from './editor';
import { access, treeOnce } from './outline';

const story = `---
title: Assumed
---

## Situation

Checkout timed out for 17 minutes, and 4,200 carts were lost.

## Action

I rolled checkout back to the build of the day before. I assumed that it worked because nobody complained.

## Result

Timeouts fell from 11% to 0.6%.
`;

type FollowUpNode = Extract<OutlineNode, { type: 'followUp' }>;

/** The follow-ups below a story in the outline, once the list is as a test expects it. */
function followUps(title: string, isExpected: (nodes: FollowUpNode[]) => boolean): Promise<FollowUpNode[]> {
  return treeOnce(async (stories) => {
    const { provider } = (await access()).outline;
    const line = stories.find((shown) => shown.title === title);
    assert.ok(line, `${title} is not in the tree`);
    const list = (await provider.getChildren(line.node)).find(({ type }) => type === 'followUpList');
    const nodes = list ? ((await provider.getChildren(list)) as FollowUpNode[]) : [];
    assert.ok(isExpected(nodes), `it has ${nodes.map(({ followUp }) => followUp.id).join(', ')}`);
    return nodes;
  });
}

async function lensesOf(uri: vscode.Uri): Promise<vscode.Command[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 9);
  return lenses.flatMap(({ command }) => command ?? []);
} // prettier-ignore

suite('follow-ups', () => {
  test('are counted above the story, where it can be rehearsed too', async () => {
    const { document } = await openNew('assumed.star.md', story);
    await findingOf('unverified-fix', document.uri);
    const lenses = await lensesOf(document.uri);
    assert.deepEqual(
      lenses.map(({ command }) => command),
      ['starStories.revealInOutline', 'starStories.showFollowUps', 'starStories.rehearse'],
    );
    assert.match(lenses[1]!.title, /^\d+ likely follow-ups$/);
    assert.deepEqual(lenses[2]?.arguments, [document.uri.toString()]);
  });

  test('stand below the story in the outline and lead to the sentence that provokes them', async () => {
    const nodes = await followUps('Assumed', (found) => found.length > 1);
    const node = nodes.find(({ followUp }) => followUp.id === 'how-did-you-know')!;
    const { provider } = (await access()).outline;
    const item = provider.getTreeItem(node);
    assert.equal(item.label, 'How did you know that it worked?');
    const { value } = item.tooltip as vscode.MarkdownString;
    for (const part of [/Why it is asked/, /A weak reply/, /A strong one holds/]) assert.match(value, part);
    await vscode.commands.executeCommand(item.command!.command, ...(item.command!.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.getText(editor.selection), /assumed that it worked/);
  });

  test('are answered in the story: a heading once, a hole for each, and then they count as answered', async () => {
    const nodes = await followUps('Assumed', (found) => found.length > 1);
    const { document } = vscode.window.activeTextEditor!;
    for (const node of nodes.slice(0, 2)) {
      await vscode.commands.executeCommand('starStories.answerFollowUp', node);
      const { selection } = vscode.window.activeTextEditor!;
      assert.match(document.getText(selection), /^\{\{[^{}]+\}\}$/);
    }
    assert.equal(document.getText().match(/^## Follow-ups$/gm)?.length, 1);
    assert.equal(document.getText().match(/^### /gm)?.length, 2);

    // The second hole is still selected.
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.replace(editor.selection, 'I watched p95 for two hours.'));
    const answered = await followUps('Assumed', (found) =>
      found.some(({ followUp }) => followUp.answer?.isComplete === true),
    );
    const { provider } = (await access()).outline;
    const labels = answered.map((node) => provider.getTreeItem(node).description);
    assert.deepEqual(labels.filter((label) => label !== '').sort(), ['answer begun', 'answered']);
    assert.match((await lensesOf(document.uri))[1]!.title, /follow-ups, 1 answered$/);
  });

  test('what stands there is shown and not put there again', async () => {
    const { document } = vscode.window.activeTextEditor!;
    const before = document.getText();
    const [node] = await followUps('Assumed', (found) => found.length > 1);
    await vscode.commands.executeCommand('starStories.answerFollowUp', node);
    assert.equal(document.getText(), before);
    assert.match(document.getText(vscode.window.activeTextEditor!.selection), /^### /);
  });

  test('do not change what is found in the story', async () => {
    const { document } = vscode.window.activeTextEditor!;
    const rules = (of: vscode.Uri): string[] => findings(of).map(ruleOf).filter((rule) => rule !== 'unresolved-placeholder').sort(); // prettier-ignore
    const plain = await openNew('assumed-plain.star.md', story.replace('Assumed', 'Assumed too'));
    await findingOf('unverified-fix', plain.document.uri);
    assert.deepEqual(rules(document.uri), rules(plain.document.uri));
  });

  test('are answered in a story that no editor shows', async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const nodes = await followUps('Assumed too', (found) => found.length > 1);
    const node = nodes.find(({ followUp }) => followUp.id === 'how-did-you-know');
    await vscode.commands.executeCommand('starStories.answerFollowUp', node);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.match(document.fileName, /assumed-plain\.star\.md$/);
    assert.match(document.getText(selection), /^\{\{the metric you watched/);
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(document.getText(), /## Follow-ups/);
  });

  test('are listed to choose from', async () => {
    const pending = vscode.commands.executeCommand('starStories.showFollowUps');
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      300,
    );
    await pending;
    clearInterval(accepting);
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.fileName, /assumed-plain\.star\.md$/);
    assert.ok(!editor.selection.isEmpty);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
