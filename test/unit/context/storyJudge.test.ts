import { describe, expect, it } from 'vitest';
import { contextFeatures } from '../../../server/src/context/contextFeatures';
import { type JudgedLabel, judgedLabels } from '../../../server/src/judgement/labels';
import shippedModel from '../../../server/src/context/model.json';
import {
  blockSizes,
  featuresSum,
  readNetwork,
  type StoryModelFile,
} from '../../../server/src/context/network';
import { logOdds, sentenceFeatures } from '../../../server/src/context/sentenceFeatures';
import {
  columnOfLabel,
  createStoryJudge,
  nothingHeard,
  type PlacedSentence,
  type StoryJudge,
} from '../../../server/src/context/storyJudge';
import { readSentenceFigures } from '../../../server/src/figures/changes';
import { createReading } from '../../../server/src/prose/reading';
import { phrasingRuleIds, type SectionKind } from '../../../server/src/rubric/ids';
import { shippedJudge } from '../judge';

const judge = shippedJudge();
const network = readNetwork(shippedModel);

const told: readonly (readonly [SectionKind, string])[] = [
  ['situation', 'The nightly import wrote 4,100 orders twice, because two hosts had started the job.'],
  ['situation', 'DevOps pushed a bad config and took us down.'],
  ['task', 'I was on call and decided to stop the import before looking for the cause.'],
  ['action', 'I paused the job and rolled the release back within four minutes.'],
  ['action', 'We fixed it together.'],
  ['action', 'I emailed the team once the fix was out.'],
  ['result', 'The error rate fell from 9% to 0.1% and stayed there for two weeks.'],
  ['reflection', 'I learned that communication is important.'],
];

function place(storyJudge: StoryJudge, [section, text]: (typeof told)[number]): PlacedSentence {
  const judgement = judge.judge(text, section);
  return {
    section,
    heard: storyJudge.hear(createReading(text, section), judgement, readSentenceFigures(text)),
    // As if one stood below "Mitigation and fix".
    caption: text.startsWith('I paused') ? ['mitigation', 'fix'] : [],
  };
}

/** What the network's weights make of the numbers that a sentence and its story give it, one product after the other. */
function byDefinition(sentences: typeof told, story: readonly PlacedSentence[]): number[] {
  const { hidden, blocks } = network;
  const [toHidden, toOutput, fromHidden, biases, inStory] = blocks as Float32Array[] & { length: 5 };
  const contexts = contextFeatures(
    story.map(({ section, heard, caption }) => ({ section, odds: heard.odds, caption })),
  );
  return sentences.flatMap(([section, text], index) => {
    const own = sentenceFeatures(createReading(text, section), judge.judge(text, section));
    const inputs = [...own, ...contexts[index]!];
    const weigh = (weights: Float32Array, width: number, to: number): number =>
      inputs.reduce((sum, value, input) => sum + value * weights[input * width + to]!, 0);
    const units = Array.from({ length: hidden }, (_, unit) =>
      Math.max(0, biases![unit]! + inStory![unit]! + weigh(toHidden!, hidden, unit)),
    );
    return judgedLabels.map((_, label) => {
      const bias = biases![hidden + label]! + inStory![hidden + label]!;
      const direct = weigh(toOutput!, judgedLabels.length, label);
      const odds = units.reduce(
        (sum, unit, at) => sum + unit * fromHidden![at * judgedLabels.length + label]!,
        bias + direct,
      );
      return 1 / (1 + Math.exp(-odds));
    });
  });
}

