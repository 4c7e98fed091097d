import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptCode } from '../../../server/src/hosts/keptCode';

let folder: string;
let bundle: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-code-'));
  bundle = join(folder, 'main.js');
  writeFileSync(bundle, "const { twice } = require('./engine.js');\nexports.six = () => twice(3);\nexports.path = require('node:path').join('a', 'b');\n"); // prettier-ignore
  writeFileSync(join(folder, 'engine.js'), 'module.exports = { twice: (value) => 2 * value };\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Loads the bundle in a new cache object, as a new process would; what it computes, and how many bundles had to be compiled. */
function start(): { six: number; compiled: number; keep: () => void } {
  const code = createKeptCode(join(folder, 'kept'));
  const loaded = code.load(bundle) as { six(): number; path: string };
  expect(loaded.path).toBe(join('a', 'b'));
  return { six: loaded.six(), compiled: code.compiled, keep: () => code.keep() };
}

const keptFiles = (): string[] => readdirSync(join(folder, 'kept')).map((name) => join(folder, 'kept', name));

describe('code that was compiled before', () => {
  it('is taken from where it was kept, for the bundle and for those that it requires', () => {
    const first = start();
    expect(first).toMatchObject({ six: 6, compiled: 2 });
    first.keep();
    expect(start()).toMatchObject({ six: 6, compiled: 0 });
  });

  it('is not taken for another text of the same length', () => {
    start().keep();
    writeFileSync(join(folder, 'engine.js'), 'module.exports = { twice: (value) => 3 * value };\n');
    expect(start()).toMatchObject({ six: 9, compiled: 1 });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 10)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one bit',
      (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
    ],
    ['something else', () => Buffer.from('no code at all, but longer than a hash would be')],
  ] as const)('is compiled again where the file is %s', (_, damage) => {
    start().keep();
    for (const path of keptFiles()) writeFileSync(path, damage(readFileSync(path)));
    const again = start();
    expect(again).toMatchObject({ six: 6, compiled: 2 });
    again.keep();
    expect(start().compiled).toBe(0);
  });

  it('does without where nothing can be written', () => {
    writeFileSync(join(folder, 'kept'), 'a file where the folder should be');
    const first = start();
    first.keep();
    expect(start()).toMatchObject({ six: 6, compiled: 2 });
  });
});
