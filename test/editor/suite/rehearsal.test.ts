import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { RehearsalFromPage, RehearsalStory } from '../../../client/src/rehearsal/messages';
import type { Take } from '../../../client/src/rehearsal/takes';
import { openNew, workspaceFile } from './editor';
import { access } from './outline';

const story = `---
title: Lost rows
---

## Situation

The nightly export lost 4,100 rows for three weeks.

## Action

I compared both tables with a checksum and saw that the cursor skipped rows.

## Result

The loss fell from 4,100 rows to zero.
`;

const log = workspaceFile('.star-stories/takes.jsonl');

/** Less than a test's own limit, so that a test that waits in vain can say for what. */
const patienceSeconds = 15;

/** What the panel was told last of a kind, once it is as a test expects it. */
async function told<Message>(type: string, isExpected: (message: Message) => boolean): Promise<Message> {
  const { openPanels } = await access();
  const end = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const message = openPanels.get('rehearsal')?.posted.get(type) as Message | undefined;
    if (message && isExpected(message)) return message;
    if (Date.now() > end) throw new Error(`the panel was last told ${JSON.stringify(message)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the active tab is labelled so: the editor tells of a new label after it was set. */
function tabOnce(label: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (vscode.window.tabGroups.activeTabGroup.activeTab?.label !== label) return;
      stop();
      resolve();
    };
    const stop = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const subscription = vscode.window.tabGroups.onDidChangeTabs(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the tab stayed ${vscode.window.tabGroups.activeTabGroup.activeTab?.label}`));
    }, patienceSeconds * 1000);
    look();
  });
}

const toldStory = (uri: vscode.Uri): Promise<RehearsalStory> =>
  told<RehearsalStory>('story', (message) => message.uri === uri.toString());

/** Sends what the page would send. */
async function send(message: RehearsalFromPage): Promise<void> {
  await (await access()).openPanels.get('rehearsal')?.receive(message);
}

const take = (total: number): Omit<Take, 'story' | 'date'> => ({
  sections: [
    { name: 'Situation', seconds: 10 },
    { name: 'Action', seconds: total - 10 },
  ],
  total,
  rating: 4,
  mode: 'cues',
  probe: 'how-bad',
});

async function logLines(): Promise<string[]> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(log));
  return text.split('\n').filter((line) => line !== '');
}

suite('rehearsal', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('opens for the story in the editor, with its own words and budgets', async () => {
    const { document } = await openNew('rehearsed.star.md', story);
    await vscode.commands.executeCommand('starStories.rehearse');
    const { rehearsal, takes, obstacle } = await toldStory(document.uri);
    assert.equal(rehearsal?.title, 'Lost rows');
    assert.deepEqual(
      rehearsal.sections.map(({ name }) => name),
      ['Situation', 'Action', 'Result'],
    );
    assert.ok(rehearsal.sections.every(({ cues }) => cues.length > 0 && story.includes(cues[0]!)));
    assert.ok(rehearsal.probes.length > 0);
    assert.deepEqual(takes, []);
    assert.equal(obstacle, null);
    await tabOnce('Rehearsal: Lost rows');
  });

  test('follows what is typed, saved or not', async () => {
    const uri = workspaceFile('rehearsed.star.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(100, 0), '\n## Reflection\n\nI compare row counts on the first day.\n');
    await vscode.workspace.applyEdit(edit);
    const { rehearsal } = await told<RehearsalStory>('story', (message) => message.rehearsal?.sections.length === 4);
    assert.equal(rehearsal?.sections[3]?.name, 'Reflection');
    await (await vscode.workspace.openTextDocument(uri)).save();
  }); // prettier-ignore

  test('opens for a line of the outline and for an address', async () => {
    const other = await openNew('rehearsed-other.star.md', story.replace('Lost rows', 'Other rows'));
    const uri = other.document.uri.toString();
    await vscode.commands.executeCommand('starStories.rehearse', workspaceFile('rehearsed.star.md').toString()); // prettier-ignore
    await toldStory(workspaceFile('rehearsed.star.md'));
    const node = { type: 'story', id: `|${uri}`, parent: undefined, story: { uri } };
    await vscode.commands.executeCommand('starStories.rehearse', node);
    assert.equal((await toldStory(other.document.uri)).rehearsal?.title, 'Other rows');
  });

  test('keeps each take as a line of the log, and none is lost when they come at once', async () => {
    const uri = workspaceFile('rehearsed.star.md').toString();
    await Promise.all([61, 62, 63].map((total) => send({ type: 'save', uri, take: take(total) })));
    const lines = (await logLines()).map((line) => JSON.parse(line) as Take);
    assert.deepEqual(lines.map(({ total }) => total).sort(), [61, 62, 63]);
    assert.deepEqual(new Set(lines.map(({ story: path }) => path)), new Set(['rehearsed.star.md']));
    const { takes } = await told<{ takes: Take[] }>('takes', (message) => message.takes.length === 3);
    assert.equal(takes[0]?.rating, 4);
  });

  test('leaves a damaged line where it is', async () => {
    const before = await vscode.workspace.fs.readFile(log);
    await vscode.workspace.fs.writeFile(log, new Uint8Array([...before, ...new TextEncoder().encode('<<<<<<< HEAD\n')])); // prettier-ignore
    const uri = workspaceFile('rehearsed.star.md').toString();
    await send({ type: 'save', uri, take: take(64) });
    await told<{ takes: Take[] }>('takes', ({ takes }) => takes.length === 4);
    assert.equal((await logLines())[3], '<<<<<<< HEAD');
  });

  test('a story that is renamed, or moved with its folder, takes its takes with it', async () => {
    await vscode.commands.executeCommand('starStories.rehearse', workspaceFile('rehearsed.star.md'));
    await toldStory(workspaceFile('rehearsed.star.md'));
    const rename = async (from: string, to: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(workspaceFile(from), workspaceFile(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename('rehearsed.star.md', 'moved/renamed.star.md');
    await rename('moved', 'moved again');
    const now = workspaceFile('moved again/renamed.star.md');
    const { takes } = await told<RehearsalStory>(
      'story',
      (message) => message.uri === now.toString() && message.takes.length === 4,
    );
    assert.ok(takes.every(({ story: path }) => path === 'moved again/renamed.star.md'));
    assert.equal((await logLines())[3], '<<<<<<< HEAD');
  });

  test('says that a story which was never saved keeps no takes', async () => {
    const untitled = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'untitled', path: 'new one.star.md' }),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(untitled.uri, new vscode.Position(0, 0), story);
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('starStories.rehearse', untitled.uri.toString());
    const { obstacle, rehearsal } = await toldStory(untitled.uri);
    assert.match(obstacle ?? '', /once the story is saved/);
    assert.equal(rehearsal?.title, 'Lost rows');
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('of a file that is gone says so, and does not fail', async () => {
    const gone = workspaceFile('never was.star.md');
    await vscode.commands.executeCommand('starStories.rehearse', gone.toString());
    assert.equal((await toldStory(gone)).rehearsal, null);
  });
});
