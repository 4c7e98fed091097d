import { Tree, TreeFragment, type SyntaxNode } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { sectionOfHeading } from '../rubric/sections';
import type { SectionKind } from '../rubric/ids';
import type { Span } from '../text/span';
import { readFrontMatter } from './frontMatter';
import { findPlaceholders } from './placeholders';
import { readPlainText, type PlainText } from './plainText';
import type { Block, Heading, Section, Story } from './story';
import { readSuppressions } from './suppressions';

const markdown = parser.configure([GFM]);

/** The plain text of each block by its node, which the parser takes over from the last version of the text where nothing changed. */
const plainTexts = new WeakMap<Tree, PlainText>();

/**
 * Reads a story from its text. Any text is a story: the worst that can come of it is one without sections and with problems.
 * `previous` is an earlier version of the same document; what did not change since is taken over from it.
 */
export function parseStory(text: string, previous?: Story): Story {
  const frontMatter = previous && sameHead(text, previous) ? previous.frontMatter : readFrontMatter(text);
  const sameFrame =
    previous?.frontMatter === frontMatter || previous?.frontMatter.span.end === frontMatter.span.start;
  const tree = parseMarkdown(text, frontMatter.span.end, sameFrame ? previous : undefined);
  const outline = readOutline(text, tree);
  const ranked = ranking(outline.headings);
  const blocks = outline.blocks.map(({ kind, span, node }): Block => {
    let plain = plainTexts.get(node);
    if (!plain) plainTexts.set(node, (plain = readPlainText(text, tree, span)));
    const { section, isAside } = placeOf(span.start, ranked);
    return { kind, span, plain, section, isAside };
  });
  return {
    text,
    frontMatter,
    title:
      frontMatter.values.title ??
      outline.headings.find(({ opens, isAside }) => opens === undefined && !isAside)?.text,
    headings: outline.headings,
    sections: readSections(ranked, text.length),
    asides: readAsides(ranked, text.length),
    blocks: blocks.filter(({ plain }) => plain.text !== ''),
    placeholders: findPlaceholders(text, frontMatter.span.end, tree, outline.references),
    suppressions: readSuppressions(text, tree, frontMatter),
    tree,
    isBinary: looksBinary(text),
  };
}

function sameHead(text: string, previous: Story): boolean {
  const { span } = previous.frontMatter;
  // The character after the block decides whether its closing fence still stands alone on its line.
  return span.end > span.start + 1 && text.startsWith(previous.text.slice(0, span.end));
}

/** The front matter is blanked for the Markdown parser, which would read its fences as headings. */
function parseMarkdown(text: string, bodyStart: number, previous: Story | undefined): Tree {
  const source =
    bodyStart === 0 ? text : text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart);
  if (!previous) return markdown.parse(source);
  const change = changedRange(previous.text, text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
  return markdown.parse(source, fragments);
}

/** In UTF-16 units. */
const stretch = 512;

/** The one range that holds all differences, found from both ends: exact for the edits of typing, safe for all others. */
function changedRange(
  before: string,
  after: string,
): { fromA: number; toA: number; fromB: number; toB: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Whole stretches are compared at once, which costs a hundredth of comparing their characters.
  while (
    start + stretch <= shorter &&
    before.slice(start, start + stretch) === after.slice(start, start + stretch)
  )
    start += stretch;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end + stretch <= shorter - start && before.slice(before.length - end - stretch, before.length - end) === after.slice(after.length - end - stretch, after.length - end)) end += stretch; // prettier-ignore
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

/** What one node of the tree adds to the outline, by offsets relative to the node's start. */
interface Outline {
  readonly headings: RawHeading[];
  readonly blocks: { kind: Block['kind']; span: Span; node: Tree }[];
  /** Labels of link reference definitions in lower case: a bracketed text of that name is a link. */
  readonly references: string[];
}

type RawHeading = Pick<Heading, 'text' | 'level' | 'span' | 'textSpan'>;

/** The outline of each node that does not itself hold other blocks but lists; kept because the next version takes over most nodes. */
const outlines = new WeakMap<Tree, Outline>();

function readOutline(
  text: string,
  tree: Tree,
): { headings: Heading[]; blocks: Outline['blocks']; references: ReadonlySet<string> } {
  const whole: Outline = { headings: [], blocks: [], references: [] };
  const gather = (parent: Tree, start: number): void => {
    parent.children.forEach((node, index) => {
      if (!(node instanceof Tree)) return;
      const from = start + parent.positions[index]!;
      if (node.type.isAnonymous || /^(?:BulletList|OrderedList)$/.test(node.type.name)) gather(node, from);
      else addOutline(whole, outlineOf(node, text, from), from);
    });
  };
  gather(tree, 0);
  return {
    headings: classifyHeadings(whole.headings, text.length),
    blocks: whole.blocks,
    references: new Set(whole.references),
  };
}

function outlineOf(tree: Tree, text: string, start: number): Outline {
  let outline = outlines.get(tree);
  if (outline) return outline;
  outlines.set(tree, (outline = { headings: [], blocks: [], references: [] }));
  visit(tree.topNode, text.slice(start, start + tree.length), false, outline);
  return outline;
}

function visit(
  node: SyntaxNode,
  text: string,
  inList: boolean,
  { headings, blocks, references }: Outline,
): void {
  const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name);
  if (heading) headings.push(readHeading(text, node, Number(heading[1])));
  else if (node.name === 'Paragraph')
    blocks.push({ kind: inList ? 'list-item' : 'paragraph', span: spanOf(node), node: node.toTree() });
  else if (node.name === 'Task')
    blocks.push({ kind: 'list-item', span: { start: node.from + 3, end: node.to }, node: node.toTree() });
  else if (node.name === 'LinkReference') references.push(referenceLabel(text, node));
  else if (/^(?:BulletList|OrderedList|ListItem)$/.test(node.name)) {
    const outline = { headings, blocks, references };
    for (let child = node.firstChild; child; child = child.nextSibling)
      visit(child, text, node.name === 'ListItem', outline);
  }
}

