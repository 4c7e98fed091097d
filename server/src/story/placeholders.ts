import type { Tree } from '@lezer/common';
import type { Span } from '../text/span';

/** A hole that is still to be filled: `{{…}}`, `TODO`, or a bracketed prompt such as `[number]` (rubric: "Placeholders"). */
export interface Placeholder {
  readonly span: Span;
  /** What the hole asks for, without its braces or brackets. */
  readonly prompt: string;
}

const pattern = /\{\{([^{}]*)\}\}|\b(TODO|TBD|FIXME|XXX)\b|\[([^[\]\n]+)\]/g;

/** A bracketed text is a prompt when it reads as words; `[x]`, `[1]`, `[^note]` and `[sic]` are something else. */
const prompt = /^(?!x$|sic$)[\p{L}#$€£%?…][^^]*$/iu;

/** Nodes of the tree within which nothing is analysed. */
const ignoredNodes = new Set(['FencedCode', 'CodeBlock', 'Blockquote', 'Table', 'HTMLBlock', 'CommentBlock', 'Comment', 'InlineCode', 'URL', 'LinkReference', 'TaskMarker', 'Autolink', 'ProcessingInstructionBlock']); // prettier-ignore

/**
 * All placeholders of a story in order, those in its front matter included. Before `bodyStart` (the end of the front matter, a UTF-16
 * offset) brackets are YAML's lists. `references` are the labels of the link definitions, in lower case.
 */
export function findPlaceholders(
  text: string,
  bodyStart: number,
  tree: Tree,
  references: ReadonlySet<string>,
): Placeholder[] {
  const found: Placeholder[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const span = { start, end: start + match[0].length };
    if (match[3] !== undefined && (start < bodyStart || !isPrompt(text, span, match[3], references)))
      continue;
    if (isIgnored(tree, span) || (start >= bodyStart && isCited(text, span, match))) continue;
    found.push({ span, prompt: (match[1] ?? match[2] ?? match[3] ?? '').trim() });
  }
  return found;
}

function isPrompt(text: string, span: Span, inner: string, references: ReadonlySet<string>): boolean {
  const next = text[span.end];
  const previous = text[span.start - 1];
  if (
    next === '(' ||
    next === '[' ||
    next === ':' ||
    previous === ']' ||
    previous === '!' ||
    previous === '\\'
  )
    return false;
  // An index such as items[key] or a tag glued to a word is no prompt.
  if (previous !== undefined && /[\w\p{L}]/u.test(previous)) return false;
  return prompt.test(inner) && !references.has(inner.toLowerCase());
}

/** A name of a program's own ("first_name"), or a tag that opens with a capital: in quotation marks they tell what was to be read, and ask for nothing. */
const cited = /^(?:[a-z]+(?:[_.][a-z]+)+|\p{Lu}[\p{L}-]*)$/u;

/** Whether the hole is told of and not left: `a comment saying "TODO close"`, `addressed as "Dear {{first_name}}"`, `began with "[Alert]"`. */
function isCited(text: string, span: Span, match: RegExpMatchArray): boolean {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  const lineEnd = text.indexOf('\n', span.end);
  const after = text.slice(span.end, lineEnd < 0 ? text.length : lineEnd);
  const isQuoted =
    (/(?:^|[\s([—–-])"[^"]*$/.test(before) && after.includes('"')) ||
    (before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”'));
  return isQuoted && (match[2] !== undefined || cited.test(match[1] ?? match[3] ?? ''));
}

function isIgnored(tree: Tree, span: Span): boolean {
  for (
    let node: ReturnType<Tree['resolveInner']> | null = tree.resolveInner(span.start, 1);
    node;
    node = node.parent
  ) {
    if (ignoredNodes.has(node.name)) return true;
  }
  return false;
}
