import * as vscode from 'vscode';
import { foldersChangedNotification, type FoldersChangedParams } from '../../server/src/protocol';
import type { StoryLibrary } from './library';
import type { Server } from './server';
import { isStoryUri } from './storyFiles';

/** Changes are gathered for this long, in milliseconds: a build that writes thousands of files is one change. */
const gatheringTime = 100;
/** So many new paths are asked one by one whether they are folders; among more than that it is taken that some are, and all is listed again. */
const mostAsked = 20;

/**
 * Who makes a folder goes on to fill it, and on Linux the editor's watcher misses what is written before it has come to watch the folder:
 * it is looked into once more after this time, in milliseconds.
 */
const fillingTime = 1500;

/**
 * Tells the server of folders that came, went or were renamed. File events name such a folder alone, and none of the stories in it, so
 * that whoever watches stories would go on showing those that are gone.
 */
export function watchFolders(server: Server, library: StoryLibrary): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  let created = new Set<string>();
  let gone = new Set<string>();
  /** What the user did in the editor, which knows of it whether it watches the place or not. */
  let done = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fillings = new Set<ReturnType<typeof setTimeout>>();

  const send = (folders: readonly string[]): Promise<void> =>
    server.notify(foldersChangedNotification, { folders } satisfies FoldersChangedParams);
  const tell = async (): Promise<void> => {
    const [made, deleted, others] = [created, gone, done];
    timer = undefined;
    created = new Set();
    gone = new Set();
    done = new Set();
    const held = deleted.size > 0 ? foldersOf(library.stories) : new Set<string>();
    const isUnclear = made.size > mostAsked;
    const filled = isUnclear ? [] : await foldersAmong(made);
    const folders = [...others, ...[...deleted].filter((uri) => held.has(uri)), ...filled];
    if (folders.length === 0 && !isUnclear) return;
    await send(folders);
    if (filled.length === 0 && !isUnclear) return;
    const filling = setTimeout(() => {
      fillings.delete(filling);
      void send(filled);
    }, fillingTime);
    fillings.add(filling);
  };
  const add = (uri: vscode.Uri, changes: Set<string>): void => {
    if (!server.isRunning) return;
    changes.add(uri.toString());
    timer ??= setTimeout(() => void tell(), gatheringTime);
  };
  const note = (uri: vscode.Uri, changes: Set<string>): void => {
    // The server is told of stories by itself.
    if (!isStoryUri(uri)) add(uri, changes);
  };
  const noteDone = (uri: vscode.Uri, changes: Set<string>): void => {
    add(uri, isStoryUri(uri) ? done : changes);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => note(uri, created)),
    watcher.onDidDelete((uri) => note(uri, gone)),
    // A folder that is replaced by another at once is told of as changed.
    watcher.onDidChange((uri) => note(uri, gone)),
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => noteDone(uri, created))),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => noteDone(uri, gone))),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        noteDone(oldUri, gone);
        noteDone(newUri, created);
      }
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
      fillings.forEach(clearTimeout);
    }),
  );
}

let lastFolders:
  { readonly stories: StoryLibrary['stories']; readonly folders: ReadonlySet<string> } | undefined;

/** All folders that a story of the library stands in or below. */
function foldersOf(stories: StoryLibrary['stories']): ReadonlySet<string> {
  if (lastFolders?.stories === stories) return lastFolders.folders;
  const folders = new Set<string>();
  for (const { uri } of stories) {
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      const folder = uri.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  lastFolders = { stories, folders };
  return folders;
}

async function foldersAmong(uris: ReadonlySet<string>): Promise<string[]> {
  const asked = [...uris].map(async (uri) =>
    vscode.workspace.fs.stat(vscode.Uri.parse(uri, true)).then(
      ({ type }) => (type & vscode.FileType.Directory ? [uri] : []),
      () => [],
    ),
  );
  return (await Promise.all(asked)).flat();
}