function addOutline(whole: Outline, { headings, blocks, references }: Outline, start: number): void {
  for (const { text, level, span, textSpan } of headings) {
    whole.headings.push({ text, level, span: moved(span, start), textSpan: moved(textSpan, start) });
  }
  for (const { kind, span, node } of blocks) whole.blocks.push({ kind, span: moved(span, start), node });
  whole.references.push(...references);
}

function moved({ start, end }: Span, distance: number): Span {
  return { start: start + distance, end: end + distance };
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}

function referenceLabel(text: string, node: SyntaxNode): string {
  const label = node.getChild('LinkLabel');
  return label ? text.slice(label.from + 1, label.to - 1).toLowerCase() : '';
}

function readHeading(text: string, node: SyntaxNode, level: number): RawHeading {
  const raw = text.slice(node.from, node.to);
  const inner =
    /^(?:#{1,6}[ \t]*)?([\s\S]*?)(?:[ \t]+#+|\r?\n[ \t]*(?:=+|-+))?[ \t\r]*$/.exec(raw)?.[1] ?? '';
  const start = node.from + raw.indexOf(inner);
  return {
    text: inner.replace(/[*_`~]/g, '').trim(),
    level,
    span: { start: node.from, end: node.from + raw.trimEnd().length },
    textSpan: { start, end: start + inner.length },
  };
}

/**
 * Sections are the headings that name one, at the level where most of them stand or above it; a deeper heading belongs to the
 * section above it whatever it is called (rubric: "Sub-headings belong to the section above them").
 */
function classifyHeadings(raw: readonly RawHeading[], end: number): Heading[] {
  const named = raw.filter((heading) => sectionOfHeading(heading.text) !== undefined);
  const countAt = (level: number): number => new Set(named.filter((heading) => heading.level === level).map((heading) => sectionOfHeading(heading.text))).size; // prettier-ignore
  const levels = [...new Set(named.map(({ level }) => level))].sort(
    (a, b) => countAt(b) - countAt(a) || a - b,
  );
  const sectionLevel = levels[0] ?? 0;
  const classified = raw.map((heading, index) => {
    const next = raw.slice(index + 1).find(({ level }) => level <= heading.level);
    const isTitle = index === 0 && heading.level < sectionLevel && namesSectionOf(named, heading);
    const opens = heading.level <= sectionLevel && !isTitle ? sectionOfHeading(heading.text) : undefined;
    return { ...heading, contentEnd: next?.span.start ?? end, opens };
  });
  return withAsides(classified);
}

/**
 * An aside holds its sub-headings, whatever their level; what holds a section is a title, and none. Nor is a sub-heading of a section, which
 * belongs to it whatever it is called: "### Notes" below "## Reflection" is told.
 */
function withAsides(headings: readonly Omit<Heading, 'isAside'>[]): Heading[] {
  const opening = headings.filter(({ opens }) => opens !== undefined);
  const holds = (outer: Omit<Heading, 'isAside'>, inner: Omit<Heading, 'isAside'>): boolean =>
    outer.span.start < inner.span.start && inner.span.start < outer.contentEnd;
  const asides = headings.filter(
    (heading) =>
      heading.opens === undefined &&
      isAsideHeading(heading.text) &&
      !opening.some((section) => holds(heading, section) || holds(section, heading)),
  );
  return headings.map((heading) => ({
    ...heading,
    isAside: asides.some((aside) => aside === heading || holds(aside, heading)),
  }));
}

/** Whether another heading names the same section: then the first one of the text, above the others, is a title such as “Impact of the outage”. */
function namesSectionOf(named: readonly { text: string }[], heading: { text: string }): boolean {
  const kind = sectionOfHeading(heading.text);
  return named.some((other) => other !== heading && sectionOfHeading(other.text) === kind);
}

/** Matter that belongs to the file and not to the telling. */
function isAsideHeading(text: string): boolean {
  return /^(?:follow-?\s?ups?|notes?|appendix|references|links|sources|retold|cue sheet)\b/i.test(text);
}

/** Headings that rank with the sections: they end the section before them. */
function ranking(headings: readonly Heading[]): Heading[] {
  const deepest = Math.max(0, ...headings.filter(({ opens }) => opens).map(({ level }) => level));
  return headings.filter(({ level, opens, isAside }) => opens !== undefined || level <= deepest || isAside);
}

function placeOf(
  offset: number,
  ranked: readonly Heading[],
): { section: SectionKind | undefined; isAside: boolean } {
  const above = ranked.findLast(({ span }) => span.start <= offset);
  return { section: above?.opens, isAside: above?.isAside === true };
}

function readSections(ranked: readonly Heading[], end: number): Section[] {
  return ranked.flatMap((heading, index) => {
    if (heading.opens === undefined) return [];
    return [
      {
        kind: heading.opens,
        heading,
        bodySpan: { start: heading.span.end, end: ranked[index + 1]?.span.start ?? end },
      },
    ];
  });
}

function readAsides(ranked: readonly Heading[], end: number): Span[] {
  return ranked.flatMap(({ isAside, span }, index) =>
    isAside ? [{ start: span.start, end: ranked[index + 1]?.span.start ?? end }] : [],
  );
}

/** No text file holds a NUL, and one in a hundred undecodable characters is no slip of the keyboard. */
function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const head = text.slice(0, 4096);
  return head.split('\uFFFD').length - 1 > head.length / 100;
}
