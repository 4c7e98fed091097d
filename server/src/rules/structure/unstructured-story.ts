import { sections } from '../../rubric/sections';
import type { SectionKind } from '../../rubric/ids';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { lineEndOf } from './anchors';

/** Words from which on a story wants headings (rubric 3). */
const longEnough = 80;

export const unstructuredStory: StructureRule = {
  kind: 'structure',
  id: 'unstructured-story',
  title: 'Story without sections',
  summary: 'A story of more than 80 words has no section headings.',
  why: 'In one block you cannot see that the setup takes half of the time, and neither can you cut it.',
  advice: 'Split it into Situation, Task, Action, Result and Reflection; the quick fix does so by what each sentence says.',
  source: ['000'],
  severity: 'information',
  check: (draft) => {
    const words = draft.sentences.reduce((sum, { sentence }) => sum + sentence.text.split(/\s+/).length, 0);
    if (draft.story.sections.length > 0 || words <= longEnough) return [];
    return [
      {
        span: draft.sentences[0]!.span,
        message: `This story of ${words} words has no sections; split it, to see what each part takes.`,
        rewrites: () => split(draft),
      },
    ];
  },
  examples: {
    weak: [`${'Orders failed for a quarter of our users, and I rolled the release back after ten minutes of reading logs. '.repeat(5)}\n`],
    strong: ['Orders failed for twenty minutes, and I rolled the release back.\n'],
  },
};

/** One edit a boundary: a heading goes in where the section changes, and nothing but white space is replaced. */
function split({ sentences, story }: ReviewDraft): Rewrite[] {
  const lineEnd = lineEndOf(story.text);
  const edits: Edit[] = [];
  const opened = new Set<SectionKind>();
  let current: SectionKind | undefined;
  for (const { section, sentence, span } of sentences) {
    if (section === undefined || section === current) continue;
    // A section is opened once: a sentence that looks back stays where it is told.
    if (opened.has(section)) continue;
    opened.add(section);
    current = section;
    const isBlockStart = sentence.spanInBlock.start === 0;
    const start = isBlockStart ? lineStart(story.text, sentence.block.span.start) : span.start;
    const gap = /\s*$/.exec(story.text.slice(0, start))![0].length;
    const heading = `## ${sections[section].name}${lineEnd}${lineEnd}`;
    if (isBlockStart) edits.push({ span: { start, end: start }, insert: heading });
    else edits.push({ span: { start: start - gap, end: start }, insert: `${lineEnd}${lineEnd}${heading}` });
  }
  return edits.length === 0 ? [] : [{ title: 'Split into sections', edits, safe: true, preferred: true }];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
