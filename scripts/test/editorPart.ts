import { runSuite } from '../../test/editor/runSuite';
import type { PartResult } from './part';

/** Runs the suite of test/editor in a real extension host. */
export async function editorPart(): Promise<PartResult> {
  const { tests, editor, problem } = await runSuite();
  const of = (state: string) => tests.filter((test) => test.state === state);
  const failures = of('failed').map(({ title, error }) => `${title}\n${error ?? ''}`);
  if (problem) failures.push(problem);
  else if (of('passed').length + of('failed').length === 0) failures.push('No test of the suite ran.');
  return {
    passed: of('passed').length,
    failed: failures.length,
    skipped: of('skipped').length,
    report: failures.join('\n\n'),
    note: editor,
  };
}
