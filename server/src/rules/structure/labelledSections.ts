import type { SectionKind } from '../../rubric/ids';
import { sectionOfHeading } from '../../rubric/sections';
import type { Story } from '../../story/story';
import type { Edit } from '../../text/edit';
import { lineEndOf } from './anchors';
import { upperFirst } from '../../text/firstLetter';

/** How many sections the labels must name before they are taken for headings: “Impact: 200 users” alone is a line of notes. */
const enough = 3;

/** A label before its text ("Situation: Orders failed.", "**Task:** I was on call."), at the start or after a sentence. */
const inline =
  /(^|\n|[.!?]["”’)]*[ \t\r\n]+)([*_]{0,2})(\p{L}[\p{L} ]{2,28})(?::[*_]{1,2}|[*_]{0,2}:)[ \t]*(?:\r?\n)?(?=\S)/gu;
/** A label on a line of its own, with or without a colon. */
const alone = /^[*_]{0,2}(\p{L}[\p{L} ]{2,28}):?[*_]{0,2}:?$/u;

interface Label {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: SectionKind;
}

/**
 * Edits that make headings of the labels with which a story without headings names its sections itself; its words are kept, the marks and
 * the colon of a label go. None where the labels name fewer than three sections.
 */
export function labelledSections(story: Story): Edit[] {
  const labels = story.blocks.flatMap((block) =>
    block.kind === 'paragraph' && !block.isAside ? labelsIn(story.text, block.span) : [],
  );
  if (new Set(labels.map(({ kind }) => kind)).size < enough) return [];
  const lineEnd = lineEndOf(story.text);
  return labels.map(({ start, end, name }) => {
    const before = story.text.slice(0, start);
    const gap = before.trim() === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : `${lineEnd}${lineEnd}`;
    const isBlockEnd = /^[ \t]*(?:\r?\n[ \t]*\r?\n|\s*$)/.test(story.text.slice(end));
    return {
      span: { start: gap === '' ? start : before.trimEnd().length, end },
      insert: `${gap}## ${upperFirst(name)}${isBlockEnd ? '' : `${lineEnd}${lineEnd}`}`,
    };
  });
}

function labelsIn(text: string, { start, end }: { start: number; end: number }): Label[] {
  // The carriage return of a line end is no part of a label.
  const body = text.slice(start, end).trimEnd();
  const whole = alone.exec(body)?.[1];
  const kindOfWhole = whole === undefined ? undefined : sectionOfHeading(whole);
  if (whole !== undefined && kindOfWhole)
    return [{ start, end: start + body.length, name: whole.trim(), kind: kindOfWhole }];
  return [...body.matchAll(inline)].flatMap((match) => {
    const name = match[3]!.trim();
    // A closing mark belongs to an opening one: "**Task: I was on call.**" is bold to its end.
    const isTorn =
      match[2] !== '' && !match[0].slice(match[1]!.length + match[2]!.length).includes(match[2]!);
    const kind = sectionOfHeading(name);
    if (kind === undefined || isTorn) return [];
    const at = start + match.index + match[1]!.length;
    return [{ start: at, end: start + match.index + match[0].length, name, kind }];
  });
}
