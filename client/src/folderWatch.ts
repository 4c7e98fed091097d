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
  const changes = new FolderChanges(server, library);
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    changes,
    watcher,
    watcher.onDidCreate((uri) => changes.seen(uri, 'created')),
    watcher.onDidDelete((uri) => changes.seen(uri, 'gone')),
    // A folder that is replaced by another at once is told of as changed.
    watcher.onDidChange((uri) => changes.seen(uri, 'gone')),
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => changes.done(uri, 'created'))),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => changes.done(uri, 'gone'))),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        changes.done(oldUri, 'gone');
        changes.done(newUri, 'created');
      }
    }),
  );
}

/** What came and went since the server was told last. */
class FolderChanges {
  private paths = noPaths();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly fillings = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly server: Server,
    private readonly library: StoryLibrary,
  ) {}

  /** The editor's watcher saw it. */
  seen(uri: vscode.Uri, what: 'created' | 'gone'): void {
    // The server is told of stories by itself.
    if (!isStoryUri(uri)) this.add(uri, what);
  }

  /** The user did it in the editor, which knows of it whether it watches the place or not. */
  done(uri: vscode.Uri, what: 'created' | 'gone'): void {
    this.add(uri, isStoryUri(uri) ? 'stories' : what);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.fillings.forEach(clearTimeout);
  }

  private add(uri: vscode.Uri, kind: keyof ReturnType<typeof noPaths>): void {
    if (!this.server.isRunning) return;
    this.paths[kind].add(uri.toString());
    this.timer ??= setTimeout(() => void this.tellServer(), gatheringTime);
  }

  private async tellServer(): Promise<void> {
    const { created, gone, stories } = this.paths;
    this.timer = undefined;
    this.paths = noPaths();
    const held = gone.size > 0 ? foldersOf(this.library.stories) : new Set<string>();
    const isUnclear = created.size > mostAsked;
    const filled = isUnclear ? [] : await foldersAmong(created);
    const folders = [...stories, ...[...gone].filter((uri) => held.has(uri)), ...filled];
    if (folders.length === 0 && !isUnclear) return;
    await this.send(folders);
    if (filled.length > 0 || isUnclear) this.sendOnceFilled(filled);
  }

  private sendOnceFilled(folders: readonly string[]): void {
    const filling = setTimeout(() => {
      this.fillings.delete(filling);
      void this.send(folders);
    }, fillingTime);
    this.fillings.add(filling);
  }

  private send(folders: readonly string[]): Promise<void> {
    return this.server.notify(foldersChangedNotification, { folders } satisfies FoldersChangedParams);
  }
}

/** `stories` are those that the user made, deleted or renamed in the editor. */
function noPaths(): { created: Set<string>; gone: Set<string>; stories: Set<string> } {
  return { created: new Set(), gone: new Set(), stories: new Set() };
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
