import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../scripts/train/corpus';
import { createFinder } from '../../scripts/train/findSentences';
import { heldOutNames, storyNamesOf } from '../../scripts/train/train';
import { evidenceKinds, phrasingRuleIds, type SectionKind, type StructureRuleId } from '../../server/src/rubric/ids';
import { sections } from '../../server/src/rubric/sections';
import type { Review } from '../../server/src/review/review';
import type { Reviewer } from '../../server/src/review/reviewStory';
import { parseStory } from '../../server/src/story/parseStory';
import { overlaps } from '../../server/src/text/span';

/** How often a label was found rightly, found wrongly, and missed. */
export interface Tally {
  found: number;
  falseAlarms: number;
  missed: number;
}

/** Tallies by label. */
export type Score = Map<string, Tally>;

export interface LabelledSentence {
  readonly id: string;
  readonly section: SectionKind;
  readonly text: string;
  readonly rules: readonly string[];
  readonly evidence?: readonly string[];
  readonly ambiguous?: boolean;
}

export interface LabelledStory {
  readonly name: string;
  readonly source: string;
  readonly sentences: readonly LabelledSentence[];
  readonly evidence: readonly string[];
  readonly storyRules: readonly string[];
}

/** The structure rules that the labels speak of. */
const labelledStructure = ['missing-section', 'empty-section', 'section-order', 'duplicate-section', 'unstructured-story', 'stops-at-fix', 'late-mitigation', 'unresolved-placeholder'] as const satisfies readonly StructureRuleId[]; // prettier-ignore

export function readBank(folder: string): LabelledSentence[] {
  const lines = readFileSync(join(folder, 'sentences.jsonl'), 'utf8').split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LabelledSentence).filter(({ ambiguous }) => !ambiguous);
}

/** The stories that the held-out judge has not seen. Which they are, its training says: `folder` holds all banks. */
export function readHeldOutStories(folder: string): LabelledStory[] {
  return heldOutNames(storyNamesOf(readCorpus(folder))).map((name) => readStory(folder, name));
}

export function readStory(folder: string, name: string): LabelledStory {
  const [bank, file] = name.split('/') as [string, string];
  const path = join(folder, bank, 'stories', file);
  const gold = JSON.parse(readFileSync(`${path}.gold.json`, 'utf8')) as {
    sentences: LabelledSentence[];
    evidence: string[];
    story_rules?: string[];
  };
  const source = readFileSync(`${path}.star.md`, 'utf8');
  return { name, source, sentences: gold.sentences, evidence: gold.evidence, storyRules: gold.story_rules ?? [] };
}

export function tally(score: Score, label: string, wanted: boolean, got: boolean): void {
  let row = score.get(label);
  if (!row) score.set(label, (row = { found: 0, falseAlarms: 0, missed: 0 }));
  if (wanted && got) row.found++;
  else if (got) row.falseAlarms++;
  else if (wanted) row.missed++;
}

/** Each sentence as a story of its own, below the heading of its section. */
export function scoreSentences(rows: readonly LabelledSentence[], reviewer: Reviewer): { phrasing: Score; evidence: Score } {
  const phrasing: Score = new Map();
  const evidence: Score = new Map();
  for (const row of rows) {
    const heading = `## ${sections[row.section].name}\n\n`;
    const review = reviewer.review(parseStory(`${heading}${row.text}\n`));
    const got = new Set<string>(review.findings.filter(({ span }) => span.start >= heading.length).map(({ rule }) => rule));
    for (const rule of phrasingRuleIds) tally(phrasing, rule, row.rules.includes(rule), got.has(rule));
    if (row.evidence) for (const kind of evidenceKinds) tally(evidence, kind, row.evidence.includes(kind), review.evidence.has(kind));
  }
  return { phrasing, evidence };
}

export interface StoryScore {
  readonly phrasing: Score;
  readonly evidence: Score;
  readonly sentenceEvidence: Score;
  readonly structure: Score;
}

/** Whole stories: phrasing and evidence sentence by sentence, evidence and structure story by story. */
export function scoreStories(stories: readonly LabelledStory[], reviewer: Reviewer): StoryScore {
  const score: StoryScore = { phrasing: new Map(), evidence: new Map(), sentenceEvidence: new Map(), structure: new Map() };
  for (const story of stories) {
    const review = reviewer.review(parseStory(story.source));
    scoreStorySentences(story, review, score);
    const fired = new Set<string>(review.findings.map(({ rule }) => rule));
    for (const kind of evidenceKinds) tally(score.evidence, kind, story.evidence.includes(kind), review.evidence.has(kind));
    for (const rule of labelledStructure) tally(score.structure, rule, story.storyRules.includes(rule), fired.has(rule));
  }
  return score;
}

function scoreStorySentences(story: LabelledStory, review: Review, score: StoryScore): void {
  const spanOf = createFinder(story);
  for (const sentence of story.sentences) {
    const span = spanOf(sentence.text);
    const got = new Set<string>(review.findings.filter((finding) => overlaps(finding.span, span)).map(({ rule }) => rule));
    for (const rule of phrasingRuleIds) tally(score.phrasing, rule, sentence.rules.includes(rule), got.has(rule));
    for (const kind of evidenceKinds) {
      const shown = (review.evidence.get(kind) ?? []).some((facts) => overlaps(facts.span, span));
      tally(score.sentenceEvidence, kind, (sentence.evidence ?? []).includes(kind), shown);
    }
  }
}

/** The sum of all rows. */
export function total(score: Score): Tally {
  const sum: Tally = { found: 0, falseAlarms: 0, missed: 0 };
  for (const row of score.values()) {
    sum.found += row.found;
    sum.falseAlarms += row.falseAlarms;
    sum.missed += row.missed;
  }
  return sum;
}

export function precision({ found, falseAlarms }: Tally): number {
  return found + falseAlarms === 0 ? 1 : found / (found + falseAlarms);
}

export function recall({ found, missed }: Tally): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

/** A table for people, one row a label and the sum below. */
export function table(title: string, score: Score): string {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
  const line = (label: string, row: Tally): string => `${label.padEnd(24)}${percent(precision(row))}${percent(recall(row))}   ${row.found}/${row.falseAlarms}/${row.missed}`; // prettier-ignore
  return [title, `${''.padEnd(24)} prec%  rec%   found/false/missed`, ...[...score].map(([label, row]) => line(label, row)), line('all', total(score))].join('\n'); // prettier-ignore
}
