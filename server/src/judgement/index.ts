export { type Certainties, type Judge, type Judgement, loadJudge, type Reason } from './judge';
export { assignSections } from './sections';