describe('the judge of stories', () => {
  const storyJudge = createStoryJudge(shippedModel);
  const story = told.map((sentence) => place(storyJudge, sentence));

  it.each([
    ['a story', told],
    ['its middle', told.slice(2, 6)],
    ['the same backwards', [...told].reverse()],
    ['two sentences', told.slice(0, 2)],
  ])('comes to what the network says: %s', (_, sentences) => {
    const placed = sentences.map((sentence) => place(storyJudge, sentence));
    const found = storyJudge.judge(placed).flatMap((row) => [...row!]);
    const expected = byDefinition(sentences, placed);
    expect(found).toHaveLength(expected.length);
    found.forEach((probability, at) => expect(probability).toBeCloseTo(expected[at]!, 5));
  });

  it('says of a sentence by itself what the network and the judge think on average, of evidence what the network does', () => {
    const [section, text] = told[1]!;
    const judgement = judge.judge(text, section);
    const { heard } = story[1]!;
    const probabilities = storyJudge.judgeAlone(heard)!;
    const deaf = storyJudge.judgeAlone({ ...heard, odds: new Float32Array(judgedLabels.length) })!;
    const odds = (of: Float32Array, label: JudgedLabel): number => {
      const probability = of[columnOfLabel(label)]!;
      return Math.log(probability / (1 - probability));
    };
    const half = logOdds(judgement.certainty('blame')) / 2;
    expect(odds(probabilities, 'blame') - odds(deaf, 'blame')).toBeCloseTo(half, 3);
    expect(odds(probabilities, 'impact')).toBe(odds(deaf, 'impact'));
  });

  it('judges a sentence without a story by itself', () => {
    expect(storyJudge.judge([story[1]!])).toEqual([storyJudge.judgeAlone(story[1]!.heard)]);
    expect(storyJudge.judgeAt([story[1]!], 0)).toEqual(storyJudge.judgeAlone(story[1]!.heard));
    expect(storyJudge.judgeAlone(nothingHeard)).toBeUndefined();
  });

  it('heeds the neighbours', () => {
    const [, , , inStory] = storyJudge.judge(story);
    const single = storyJudge.judgeAlone(story[3]!.heard)!;
    expect(inStory![columnOfLabel('mitigation')]).not.toBe(single[columnOfLabel('mitigation')]);
    expect(inStory![columnOfLabel('handed-off')]).not.toBe(single[columnOfLabel('handed-off')]);
  });

  it('says the same of a story however often and in whichever order stories are judged', () => {
    const first = storyJudge.judge(story);
    for (const index of story.keys()) {
      const turned = [...story.slice(index), ...story.slice(0, index)];
      for (const other of [turned, turned.toReversed(), turned.slice(3)])
        expect(storyJudge.judge(other)).toEqual(createStoryJudge(shippedModel).judge(other));
      expect(storyJudge.judgeAt(story, index)).toEqual(first[index]);
    }
    expect(storyJudge.judge(story)).toEqual(first);
    expect(storyJudge.judge([])).toEqual([]);
  });

  it('adds up nothing anew where nothing changed that a sentence depends on', () => {
    const first = storyJudge.judge(story);
    storyJudge.judge(story).forEach((row, index) => expect(row).toBe(first[index]));
    const edited = story.with(0, place(storyJudge, ['situation', 'The import wrote orders twice.']));
    const after = storyJudge.judge(edited);
    expect(after[1]).not.toBe(first[1]);
    expect(after).toEqual(createStoryJudge(shippedModel).judge(edited));
  });

  it('says nothing of what says nothing yet', () => {
    const [hole, sentence] = storyJudge.judge([
      { section: 'situation', heard: nothingHeard, caption: [] },
      story[0]!,
    ]);
    expect(hole).toBeUndefined();
    expect(sentence).toHaveLength(judgedLabels.length);
  });

  it.each(phrasingRuleIds.map((rule) => [rule]))(
    'has levels of %s that rise from lenient to sure',
    (rule) => {
      const { alone, inStory } = storyJudge.levels(rule);
      for (const { lenient, balanced, sure } of [alone, inStory]) {
        expect(lenient).toBeGreaterThan(0);
        expect(balanced).toBeGreaterThanOrEqual(lenient);
        expect(sure).toBeGreaterThanOrEqual(balanced);
        expect(sure).toBeLessThan(1);
      }
    },
  );

  it.each<[string, Partial<StoryModelFile>, RegExp]>([
    ['other features', { features: featuresSum + 1 }, /other features/],
    ['missing weights', { weights: '' }, /cut short/],
  ])('refuses a model with %s', (_, wrong, message) => {
    expect(() => createStoryJudge({ ...shippedModel, ...wrong })).toThrow(message);
  });

  it('has a weight for each input of each unit', () => {
    expect(network.blocks.map(({ length }) => length)).toEqual(blockSizes(network.hidden));
  });
});
