import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../client/src/activate';
import type { OutlineNode, StoryNode } from '../../../client/src/outline/nodes';
import { workspaceFile } from './editor';

/** What the extension shows to tests alone: no interface of the editor hands out the lines of a tree. */
export async function access(): Promise<TestAccess> {
  const extension = vscode.extensions.getExtension<TestAccess | undefined>('star-stories.star-stories');
  const found = await extension?.activate();
  assert.ok(found, 'the extension does not know that it is being tested');
  return found;
}

/** A story as a line of the tree. */
export interface ShownStory {
  readonly uri: string;
  readonly group: string;
  readonly title: string;
  readonly description: string;
  readonly node: StoryNode;
}

/** All stories of the tree from top to bottom, with all groups opened. */
export async function shownStories(): Promise<ShownStory[]> {
  const { provider } = (await access()).outline;
  const shown: ShownStory[] = [];
  const add = async (nodes: readonly OutlineNode[], group: string): Promise<void> => {
    for (const node of nodes) {
      if (node.type === 'group') await add(await provider.getChildren(node), node.label);
      if (node.type !== 'story') continue;
      const { label, description } = provider.getTreeItem(node);
      shown.push({
        uri: node.story.uri,
        group,
        title: typeof label === 'string' ? label : '',
        description: String(description),
        node,
      });
    }
  };
  await add(await provider.getChildren(), '');
  return shown;
}

/** Less than a test's own limit, so that a test that waits in vain can say for what. */
const patienceSeconds = 15;

/**
 * Waits until the library was read to its end and the tree is as a test expects it; its own events wake the test. That each story shown
 * was read is not enough: the list of files may be older than the stories, and with it the number of them that is yet to come.
 *
 * @throws Error with the check's last complaint, when nothing more comes
 */
export async function treeOnce<Value>(
  check: (stories: ShownStory[]) => Value | Promise<Value>,
): Promise<Value> {
  const { outline, library } = await access();
  return new Promise((resolve, reject) => {
    let complaint: unknown;
    let isLooking = false;
    let isStale = false;
    const look = async (): Promise<void> => {
      isStale = true;
      if (isLooking) return;
      isLooking = true;
      while (isStale) {
        isStale = false;
        try {
          const stories = await shownStories();
          const unread = stories.filter(({ node }) => !node.story.isReviewed);
          assert.equal(unread.length, 0, `${unread.length} stories are listed, but not read yet`);
          assert.ok(library.isComplete, 'the library is still being read');
          const value = await check(stories);
          stop();
          resolve(value);
        } catch (error) {
          complaint = error;
        }
      }
      isLooking = false;
    };
    const subscriptions = [
      outline.provider.onDidChangeTreeData(() => void look()),
      library.onDidChange(() => void look()),
    ];
    const stop = (): void => {
      clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    };
    const timer = setTimeout(() => {
      stop();
      reject(complaint instanceof Error ? complaint : new Error(String(complaint)));
    }, patienceSeconds * 1000);
    void look();
  });
}

/** Waits for what no event tells of, such as the text of the status bar. */
export async function soon(check: () => void): Promise<void> {
  for (const end = Date.now() + patienceSeconds * 1000; ;) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Waits until the tree shows exactly these titles below a folder, whatever their order. */
export function titlesOnce(folder: vscode.Uri, expected: readonly string[]): Promise<ShownStory[]> {
  return treeOnce((stories) => {
    const below = stories.filter(({ uri }) => uri.startsWith(`${folder.toString()}/`));
    const titles = [...new Map(below.map(({ uri, title }) => [uri, title])).values()];
    assert.deepEqual(titles.sort(), [...expected].sort());
    return below;
  });
}

/** Waits until a story is shown as a test expects it. */
export function storyOnce(uri: vscode.Uri, check: (story: ShownStory) => void): Promise<ShownStory> {
  return treeOnce((stories) => {
    const story = stories.find((shown) => shown.uri === uri.toString());
    assert.ok(story, `${uri.path} is not shown`);
    check(story);
    return story;
  });
}

export function groupBy(grouping: string): Thenable<unknown> {
  return vscode.commands.executeCommand('starStories.groupBy', grouping);
}

/** A small story with a title and whatever else its front matter is to hold. */
export function story(title: string, ...frontMatter: string[]): string {
  return [
    '---',
    `title: ${title}`,
    ...frontMatter,
    '---',
    '',
    '## Situation',
    '',
    'The payment gateway refused 4% of all orders for 40 minutes.',
    '',
    '## Action',
    '',
    'I rolled the release back and compared two traces.',
    '',
  ].join('\n');
}

/** Writes stories through the editor, and waits until the tree shows them. */
export async function writeStories(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<vscode.Uri> {
  const base = workspaceFile(folder);
  for (const [path, text] of Object.entries(files))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(base, path), new TextEncoder().encode(text));
  await treeOnce((stories) => {
    for (const path of Object.keys(files).filter((name) => name.endsWith('.star.md'))) {
      const uri = vscode.Uri.joinPath(base, path).toString();
      assert.ok(
        stories.some((shown) => shown.uri === uri),
        `${path} is not shown`,
      );
    }
  });
  return base;
}
