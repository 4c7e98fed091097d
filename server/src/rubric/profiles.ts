import type { Company, EvidenceKind, Level, ProfileSeverity } from './ids';
import { evidenceKinds } from './ids';

/** The profile in force where neither front matter nor settings name one. */
export const defaultLevel: Level = 'sde2';

/** What a level is called, and what it is expected to show (rubric 4; seeds 001 and 004). */
export interface LevelProfile {
  readonly id: Level;
  readonly name: string;
  /**
   * Other ways to write it in front matter, in lower case: what a "did you mean" can lead back to the id. Bare grades such as
   * "L5" are left out, since they mean different levels at different companies.
   */
  readonly aliases: readonly string[];
  readonly expects: string;
}

export const levelProfiles: Readonly<Record<Level, LevelProfile>> = {
  sde1: {
    id: 'sde1',
    name: 'SDE 1 / junior',
    aliases: ['junior', 'sde i', 'entry-level', 'new grad', 'graduate', 'swe1'],
    expects:
      'A problem of your own team, with your own steps told clearly and a technical lesson at the end. Nobody expects a company-wide effect.',
  },
  sde2: {
    id: 'sde2',
    name: 'SDE 2 / mid-level',
    aliases: ['mid', 'mid-level', 'middle', 'intermediate', 'sde ii', 'swe2'],
    expects:
      'A measurable effect, driven from the first signal to the check that it worked, at least touching another team or service.',
  },
  senior: {
    id: 'senior',
    name: 'Senior',
    aliases: ['sde3', 'sde iii', 'sr', 'lead', 'tech lead'],
    expects:
      'A recovery led across teams, its trade-offs and its worth in figures, and a change that keeps the failure from coming back.',
  },
  staff: {
    id: 'staff',
    name: 'Staff and above',
    aliases: ['principal', 'senior staff', 'architect', 'distinguished'],
    expects:
      'A failure that crossed services or products, and a change in how the organisation works that outlived the incident.',
  },
};

type Asked = ProfileSeverity | undefined;

const everyone: Readonly<Record<Level, Asked>> = {
  sde1: 'warning',
  sde2: 'warning',
  senior: 'warning',
  staff: 'warning',
};
const response: Readonly<Record<Level, Asked>> = { ...everyone, sde1: 'info' };
const breadth: Readonly<Record<Level, Asked>> = {
  sde1: undefined,
  sde2: 'info',
  senior: 'warning',
  staff: 'warning',
};

/** The table of rubric 4; undefined where a level is not asked for the evidence. */
const askedByLevel: Readonly<Record<EvidenceKind, Readonly<Record<Level, Asked>>>> = {
  impact: everyone,
  diagnosis: everyone,
  'root-cause': everyone,
  fix: everyone,
  metric: everyone,
  prevention: everyone,
  reflection: everyone,
  validation: response,
  communication: response,
  mitigation: response,
  collaborators: { sde1: undefined, sde2: 'info', senior: 'info', staff: 'info' },
  scope: { sde1: 'info', sde2: 'info', senior: 'info', staff: 'info' },
  'trade-off': breadth,
  'cross-team': breadth,
  'business-value': breadth,
  'second-order': { sde1: undefined, sde2: undefined, senior: 'info', staff: 'warning' },
};

/** What a company asks for at every level; a level that asks more loudly keeps its say. */
const askedByCompany: Readonly<Record<Company, Partial<Record<EvidenceKind, ProfileSeverity>>>> = {
  amazon: { 'trade-off': 'warning', scope: 'warning' },
  google: { mitigation: 'warning', validation: 'warning' },
  meta: { mitigation: 'info', 'second-order': 'info', reflection: 'warning' },
  microsoft: { impact: 'warning', communication: 'warning' },
};

/**
 * How loudly the absence of `kind` is reported for this target, or undefined when the target does not ask for it (rubric 4).
 */
export function severityOf(
  kind: EvidenceKind,
  level: Level = defaultLevel,
  company?: Company,
): ProfileSeverity | undefined {
  const byLevel = askedByLevel[kind][level];
  const byCompany = company === undefined ? undefined : askedByCompany[company][kind];
  return byLevel === 'warning' || byCompany === 'warning' ? 'warning' : (byLevel ?? byCompany);
}

/** The evidence that this target asks for, with its severity, in the order of the story. */
export function evidenceAskedFor(
  level: Level = defaultLevel,
  company?: Company,
): { kind: EvidenceKind; severity: ProfileSeverity }[] {
  return evidenceKinds.flatMap((kind) => {
    const severity = severityOf(kind, level, company);
    return severity === undefined ? [] : [{ kind, severity }];
  });
}
