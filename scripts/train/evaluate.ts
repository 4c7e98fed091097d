import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgedLabels } from '../../server/src/context/judgedLabels';
import { columnOfLabel } from '../../server/src/context/storyJudge';
import { chooseSentences } from '../../server/src/evidence/evidenceReader';
import { assignSections } from '../../server/src/judgement/sections';
import { type Label, labels, sectionKinds } from '../../server/src/judgement/labels';
import { evidenceKinds, phrasingRuleIds } from '../../server/src/rubric/ids';
import { certaintyOf } from './calibrate';
import { readCorpus, type Row } from './corpus';
import { calibrate, outOfFoldScores, readDataset } from './fit';
import {
  byStory,
  chooseEvidenceThresholds,
  choosePhrasingLevels,
  type HeardRow,
  judgementsOf,
  outOfFoldProbabilities,
  readHeardRows,
} from './fit-in-story';

/** Hits, false alarms and misses. */
interface Tally {
  hits: number;
  alarms: number;
  misses: number;
}
type Tallies = Map<string, Tally>;

/** Rows with what networks say of them that had not seen them. */
interface Unseen {
  readonly rows: readonly HeardRow[];
  readonly probabilities: readonly Float32Array[];
}

const partCount = 5;

/**
 * Leaves out each bank in turn, and the stories in four parts, when the judge is trained, and a fifth of the banks and stories when the
 * network is; takes the thresholds from the other parts, and prints precision and recall, without the rules' own say.
 */
function main(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const rows = readCorpus(join(root, 'test', 'corpus'));
  const all = new Uint8Array(rows.length).fill(1);
  const scores = outOfFoldScores(readDataset(rows), leaveOut(rows), all);
  const heard = readHeardRows(rows, all, judgementsOf(rows, scores, all));
  const unseen = { rows: heard, probabilities: outOfFoldProbabilities(heard, partCount) };
  const groups = [...new Set(heard.map(({ group }) => group))];
  const tallies = { alone: newTallies(), inStory: newTallies(), story: newTallies() };
  for (let part = 0; part < partCount; part++) {
    const isOwn = ({ group }: HeardRow): boolean => groups.indexOf(group) % partCount === part;
    const others = partOf(unseen, (row) => !isOwn(row));
    tallyPhrasing(partOf(unseen, isOwn), others, tallies);
    tallyEvidence(partOf(unseen, isOwn), others, tallies);
  }
  printTallies('Sentences of banks, phrasing', tallies.alone, phrasingRuleIds);
  printTallies('Sentences of banks, evidence', tallies.alone, evidenceKinds);
  printTallies('Sentences of stories, phrasing', tallies.inStory, phrasingRuleIds);
  printTallies('Sentences of stories, evidence', tallies.inStory, evidenceKinds);
  printTallies('Stories, evidence', tallies.story, evidenceKinds);
  reportSections(rows, scores.whole, all);
}

function newTallies(): Tallies {
  return new Map(judgedLabels.map((label) => [label, { hits: 0, alarms: 0, misses: 0 }]));
}

function partOf({ rows, probabilities }: Unseen, isChosen: (row: HeardRow) => boolean): Unseen {
  const chosen = [...rows.keys()].filter((index) => isChosen(rows[index]!));
  return {
    rows: chosen.map((index) => rows[index]!),
    probabilities: chosen.map((index) => probabilities[index]!),
  };
}

/** The fold of each row: one a bank, then four of stories. */
function leaveOut(rows: readonly Row[]): number[] {
  const banks = [...new Set(rows.filter((row) => row.story === undefined).map((row) => row.group))];
  const stories = [...new Set(rows.flatMap((row) => (row.story === undefined ? [] : [row.story])))];
  return rows.map((row) =>
    row.story === undefined ? banks.indexOf(row.group) : banks.length + (stories.indexOf(row.story) % 4),
  );
}

