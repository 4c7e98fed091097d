import { tokenize } from '../../../server/src/judgement/tokens';
import { decodeWording, encodeWording } from '../../../server/src/judgement/wording-file';
import { WordingJudge } from '../../../server/src/judgement/wordingJudge';
import type { Row } from '../corpus';
import { groupFolds } from '../folds';
import { trainWording } from './trainWording';

const foldCount = 3;

/** The log odds of each row with `use` 1 by a judge of wording that was trained without the row's bank or story, as the file would hold it. */
export function outOfFoldWording(rows: readonly Row[], use: Uint8Array): Float32Array[] {
  const folds = groupFolds(rows, foldCount);
  const odds: Float32Array[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const others = Uint8Array.from(use, (used, row) => (used === 1 && folds[row] !== fold ? 1 : 0));
    const judge = new WordingJudge(decodeWording(encodeWording(trainWording(rows, others))));
    rows.forEach(({ text, section }, row) => {
      if (use[row] === 1 && folds[row] === fold) odds[row] = judge.odds(tokenize(text), section);
    });
  }
  return odds;
}
