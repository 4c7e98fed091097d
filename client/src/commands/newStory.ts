import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import { folderOf } from '../storyFiles';
import { fileNameOf, fillTemplate } from './storyTemplate';

const templateFile = ['snippets', 'star-stories.json'];
const templateName = 'STAR story';

/** Asks for a title and a folder, writes the frame of a story there, and leaves the cursor in its first hole. */
export async function newStory(
  context: vscode.ExtensionContext,
  library: StoryLibrary,
  given: unknown,
): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: 'New story',
    prompt: 'What happened, in a few words',
    placeHolder: 'Rollback in the middle of a flash sale',
  });
  if (title === undefined) return;
  const folder = given instanceof vscode.Uri ? given : await pickFolder(library);
  if (folder === undefined) return;
  const name = title.trim() === '' ? 'Untitled story' : title.trim();
  const document = await openEmpty(folder, fileNameOf(name));
  const settings = vscode.workspace.getConfiguration('starStories', document.uri);
  const template = fillTemplate(await readTemplate(context), {
    title: name,
    level: settings.get('level', ''),
    company: settings.get('company', ''),
  });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template));
}

/** The folder for the story; 'none' where no folder is open, undefined where the user gave up. */
async function pickFolder(library: StoryLibrary): Promise<vscode.Uri | 'none' | undefined> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  if (roots.length === 0) return 'none';
  const inUse = library.stories.map(({ uri }) => vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..'));
  const folders = new Map([...roots.map(({ uri }) => uri), ...inUse].map((uri) => [uri.toString(), uri]));
  const items: (vscode.QuickPickItem & { uri?: vscode.Uri })[] = [...folders.values()].map((uri) => ({
    label: folderLabel(uri),
    uri,
  }));
  items.push({ label: '$(folder-opened) Another folder…' });
  const choice = await vscode.window.showQuickPick(items, {
    title: 'New story',
    placeHolder: 'The folder that it goes to',
  });
  if (!choice || choice.uri) return choice?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Put Story Here',
  });
  return picked?.[0];
}

function folderLabel(uri: vscode.Uri): string {
  const root = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.toString() === uri.toString());
  // The path of a file in the folder is what the helper can make relative.
  return root ? root.name : folderOf(vscode.Uri.joinPath(uri, 'story').toString());
}

/** An empty story: a new file that no other file makes way for, or an untitled document where there is no folder. */
async function openEmpty(folder: vscode.Uri | 'none', name: string): Promise<vscode.TextDocument> {
  if (folder === 'none') {
    return vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'untitled', path: `${name}.star.md` }),
    );
  }
  for (let attempt = 1; ; attempt++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${attempt === 1 ? '' : `-${attempt}`}.star.md`);
    if (await exists(uri)) continue;
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    return vscode.workspace.openTextDocument(uri);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The frame is the snippet that completion offers too. */
async function readTemplate(context: vscode.ExtensionContext): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, ...templateFile),
  );
  const snippets = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    string,
    { readonly body: readonly string[] } | undefined
  >;
  return snippets[templateName]?.body.join('\n') ?? '';
}
