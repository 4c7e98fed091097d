import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ignoreAnotherCommand, ignoreEverywhereCommand, type IgnoreAnotherArguments } from '../protocol';
import { ignoreHere, ignoreInFile } from '../review/ignore';
import type { Finding, Review } from '../review/review';
import { diagnosticSource, toRange } from './convert';

/** What the actions below need to know of the client and of how to make an action. */
export interface IgnoreMenu {
  readonly document: TextDocument;
  readonly review: Review;
  /** Whether the client has our commands. */
  readonly hasCommands: boolean;
  toAction(rewrite: NonNullable<ReturnType<typeof ignoreHere>>, finding: Finding): CodeAction;
  diagnosticsOf(finding: Finding): CodeAction['diagnostics'];
}

/**
 * Ways to ignore the finding that is meant, and no other: three for each of a dozen findings on a heading would bury the rewrites.
 * `findings` are in the order of the menu. The others are one entry together where the client can ask which, else one entry each.
 */
export function ignoreActions(findings: readonly Finding[], menu: IgnoreMenu): CodeAction[] {
  const [meant, ...others] = onePerRule(findings);
  if (!meant) return [];
  const { story } = menu.review;
  const inText = [ignoreHere(story, meant), ignoreInFile(story, meant.rule)].filter(
    (rewrite) => rewrite !== undefined,
  );
  const actions = inText.map((rewrite) => menu.toAction(rewrite, meant));
  if (!menu.hasCommands) {
    const rest = others.map((finding) => ({
      finding,
      rewrite: ignoreHere(story, finding) ?? ignoreInFile(story, finding.rule),
    }));
    return [
      ...actions,
      ...rest.flatMap(({ finding, rewrite }) => (rewrite ? [menu.toAction(rewrite, finding)] : [])),
    ];
  }
  actions.push(commandAction(`Ignore “${meant.rule}” everywhere (setting starStories.rules)`, ignoreEverywhereCommand, [meant.rule, menu.document.uri], menu.diagnosticsOf(meant))); // prettier-ignore
  if (others.length > 0) {
    const rules = others.map(({ rule, message }) => ({ rule, message }));
    const args: IgnoreAnotherArguments = [menu.document.uri, toRange(meant.span, menu.document), rules];
    actions.push(commandAction('Ignore another finding here…', ignoreAnotherCommand, [...args], undefined));
  }
  return actions;
}

function commandAction(
  title: string,
  command: string,
  args: unknown[],
  diagnostics: CodeAction['diagnostics'],
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command, arguments: args },
    ...(diagnostics ? { diagnostics } : {}),
  };
}

function onePerRule(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex(({ rule }) => rule === finding.rule) === index,
  );
}

const loudness = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/**
 * The findings at a place in the order in which the menu speaks of them: first those that the client asks about when it asks about some of
 * them only, then those with the narrowest words, the loudest before the others.
 */
export function inMenuOrder(findings: readonly Finding[], { context }: CodeActionParams): Finding[] {
  const asked = new Set(
    context.diagnostics
      .filter(({ source }) => source === undefined || source === diagnosticSource)
      .map(({ code }) => String(code)),
  );
  const rank = (finding: Finding): number => (asked.has(finding.rule) ? 0 : 1);
  const length = ({ span }: Finding): number => span.end - span.start;
  return [...findings].sort(
    (a, b) => rank(a) - rank(b) || length(a) - length(b) || loudness[a.severity] - loudness[b.severity],
  );
}
