import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadJudge, type Judge } from '../judgement';

/** The judge with the weights that lie beside the bundle. Throws where the installation is damaged. */
export function loadNodeJudge(file = join(__dirname, 'weights.bin')): Judge {
  return loadJudge(readFileSync(file));
}
