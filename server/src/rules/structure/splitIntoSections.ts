import { sections } from '../../rubric/sections';
import type { SectionKind } from '../../rubric/ids';
import type { Story } from '../../story/story';
import type { Edit } from '../../text/edit';
import type { SentenceFacts } from '../reviewDraft';
import { lineEndOf } from './anchors';
import { labelledSections } from './labelledSections';
import { startOfMarks } from './markedSpan';

/**
 * Headings where the section of a story without any changes, as edits, and the story's own headings a level or two deeper, so that they
 * belong to the sections: nothing but white space is replaced, so the text is kept whole. Labels that name the sections ("Task: …") become
 * the headings themselves. Where a heading would tear Markdown apart, as within a nested list or within bold words, it goes before the next sentence that it
 * can stand before. None where there is no sentence.
 */
export function splitIntoSections({
  sentences,
  story,
}: {
  readonly sentences: readonly SentenceFacts[];
  readonly story: Story;
}): Edit[] {
  const labelled = labelledSections(story);
  if (labelled.length > 0) return labelled;
  const lineEnd = lineEndOf(story.text);
  const { level, deeper } = headingLevels(story);
  const mark = '#'.repeat(level);
  const edits: Edit[] = [];
  const opened = new Set<SectionKind>();
  let current: SectionKind | undefined;
  for (const facts of sentences) {
    const { section } = facts;
    if (section === undefined || section === current) continue;
    // A section is opened once: a sentence that looks back stays where it is told.
    if (opened.has(section)) continue;
    const place = headingPlace(facts, story);
    if (place === undefined) continue;
    opened.add(section);
    current = section;
    const heading = `${mark} ${sections[section].name}${lineEnd}${lineEnd}`;
    edits.push({
      span: place,
      insert:
        place.start === place.end
          ? lineBefore(story.text, place.start, lineEnd) + heading
          : `${lineEnd}${lineEnd}${heading}`,
    });
  }
  return edits.length === 0 ? [] : [...edits, ...deeper];
}

/**
 * The level of the new headings, one above those that the text has so that these belong to the sections; its first heading is its title.
 * The text's own go deeper to leave room for the second level, where they are written with number signs and there is a level for each.
 */
function headingLevels({ headings, text }: Story): { level: number; deeper: Edit[] } {
  const told = headings.filter(({ isAside }) => !isAside);
  const inner = told[0]?.level === 1 ? told.slice(1) : told;
  if (inner.length === 0) return { level: 2, deeper: [] };
  const levels = inner.map(({ level }) => level);
  const level = Math.min(...levels) - 1;
  const missing = 2 - level;
  if (missing <= 0) return { level, deeper: [] };
  const canSink = Math.max(...levels) + missing <= 6 && inner.every(({ span }) => text[span.start] === '#');
  if (!canSink) return { level: Math.max(1, level), deeper: [] };
  // After the first sign, for a new heading may go before it.
  const deeper = inner.map(({ span: { start } }) => ({
    span: { start: start + 1, end: start + 1 },
    insert: '#'.repeat(missing),
  }));
  return { level: 2, deeper };
}

/** An empty line where the line before is text: some editors' Markdown wants one before a heading. */
function lineBefore(text: string, at: number, lineEnd: string): string {
  const before = text.slice(0, at);
  return before.trim() === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : lineEnd;
}

/** Where a heading before the sentence goes: an empty span at a line's start, or the white space before a sentence within a paragraph. */
function headingPlace(
  { sentence, span }: SentenceFacts,
  story: Story,
): { start: number; end: number } | undefined {
  const { text } = story;
  if (sentence.spanInBlock.start === 0) {
    const start = firstLineOf(story, lineStart(text, sentence.block.span.start));
    const isNested =
      sentence.block.kind === 'list-item' && !/^(?:[-*+]|\d+[.)])[ \t]/.test(text.slice(start));
    return isNested ? undefined : { start, end: start };
  }
  const start = startOfMarks(span.start, story);
  if (start === undefined) return undefined;
  const gap = /\s*$/.exec(text.slice(0, start))![0].length;
  return gap === 0 ? undefined : { start: start - gap, end: start };
}

/** A sub-heading or a comment for the linter right above goes with the text below it; the story's title does not. */
function firstLineOf(story: Story, line: number): number {
  let start = line;
  for (;;) {
    const above = story.text.slice(0, start).trimEnd();
    const heading = story.headings.find(({ span }) => span.end === above.length);
    const comment = /(?:^|\n)(<!--[^\n]*-->)$/.exec(above)?.[1];
    if (heading && !(heading === story.headings[0] && heading.level === 1)) start = heading.span.start;
    else if (comment !== undefined) start = above.length - comment.length;
    else return start;
  }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
