import * as vscode from 'vscode';
import { isStoryUri } from '../storyFiles';
import { appendLines, appendTake, readTakes, renameInLog, takeFromLog, type Take } from './takes';

/** Where the takes of a workspace folder are kept, below it. */
const logPath = ['.star-stories', 'takes.jsonl'];

/** The takes of all stories, in a log in each workspace folder. */
export interface TakeLogs {
  /** The takes of a story, the oldest first; none where they cannot be read, which is told. */
  takesOf(story: vscode.Uri): Promise<Take[]>;
  /** Adds a take of a story. Resolves to whether it was kept; what went wrong is told. */
  add(story: vscode.Uri, take: Omit<Take, 'story' | 'date'>): Promise<boolean>;
  /** Why takes of the story cannot be kept, in the user's words; undefined where they can. */
  obstacle(story: vscode.Uri): string | undefined;
  /** The log that holds the takes of a story; undefined where there is none. */
  logOf(story: vscode.Uri): vscode.Uri | undefined;
  /** Fires with the stories or folders whose takes have moved with them. */
  readonly onDidMove: vscode.Event<readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]>;
  dispose(): void;
}

export function createTakeLogs(output: vscode.LogOutputChannel): TakeLogs {
  return new FolderTakeLogs(output);
}

class FolderTakeLogs implements TakeLogs {
  private readonly files = serialFiles();
  /** The logs of which the user was told that something in them is no take. */
  private readonly toldOf = new Set<string>();
  private readonly moved = new vscode.EventEmitter<readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[]>();
  readonly onDidMove = this.moved.event;
  readonly logOf = logOf;
  readonly obstacle = obstacle;
  private readonly subscription = vscode.workspace.onDidRenameFiles(({ files }) => void this.follow(files));

  constructor(private readonly output: vscode.LogOutputChannel) {}

  async takesOf(story: vscode.Uri): Promise<Take[]> {
    const log = logOf(story);
    if (!log) return [];
    try {
      const { takes, damaged } = readTakes(await this.files.read(log));
      this.reportDamage(log, damaged);
      const path = pathOf(story);
      return takes.filter((take) => take.story === path).sort((a, b) => (a.date < b.date ? -1 : 1));
    } catch (error) {
      this.fail('The log of your rehearsals could not be read.', error);
      return [];
    }
  }

  async add(story: vscode.Uri, take: Omit<Take, 'story' | 'date'>): Promise<boolean> {
    const log = logOf(story);
    if (!log) return false;
    const whole: Take = { story: pathOf(story), date: new Date().toISOString(), ...take };
    try {
      await this.files.change(log, (before) => appendTake(before, whole));
      return true;
    } catch (error) {
      this.fail('The take could not be kept.', error);
      return false;
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.moved.dispose();
  }

  private async follow(renamed: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[]): Promise<void> {
    for (const { oldUri, newUri } of renamed) {
      // A story that is no longer one keeps its takes under the name it had.
      if (isStoryUri(oldUri) && !isStoryUri(newUri)) continue;
      try {
        await moveTakes(this.files, oldUri, newUri);
      } catch (error) {
        this.fail('The takes of a story that was moved could not be moved with it.', error);
      }
    }
    this.moved.fire(renamed);
  }

  private reportDamage(log: vscode.Uri, damaged: readonly number[]): void {
    if (damaged.length === 0 || this.toldOf.has(log.toString())) return;
    this.toldOf.add(log.toString());
    const lines = `${damaged.length === 1 ? 'line' : 'lines'} ${damaged.slice(0, 5).join(', ')}${damaged.length > 5 ? ' …' : ''}`;
    void vscode.window
      .showWarningMessage(
        `The log of your rehearsals has something in ${lines} that is no take. It is left alone, and all other takes are read.`,
        'Open the Log',
      )
      .then((choice) => choice && vscode.window.showTextDocument(log));
  }

  private fail(what: string, error: unknown): void {
    this.output.error(what, error);
    void vscode.window.showErrorMessage(`${what} ${error instanceof Error ? error.message : ''}`.trim());
  }
}

function logOf(story: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(story);
  return folder && vscode.Uri.joinPath(folder.uri, ...logPath);
}

function obstacle(story: vscode.Uri): string | undefined {
  if (story.scheme === 'untitled') return 'Takes are kept once the story is saved as a file.';
  const folder = vscode.workspace.getWorkspaceFolder(story);
  if (!folder) return 'Takes are kept only for stories of an open folder.';
  return vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false
    ? 'Takes cannot be kept here: this folder cannot be written to.'
    : undefined;
}

/** Relative to the workspace folder, with slashes; empty for what lies in none. */
function pathOf(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) : '';
}

/** Takes follow their story, or the stories of a folder, within a log or from one log to another. */
async function moveTakes(files: SerialFiles, oldUri: vscode.Uri, newUri: vscode.Uri): Promise<void> {
  const from = logOf(oldUri);
  const to = logOf(newUri);
  const [oldPath, newPath] = [pathOf(oldUri), pathOf(newUri)];
  if (!from || !to || oldPath === '' || newPath === '') return;
  if (from.toString() === to.toString()) {
    await files.change(from, (log) => renameInLog(log, oldPath, newPath));
    return;
  }
  const { taken } = takeFromLog(await files.read(from), oldPath, newPath);
  if (taken.length === 0) return;
  // First there, then away from here: what goes wrong between leaves them twice, and not lost.
  await files.change(to, (log) => appendLines(log, taken));
  await files.change(from, (log) => takeFromLog(log, oldPath, newPath).rest);
}

/** Files of which no two changes overlap. */
interface SerialFiles {
  /** Empty where there is no such file. Rejects where it cannot be read. */
  read(uri: vscode.Uri): Promise<Uint8Array>;
  /** Reads, changes and writes; writes nothing where nothing changed, or where the file could not be read. */
  change(uri: vscode.Uri, change: (before: Uint8Array) => Uint8Array): Promise<void>;
}

function serialFiles(): SerialFiles {
  const last = new Map<string, Promise<unknown>>();
  const inTurn = <Result>(uri: vscode.Uri, work: () => Promise<Result>): Promise<Result> => {
    const key = uri.toString();
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    return turn;
  };
  const readNow = async (uri: vscode.Uri): Promise<Uint8Array> => {
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return new Uint8Array();
      throw error;
    }
  };
  return {
    read: (uri) => inTurn(uri, () => readNow(uri)),
    change: (uri, change) =>
      inTurn(uri, async () => {
        const before = await readNow(uri);
        const after = change(before);
        if (isSame(before, after)) return;
        await vscode.workspace.fs.writeFile(uri, after);
      }),
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
