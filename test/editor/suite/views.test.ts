import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { workspaceFile } from './editor';
import { access, groupBy, soon, story, storyOnce, treeOnce } from './outline';

// Whatever happens to the files of stories, by the editor's hand or behind its back: the view says what is there.

let number = 0;
let folder: vscode.Uri;

/** A file of the test's folder as another program sees it. */
const disk = (...path: string[]): string => join(folder.fsPath, ...path);
const file = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(folder, ...path);

/** Writes a file as another program does. */
function write(path: string, text: string): void {
  mkdirSync(dirname(disk(path)), { recursive: true });
  writeFileSync(disk(path), text);
}

/** The stories that stand on the disk, by their paths in the test's folder. */
function onDisk(): Map<string, string> {
  const stories = readdirSync(folder.fsPath, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.star.md'),
  );
  return new Map(
    stories.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const title = /^title: (.*?)\r?$/m.exec(readFileSync(path, 'utf8'))?.[1];
      return [relative(folder.fsPath, path).split(sep).join('/'), title ?? ''];
    }),
  );
}

/** Waits until the tree shows what is on the disk, save for the stories that are named with other titles. */
function trueOnce(unsaved: Readonly<Record<string, string>> = {}): Promise<void> {
  return treeOnce((stories) => {
    const base = `${folder.toString()}/`;
    const shown = stories
      .filter(({ uri }) => uri.startsWith(base))
      .map(({ uri, title }) => [decodeURIComponent(uri.slice(base.length)), title] as const);
    const expected = new Map([...onDisk(), ...Object.entries(unsaved)]);
    assert.deepEqual(Object.fromEntries([...shown].sort()), Object.fromEntries([...expected].sort()));
    assert.equal(shown.length, expected.size, 'a story is shown twice');
  });
}

/** Does several things to files as one step of the editor. */
async function inEditor(build: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  build(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Opens a story as a click does: what a program opens, the editor keeps for minutes after its tab is closed. */
async function open(path: string): Promise<vscode.TextEditor> {
  const isOpen = () => vscode.window.activeTextEditor?.document.uri.toString() === file(path).toString();
  await vscode.commands.executeCommand('vscode.open', file(path));
  await soon(() => assert.ok(isOpen(), `${path} is not in the active editor`));
  return vscode.window.activeTextEditor!;
}

/** Opens a story, gives it another title, and leaves it unsaved. */
async function typeTitle(path: string, title: string): Promise<void> {
  const editor = await open(path);
  await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, `title: ${title}`));
}

