import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../review/review';
import type { Severity } from '../rules/rule';
import { plainInsert, snippetInsert } from '../text/holes';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';

export const diagnosticSource = 'STAR Stories';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Findings about words that can go without loss: editors grey them out. */
const unnecessary = new Set(['hedging', 'unused-suppression']);

export function toRange(span: Span, document: TextDocument): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(range: Range, document: TextDocument): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A finding as a diagnostic; `page` is the URI of the rule's page. */
export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  page: string | undefined,
  withRelated: boolean,
): Diagnostic {
  return {
    range: toRange(finding.span, document),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(unnecessary.has(finding.rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(withRelated && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map(({ span, message, elsewhere }) => ({
            location: elsewhere ?? { uri: document.uri, range: toRange(span, document) },
            message,
          })),
        }
      : {}),
  };
}

/**
 * A rewrite as an edit of this version of the document. Holes become tab stops where the client takes snippet edits, else they stay
 * as text that the linter will ask for.
 */
export function toWorkspaceEdit(
  rewrites: readonly Rewrite[],
  document: TextDocument,
  client: EditCapabilities,
): WorkspaceEdit {
  let stop = 1;
  const edits = rewrites
    .flatMap(({ edits: list }) => list)
    .map(({ span, insert }): TextEdit | SnippetTextEdit => {
      const range = toRange(span, document);
      const snippet = client.snippetEdits ? snippetInsert(insert, stop) : undefined;
      if (!snippet) return { range, newText: plainInsert(insert) };
      stop += snippet.stops;
      return { range, snippet: { kind: 'snippet', value: snippet.snippet } };
    });
  if (!client.documentChanges) return { changes: { [document.uri]: edits as TextEdit[] } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}

export interface EditCapabilities {
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
}
