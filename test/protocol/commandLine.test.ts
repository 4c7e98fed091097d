import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStoryMaker } from '../../bench/stories';
import type { JsonReport } from '../../server/src/hosts/cli/jsonReport';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** More stories than are checked without threads. */
const storyCount = 60;
let folder: string;
let cache: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-check-'));
  const maker = createStoryMaker(60);
  for (let number = 0; number < storyCount; number++) {
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.star.md`), maker.story(120));
  }
});
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'star-check-cache-'));
  return () => rmSync(cache, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Result {
  code: number | null;
  out: string;
  error: string;
}

function run(
  args: readonly string[],
  whileRunning?: (interrupt: () => void, out: string) => void,
): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'check', '.', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const result: Result = { code: null, out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      result.out += chunk.toString();
      whileRunning?.(() => child.kill('SIGINT'), result.out);
    });
    child.stderr.on('data', (chunk: Buffer) => (result.error += chunk.toString()));
    child.on('close', (code) => {
      resolve({ ...result, code });
    });
  });
}

const reportOf = ({ out }: Result): JsonReport => JSON.parse(out) as JsonReport;

describe('check of many stories', () => {
  it('prints the same with threads, with a cold and a warm cache, and story by story', async () => {
    const plain = await run(['--no-cache', '--format', 'json', '--fail-on', 'never']);
    expect(plain.code).toBe(0);
    expect(reportOf(plain).stories.map(({ path }) => path)).toEqual(readdirSync(folder).sort());
    expect(readdirSync(cache)).toEqual([]);

    const args = ['--cache-dir', cache, '--format', 'json', '--fail-on', 'never'];
    expect((await run(args)).out).toBe(plain.out);
    expect(readdirSync(cache).length).toBeGreaterThan(0);
    expect((await run(args)).out).toBe(plain.out);
  });

  it('prints text in the same order, and sums it up', async () => {
    const result = await run(['--cache-dir', cache]);
    expect(result.code).toBe(1);
    const paths = [
      ...new Set([...result.out.matchAll(/^(\d{4}\.star\.md):\d+:\d+: /gm)].map((match) => match[1])),
    ];
    expect(paths).toEqual([...paths].sort());
    expect(result.out).toMatch(new RegExp(`^${storyCount} stories .*warnings.*\\.$`, 'm'));
    expect(result.error).toBe('');
  });

  it('heeds other settings in spite of the cache', async () => {
    const [balanced, strict] = [['--strictness', 'gentle'], ['--strictness', 'strict']].map((more) => run(['--cache-dir', cache, '--format', 'json', ...more])); // prettier-ignore
    const count = (report: JsonReport): number =>
      report.stories.reduce((sum, { findings }) => sum + findings.length, 0);
    expect(count(reportOf(await strict!))).toBeGreaterThan(count(reportOf(await balanced!)));
  });

  it('is not misled by a damaged cache', async () => {
    const args = ['--cache-dir', cache, '--format', 'json', '--fail-on', 'never'];
    const before = await run(args);
    for (const name of readdirSync(cache)) {
      const bytes = readFileSync(join(cache, name));
      writeFileSync(
        join(cache, name),
        bytes.map((byte, at) => (at > 40 && at % 50 === 0 ? byte ^ 1 : byte)),
      );
    }
    expect((await run(args)).out).toBe(before.out);
  });

  it.skipIf(process.platform === 'win32')(
    'ends at Ctrl-C with a whole report and nothing half-written',
    async () => {
      let isInterrupted = false;
      const result = await run(['--cache-dir', cache, '--format', 'json'], (interrupt) => {
        if (!isInterrupted) interrupt();
        isInterrupted = true;
      });
      expect(result.code).toBe(130);
      const report = reportOf(result);
      expect(report.stories.length).toBeLessThan(storyCount);
      expect(report.problems.at(-1)?.message).toMatch(/^Interrupted after \d+ of 60 stories/);
      expect(readdirSync(cache).filter((name) => !name.endsWith('.cache'))).toEqual([]);
    },
  );
});
