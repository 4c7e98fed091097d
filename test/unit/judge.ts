import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadJudge, type Judge } from '../../server/src/judgement';

/** The judge as it is shipped. */
export function shippedJudge(): Judge {
  return loadJudge(readFileSync(join(import.meta.dirname, '..', '..', 'server/src/judgement/weights.bin')));
}
