export { type Certainties, type Judge, type Judgement, loadJudge, type Reason } from './judge';
export {
  type EvidenceLabel,
  evidenceLabels,
  type Label,
  labels,
  type PhrasingLabel,
  phrasingLabels,
  type SectionKind,
  sectionKinds,
} from './labels';
export { assignSections } from './sections';
