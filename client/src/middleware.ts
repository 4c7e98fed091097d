import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** What the editor does with the server's answers before it shows them. */
export const clientMiddleware: Middleware = {
  // Rule pages are part of the extension: they open inside the editor, without a network, wherever the extension runs.
  provideDiagnostics: async (document, previousResultId, token, next) => {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items.forEach(linkRulePage);
    return report;
  },
  handleDiagnostics: (uri, diagnostics, next) => {
    diagnostics.forEach(linkRulePage);
    next(uri, diagnostics);
  },
};

function linkRulePage(diagnostic: vscode.Diagnostic): void {
  const rule = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  if (typeof rule === 'string') diagnostic.code = { value: rule, target: rulePageCommand(rule) };
}

/** A link that opens the page of a rule. */
export function rulePageCommand(rule: string): vscode.Uri {
  return vscode.Uri.parse(`command:starStories.openRule?${encodeURIComponent(JSON.stringify([rule]))}`);
}
