import { describe, expect, it } from 'vitest';
import {
  contextFeatureNames,
  contextFeatures,
  type Neighbour,
} from '../../../server/src/evidence/contextFeatures';
import { evidenceKinds, type EvidenceKind, type SectionKind } from '../../../server/src/rubric/ids';

/** A sentence that shows the given kinds for sure and no other. */
function showing(section: SectionKind, ...kinds: EvidenceKind[]): Neighbour {
  return { section, odds: evidenceKinds.map((kind) => (kinds.includes(kind) ? 6 : -6)) };
}

const story = [
  showing('situation', 'impact'),
  showing('action', 'mitigation'),
  showing('action', 'fix'),
  showing('result', 'metric'),
];

function featureAt(sentences: readonly Neighbour[], index: number, name: string): number {
  return contextFeatures(sentences)[index]![contextFeatureNames.indexOf(name)]!;
}

describe('what stands around a sentence', () => {
  it.each([
    [0, 'previous:impact', 0],
    [1, 'previous:impact', 2],
    [2, 'previous:impact', 0],
    [2, 'earlier:impact', 2],
    [1, 'earlier:mitigation', 0],
    [2, 'earlier:mitigation', 2],
    [1, 'next:fix', 2],
    [0, 'next:fix', 0],
    [0, 'later:fix', 2],
    [2, 'later:fix', 0],
    [3, 'next:metric', 0],
    [0, 'place', 0],
    [3, 'place', 1],
    [1, 'opens', 1],
    [2, 'opens', 0],
    [2, 'closes', 1],
    [1, 'share', 0.5],
  ])('sentence %i has %s %d', (index, name, value) => {
    expect(featureAt(story, index, name)).toBe(value);
  });

  it('has no neighbours in a story of one sentence', () => {
    const [only] = contextFeatures([showing('action', 'fix')]);
    const neighbours = only!.slice(0, 4 * evidenceKinds.length);
    expect([...neighbours].every((value) => value === 0)).toBe(true);
  });

  it('is nothing for a story without sentences', () => {
    expect(contextFeatures([])).toEqual([]);
  });
});
