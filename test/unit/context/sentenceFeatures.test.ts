import { describe, expect, it } from 'vitest';
import {
  logOdds,
  sentenceFeatureNames,
  sentenceFeatures,
} from '../../../server/src/context/sentenceFeatures';
import { createReading } from '../../../server/src/prose/reading';
import type { SectionKind } from '../../../server/src/rubric/ids';

const undecided = { certainty: () => 0.5, segments: () => [], wording: () => new Float32Array(35) };

/** The names of what a sentence shows, certainties left out. */
function featuresOf(text: string, section: SectionKind): string[] {
  const features = sentenceFeatures(createReading(text, section), undecided);
  return sentenceFeatureNames.filter(
    (name, index) => features[index] !== 0 && !/^(?:certainty|wording):/.test(name),
  );
}

describe('what the network hears of a sentence', () => {
  it.each([
    [
      'I rolled back the deploy within six minutes.',
      'action',
      ['in:action', 'actor:narrator', 'narrator:contain', 'figure:duration', 'turn:contained'],
    ],
    ['The DBA traced the lock to a nightly report.', 'action', ['actor:party', 'party:investigate']],
    [
      'I posted an update in #incident every 15 minutes.',
      'action',
      ['narrator:communicate', 'turn:every', 'turn:channel'],
    ],
    ['p99 latency fell from 2.5 s to 430 ms.', 'result', ['in:result', 'changes', 'deed:change']],
    [
      'The pool was exhausted because nobody had set a timeout.',
      'action',
      ['connective:because', 'turn:cause'],
    ],
    ['Nobody had asked me to look at it.', 'task', ['in:task', 'turn:not-mine']],
    ['It cost us about $40,000 in refunds.', 'situation', ['figure:money', 'approximate', 'turn:money']],
    [
      'Next time I would ask for the capacity figures first.',
      'reflection',
      ['turn:next-time', 'modal:would'],
    ],
  ] as const)('%s', (text, section, names) => {
    expect(featuresOf(text, section)).toEqual(expect.arrayContaining([...names]));
  });

  it('sees nothing of a section that is not known', () => {
    const features = sentenceFeatures(createReading('I rolled it back.', undefined), undecided);
    expect(
      sentenceFeatureNames.filter((name, index) => name.startsWith('in:') && features[index] !== 0),
    ).toEqual([]);
  });

  it('hears the strongest segment, and all on average', () => {
    const certaintyOf = (share: number) => ({
      certainty: (label: string) => (label === 'fix' || label === 'hedging' ? share : 0),
    });
    const see = (...segments: number[]): ((name: string) => number) => {
      const judgement = { ...undecided, ...certaintyOf(0.5), segments: () => segments.map(certaintyOf) };
      const features = sentenceFeatures(createReading('I rolled it back.', 'action'), judgement);
      return (name) => features[sentenceFeatureNames.indexOf(name)]!;
    };
    const [both, none] = [see(1, 0), see()];
    expect(['strongest:fix', 'segments:fix', 'segments'].map(both)).toEqual([3, 1.5, 0.5]);
    expect(['strongest:hedging', 'segments:hedging'].map(both)).toEqual([3, 1.5]);
    // A sentence of one segment is its own.
    expect(['strongest:fix', 'segments:fix', 'segments'].map(none)).toEqual([1.5, 1.5, 0]);
    expect(['strongest:scope', 'segments:scope'].map(both)).toEqual([0, 0]);
  });

  it('keeps log odds within bounds', () => {
    expect([0, 0.5, 1].map((certainty) => logOdds(certainty))).toEqual([-6, 0, 6]);
  });

  it('has a name of its own for every number', () => {
    expect(new Set(sentenceFeatureNames).size).toBe(sentenceFeatureNames.length);
  });
});
