import {
  LSPErrorCodes,
  ResponseError,
  type Location,
  type Position,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  meaningOf,
  nameAt,
  placesOfName,
  problemOfNewName,
  refusalToRename,
  renameInStory,
  type FrontMatterName,
} from '../library/frontMatterNames';
import { ownPrinciples } from '../library/ownPrinciples';
import { renameOwnPrinciple } from '../library/renameOwnPrinciple';
import { userFolder } from '../library/userFiles';
import { readStoryRequest, type StorySummary } from '../protocol';
import { toRange } from './convert';
import type { LibraryService } from './library';
import { linkReferences } from './links';
import type { OpenStory, Session } from './session';
import { editOfStories, type StoryEdit } from './storyEdits';

/** What the server says of itself for what the files on names and links provide. */
export const libraryCapabilities: ServerCapabilities = {
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  definitionProvider: true,
};

/** References and rename of what stories share by name in their front matter: principles, tags, companies, questions. */
export function provideNames(session: Session, library: LibraryService): void {
  const { connection } = session;
  connection.onReferences((params) => references(session, library, params));
  connection.onPrepareRename((params) => prepareRename(session, params));
  connection.onRenameRequest((params) => rename(session, library, params));
}

interface FoundName extends OpenStory {
  readonly name: FrontMatterName;
}

async function findName(
  session: Session,
  { textDocument, position }: { textDocument: { uri: string }; position: Position },
): Promise<FoundName | undefined> {
  const opened = await session.openStory(textDocument.uri);
  const name = opened && nameAt(opened.review.story, opened.document.offsetAt(position));
  return name && { ...opened, name };
}

async function references(
  session: Session,
  library: LibraryService,
  params: ReferenceParams,
): Promise<Location[] | null> {
  const found = await findName(session, params);
  if (!found) return linkReferences(session, library, params);
  const locations: Location[] = [];
  for (const story of await storiesWith(library, found)) {
    for (const span of placesOfName(story.review.story, found.name))
      locations.push({ uri: story.document.uri, range: toRange(span, story.document) });
  }
  return locations;
}

async function prepareRename(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<PrepareRenameResult | null> {
  const found = await findName(session, params);
  if (!found)
    throw refused(
      'Put the cursor on a principle or a tag in the front matter: these can be renamed in all stories.',
    );
  const refusal = refusalToRename(found.name);
  if (refusal !== undefined) throw refused(refusal);
  return { range: toRange(withoutQuotes(found), found.document), placeholder: found.name.value };
}

/** The words of the name without its quotes, for an editor that shows the new name in their place. */
function withoutQuotes({ name: { span }, document }: FoundName): { start: number; end: number } {
  const isQuoted = /^["']/.test(document.getText().slice(span.start, span.end));
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

async function rename(
  session: Session,
  library: LibraryService,
  params: RenameParams,
): Promise<WorkspaceEdit | null> {
  const found = await findName(session, params);
  if (!found) throw refused('There is no principle or tag at this place.');
  const newName = params.newName.trim();
  const refusal = refusalToRename(found.name) ?? problemOfNewName(newName);
  if (refusal !== undefined) throw refused(refusal);
  const changes: StoryEdit[] = [];
  for (const story of await storiesWith(library, found)) {
    const renamed = renameInStory(story.review.story, found.name, newName);
    // All or nothing: a name that is half renamed is two names.
    if ('problem' in renamed)
      throw refused(`“${found.name.value}” cannot be renamed in ${story.document.uri}: ${renamed.problem}.`);
    if (renamed.edits.length > 0) changes.push({ document: story.document, edits: renamed.edits });
  }
  if (found.name.key === 'principles')
    changes.push(...(await editsOfDefinitions(session, found.name.value, newName)));
  return editOfStories(session, changes);
}

/** A principle of the user's own is renamed where it is defined too, else it would be an unknown one. */
async function editsOfDefinitions(session: Session, name: string, newName: string): Promise<StoryEdit[]> {
  const changes = await Promise.all(
    session.folders.map(async ({ uri: folder }): Promise<StoryEdit[]> => {
      const uri = `${folder.replace(/\/$/, '')}/${userFolder}/${ownPrinciples.name}`;
      const text = await readUnsaved(session, uri).catch(() => '');
      const edits = renameOwnPrinciple(text, name, newName);
      return edits.length === 0 ? [] : [{ document: TextDocument.create(uri, 'yaml', 0, text), edits }];
    }),
  );
  return changes.flat();
}

/** The client knows what is typed and not saved; without its help the file has to do. */
function readUnsaved({ connection, host, options }: Session, uri: string): Promise<string> {
  if (options.canReadStories) return connection.sendRequest<string>(readStoryRequest, { uri });
  if (host.files && host.canRead(uri)) return host.files.read(uri);
  return Promise.resolve('');
}

/** The story itself and all others that hold the name, as they are now. */
async function storiesWith(
  library: LibraryService,
  { name, document, review }: FoundName,
): Promise<OpenStory[]> {
  const wanted = meaningOf(name);
  const uris = (await library.listed())
    .filter(
      (summary) =>
        summary.uri !== document.uri &&
        valuesOf(summary, name.key).some((value) => meaningOf({ key: name.key, value }) === wanted),
    )
    .map(({ uri }) => uri);
  const others = await Promise.all(uris.map((uri) => library.open(uri)));
  return [{ document, review }, ...others.filter((story) => story !== null)];
}

function valuesOf(summary: StorySummary, key: FrontMatterName['key']): readonly string[] {
  switch (key) {
    case 'principles':
      return summary.principles;
    case 'tags':
      return summary.tags;
    case 'question':
      return summary.questions;
    case 'company':
      return summary.company === null ? [] : [summary.company];
    case 'level':
      return [summary.level];
    case 'status':
      return summary.status === null ? [] : [summary.status];
  }
}

function refused(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
