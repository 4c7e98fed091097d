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
    if (isIgnored(tree, span)) continue;
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
