import { URI } from 'vscode-uri';
import type { Story } from '../story/story';
import type { Span } from '../text/span';

/** A link in a story's Markdown, wherever it stands: quotes hold the link from a retelling to the story that it retells. */
export interface StoryLink {
  /** The target as written, without angle brackets, its “#…” included. */
  readonly span: Span;
  readonly href: string;
}

/** All links of a story in the order of the text: inline ones, definitions such as `[other]: other.star.md`; no images. */
export function readLinks({ text, tree }: Story): StoryLink[] {
  const links: StoryLink[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.name === 'Image') return false;
      if (node.name !== 'URL') return true;
      const parent = node.node.parent?.name;
      if (parent !== 'Link' && parent !== 'LinkReference') return false;
      const isBracketed = text[node.from] === '<';
      const span = isBracketed
        ? { start: node.from + 1, end: node.to - 1 }
        : { start: node.from, end: node.to };
      links.push({ span, href: text.slice(span.start, span.end) });
      return false;
    },
  });
  return links;
}

/** A URI as it is compared with others: editors differ in what they escape, and in how they write the drive `c:`. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The story that a relative link of the story at `from` leads to, as a canonical URI; undefined for links to anything else. */
export function linkedStory(href: string, from: string): string | undefined {
  const path = /^[^#?]*/.exec(href)![0];
  if (!/\.star\.md$/i.test(path) || /^(?:[a-z][\w+.-]*:|[/\\])/i.test(path)) return undefined;
  const base = URI.parse(from);
  if (!base.path.startsWith('/')) return undefined;
  const parts = base.path.split('/').slice(0, -1);
  for (const part of decoded(path).split('/')) {
    if (part === '..') {
      // Above the root there is nothing.
      if (parts.length < 2) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return base.with({ path: parts.join('/') }).toString();
}

/**
 * The link from the story at `from` to the one at `to`, as Markdown takes it, relative, and with `./` at its head where the link that it
 * replaces had it; undefined where no relative link leads there.
 */
export function relativeLink(from: string, to: string, replaced = ''): string | undefined {
  const [start, end] = [URI.parse(from), URI.parse(to)];
  if (start.scheme !== end.scheme || start.authority !== end.authority) return undefined;
  const folder = start.path.split('/').slice(0, -1);
  const target = end.path.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  // Two drives share the empty part before their names only.
  if (shared < 2 && /^\/[a-z]:/i.test(start.path)) return undefined;
  const up = folder.slice(shared).map(() => '..');
  const head = up.length === 0 && replaced.startsWith('./') ? ['.'] : [];
  return [...head, ...up, ...target.slice(shared).map(encodedPart)].join('/');
}

/** As much is escaped as Markdown's links need, so that a name stays readable. */
function encodedPart(part: string): string {
  return part.replace(
    /[\s%#?()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
