import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptOf, sectionBudgets } from '../../../server/src/library/rehearsal';
import { createReviewer } from '../../../server/src/review/reviewStory';
import type { Review } from '../../../server/src/review/review';
import { sectionKinds, type SectionKind } from '../../../server/src/rubric/ids';
import { spokenTimeBudgets } from '../../../server/src/rubric/sections';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const reviewOf = (text: string): Review => reviewer.review(parseStory(text));
const root = join(import.meta.dirname, '..', '..', '..');
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.star.md'))
  .map((path) => join('examples', path));

/** The cues of one sentence as its section's only one. */
const cuesIn = (section: string, sentence: string): readonly string[] =>
  scriptOf(reviewOf(`## ${section}\n\n${sentence}\n`), spokenTimeBudgets)[0]?.cues ?? [];

describe('cues', () => {
  it.each([
    ['Situation', 'At noon p95 went from 280 ms to 6.4 s.', ['At noon p95 went from 280 ms to 6.4 s']],
    ['Situation', 'That was about 4,200 carts.', ['about 4,200 carts']],
    ['Action', 'I declared the incident at 12:04 and put the customers before the puzzle.', ['declared the incident at 12:04']], // prettier-ignore
    [
      'Action',
      'With checkout stable, I wrote a migration that builds the index online.',
      ['wrote a migration'],
    ],
    ['Action', 'I did not restart the database.', ['did not restart the database']],
    ['Result', 'Double charges went from 54 a minute to zero.', ['Double charges went from 54 a minute to zero']], // prettier-ignore
    ['Task', 'I decided to see the whole repair through.', ['see the whole repair through']],
    ['Action', 'I changed {{what}}.', []],
  ])('of a sentence in %s: %s', (section, sentence, expected) => {
    expect(cuesIn(section, sentence)).toEqual(expected);
  });

  it.each(examples)('of %s are words of its sentences, few of them and none left hanging', (file) => {
    const review = reviewOf(readFileSync(join(root, file), 'utf8'));
    for (const { kind, cues } of scriptOf(review, spokenTimeBudgets)) {
      const told = review.sentences.filter(({ section }) => (section ?? null) === kind);
      expect(cues.length).toBeLessThanOrEqual(7);
      for (const cue of cues) {
        expect(told.some(({ sentence }) => sentence.text.includes(cue))).toBe(true);
        expect(cue.split(/\s+/).length).toBeGreaterThanOrEqual(2);
        expect(cue.split(/\s+/).length).toBeLessThanOrEqual(10);
        expect(cue).not.toMatch(/(?:^[\s,.;:]|[\s,;:]$|\s(?:the|a|an|of|to|and|with|for|from|by)$)/);
      }
    }
  });
});

describe('the script', () => {
  it('holds all that is told, in order, and nothing else', () => {
    for (const file of examples) {
      const review = reviewOf(`${readFileSync(join(root, file), 'utf8')}\n## Follow-ups\n\nNot told.\n`);
      const said = scriptOf(review, spokenTimeBudgets).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
      );
      expect([...said].sort()).toEqual(review.sentences.map(({ sentence }) => sentence.text).sort());
      expect(said).not.toContain('Not told.');
    }
  });

  it('takes as long as the story, at the rate that is set', () => {
    const review = reviewOf(readFileSync(join(root, examples[0]!), 'utf8'));
    const sum = (seconds: readonly number[]): number => seconds.reduce((all, each) => all + each, 0);
    expect(sum(scriptOf(review, spokenTimeBudgets).map(({ seconds }) => seconds))).toBeCloseTo(review.timing.total);
    const slower = scriptOf(review, { ...spokenTimeBudgets, wordsPerMinute: 75 });
    expect(sum(slower.map(({ seconds }) => seconds))).toBeCloseTo(2 * review.timing.total);
  }); // prettier-ignore

  it.each([
    ['an empty text', '', []],
    ['sections without a sentence', '## Situation\n\n## Action\n\nI rolled it back.\n', ['Action']],
    ['a section that stands twice', '## Actions\n\nI rolled it back.\n\n## Results\n\nIt held.\n\n## Action\n\nI tested it.\n', ['Actions', 'Results']], // prettier-ignore
    ['text outside', 'Before.\n\n## Action\n\nI rolled it back.\n', ['Outside the sections', 'Action']],
  ])('of %s', (_, text, names) => {
    expect(scriptOf(reviewOf(text), spokenTimeBudgets).map(({ name }) => name)).toEqual(names);
  });
});

describe('section budgets', () => {
  it('keep a story within its limits', () => {
    const budgets = sectionBudgets(sectionKinds, spokenTimeBudgets);
    const rounded = Object.fromEntries(
      Object.entries(budgets).map(([kind, time]) => [kind, Math.round(time)]),
    );
    expect(rounded).toEqual({ situation: 33, task: 17, action: 132, result: 31, reflection: 27 });
  });

  it.each<[string, SectionKind[], object]>([
    ['some sections', ['situation', 'action', 'result'], {}],
    ['the Action alone', ['action'], {}],
    ['no Action', ['situation', 'result'], {}],
    ['a setup longer than the story', [...sectionKinds], { setupSeconds: 900 }],
    ['an Action that is to be all', [...sectionKinds], { actionShareMinimum: 1 }],
    ['no least Action', [...sectionKinds], { actionShareMinimum: 0 }],
  ])('add up to the whole with %s, and none is negative', (_, present, limits) => {
    const budgets = sectionBudgets(present, { ...spokenTimeBudgets, ...limits });
    const times = Object.values(budgets);
    expect(times.reduce((sum, time) => sum + time, 0)).toBeCloseTo(240);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
    for (const kind of present) expect(budgets[kind]).toBeGreaterThan(0);
  });
});
