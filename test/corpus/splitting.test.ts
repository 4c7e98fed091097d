import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWeights } from '../../server/src/hosts/nodeWeights';
import { loadJudge } from '../../server/src/judgement';
import { createReviewer } from '../../server/src/review/reviewStory';
import { parseStory } from '../../server/src/story/parseStory';
import { applyEdits } from '../../server/src/text/edit';
import { readHeldOutStories, type LabelledStory } from './score';

const folder = import.meta.dirname;
const reviewer = createReviewer(loadJudge(readWeights(join(folder, 'held-out.bin'))));

/** The stories without sections of which the held-out judge has seen no sentence. */
const stories = readHeldOutStories(folder).filter(({ storyRules }) => storyRules.includes('unstructured-story'));

const squeezed = (text: string): string => text.replace(/[\s*_`>]/g, '');

/** How many of a story's sentences stand in the section that readers put them in, once it has been split. */
function agreement({ source, sentences, name }: LabelledStory): { right: number; all: number } {
  const fix = reviewer.review(parseStory(source)).findings.find(({ rule }) => rule === 'unstructured-story')?.rewrites()[0];
  if (!fix) throw new Error(`${name} is not split`);
  const { blocks } = parseStory(applyEdits(source, fix.edits));
  const isRight = (sentence: LabelledStory['sentences'][number]): boolean =>
    blocks.some(({ plain, section }) => section === sentence.section && squeezed(plain.text).includes(squeezed(sentence.text)));
  return { right: sentences.filter(isRight).length, all: sentences.length };
}

it('stories without sections are split as readers split them', () => {
  const counts = stories.map(agreement);
  const sum = (of: 'right' | 'all'): number => counts.reduce((total, count) => total + count[of], 0);
  console.log(`${stories.length} stories without sections: ${sum('right')} of ${sum('all')} sentences stand where readers put them`);
  expect(stories.length).toBeGreaterThanOrEqual(10);
  expect(sum('right') / sum('all')).toBeGreaterThanOrEqual(0.85);
});
