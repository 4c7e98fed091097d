import { describe, expect, it } from 'vitest';
import { columnOfLabel, type EvidenceThresholds } from '../../../server/src/context/storyJudge';
import { judgedLabels } from '../../../server/src/judgement/labels';
import {
  barredBy,
  probabilityOfLater,
  readEvidence,
  type JudgedSentence,
} from '../../../server/src/evidence/evidenceReader';
import { evidenceKinds, type EvidenceKind } from '../../../server/src/rubric/ids';

const each: EvidenceThresholds = { alone: 0.5, story: 0.5, sentence: 0.5 };
const thresholds = Object.fromEntries(evidenceKinds.map((kind) => [kind, each])) as Record<
  EvidenceKind,
  EvidenceThresholds
>;

/** A sentence that shows the given kinds for likely and no other. */
function showing(...kinds: EvidenceKind[]): JudgedSentence {
  const probabilities = new Float32Array(judgedLabels.length).fill(0.01);
  for (const kind of kinds) probabilities[columnOfLabel(kind)] = 0.9;
  return { probabilities, barred: new Set() };
}

/** The kinds that each sentence supplies. */
function kindsOf(...story: JudgedSentence[]): EvidenceKind[][] {
  return readEvidence(story, thresholds).kinds.map((kinds) => [...kinds]);
}

describe('the evidence of a story', () => {
  it('is what is likely of each sentence', () => {
    expect(kindsOf(showing('impact'), showing(), showing('fix', 'cross-team'))).toEqual([
      ['impact'],
      [],
      ['fix', 'cross-team'],
    ]);
    expect(kindsOf(showing(...evidenceKinds))).toEqual([[...evidenceKinds]]);
  });

  it.each(['vague-prevention', 'generic-learning', 'no-change'] as const)(
    'takes no promise from what %s fires on',
    (rule) => {
      const promise = { ...showing('prevention', 'reflection', 'fix'), barred: barredBy(new Set([rule])) };
      expect(kindsOf(promise)).toEqual([['fix']]);
    },
  );

  it('takes all from what another rule fires on', () => {
    expect([...barredBy(new Set(['blame', 'hedging']))]).toEqual([]);
  });

  it('is nothing in a hole, wherever it stands', () => {
    const hole: JudgedSentence = { probabilities: undefined, barred: new Set() };
    expect(kindsOf(hole)).toEqual([[]]);
    expect(kindsOf(hole, showing('fix'))).toEqual([[], ['fix']]);
  });

  it.each<[string, JudgedSentence[], number]>([
    ['the damage is contained first', [showing('mitigation'), showing('root-cause'), showing('fix')], 0],
    ['the cause is told first', [showing('root-cause'), showing('mitigation')], 0.8],
    ['the fix is told first', [showing('fix'), showing('mitigation')], 0.8],
    ['nothing is contained', [showing('root-cause'), showing('fix')], 0],
  ])('tells late mitigation: %s', (_, story, expected) => {
    expect(readEvidence(story, thresholds).lateMitigation).toBeCloseTo(expected, 1);
  });

  it('is nothing in a story without sentences', () => {
    expect(readEvidence([], thresholds)).toEqual({ kinds: [], lateMitigation: 0 });
  });
});

describe('how probable it is that the second of two things is told later', () => {
  it.each<[string, number[], number[], number]>([
    ['both are certain, the second one later', [1, 0], [0, 1], 1],
    ['both are certain, the second one first', [0, 1], [1, 0], 0],
    ['one sentence tells both', [1], [1], 0],
    ['the second one is told before as well', [0, 1, 0], [1, 0, 1], 0],
    ['the first one is never told', [0, 0], [0, 1], 0],
    ['there is no sentence', [], [], 0],
    ['the first one may have been told or not', [0.5, 0], [0, 1], 0.5],
    ['the second one may have been told before', [0, 1, 0], [0.25, 0, 1], 0.75],
    ['either sentence may tell the first one', [0.5, 0.5, 0], [0, 0, 1], 0.75],
  ])('%s', (_, first, second, expected) => {
    expect(probabilityOfLater(first, second)).toBeCloseTo(expected, 12);
  });
});