async function closeWithoutSaving(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

suite('the views are true', () => {
  suiteSetup(async () => {
    await vscode.commands.executeCommand('starStories.library.focus');
    await (await access()).library.load();
    await groupBy('folder');
  });

  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    folder = workspaceFile(`views-${++number}`);
    write('one.star.md', story('One'));
    write('two.star.md', story('Two'));
    write('below/three.star.md', story('Three'));
    write('below/deep/four.star.md', story('Four'));
    await trueOnce();
  });

  suiteTeardown(() => groupBy('company'));

  test('when a story is changed, made and deleted by another program', async () => {
    write('one.star.md', story('One again'));
    write('five.star.md', story('Five'));
    rmSync(disk('two.star.md'));
    await trueOnce();
  });

  test('when a story is renamed, moved and deleted in the editor', async () => {
    await inEditor((edit) => {
      edit.renameFile(file('one.star.md'), file('below', 'first.star.md'));
      edit.deleteFile(file('two.star.md'));
    });
    await trueOnce();
    assert.deepEqual([...onDisk().keys()].sort(), [
      'below/deep/four.star.md',
      'below/first.star.md',
      'below/three.star.md',
    ]);
  });

  test('when a story is renamed while it is open with unsaved changes', async () => {
    await typeTitle('one.star.md', 'Unsaved');
    await trueOnce({ 'one.star.md': 'Unsaved' });
    await inEditor((edit) => {
      edit.renameFile(file('one.star.md'), file('other.star.md'));
    });
    await trueOnce({ 'other.star.md': 'Unsaved' });
    await closeWithoutSaving();
    await trueOnce();
  });

  test('when unsaved changes are typed, and when they are thrown away', async () => {
    await typeTitle('two.star.md', 'Unsaved');
    await trueOnce({ 'two.star.md': 'Unsaved' });
    // What another program writes meanwhile does not win over what the user sees.
    write('two.star.md', story('Written meanwhile'));
    write('one.star.md', story('One again'));
    await trueOnce({ 'two.star.md': 'Unsaved' });
    await closeWithoutSaving();
    await trueOnce();
  });

  test('when a story is deleted while it is open, and its editor is closed', async () => {
    await open('one.star.md');
    rmSync(disk('one.star.md'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await trueOnce();
  });

  test('when a story that is open is moved by another program', async () => {
    await open('one.star.md');
    // A request that the server answers after it has seen that the story is open.
    await (await access()).library.details(file('one.star.md').toString());
    renameSync(disk('one.star.md'), disk('below', 'one.star.md'));
    await trueOnce();
    assert.ok(onDisk().has('below/one.star.md'));
    assert.ok(
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file('one.star.md').toString()),
      'the editor still shows the story under its old name',
    );
    await closeWithoutSaving();
    await trueOnce();
  });

  test('when a new story is not saved yet', async () => {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: file('new.star.md').path });
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), story('Not saved')));
    await storyOnce(uri, ({ title }) => assert.equal(title, 'Not saved'));
    await closeWithoutSaving();
    await treeOnce((stories) => assert.ok(stories.every((shown) => shown.uri !== uri.toString())));
  });

  for (const [who, rename, remove] of [
    ['another program', renameSync, (path: string) => rmSync(path, { recursive: true })],
    [
      'the editor',
      (from: string, to: string) =>
        inEditor((edit) => edit.renameFile(vscode.Uri.file(from), vscode.Uri.file(to))),
      (path: string) => inEditor((edit) => edit.deleteFile(vscode.Uri.file(path), { recursive: true })),
    ],
  ] as const) {
    test(`when ${who} renames a folder, moves it and deletes it`, async () => {
      await rename(disk('below'), disk('renamed'));
      await trueOnce();
      mkdirSync(disk('elsewhere'));
      await rename(disk('renamed'), disk('elsewhere', 'moved'));
      assert.ok(onDisk().has('elsewhere/moved/deep/four.star.md'));
      await trueOnce();
      await remove(disk('elsewhere'));
      assert.equal(onDisk().size, 2);
      await trueOnce();
    });
  }

  test('when a folder takes the place of another one at once', async () => {
    write('next/three.star.md', story('Third'));
    await trueOnce();
    renameSync(disk('below'), disk('before'));
    renameSync(disk('next'), disk('below'));
    assert.equal(onDisk().get('below/three.star.md'), 'Third');
    await trueOnce();
    rmSync(disk('before'), { recursive: true });
    await trueOnce();
  });

  test('when another program renames a story, and moves it into a new folder', async () => {
    renameSync(disk('one.star.md'), disk('first.star.md'));
    await trueOnce();
    mkdirSync(disk('new'));
    renameSync(disk('first.star.md'), disk('new', 'first.star.md'));
    await trueOnce();
    assert.equal(onDisk().get('new/first.star.md'), 'One');
  });

  test('when a note becomes a story, and a story a note', async () => {
    write('note.md', story('A note'));
    renameSync(disk('note.md'), disk('note.star.md'));
    await trueOnce();
    renameSync(disk('note.star.md'), disk('note.md'));
    await trueOnce();
  });

  test('when a story becomes what cannot be read, and can be read again', async () => {
    writeFileSync(disk('one.star.md'), Buffer.from([0, 159, 146, 150, 0, 1, 2, 3]));
    const { node } = await storyOnce(file('one.star.md'), ({ description }) =>
      assert.equal(description, 'cannot be read'),
    );
    assert.match(node.story.problem ?? '', /not a text file/);
    assert.deepEqual(await (await access()).outline.provider.getChildren(node), []);
    write('one.star.md', story('One'));
    await storyOnce(file('one.star.md'), ({ description }) => assert.match(description, /^\d+ · \d+:\d\d/));
  });

  test('when the line ends of a story change', async () => {
    const { library } = await access();
    const uri = file('one.star.md').toString();
    const before = { ...library.story(uri) };
    const evidence = async () => (await library.details(uri))?.evidence;
    const shown = await evidence();
    const seen = new Promise<void>((resolve) => {
      const subscription = library.onDidChange((uris) => {
        if (!uris?.has(uri)) return;
        subscription.dispose();
        resolve();
      });
    });
    write('one.star.md', story('One').replaceAll('\n', '\r\n'));
    await seen;
    assert.deepEqual({ ...library.story(uri) }, before);
    assert.deepEqual(await evidence(), shown, 'lines and columns are the same');
    // And while it is open, where the editor changes them.
    const editor = await open('one.star.md');
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    await typeTitle('one.star.md', 'One, flipped');
    await trueOnce({ 'one.star.md': 'One, flipped' });
    await closeWithoutSaving();
    await trueOnce();
  });

  test('when a branch with many other stories is checked out', async function () {
    const git = (...words: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', ...words], { cwd: folder.fsPath, encoding: 'utf8', stdio: 'pipe' }); // prettier-ignore
    try {
      git('--version');
    } catch {
      this.skip();
    }
    for (let at = 0; at < 60; at++) write(`${at % 6}/s${at}.star.md`, story(`First ${at}`));
    git('init', '--quiet', '--initial-branch=first');
    git('add', '.');
    git('commit', '--quiet', '-m', 'First');
    git('checkout', '--quiet', '-b', 'second');
    // On the other branch a folder is gone, one has another name, one is new, and half of the rest says something else.
    rmSync(disk('0'), { recursive: true });
    renameSync(disk('1'), disk('one'));
    for (let at = 0; at < 60; at += 2)
      if (at % 6 > 1) write(`${at % 6}/s${at}.star.md`, story(`Second ${at}`));
    for (let at = 0; at < 30; at++) write(`new/deep/n${at}.star.md`, story(`New ${at}`));
    git('add', '.');
    git('commit', '--quiet', '-m', 'Second');
    await trueOnce();
    for (const branch of ['first', 'second', 'first']) {
      git('checkout', '--quiet', branch);
      assert.equal(onDisk().size, branch === 'first' ? 64 : 84);
      await trueOnce();
    }
    // Back and forth at once: only the last one counts.
    git('checkout', '--quiet', 'second');
    git('checkout', '--quiet', 'first');
    git('checkout', '--quiet', 'second');
    await trueOnce();
  });

  test('when the server is started again', async () => {
    await vscode.commands.executeCommand('starStories.restartServer');
    await trueOnce();
    write('five.star.md', story('Five'));
    await trueOnce();
  });

  test('when the server is started again twice at once, and switched off and on', async () => {
    const restart = (): Thenable<unknown> => vscode.commands.executeCommand('starStories.restartServer');
    await Promise.all([restart(), restart()]);
    await trueOnce();
    await open('one.star.md');
    const settings = vscode.workspace.getConfiguration('starStories');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await trueOnce();
    write('five.star.md', story('Five'));
    await trueOnce();
  });
});
