import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { coverageOf, mostAlone, scoreOf, strengthOf } from '../../../server/src/library/coverage';
import { topicSets, type OwnTopics } from '../../../server/src/library/coverageTargets';
import type { OwnPrincipleSet } from '../../../server/src/library/ownPrinciples';
import type { StorySummary } from '../../../server/src/protocol';
import { evidenceKinds } from '../../../server/src/rubric/ids';
import { questions } from '../../../server/src/rubric/questions';
import { summary } from '../client/summaries';

const none: OwnTopics = { principleSets: [], questions: [] };

/** A set of one's own whose principles ask for one kind of evidence each, so that a test says all there is to say. */
const house: OwnPrincipleSet = {
  company: 'Initech',
  title: 'House rules',
  principles: (['fix', 'metric', 'impact', 'prevention', 'reflection'] as const).map((kind) => ({
    id: `initech/${kind}`,
    name: `Love ${kind}`,
    meaning: '',
    evidence: { [kind]: 3 },
    incidentFit: 'often' as const,
  })),
};
const own: OwnTopics = { principleSets: [house], questions: [] };

function coverage(stories: readonly StorySummary[], target = 'own/Initech') {
  return coverageOf(stories, own, target);
}

/** A story that shows kinds of evidence, with all else in order. */
function shows(title: string, evidence: readonly string[], more: Partial<StorySummary> = {}): StorySummary {
  return summary({ title, evidence, readiness: 100, ...more });
}

describe('the score of a story for a topic', () => {
  it.each([
    ['all of it, and all else in order', ['diagnosis', 'root-cause', 'validation'], 100, 100],
    ['all of it, in a story that is not told well yet', ['diagnosis', 'root-cause', 'validation'], 0, 60],
    ['all of it, halfway', ['diagnosis', 'root-cause', 'validation'], 50, 80],
    ['what carries half of it', ['diagnosis', 'validation'], 100, 63],
    ['what only supports it', ['validation'], 100, 25],
    ['nothing of it', ['metric'], 100, 0],
  ])('is for %s', (_, evidence, readiness, score) => {
    const topic = { evidence: { diagnosis: 3, 'root-cause': 3, validation: 2 } as const };
    expect(scoreOf({ evidence, readiness }, topic, false)).toBe(score);
  });

  it('takes the writer’s word where nobody has said what proves the topic', () => {
    expect(scoreOf({ evidence: [], readiness: 80 }, { evidence: {} }, true)).toBe(80);
    expect(scoreOf({ evidence: [], readiness: 80 }, { evidence: {} }, false)).toBe(0);
  });
});

describe('the strength', () => {
  it.each([
    // score, named, for often, sometimes, rarely
    [100, true, 's', 's', 's'],
    [70, true, 's', 's', 's'],
    [69, true, 'f', 'f', 'f'],
    [45, true, 'f', 'f', 'f'],
    [44, true, 'w', 'w', 'w'],
    [25, true, 'w', 'w', 'w'],
    [24, true, 'c', 'c', 'c'],
    [0, true, 'c', 'c', 'c'],
    [100, false, 'f', 'w', 'n'],
    [69, false, 'w', 'w', 'n'],
    [44, false, 'n', 'n', 'n'],
    [0, false, 'n', 'n', 'n'],
  ] as const)('of a score of %d, named %s, is %s, %s, %s', (score, isNamed, often, sometimes, rarely) => {
    expect(strengthOf(score, isNamed, 'often')).toBe(often);
    expect(strengthOf(score, isNamed, 'sometimes')).toBe(sometimes);
    expect(strengthOf(score, isNamed, 'rarely')).toBe(rarely);
  });

  it('never falls with the score, nor when the front matter names the topic', () => {
    const order = 'ncwfs';
    const fits = fc.constantFrom('often' as const, 'sometimes' as const, 'rarely' as const);
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(score, score, fits, fc.boolean(), (a, b, fit, isNamed) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const rank = (value: number, named: boolean): number => order.indexOf(strengthOf(value, named, fit));
        expect(rank(high, isNamed)).toBeGreaterThanOrEqual(rank(low, isNamed));
        expect(rank(low, true)).toBeGreaterThanOrEqual(rank(low, false));
      }),
    );
  });
});

