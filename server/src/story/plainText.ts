import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../text/span';

/**
 * The words of a block without their Markdown: emphasis marks, link targets, comments and images are left out, hard-wrapped lines
 * are joined by a space, entities and escapes are resolved. Each character knows where it stands in the document.
 */
export interface PlainText {
  readonly text: string;
  /** For each character of `text` its offset in the source, relative to the block's start; one more entry for the end. */
  readonly offsets: Uint32Array;
}

/** What stands in the source but is not spoken: its whole node is skipped. */
const skippedNodes = new Set([
  'EmphasisMark', 'CodeMark', 'LinkTitle', 'URL', 'LinkLabel', 'Image', 'Comment', 'HTMLTag', 'ProcessingInstruction',
  'TaskMarker', 'StrikethroughMark', 'HeaderMark', 'QuoteMark',
]); // prettier-ignore

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&#39;': "'",
  '&apos;': "'",
};

/** Reads the plain text of the block at `span` from the Markdown tree. Offsets are relative to `span.start`. */
export function readPlainText(source: string, tree: Tree, span: Span): PlainText {
  const builder = new PlainTextBuilder(source, span);
  tree.iterate({ from: span.start, to: span.end, enter: (node) => enterNode(node, source, span, builder) });
  return builder.finish();
}

function enterNode(node: SyntaxNodeRef, source: string, span: Span, builder: PlainTextBuilder): boolean {
  if (node.from < span.start || node.to > span.end) return true;
  if (isCitation(node, source)) {
    builder.skip(node.from, node.to);
    return false;
  }
  if (node.name === 'LinkMark') {
    skipLinkMark(node, source, builder);
    return false;
  }
  if (skippedNodes.has(node.name)) builder.skip(node.from, node.to);
  else if (node.name === 'Escape') builder.skip(node.from, node.from + 1);
  else if (node.name === 'Entity')
    builder.replace(node.from, node.to, entities[source.slice(node.from, node.to)] ?? ' ');
  else if (node.name === 'HardBreak') builder.replace(node.from, node.to, ' ');
  return !skippedNodes.has(node.name);
}

/** A footnote mark such as [^1] is not said aloud. */
function isCitation(node: SyntaxNodeRef, source: string): boolean {
  return node.name === 'Link' && source.startsWith('[^', node.from);
}

/** Of a link its words are kept: the closing bracket goes with all that follows it. */
function skipLinkMark(node: SyntaxNodeRef, source: string, builder: PlainTextBuilder): void {
  const link = node.node.parent;
  const isShortcut = link?.name === 'Link' && !link.getChild('URL') && !link.getChild('LinkLabel');
  // A bracketed prompt is Markdown's shortcut link without a target: its brackets are the writer's own.
  if (isShortcut) return;
  const isClosing = source[node.from] === ']';
  builder.skip(node.from, link && isClosing ? link.to : node.to);
}

class PlainTextBuilder {
  private text = '';
  /** Kept beside the text: looking at the end of a string that still grows would make each character cost as much as all before it. */
  private endsWithSpace = true;
  private readonly offsets: number[] = [];
  private position: number;

  constructor(
    private readonly source: string,
    private readonly span: Span,
  ) {
    this.position = span.start;
  }

  /** Copies what stands before `from` and leaves out what stands up to `to`. */
  skip(from: number, to: number): void {
    if (from < this.position) return;
    this.copyUpTo(from);
    this.position = to;
  }

  replace(from: number, to: number, by: string): void {
    if (from < this.position) return;
    this.copyUpTo(from);
    this.append(by, from);
    this.position = to;
  }

  finish(): PlainText {
    this.copyUpTo(this.span.end);
    const length = this.text.trimEnd().length;
    const end = length > 0 ? this.offsets[length - 1]! + 1 : 0;
    return {
      text: this.text.slice(0, length),
      offsets: Uint32Array.from([...this.offsets.slice(0, length), end]),
    };
  }

  private copyUpTo(end: number): void {
    for (let at = this.position; at < end; at++) this.append(this.source[at]!, at);
    this.position = Math.max(this.position, end);
  }

  /** Runs of white space, line ends included, become one space, so that a hard-wrapped sentence is one sentence. */
  private append(character: string, at: number): void {
    const isSpace = /\s/.test(character);
    if (isSpace && this.endsWithSpace) return;
    this.endsWithSpace = isSpace;
    this.text += isSpace ? ' ' : character;
    this.offsets.push(at - this.span.start);
  }
}
