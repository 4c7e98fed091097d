import { join } from 'node:path';
import { readWeights } from '../../server/src/hosts/nodeWeights';
import { loadJudge, type Judge } from '../../server/src/judgement';

/** The weights that are shipped. */
export const shippedWeights = join(import.meta.dirname, '..', '..', 'server/src/judgement/weights.bin');

/** The judge as it is shipped. */
export function shippedJudge(): Judge {
  return loadJudge(readWeights(shippedWeights));
}
