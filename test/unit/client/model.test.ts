import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupings, sortings, type Arrangement, type Grouping } from '../../../client/src/outline/grouping';
import { OutlineModel, type OutlineChange } from '../../../client/src/outline/model';
import type { StorySummary } from '../../../server/src/protocol';
import { summary } from './summaries';

const folderOf = (uri: string): string => uri.split('/').slice(4, -1).join('/');
const companies = ['amazon', 'google', 'meta', 'microsoft'];
const principles = ['Ownership', 'Dive Deep', 'Earn Trust', 'Bias for Action', 'Frugality'];

/** One of many stories, like no other and the same in each run. */
function story(number: number, change: Partial<StorySummary> = {}): StorySummary {
  return summary({
    title: `Story ${number}`,
    uri: `file:///stories/${number % 40}/story-${number}.star.md`,
    company: companies[number % 4]!,
    principles: [principles[number % 5]!, principles[(number + 1) % 5]!],
    readiness: (number * 37) % 101,
    ...change,
  });
}

/** Stories that count how often something is read of them. */
function watched(count: number): { stories: StorySummary[]; reads: () => number } {
  let reads = 0;
  const stories = Array.from(
    { length: count },
    (_, number) =>
      new Proxy(story(number), {
        get: (target, key) => {
          reads++;
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  return {
    stories,
    reads: () => {
      const before = reads;
      reads = 0;
      return before;
    },
  };
}

function modelOf(stories: readonly StorySummary[], change: Partial<Arrangement> = {}): OutlineModel {
  const model = new OutlineModel({ grouping: 'company', sorting: 'title', filter: '', ...change }, folderOf);
  model.replace(stories);
  return model;
}

/** All lines as a person sees them who has opened every group. */
function lines(model: OutlineModel): string[] {
  return model.roots().flatMap((node) => {
    if (node.type === 'story') return [node.story.title];
    return [
      `${node.label} (${node.count})`,
      ...model.childrenOf(node).map((line) => `  ${line.story.title} ${line.story.readiness}`),
    ];
  });
}

function names(change: OutlineChange): string[] | 'everything' {
  return change === 'everything'
    ? change
    : change.map((node) => (node.type === 'group' ? node.label : node.story.title)).sort();
}

describe('what is drawn again when one story changes', () => {
  it.each<[string, Grouping, Partial<StorySummary>, string[] | 'everything']>([
    ['its line, where it stays in its place', 'company', { readiness: 1 }, ['Story 5']],
    ['its lines, where it stands in two groups', 'principle', { readiness: 1 }, ['Story 5', 'Story 5']],
    ['its group, where it moves in it', 'company', { title: 'A first one' }, ['Google']],
    ['the groups that it leaves and enters', 'company', { company: 'meta' }, ['Google', 'Meta']],
    ['everything, where a group comes', 'company', { company: 'initech' }, 'everything'],
    ['its line alone, without groups', 'none', { readiness: 1 }, ['Story 5']],
    ['everything, where it moves without groups', 'none', { title: 'A first one' }, 'everything'],
  ])('%s', (_what, grouping, change, expected) => {
    const model = modelOf(
      Array.from({ length: 12 }, (_, number) => story(number)),
      { grouping },
    );
    lines(model);
    expect(names(model.update([[story(5).uri, story(5, change)]]))).toEqual(expected);
  });

  it('is the group that it is gone from, or everything where it was the last', () => {
    const model = modelOf([story(0), story(4), story(1)]);
    lines(model);
    expect(names(model.update([[story(4).uri, undefined]]))).toEqual(['Amazon']);
    expect(names(model.update([[story(0).uri, undefined]]))).toBe('everything');
    expect(lines(model)).toEqual(['Google (1)', `  Story 1 ${story(1).readiness}`]);
  });

  it('is nothing, where its group was never opened', () => {
    expect(modelOf([story(0), story(1)]).update([[story(0).uri, story(0, { readiness: 3 })]])).toEqual([]);
  });
});

describe('a model that was changed step by step', () => {
  const change = fc.record({
    number: fc.integer({ min: 0, max: 15 }),
    story: fc.option(
      fc.record({
        company: fc.constantFrom('amazon', 'google', null),
        title: fc.constantFrom('A', 'B', 'C', 'D'),
        readiness: fc.integer({ min: 0, max: 100 }),
        principles: fc.subarray(principles.slice(0, 3)),
      }),
      { nil: undefined },
    ),
  });

  it('shows what one shows that was made anew', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...groupings),
        fc.constantFrom(...sortings),
        fc.constantFrom('', 'a', 'ownership'),
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }),
        (grouping, sorting, filter, rounds) => {
          const known = new Map([0, 1, 2, 3].map((number) => [story(number).uri, story(number)]));
          const model = modelOf([...known.values()], { grouping, sorting, filter });
          for (const round of rounds) {
            const changes = new Map(
              round.map(
                ({ number, story: made }) => [story(number).uri, made && story(number, made)] as const,
              ),
            );
            for (const [uri, made] of changes) {
              if (made) known.set(uri, made);
              else known.delete(uri);
            }
            model.update(changes);
            expect(lines(model)).toEqual(lines(modelOf([...known.values()], { grouping, sorting, filter })));
          }
        },
      ),
    );
  });

  it('goes on using the lines that the editor knows', () => {
    const model = modelOf([story(0), story(1)]);
    const before = model
      .roots()
      .flatMap((node) => (node.type === 'group' ? [node, ...model.childrenOf(node)] : [node]));
    model.replace([story(0, { readiness: 99 }), story(1)]);
    const after = model
      .roots()
      .flatMap((node) => (node.type === 'group' ? [node, ...model.childrenOf(node)] : [node]));
    expect(after).toHaveLength(before.length);
    after.forEach((node, index) => expect(node).toBe(before[index]));
    expect(model.linesOf(story(0).uri)[0]?.story.readiness).toBe(99);
  });
});

describe('the work for a large library', () => {
  const size = 10_000;

  it('reads of each story its groups at first, and sorts only groups that are opened', () => {
    const { stories, reads } = watched(size);
    const model = modelOf(stories);
    const forGroups = reads();
    expect(forGroups).toBeLessThanOrEqual(8 * size);
    const [first] = model.roots();
    expect(model.childrenOf(first as never)).toHaveLength(size / 4);
    // To sort n stories takes about n log n comparisons, each of which reads two titles.
    expect(reads()).toBeLessThan(4 * (size / 4) * Math.log2(size / 4));
    model.childrenOf(first as never);
    model.roots();
    expect(reads()).toBe(0);
  });

  it.each<[string, Partial<StorySummary>, number]>([
    ['stays in its place', { readiness: 1 }, 8],
    // A comparison of titles reads four fields at most, and there are as many as a number can be halved.
    ['moves', { title: 'A first one' }, 8 + 4 * Math.ceil(Math.log2(size))],
    ['goes to another group', { company: 'meta' }, 8 + 4 * Math.ceil(Math.log2(size))],
  ])('reads next to nothing of the others when one story %s', (_what, change, most) => {
    const { stories, reads } = watched(size);
    const model = modelOf(stories);
    lines(model);
    reads();
    model.update([[story(5001).uri, story(5001, change)]]);
    expect(reads()).toBeLessThanOrEqual(most);
  });
});
