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

/** Where offsets are gathered: one block after the other is read, and each keeps a copy of its own. */
let scratch = new Uint32Array(4096);

class PlainTextBuilder {
  private text = '';
  /** Kept beside the text: looking at the end of a string that still grows would make each character cost as much as all before it. */
  private endsWithSpace = true;
  private readonly offsets: Uint32Array;
  private length = 0;
  private position: number;

  constructor(
    private readonly source: string,
    private readonly span: Span,
  ) {
    this.position = span.start;
    // The plain text is no longer than its source.
    const length = span.end - span.start + 1;
    if (scratch.length < length) scratch = new Uint32Array(2 * length);
    this.offsets = scratch;
  }

  /** Copies what stands before `from` and leaves out what stands up to `to`. */
  skip(from: number, to: number): void {
    if (from < this.position) return;
    this.copyUpTo(from);
    this.position = to;
  }

  /** `by` is no longer than what it stands for. */
  replace(from: number, to: number, by: string): void {
    if (from < this.position) return;
    this.copyUpTo(from);
    if (/\s/.test(by)) this.appendSpace(from);
    else {
      this.offsets.fill(from - this.span.start, this.length, this.length + by.length);
      this.length += by.length;
      this.text += by;
      this.endsWithSpace = false;
    }
    this.position = to;
  }

  finish(): PlainText {
    this.copyUpTo(this.span.end);
    const length = this.text.trimEnd().length;
    const end = length > 0 ? this.offsets[length - 1]! + 1 : 0;
    const offsets = this.offsets.slice(0, length + 1);
    offsets[length] = end;
    return { text: this.text.slice(0, length), offsets };
  }

  /** Copies words as they are, a run of them at once; runs of white space, line ends included, become one space, so that a hard-wrapped sentence is one sentence. */
  private copyUpTo(end: number): void {
    let from = this.position;
    for (let at = from; at < end; at++) {
      const code = this.source.charCodeAt(at);
      // A single space between words is copied with them.
      const isPlain = code === 0x20 ? !this.endsWithSpace : !isSpace(code);
      if (isPlain) {
        this.offsets[this.length++] = at - this.span.start;
        this.endsWithSpace = code === 0x20;
        continue;
      }
      this.text += this.source.slice(from, at);
      from = at + 1;
      this.appendSpace(at);
    }
    if (from < end) this.text += this.source.slice(from, end);
    this.position = Math.max(this.position, end);
  }

  private appendSpace(at: number): void {
    if (this.endsWithSpace) return;
    this.offsets[this.length++] = at - this.span.start;
    this.text += ' ';
    this.endsWithSpace = true;
  }
}

/** White space as JavaScript's `\s` has it; the first question answers for nearly all characters. */
function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0xa0) return false;
  return /\s/.test(String.fromCharCode(code));
}
