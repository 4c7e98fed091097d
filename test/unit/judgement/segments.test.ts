import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../../../scripts/train/calibrate';
import { PartsJudge } from '../../../scripts/train/compress';
import { readDataset } from '../../../scripts/train/fit';
import { readWeights } from '../../../server/src/hosts/nodeWeights';
import { FeatureList } from '../../../server/src/judgement/feature-list';
import { extractFeatures } from '../../../server/src/judgement/features';
import { labels } from '../../../server/src/judgement/labels';
import { readSegments } from '../../../server/src/judgement/segments';
import { decodeModel } from '../../../server/src/judgement/weights-file';
import { tokenize } from '../../../server/src/judgement/tokens';
import { shippedJudge, shippedWeights } from '../judge';

function segmentsIn(text: string): string[] {
  const { starts, ends } = readSegments(tokenize(text));
  return starts.map((start, at) => text.slice(start, ends[at]));
}

describe('readSegments', () => {
  it.each([
    ['', []],
    ['I rolled it back.', ['I rolled it back.']],
    [
      'I wrote the check, paired with Jonas on the review, and rolled it out to 5% of the keys.',
      ['I wrote the check', ', paired with Jonas on the review', ', and rolled it out to 5% of the keys.'],
    ],
    ['Because the lease had expired nobody wrote.', ['Because the lease had expired nobody wrote.']],
    [
      'The disk was full because nobody had cleaned it, alas.',
      ['The disk was full', 'because nobody had cleaned it, alas.'],
    ],
  ])('%s', (text, segments) => {
    expect(segmentsIn(text)).toEqual(segments);
  });
});

describe('a text without end', () => {
  it('has no more segments than a long sentence', () => {
    const segments = segmentsIn('the disk was full, '.repeat(500));
    expect(segments).toHaveLength(40);
    expect(segments.slice(0, 2)).toEqual(['the disk was full', ', the disk was full']);
  });
});

describe('a judgement by segments', () => {
  const judge = shippedJudge();
  const repair = 'I replaced the expired certificate on all nine brokers';
  const told = 'told the desk in Leeds every twenty minutes how far I was';

  it('says of each what the whole does not tell apart', () => {
    const [first, second, ...others] = judge.judge(`${repair}, and ${told}.`, 'action').segments();
    expect(others).toEqual([]);
    expect(first!.certainty('fix')).toBeGreaterThan(second!.certainty('fix'));
    expect(second!.certainty('communication')).toBeGreaterThan(first!.certainty('communication'));
  });

  it('has none for a sentence of one segment', () => {
    expect(judge.judge(`${repair}.`, 'action').segments()).toEqual([]);
  });

  it('scores them as the training does', () => {
    const { meta, keys, weights } = decodeModel(readWeights(shippedWeights));
    const parts = { keys, weights, biases: meta.biases, units: meta.units };
    const text = `${repair}, and ${told}, because nobody else could.`;
    const row = {
      text,
      section: 'action',
      group: '',
      story: undefined,
      caption: [],
      weight: 1,
      truth: new Int8Array(),
    } as const;
    const scores = new PartsJudge(parts).segmentScores(readDataset([row]), 0);
    const column = labels.indexOf('communication');
    const { slopes, offsets } = meta;
    const segments = judge.judge(text, 'action').segments();
    expect([segments.length, scores.length]).toEqual([3, 3]);
    segments.forEach((segment, at) => {
      const trained = certaintyOf(scores[at]![column]!, slopes[column]!, offsets[column]!);
      expect(segment.certainty('communication')).toBeCloseTo(trained, 10);
    });
  });

  it('is the same whatever was judged in between', () => {
    const judgement = judge.judge(`${repair}, and ${told}.`, 'action');
    const read = (): number[] => judgement.segments().map((segment) => segment.certainty('communication'));
    const before = read();
    judge.judge('The disk was full because nobody had cleaned it.', 'situation');
    judge.judge('Nothing else.', undefined);
    expect(read()).toEqual(before);
  });
});

describe('FeatureList', () => {
  it('counts the features of each segment', () => {
    const list = new FeatureList();
    extractFeatures('The disk was full because nobody had cleaned it.', 'situation', list);
    const counted = [0, 0];
    for (let feature = 0; feature < list.length; feature++) {
      const segment = list.segmentOf(feature);
      if (segment >= 0) counted[segment]!++;
    }
    expect(list.segmentSizes()).toEqual(counted);
    expect(Math.min(...counted)).toBeGreaterThan(20);
    expect(counted[0]! + counted[1]!).toBeLessThan(list.length);
  });
});
