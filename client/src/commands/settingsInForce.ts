import * as vscode from 'vscode';
import { activeStory } from '../storyFiles';

const scheme = 'star-stories-settings';

/** The settings, in the order in which they are shown. */
const names = [
  'enable',
  'level',
  'company',
  'principles',
  'strictness',
  'rules',
  'speakingRate',
  'limits.setupSeconds',
  'limits.storySeconds',
  'limits.actionShare',
  'exclude',
  'outline.followEditor',
];

/** A command that shows which settings hold for the active story, and where each of them comes from. */
export function registerSettingsInForce(): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Set<string>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        settingsText(uri.query === '' ? undefined : vscode.Uri.parse(uri.query, true)),
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('starStories'))
        for (const uri of shown) changed.fire(vscode.Uri.parse(uri));
    }),
    vscode.commands.registerCommand('starStories.showSettings', async () => {
      const story = activeStory()?.uri;
      const uri = vscode.Uri.from({
        scheme,
        path: 'STAR Stories settings.jsonc',
        query: story?.toString() ?? '',
      });
      shown.add(uri.toString());
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    }),
  );
}

function settingsText(story: vscode.Uri | undefined): string {
  const configuration = vscode.workspace.getConfiguration('starStories', story);
  const place = story ? vscode.workspace.asRelativePath(story) : 'this window';
  const lines = names.map((name, index) => {
    const value = JSON.stringify(configuration.get(name), null, 2).replaceAll('\n', '\n  ');
    const comma = index < names.length - 1 ? ',' : '';
    return `  "starStories.${name}": ${value}${comma} // ${originOf(configuration, name)}`;
  });
  return [
    `// The settings in force for ${place}.`,
    '// The front matter of a story wins over level and company.',
    '{',
    ...lines,
    '}',
    '',
  ].join('\n');
}

function originOf(configuration: vscode.WorkspaceConfiguration, name: string): string {
  const values = configuration.inspect(name);
  if (values?.workspaceFolderValue !== undefined) return 'from the folder’s settings';
  if (values?.workspaceValue !== undefined) return 'from the workspace’s settings';
  if (values?.globalValue !== undefined) return 'from the user’s settings';
  return 'default';
}
