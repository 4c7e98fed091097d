/** The kinds of section a story has, in the order in which a story tells them (rubric, "Sections"). */
export const sectionKinds = ['situation', 'task', 'action', 'result', 'reflection'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** The ids of the phrasing rules (rubric, section 1). */
export const phrasingLabels = [
  'blame',
  'vague-prevention',
  'unquantified-claim',
  'activity-as-impact',
  'we-action',
  'handed-off',
  'passive-action',
  'generic-learning',
  'no-change',
  'solo-hero',
  'minimizing',
  'panic',
  'late-communication',
  'unverified-fix',
  'vague-action',
  'weak-ownership',
  'effort-not-initiative',
  'causeless',
  'hedging',
] as const;
export type PhrasingLabel = (typeof phrasingLabels)[number];

/** The ids of the evidence kinds (rubric, section 2). */
export const evidenceLabels = [
  'impact',
  'scope',
  'mitigation',
  'communication',
  'collaborators',
  'diagnosis',
  'root-cause',
  'fix',
  'validation',
  'prevention',
  'trade-off',
  'metric',
  'business-value',
  'second-order',
  'reflection',
  'cross-team',
] as const;
export type EvidenceLabel = (typeof evidenceLabels)[number];

export type SectionLabel = `section:${SectionKind}`;

/** Which section a sentence without a heading belongs to. */
export const sectionLabels: readonly SectionLabel[] = sectionKinds.map(
  (kind): SectionLabel => `section:${kind}`,
);

export type Label = PhrasingLabel | EvidenceLabel | SectionLabel;

/** Every label the model judges; the weights file keeps its columns in this order. */
export const labels: readonly Label[] = [...phrasingLabels, ...evidenceLabels, ...sectionLabels];
