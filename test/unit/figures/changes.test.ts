import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../server/src/figures/changes';
import { describeChange } from '../../../server/src/figures/describe';

describe('readChanges', () => {
  it.each<[string, string[]]>([
    ['Recovery went from 15 minutes to 4.', ['−73 % (15 min → 4 min), 3.8 times less']],
    [
      'from 15 minutes to under four minutes',
      ['at least −73 % (15 min → under 4 min), at least 3.8 times less'],
    ],
    [
      'p99 latency: 2.5 s → 430 ms; p95: 220 ms → 180 ms.',
      ['−83 % (2.5 s → 430 ms), 5.8 times less', '−18 % (220 ms → 180 ms), 1.2 times less'],
    ],
    ['Error rate: 2.1% -> 0.12%', ['−1.98 points, −94 % (2.1% → 0.12%), 18 times less']],
    ['The load takes 70 minutes, down from 200.', ['−65 % (200 min → 70 min), 2.9 times less']],
    ['Start is now 2.4 s instead of 3.2 s.', ['−25 % (3.2 s → 2.4 s), 1.3 times less']],
    ['It was 300 ms, now 150 ms.', ['−50 % (300 ms → 150 ms), 2 times less']],
    ['Builds take 150 ms, was 300 ms.', ['−50 % (300 ms → 150 ms), 2 times less']],
    ['from 2,000 to 6,000 rows a second', ['+200 % (2,000 → 6,000), 3 times as much']],
    ['Double charges went from 60 a minute to zero.', ['−100 % (60 → 0)']],
    ['Windows installs rose from 0 to 12.', ['0 → 12']],
    ['uptime from 99.5% to 99.95%', ['+0.45 points, +0.5 % (99.5% → 99.95%)']],
    // No changes: times of day, versions, dates, spreads, series, different units.
    ['Down from 14:02 to 14:40.', []],
    ['I was there from seven in the morning to ten at night.', []],
    ['We upgraded from 3.4 to 3.5.', []],
    ['From 3 May to 17 May nothing broke.', []],
    ['Batches ranging from 200 to 800 rows.', []],
    ['A scale from 1 to 5.', []],
    ['The rollout went from 1% to 5% to 25%.', []],
    ['from 3 pods to 40 ms', []],
    ['from node 3 to node 5', []],
  ])('%s', (text, expected) => {
    expect(readChanges(text).map(describeChange)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['It went from 15 minutes to 4, an 85% cut.', ['85%']],
    ['It dropped by 60%, from 50 minutes to 20.', ['60%']],
    ['I halved the deploy time, from 30 minutes to 15.', ['halved']],
    ['It went from 12 s to 4 s, three times faster.', ['three']],
    ['A tenfold drop in heap growth, from 300 MB an hour to 30.', ['tenfold']],
    ['Lead time: 12 days → 9 days (-25%).', ['25%']],
    // Said of something else.
    ['p99 went from 2 s to 1 s, and errors fell by 40%.', []],
    ['It went from 40 minutes to 10, a 60% drop in tickets.', []],
    ['The doubled invoices went from 10 to 30.', []],
    ['Runs went from 50 s to 30 s, four times faster than Selenium.', []],
    ['From 12 minutes to 3; a 50% cut was the goal.', []],
  ])('%s says %j', (text, expected) => {
    expect(readChanges(text).flatMap((change) => change.stated.map((stated) => stated.text))).toEqual(
      expected,
    );
  });

  it('names the thing measured', () => {
    const measured = readChanges('I reduced our average recovery time from 15 minutes to 4.')[0]?.measured;
    expect(measured).toMatchObject({ words: ['recovery'], statistics: ['average'] });
  });
});
