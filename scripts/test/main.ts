import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../command';
import { root } from '../root';
import { editorPart } from './editorPart';
import { grammarPart } from './grammarPart';
import type { Part, PartResult } from './part';
import { singleCheck } from './part';
import { vitestPart } from './vitestPart';

/** In the order in which they run: what takes seconds comes first, and what others need comes before them. */
const parts: Record<string, Part> = {
  types: async () =>
    both(await runTool('typescript', 'tsc', []), await runTool('typescript', 'tsc', ['-p', 'scripts'])),
  lint: () => tool('eslint', 'eslint', ['.', '--max-warnings', '0']),
  format: () => tool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.']),
  generated: generatedPart,
  build: () => script('package.ts'),
  unit: () => vitestPart('unit'),
  protocol: () => vitestPart('protocol'),
  corpus: () => vitestPart('corpus'),
  grammar: grammarPart,
  editor: editorPart,
  browser: () => vitestPart('browser'),
};

/** Runs the named parts one after another. Returns the exit code: 1 when anything failed. */
export async function runParts(names: readonly string[]): Promise<number> {
  let passed = 0;
  let failed = 0;
  const began = Date.now();
  for (const [name, part] of Object.entries(parts)) {
    // Whatever is tested is what the sources make now, so the bundles are always made anew.
    if (!names.includes(name) && !(name === 'build' && names.some(needsBundles))) continue;
    const result = await runPart(name, part);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`All in ${seconds(began)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function needsBundles(name: string): boolean {
  return !['types', 'lint', 'format', 'generated', 'grammar'].includes(name);
}

async function runPart(name: string, part: Part): Promise<PartResult> {
  const began = Date.now();
  let result: PartResult;
  try {
    result = await part();
  } catch (error) {
    // A part that cannot run has not passed.
    result = singleCheck(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  const note = result.note ? `  (${result.note})` : '';
  if (result.failed > 0 && result.report) console.log(`\n${result.report.trim()}\n`);
  console.log(
    `${name.padEnd(10)} ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds(began)}${note}`,
  );
  return result;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

async function tool(packageName: string, program: string, args: string[]): Promise<PartResult> {
  const { code, output } = await runTool(packageName, program, args);
  return singleCheck(code === 0, output);
}

function script(path: string, ...args: string[]): Promise<PartResult> {
  return tool('tsx', 'tsx', [join(root, 'scripts', path), ...args]);
}

function both(...results: { code: number; output: string }[]): PartResult {
  return singleCheck(
    results.every(({ code }) => code === 0),
    results.map(({ output }) => output).join('\n'),
  );
}

async function generatedPart(): Promise<PartResult> {
  if (!existsSync(join(root, 'scripts', 'generate.ts')))
    return { passed: 0, failed: 0, note: 'nothing is generated' };
  return script('generate.ts', '--check');
}
