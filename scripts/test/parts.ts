import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runTool } from '../command';
import type { CommandResult } from '../command';
import { root } from '../root';
import { editorPart } from './editorPart';
import { grammarPart } from './grammarPart';
import { singleCheck } from './part';
import type { Part, PartResult } from './part';
import { vitestPart } from './vitestPart';

/** In the order in which they run: what others need comes before them, and what takes longest comes last. */
export const parts: Record<string, Part> = {
  types: async () =>
    allOf(
      await runTool('typescript', 'tsc', []),
      await runTool('typescript', 'tsc', ['-p', 'client/tsconfig.page.json']),
      await runTool('typescript', 'tsc', ['-p', 'scripts']),
    ),
  lint: async () => allOf(await runTool('eslint', 'eslint', ['.', '--max-warnings', '0'])),
  format: async () => allOf(await runTool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.'])),
  generated: generatedPart,
  build: async () =>
    allOf(await runCommand(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'])),
  unit: () => vitestPart('unit'),
  protocol: () => vitestPart('protocol'),
  corpus: () => vitestPart('corpus'),
  grammar: grammarPart,
  editor: editorPart,
  browser: () => vitestPart('browser'),
};

/** Whether a part uses what the build makes. */
export function needsBuild(name: string): boolean {
  return !['types', 'lint', 'format', 'generated', 'grammar'].includes(name);
}

async function generatedPart(): Promise<PartResult> {
  const generator = join(root, 'scripts', 'generate.ts');
  if (!existsSync(generator)) return { passed: 0, failed: 0, note: 'nothing is generated yet' };
  return allOf(await runTool('tsx', 'tsx', [generator, '--check']));
}

function allOf(...results: readonly CommandResult[]): PartResult {
  return singleCheck(
    results.every(({ code }) => code === 0),
    results.map(({ output }) => output).join('\n'),
  );
}
