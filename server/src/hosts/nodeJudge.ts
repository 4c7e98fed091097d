import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadJudge, type Judge } from '../judgement';

/** The weights of the judge, which lie beside the bundle. */
export const weightsFile = join(__dirname, 'weights.bin');

/** The judge as it is installed. Throws where the installation is damaged. */
export function loadNodeJudge(file = weightsFile): Judge {
  return loadJudge(readFileSync(file));
}
