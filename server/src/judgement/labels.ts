import {
  type EvidenceKind,
  evidenceKinds,
  type PhrasingRuleId,
  phrasingRuleIds,
  type SectionKind,
  sectionKinds,
} from '../rubric/ids';

/** What is said of every sentence: the rules of phrasing, then the kinds of evidence. */
export const judgedLabels = [...phrasingRuleIds, ...evidenceKinds] as const;
export type JudgedLabel = PhrasingRuleId | EvidenceKind;

export type Label = JudgedLabel | `section:${SectionKind}`;

/** Every label of the linear judge, which says of a sentence without a heading to which section it belongs, too; the weights file keeps its columns in this order. */
export const labels: readonly Label[] = [
  ...judgedLabels,
  ...sectionKinds.map((kind): Label => `section:${kind}`),
];
