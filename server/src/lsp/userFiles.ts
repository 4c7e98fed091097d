import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { userFolder, type UserFile } from '../library/userFiles';
import { readStoryRequest, type InitializationOptions } from '../protocol';
import { toRange } from './convert';
import { folderHolding } from './folders';
import type { ServerHost } from './host';

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
  /** Forgets what changed. Returns whether any of the files was one of these. */
  forget(uris: readonly string[]): boolean;
}

/** What clients are asked to watch. */
export const userFileGlob = `**/${userFolder}/*.yaml`;

interface UserFilesStart {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly options: InitializationOptions;
  /** The URIs of the folders that are open now. */
  readonly folders: () => readonly string[];
}

export function createUserFiles({ connection, host, options, folders }: UserFilesStart): UserFiles {
  const known = new Map<string, Promise<readonly unknown[]>>();
  /** The files that mistakes are shown in, to be cleared when these are mended. */
  const faulty = new Set<string>();

  const show = (uri: string, text: string, problems: UserFile<unknown>['problems']): void => {
    if (problems.length === 0 && !faulty.delete(uri)) return;
    if (problems.length > 0) faulty.add(uri);
    const document = TextDocument.create(uri, 'yaml', 0, text);
    const diagnostics = problems.map(({ message, span }) => ({
      range: toRange(span, document),
      severity: DiagnosticSeverity.Warning,
      source: 'STAR Stories',
      message,
    }));
    void connection.sendDiagnostics({ uri, diagnostics });
  };

  const readText = (uri: string): Promise<string> => {
    if (host.files && host.canRead(uri)) return host.files.read(uri);
    if (!options.canReadStories) return Promise.resolve('');
    return connection.sendRequest<string>(readStoryRequest, { uri });
  };

  const read = async <Entry>(kind: UserFileKind<Entry>, uri: string): Promise<readonly Entry[]> => {
    let text = '';
    try {
      text = await readText(uri);
    } catch (error) {
      // A file that is made together with its folder is not always told of: it is looked for again the next time.
      known.delete(uri);
      if (!/ENOENT|ENOTDIR|FileNotFound|EntryNotFound/.test(String(error)))
        connection.console.warn(`${uri} could not be read: ${String(error)}`);
    }
    const { entries, problems } = kind.read(text);
    show(uri, text, problems);
    return entries.map(({ value }) => value);
  };

  const inFolder = <Entry>(kind: UserFileKind<Entry>, folder: string): Promise<readonly Entry[]> => {
    const uri = `${folder.replace(/\/$/, '')}/${userFolder}/${kind.name}`;
    const before = known.get(uri) as Promise<readonly Entry[]> | undefined;
    if (before) return before;
    const reading = read(kind, uri);
    known.set(uri, reading);
    return reading;
  };

  return {
    of: (kind, uri) => {
      const folder = folderHolding(uri, folders());
      return folder === undefined ? Promise.resolve([]) : inFolder(kind, folder);
    },
    all: async (kind) => (await Promise.all(folders().map((folder) => inFolder(kind, folder)))).flat(),
    forget: (uris) => {
      const isOurs = uris.filter((uri) => new RegExp(`/${userFolder}/[^/]+\\.yaml$`).test(uri));
      for (const uri of isOurs) known.delete(uri);
      return isOurs.length > 0;
    },
  };
}
