// `npm run evaluate`: precision and recall of the whole analyser, rules included, on text that its models had not seen. Everything is
// trained as by `npm run train`, but for the parts that are left out in turn: an hour, of which nothing is kept.
import { join } from 'node:path';
import {
  createStoryJudge,
  type HeardSentence,
  type Probabilities,
  type StoryJudge,
} from '../../server/src/context/storyJudge';
import { readWeights } from '../../server/src/hosts/nodeWeights';
import { loadJudge } from '../../server/src/judgement';
import { createReviewer } from '../../server/src/review/reviewStory';
import { readBank, readStory, scoreSentences, scoreStories, table } from '../../test/corpus/score';
import { root } from '../root';
import { isFromRubric, plainText, readCorpus, type Row } from './corpus';
import { outOfFoldScores, readDataset } from './fit';
import { fitStoryModel } from './fit-in-story';
import { groupFolds } from './folds';
import { storyNamesOf } from './train';

function main(): void {
  const corpus = join(root, 'test', 'corpus');
  const rows = readCorpus(corpus);
  // Sections of a story without headings, and spans, are still taken from the judge that is installed.
  const judge = loadJudge(readWeights(join(root, 'server', 'src', 'judgement', 'weights.bin')));
  const reviewer = createReviewer(judge, undefined, unseenJudge(rows));
  // What is asked for is reached on the rubric's own text.
  const ownRows = rows.filter((row) => row.story === undefined && isFromRubric(row));
  const ownBanks = [...new Set(ownRows.map(({ group }) => group))];
  const { phrasing, evidence } = scoreSentences(
    ownBanks.flatMap((bank) => readBank(join(corpus, bank))),
    reviewer,
  );
  console.log(table("Sentences of the rubric's banks, phrasing", phrasing));
  console.log(table("Sentences of the rubric's banks, evidence", evidence));
  const names = storyNamesOf(rows);
  for (const [title, chosen] of [
    ["The rubric's stories", names.filter((name) => isFromRubric({ group: name }))],
    ['All stories', names],
  ] as const) {
    const score = scoreStories(
      chosen.map((name) => readStory(corpus, name)),
      reviewer,
    );
    console.log(table(`${title}, phrasing`, score.phrasing));
    console.log(table(`${title}, evidence story by story`, score.evidence));
    console.log(table(`${title}, evidence sentence by sentence`, score.sentenceEvidence));
    console.log(table(`${title}, structure`, score.structure));
  }
}

/** A judge that says of each sentence of the corpus what models say that had not seen its bank or story. */
function unseenJudge(rows: readonly Row[]): StoryJudge {
  const all = new Uint8Array(rows.length).fill(1);
  const scores = outOfFoldScores(readDataset(rows), groupFolds(rows, 5), all);
  const { model, probabilities } = fitStoryModel(rows, scores, all);
  const rowOf = new Map(rows.map(({ text }, row) => [text.replace(/\s+/g, ' '), row]));
  const rowHeard = new WeakMap<HeardSentence, Probabilities>();
  const seen = createStoryJudge(model);
  const probabilitiesOf = (sentence: HeardSentence): Probabilities | undefined => rowHeard.get(sentence);
  return {
    ...seen,
    hear: (reading, judgement, figures) => {
      const sentence = seen.hear(reading, judgement, figures);
      const row = rowOf.get(plainText(reading.text).replace(/\s+/g, ' '));
      if (row !== undefined) rowHeard.set(sentence, probabilities[row]!);
      return sentence;
    },
    judge: (story) => story.map((placed) => probabilitiesOf(placed.heard)),
    judgeAt: (story, index) => probabilitiesOf(story[index]!.heard),
    judgeAlone: probabilitiesOf,
  };
}

main();
