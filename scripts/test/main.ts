// What `npm test` runs once the dependencies are there. Its arguments are the names of parts; none means all.
import type { Part, PartResult } from './part';
import { singleCheck } from './part';
import { needsBuild, parts } from './parts';

/** Runs the parts one after another. Returns the exit code: 1 when anything failed. */
async function runParts(names: readonly string[]): Promise<number> {
  let passed = 0;
  let failed = 0;
  const began = Date.now();
  for (const [name, part] of Object.entries(parts)) {
    // What is tested is what the sources make now, so that the build comes along with whatever uses it.
    if (!names.includes(name) && !(name === 'build' && names.some(needsBuild))) continue;
    const result = await runPart(name, part);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`All in ${seconds(began)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runPart(name: string, part: Part): Promise<PartResult> {
  const began = Date.now();
  const result = await part().catch((error: unknown) =>
    // A part that cannot run has not passed.
    singleCheck(false, error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  if (result.failed > 0 && result.report) console.log(`\n${result.report.trim()}\n`);
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  const note = result.note ? `  (${result.note})` : '';
  console.log(
    `${name.padEnd(10)} ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds(began)}${note}`,
  );
  return result;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

const wanted = process.argv.slice(2);
void runParts(wanted.length > 0 ? wanted : Object.keys(parts)).then((code) => process.exit(code));
