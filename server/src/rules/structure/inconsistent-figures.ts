import { findInconsistencies, type Inconsistency } from '../../figures/consistency';
import { toDocument } from '../../prose/sentences';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';

export const inconsistentFigures: StructureRule = {
  kind: 'structure',
  id: 'inconsistent-figures',
  title: 'Figures that contradict each other',
  summary:
    "A percentage, a factor, a duration or a sum does not follow from the story's own figures, or another story tells of the same incident with other ones.",
  why: 'Interviewers do the sum in their heads. One figure that is off makes them doubt all the others.',
  advice: 'Do the sum again, and keep the figure that you can prove.',
  source: ['000', '002', '004'],
  severity: 'warning',
  check: (draft) => {
    const placed = draft.sentences.map(({ sentence, span, section, figures }) => ({
      text: sentence.text,
      start: span.start,
      section,
      figures,
    }));
    return findInconsistencies(placed).map((found) => {
      const span = documentSpan(draft, found.place);
      const { correction } = found;
      return {
        span,
        message: found.message,
        related: [
          {
            span: documentSpan(draft, found.otherPlace),
            message: 'The figure that it contradicts stands here.',
          },
        ],
        rewrites: () =>
          correction === undefined
            ? []
            : [
                {
                  title: `Change to “${correction}”`,
                  edits: [{ span, insert: correction }],
                  safe: false,
                  preferred: true,
                },
              ],
      };
    });
  },
  examples: {
    weak: ['I cut the recovery time from 15 minutes to 4 minutes, an 85% cut.\n'],
    strong: ['I cut the recovery time from 15 minutes to 4 minutes, a 73% cut.\n'],
  },
};

function documentSpan(
  { sentences }: ReviewDraft,
  place: Inconsistency['place'],
): { start: number; end: number } {
  return toDocument(sentences[place.sentence]!.sentence, place);
}
