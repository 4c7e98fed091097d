import type { Rewrite } from '../../text/rewrite';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { splitIntoSections } from './splitIntoSections';

/** Words from which on a story wants headings (rubric 3). */
const longEnough = 80;

export const unstructuredStory: StructureRule = {
  kind: 'structure',
  id: 'unstructured-story',
  title: 'Story without sections',
  summary: 'A story of more than 80 words has no section headings.',
  why: 'In one block you cannot see that the setup takes half of the time, and neither can you cut it.',
  advice:
    'Split it into Situation, Task, Action, Result and Reflection; the quick fix does so by what each sentence says.',
  source: ['000'],
  severity: 'information',
  check: (draft) => {
    if (draft.story.sections.length > 0) return [];
    const words = draft.sentences.reduce((sum, { sentence }) => sum + sentence.text.split(/\s+/).length, 0);
    if (words <= longEnough) return [];
    return [
      {
        span: draft.sentences[0]!.span,
        message: `This story of ${words} words has no sections; split it, to see what each part takes.`,
        rewrites: () => split(draft),
      },
    ];
  },
  examples: {
    weak: [
      `${'Orders failed for a quarter of our users, and I rolled the release back after ten minutes of reading logs. '.repeat(5)}\n`,
    ],
    strong: ['Orders failed for twenty minutes, and I rolled the release back.\n'],
  },
};

/** One edit a boundary, and nothing but white space is replaced. */
function split(draft: ReviewDraft): Rewrite[] {
  const edits = splitIntoSections(draft);
  return edits.length === 0 ? [] : [{ title: 'Split into sections', edits, safe: true, preferred: true }];
}
