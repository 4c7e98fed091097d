import * as vscode from 'vscode';
import { activeStory } from '../storyFiles';

const scheme = 'star-stories-settings';

/** What is read of the manifest. */
interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** A command that shows which settings hold for the active story, and where each of them comes from. */
export function registerSettingsInForce(context: vscode.ExtensionContext): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Set<string>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        settingsText(settingNames(context), uri.query === '' ? undefined : vscode.Uri.parse(uri.query, true)),
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

/** All settings, without the name of the extension, in the order of the settings editor. */
function settingNames({ extension }: vscode.ExtensionContext): string[] {
  const { contributes } = extension.packageJSON as Manifest;
  return contributes.configuration.flatMap(({ properties }) =>
    Object.keys(properties).map((name) => name.slice('starStories.'.length)),
  );
}

function settingsText(names: readonly string[], story: vscode.Uri | undefined): string {
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
