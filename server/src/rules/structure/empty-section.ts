import { sections } from '../../rubric/sections';
import { overlaps } from '../../text/span';
import type { Section, Story } from '../../story/story';
import type { StructureRule } from '../rule';
import { lineEndOf } from './anchors';

export const emptySection: StructureRule = {
  kind: 'structure',
  id: 'empty-section',
  title: 'Empty section',
  summary: 'A section has a heading, and under it no prose or only placeholders.',
  why: 'An empty head is a question that you have seen and not answered.',
  advice: 'Write two sentences, or take the heading out until you have them.',
  source: ['000', '001', '002', '003', '004'],
  severity: 'warning',
  check: ({ story }) =>
    story.sections
      .filter((section) => isEmpty(section, story))
      .map((section) => ({
        span: section.heading.span,
        message: `Nothing is told under ${section.heading.text}. ${sections[section.kind].purpose}`,
        rewrites: () => {
          if (story.placeholders.some(({ span }) => overlaps(section.bodySpan, span))) return [];
          const end = lineEndOf(story.text);
          const hole = `{{${sections[section.kind].purpose.replace(/\.$/, '')}}}`;
          const at = section.heading.span.end;
          return [
            {
              title: `Insert what belongs under ${section.heading.text}`,
              edits: [{ span: { start: at, end: at }, insert: `${end}${end}${hole}` }],
              safe: false,
            },
          ];
        },
      })),
  examples: {
    weak: [
      '## Situation\n\nOrders failed.\n\n## Task\n\n## Action\n\nI rolled back.\n\n## Result\n\n{{figure}}\n\n## Reflection\n\nTODO\n',
    ],
    strong: [
      '## Situation\n\nOrders failed.\n\n## Task\n\nI was on call.\n\n## Action\n\n- Rolled back.\n\n## Result\n\n| before | after |\n|---|---|\n| 2% | 0% |\n\n## Reflection\n\nI stage each release.\n',
    ],
  },
};

/** What is not prose but shows something all the same: a table, a code block, a quote or a picture is not nothing. */
const exhibits = new Set(['Table', 'FencedCode', 'CodeBlock', 'Blockquote', 'Image', 'HTMLBlock']);

function hasExhibit({ bodySpan }: Section, { tree }: Story): boolean {
  for (const cursor = tree.cursor(); cursor.next();) {
    if (exhibits.has(cursor.name) && cursor.from >= bodySpan.start && cursor.from < bodySpan.end) return true;
  }
  return false;
}

function isEmpty(section: Section, story: Story): boolean {
  // The tree is walked only where there are no words.
  return !hasProse(section, story) && !hasExhibit(section, story);
}

function hasProse({ bodySpan }: Section, story: Story): boolean {
  return story.blocks.some((block) => {
    if (!overlaps(block.span, bodySpan)) return false;
    const holes = story.placeholders.filter(({ span }) => overlaps(block.span, span));
    let prose = story.text.slice(block.span.start, block.span.end);
    // "TODO: one sentence on my role" is a placeholder to its end.
    if (/^(?:TODO|TBD|FIXME|XXX)\b/.test(prose)) return false;
    for (const { span } of holes) prose = prose.replace(story.text.slice(span.start, span.end), '');
    return /[\p{L}\p{N}]/u.test(prose.replace(/\*\*[^*]*\*\*:?/g, ''));
  });
}
