import type { SyntaxNode } from '@lezer/common';
import type { Story } from '../../story/story';
import type { Span } from '../../text/span';

const blocks = /^(?:Paragraph|Task|ListItem|BulletList|OrderedList|Document)$/;

/**
 * A stretch of a block with the marks that open and close around it, such as the asterisks of its bold first words. Undefined where it begins
 * or ends within marked words: taking it out would tear the Markdown apart.
 */
export function markedSpan({ start, end }: Span, story: Story): Span | undefined {
  const from = startOfMarks(start, story);
  const to = endOfMarks(end, story);
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

/** Where the marks begin that open at `start`; undefined where that lies within marked words. */
export function startOfMarks(start: number, { tree, text }: Story): number | undefined {
  let at = start;
  for (
    let node: SyntaxNode | null = tree.resolveInner(start, 1);
    node && !blocks.test(node.name);
    node = node.parent
  )
    at = Math.min(at, node.from);
  return /^[*_~`[]*$/.test(text.slice(at, start)) ? at : undefined;
}

function endOfMarks(end: number, { tree, text }: Story): number | undefined {
  let at = end;
  for (
    let node: SyntaxNode | null = tree.resolveInner(end, -1);
    node && !blocks.test(node.name);
    node = node.parent
  )
    at = Math.max(at, node.to);
  return /^(?:[*_~`]|\](?:\([^)]*\)|\[[^\]]*\])?)*$/.test(text.slice(end, at)) ? at : undefined;
}
