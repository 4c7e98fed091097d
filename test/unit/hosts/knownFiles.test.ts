import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isAsLookedAt,
  keepRun,
  lookAtFiles,
  resultOfLastRun,
  type LookedAtFiles,
} from '../../../server/src/hosts/cli/knownFiles';
import { openDiskCache, type DiskCache } from '../../../server/src/hosts/diskCache';

const { signal } = new AbortController();
let folder: string;
let file: string;
let cache: DiskCache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-files-'));
  file = join(folder, 'a.star.md');
  writeFileSync(file, 'We rolled it back.');
  cache = openDiskCache(join(folder, 'cache'), 'a'.repeat(24));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const look = (files = [file]): Promise<LookedAtFiles> => lookAtFiles(files, cache, signal);

/** A run that ends with a result for the file. */
async function run(result: string): Promise<LookedAtFiles> {
  const all = await look();
  keepRun(cache, all.files.get(file)!, 'text', all, result);
  return all;
}

async function lastResult(): Promise<string | undefined> {
  const all = await look();
  return resultOfLastRun(all.files.get(file)!, 'text', all.library);
}

describe('a file from one run to the next', () => {
  it('has the result of the last run while nothing has changed', async () => {
    await run('r1');
    expect(await lastResult()).toBe('r1');
  });

  it('has none with other options, among other files, or with another text', async () => {
    const { files, library } = await run('r1');
    expect(resultOfLastRun(files.get(file)!, 'json', library)).toBeUndefined();
    const other = join(folder, 'b.star.md');
    writeFileSync(other, 'I paged Payments.');
    const both = await look([file, other]);
    expect(resultOfLastRun(both.files.get(file)!, 'text', both.library)).toBeUndefined();
    writeFileSync(file, 'We rolled it back twice.');
    expect(await lastResult()).toBeUndefined();
  });

  it('is read again when it was changed shortly before, though its size and its date are the same', async () => {
    const { mtime } = statSync(file);
    await run('r1');
    writeFileSync(file, 'We pulled it back.');
    utimesSync(file, mtime, mtime);
    expect(await lastResult()).toBeUndefined();
  });

  it('is read again when its text was swapped for one of the same size and an old date', async () => {
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    await run('r1');
    writeFileSync(file, 'We pulled it back.');
    utimesSync(file, longAgo, longAgo);
    expect(await lastResult()).toBeUndefined();
  });

  it('keeps nothing of a run during which a file changed', async () => {
    const all = await look();
    expect(isAsLookedAt(all, file, 'We rolled it back.')).toBe(true);
    expect(isAsLookedAt(all, file, 'We rolled it back, then forward.')).toBe(false);
    keepRun(cache, all.files.get(file)!, 'text', all, 'r1');
    expect(await lastResult()).toBeUndefined();
  });

  it('has no text when it cannot be read', async () => {
    const all = await look([join(folder, 'gone.star.md')]);
    expect([...all.files.values()][0]!.text).toBeUndefined();
  });
});
