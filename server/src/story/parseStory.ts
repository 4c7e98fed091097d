import { TreeFragment, type SyntaxNode, type Tree } from '@lezer/common';
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

/** The plain text of each block by its source, so that the next version reads only the blocks that changed. */
const plainTexts = new WeakMap<Story, ReadonlyMap<string, PlainText>>();

/**
 * Reads a story from its text. Any text is a story: the worst that can come of it is one without sections and with problems.
 * `previous` is an earlier version of the same document; what did not change since is taken over from it.
 */
export function parseStory(text: string, previous?: Story): Story {
  const frontMatter =
    previous && sameHead(text, previous) ? previous.frontMatter : readFrontMatter(text);
  const sameFrame = previous?.frontMatter === frontMatter || previous?.frontMatter.span.end === frontMatter.span.start;
  const tree = parseMarkdown(text, frontMatter.span.end, sameFrame ? previous : undefined);
  const outline = readOutline(text, tree);
  const ranked = ranking(outline.headings);
  const known = previous ? plainTexts.get(previous) : undefined;
  const current = new Map<string, PlainText>();
  const blocks = outline.blocks.map((raw) => {
    const source = text.slice(raw.span.start, raw.span.end);
    const plain = current.get(source) ?? known?.get(source) ?? readPlainText(text, tree, raw.span);
    current.set(source, plain);
    return { ...raw, ...placeOf(raw.span.start, ranked), plain };
  });
  const story: Story = {
    text,
    frontMatter,
    title: frontMatter.values.title ?? outline.headings.find(({ opens }) => opens === undefined)?.text,
    headings: outline.headings,
    sections: readSections(ranked, text.length),
    blocks: blocks.filter(({ plain }) => plain.text !== ''),
    placeholders: findPlaceholders(text, frontMatter.span.end, tree, outline.references),
    suppressions: readSuppressions(text, tree, frontMatter),
    tree,
    isBinary: looksBinary(text),
  };
  plainTexts.set(story, current);
  return story;
}

function sameHead(text: string, previous: Story): boolean {
  const { span } = previous.frontMatter;
  // The character after the block decides whether its closing fence still stands alone on its line.
  return span.end > span.start + 1 && text.startsWith(previous.text.slice(0, span.end));
}

/** The front matter is blanked for the Markdown parser, which would read its fences as headings. */
function parseMarkdown(text: string, bodyStart: number, previous: Story | undefined): Tree {
  const source = bodyStart === 0 ? text : text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart);
  if (!previous) return markdown.parse(source);
  const change = changedRange(previous.text, text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
  return markdown.parse(source, fragments);
}

/** The one range that holds all differences, found from both ends: exact for the edits of typing, safe for all others. */
function changedRange(before: string, after: string): { fromA: number; toA: number; fromB: number; toB: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

interface Outline {
  readonly headings: Heading[];
  readonly blocks: { kind: Block['kind']; span: Span }[];
  /** Labels of link reference definitions in lower case: a bracketed text of that name is a link. */
  readonly references: Set<string>;
}

function readOutline(text: string, tree: Tree): Outline {
  const raw: { text: string; level: number; span: Span; textSpan: Span }[] = [];
  const blocks: Outline['blocks'] = [];
  const references = new Set<string>();
  const visit = (node: SyntaxNode, inList: boolean): void => {
    const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name);
    if (heading) raw.push(readHeading(text, node, Number(heading[1])));
    else if (node.name === 'Paragraph') blocks.push({ kind: inList ? 'list-item' : 'paragraph', span: spanOf(node) });
    else if (node.name === 'Task') blocks.push({ kind: 'list-item', span: { start: node.from + 3, end: node.to } });
    else if (node.name === 'LinkReference') references.add(referenceLabel(text, node));
    else if (/^(?:BulletList|OrderedList|ListItem|Document)$/.test(node.name)) {
      for (let child = node.firstChild; child; child = child.nextSibling) visit(child, node.name === 'ListItem');
    }
  };
  visit(tree.topNode, false);
  return { headings: classifyHeadings(raw, text.length), blocks, references };
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}

function referenceLabel(text: string, node: SyntaxNode): string {
  const label = node.getChild('LinkLabel');
  return label ? text.slice(label.from + 1, label.to - 1).toLowerCase() : '';
}

function readHeading(text: string, node: SyntaxNode, level: number): { text: string; level: number; span: Span; textSpan: Span } {
  const raw = text.slice(node.from, node.to);
  const inner = /^(?:#{1,6}[ \t]*)?([\s\S]*?)(?:[ \t]+#+|\r?\n[ \t]*(?:=+|-+))?[ \t\r]*$/.exec(raw)?.[1] ?? '';
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
function classifyHeadings(raw: readonly { text: string; level: number; span: Span; textSpan: Span }[], end: number): Heading[] {
  const named = raw.filter((heading) => sectionOfHeading(heading.text) !== undefined);
  const countAt = (level: number): number => new Set(named.filter((heading) => heading.level === level).map((heading) => sectionOfHeading(heading.text))).size; // prettier-ignore
  const levels = [...new Set(named.map(({ level }) => level))].sort((a, b) => countAt(b) - countAt(a) || a - b);
  const sectionLevel = levels[0] ?? 0;
  return raw.map((heading, index) => {
    const next = raw.slice(index + 1).find(({ level }) => level <= heading.level);
    const isTitle = index === 0 && heading.level < sectionLevel && namesSectionOf(named, heading);
    const opens = heading.level <= sectionLevel && !isTitle ? sectionOfHeading(heading.text) : undefined;
    return { ...heading, contentEnd: next?.span.start ?? end, opens };
  });
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
  return headings.filter(({ level, opens, text }) => opens !== undefined || level <= deepest || isAsideHeading(text));
}

function placeOf(offset: number, ranked: readonly Heading[]): { section: SectionKind | undefined; isAside: boolean } {
  const above = ranked.findLast(({ span }) => span.start <= offset);
  return { section: above?.opens, isAside: above !== undefined && above.opens === undefined && isAsideHeading(above.text) };
}

function readSections(ranked: readonly Heading[], end: number): Section[] {
  return ranked.flatMap((heading, index) => {
    if (heading.opens === undefined) return [];
    return [{ kind: heading.opens, heading, bodySpan: { start: heading.span.end, end: ranked[index + 1]?.span.start ?? end } }];
  });
}

/** No text file holds a NUL, and one in a hundred undecodable characters is no slip of the keyboard. */
function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const head = text.slice(0, 4096);
  return head.split('\uFFFD').length - 1 > head.length / 100;
}
