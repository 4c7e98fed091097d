import { describe, expect, it } from 'vitest';
import {
  contextFeatures,
  contextLabels,
  contextWidth,
  cutLogOdds,
} from '../../../server/src/judgement/context';
import { loadJudge, type SectionKind } from '../../../server/src/judgement';
import { labels } from '../../../server/src/judgement/labels';
import { StoryJudge } from '../../../server/src/judgement/story-judge';
import { decodeModel } from '../../../server/src/judgement/weights-file';
import { readWeights } from '../../../server/src/hosts/nodeWeights';
import { shippedWeights } from '../judge';

const bytes = readWeights(shippedWeights);
const judge = loadJudge(bytes);
const model = decodeModel(bytes);

const story: readonly (readonly [SectionKind, string])[] = [
  ['situation', 'The nightly import wrote 4,100 orders twice, because two hosts had started the job.'],
  ['situation', 'DevOps pushed a bad config and took us down.'],
  ['task', 'I was on call and decided to stop the import before looking for the cause.'],
  ['action', 'I paused the job and rolled the release back within four minutes.'],
  ['action', 'We fixed it together.'],
  ['action', 'I emailed the team once the fix was out.'],
  ['result', 'The error rate fell from 9% to 0.1% and stayed there for two weeks.'],
  ['reflection', 'I learned that communication is important.'],
];

/** The same by the definition: each label's weights times the numbers that describe a sentence in its story. */
function byDefinition(told: typeof story): number[][] {
  const { meta, context } = model;
  const { scales, units, biases, slopes, offsets } = meta.context;
  const sections = told.map(([section]) => section);
  const odds = told.map(([section, text]) => {
    const judgement = judge.judge(text, section);
    return Float64Array.from(labels, (label) => cutLogOdds(judgement.certainty(label)));
  });
  return contextFeatures(odds, sections).map((numbers) =>
    contextLabels.map((_, label) => {
      let score = biases[label]!;
      numbers.forEach((value, at) => {
        score += value * scales[at]! * context[label * contextWidth + at]! * units[label]!;
      });
      return 1 / (1 + Math.exp(-(slopes[label]! * score + offsets[label]!)));
    }),
  );
}

describe('StoryJudge', () => {
  const judgements = story.map(([section, text]) => judge.judge(text, section));
  const sections = story.map(([section]) => section);

  it.each([
    ['a story', story],
    ['its middle', story.slice(2, 6)],
    ['the same backwards', [...story].reverse()],
    ['one sentence', story.slice(0, 1)],
  ])('comes to what the definition says: %s', (_, told) => {
    const rows = new StoryJudge(model).judge(
      told.map(([section, text]) => judge.judge(text, section)),
      told.map(([section]) => section),
    );
    const found = rows.flatMap((row) => [...row]);
    const expected = byDefinition(told).flat();
    expect(found).toHaveLength(expected.length);
    found.forEach((certainty, at) => expect(certainty).toBeCloseTo(expected[at]!, 9));
  });

  it('says the same of a story however often and in whichever order stories are judged', () => {
    const storyJudge = new StoryJudge(model);
    const first = storyJudge.judge(judgements, sections);
    storyJudge.judge(judgements.slice(3), sections.slice(3));
    expect(storyJudge.judge(judgements, sections)).toEqual(first);
    for (const index of judgements.keys())
      expect(storyJudge.judgeAt(judgements, sections, index)).toEqual(first[index]);
    expect(storyJudge.judge([], [])).toHaveLength(0);
  });

  it('adds up nothing anew where nothing changed that a sentence depends on', () => {
    const storyJudge = new StoryJudge(model);
    const first = storyJudge.judge(judgements, sections);
    storyJudge.judge(judgements, sections).forEach((row, index) => expect(row).toBe(first[index]));
    const edited = judgements.with(0, judge.judge('The import wrote orders twice.', 'situation'));
    const after = storyJudge.judge(edited, sections);
    // The neighbour hears another voice; the certainties are those of a judge that knows nothing of before.
    expect(after[1]).not.toBe(first[1]);
    expect(after).toEqual(new StoryJudge(model).judge(edited, sections));
  });
});
