import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignSections } from '../../server/src/judgement/sections';
import {
  evidenceLabels,
  type Label,
  labels,
  phrasingLabels,
  sectionKinds,
} from '../../server/src/judgement/labels';
import { readCorpus, type Row } from './corpus';
import { type Calibration, certaintyOf } from './calibrate';
import { calibrateAll, outOfFoldScores, readDataset } from './fit';
import { calibrateContext, contextOutOfFold, describeStories } from './fit-context';

/** Hits, false alarms and misses. */
interface Tally {
  hits: number;
  alarms: number;
  misses: number;
}

/** One label's verdicts on unseen rows: certainty, truth, and whether it passed each threshold. */
interface Verdict {
  row: number;
  label: Label;
  certainty: number;
  positive: boolean;
  passes: { sure: boolean; balanced: boolean; lenient: boolean };
}

/**
 * Leaves out each bank in turn, and the stories in four parts; scores each left-out part with a model that has not seen
 * it, with certainties and thresholds from the other parts, and prints precision and recall.
 */
function main(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const rows = readCorpus(join(root, 'test', 'corpus'));
  const data = readDataset(rows);
  const folds = leaveOut(rows);
  const all = new Uint8Array(rows.length).fill(1);
  const { whole: scores } = outOfFoldScores(data, folds, all);
  const verdicts: Verdict[] = [];
  const certainties: Float64Array[] = rows.map(() => new Float64Array(labels.length));
  const storyTallies = new Map<Label, Tally>();
  for (const fold of new Set(folds)) {
    const others = Uint8Array.from(folds, (of) => (of === fold ? 0 : 1));
    const calibrations = calibrateAll(rows, scores, others);
    const left = [...folds.keys()].filter((row) => folds[row] === fold);
    labels.forEach((label, column) => {
      const calibration = calibrations[column]!;
      for (const row of left) {
        certainties[row]![column] = certaintyOf(scores[row]![column]!, calibration.slope, calibration.offset);
        if (rows[row]!.truth[column] !== 0)
          verdicts.push(verdictOf(rows, row, label, certainties[row]![column] ?? 0, calibration));
      }
      tallyStories(rows, left, column, certainties, calibration, storyTallies, label);
    });
  }
  const inStory = (verdict: Verdict): boolean => rows[verdict.row]!.story !== undefined;
  const inBank = (verdict: Verdict): boolean => !inStory(verdict);
  report('Phrasing, banks left out in turn', verdicts.filter(inBank), phrasingLabels);
  report('Phrasing, stories left out', verdicts.filter(inStory), phrasingLabels);
  report('Phrasing in context, stories left out', contextVerdicts(rows, certainties), phrasingLabels);
  report('Evidence sentence by sentence, banks left out in turn', verdicts.filter(inBank), evidenceLabels);
  report('Evidence sentence by sentence, stories left out', verdicts.filter(inStory), evidenceLabels);
  console.log('\nEvidence story by story, stories left out');
  printTallies(storyTallies, evidenceLabels);
  reportSections(rows, certainties);
}

/** The fold of each row: one a bank, then four of stories. */
function leaveOut(rows: readonly Row[]): number[] {
  const banks = [...new Set(rows.filter((row) => row.story === undefined).map((row) => row.group))];
  const stories = [...new Set(rows.flatMap((row) => (row.story === undefined ? [] : [row.story])))];
  return rows.map((row) =>
    row.story === undefined ? banks.indexOf(row.group) : banks.length + (stories.indexOf(row.story) % 4),
  );
}

/** What judging in context makes of the stories: eight parts, each by a model and thresholds from the others. */
function contextVerdicts(rows: readonly Row[], certainties: readonly Float64Array[]): Verdict[] {
  const data = describeStories(rows, certainties, new Uint8Array(rows.length).fill(1));
  const scores = contextOutOfFold(data);
  const verdicts: Verdict[] = [];
  for (let fold = 0; fold < 8; fold++) {
    const calibrations = calibrateContext(
      rows,
      data,
      scores,
      Uint8Array.from(data.stories, (story) => (story % 8 === fold ? 0 : 1)),
    );
    data.rows.forEach((row, i) => {
      if (data.stories[i]! % 8 !== fold) return;
      phrasingLabels.forEach((label, column) => {
        const calibration = calibrations[column]!;
        const certainty = certaintyOf(scores[i]![column]!, calibration.slope, calibration.offset);
        verdicts.push(verdictOf(rows, row, label, certainty, calibration));
      });
    });
  }
  return verdicts;
}

