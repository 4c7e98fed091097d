import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installEmbedded } from '../host/installEmbedded';
import { runTool } from '../command';
import { root } from '../root';
import type { PartResult } from './part';
import { singleCheck } from './part';

/**
 * Compares how the files in test/grammar are highlighted with the snapshots beside them. `npm run grammar`
 * takes new ones.
 */
export async function grammarPart(): Promise<PartResult> {
  const folder = join(root, 'test', 'grammar');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  if (files.length === 0) return { passed: 0, failed: 0, note: 'no snapshots yet' };
  const missing = files.filter((name) => !existsSync(join(folder, `${name}.snap`)));
  if (missing.length > 0) return singleCheck(false, `No snapshot of ${missing.join(', ')}.`);
  const { code, output } = await compareSnapshots([]);
  return { ...singleCheck(code === 0, output), ...(code === 0 ? { passed: files.length } : {}) };
}

/** Our grammar is injected into VS Code's own Markdown grammar, which comes with the embedded host. */
export async function compareSnapshots(args: readonly string[]): ReturnType<typeof runTool> {
  const { vscode } = await installEmbedded(console.log);
  const markdown = join(vscode, 'extensions', 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json');
  return runTool('vscode-tmgrammar-test', 'vscode-tmgrammar-snap', [
    ...['--scope', 'text.html.markdown', '--grammar', markdown, ...args, 'test/grammar/*.md'],
  ]);
}
