import { evidenceAskedFor } from '../rubric/profiles';
import type { EvidenceKind } from '../rubric/ids';
import type { SpokenTimeBudgets } from '../rubric/sections';
import type { SentenceFacts, Target, Timing } from '../rules/reviewDraft';
import type { Finding } from './review';

/** How ready a story is to be told, from 0 to 100, with the terms that add up to it. */
export interface Readiness {
  readonly score: number;
  readonly terms: readonly ReadinessTerm[];
}

export interface ReadinessTerm {
  readonly name: 'evidence' | 'phrasing' | 'structure' | 'timing';
  readonly points: number;
  readonly outOf: number;
  /** What the points stand for, such as "9 of 12 kinds of evidence". */
  readonly reason: string;
}

/** What evidence that is asked for at this severity weighs. */
const weight = { warning: 2, info: 1 } as const;
/** What a finding costs of the points for phrasing, in a story of ten sentences. */
const cost = { error: 6, warning: 6, information: 3, hint: 1 } as const;

const structuralRules = new Set(['missing-section', 'empty-section', 'section-order', 'duplicate-section', 'unstructured-story', 'unresolved-placeholder', 'invalid-front-matter', 'inconsistent-figures', 'late-mitigation']); // prettier-ignore

/**
 * Readiness = evidence (55) + phrasing (25) + structure (10) + timing (10).
 * Evidence: the weighted share of what the profile asks for. Phrasing: less for each finding, in proportion to the sentences.
 * Structure: two points less for each finding about sections, holes and figures. Timing: the setup, the Action and the whole.
 * A story without a sentence has 0. The formula stands in docs/readiness.md too.
 */
export function readinessOf(
  sentences: readonly SentenceFacts[],
  evidence: ReadonlyMap<EvidenceKind, unknown>,
  findings: readonly Finding[],
  timing: Timing,
  target: Target,
  budgets: SpokenTimeBudgets,
): Readiness {
  if (sentences.length === 0) return { score: 0, terms: [] };
  const terms = [
    evidenceTerm(evidence, target),
    phrasingTerm(findings, sentences.length),
    structureTerm(findings),
    timingTerm(timing, budgets),
  ];
  return { score: Math.round(terms.reduce((sum, { points }) => sum + points, 0)), terms };
}

function evidenceTerm(
  evidence: ReadonlyMap<EvidenceKind, unknown>,
  { level, company }: Target,
): ReadinessTerm {
  const asked = evidenceAskedFor(level, company);
  const supplied = asked.filter(({ kind }) => evidence.has(kind));
  const sum = (list: typeof asked): number =>
    list.reduce((total, { severity }) => total + weight[severity], 0);
  const points = (55 * sum(supplied)) / Math.max(1, sum(asked));
  return {
    name: 'evidence',
    points,
    outOf: 55,
    reason: `${supplied.length} of ${asked.length} kinds of evidence asked for`,
  };
}

function phrasingTerm(findings: readonly Finding[], sentences: number): ReadinessTerm {
  const counted = findings.filter(({ rule }) => !structuralRules.has(rule) && !/^(?:missing-|long-|thin-|stops-at-fix|unused|unknown|duplicate|confidential)/.test(rule)); // prettier-ignore
  const total = counted.reduce((sum, { severity }) => sum + cost[severity], 0);
  const points = Math.max(0, 25 - (total * 10) / Math.max(10, sentences));
  return { name: 'phrasing', points, outOf: 25, reason: `${counted.length} findings on the wording` };
}

function structureTerm(findings: readonly Finding[]): ReadinessTerm {
  const counted = findings.filter(({ rule }) => structuralRules.has(rule));
  return {
    name: 'structure',
    points: Math.max(0, 10 - 2 * counted.length),
    outOf: 10,
    reason: `${counted.length} findings on sections, holes and figures`,
  };
}

function timingTerm(timing: Timing, budgets: SpokenTimeBudgets): ReadinessTerm {
  const setup = timing.sections.situation + timing.sections.task;
  const kept = [
    setup <= budgets.setupSeconds,
    timing.sections.action >= budgets.actionShareMinimum * timing.total,
    timing.total <= budgets.storySeconds,
  ].filter(Boolean).length;
  return { name: 'timing', points: (10 * kept) / 3, outOf: 10, reason: `${kept} of 3 time budgets kept` };
}
