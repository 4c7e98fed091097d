import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseStory } from '../story/parseStory';
import type { Story } from '../story/story';
import type { LibraryService } from './library';
import type { Session } from './session';

/** A story that may link to others, as it is now: with its unsaved changes where it is open. It is read for its links and not reviewed. */
export interface LinkingStory {
  readonly document: TextDocument;
  readonly story: Story;
}

/** So many files are open at one time at most. */
const readAtOnce = 50;

/**
 * The stories of which `isWanted` says that their links, as canonical URIs, concern somebody. Those whose links are not known (they are open,
 * or the library is still being read) are among them wherever they name any story at all: who asks looks at the links themselves.
 */
export async function readLinkingStories(
  session: Session,
  library: LibraryService,
  isWanted: (links: readonly string[], uri: string) => boolean,
): Promise<LinkingStory[]> {
  const stories = await library.listed();
  const uris = stories
    .map(({ uri }) => uri)
    .filter((uri) => {
      const links = library.linksOf(uri);
      return links === undefined || isWanted(links, uri);
    });
  const found: LinkingStory[] = [];
  for (let first = 0; first < uris.length; first += readAtOnce) {
    const read = uris.slice(first, first + readAtOnce).map((uri) => readStory(session, library, uri));
    found.push(...(await Promise.all(read)).filter((story) => story !== undefined));
  }
  return found;
}

/** Undefined for a story that names no other, and for one that cannot be read. */
async function readStory(
  session: Session,
  library: LibraryService,
  uri: string,
): Promise<LinkingStory | undefined> {
  try {
    const text = await library.textOf(uri);
    if (!/\.star\.md/i.test(text)) return undefined;
    const document = session.documents.get(uri) ?? TextDocument.create(uri, 'markdown', 0, text);
    return { document, story: parseStory(document.getText()) };
  } catch (error) {
    session.connection.console.warn(`${uri} could not be read: ${String(error)}`);
    return undefined;
  }
}
