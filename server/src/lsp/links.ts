import {
  CompletionItemKind,
  FileOperationPatternKind,
  type CompletionItem,
  type DefinitionParams,
  type DocumentLink,
  type FileOperationRegistrationOptions,
  type Location,
  type LocationLink,
  type Position,
  type ReferenceParams,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { canonicalUri, linkedStory, readLinks, relativeLink, type StoryLink } from '../library/storyLinks';
import { titleSpan } from '../library/fingerprint';
import type { StorySummary } from '../protocol';
import type { Edit } from '../text/edit';
import { toRange } from './convert';
import type { LibraryService } from './library';
import { readLinkingStories, type LinkingStory } from './linkingStories';
import { isStoryUri, type OpenStory, type Session } from './session';
import { editOfStories, type StoryEdit } from './storyEdits';

/** Links between stories: followed, found, offered while typing, and kept when a file gets another name. */
export function provideLinks(session: Session, library: LibraryService): void {
  const { connection } = session;
  connection.onDocumentLinks(async ({ textDocument }) => {
    const opened = await session.openStory(textDocument.uri);
    return opened ? documentLinks(opened, library) : null;
  });
  connection.onDefinition(async (params) => {
    const opened = await session.openStory(params.textDocument.uri);
    return opened ? definition(opened, params) : null;
  });
  connection.workspace.onWillRenameFiles((params) => editForRenamedFiles(session, library, params));
}

/** What a client tells before it renames: single stories, and folders that may hold some. */
export const renamedFiles: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.star.md', matches: FileOperationPatternKind.file } },
    { pattern: { glob: '**/*', matches: FileOperationPatternKind.folder } },
  ],
};

/** The links of a story that lead to stories which are there, each with the title of its story. */
async function documentLinks(
  { document, review }: OpenStory,
  library: LibraryService,
): Promise<DocumentLink[]> {
  const links = targetsOf(review.story, document.uri);
  if (links.length === 0) return [];
  const { stories } = await library.stories();
  const titles = new Map(stories.map(({ uri, title }) => [canonicalUri(uri), title]));
  return links.flatMap(({ link, target }) => {
    const title = titles.get(target);
    if (title === undefined) return [];
    return [{ range: toRange(link.span, document), target, tooltip: `Open “${title}”` }];
  });
}

function targetsOf(story: OpenStory['review']['story'], uri: string): { link: StoryLink; target: string }[] {
  return readLinks(story).flatMap((link) => {
    const target = linkedStory(link.href, uri);
    return target === undefined ? [] : [{ link, target }];
  });
}

function targetAt(
  { document, review }: OpenStory,
  position: Position,
): { link: StoryLink; target: string } | undefined {
  const offset = document.offsetAt(position);
  return targetsOf(review.story, document.uri).find(
    ({ link: { span } }) => span.start <= offset && offset <= span.end,
  );
}

/** The head of the linked file, which is where VS Code's own Markdown support leads too: two answers for one place are one. */
function definition(opened: OpenStory, { position }: DefinitionParams): LocationLink[] | null {
  const found = targetAt(opened, position);
  if (!found) return null;
  const head = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    {
      targetUri: found.target,
      targetRange: head,
      targetSelectionRange: head,
      originSelectionRange: toRange(found.link.span, opened.document),
    },
  ];
}

/** All links to the story that the link at the position leads to, or to the story itself at its title; null elsewhere. */
export async function linkReferences(
  session: Session,
  library: LibraryService,
  { textDocument, position }: ReferenceParams,
): Promise<Location[] | null> {
  const opened = await session.openStory(textDocument.uri);
  if (!opened) return null;
  const offset = opened.document.offsetAt(position);
  const title = titleSpan(opened.review.story);
  const isAtTitle = title.start <= offset && offset <= title.end;
  const target =
    targetAt(opened, position)?.target ?? (isAtTitle ? canonicalUri(textDocument.uri) : undefined);
  if (target === undefined) return null;
  const locations: Location[] = [];
  const linking = await readLinkingStories(session, library, (links) => links.includes(target));
  for (const { document, story } of linking) {
    for (const { link, target: leadsTo } of targetsOf(story, document.uri))
      if (leadsTo === target) locations.push({ uri: document.uri, range: toRange(link.span, document) });
  }
  return locations;
}

