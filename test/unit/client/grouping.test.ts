import { describe, expect, it } from 'vitest';
import { groupings, matchesFilter, type Arrangement } from '../../../client/src/outline/grouping';
import { OutlineModel } from '../../../client/src/outline/model';
import type { StorySummary } from '../../../server/src/protocol';
import { summary } from './summaries';

const folderOf = (uri: string): string => uri.split('/').slice(4, -1).join('/');
const arrangement: Arrangement = { grouping: 'none', sorting: 'title', filter: '' };

const stories = [
  summary({
    title: 'Retry storm',
    uri: 'file:///stories/checkout/retry.star.md',
    company: 'amazon',
    level: 'senior',
    principles: ['dive-deep', 'Ownership'],
    tags: ['queue'],
    status: 'ready',
    date: '2026-02-01',
    seconds: 200,
    readiness: 90,
  }),
  summary({
    title: 'Expired certificate',
    uri: 'file:///stories/platform/edge/certificate.star.md',
    company: 'google',
    level: 'sde1',
    questions: ['Tell me about a time you dealt with downtime.'],
    status: 'draft',
    date: '2026-03-01',
    seconds: 90,
    readiness: 30,
  }),
  summary({
    title: 'Loose notes',
    uri: 'file:///stories/notes.star.md',
    principles: ['Ownership'],
    readiness: 30,
  }),
];

function modelOf(change: Partial<Arrangement>, of: readonly StorySummary[] = stories): OutlineModel {
  const model = new OutlineModel({ ...arrangement, ...change }, folderOf);
  model.replace(of);
  return model;
}

/** Groups as "label: titles", which a person can read in a failure; stories alone where there are no groups. */
function shown(change: Partial<Arrangement>, of?: readonly StorySummary[]): string[] {
  const model = modelOf(change, of);
  return model.roots().map((node) =>
    node.type === 'group'
      ? `${node.label}: ${model
          .childrenOf(node)
          .map(({ story }) => story.title)
          .join(', ')}`
      : node.story.title,
  );
}

describe('the groups', () => {
  it.each([
    ['company', ['Amazon: Retry storm', 'Google: Expired certificate', 'No company: Loose notes']],
    [
      'principle',
      ['Dive deep: Retry storm', 'Ownership: Loose notes, Retry storm', 'No principle: Expired certificate'],
    ],
    ['level', ['SDE 1: Expired certificate', 'SDE 2: Loose notes', 'Senior: Retry storm']],
    ['folder', ['Top folder: Loose notes', 'checkout: Retry storm', 'platform/edge: Expired certificate']],
    ['status', ['Draft: Expired certificate', 'Ready: Retry storm', 'No status: Loose notes']],
    [
      'question',
      [
        'Tell me about a time you dealt with downtime.: Expired certificate',
        'No question: Loose notes, Retry storm',
      ],
    ],
    [
      'strength',
      ['Ready to tell (85 and up): Retry storm', 'Just started (under 40): Expired certificate, Loose notes'],
    ],
    ['none', ['Expired certificate', 'Loose notes', 'Retry storm']],
  ] as const)('by %s', (grouping, expected) => {
    expect(shown({ grouping })).toEqual(expected);
  });

  it.each([
    ['title', 'Expired certificate, Loose notes, Retry storm'],
    // The least ready first, and by title where they are level.
    ['readiness', 'Expired certificate, Loose notes, Retry storm'],
    ['time', 'Retry storm, Loose notes, Expired certificate'],
    // The newest first; what has no date comes last.
    ['date', 'Expired certificate, Retry storm, Loose notes'],
  ] as const)('sorted by %s', (sorting, expected) => {
    expect(shown({ sorting }).join(', ')).toEqual(expected);
  });

  it('gives every group an id of its own', () => {
    for (const grouping of groupings) {
      const ids = modelOf({ grouping })
        .roots()
        .map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('puts a story that names a principle twice into its group once', () => {
    const twice = [summary({ title: 'A', principles: ['ownership', 'Ownership'] })];
    expect(shown({ grouping: 'principle' }, twice)).toEqual(['Ownership: A']);
  });

  it('takes a principle by its id and by its name as one', () => {
    const two = [
      summary({ title: 'A', principles: ['Dive Deep'] }),
      summary({ title: 'B', principles: ['dive-deep'] }),
    ];
    expect(shown({ grouping: 'principle' }, two)).toEqual(['Dive Deep: A, B']);
  });

  it('keeps what cannot be read out of the strengths', () => {
    const broken = [summary({ title: 'A', problem: 'No access.', readiness: 0 })];
    expect(shown({ grouping: 'strength' }, broken)).toEqual(['Cannot be read: A']);
  });

  it('shows no group when the filter leaves nothing', () => {
    for (const grouping of groupings) expect(shown({ grouping, filter: 'kernel' })).toEqual([]);
  });
});

describe('matchesFilter', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['RETRY', true],
    ['storm retry', true],
    ['queue', true],
    ['dive deep', true],
    ['dive-deep', true],
    ['amazon senior', true],
    ['retry google', false],
    ['draft', false],
  ])('%j', (filter, expected) => {
    expect(matchesFilter(stories[0]!, filter)).toBe(expected);
  });
});

describe('stories that were only listed so far', () => {
  const listed = summary({ title: 'Aardvark outage', isReviewed: false, readiness: 0 });
  const modelOf = (change: Partial<Arrangement>): OutlineModel => {
    const model = new OutlineModel({ ...arrangement, ...change }, folderOf);
    model.replace([listed, ...stories]);
    return model;
  };

  it('have a group of their own, the last, where stories are divided by strength', () => {
    const groups = modelOf({ grouping: 'strength' }).roots();
    expect(groups.map((node) => node.type === 'group' && node.label)).toEqual([
      'Ready to tell (85 and up)',
      'Just started (under 40)',
      'Not read yet',
    ]);
  });

  it('come last where those that need most work come first, and move as soon as they are read', () => {
    const model = modelOf({ sorting: 'readiness' });
    const titles = (): string[] =>
      model.roots().map((node) => (node.type === 'story' ? node.story.title : node.label));
    expect(titles()).toEqual(['Expired certificate', 'Loose notes', 'Retry storm', 'Aardvark outage']);
    model.update([[listed.uri, { ...listed, isReviewed: true, readiness: 10 }]]);
    expect(titles()).toEqual(['Aardvark outage', 'Expired certificate', 'Loose notes', 'Retry storm']);
  });

  it('are found by the filter', () => {
    expect(matchesFilter(listed, 'aardvark')).toBe(true);
  });
});
