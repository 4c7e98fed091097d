import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../command';
import { root } from '../root';
import type { PartResult } from './part';

/** Runs the files of test/grammar, which say in lines of their own what scopes the line before has. */
export async function grammarPart(): Promise<PartResult> {
  const folder = join(root, 'test', 'grammar');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.test.md')) : [];
  const result: Required<Pick<PartResult, 'passed' | 'failed' | 'report'>> = {
    passed: 0,
    failed: 0,
    report: '',
  };
  for (const name of files) {
    const { code, output } = await runTool('vscode-tmgrammar-test', 'vscode-tmgrammar-test', [
      ...['--config', 'test/grammar/grammars.json', `test/grammar/${name}`],
    ]);
    if (code === 0) result.passed += 1;
    else result.failed += 1;
    result.report += output;
  }
  return files.length > 0 ? result : { ...result, note: 'no tests yet' };
}
