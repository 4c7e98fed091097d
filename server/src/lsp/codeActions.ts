import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Review } from '../review/review';
import { evidenceOfMissingRule } from '../rubric/ids';
import { overlaps } from '../text/span';
import type { Rewrite } from '../text/rewrite';
import { editCapabilities, isWanted } from './codeActionRequest';
import { toDiagnostic, toSpan, toWorkspaceEdit, type EditCapabilities } from './convert';
import { ignoreActions, inMenuOrder } from './ignoreActions';
import { otherStoryActions } from './otherStory';
import type { OpenStory, Session } from './session';
import { storyActions, storyActionKinds } from './storyActions';

/** All safe fixes of a file; with a rule's id behind it, those of one rule. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.starStories`;

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, ...storyActionKinds];

/** Rewrites and suppressions for the findings at the range, actions on the whole story, and fix-all, from the findings of this very version. */
export async function provideCodeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const opened = await session.openStory(params.textDocument.uri);
  if (!opened) return [];
  const { document, review } = opened;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, params)) actions.push(...quickFixes(opened, session, params));
  actions.push(...storyActions(opened, session, params));
  if (params.context.triggerKind !== CodeActionTriggerKind.Automatic || params.context.only) {
    actions.push(...fixAllActions(review, document, editCapabilities(session), params));
  }
  return actions;
}

/** All rewrites of the findings at the range, then the ways to ignore one of them. */
function quickFixes(
  { document, review }: OpenStory,
  session: Session,
  params: CodeActionParams,
): CodeAction[] {
  const client = editCapabilities(session);
  const range = toSpan(params.range, document);
  const findings = inMenuOrder(review.findings.filter(({ span }) => overlaps(span, range)), params); // prettier-ignore
  const diagnosticsOf = (finding: Finding): CodeAction['diagnostics'] => [
    toDiagnostic(finding, document, session.host.rulePage(finding.rule), false),
  ];
  const toAction = (rewrite: Rewrite, finding: Finding): CodeAction =>
    rewriteAction(rewrite, document, client, diagnosticsOf(finding));
  return [
    ...findings.flatMap((finding) => finding.rewrites().map((rewrite) => toAction(rewrite, finding))),
    ...otherStoryActions(findings, session, diagnosticsOf),
    ...addAllMissing(findings, document, client, diagnosticsOf),
    ...ignoreActions(findings, {
      document,
      review,
      hasCommands: session.options.canUpdateSettings === true,
      toAction,
      diagnosticsOf,
    }),
  ];
}

function rewriteAction(
  rewrite: Rewrite,
  document: TextDocument,
  client: EditCapabilities,
  diagnostics: CodeAction['diagnostics'],
): CodeAction {
  return {
    title: rewrite.title,
    kind: CodeActionKind.QuickFix,
    edit: toWorkspaceEdit([rewrite], document, client),
    ...(diagnostics ? { diagnostics } : {}),
    ...(rewrite.preferred ? { isPreferred: true } : {}),
  };
}

/** One action for all the evidence that is missed at one place. */
function addAllMissing(
  findings: readonly Finding[],
  document: TextDocument,
  client: EditCapabilities,
  diagnosticsOf: (finding: Finding) => CodeAction['diagnostics'],
): CodeAction[] {
  const missing = findings.filter(
    ({ rule, rewrites }) => evidenceOfMissingRule(rule) && rewrites().length > 0,
  );
  if (missing.length < 2) return [];
  const diagnostics = missing.flatMap((finding) => diagnosticsOf(finding) ?? []);
  const title = `Add a sentence on each of the ${missing.length} that are missing here`;
  const rewrites = missing.flatMap((finding) => finding.rewrites().slice(0, 1));
  return [
    { title, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(rewrites, document, client), diagnostics },
  ];
}

/** One action for all safe fixes, and one for each rule that has some; each only where its kind is asked for. */
function fixAllActions(
  review: Review,
  document: TextDocument,
  client: EditCapabilities,
  params: CodeActionParams,
): CodeAction[] {
  // Nothing is worked out for a save or a menu that does not ask for it.
  if (
    !params.context.only?.some(
      (only) => only === '' || fixAllKind.startsWith(only) || only.startsWith(fixAllKind),
    )
  )
    return [];
  const fixes = review.findings.flatMap((finding) => {
    const rewrite = finding.rewrites().find(({ safe }) => safe);
    return rewrite ? [{ rule: finding.rule, rewrite }] : [];
  });
  const rules = [...new Set(fixes.map(({ rule }) => rule))];
  const all = { kind: fixAllKind, title: 'Apply all safe fixes of STAR Stories', list: fixes };
  const single = rules.map((rule) => ({
    kind: `${fixAllKind}.${rule}`,
    title: `Apply all safe fixes for “${rule}”`,
    list: fixes.filter((fix) => fix.rule === rule),
  }));
  return [all, ...single]
    .filter(({ kind, list }) => list.length > 0 && isWanted(kind, params))
    .map(({ kind, title, list }) => ({
      title,
      kind,
      edit: toWorkspaceEdit(withoutOverlaps(list.map(({ rewrite }) => rewrite)), document, client),
    }));
}

/** Of rewrites that touch the same words only the first is taken; the others come with the next run. */
function withoutOverlaps(rewrites: readonly Rewrite[]): Rewrite[] {
  const taken: Rewrite[] = [];
  for (const rewrite of rewrites) {
    const collides = taken.some((other) =>
      other.edits.some((a) => rewrite.edits.some((b) => overlaps(a.span, b.span))),
    );
    if (!collides) taken.push(rewrite);
  }
  return taken;
}
