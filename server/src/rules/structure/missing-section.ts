import { sectionKinds, type SectionKind } from '../../rubric/ids';
import { sections } from '../../rubric/sections';
import type { Story } from '../../story/story';
import type { Rewrite } from '../../text/rewrite';
import type { StructureRule } from '../rule';
import { lineEndOf } from './anchors';

/** A story with headings wants all five; which of them are missing is said at the heading after which each would stand. */
export const missingSection: StructureRule = {
  kind: 'structure',
  id: 'missing-section',
  title: 'Missing section',
  summary: 'A story that uses headings lacks one of Situation, Task, Action, Result and Reflection.',
  why: 'Interviewers take notes under these five heads. A head with nothing under it is scored as if you had nothing to say there.',
  advice:
    'Add the section, if only with two sentences: what had to be true again (Task), what changed in figures (Result), what you do differently since (Reflection).',
  source: ['000', '001', '002', '003', '004'],
  severity: 'warning',
  check: ({ story }) => {
    if (story.sections.length === 0) return [];
    return sectionKinds
      .filter((kind) => !story.sections.some((section) => section.kind === kind))
      .map((kind) => ({
        span: (sectionBefore(story, kind) ?? story.sections[0]!).heading.span,
        message: `The story has no ${sections[kind].name} section. ${sections[kind].purpose}`,
        rewrites: () => [insertSection(story, kind)],
      }));
  },
  examples: {
    weak: [
      '## Situation\n\nOrders failed for 20 minutes.\n\n## Action\n\nI rolled the release back.\n\n## Result\n\nErrors fell to zero.\n',
    ],
    strong: [
      '## Situation\n\nOrders failed.\n\n## Task\n\nI was on call.\n\n## Action\n\nI rolled back.\n\n## Result\n\nNone failed since.\n\n## Reflection\n\nI now stage each release.\n',
      'Orders failed for 20 minutes, and I rolled the release back.\n',
    ],
  },
};

function sectionBefore(story: Story, kind: SectionKind): Story['sections'][number] | undefined {
  const earlier = sectionKinds.slice(0, sectionKinds.indexOf(kind));
  return story.sections.findLast((section) => earlier.includes(section.kind));
}

/** Inserts the heading where S-T-A-R-R order wants it, with a hole below it that asks for all of the section, or with the text given. */
export function insertSection(story: Story, kind: SectionKind, body?: string): Rewrite {
  const before = sectionBefore(story, kind);
  const at = before?.bodySpan.end ?? story.sections[0]!.heading.span.start;
  const end = lineEndOf(story.text);
  const mark = '#'.repeat(story.sections[0]!.heading.level);
  const { name, purpose } = sections[kind];
  const text = body ?? `{{${purpose.replace(/\.$/, '')}}}`;
  const atEnd = at === story.text.length;
  const gapBefore = at === 0 ? '' : missingLineEnds(story.text.slice(0, at), end);
  const insert = `${gapBefore}${mark} ${name}${end}${end}${text}${end}${atEnd ? '' : end}`;
  return {
    title: `Insert “${mark} ${name}”`,
    edits: [{ span: { start: at, end: at }, insert }],
    safe: false,
    preferred: true,
  };
}

/** As many line ends as it takes for the next line to stand after an empty one. */
export function missingLineEnds(before: string, lineEnd: string): string {
  const present = /(?:\r?\n[ \t]*)*$/.exec(before)![0].split('\n').length - 1;
  return lineEnd.repeat(Math.max(0, 2 - present));
}
