import type { Judge, Judgement } from '../judgement';
import type { Reading } from '../prose/reading';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId } from '../rubric/ids';

/** What these rules fire on never counts as prevention or reflection (rubric 2). */
const emptyPromises: readonly PhrasingRuleId[] = ['vague-prevention', 'generic-learning', 'no-change'];

/** The kinds of evidence that a sentence supplies, given the phrasing rules that fired on it. */
export function evidenceOf(
  _reading: Reading,
  judge: Judge,
  judgement: Judgement,
  fired: ReadonlySet<PhrasingRuleId>,
): ReadonlySet<EvidenceKind> {
  const isEmpty = emptyPromises.some((rule) => fired.has(rule));
  return new Set(
    evidenceKinds.filter((kind) => {
      if (isEmpty && (kind === 'prevention' || kind === 'reflection')) return false;
      return judgement.certainty(kind) >= judge.thresholds(kind).balanced;
    }),
  );
}
