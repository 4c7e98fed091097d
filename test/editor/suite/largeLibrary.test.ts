import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../client/src/activate';
import { workspaceFile } from './editor';
import { access, groupBy, shownStories, story, treeOnce, type ShownStory } from './outline';

const count = 150;
const folder = workspaceFile('large-library');

/** A story that takes some time to review: none of its sentences stands in another one. */
function longStory(number: number): string {
  const sentences = Array.from(
    { length: 40 },
    (_, at) =>
      `At ${at}:${number % 60} I moved queue ${number}-${at} to host ${at * 7 + number}, since it held ${at + number} orders.`,
  );
  return `${story(`Long ${number}`, `date: 2026-01-${String(1 + (number % 28)).padStart(2, '0')}`)}\n${sentences.join(' ')}\n`;
}

suite('a library that takes time to read', () => {
  let extension: TestAccess;

  suiteSetup(async () => {
    extension = await access();
    await vscode.commands.executeCommand('starStories.library.focus');
    await extension.library.load();
  });

  test('is listed at once, with groups and filter, and each line is filled in as it is read', async () => {
    const below = (stories: readonly ShownStory[]): ShownStory[] =>
      stories.filter(({ uri }) => uri.startsWith(folder.toString()));
    await groupBy('strength');
    const listed = new Promise<ShownStory[]>((resolve) => {
      const subscription = extension.library.onDidChange(async () => {
        const shown = below(await shownStories());
        if (shown.length < count) return;
        subscription.dispose();
        resolve(shown);
      });
    });
    await Promise.all(
      Array.from({ length: count }, (_, number) =>
        vscode.workspace.fs.writeFile(
          vscode.Uri.joinPath(folder, `${number}.star.md`),
          new TextEncoder().encode(longStory(number)),
        ),
      ),
    );
    const unread = (await listed).filter(({ node }) => !node.story.isReviewed);
    assert.ok(unread.length > 0, 'all stories were read before they were listed');
    for (const { description, group } of unread) {
      // Its time and its date, and no readiness.
      assert.match(description, /^\d+:\d\d · 2026-01-\d\d$/);
      assert.equal(group, 'Not read yet');
    }
    assert.equal((await extension.decorations.provideFileDecoration(vscode.Uri.parse(unread.at(-1)!.uri), new vscode.CancellationTokenSource().token))?.badge, undefined); // prettier-ignore
    // Who opens a line waits for that story alone.
    const details = await extension.library.details(unread.at(-1)!.uri);
    assert.equal(details?.summary.isReviewed, true);
    await treeOnce((stories) => {
      assert.equal(below(stories).length, count);
    });
    for (const { description, group } of below(await shownStories())) {
      assert.match(description, /^\d+ · \d+:\d\d · /);
      assert.notEqual(group, 'Not read yet');
    }
    await groupBy('company');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await treeOnce((stories) => {
      assert.equal(below(stories).length, 0);
    });
  });
});
