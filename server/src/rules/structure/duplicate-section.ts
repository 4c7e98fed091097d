import type { Section, Story } from '../../story/story';
import type { Rewrite } from '../../text/rewrite';
import type { StructureRule } from '../rule';
import { lineEndOf } from './anchors';
import { missingLineEnds } from './missing-section';

export const duplicateSection: StructureRule = {
  kind: 'structure',
  id: 'duplicate-section',
  title: 'Section told twice',
  summary: 'A section stands twice in the story.',
  why: 'Two Actions or two Results sound like two stories, and the listener has to join them.',
  advice: 'Bring both under one heading.',
  source: ['000', '001', '002', '003', '004'],
  severity: 'warning',
  check: ({ story }) =>
    story.sections.flatMap((section, index) => {
      const first = story.sections.slice(0, index).find(({ kind }) => kind === section.kind);
      if (!first) return [];
      return [
        {
          span: section.heading.span,
          message: `${section.heading.text} is the second section of its kind, after ${first.heading.text === section.heading.text ? 'the one above' : `“${first.heading.text}”`}.`,
          related: [{ span: first.heading.span, message: 'The first one stands here.' }],
          rewrites: () => [merge(story, first, section)],
        },
      ];
    }),
  examples: {
    weak: [
      '## Situation\n\nOrders failed.\n\n## Task\n\nI was on call.\n\n## Action\n\nI rolled back.\n\n## Action\n\nI wrote a test.\n\n## Result\n\nNone failed since.\n\n## Reflection\n\nI stage each release.\n',
    ],
    strong: [
      '## Situation\n\nOrders failed.\n\n## Task\n\nI was on call.\n\n## Action\n\n### Contain\n\nI rolled back.\n\n### Fix\n\nI wrote a test.\n\n## Result\n\nNone failed since.\n\n## Reflection\n\nI stage each release.\n',
    ],
  },
};

function merge(story: Story, first: Section, second: Section): Rewrite {
  const { text } = story;
  const title = `Move this under “${first.heading.text}” above`;
  const body = text.slice(second.bodySpan.start, second.bodySpan.end).trim();
  const removed = { start: second.heading.span.start, end: second.bodySpan.end };
  const lineEnd = lineEndOf(text);
  if (first.bodySpan.end === second.heading.span.start) {
    // They are neighbours: only the heading between them goes.
    const bodyStart = text.indexOf(body, second.bodySpan.start);
    return {
      title,
      edits: [{ span: { start: removed.start, end: body === '' ? removed.end : bodyStart }, insert: '' }],
      safe: true,
    };
  }
  const at = first.bodySpan.start + text.slice(first.bodySpan.start, first.bodySpan.end).trimEnd().length;
  const insert = `${missingLineEnds(text.slice(0, at), lineEnd)}${body}`;
  return {
    title,
    edits: [
      { span: { start: at, end: at }, insert },
      { span: removed, insert: '' },
    ],
    safe: true,
  };
}
