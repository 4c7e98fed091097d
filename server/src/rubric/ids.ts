/**
 * The public names of the rubric: rule ids, evidence kinds, sections, levels and companies. They stand in diagnostics,
 * suppression comments, settings and the command line's output, so they are added to but never renamed.
 */

/** Rules that look at one sentence at a time (rubric 1). */
export const phrasingRuleIds = [
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
export type PhrasingRuleId = (typeof phrasingRuleIds)[number];

/** What a complete incident story shows (rubric 2), in the order in which a story usually tells it. */
export const evidenceKinds = [
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
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Rules that look at the whole story, save the `missing-…` ones (rubric 3). */
export const structureRuleIds = [
  'missing-section',
  'empty-section',
  'section-order',
  'duplicate-section',
  'unstructured-story',
  'long-setup',
  'thin-action',
  'long-story',
  'late-mitigation',
  'stops-at-fix',
  'inconsistent-figures',
  'unresolved-placeholder',
  'invalid-front-matter',
  'unknown-value',
  'duplicate-story',
] as const;
export type StructureRuleId = (typeof structureRuleIds)[number];

/** One rule for each evidence kind: it fires when the profile asks for the kind and no sentence supplies it. */
export type MissingRuleId = `missing-${EvidenceKind}`;
export const missingRuleIds: readonly MissingRuleId[] = evidenceKinds.map(missingRuleOf);

/**
 * Findings about the file rather than the story it tells: a suppression that suppresses nothing, and text that looks
 * confidential (off unless switched on).
 */
export const upkeepRuleIds = ['unused-suppression', 'confidential'] as const;
export type UpkeepRuleId = (typeof upkeepRuleIds)[number];

export type RuleId = PhrasingRuleId | StructureRuleId | MissingRuleId | UpkeepRuleId;
export const ruleIds: readonly RuleId[] = [
  ...phrasingRuleIds,
  ...structureRuleIds,
  ...missingRuleIds,
  ...upkeepRuleIds,
];

/** The sections of a story in the order in which they are told. */
export const sectionKinds = ['situation', 'task', 'action', 'result', 'reflection'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Target levels, from the least to the most that is asked for. */
export const levels = ['sde1', 'sde2', 'senior', 'staff'] as const;
export type Level = (typeof levels)[number];

export const companies = ['amazon', 'google', 'meta', 'microsoft'] as const;
export type Company = (typeof companies)[number];

/** How loudly a rule speaks where a profile decides it. */
export type ProfileSeverity = 'warning' | 'info';

/** The rule that fires when `kind` is asked for and absent. */
export function missingRuleOf<Kind extends EvidenceKind>(kind: Kind): `missing-${Kind}` {
  return `missing-${kind}`;
}

/** The evidence kind that a `missing-…` rule asks for; undefined for every other id. */
export function evidenceOfMissingRule(id: string): EvidenceKind | undefined {
  return evidenceKinds.find((kind) => missingRuleOf(kind) === id);
}

export function isRuleId(text: string): text is RuleId {
  return (ruleIds as readonly string[]).includes(text);
}

export function isPhrasingRuleId(text: string): text is PhrasingRuleId {
  return (phrasingRuleIds as readonly string[]).includes(text);
}

export function isEvidenceKind(text: string): text is EvidenceKind {
  return (evidenceKinds as readonly string[]).includes(text);
}

export function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text);
}

export function isCompany(text: string): text is Company {
  return (companies as readonly string[]).includes(text);
}
