import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../command';
import { root } from '../root';
import type { PartResult } from './part';
import { singleCheck } from './part';

/** The part of vitest's JSON report that is read here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: 'passed' | 'failed'; assertionResults: { status: string }[] }[];
}

/** Runs the tests in test/PROJECT. */
export async function vitestPart(project: string): Promise<PartResult> {
  const files = testFiles(project);
  if (files === 0) return { passed: 0, failed: 0, note: 'no tests yet' };
  const reportFile = join(root, 'test-results', `${project}.json`);
  rmSync(reportFile, { force: true });
  const { output } = await runTool('vitest', 'vitest', [
    'run',
    ...['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  ]);
  if (!existsSync(reportFile)) return singleCheck(false, `vitest ended without a report.\n${output}`);

  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  // A file that cannot even be loaded holds no failed test, and so would count for nothing.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  if (counts.passed + counts.failed === 0) {
    return singleCheck(false, `No test ran, though test/${project} holds ${files} files.\n${output}`);
  }
  return { ...counts, report: output };
}

function testFiles(project: string): number {
  const folder = join(root, 'test', project);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  ).length;
}
