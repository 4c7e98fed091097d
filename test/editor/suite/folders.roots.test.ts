import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { workspaceFile } from './editor';
import { MemoryFiles } from './memoryFiles';
import { access, groupBy, shownStories, story, storyOnce, titlesOnce, treeOnce } from './outline';

// Several workspace folders, and folders that are on no disk: the editor reads those for the server.

let number = 0;
let second: vscode.Uri;

const encoder = new TextEncoder();

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, encoder.encode(text));
}

/** Opens one more workspace folder, or closes the last one; resolves when the editor says so. */
async function changeFolders(change: () => boolean): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      subscription.dispose();
      resolve();
    });
  });
  assert.ok(change());
  await changed;
}

const add = (uri: vscode.Uri, name: string): Promise<void> =>
  changeFolders(() => vscode.workspace.updateWorkspaceFolders(1, 0, { uri, name }));

async function removeOthers(): Promise<void> {
  const others = (vscode.workspace.workspaceFolders ?? []).length - 1;
  if (others > 0) await changeFolders(() => vscode.workspace.updateWorkspaceFolders(1, others));
}

suite('several workspace folders', () => {
  suiteSetup(async () => {
    await vscode.commands.executeCommand('starStories.library.focus');
    const { library } = await access();
    await library.load();
    await treeOnce(() => assert.ok(library.isComplete));
  });

  setup(async () => {
    await groupBy('company');
    second = vscode.Uri.joinPath(workspaceFile('..'), `second-${++number}`);
    await write(vscode.Uri.joinPath(second, 'vague.star.md'), story('Another vague one', 'company: meta'));
    await write(vscode.Uri.joinPath(second, 'blame.star.md'), story('Blame'));
  });

  teardown(removeOthers);
  suiteTeardown(() => groupBy('company'));

  test('come and go with their stories', async () => {
    const before = (await shownStories()).length;
    await add(second, 'Second');
    await titlesOnce(second, ['Another vague one', 'Blame']);
    await removeOthers();
    await titlesOnce(second, []);
    assert.equal((await shownStories()).length, before);
  });

  test('may hold stories of the same name, which say where they are', async () => {
    await add(second, 'Second');
    await titlesOnce(second, ['Another vague one', 'Blame']);
    const inFirst = await storyOnce(workspaceFile('vague.star.md'), () => undefined);
    const inSecond = await storyOnce(vscode.Uri.joinPath(second, 'vague.star.md'), () => undefined);
    assert.notEqual(inFirst.node.id, inSecond.node.id);
    assert.match(inFirst.description, / · workspace$/);
    assert.match(inSecond.description, / · Second$/);
    await groupBy('folder');
    await storyOnce(vscode.Uri.joinPath(second, 'vague.star.md'), ({ group }) =>
      assert.equal(group, 'Second'),
    );
    // A change of one is none of the other.
    await write(vscode.Uri.joinPath(second, 'vague.star.md'), story('Changed'));
    await storyOnce(vscode.Uri.joinPath(second, 'vague.star.md'), ({ title }) =>
      assert.equal(title, 'Changed'),
    );
    await storyOnce(workspaceFile('vague.star.md'), ({ title }) => assert.equal(title, inFirst.title));
  });

  test('have settings of their own', async () => {
    await add(second, 'Second');
    const uri = vscode.Uri.joinPath(second, 'vague.star.md');
    await storyOnce(uri, ({ node }) => assert.equal(node.story.level, 'sde2'));
    const settings = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration('starStories', second);
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    await settings().update('level', 'staff', target);
    await storyOnce(uri, ({ node }) => assert.equal(node.story.level, 'staff'));
    await storyOnce(workspaceFile('vague.star.md'), ({ node }) => assert.equal(node.story.level, 'sde2'));
    await settings().update('exclude', ['**/blame*'], target);
    await titlesOnce(second, ['Another vague one']);
    await settings().update('enable', false, target);
    await titlesOnce(second, []);
    await storyOnce(workspaceFile('vague.star.md'), () => undefined);
    await settings().update('enable', undefined, target);
    await settings().update('exclude', undefined, target);
    await titlesOnce(second, ['Another vague one', 'Blame']);
  });

  test('go on being watched: stories and folders in them come, change and go', async () => {
    await add(second, 'Second');
    await titlesOnce(second, ['Another vague one', 'Blame']);
    await write(vscode.Uri.joinPath(second, 'below', 'new.star.md'), story('New'));
    await titlesOnce(second, ['Another vague one', 'Blame', 'New']);
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(second, 'below'),
      vscode.Uri.joinPath(second, 'moved'),
    );
    await treeOnce((stories) => {
      const uris = stories.map(({ uri }) => uri);
      assert.ok(uris.includes(vscode.Uri.joinPath(second, 'moved', 'new.star.md').toString()));
      assert.ok(!uris.includes(vscode.Uri.joinPath(second, 'below', 'new.star.md').toString()));
    });
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(second, 'moved'), { recursive: true });
    await titlesOnce(second, ['Another vague one', 'Blame']);
  });
});

