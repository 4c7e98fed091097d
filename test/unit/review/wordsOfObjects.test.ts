import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../server/src/figures/read';
import { createReading } from '../../../server/src/prose/reading';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

/** Words that name what every object of the language has. */
describe.each(['constructor', 'Constructor', '__proto__', 'toString'])('the word "%s"', (word) => {
  it('is a word like any other', () => {
    const terms = createReading(`The ${word} leaked memory.`, 'action').terms;
    expect(terms.map(({ text }) => text)).toContain(word);
    expect(terms.every(({ normal }) => typeof normal === 'string')).toBe(true);
  });

  it('is no unit and no currency', () => {
    const figures = readFigures(`We found 3 ${word}s, half a ${word} and ${word} 5.`);
    expect(figures.filter(({ kind }) => kind === 'duration' || kind === 'money' || kind === 'size')).toEqual(
      [],
    );
  });

  it('leaves a story whole', () => {
    const story = parseStory(`## Action\n\nI rewrote the ${word} that opened two pools in 3 ${word}s.\n`);
    expect(createReviewer(shippedJudge()).review(story).faults).toEqual([]);
  });
});
