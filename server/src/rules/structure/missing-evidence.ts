import { evidence } from '../../rubric/evidence';
import { companyProfiles } from '../../rubric/companies';
import { evidenceKinds, missingRuleOf, type EvidenceKind } from '../../rubric/ids';
import { severityOf } from '../../rubric/profiles';
import type { ReviewDraft } from '../reviewDraft';
import type { StructureRule } from '../rule';
import { evidenceAnchor } from './anchors';
import { insertScaffold } from './insertScaffold';
import { doesStopAtFix } from './stops-at-fix';

/** One rule for each kind of evidence: the profile in force asks for it, and no sentence supplies it. */
export const missingEvidence: readonly StructureRule[] = evidenceKinds.map(missingEvidenceRule);

function missingEvidenceRule(kind: EvidenceKind): StructureRule {
  const { title, says, why, scaffold } = evidence[kind];
  return {
    kind: 'structure',
    id: missingRuleOf(kind),
    title: `Missing: ${title.toLowerCase()}`,
    summary: `The target level or company asks for ${title.toLowerCase()} (${says}), and no sentence supplies it.`,
    why,
    advice: `Add a sentence such as “${scaffold}”`,
    source: ['001', '003', '004'],
    severity: 'information',
    check: (draft) => {
      const asked = severityOf(kind, draft.target.level, draft.target.company);
      if (asked === undefined || draft.evidence.has(kind) || draft.sentences.length === 0) return [];
      // One finding says both: the story ends where the part begins that shows seniority.
      if ((kind === 'prevention' || kind === 'reflection') && doesStopAtFix(draft)) return [];
      return [
        {
          span: evidenceAnchor(draft, kind),
          severity: asked === 'warning' ? 'warning' : 'information',
          message: `The story lacks ${title.toLowerCase()}: ${says}. ${profileNote(kind, draft)}`.trim(),
          rewrites: () => [insertScaffold(kind, draft)].filter((rewrite) => rewrite !== undefined),
        },
      ];
    },
    examples: { weak: [], strong: [] },
  };
}

/** Why this company in particular asks for it, where it does so beyond what the level asks. */
function profileNote(kind: EvidenceKind, { target }: ReviewDraft): string {
  if (target.company === undefined) return '';
  const isAskedMore = severityOf(kind, target.level, target.company) !== severityOf(kind, target.level);
  return isAskedMore ? `${companyProfiles[target.company].name} asks for it in particular.` : '';
}
