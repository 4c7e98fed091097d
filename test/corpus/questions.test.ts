import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { readWeights } from '../../server/src/hosts/nodeWeights';
import { loadJudge } from '../../server/src/judgement';
import { QuestionSearch } from '../../server/src/library/questionSearch';
import { summarise } from '../../server/src/library/summary';
import { createReviewer } from '../../server/src/review/reviewStory';
import { questionOf, questions } from '../../server/src/rubric/questions';
import { parseStory } from '../../server/src/story/parseStory';

/**
 * Which of the stories in examples/ answers a question: test/corpus/questions/README.md tells how the labels came about. A right story
 * has to be among the first three that the search finds.
 */
const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'examples');
const firstFew = 3;

interface Asked {
  readonly text: string;
  readonly stories: readonly string[];
}

function readLines<Line>(name: string): Line[] {
  const text = readFileSync(join(import.meta.dirname, 'questions', name), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The examples; `isBare` takes their questions and tags from them, so that only the stories themselves speak. */
function searchOver(isBare: boolean): QuestionSearch {
  const { review } = createReviewer(loadJudge(readWeights(join(root, 'server/src/judgement/weights.bin'))));
  const search = new QuestionSearch(questions);
  for (const file of globSync('**/*.star.md', { cwd: examples })) {
    const text = readFileSync(join(examples, file), 'utf8');
    const reviewed = review(parseStory(text));
    const summary = summarise(file, reviewed);
    search.set(
      isBare ? { ...summary, questions: [], tags: [] } : summary,
      text.slice(reviewed.story.frontMatter.span.end),
    );
  }
  return search;
}

function missed(search: QuestionSearch, asked: readonly Asked[]): string[] {
  return asked
    .filter(({ text, stories }) => {
      const found = search.find(text, firstFew).map(({ uri }) => uri);
      return !found.some((uri) => stories.includes(uri));
    })
    .map(({ text }) => text);
}

const labelled = readLines<{ question: string; stories: string[] }>('labels.jsonl');
const bank = labelled.map(({ question, stories }) => ({ text: questionOf(question)?.text ?? '', stories }));
const answerable = bank.filter(({ stories }) => stories.length > 0);
const free = readLines<Asked & { part: 'tuned' | 'aside' }>('free.jsonl');
const search = searchOver(false);

describe('the labels', () => {
  it('name each question of the bank once, and stories that are there', () => {
    expect(labelled.map(({ question }) => question).sort()).toEqual(questions.map(({ id }) => id).sort());
    const files = globSync('**/*.star.md', { cwd: examples });
    const named = [...labelled, ...free].flatMap(({ stories }) => stories);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe('a right story is among the first three', () => {
  it.each([
    ['questions of the bank', search, answerable, 0.9],
    ['questions of the bank, of stories that name no question and have no tags', searchOver(true), answerable, 0.75],
    ['questions as people ask them, which were looked at', search, free.filter(({ part }) => part === 'tuned'), 0.9],
    ['questions as people ask them, set aside', search, free.filter(({ part }) => part === 'aside'), 0.9],
  ] as const)('for %s', (name, over, asked, floor) => {
    const misses = missed(over, asked);
    const share = 1 - misses.length / asked.length;
    console.log(`${name}: ${asked.length - misses.length} of ${asked.length}; missed: ${misses.join(' | ') || 'none'}`);
    expect(share).toBeGreaterThanOrEqual(floor);
  });
});
