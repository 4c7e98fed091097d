import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWeights } from '../../../server/src/hosts/nodeWeights';
import { shippedWeights } from '../judge';

const folder = mkdtempSync(join(tmpdir(), 'star-stories-weights-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = readFileSync(shippedWeights);

describe('a weights file', () => {
  it.each([
    ['with a byte changed', shipped.map((byte, at) => (at === 400_000 ? byte ^ 1 : byte))],
    ['cut short', shipped.subarray(0, -1000)],
    ['of something else', Buffer.from('Once upon a time there was a file of text.')],
    ['without a byte', Buffer.of()],
  ])('%s is refused, with its name and what to do', (name, bytes) => {
    const file = join(folder, `${name}.bin`);
    writeFileSync(file, bytes);
    expect(() => readWeights(file)).toThrow(`The weights of the judge cannot be read from ${file}: `);
    expect(() => readWeights(file)).toThrow(/Install STAR Stories again\.$/);
  });

  it('that is not there is named', () => {
    expect(() => readWeights(join(folder, 'none.bin'))).toThrow(/none\.bin/);
  });
});
