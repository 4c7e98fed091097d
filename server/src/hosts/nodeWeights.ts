import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The weights of the judge, which lie beside the bundle. */
export const weightsFile = join(__dirname, 'weights.bin');

/** The bytes of the weights as they are installed. Throws where the installation is damaged. */
export function readWeights(): Uint8Array {
  return readFileSync(weightsFile);
}
