import type { Company, Level, RuleId } from '../rubric/ids';
import { defaultLevel } from '../rubric/profiles';
import { spokenTimeBudgets, type SpokenTimeBudgets } from '../rubric/sections';
import type { Severity } from '../rules/rule';

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
}

export const defaultOptions: ReviewOptions = {
  level: defaultLevel,
  company: undefined,
  strictness: 'balanced',
  severities: {},
  budgets: spokenTimeBudgets,
  knownPrinciples: [],
};