function verdictOf(
  rows: readonly Row[],
  row: number,
  label: Label,
  certainty: number,
  calibration: Calibration,
): Verdict {
  const column = labels.indexOf(label);
  const { sure, balanced, lenient } = calibration.thresholds;
  const passes = { sure: certainty >= sure, balanced: certainty >= balanced, lenient: certainty >= lenient };
  return { row, label, certainty, positive: rows[row]!.truth[column] === 1, passes };
}

function tallyStories(
  rows: readonly Row[],
  left: readonly number[],
  column: number,
  certainties: Float64Array[],
  calibration: Calibration,
  tallies: Map<Label, Tally>,
  label: Label,
): void {
  const stories = new Map<string, { shown: boolean; found: boolean }>();
  for (const row of left) {
    const name = rows[row]!.story;
    if (name === undefined) continue;
    const story = stories.get(name) ?? { shown: false, found: false };
    story.shown ||= rows[row]!.truth[column] === 1;
    story.found ||= certainties[row]![column]! >= calibration.thresholds.story;
    stories.set(name, story);
  }
  const tally = tallies.get(label) ?? { hits: 0, alarms: 0, misses: 0 };
  for (const { shown, found } of stories.values()) count(tally, shown, found);
  tallies.set(label, tally);
}

function count(tally: Tally, positive: boolean, found: boolean): void {
  if (positive && found) tally.hits++;
  else if (found) tally.alarms++;
  else if (positive) tally.misses++;
}

function report(title: string, verdicts: readonly Verdict[], wanted: readonly Label[]): void {
  for (const level of ['sure', 'balanced', 'lenient'] as const) {
    const tallies = new Map<Label, Tally>(wanted.map((label) => [label, { hits: 0, alarms: 0, misses: 0 }]));
    for (const verdict of verdicts) {
      const tally = tallies.get(verdict.label);
      if (tally) count(tally, verdict.positive, verdict.passes[level]);
    }
    console.log(`\n${title}: ${level}`);
    printTallies(tallies, wanted, level !== 'balanced');
  }
  const chosen = verdicts.filter((verdict) => wanted.includes(verdict.label));
  const recalls = [0.95, 0.9, 0.85].map(
    (precision) => `${percent(recallAt(chosen, precision))} at ${precision}`,
  );
  console.log(
    `recall at precision (one certainty for all): ${recalls.join(', ')}; best F1 ${percent(bestF1(chosen))}`,
  );
}

function printTallies(tallies: ReadonlyMap<Label, Tally>, wanted: readonly Label[], totalOnly = false): void {
  const total: Tally = { hits: 0, alarms: 0, misses: 0 };
  for (const label of wanted) {
    const tally = tallies.get(label)!;
    total.hits += tally.hits;
    total.alarms += tally.alarms;
    total.misses += tally.misses;
    if (!totalOnly) printTally(label, tally);
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

function recallAt(verdicts: readonly Verdict[], precision: number): number {
  const sorted = [...verdicts].sort((a, b) => b.certainty - a.certainty);
  const total = sorted.filter((verdict) => verdict.positive).length;
  let hits = 0;
  let best = 0;
  sorted.forEach((verdict, rank) => {
    if (verdict.positive) hits++;
    if (hits / (rank + 1) >= precision) best = hits;
  });
  return best / total;
}

function bestF1(verdicts: readonly Verdict[]): number {
  const sorted = [...verdicts].sort((a, b) => b.certainty - a.certainty);
  const total = sorted.filter((verdict) => verdict.positive).length;
  let hits = 0;
  let best = 0;
  sorted.forEach((verdict, rank) => {
    if (verdict.positive) hits++;
    best = Math.max(best, (2 * hits) / (rank + 1 + total));
  });
  return best;
}

/** How many sentences of the left-out stories `assignSections` puts where they stand, judged without their sections. */
function reportSections(rows: readonly Row[], certainties: readonly Float64Array[]): void {
  let right = 0;
  let alone = 0;
  let total = 0;
  const first = labels.length - sectionKinds.length;
  for (const story of new Set(rows.map((row) => row.story))) {
    if (story === undefined) continue;
    const own = [...rows.keys()].filter((row) => rows[row]!.story === story);
    const judgements = own.map((row) => ({
      certainty: (label: Label) => certainties[row]![labels.indexOf(label)]!,
      segments: () => [],
      explain: () => [],
    }));
    const assigned = assignSections(judgements);
    own.forEach((row, i) => {
      total++;
      if (assigned[i] === rows[row]!.section) right++;
      const odds = certainties[row]!.subarray(first);
      if (sectionKinds[odds.indexOf(Math.max(...odds))] === rows[row]!.section) alone++;
    });
  }
  console.log(
    `\nSections of ${total} story sentences: ${percent(right / total)} in sequence, ${percent(alone / total)} each alone`,
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

main();
