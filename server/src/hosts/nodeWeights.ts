import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** The weights of the judge, which lie beside the bundle. */
export const weightsFile = join(__dirname, 'weights.bin');

/** Room for all of the weights, so that they are inflated in one go. */
const chunkSize = 2 ** 21;

/** The weights in a file, inflated; by default those that are installed. Throws an error that names the file where it is missing or damaged. */
export function readWeights(file = weightsFile): Uint8Array {
  try {
    return inflateSync(readFileSync(file), { chunkSize });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The weights of the judge cannot be read from ${file}: ${reason}. Install STAR Stories again.`,
      { cause: error },
    );
  }
}
