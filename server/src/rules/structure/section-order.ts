import { sectionKinds } from '../../rubric/ids';
import { sections } from '../../rubric/sections';
import type { Section, Story } from '../../story/story';
import type { Rewrite } from '../../text/rewrite';
import type { StructureRule } from '../rule';
import { lineEndOf } from './anchors';
import { missingLineEnds } from './missing-section';

export const sectionOrder: StructureRule = {
  kind: 'structure',
  id: 'section-order',
  title: 'Sections out of order',
  summary: 'The sections stand out of the order Situation, Task, Action, Result, Reflection.',
  why: 'A listener who hears the result before the problem has to hold it until it means something.',
  advice: 'Tell it in S-T-A-R-R order; a one-line lead with the outcome is fine within the Situation.',
  source: ['000', '001', '002', '003', '004'],
  severity: 'warning',
  check: ({ story }) => {
    const first = firstOccurrences(story);
    const misplaced = first.find((section, index) =>
      first.slice(0, index).some((earlier) => rank(earlier) > rank(section)),
    );
    if (!misplaced) return [];
    const earlier = first.find((section) => rank(section) > rank(misplaced))!;
    return [
      {
        span: misplaced.heading.span,
        message: `${sections[misplaced.kind].name} stands after ${sections[earlier.kind].name}; tell it before.`,
        related: [{ span: earlier.heading.span, message: `${sections[earlier.kind].name} stands here.` }],
        rewrites: () => reorder(story),
      },
    ];
  },
  examples: {
    weak: [
      '## Task\n\nI was on call.\n\n## Situation\n\nOrders failed.\n\n## Action\n\nI rolled back.\n\n## Result\n\nNone failed since.\n\n## Reflection\n\nI stage each release.\n',
    ],
    strong: [
      '## Situation\n\nOrders failed.\n\n## Task\n\nI was on call.\n\n## Action\n\nI rolled back.\n\n## Result\n\nNone failed since.\n\n## Reflection\n\nI stage each release.\n',
    ],
  },
};

function rank({ kind }: Section): number {
  return sectionKinds.indexOf(kind);
}

function firstOccurrences({ sections: all }: Story): Section[] {
  return all.filter((section, index) => all.findIndex(({ kind }) => kind === section.kind) === index);
}

/** Puts the sections into order as one edit; not offered where other headings stand between them, whose place only the writer knows. */
function reorder(story: Story): Rewrite[] {
  const all = story.sections;
  const isGapless = all.every(
    (section, index) => index === 0 || all[index - 1]!.bodySpan.end === section.heading.span.start,
  );
  if (!isGapless) return [];
  const span = { start: all[0]!.heading.span.start, end: all.at(-1)!.bodySpan.end };
  const lineEnd = lineEndOf(story.text);
  const sorted = all
    .map((section, index) => ({ section, index }))
    .sort((a, b) => rank(a.section) - rank(b.section) || a.index - b.index);
  let insert = '';
  for (const { section } of sorted) {
    if (insert !== '') insert += missingLineEnds(insert, lineEnd);
    insert += story.text.slice(section.heading.span.start, section.bodySpan.end);
  }
  const tail = /\s*$/.exec(story.text.slice(span.start, span.end))![0];
  return [
    {
      title: 'Put the sections into S-T-A-R-R order',
      edits: [{ span, insert: insert.trimEnd() + tail }],
      safe: true,
      preferred: true,
    },
  ];
}
