import { evidence } from '../../rubric/evidence';
import type { Rewrite } from '../../text/rewrite';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { insertScaffold, standsUnfilled } from './insertScaffold';
import { insertSection } from './missing-section';

export const stopsAtFix: StructureRule = {
  kind: 'structure',
  id: 'stops-at-fix',
  title: 'Story stops at the fix',
  summary:
    'The story tells the fix, and then neither what keeps the failure from coming back nor what you learned.',
  why: 'The fix shows that you handled the symptom. What changed in the system afterwards is the part that shows seniority.',
  advice:
    'Add a concrete change (a test, gate, alert with its threshold, runbook step) and one lesson of this story.',
  source: ['001', '003'],
  severity: 'warning',
  check: (draft) => {
    if (!doesStopAtFix(draft)) return [];
    const fix = draft.evidence.get('fix')!.at(-1)!;
    return [
      {
        span: fix.span,
        message:
          'The story stops at this fix: nothing after it says what keeps the failure from coming back, or what you learned.',
        rewrites: () =>
          (['prevention', 'reflection'] as const)
            .map((kind) => addedIn(kind, draft))
            .filter((rewrite) => rewrite !== undefined),
      },
    ];
  },
  examples: { weak: [], strong: [] },
};

/** The sentence in its section, which comes with it where a story with headings ends before it. */
function addedIn(kind: 'prevention' | 'reflection', draft: ReviewDraft): Rewrite | undefined {
  const { story } = draft;
  const { section, scaffold, short } = evidence[kind];
  const preferred = kind === 'prevention';
  if (story.sections.length === 0 || story.sections.some((other) => other.kind === section)) {
    const rewrite = insertScaffold(kind, draft);
    return rewrite && { ...rewrite, preferred };
  }
  if (standsUnfilled(kind, story)) return undefined;
  const rewrite = insertSection(story, section, scaffold);
  return { ...rewrite, title: `${rewrite.title} with a sentence on ${short}`, preferred };
}

/** Fix evidence, and neither prevention nor reflection, whatever results follow (rubric 3). */
export function doesStopAtFix({ evidence: found }: ReviewDraft): boolean {
  return found.has('fix') && !found.has('prevention') && !found.has('reflection');
}