suite('a virtual workspace', () => {
  const files = new MemoryFiles();
  const root = vscode.Uri.parse('memory:/stories');
  let registration: vscode.Disposable;

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true });
    files.put(vscode.Uri.joinPath(root, 'one.star.md'), story('Virtual one', 'principles: [Ownership]'));
    files.put(vscode.Uri.joinPath(root, 'below', 'two.star.md'), story('Virtual two'));
    files.put(vscode.Uri.joinPath(root, 'node_modules', 'three.star.md'), story('Not ours'));
    files.put(vscode.Uri.joinPath(root, 'notes.md'), '# Notes\n');
    await add(root, 'Virtual');
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await removeOthers();
    registration.dispose();
  });

  test('is listed and read through the editor, without what is excluded', async () => {
    const shown = await titlesOnce(root, ['Virtual one', 'Virtual two']);
    assert.ok(shown.every(({ node }) => node.story.readiness > 0));
  });

  test('has details, evidence and findings of stories that are not open', async () => {
    const { library, outline } = await access();
    const { node } = await storyOnce(vscode.Uri.joinPath(root, 'one.star.md'), () => undefined);
    const details = await library.details(node.story.uri);
    assert.ok(details?.evidence.some(({ ranges }) => ranges.length > 0));
    assert.ok((await outline.provider.getChildren(node)).length > 0);
  });

  test('tells of changes, new stories, and folders that go', async () => {
    files.put(vscode.Uri.joinPath(root, 'one.star.md'), story('Virtual first', 'principles: [Ownership]'));
    files.put(vscode.Uri.joinPath(root, 'four.star.md'), story('Virtual four'));
    await titlesOnce(root, ['Virtual first', 'Virtual two', 'Virtual four']);
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(root, 'below'), vscode.Uri.joinPath(root, 'above'));
    const moved = await treeOnce(
      (stories) => stories.find(({ uri }) => uri.endsWith('/above/two.star.md')) ?? assert.fail(),
    );
    assert.equal(moved.title, 'Virtual two');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, 'above'), { recursive: true });
    await titlesOnce(root, ['Virtual first', 'Virtual four']);
  });

  test('says of a story that cannot be read why, until it can', async () => {
    const uri = vscode.Uri.joinPath(root, 'four.star.md');
    files.deny(uri, true);
    const { node } = await storyOnce(uri, ({ description }) => assert.match(description, /^cannot be read/));
    assert.match(node.story.problem ?? '', /four/);
    files.deny(uri, false);
    await storyOnce(uri, ({ title }) => assert.equal(title, 'Virtual four'));
  });

  test('takes a principle that a story is dragged onto', async () => {
    const { provider, dragAndDrop } = (await access()).outline;
    await groupBy('principle');
    const uri = vscode.Uri.joinPath(root, 'four.star.md');
    const transfer = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await dragAndDrop.handleDrag!(provider.linesOf(uri.toString()), transfer, token);
    const target = provider.linesOf(vscode.Uri.joinPath(root, 'one.star.md').toString())[0]!.parent;
    await dragAndDrop.handleDrop!(target, transfer, token);
    await storyOnce(uri, ({ node }) => assert.deepEqual(node.story.principles, ['Ownership']));
    assert.match(files.text(uri), /^principles: \[Ownership\]$/m);
    await groupBy('company');
  });
});
