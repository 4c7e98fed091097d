import { evidence } from '../../rubric/evidence';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { insertScaffold } from './missing-evidence';

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
          (['prevention', 'reflection'] as const).map((kind) => ({
            ...insertScaffold(kind, draft),
            title: `Add a sentence on ${evidence[kind].short}`,
            preferred: kind === 'prevention',
          })),
      },
    ];
  },
  examples: { weak: [], strong: [] },
};

/** Fix evidence, and neither prevention nor reflection, whatever results follow (rubric 3). */
export function doesStopAtFix({ evidence: found }: ReviewDraft): boolean {
  return found.has('fix') && !found.has('prevention') && !found.has('reflection');
}
