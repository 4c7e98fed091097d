import { evidenceKinds, phrasingRuleIds } from '../rubric/ids';

/** What the network says of a sentence, and hears of its neighbours, in this order: the rules of phrasing, then the kinds of evidence. */
export const judgedLabels = [...phrasingRuleIds, ...evidenceKinds] as const;
export type JudgedLabel = (typeof judgedLabels)[number];
