import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heldOutBanks } from '../../scripts/train/train';
import { createStoryJudge } from '../../server/src/context/storyJudge';
import { readWeights } from '../../server/src/hosts/nodeWeights';
import { loadJudge } from '../../server/src/judgement';
import { createReviewer } from '../../server/src/review/reviewStory';
import floors from './floors.json';
import heldOutStoryModel from './held-out-story-model.json';
import { precision, readBank, readHeldOutStories, readStory, recall, scoreSentences, scoreStories, table, total, type Score, type Tally } from './score';

/**
 * Scores the analyser on text that its judge has not seen: test/corpus/held-out.bin was trained without these banks and stories. Nothing
 * is trained here. The floors stand in floors.json; they are raised when the score rises, and lowered by nobody.
 */
const folder = import.meta.dirname;
const reviewer = createReviewer(loadJudge(readWeights(join(folder, 'held-out.bin'))), undefined, createStoryJudge(heldOutStoryModel));

interface Floor {
  readonly precision: number;
  readonly recall: number;
}

function expectAbove(row: Tally, floor: Floor, label: string): void {
  expect(precision(row), `precision of ${label}`).toBeGreaterThanOrEqual(floor.precision);
  expect(recall(row), `recall of ${label}`).toBeGreaterThanOrEqual(floor.recall);
}

function expectRowsAbove(score: Score, rows: Readonly<Record<string, Floor>>): void {
  for (const [label, floor] of Object.entries(rows)) expectAbove(score.get(label)!, floor, label);
}

describe('sentences of banks that were not seen', () => {
  const { phrasing, evidence } = scoreSentences(heldOutBanks.flatMap((bank) => readBank(join(folder, bank))), reviewer);

  it('phrasing', () => {
    console.log(table(`Phrasing, sentences of ${heldOutBanks.join(' and ')}`, phrasing));
    expectAbove(total(phrasing), floors.sentences.phrasing, 'all');
    expectRowsAbove(phrasing, floors.sentences.rules);
  });

  it('evidence', () => {
    console.log(table(`Evidence, sentences of ${heldOutBanks.join(' and ')}`, evidence));
    expectAbove(total(evidence), floors.sentences.evidence, 'all');
  });
});

describe('whole stories that were not seen', () => {
  const score = scoreStories(readHeldOutStories(folder), reviewer);

  it.each([
    ['phrasing, sentence by sentence', score.phrasing, floors.stories.phrasing],
    ['evidence, story by story', score.evidence, floors.stories.evidence],
    ['evidence, sentence by sentence', score.sentenceEvidence, floors.stories.sentenceEvidence],
    ['structure, story by story', score.structure, floors.stories.structure],
  ] as const)('%s', (title, tallies, floor) => {
    console.log(table(title, tallies));
    expectAbove(total(tallies), floor, 'all');
  });
});

describe('text by writers of whom no model has learnt anything', () => {
  const unseen = join(folder, '..', 'unseen');
  const installed = createReviewer(loadJudge(readWeights(join(folder, '..', '..', 'server/src/judgement/weights.bin'))));

  it('is scored to the last bank', () => {
    const banks = readdirSync(unseen, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const { sentences, stories } = floors.unseen;
    expect(banks.map(({ name }) => name).sort()).toEqual([...Object.keys(sentences), ...Object.keys(stories)].sort());
  });

  it.each(Object.entries(floors.unseen.sentences))('the sentences of %s', (bank, floor) => {
    const { phrasing } = scoreSentences(readBank(join(unseen, bank)), installed);
    console.log(table(`Phrasing, sentences of ${bank}`, phrasing));
    expectAbove(total(phrasing), floor, 'all');
  });

  it.each(Object.entries(floors.unseen.stories))('the stories of %s', (bank, floor) => {
    const files = readdirSync(join(unseen, bank, 'stories')).filter((file) => file.endsWith('.star.md'));
    const score = scoreStories(
      files.map((file) => readStory(unseen, `${bank}/${file.replace('.star.md', '')}`)),
      installed,
    );
    for (const [title, tallies, least] of [
      ['phrasing, sentence by sentence', score.phrasing, floor.phrasing],
      ['evidence, story by story', score.evidence, floor.evidence],
      ['evidence, sentence by sentence', score.sentenceEvidence, floor.sentenceEvidence],
      ['structure, story by story', score.structure, floor.structure],
    ] as const) {
      console.log(table(`Stories of ${bank}, ${title}`, tallies));
      expectAbove(total(tallies), least, title);
    }
  });
});
