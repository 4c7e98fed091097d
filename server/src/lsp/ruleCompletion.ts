import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { phrasingRuleIds, ruleIds } from '../rubric/ids';
import { ruleText } from '../rules';

/** The ids of all rules, those about wording first. */
export function ruleCompletions(): CompletionItem[] {
  const isPhrasing = new Set<string>(phrasingRuleIds);
  return ruleIds.map((rule) => ({
    label: rule,
    kind: CompletionItemKind.EnumMember,
    documentation: ruleText(rule).summary,
    sortText: `${isPhrasing.has(rule) ? 0 : 1}${rule}`,
  }));
}
