import { describe, expect, it } from 'vitest';
import type { CoverageStory, CoverageTarget, CoverageTopic } from '../../../server/src/protocol';
import * as texts from '../../../client/src/coverage/texts';

const diveDeep: CoverageTopic = {
  id: 'dive-deep',
  name: 'Dive Deep',
  meaning: 'Stay with the details.',
  asks: [
    { kind: 'diagnosis', title: 'Diagnosis', weight: 3 },
    { kind: 'root-cause', title: 'Root cause', weight: 3 },
    { kind: 'metric', title: 'Quantified outcome', weight: 1 },
  ],
  incidentFit: 'often',
  counts: { s: 1, f: 2, w: 0, c: 1, n: 4 },
  gap: null,
  gapText: null,
};
const frugality: CoverageTopic = {
  id: 'frugality',
  name: 'Frugality',
  meaning: '',
  asks: [],
  incidentFit: 'rarely',
  counts: { s: 0, f: 0, w: 0, c: 0, n: 8 },
  gap: 'nothing',
  gapText: 'Nothing for Frugality.',
};
const topics = [diveDeep, frugality];

function story(changes: Partial<CoverageStory> = {}): CoverageStory {
  return {
    uri: 'file:///a.star.md',
    title: 'Retry storm',
    tags: [],
    company: null,
    readiness: 80,
    seconds: 119.6,
    evidence: ['diagnosis', 'root-cause'],
    strengths: 'sn',
    scores: [79, 0],
    named: [0],
    alone: [],
    ...changes,
  };
}

describe('what is said of a cell', () => {
  it.each([
    [
      'a strong one',
      story(),
      0,
      'Shows diagnosis and root cause. Lacks quantified outcome. Its front matter names it. Readiness 80, score 79.',
    ],
    [
      'one that shows nothing of it',
      story({ evidence: [], named: [], scores: [0, 0] }),
      0,
      'Lacks diagnosis, root cause and quantified outcome. Its front matter does not name it. Readiness 80, score 0.',
    ],
    [
      'a topic that asks for nothing',
      story(),
      1,
      'Nobody has said what proves it. Its front matter does not name it. Readiness 80, score 0.',
    ],
  ])('%s', (_, row, index, text) => {
    expect(texts.cellReasons(row, topics[index]!, index)).toBe(text);
  });

  it('begins with the topic and the strength for a screen reader', () => {
    expect(texts.cellLabel(story(), diveDeep, 0)).toMatch(/^Dive Deep: strong\. Shows diagnosis/);
  });
});

describe('what is said of a topic and a story', () => {
  it('tells meaning, evidence, fit, gap and counts', () => {
    expect(texts.topicReasons(diveDeep)).toBe(
      'Stay with the details. Asks for diagnosis, root cause and quantified outcome. Stories: 1 strong, 2 fair, 1 claimed only.',
    );
    expect(texts.topicReasons(frugality)).toBe(
      'Stories of incidents rarely carry it. Nothing for Frugality.',
    );
  });

  it('tells what a story carries, and what it alone carries', () => {
    expect(texts.storyReasons(story({ alone: [0] }), topics)).toBe(
      'Readiness 80 of 100, 2:00 to say. Strong for 1. It alone carries Dive Deep: it would have to be told too often.',
    );
    expect(texts.storyReasons(story({ strengths: 'nn' }), topics)).toMatch(/It carries none of these yet\.$/);
  });
});

describe('the source of a target', () => {
  const target: CoverageTarget = {
    id: 'amazon',
    kind: 'company',
    about: 'principles',
    name: 'Amazon',
    title: 'Leadership Principles',
    company: 'amazon',
    source: 'https://example.org',
    firstHand: true,
    asOf: '2021-07',
    checked: '2026-11',
  };
  it.each<[Partial<CoverageTarget>, string]>([
    [{}, 'Amazon, Leadership Principles: as of 2021-07, checked 2026-11, from the company’s own page.'],
    [
      { firstHand: false, asOf: null },
      'Amazon, Leadership Principles: checked 2026-11, second-hand: not the company’s own page.',
    ],
    [
      { kind: 'own', source: null, firstHand: null, asOf: null, checked: null },
      'Amazon, Leadership Principles: a set of your own.',
    ],
    [{ kind: 'questions' }, ''],
  ])('is told for %j', (changes, text) => {
    expect(texts.sourceText({ ...target, ...changes })).toBe(text);
  });
});

describe('the stories that are shown', () => {
  const stories = [
    story({ title: 'Alpha', tags: ['Queue'], readiness: 10, strengths: 'wn' }),
    story({ title: 'Beta queue', company: 'Google', readiness: 90, strengths: 'fn' }),
    story({ title: 'Gamma', readiness: 50, strengths: 'sn' }),
  ];
  it.each([
    ['', 'title', ['Alpha', 'Beta queue', 'Gamma']],
    ['QUEUE', 'title', ['Alpha', 'Beta queue']],
    ['queue google', 'title', ['Beta queue']],
    ['  ', 'readiness', ['Beta queue', 'Gamma', 'Alpha']],
    ['', 'strength', ['Gamma', 'Beta queue', 'Alpha']],
    ['nothing like it', 'strength', []],
  ] as const)('for the filter “%s” by %s', (filter, order, titles) => {
    expect(texts.arranged(stories, filter, order).map(({ title }) => title)).toEqual(titles);
  });

  it.each([
    [3, 3, '3 stories'],
    [1, 1, '1 story'],
    [1, 3, '1 of 3 stories'],
  ])('are counted: %d of %d', (shown, all, text) => {
    expect(texts.countText(shown, all)).toBe(text);
  });
});
