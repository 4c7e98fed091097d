import type { Judge, Judgement } from '../judgement';
import type { Reading } from '../prose/reading';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId } from '../rubric/ids';

/** What these rules fire on never counts as prevention or reflection (rubric 2). */
const emptyPromises: readonly PhrasingRuleId[] = ['vague-prevention', 'generic-learning', 'no-change'];

/**
 * From which certainty on a sentence shows a kind: the best F1 over sentences that the judge had not seen. A checklist is read as a whole,
 * so that a kind wrongly missing costs as much as one wrongly ticked; findings, where a false alarm costs more, have thresholds of their own.
 */
const countsFrom: Readonly<Record<EvidenceKind, number>> = {
  impact: 0.28,
  scope: 0.37,
  mitigation: 0.27,
  communication: 0.34,
  collaborators: 0.25,
  diagnosis: 0.25,
  'root-cause': 0.31,
  fix: 0.28,
  validation: 0.22,
  prevention: 0.32,
  'trade-off': 0.2,
  metric: 0.23,
  'business-value': 0.34,
  'second-order': 0.26,
  reflection: 0.42,
  'cross-team': 0.25,
};

/** The kinds of evidence that a sentence supplies, given the phrasing rules that fired on it. */
export function evidenceOf(
  _reading: Reading,
  _judge: Judge,
  judgement: Judgement,
  fired: ReadonlySet<PhrasingRuleId>,
): ReadonlySet<EvidenceKind> {
  const isEmpty = emptyPromises.some((rule) => fired.has(rule));
  return new Set(
    evidenceKinds.filter((kind) => {
      if (isEmpty && (kind === 'prevention' || kind === 'reflection')) return false;
      return judgement.certainty(kind) >= countsFrom[kind];
    }),
  );
}
