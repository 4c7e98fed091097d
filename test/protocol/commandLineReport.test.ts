import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStoryMaker } from '../../bench/stories';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const story =
  '---\ntitle: The lock\ncompany: amazon\n---\n\n## Action\n\nI found a lock on {{which table}}.\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-report-'));
  mkdirSync(join(folder, 'stories'));
  writeFileSync(join(folder, 'stories', 'lock.star.md'), story);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const done = (failure: Error | null, out: string, error: string): void => {
      resolve({ code: Number((failure as { code?: unknown } | null)?.code ?? 0), out, error });
    };
    execFile(process.execPath, [program, 'report', ...args], { cwd: folder }, done);
  });
}

describe('star-stories report', () => {
  it('prints a page on the library, or writes it to a file and says so', async () => {
    const printed = await report('stories', '--no-cache');
    expect(printed).toMatchObject({ code: 0, error: '' });
    expect(printed.out).toMatch(/^<!doctype html>[^]*Story library: stories[^]*The lock[^]*<\/html>\n$/);
    writeFileSync(join(folder, 'page.html'), 'old');
    expect(await report('stories', '--no-cache', '--output', 'page.html')).toEqual({
      code: 0,
      out: '',
      error: 'Wrote 1 story to page.html.\n',
    });
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe(printed.out);
  });

  it('prints a cue sheet of one story', async () => {
    const { code, out } = await report('--cue-sheet', 'stories/lock.star.md');
    expect(code).toBe(0);
    expect(out).toContain('<title>Cue sheet: The lock</title>');
  });

  it('says the same with threads and from its cache', async () => {
    const maker = createStoryMaker(40);
    for (let number = 0; number < 40; number++)
      writeFileSync(join(folder, 'stories', `${number}.star.md`), maker.story(80));
    const plain = await report('stories', '--no-cache');
    const cache = ['--cache-dir', join(folder, 'cache')];
    expect((await report('stories', ...cache)).out).toBe(plain.out);
    expect(existsSync(join(folder, 'cache'))).toBe(true);
    expect((await report('stories', ...cache)).out).toBe(plain.out);
  });

  it('knows the principles of one’s own, and tells of mistakes in their file', async () => {
    mkdirSync(join(folder, '.star-stories'));
    const file = join(folder, '.star-stories', 'principles.yaml');
    writeFileSync(file, '- company: amazon\n  principles: [Seamanship]\n- principles: [x]\n');
    const { code, out, error } = await report('stories', '--no-cache');
    expect(code).toBe(2);
    expect(out).toContain('Seamanship');
    expect(error).toMatch(/principles\.yaml:3: .*“company” is missing/);
  });

  it.each([
    [['nowhere'], /^nowhere: There is no such file or folder\./],
    [['.', '--output', 'nowhere/page.html'], /There is no folder .*nowhere\./],
    [['.', '--output', 'stories'], /^stories: This is a folder/],
    [['.', '--output', 'stories/lock.star.md'], /This is a story; name a file such as report\.html\./],
    [['--cue-sheet', 'stories'], /^stories: This is a folder; a cue sheet is of one story\./],
    [['--cue-sheet', 'nothing.star.md'], /^nothing\.star\.md: There is no such file\./],
    [['--cue-sheet', 'stories/lock.star.md', 'stories'], /--cue-sheet is of one story/],
    [[], /missing required argument 'path'/],
    [['stories', '--outptu', 'x'], /Did you mean --output\?/],
  ])('%j is refused with a message and exit code 2', async (args, message) => {
    const { code, out, error } = await report(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(message);
    expect(readFileSync(join(folder, 'stories', 'lock.star.md'), 'utf8')).toBe(story);
  });
});
