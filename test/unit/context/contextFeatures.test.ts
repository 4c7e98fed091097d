import { describe, expect, it } from 'vitest';
import {
  contextFeatureNames,
  contextFeatures,
  type Neighbour,
} from '../../../server/src/context/contextFeatures';
import { type JudgedLabel, judgedLabels } from '../../../server/src/judgement/labels';
import type { SectionKind } from '../../../server/src/rubric/ids';

/** A sentence of which the given labels hold for sure and no other. */
function showing(section: SectionKind, ...labels: JudgedLabel[]): Neighbour {
  return { section, odds: judgedLabels.map((label) => (labels.includes(label) ? 6 : -6)), caption: [] };
}

const story: readonly Neighbour[] = [
  showing('situation', 'impact'),
  showing('action', 'mitigation', 'handed-off'),
  { ...showing('action', 'fix'), caption: ['trade-off', 'fix'] },
  showing('result', 'metric'),
];

function featureAt(sentences: readonly Neighbour[], index: number, name: string): number {
  return contextFeatures(sentences)[index]![contextFeatureNames.indexOf(name)]!;
}

describe('what stands around a sentence', () => {
  it.each([
    [2, 'under:trade-off', 1],
    [2, 'under:fix', 1],
    [2, 'under:mitigation', 0],
    [1, 'under:trade-off', 0],
    [0, 'previous:impact', 0],
    [1, 'previous:impact', 2],
    [2, 'previous:impact', 0],
    [2, 'earlier:impact', 2],
    [1, 'own:mitigation', 2],
    [1, 'own:handed-off', 2],
    [1, 'own:fix', 0],
    [2, 'previous:handed-off', 2],
    [0, 'next:handed-off', 2],
    [2, 'next:handed-off', 0],
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
    const neighbours = contextFeatureNames.filter((name) => /^(?:previous|next|earlier|later):/.test(name));
    expect(neighbours.filter((name) => only![contextFeatureNames.indexOf(name)] !== 0)).toEqual([]);
  });

  it('is nothing for a story without sentences', () => {
    expect(contextFeatures([])).toEqual([]);
  });
});
