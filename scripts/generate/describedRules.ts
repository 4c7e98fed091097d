import { evidenceOfMissingRule, levels, ruleIds, type RuleId } from '../../server/src/rubric/ids';
import { defaultLevel, severityOf } from '../../server/src/rubric/profiles';
import { phrasingRules, ruleText, structureRules } from '../../server/src/rules';
import { upkeepTexts } from '../../server/src/rules/upkeep';

const described = new Set<RuleId>([...phrasingRules, ...structureRules, ...upkeepTexts].map(({ id }) => id));

/** The rules that can fire, in the order of the rubric. */
export const describedRuleIds: readonly RuleId[] = ruleIds.filter((id) => described.has(id));

/** How loudly a rule speaks unless a setting says otherwise, as the end of a sentence. */
export function severityNote(id: RuleId): string {
  const kind = evidenceOfMissingRule(id);
  if (kind === undefined) return id === 'confidential' ? 'off' : ruleText(id).severity;
  const asked = levels.map((level) => severityOf(kind, level));
  const name = (severity: (typeof asked)[number]): string =>
    severity === 'info' ? 'information' : (severity ?? 'off');
  if (asked.every((severity) => severity === 'warning')) return 'warning';
  if (asked.every((severity) => severity === asked[0]))
    return `${name(asked[0])}, unless the company asks for more`;
  return `by target level (${levels.map((level, index) => `${level}: ${name(asked[index])}`).join(', ')}), unless the company asks for more`;
}

/** The same in a word, for tables: what holds at the default level. */
export function severityWord(id: RuleId): string {
  const kind = evidenceOfMissingRule(id);
  if (kind === undefined) return severityNote(id);
  const asked = severityOf(kind, defaultLevel);
  return asked === 'info' ? 'information' : (asked ?? 'off');
}
