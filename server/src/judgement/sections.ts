import type { Certainties } from './judge';
import { type SectionKind, sectionKinds } from '../rubric/ids';

/** How the sections follow each other: the logarithm of the odds of going from one (row) to the next (column). */
const step = [
  [-0.3, -1.2, -2.0, -4.5, -6],
  [-6, -0.6, -0.8, -4.5, -6],
  [-7, -6, -0.15, -2.0, -4.5],
  [-7, -7, -5, -0.3, -1.4],
  [-8, -8, -7, -5, -0.1],
];
const beginning = [-0.1, -3, -4, -5, -7];

/** What a sentence says for itself counts half as much again: the judge is less certain of sections than it could be, for sentences alone may stand in several. */
const ownWeight = 1.5;

/**
 * Assigns the sentences of a story without headings to sections: the likeliest sequence by each sentence's own
 * certainty and the usual order of a story (Viterbi's algorithm). Returns one section per judgement.
 */
export function assignSections(judgements: readonly Certainties[]): SectionKind[] {
  const count = sectionKinds.length;
  let best = beginning.slice();
  const came: number[][] = [];
  judgements.forEach((judgement, index) => {
    const odds = sectionKinds.map(
      (kind) => ownWeight * Math.log(Math.max(1e-4, judgement.certainty(`section:${kind}`))),
    );
    const next: number[] = [];
    const from: number[] = [];
    for (let to = 0; to < count; to++) {
      let source = to;
      if (index > 0) {
        for (let other = 0; other < count; other++) {
          if (best[other]! + step[other]![to]! > best[source]! + step[source]![to]!) source = other;
        }
      }
      next.push((index > 0 ? best[source]! + step[source]![to]! : best[to]!) + odds[to]!);
      from.push(source);
    }
    best = next;
    came.push(from);
  });
  const path: SectionKind[] = [];
  let at = best.indexOf(Math.max(...best));
  for (let index = judgements.length - 1; index >= 0; index--) {
    path.unshift(sectionKinds[at]!);
    at = came[index]![at]!;
  }
  return path;
}
