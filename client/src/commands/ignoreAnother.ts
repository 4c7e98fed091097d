import * as vscode from 'vscode';
import type { IgnoreAnotherArguments } from '../../../server/src/protocol';
import type { Server } from '../server';
import { applyFix } from './fixFinding';

/** Asks which of several findings at one place to ignore, and how far. */
export async function ignoreAnother(
  server: Server,
  ...[uri, range, findings]: IgnoreAnotherArguments
): Promise<void> {
  const finding = await vscode.window.showQuickPick(
    findings.map(({ rule, message }) => ({ label: rule, detail: message, message })),
    { title: 'Ignore a finding', matchOnDetail: true },
  );
  if (!finding) return;
  const fixes = await server.quickFixes(vscode.Uri.parse(uri, true), {
    rule: finding.label,
    severity: 'hint',
    message: finding.message,
    range,
  });
  const ways = fixes
    .filter(({ title }) => title.startsWith(`Ignore “${finding.label}”`))
    .map((fix) => ({ label: fix.title, fix }));
  const way = await vscode.window.showQuickPick(ways, {
    title: 'Ignore a finding',
    placeHolder: finding.message,
  });
  if (way) await applyFix(way.fix);
}
