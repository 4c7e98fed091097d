import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, openDiskCache } from '../../../server/src/hosts/diskCache';

const engine = 'a'.repeat(24);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const keys = Array.from({ length: 200 }, (_, number) => `story ${number}`);
const valueOf = (text: string): unknown => ({ text, findings: [text, { severity: 'hint' }] });

/** A folder that holds a value for each of `keys`. */
function fill(): void {
  const cache = openDiskCache(folder, engine);
  for (const text of keys) cache.set(cache.keyOf('check', text), valueOf(text));
  cache.save();
}

/** What a new process finds for each key: the value, or nothing. */
function found(of = engine): unknown[] {
  const cache = openDiskCache(folder, of);
  return keys.map((text) => cache.get(cache.keyOf('check', text)));
}

/** Each value is either right or not there. */
function expectNothingWrong(values: readonly unknown[]): void {
  values.forEach((value, index) => {
    if (value !== undefined) expect(value).toEqual(valueOf(keys[index]!));
  });
}

describe('the cache on disk', () => {
  it('gives back what was kept, and leaves no other file behind', () => {
    fill();
    expect(found()).toEqual(keys.map(valueOf));
    expect(readdirSync(folder).filter((name) => !name.endsWith('.cache'))).toEqual([]);
  });

  it('tells kinds, texts and their boundaries apart', () => {
    const cache = openDiskCache(folder, engine);
    const all = [
      cache.keyOf('check', 'ab', 'c'),
      cache.keyOf('check', 'a', 'bc'),
      cache.keyOf('summary', 'ab', 'c'),
    ];
    expect(new Set(all).size).toBe(3);
  });

  it('knows nothing of what another engine found', () => {
    fill();
    expect(found('b'.repeat(24)).every((value) => value === undefined)).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('{"version": 1}\n'.repeat(50))],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 7)],
    ['cut within a head', (bytes) => bytes.subarray(0, 30)],
    ['zeroed at the end', (bytes) => Buffer.concat([bytes.subarray(0, 60), Buffer.alloc(bytes.length - 60)])],
    [
      'with a flipped bit',
      (bytes) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 4 : byte)) as Buffer,
    ],
    ['with a wrong length', (bytes) => bytes.map((byte, at) => (at === 49 ? 255 : byte)) as Buffer],
    ['with an entry twice', (bytes) => Buffer.concat([bytes, bytes.subarray(24)])],
  ])('is never wrong when its files are %s, and heals', (_, damage) => {
    fill();
    for (const name of readdirSync(folder))
      writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))));
    expectNothingWrong(found());
    fill();
    expect(found()).toEqual(keys.map(valueOf));
  });

  it('is whole when two write at once', () => {
    const one = openDiskCache(folder, engine);
    const two = openDiskCache(folder, engine);
    keys.forEach((text, number) => {
      const cache = number % 2 === 0 ? one : two;
      cache.set(cache.keyOf('check', text), valueOf(text));
    });
    one.save();
    two.save();
    const values = found();
    expectNothingWrong(values);
    expect(values.filter((value) => value !== undefined).length).toBeGreaterThanOrEqual(keys.length / 2);
  });

  it('does without a folder that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = openDiskCache(join(folder, 'file', 'below'), engine);
    const key = cache.keyOf('check', 'a');
    cache.set(key, 1);
    cache.save();
    expect(cache.get(key)).toBe(1);
  });

  it('drops what was not used for longest when a file grows too large', () => {
    const noise = (seed: number): string => Array.from({ length: 60_000 }, (_, at) => ((at * 7919 + seed * 104729) % 65521).toString(36)).join(' '); // prettier-ignore
    const cache = openDiskCache(folder, engine);
    // Only the first character of a key decides on its file.
    const key = (number: number): string => `A${String(number).padStart(23, '0')}`;
    for (let number = 0; number < 60; number++) cache.set(key(number), noise(number));
    cache.get(key(0));
    cache.save();
    const after = openDiskCache(folder, engine);
    expect(after.get(key(0))).toBe(noise(0));
    expect(after.get(key(1))).toBeUndefined();
  });
});

describe('the place of the cache', () => {
  it.each([
    [{ XDG_CACHE_HOME: '/xdg' }, 'linux' as const, /^\/xdg.star-stories$/],
    [{}, 'linux' as const, /\.cache.star-stories$/],
    [{}, 'darwin' as const, /Library.Caches.star-stories$/],
    [{ LOCALAPPDATA: 'C:\\Local' }, 'win32' as const, /^C:\\Local.star-stories.Cache$/],
  ])('follows the system: %j on %s', (environment, platform, expected) => {
    expect(cacheFolder(environment, platform)).toMatch(expected);
  });
});
