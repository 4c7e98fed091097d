import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../text/span';
import type { FrontMatter } from './frontMatter';

/** A place where the writer has turned findings off (rubric: "Suppression"). */
export interface Suppression {
  /** The rule ids named; empty means all. */
  readonly rules: readonly string[];
  /** Where findings are turned off. */
  readonly scope: Span;
  /** The comment, or the item of the front matter, that says so. */
  readonly span: Span;
  readonly form: 'block' | 'line' | 'range' | 'front-matter';
}

const comment = /^<!--\s*star-ignore(-start|-end)?(?:\s+([^>]*?))?\s*-->$/;

/** All suppressions of a story: comments before a block or at the end of a line, start … end ranges, and front matter `ignore`. */
export function readSuppressions(text: string, tree: Tree, frontMatter: FrontMatter): Suppression[] {
  const found: Suppression[] = [];
  const open: { rules: string[]; span: Span }[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.name !== 'CommentBlock' && node.name !== 'Comment') return;
      const raw = text.slice(node.from, node.to).trimEnd();
      const match = comment.exec(raw);
      if (!match) return;
      const span = { start: node.from, end: node.from + raw.length };
      const rules = (match[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
      if (match[1] === '-start') open.push({ rules, span });
      else if (match[1] === '-end') closeRange(open, span, found);
      else
        found.push(
          node.name === 'Comment'
            ? lineSuppression(text, rules, span)
            : blockSuppression(node.node, rules, span),
        );
    },
  });
  for (const { rules, span } of open)
    found.push({ rules, span, form: 'range', scope: { start: span.end, end: text.length } });
  found.push(...frontMatterSuppressions(text, frontMatter));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function closeRange(open: { rules: string[]; span: Span }[], end: Span, found: Suppression[]): void {
  const start = open.pop();
  if (start) found.push({ ...start, form: 'range', scope: { start: start.span.end, end: end.start } });
}

function lineSuppression(text: string, rules: string[], span: Span): Suppression {
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  return { rules, span, form: 'line', scope: { start, end: span.start } };
}

/** The block after the comment; a comment alone within a list item speaks for what follows it there. */
function blockSuppression(node: SyntaxNode, rules: string[], span: Span): Suppression {
  let next = node.nextSibling;
  while (next?.name === 'CommentBlock') next = next.nextSibling;
  const scope = next ? { start: next.from, end: next.to } : { start: span.end, end: span.end };
  return { rules, span, form: 'block', scope };
}

function frontMatterSuppressions(text: string, frontMatter: FrontMatter): Suppression[] {
  if (!frontMatter.values.ignore) return [];
  const entry = frontMatter.entries.find(({ key }) => key === 'ignore');
  const scope = { start: 0, end: text.length };
  return (entry?.items ?? []).map(({ value, span }) => ({
    rules: [value],
    span,
    form: 'front-matter' as const,
    scope,
  }));
}