/** The edits that keep all links between stories when files or folders get other names: to them, and within them where these are stories. */
async function editForRenamedFiles(
  session: Session,
  library: LibraryService,
  { files }: RenameFilesParams,
): Promise<WorkspaceEdit | null> {
  const renamed = files.map(({ oldUri, newUri }) => ({
    from: canonicalUri(oldUri),
    to: canonicalUri(newUri),
  }));
  const placeAfter = (uri: string): string => {
    for (const { from, to } of renamed) {
      if (uri === from) return to;
      if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
    }
    return uri;
  };
  const isMoved = (uri: string): boolean => placeAfter(uri) !== uri;
  const linking = await readLinkingStories(
    session,
    library,
    (links, uri) => links.some(isMoved) || (links.length > 0 && isMoved(canonicalUri(uri))),
  );
  const changes = linking.flatMap((story): StoryEdit[] => {
    const edits = linkEdits(story, placeAfter);
    return edits.length === 0 ? [] : [{ document: story.document, edits }];
  });
  return changes.length === 0 ? null : editOfStories(session, changes);
}

function linkEdits({ document, story }: LinkingStory, placeAfter: (uri: string) => string): Edit[] {
  const from = canonicalUri(document.uri);
  return targetsOf(story, document.uri).flatMap(({ link, target }) => {
    if (placeAfter(from) === from && placeAfter(target) === target) return [];
    const path = /^[^#?]*/.exec(link.href)![0];
    const insert = relativeLink(placeAfter(from), placeAfter(target), path);
    if (insert === undefined || insert === relativeLink(from, target, path)) return [];
    return [{ span: { start: link.span.start, end: link.span.start + path.length }, insert }];
  });
}

/** How a link is begun: the whole of it, or its target behind the text in brackets. */
const begunLink = /(?:\[(?<text>[^[\]]*)|\]\((?<target><?[^()<>]*))$/;

/** The other stories as links, where one is begun: `[` … or `[…](` …; none elsewhere, and none for a prompt in brackets. */
export function linkCompletions(
  { document }: OpenStory,
  position: Position,
  stories: readonly StorySummary[],
): CompletionItem[] {
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const begun = begunLink.exec(line)?.groups;
  if (!begun || /!\[[^[\]]*$/.test(line) || /^\s*[-*+]\s+\[[ xX]?$/.test(line)) return [];
  const rest = document.getText({ start: position, end: { line: position.line + 1, character: 0 } });
  return stories
    .filter(({ uri, problem }) => uri !== document.uri && problem === null && isStoryUri(uri))
    .flatMap((story) => linkItem(story, document.uri, position, begun, rest) ?? []);
}

function linkItem(
  { uri, title, principles, status }: StorySummary,
  from: string,
  position: Position,
  { text, target }: Record<string, string | undefined>,
  rest: string,
): CompletionItem | undefined {
  const path = relativeLink(from, canonicalUri(uri), target ?? '');
  if (path === undefined) return undefined;
  const written = text ?? target ?? '';
  const name = title.replace(/[[\]\\]/g, '\\$&');
  // What the editor has closed by itself is not closed twice.
  const closing = text === undefined ? /^[^\s()]*\)?/.exec(rest)![0] : /^\]?(?:\(\))?/.exec(rest)![0];
  return {
    label: title,
    kind: CompletionItemKind.Reference,
    detail: path,
    documentation: [...principles, ...(status === null ? [] : [status])].join(', '),
    filterText: text === undefined ? `${written}${title} ${path}` : `${title} ${path}`,
    textEdit: {
      range: {
        start: { line: position.line, character: position.character - written.length },
        end: { line: position.line, character: position.character + closing.length },
      },
      newText: text === undefined ? `${path})` : `${name}](${path})`,
    },
  };
}