describe('the matrix', () => {
  it('has the stories by title, each with a letter a topic', () => {
    const { stories, topics } = coverage([
      shows('beta', ['fix', 'metric'], { principles: ['love fix'] }),
      shows('Alpha', [], { principles: ['Love Metric', 'Something else'] }),
    ]);
    expect(topics.map(({ name }) => name)).toEqual(house.principles.map(({ name }) => name));
    expect(stories.map(({ title, strengths, named }) => [title, strengths, named])).toEqual([
      ['Alpha', 'ncnnn', [1]],
      ['beta', 'sfnnn', [0]],
    ]);
  });

  it('leaves out what could not be read', () => {
    expect(coverage([summary({ problem: 'This is no text.' })]).stories).toEqual([]);
  });

  it('names each gap', () => {
    const { topics } = coverage([
      shows('one', ['fix', 'prevention'], { principles: ['Love impact'] }),
      shows('two', ['prevention'], { readiness: 0 }),
      shows('three', ['metric'], { readiness: 0 }),
    ]);
    expect(topics.map(({ gap, gapText }) => [gap, gapText])).toEqual([
      [null, null],
      ['weak', 'Only weak stories for Love metric.'],
      ['claimed', 'Love impact is claimed, but no story proves it.'],
      [null, null],
      ['nothing', 'Nothing for Love reflection.'],
    ]);
  });

  it('marks a story that alone carries too much, and asks for a second one', () => {
    const all = ['fix', 'metric', 'impact', 'prevention', 'reflection'];
    const alone = coverage([shows('Atlas', all)]);
    expect(all.length).toBeGreaterThan(mostAlone);
    expect(alone.stories[0]?.alone).toEqual([0, 1, 2, 3, 4]);
    expect(alone.health.map(({ text }) => text)).toContain(
      '“Atlas” alone carries 5 principles: have a second story for some of them.',
    );
    expect(alone.next[0]).toMatchObject({
      action: 'write',
      text: 'Write a second story for Love fix.',
      reason: 'Only “Atlas” carries it, and 4 others with it.',
    });
    const shared = coverage([shows('Atlas', all), shows('Helper', ['fix', 'metric'])]);
    expect(shared.stories.map(({ alone: topics }) => topics)).toEqual([[], []]);
  });

  it('is the same however the stories come', () => {
    const stories = ['fix', 'metric', 'impact'].map((kind, index) =>
      shows(`Story ${index % 2}`, [kind], { uri: `file:///${kind}.star.md` }),
    );
    expect(coverage([...stories].reverse())).toEqual(coverage(stories));
  });
});

describe('the target', () => {
  const amazonStory = shows('a', [], { company: 'AWS' });
  it.each([
    ['what was asked for', [amazonStory], 'meta', 'meta'],
    ['the company that most stories aim at, by any of its names', [amazonStory, shows('b', [], { company: 'google' }), shows('c', [], { company: 'Amazon' })], undefined, 'amazon'], // prettier-ignore
    ['a set of one’s own that the stories aim at', [shows('a', [], { company: 'initech' })], undefined, 'own/Initech'], // prettier-ignore
    ['another one where that is gone', [shows('b', [], { company: 'google' })], 'own/Gone', 'google'],
    ['the first one where there is no story', [], undefined, 'amazon'],
  ])('is %s', (_, stories, wanted, id) => {
    expect(coverageOf(stories, own, wanted).target.id).toBe(id);
  });

  it('tells when a list took its form, when it was checked, where, and whether that is first-hand', () => {
    const companies = topicSets(none).filter(({ target }) => target.kind === 'company');
    expect(companies.map(({ target }) => [target.id, target.firstHand])).toEqual([
      ['amazon', true],
      ['google', true],
      ['meta', false],
      ['microsoft', false],
    ]);
    for (const { target } of companies) {
      expect(target.source).toBeTruthy();
      expect(target.checked).toMatch(/^\d{4}-\d{2}$/);
    }
  });

  it('holds every question of the bank in one group', () => {
    const sets = topicSets(none);
    const groups = sets.find(({ target }) => target.id === 'questions')!;
    const members = groups.topics.flatMap(({ id }) =>
      sets.find(({ target }) => target.id === `questions/${id}`)!.topics.map((topic) => topic.id),
    );
    expect([...members].sort()).toEqual(questions.map(({ id }) => id).sort());
  });

  it('asks a story that names a question for the evidence of that question', () => {
    const question = questions.find(({ id }) => id === 'caused-an-outage')!;
    const story = shows('a', question.evidence, { questions: [question.text.toUpperCase()] });
    const { topics, stories } = coverageOf([story], none, 'questions/failure');
    expect(stories[0]?.strengths[topics.findIndex(({ id }) => id === question.id)]).toBe('s');
  });

  it('has the user’s own questions, where there are any', () => {
    const mine = { id: 'mine', text: 'What broke?', principles: [], evidence: ['impact' as const], tags: [] };
    const { target, topics } = coverageOf([], { principleSets: [], questions: [mine] }, 'questions/own');
    expect(target).toMatchObject({ name: 'Your own questions', title: '1 question', about: 'questions' });
    expect(topics[0]?.gapText).toBe('Nothing for “What broke?”.');
  });
});

