import type { Company, Level, RuleId } from '../rubric/ids';
import { defaultLevel } from '../rubric/profiles';
import { spokenTimeBudgets, type SpokenTimeBudgets } from '../rubric/sections';
import type { Severity } from '../rules/rule';
import type { ConfidentialWords } from '../rules/structure/confidentialText';

/** How much certainty a finding needs to be shown: `gentle` shows the sure ones, `balanced` likely ones as hints too, `strict` all. */
export type Strictness = 'strict' | 'balanced' | 'gentle';
export const strictnesses: readonly Strictness[] = ['gentle', 'balanced', 'strict'];

/** What a review depends on besides the text; the same for editor and command line. */
export interface ReviewOptions {
  /** Used where the front matter names none. */
  readonly level: Level;
  readonly company: Company | undefined;
  readonly strictness: Strictness;
  /** Overrides of single rules. */
  readonly severities: Partial<Readonly<Record<RuleId, Severity | 'off'>>>;
  readonly budgets: SpokenTimeBudgets;
  /** The user's own principles beside those of the companies. */
  readonly knownPrinciples: readonly string[];
  /** The companies of the user's own principle sets. */
  readonly knownCompanies: readonly string[];
  /** Names and hosts that the user calls confidential, beside what looks so. */
  readonly confidentialWords: ConfidentialWords;
}

/** Rules that say nothing until a setting gives them a severity. */
const silentRules: readonly RuleId[] = ['confidential'];

/** Whether a rule is switched off, by a setting or for want of one. */
export function isOff(rule: RuleId, { severities }: ReviewOptions): boolean {
  const set = severities[rule];
  return set === 'off' || (set === undefined && silentRules.includes(rule));
}

/** Whether a rule is off because nobody has switched it on. */
export function isAsleep(rule: RuleId, options: ReviewOptions): boolean {
  return silentRules.includes(rule) && isOff(rule, options);
}

export const defaultOptions: ReviewOptions = {
  level: defaultLevel,
  company: undefined,
  strictness: 'balanced',
  severities: {},
  budgets: spokenTimeBudgets,
  knownPrinciples: [],
  knownCompanies: [],
  confidentialWords: { names: [], hosts: [] },
};
