import { describe, expect, it } from 'vitest';
import { createStoryMaker } from '../../../bench/stories';
import { createEditedStory } from '../../../bench/typing';
import { readSentences } from '../../../server/src/prose/sentences';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { phrasingRules } from '../../../server/src/rules';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const judge = shippedJudge();

/** What an edit costs, counted in steps: it must not depend on how long the story is. */
describe.each([300, 600, 1200, 5000])('one sentence edited in a story of %i words', (words) => {
  const maker = createStoryMaker(words);
  const edited = createEditedStory(maker, words);
  const reviewer = createReviewer(judge);
  const before = parseStory(edited.text);
  reviewer.review(before);
  const counted = { ...reviewer.counts };
  const after = parseStory(edited.edit(maker.sentence()).text, before);
  reviewer.review(after);

  it('reads one sentence', () => {
    expect(reviewer.counts.sentencesReviewed - counted.sentencesReviewed).toBe(1);
    expect(reviewer.counts.sentencesJudged - counted.sentencesJudged).toBe(1);
    expect(reviewer.counts.contentsRead - counted.contentsRead).toBe(1);
  });

  it('asks the rules about that sentence, and about a neighbour only where its grade makes a rule matter', () => {
    expect(reviewer.counts.rulesAsked - counted.rulesAsked).toBeLessThanOrEqual(phrasingRules.length);
  });

  it('reads the plain text of its paragraph, and of its neighbours at most', () => {
    const known = new Set(before.blocks.map(({ plain }) => plain));
    expect(after.blocks.filter(({ plain }) => !known.has(plain)).length).toBeLessThanOrEqual(3);
    expect(after.blocks).toHaveLength(before.blocks.length);
  });

  it('keeps the texts of all other sentences', () => {
    const known = new Set(readSentences(before).map(({ text }) => text));
    expect(readSentences(after).filter(({ text }) => !known.has(text))).toHaveLength(1);
  });
});

describe('the rewrites of a story', () => {
  it('are guarded by what is weak in the results where they stand, and nothing else is read anew', () => {
    const reviewer = createReviewer(judge);
    const { findings } = reviewer.review(parseStory(createStoryMaker(600).story(600)));
    const before = { ...reviewer.counts };
    for (const finding of findings) finding.rewrites();
    const tried = reviewer.counts.sentencesReviewed - before.sentencesReviewed;
    expect(tried).toBeGreaterThan(0);
    expect(reviewer.counts.contentsRead - before.contentsRead).toBeLessThanOrEqual(tried);
  });
});

describe('the memory of sentences', () => {
  it('holds the sentences of twenty stories, whichever is edited', () => {
    const maker = createStoryMaker(20);
    const reviewer = createReviewer(judge);
    const stories = Array.from({ length: 20 }, () => parseStory(maker.story(600)));
    for (const story of stories) reviewer.review(story);
    const before = reviewer.counts.sentencesReviewed;
    for (const story of stories) reviewer.review(story);
    expect(reviewer.counts.sentencesReviewed).toBe(before);
  });
});
