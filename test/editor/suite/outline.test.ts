import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../client/src/activate';
import type { GroupNode, OutlineNode } from '../../../client/src/outline/nodes';
import { setSetting } from './editor';
import {
  access,
  groupBy,
  shownStories,
  soon,
  story,
  storyOnce,
  titlesOnce,
  treeOnce,
  writeStories,
} from './outline';

let number = 0;
let folder: vscode.Uri;
let extension: TestAccess;

const never = new vscode.CancellationTokenSource().token;

/** Drags the lines of stories onto another line, as a mouse does. */
async function drag(uris: readonly vscode.Uri[], target: OutlineNode | undefined): Promise<void> {
  const { dragAndDrop, provider } = extension.outline;
  const transfer = new vscode.DataTransfer();
  const lines = uris.map((uri) => provider.linesOf(uri.toString())[0]!);
  await dragAndDrop.handleDrag!(lines, transfer, never);
  await dragAndDrop.handleDrop!(target, transfer, never);
}

async function group(label: string): Promise<GroupNode> {
  const roots = await extension.outline.provider.getChildren();
  const found = roots.find((node): node is GroupNode => node.type === 'group' && node.label === label);
  assert.ok(found, `no group “${label}”`);
  return found;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

suite('the outline', () => {
  suiteSetup(async () => {
    extension = await access();
    await vscode.commands.executeCommand('starStories.library.focus');
    await extension.library.load();
  });

  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await groupBy('company');
    folder = await writeStories(`outline-${++number}`, {
      'one.star.md': story('One', 'company: amazon', 'principles: [Dive Deep] # mine', 'level: senior'),
      'two.star.md': story('Two', 'company: google', 'level: sde1', 'status: draft'),
      'below/three.star.md': story('Three', 'principles:', '  - Ownership', 'status: ready'),
    });
  });

  suiteTeardown(() => groupBy('company'));

  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  for (const [grouping, one, two, three] of [
    ['company', 'Amazon', 'Google', 'No company'],
    ['principle', 'Dive Deep', 'No principle', 'Ownership'],
    ['level', 'Senior', 'SDE 1', 'SDE 2'],
    ['question', 'No question', 'No question', 'No question'],
    ['status', 'No status', 'Draft', 'Ready'],
    ['none', '', '', ''],
  ] as const) {
    test(`divides stories by ${grouping}`, async () => {
      await groupBy(grouping);
      const shown = await titlesOnce(folder, ['One', 'Two', 'Three']);
      const groups = new Map(shown.map((line) => [line.title, line.group]));
      assert.deepEqual([groups.get('One'), groups.get('Two'), groups.get('Three')], [one, two, three]);
    });
  }

  test('divides stories by folder', async () => {
    await groupBy('folder');
    const shown = await titlesOnce(folder, ['One', 'Two', 'Three']);
    assert.deepEqual(
      shown.map(({ group, title }) => [group, title]),
      [
        [`outline-${number}`, 'One'],
        [`outline-${number}`, 'Two'],
        [`outline-${number}/below`, 'Three'],
      ],
    );
  });

  test('divides stories by strength, which is the readiness that badge, status bar and story tell', async () => {
    await groupBy('strength');
    await vscode.window.showTextDocument(file('one.star.md'));
    const { node, group } = await storyOnce(file('one.star.md'), ({ node }) =>
      assert.ok(node.story.readiness > 0),
    );
    const { readiness } = node.story;
    const [least, most] = /\((?:under )?(\d+)(?: to (\d+)| and up)?\)/.exec(group)!.slice(1).map(Number);
    if (group.includes('under')) assert.ok(readiness < least!);
    else assert.ok(readiness >= least! && !(readiness > most!), `${readiness} in ${group}`);
    const details = await extension.library.details(node.story.uri);
    assert.equal(details?.summary.readiness, readiness);
    const points = details.readinessTerms.reduce((sum, term) => sum + term.points, 0);
    assert.equal(Math.round(points), readiness);
    const badge = await extension.decorations.provideFileDecoration(file('one.star.md'), never);
    assert.equal(badge?.badge, String(readiness));
    await soon(() => assert.match(extension.statusBarItem.text, new RegExp(` · ${readiness}/100$`)));
  });

  test('tags stories that are dragged onto a principle, and undo takes it back', async () => {
    await groupBy('principle');
    await titlesOnce(folder, ['One', 'Two', 'Three']);
    await drag([file('one.star.md'), file('two.star.md')], await group('Ownership'));
    await storyOnce(file('one.star.md'), ({ node }) =>
      assert.deepEqual(node.story.principles, ['Dive Deep', 'Ownership']),
    );
    await storyOnce(file('two.star.md'), ({ node }) =>
      assert.deepEqual(node.story.principles, ['Ownership']),
    );
    // Comments and style are the writer's, and what was saved is saved.
    assert.match(await textOf(file('one.star.md')), /^principles: \[Dive Deep, Ownership\] # mine$/m);
    await vscode.window.showTextDocument(file('one.star.md'));
    await vscode.commands.executeCommand('undo');
    await storyOnce(file('one.star.md'), ({ node }) =>
      assert.deepEqual(node.story.principles, ['Dive Deep']),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('tags a story with unsaved changes, which stay unsaved', async () => {
    await groupBy('principle');
    const editor = await vscode.window.showTextDocument(file('two.star.md'));
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'More.\n'),
    );
    await drag([file('two.star.md')], await group('Dive Deep'));
    await storyOnce(file('two.star.md'), ({ node }) =>
      assert.deepEqual(node.story.principles, ['Dive Deep']),
    );
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /More\.\n$/);
    assert.doesNotMatch(await textOf(file('two.star.md')), /Dive Deep|More/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  for (const [grouping, label, line] of [
    ['company', 'Google', 'company: google'],
    ['level', 'SDE 1', 'level: sde1'],
    ['status', 'Draft', 'status: draft'],
  ] as const) {
    test(`writes the ${grouping} of a story that is dragged onto another one`, async () => {
      await groupBy(grouping);
      await drag([file('one.star.md')], await group(label));
      await storyOnce(file('one.star.md'), (shown) => assert.equal(shown.group, label));
      assert.ok((await textOf(file('one.star.md'))).split('\n').includes(line));
    });
  }

  test('moves a story that is dragged onto a folder', async () => {
    await groupBy('folder');
    await drag([file('one.star.md')], await group(`outline-${number}/below`));
    await storyOnce(file('below/one.star.md'), ({ title }) => assert.equal(title, 'One'));
    await titlesOnce(folder, ['One', 'Two', 'Three']);
  });

  test('moves none of two stories of the same file name into one folder', async () => {
    await writeStories(`outline-${number}`, {
      'a/same.star.md': story('Same'),
      'b/same.star.md': story('Same, too'),
    });
    await groupBy('folder');
    await drag([file('a/same.star.md'), file('b/same.star.md')], await group(`outline-${number}/below`));
    assert.match(await textOf(file('a/same.star.md')), /^title: Same$/m);
    assert.match(await textOf(file('b/same.star.md')), /^title: Same, too$/m);
    await assert.rejects(textOf(file('below/same.star.md')));
  });

  test('leaves a story alone that is dragged where nothing can be written', async () => {
    const before = await textOf(file('two.star.md'));
    await groupBy('strength');
    await drag([file('two.star.md')], (await extension.outline.provider.getChildren())[0]);
    await groupBy('principle');
    await drag([file('two.star.md')], await group('No principle'));
    await drag([file('two.star.md')], undefined);
    assert.equal(await textOf(file('two.star.md')), before);
  });

  test('renames the title of a story, and not its file', async () => {
    const { node } = await storyOnce(file('two.star.md'), () => undefined);
    await vscode.commands.executeCommand('starStories.renameStory', node, 'Two: the sequel');
    await storyOnce(file('two.star.md'), ({ title }) => assert.equal(title, 'Two: the sequel'));
    assert.match(await textOf(file('two.star.md')), /^title: "Two: the sequel"$/m);
  });

  test('deletes the stories that are selected', async () => {
    const explorer = vscode.workspace.getConfiguration('explorer');
    await explorer.update('confirmDelete', false, vscode.ConfigurationTarget.Workspace);
    const shown = await titlesOnce(folder, ['One', 'Two', 'Three']);
    const nodes = shown.filter(({ title }) => title !== 'Three').map(({ node }) => node);
    await vscode.commands.executeCommand('starStories.deleteStory', nodes[0], nodes);
    await titlesOnce(folder, ['Three']);
    await explorer.update('confirmDelete', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('does not take what stands below a story for the story', async () => {
    const { node } = await storyOnce(file('one.star.md'), () => undefined);
    const [section] = await extension.outline.provider.getChildren(node);
    await vscode.commands.executeCommand('starStories.deleteStory', section, [section]);
    await vscode.commands.executeCommand('starStories.renameStory', section, 'Other');
    await titlesOnce(folder, ['One', 'Two', 'Three']);
  });

  test('counts the stories with warnings on its icon, and says so', async () => {
    await treeOnce(() => {
      const count = extension.library.stories.filter(
        ({ counts }) => counts.warning + counts.error > 0,
      ).length;
      assert.ok(count > 0);
      assert.equal(extension.outline.view.badge?.value, count);
      assert.match(
        extension.outline.view.badge.tooltip,
        new RegExp(`^${count} stor(?:y|ies) with warnings$`),
      );
    });
  });

  test('puts a badge behind the file of a story as the setting says, and behind no other file', async () => {
    const { decorations } = extension;
    const { node } = await storyOnce(file('one.star.md'), () => undefined);
    const badge = async (uri: vscode.Uri) => (await decorations.provideFileDecoration(uri, never))?.badge;
    assert.equal(await badge(file('one.star.md')), String(node.story.readiness));
    assert.equal(await badge(file('notes.md')), undefined);
    await setSetting('explorerBadges', 'findings');
    const { warning, error } = node.story.counts;
    assert.equal(await badge(file('one.star.md')), warning + error > 9 ? '9+' : String(warning + error));
    await setSetting('explorerBadges', 'off');
    assert.equal(await badge(file('one.star.md')), undefined);
    await setSetting('explorerBadges', undefined);
  });

  test('shows the story of the active editor in the status bar, from where it is found in the tree', async () => {
    await vscode.window.showTextDocument(file('below/three.star.md'));
    const { node } = await storyOnce(file('below/three.star.md'), () => undefined);
    const { seconds, readiness } = node.story;
    const clock = `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
    await soon(() => assert.ok(extension.statusBarItem.text.endsWith(`${clock} · ${readiness}/100`)));
    const command = extension.statusBarItem.command as vscode.Command;
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const selected = await new Promise<OutlineNode | undefined>((resolve) => {
      const { view } = extension.outline;
      const subscription = view.onDidChangeSelection(({ selection }) => {
        subscription.dispose();
        resolve(selection[0]);
      });
      if (view.selection.length > 0) resolve(view.selection[0]);
    });
    assert.equal(selected?.type === 'story' && selected.story.uri, file('below/three.star.md').toString());
  });

  test('draws the line of a story that is typed in, and no other', async () => {
    // Its neighbours are like others of this suite, and a story that becomes like another changes that one, too.
    const text = story('Solitary').replace(
      /The payment[^]*/,
      'A migration locked the table of all invoices for an hour.\n',
    );
    await writeStories(`outline-${number}`, { 'solitary.star.md': text });
    const editor = await vscode.window.showTextDocument(file('solitary.star.md'));
    const { provider } = extension.outline;
    for (const group of await provider.getChildren()) await provider.getChildren(group);
    const drawn = new Promise<(OutlineNode | undefined)[]>((resolve) => {
      const seen: (OutlineNode | undefined)[] = [];
      const subscription = provider.onDidChangeTreeData((nodes) => {
        seen.push(...(nodes ?? [undefined]));
        if (!seen.some((node) => node?.type === 'story' && node.story.title === 'Solitary')) return;
        subscription.dispose();
        resolve(seen);
      });
    });
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'I wrote it down.\n'),
    );
    const nodes = await drawn;
    assert.ok(nodes.every((node) => node?.type === 'story'));
    const here = nodes.filter(({ story }) => story.uri.startsWith(folder.toString()));
    assert.equal(here.length, 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('keeps the groups of a large library closed, and opens those of what a filter leaves', async () => {
    const many = Array.from({ length: 201 }, (_, at) => [`many/${at}.star.md`, story(`Many ${at}`)] as const);
    await writeStories(`outline-${number}`, Object.fromEntries(many));
    const { provider } = extension.outline;
    const states = async (): Promise<unknown[]> =>
      (await provider.getChildren()).map((node) => provider.getTreeItem(node).collapsibleState);
    assert.ok((await states()).every((state) => state === vscode.TreeItemCollapsibleState.Collapsed));
    await vscode.commands.executeCommand('starStories.filter', 'many 20');
    assert.ok((await states()).every((state) => state === vscode.TreeItemCollapsibleState.Expanded));
    await vscode.commands.executeCommand('starStories.clearFilter');
    await vscode.workspace.fs.delete(file('many'), { recursive: true });
    await titlesOnce(folder, ['One', 'Two', 'Three']);
    assert.ok((await states()).every((state) => state === vscode.TreeItemCollapsibleState.Expanded));
  });

  test('filters by words, and shows all again', async () => {
    await vscode.commands.executeCommand('starStories.filter', 'three ownership');
    assert.ok((await shownStories()).every(({ title }) => title === 'Three'));
    await vscode.commands.executeCommand('starStories.clearFilter');
    await titlesOnce(folder, ['One', 'Two', 'Three']);
  });
});
