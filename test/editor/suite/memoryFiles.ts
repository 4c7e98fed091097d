import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  mtime: number;
  data: Uint8Array;
}

/** Files that are on no disk, as a virtual workspace has them: the editor knows them, and nobody else. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  private readonly denied = new Set<string>();
  private clock = 0;

  /** Writes a file, with the folders above it, and tells of it. */
  put(uri: vscode.Uri, text: string): void {
    this.writeFile(uri, new TextEncoder().encode(text));
  }

  text(uri: vscode.Uri): string {
    return new TextDecoder().decode(this.entry(uri).data);
  }

  /** Whether the file may not be read from now on. */
  deny(uri: vscode.Uri, isDenied: boolean): void {
    if (isDenied) this.denied.add(uri.path);
    else this.denied.delete(uri.path);
    this.entry(uri).mtime = ++this.clock;
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, mtime, data } = this.entry(uri);
    return { type, ctime: 0, mtime, size: data.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const base = uri.path.replace(/\/?$/, '/');
    return [...this.entries]
      .filter(([path]) => path.startsWith(base) && !path.slice(base.length).includes('/') && path !== base)
      .map(([path, { type }]) => [path.slice(base.length), type]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.entries.set(uri.path, {
      type: vscode.FileType.Directory,
      mtime: ++this.clock,
      data: new Uint8Array(),
    });
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (this.denied.has(uri.path)) throw vscode.FileSystemError.NoPermissions(uri);
    return this.entry(uri).data;
  }

  writeFile(uri: vscode.Uri, data: Uint8Array): void {
    const isNew = !this.entries.has(uri.path);
    for (let path = uri.path; path.lastIndexOf('/') > 0;) {
      path = path.slice(0, path.lastIndexOf('/'));
      if (!this.entries.has(path)) this.createDirectory(uri.with({ path }));
    }
    this.entries.set(uri.path, { type: vscode.FileType.File, mtime: ++this.clock, data });
    this.changed.fire([{ type: isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of this.below(uri)) this.entries.delete(path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  /** As on a disk, a folder takes along what is in it, and only the folder is told of. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const path of this.below(from)) {
      this.entries.set(to.path + path.slice(from.path.length), this.entries.get(path)!);
      this.entries.delete(path);
    }
    this.changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  private below({ path }: vscode.Uri): string[] {
    return [...this.entries.keys()].filter((key) => key === path || key.startsWith(`${path}/`));
  }

  private entry(uri: vscode.Uri): Entry {
    const entry = this.entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }
}
