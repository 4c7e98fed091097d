import { describe, expect, it } from 'vitest';
import { FeatureList } from '../../../server/src/judgement/feature-list';
import { extractFeatures } from '../../../server/src/judgement/features';
import { readSegments } from '../../../server/src/judgement/segments';
import { tokenize } from '../../../server/src/judgement/tokens';
import { shippedJudge } from '../judge';

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
