import * as vscode from 'vscode';

/** The documents that are stories, whatever they are read from: files, untitled ones, files of a virtual workspace. */
export const storySelector = [{ language: 'markdown', pattern: '**/*.star.md' }] as const;

export const storyGlob = '**/*.star.md';

export function isStoryUri(uri: vscode.Uri): boolean {
  return /\.star\.md$/i.test(uri.path);
}

export function isStory(document: vscode.TextDocument): boolean {
  return isStoryUri(document.uri);
}

/** The document of the active editor, if it is a story. */
export function activeStory(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isStory(document) ? document : undefined;
}

/** The URIs of all stories below a folder, save those that the setting `exclude` leaves out; sorted. */
export async function listStories(folder: string): Promise<string[]> {
  const base = vscode.Uri.parse(folder, true);
  const patterns = vscode.workspace.getConfiguration('starStories', base).get<string[]>('exclude', []);
  const exclude = patterns.length > 0 ? new vscode.RelativePattern(base, `{${patterns.join(',')}}`) : null;
  const glob = new vscode.RelativePattern(base, storyGlob);
  const found =
    base.scheme === 'file'
      ? await vscode.workspace.findFiles(glob, exclude)
      : await findVirtual(glob, exclude, base, patterns);
  return found.map(String).sort();
}

/**
 * Not every file system that is no disk can be searched: the editor then waits for one who can, for ever. Any can be walked, though
 * that may take long where it is far away. So both are begun, and what comes first is taken.
 */
async function findVirtual(
  glob: vscode.RelativePattern,
  exclude: vscode.RelativePattern | null,
  base: vscode.Uri,
  patterns: readonly string[],
): Promise<vscode.Uri[]> {
  const ending = new vscode.CancellationTokenSource();
  const searched = vscode.workspace.findFiles(glob, exclude, undefined, ending.token).then((found) => {
    if (found.length === 0) throw new Error('Nothing was found, or nobody searched.');
    return found;
  });
  try {
    return await Promise.any([searched, walk(base, patterns, ending.token)]);
  } finally {
    ending.cancel();
  }
}

/** So many folders of a file system that cannot be searched are looked into at most. */
const mostFolders = 5000;

async function walk(
  base: vscode.Uri,
  exclude: readonly string[],
  ending: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [base];
  for (let looked = 0; looked < folders.length && looked < mostFolders; looked++) {
    if (ending.isCancellationRequested) return [];
    const folder = folders[looked]!;
    // A folder that went in the meantime, or may not be read, has no stories.
    const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) {
        // What excludes all that is in a folder excludes any name in it.
        if (!isExcluded(vscode.Uri.joinPath(uri, 'a'), base, exclude)) folders.push(uri);
      } else if (isStoryUri(uri) && !isExcluded(uri, base, exclude)) found.push(uri);
    }
  }
  return found;
}

/** The editor matches its globs against documents, of which it looks at no more than this. */
function isExcluded(uri: vscode.Uri, base: vscode.Uri, exclude: readonly string[]): boolean {
  const document = { uri, languageId: 'markdown' } as vscode.TextDocument;
  return exclude.some(
    (pattern) => vscode.languages.match({ pattern: new vscode.RelativePattern(base, pattern) }, document) > 0,
  );
}

/** The text of a story, with its unsaved changes where it is open. Rejects with a message where it cannot be read. */
export async function readStory(uri: string): Promise<string> {
  const resource = vscode.Uri.parse(uri, true);
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === resource.toString(),
  );
  if (open) return open.getText();
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(resource));
}

/** Whether there is a file or a folder at this place. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The folder of a story as the user knows it: relative to the workspace, with the workspace folder's name where there are several. */
export function folderOf(uri: string): string {
  const resource = vscode.Uri.parse(uri, true);
  if (!vscode.workspace.getWorkspaceFolder(resource))
    return resource.scheme === 'untitled' ? 'Not saved yet' : '';
  const path = vscode.workspace.asRelativePath(resource);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
