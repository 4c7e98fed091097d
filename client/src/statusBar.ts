import * as vscode from 'vscode';
import type { StoryLibrary } from './library';
import { clockTime, storyTooltip } from './outline/labels';
import { stageIcon } from './outline/treeItems';
import { activeStory } from './storyFiles';

/** Spoken time and readiness of the story in the active editor; a click shows it in the outline. */
export function registerStatusBar(library: StoryLibrary): {
  readonly item: vscode.StatusBarItem;
  dispose(): void;
} {
  const item = vscode.window.createStatusBarItem('starStories.story', vscode.StatusBarAlignment.Right, 110);
  item.name = 'STAR story';
  item.command = { command: 'starStories.revealInOutline', title: 'Show in STAR Stories' };

  const show = async (): Promise<void> => {
    const uri = activeStory()?.uri.toString();
    const details = uri === undefined ? undefined : await library.details(uri);
    // While the answer was awaited, another editor may have become active.
    if (uri !== activeStory()?.uri.toString()) return;
    if (!details) {
      item.hide();
      return;
    }
    const { seconds, readiness } = details.summary;
    item.text = `$(${stageIcon(readiness).id}) ${clockTime(seconds)} · ${readiness}/100`;
    item.tooltip = new vscode.MarkdownString(storyTooltip(details.summary, details.readinessTerms));
    item.accessibilityInformation = {
      label: `Story: ${clockTime(seconds)} to say, readiness ${readiness} of 100`,
    };
    item.show();
  };

  const subscription = vscode.Disposable.from(
    item,
    library.onDidChange(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
  );
  return { item, dispose: () => void subscription.dispose() };
}