function tallyPhrasing(own: Unseen, others: Unseen, tallies: Record<'alone' | 'inStory', Tallies>): void {
  const levels = choosePhrasingLevels(others.rows, others.probabilities);
  own.rows.forEach(({ story, truth }, index) => {
    const place = story === undefined ? 'alone' : 'inStory';
    for (const rule of phrasingRuleIds) {
      const column = columnOfLabel(rule);
      const isFound = own.probabilities[index]![column]! >= levels[rule][place].balanced;
      count(tallies[place].get(rule)!, truth[column] === 1, isFound);
    }
  });
}

function tallyEvidence(
  own: Unseen,
  others: Unseen,
  tallies: Record<'alone' | 'inStory' | 'story', Tallies>,
): void {
  const thresholds = chooseEvidenceThresholds(others.rows, others.probabilities);
  const known = [...own.rows.keys()].filter((index) => own.rows[index]!.truth[columnOfLabel('impact')] !== 0);
  const stories = byStory(known, (index) => own.rows[index]!.story);
  const single = known.filter((index) => own.rows[index]!.story === undefined);
  for (const members of [...stories, ...single.map((index) => [index])]) {
    const isStory = own.rows[members[0]!]!.story !== undefined;
    for (const kind of evidenceKinds) {
      const column = columnOfLabel(kind);
      const chosen = chooseSentences(
        members.map((index) => own.probabilities[index]![column]!),
        thresholds[kind],
      );
      const isTold = members.map((index) => own.rows[index]!.truth[column] === 1);
      const ofSentences = tallies[isStory ? 'inStory' : 'alone'].get(kind)!;
      isTold.forEach((isPositive, place) => count(ofSentences, isPositive, chosen.includes(place)));
      if (isStory) count(tallies.story.get(kind)!, isTold.includes(true), chosen.length > 0);
    }
  }
}

function count(tally: Tally, isPositive: boolean, isFound: boolean): void {
  if (isPositive && isFound) tally.hits++;
  else if (isFound) tally.alarms++;
  else if (isPositive) tally.misses++;
}

function printTallies(title: string, tallies: Tallies, wanted: readonly string[]): void {
  const total: Tally = { hits: 0, alarms: 0, misses: 0 };
  console.log(`\n${title}`);
  for (const label of wanted) {
    const tally = tallies.get(label)!;
    total.hits += tally.hits;
    total.alarms += tally.alarms;
    total.misses += tally.misses;
    printTally(label, tally);
  }
  printTally('all', total);
}

function printTally(name: string, { hits, alarms, misses }: Tally): void {
  const precision = hits / (hits + alarms || 1);
  const recall = hits / (hits + misses || 1);
  const f1 = (2 * hits) / (2 * hits + alarms + misses || 1);
  console.log(
    `${name.padEnd(24)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}   ${hits}/${alarms}/${misses}`,
  );
}

/** How many sentences of the left-out stories `assignSections` puts where they stand, judged without their sections. */
function reportSections(rows: readonly Row[], scores: readonly Float64Array[], all: Uint8Array): void {
  const first = labels.length - sectionKinds.length;
  const calibrations = labels.map((_, column) =>
    column < first ? undefined : calibrate(rows, scores, all, column),
  );
  const certainty = (row: number, column: number): number => {
    const { slope, offset } = calibrations[column]!;
    return certaintyOf(scores[row]![column]!, slope, offset);
  };
  let right = 0;
  let placed = 0;
  for (const own of byStory([...rows.keys()], (row) => rows[row]!.story)) {
    placed += own.length;
    const assigned = assignSections(
      own.map((row) => ({
        certainty: (label: Label) => certainty(row, labels.indexOf(label)),
        segments: () => [],
        explain: () => [],
      })),
    );
    right += own.filter((row, index) => assigned[index] === rows[row]!.section).length;
  }
  console.log(`\nSections of ${placed} story sentences: ${percent(right / placed)} right`);
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

main();
