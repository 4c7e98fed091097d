import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonReport } from '../../server/src/hosts/cli/jsonReport';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const original = readFileSync('examples/checkout/charged-twice.star.md', 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-twins-'));
  writeFileSync(join(folder, 'a.star.md'), original);
  writeFileSync(
    join(folder, 'b.star.md'),
    original
      .replaceAll('Charged twice on a Friday', 'Two charges')
      .replace('on call, and', 'on call for db-prod-03, and'),
  );
  writeFileSync(join(folder, 'c.star.md'), readFileSync('examples/platform/slow-search.star.md'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that each file breaks. */
async function rulesOf(args: readonly string[]): Promise<Record<string, string[]>> {
  const all = ['check', '--format', 'json', '--cache-dir', join(folder, 'cache'), ...args];
  const out = await new Promise<string>((resolve) => {
    // It ends with an error where there are findings.
    execFile(process.execPath, [program, ...all], { cwd: folder, maxBuffer: 1e8 }, (_error, printed) => {
      resolve(printed);
    });
  });
  const { stories } = JSON.parse(out) as JsonReport;
  return Object.fromEntries(stories.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]));
}

describe('check', () => {
  it('tells of stories that are told twice among those it is given, from the cache too', async () => {
    for (let run = 0; run < 2; run++) {
      const rules = await rulesOf(['.']);
      expect(Object.keys(rules).filter((path) => rules[path]!.includes('duplicate-story'))).toEqual([
        'a.star.md',
        'b.star.md',
      ]);
    }
    expect((await rulesOf(['a.star.md', 'c.star.md']))['a.star.md']).not.toContain('duplicate-story');
    expect((await rulesOf(['a.star.md']))['a.star.md']).not.toContain('duplicate-story');
  });

  it('tells of confidential text once that is switched on', async () => {
    expect((await rulesOf(['b.star.md']))['b.star.md']).not.toContain('confidential');
    const settings = join(folder, 'settings.json');
    writeFileSync(
      settings,
      '{"starStories.rules": {"confidential": "error"}, "starStories.confidential.names": ["Bea"]}',
    );
    const rules = (await rulesOf(['--config', settings, 'b.star.md']))['b.star.md']!;
    expect(rules.filter((rule) => rule === 'confidential')).toHaveLength(2);
  });
});
