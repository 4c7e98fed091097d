import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { userFolder, type UserFile } from '../library/userFiles';
import { readStoryRequest, type InitializationOptions } from '../protocol';
import { toRange } from './convert';
import { folderHolding } from './folders';
import type { ServerHost } from './host';
import { isGone } from './storySource';

/** One kind of file that users keep below `userFolder`. */
export interface UserFileKind<Entry> {
  /** Its name, such as "principles.yaml". */
  readonly name: string;
  read(text: string): UserFile<Entry>;
}

/** The files of the user's in all folders: read when first asked for, kept until they change, and their mistakes shown in them. */
export interface UserFiles {
  /** The entries of the file in the folder that holds a resource; none where there is no such file. */
  of<Entry>(kind: UserFileKind<Entry>, uri: string): Promise<readonly Entry[]>;
  /** The entries of the files in all folders, in the order of the folders. */
  all<Entry>(kind: UserFileKind<Entry>): Promise<readonly Entry[]>;
  /** Forgets what changed: files, or the folders they stand in. Returns whether any was one of these. */
  forget(uris: readonly string[]): boolean;
}

/** What clients are asked to watch. */
export const userFileGlob = `**/${userFolder}/*.yaml`;

/** One of these, or the folder that holds them. */
const isUserFile = new RegExp(`/${userFolder}(?:/[^/]+\\.yaml)?$`);

interface UserFilesStart {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly options: InitializationOptions;
  /** The URIs of the folders that are open now. */
  readonly folders: () => readonly string[];
}

export function createUserFiles(start: UserFilesStart): UserFiles {
  return new FolderUserFiles(start);
}

class FolderUserFiles implements UserFiles {
  private readonly known = new Map<string, Promise<readonly unknown[]>>();
  /** The files that mistakes are shown in, to be cleared when these are mended. */
  private readonly faulty = new Set<string>();

  constructor(private readonly start: UserFilesStart) {}

  of<Entry>(kind: UserFileKind<Entry>, uri: string): Promise<readonly Entry[]> {
    const folder = folderHolding(uri, this.start.folders());
    return folder === undefined ? Promise.resolve([]) : this.inFolder(kind, folder);
  }

  async all<Entry>(kind: UserFileKind<Entry>): Promise<readonly Entry[]> {
    const entries = this.start.folders().map((folder) => this.inFolder(kind, folder));
    return (await Promise.all(entries)).flat();
  }

  forget(uris: readonly string[]): boolean {
    const ours = uris.filter((uri) => isUserFile.test(uri));
    for (const known of [...this.known.keys()]) {
      if (ours.some((uri) => known === uri || known.startsWith(`${uri}/`))) this.known.delete(known);
    }
    return ours.length > 0;
  }

  private inFolder<Entry>(kind: UserFileKind<Entry>, folder: string): Promise<readonly Entry[]> {
    const uri = `${folder.replace(/\/$/, '')}/${userFolder}/${kind.name}`;
    const before = this.known.get(uri) as Promise<readonly Entry[]> | undefined;
    if (before) return before;
    const reading = this.read(kind, uri);
    this.known.set(uri, reading);
    return reading;
  }

  private async read<Entry>(kind: UserFileKind<Entry>, uri: string): Promise<readonly Entry[]> {
    let text = '';
    try {
      text = await this.readText(uri);
    } catch (error) {
      // A file that is made together with its folder is not always told of: it is looked for again the next time.
      this.known.delete(uri);
      if (!isGone(error)) this.start.connection.console.warn(`${uri} could not be read: ${String(error)}`);
    }
    const { entries, problems } = kind.read(text);
    this.show(uri, text, problems);
    return entries.map(({ value }) => value);
  }

  private async readText(uri: string): Promise<string> {
    const { connection, host, options } = this.start;
    if (host.files && host.canRead(uri)) return host.files.read(uri);
    if (!options.canReadStories) return '';
    return connection.sendRequest<string>(readStoryRequest, { uri });
  }

  private show(uri: string, text: string, problems: UserFile<unknown>['problems']): void {
    if (problems.length === 0 && !this.faulty.delete(uri)) return;
    if (problems.length > 0) this.faulty.add(uri);
    const document = TextDocument.create(uri, 'yaml', 0, text);
    const diagnostics = problems.map(({ message, span }) => ({
      range: toRange(span, document),
      severity: DiagnosticSeverity.Warning,
      source: 'STAR Stories',
      message,
    }));
    void this.start.connection.sendDiagnostics({ uri, diagnostics });
  }
}
