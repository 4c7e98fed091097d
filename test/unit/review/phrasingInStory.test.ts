import { describe, expect, it } from 'vitest';
import type { Levels } from '../../../server/src/context/storyJudge';
import { createReading } from '../../../server/src/prose/reading';
import { PhrasingOpinions, type JudgedAlone } from '../../../server/src/review/phrasingHits';
import { readSentences } from '../../../server/src/prose/sentences';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { createSentenceReviewer } from '../../../server/src/review/sentenceReview';
import { isPhrasingRuleId, type PhrasingRuleId } from '../../../server/src/rubric/ids';
import { phrasingRules } from '../../../server/src/rules';
import type { PhrasingRule } from '../../../server/src/rules/rule';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const thresholds = (): Levels => ({ sure: 0.9, balanced: 0.7, lenient: 0.5 });

/** A judgement that gives one rule a probability, and all else none. */
function judged(rule: PhrasingRuleId, probability: number): JudgedAlone {
  return { certainty: (label) => (label === rule ? probability : 0), explain: () => [] };
}

/** A rule that answers as it is told, and what it was asked. */
function ruleThat(
  answers: Partial<Pick<PhrasingRule, 'raises' | 'vetoes' | 'raisesFrom' | 'locate'>>,
): PhrasingRule {
  const known = phrasingRules.find(({ id }) => id === 'panic')!;
  return {
    ...known,
    raises: () => false,
    vetoes: () => false,
    locate: () => ({ span: { start: 0, end: 1 }, message: 'Here.' }),
    ...answers,
  };
}

const reading = createReading('Everybody ran about.', 'action');

describe('the grade of a finding', () => {
  it.each([
    ['sure', 0.95, ruleThat({})],
    ['likely', 0.8, ruleThat({})],
    ['possible', 0.6, ruleThat({})],
    [undefined, 0.4, ruleThat({})],
    [undefined, 0.4, ruleThat({ raises: () => true })],
    [undefined, 0.95, ruleThat({ vetoes: () => true })],
  ] as const)('in a story is %s at %f', (expected, inStory, rule) => {
    const opinions = new PhrasingOpinions(reading, judged('panic', 0.5), () => undefined, [rule]);
    const [hit] = opinions.hits(judged('panic', inStory), thresholds);
    expect(hit?.certainty).toBe(expected);
  });

  it.each([
    ['sure', 0.95, ruleThat({})],
    ['likely', 0.4, ruleThat({ raises: () => true })],
    ['likely', 0.55, ruleThat({ raises: () => true })],
    [undefined, 0.1, ruleThat({ raises: () => true })],
    ['likely', 0.1, ruleThat({ raises: () => true, raisesFrom: 0.05 })],
    [undefined, 0.95, ruleThat({ vetoes: () => true })],
  ] as const)('of a sentence alone is %s at %f', (expected, probability, rule) => {
    const alone = judged('panic', probability);
    const [hit] = new PhrasingOpinions(reading, alone, () => undefined, [rule]).hits(alone, thresholds);
    expect(hit?.certainty).toBe(expected);
  });

  it('asks a rule each question once, however often the neighbours change', () => {
    let asked = 0;
    const rule = ruleThat({ raises: () => true, vetoes: () => false });
    const alone = judged('panic', 0.4);
    const opinions = new PhrasingOpinions(reading, alone, () => asked++, [rule]);
    for (let turn = 0; turn < 2; turn++) {
      opinions.hits(alone, thresholds);
      for (const probability of [0.1, 0.4, 0.8, 0.95, 0.6, 0.1, 0.95])
        opinions.hits(judged('panic', probability), thresholds);
    }
    expect(asked).toBe(3);
  });

  it('tells of a rule that throws once, and lets the others speak', () => {
    const broken = ruleThat({
      locate: () => {
        throw new Error('lost');
      },
    });
    const opinions = new PhrasingOpinions(reading, judged('panic', 0.8), () => undefined, [
      broken,
      ruleThat({}),
    ]);
    for (let turn = 0; turn < 3; turn++)
      expect(opinions.hits(judged('panic', 0.8), thresholds)).toHaveLength(1);
    expect(opinions.faults.map(({ rule }) => rule)).toEqual(['panic']);
  });
});

describe('a story', () => {
  const judge = shippedJudge();
  const weak = 'We figured out the root cause together.';
  const text = `## Situation\n\nCheckout failed for 9% of our users for 20 minutes.\n\n## Action\n\nI rolled the release back within 4 minutes. ${weak} I told Support every ten minutes.\n\n## Result\n\nErrors fell from 9% to 0.1%.\n`;
  const long = text.replace(
    '## Result\n\n',
    'I compared the two releases and found a query without an index. I added the index and a load test for it.\n\n## Result\n\nSupport counted 4 complaints instead of 90 that week. ',
  );

  it('has findings whose first rewrite cures them in their place', () => {
    const reviewer = createReviewer(judge);
    const finding = reviewer.review(parseStory(long)).findings.find(({ rule }) => rule === 'we-action')!;
    const cured = applyEdits(long, finding.rewrites()[0]!.edits);
    const left = reviewer.review(parseStory(cured)).findings.map(({ rule }) => rule);
    expect(left).not.toContain('we-action');
  });

  it('is judged the same whether it is read at once or typed', () => {
    const typed = createReviewer(judge);
    let story = parseStory('');
    for (let end = 0; end < long.length; end += 40) {
      story = parseStory(long.slice(0, end), story);
      typed.review(story);
    }
    const found = ({ findings }: ReturnType<typeof typed.review>): unknown[] =>
      findings.map(({ rule, span, certainty }) => [rule, span, certainty]);
    expect(found(typed.review(parseStory(long, story)))).toEqual(
      found(createReviewer(judge).review(parseStory(long))),
    );
  });

  it('of a few sentences is judged sentence by sentence', () => {
    const alone = createSentenceReviewer(judge);
    const expected = readSentences(parseStory(text)).flatMap((sentence) =>
      alone.review(sentence.text, sentence.section).hits.map(({ rule, certainty }) => [rule.id, certainty]),
    );
    const found = createReviewer(judge).review(parseStory(text)).findings;
    const phrasing = found.filter(({ rule }) => isPhrasingRuleId(rule));
    expect(expected.length).toBeGreaterThan(0);
    // What is only possible is not shown unless the writer wants to see it.
    expect(phrasing.map(({ rule, certainty }) => [rule, certainty])).toEqual(
      expected.filter(([, certainty]) => certainty !== 'possible'),
    );
  });

  it('may have sentences above its first heading', () => {
    const { faults, sentences } = createReviewer(judge).review(parseStory(`A word before.\n\n${long}`));
    expect(faults).toEqual([]);
    expect(sentences[0]!.section).toBeUndefined();
  });
});
