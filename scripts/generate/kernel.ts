import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createWabt from 'wabt';
import { root } from '../root';

/** The module that holds the assembled kernel: a few hundred bytes, so that no host has to find and fetch a file for it. */
export async function kernelModule(): Promise<string> {
  const wabt = await createWabt();
  const source = readFileSync(join(root, 'server/src/judgement/kernel.wat'), 'utf8');
  const { buffer } = wabt.parseWat('kernel.wat', source, { simd: true }).toBinary({});
  return `// Assembled from kernel.wat by "npm run generate".\nexport const kernel =\n  '${Buffer.from(buffer).toString('base64')}';\n`;
}
