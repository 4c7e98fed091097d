import * as vscode from 'vscode';
import type { StorySummary } from '../../../server/src/protocol';
import type { StoryLibrary } from '../library';
import { isEnabled } from '../server';
import { isStoryUri } from '../storyFiles';
import { explorerBadge, isBadgeKind, type BadgeKind } from './explorerBadge';

const setting = 'explorerBadges';

/** Badges behind the files of stories in the explorer and on tabs, as the setting `starStories.explorerBadges` says. */
export function registerFileDecorations(library: StoryLibrary): {
  readonly provider: vscode.FileDecorationProvider;
  dispose(): void;
} {
  const changed = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  const kindAt = (uri: vscode.Uri): BadgeKind => {
    const value = vscode.workspace.getConfiguration('starStories', uri).get<unknown>(setting);
    return isBadgeKind(value) ? value : 'readiness';
  };
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: (uri) => {
      if (!isStoryUri(uri) || !isEnabled(uri) || kindAt(uri) === 'off') return undefined;
      // Whoever sees the files of stories sees what is known of them; in a task of its own, as activation is to take no time.
      if (!library.isComplete) setTimeout(() => void library.load(), 0);
      const story: StorySummary | undefined = library.story(uri.toString());
      library.lookAt([uri.toString()]);
      const badge = story && explorerBadge(story, kindAt(uri));
      return badge && new vscode.FileDecoration(badge.badge, badge.tooltip);
    },
  };
  const subscription = vscode.Disposable.from(
    changed,
    vscode.window.registerFileDecorationProvider(provider),
    library.onDidChange((uris) => changed.fire(uris && [...uris].map((uri) => vscode.Uri.parse(uri, true)))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`starStories.${setting}`)) changed.fire(undefined);
    }),
  );
  return { provider, dispose: () => void subscription.dispose() };
}
