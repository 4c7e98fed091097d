import * as v from 'valibot';
import { companies, isRuleId, levels, ruleIds, type RuleId } from '../rubric/ids';
import { spokenTimeBudgets } from '../rubric/sections';
import type { Severity } from '../rules/rule';
import { nearest } from '../text/nearest';
import { defaultOptions, strictnesses, type ReviewOptions } from './options';

/** The severities that a setting may give a rule, named as users write them. */
export const ruleSettings = ['off', 'hint', 'information', 'warning', 'error'] as const satisfies readonly (
  Severity | 'off'
)[];

const positive = v.pipe(v.number('a number'), v.minValue(1, 'a number of 1 or more'));
const share = v.pipe(
  v.number('a number'),
  v.minValue(0, 'a share between 0 and 1'),
  v.maxValue(1, 'a share between 0 and 1'),
);

/** The settings under `starStories` that a review depends on: the same names in the editor's settings and on the command line. */
const settingsSchema = v.object({
  level: v.picklist(levels, `one of ${levels.join(', ')}`),
  company: v.picklist([...companies, ''] as const, `one of ${companies.join(', ')}, or empty`),
  strictness: v.picklist(strictnesses, `one of ${strictnesses.join(', ')}`),
  speakingRate: v.pipe(v.number('a number'), v.minValue(60, 'between 60 and 400 words a minute'), v.maxValue(400, 'between 60 and 400 words a minute')), // prettier-ignore
  limits: v.object({
    setupSeconds: v.optional(positive),
    storySeconds: v.optional(positive),
    actionShare: v.optional(share),
  }),
  rules: v.record(v.string(), v.picklist(ruleSettings, `one of ${ruleSettings.join(', ')}`)),
  principles: v.array(v.string('a name'), 'a list of names'),
  confidential: v.object({
    names: v.optional(v.array(v.string('a name'), 'a list of names')),
    hosts: v.optional(v.array(v.string('a domain'), 'a list of domains')),
  }),
});

export type SettingName = keyof typeof settingsSchema.entries;
type SettingValues = { [Name in SettingName]?: v.InferOutput<(typeof settingsSchema.entries)[Name]> };

export interface ReadSettings {
  readonly options: ReviewOptions;
  /** What is wrong with the settings, in the user's words; the rest of them is in force all the same. */
  readonly problems: readonly string[];
}

/** Reads the settings as the editor or a settings file holds them. Anything that is no object means none. */
export function readSettings(raw: unknown): ReadSettings {
  const source = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(settingsSchema.entries)) {
    if (source[name] === undefined || source[name] === null) continue;
    const result = v.safeParse(schema, source[name]);
    if (result.success) values[name] = result.output;
    else
      problems.push(
        `starStories.${[name, ...pathOf(result.issues[0])].join('.')} must be ${result.issues[0].message}.`,
      );
  }
  return { options: toOptions(values, problems), problems };
}

function pathOf(issue: v.BaseIssue<unknown>): string[] {
  return (issue.path ?? []).map(({ key }) => String(key));
}

function toOptions(values: SettingValues, problems: string[]): ReviewOptions {
  const severities: Partial<Record<RuleId, Severity | 'off'>> = {};
  for (const [rule, severity] of Object.entries(values.rules ?? {})) {
    if (isRuleId(rule)) severities[rule] = severity;
    else {
      const meant = nearest(rule, ruleIds);
      problems.push(
        `starStories.rules: there is no rule “${rule}”${meant === undefined ? '' : `; did you mean “${meant}”?`}`,
      );
    }
  }
  return {
    level: values.level ?? defaultOptions.level,
    company: values.company === '' ? undefined : values.company,
    strictness: values.strictness ?? defaultOptions.strictness,
    severities,
    budgets: {
      ...spokenTimeBudgets,
      wordsPerMinute: values.speakingRate ?? spokenTimeBudgets.wordsPerMinute,
      setupSeconds: values.limits?.setupSeconds ?? spokenTimeBudgets.setupSeconds,
      storySeconds: values.limits?.storySeconds ?? spokenTimeBudgets.storySeconds,
      actionShareMinimum: values.limits?.actionShare ?? spokenTimeBudgets.actionShareMinimum,
    },
    knownPrinciples: values.principles ?? [],
    knownCompanies: [],
    confidentialWords: {
      names: values.confidential?.names ?? [],
      hosts: values.confidential?.hosts ?? [],
    },
  };
}