describe('the health and the advice', () => {
  it('counts what a bank of stories lives on', () => {
    const few = coverage([
      shows('one', ['metric', 'fix'], { tags: ['Failure'] }),
      shows('two', [], { readiness: 69 }),
    ]);
    expect(few.health).toEqual([
      { text: '2 of 5 principles have a fair or strong story.', isGood: false },
      { text: '2 stories: a day of interviews asks for 8 to 12.', isGood: false },
      { text: '1 with a readiness of 70 or more: have at least 5.', isGood: false },
      { text: '1 with a figure for the result: have at least 2.', isGood: false },
      { text: '1 about a failure or mistake of your own, as its question or tags say.', isGood: true },
    ]);
    const many = Array.from({ length: 9 }, (_, index) =>
      shows(`story ${index}`, evidenceKinds, { questions: ['Tell me about a time you failed.'] }),
    );
    expect(coverage(many).health.every(({ isGood }) => isGood)).toBe(true);
    expect(coverage(many).next).toEqual([]);
    expect(coverage([]).health).toEqual([]);
  });

  it('begins with what an incident often shows and the bank asks for most, where there is nothing', () => {
    const { next, topics } = coverageOf([], none, 'amazon');
    expect(next.map(({ text }) => text)).toEqual([
      'Write a story for Ownership.',
      'Write a story for Earn Trust.',
    ]);
    expect(next[0]?.reason).toMatch(
      /^No story carries it; stories of incidents often can, and \d+ questions ask for it\. Tell scope and choice to act, prevention and root cause\.$/,
    );
    expect(topics[next[0]!.topic]?.name).toBe('Ownership');
  });

  it('has the story that comes nearest prove what is only claimed', () => {
    const { next } = coverageOf(
      [
        shows('near', ['diagnosis'], { principles: ['Earn Trust'], readiness: 10 }),
        shows('far', ['collaborators'], { readiness: 10 }),
        ...['Customer Obsession', 'Ownership', 'Insist on the Highest Standards', 'Bias for Action', 'Dive Deep', 'Deliver Results'].map((name) => shows(name, ['impact', 'mitigation', 'scope', 'prevention', 'root-cause', 'diagnosis', 'metric', 'business-value'], { principles: [name] })), // prettier-ignore
      ],
      none,
      'amazon',
    );
    const advice = next.find(({ text }) => text.includes('Earn Trust'));
    expect(advice).toMatchObject({
      action: 'strengthen',
      uri: 'file:///stories/near.star.md',
      text: 'Make “near” prove Earn Trust.',
    });
    expect(advice?.reason).toMatch(/It still lacks communication during the incident, who else responded/);
  });

  it('has a story retold that proves what it is not told for', () => {
    const rarely: OwnPrincipleSet = {
      ...house,
      principles: [{ ...house.principles[0]!, incidentFit: 'sometimes' }],
    };
    const { next } = coverageOf(
      [shows('ready', ['fix'])],
      { ...own, principleSets: [rarely] },
      'own/Initech',
    );
    expect(next).toMatchObject([{ action: 'retell', text: 'Retell “ready” for Love fix.' }]);
  });

  it('never advises what does not exist, whatever the library', () => {
    const names = topicSets(own).flatMap(({ topics }) => topics.map(({ name }) => name));
    const story = fc.record({
      title: fc.string({ maxLength: 8 }),
      evidence: fc.subarray([...evidenceKinds]),
      readiness: fc.integer({ min: 0, max: 100 }),
      principles: fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    });
    const targets = fc.constantFrom(...topicSets(own).map(({ target }) => target.id));
    fc.assert(
      fc.property(fc.array(story, { maxLength: 5 }), targets, (parts, target) => {
        const library = parts.map((part, index) => summary({ ...part, uri: `file:///${index}.star.md` }));
        const { topics, stories, next } = coverageOf(library, own, target);
        for (const { strengths, scores } of stories) {
          expect(strengths).toMatch(new RegExp(`^[ncwfs]{${topics.length}}$`));
          expect(scores.every((score) => score >= 0 && score <= 100)).toBe(true);
        }
        for (const { topic, uri } of next) {
          expect(topics[topic]).toBeDefined();
          if (uri !== null) expect(stories.map((row) => row.uri)).toContain(uri);
        }
        for (const [index, { gap }] of topics.entries())
          expect(gap === null).toBe(stories.some(({ strengths }) => /[fs]/.test(strengths[index]!)));
      }),
    );
  });
});
