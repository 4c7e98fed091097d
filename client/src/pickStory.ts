import * as vscode from 'vscode';
import type { StoryLibrary } from './library';
import { clockTime } from './outline/labels';
import { isNode, storyOf } from './outline/nodes';
import { activeStory } from './storyFiles';
import { tell } from './tell';

/**
 * The story that a command is meant for: the one it was given, as an address, a URI or a line of the outline; else the one in the active
 * editor; else one that is picked. Undefined where the user gave up or there is none, which is told.
 */
export async function storyFor(
  given: unknown,
  library: StoryLibrary,
  title: string,
): Promise<vscode.Uri | undefined> {
  if (typeof given === 'string') return vscode.Uri.parse(given, true);
  if (given instanceof vscode.Uri) return given;
  const node = isNode(given) ? storyOf(given) : undefined;
  if (node) return vscode.Uri.parse(node.story.uri, true);
  return activeStory()?.uri ?? pickStory(library, title);
}

async function pickStory(library: StoryLibrary, title: string): Promise<vscode.Uri | undefined> {
  const known = await listedStories(library);
  if (!known) {
    tell('STAR Stories is switched off here, or its server could not be started.');
    return undefined;
  }
  const stories = known.filter(({ problem }) => problem === null);
  if (stories.length === 0) {
    tell('There is no story yet. Write the first one: run “New Story…”.');
    return undefined;
  }
  const items = stories
    .sort((a, b) => a.title.localeCompare(b.title))
    .map((story) => ({
      label: story.title,
      description: `${clockTime(story.seconds)}${story.isReviewed ? ` · readiness ${story.readiness}` : ''}`,
      uri: story.uri,
    }));
  const choice = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Pick a story',
    matchOnDescription: true,
  });
  return choice && vscode.Uri.parse(choice.uri, true);
}

/** The stories once there are any, or once it is known that there are none; undefined where nobody can tell. */
async function listedStories(library: StoryLibrary): Promise<StoryLibrary['stories'] | undefined> {
  while (await library.load()) {
    if (library.stories.length > 0 || library.isListed) return library.stories;
    await new Promise<void>((resolve) => {
      const subscription = library.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
  return undefined;
}
