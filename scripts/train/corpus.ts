import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Label, labels } from '../../server/src/judgement/labels';
import { captionsOf } from '../../server/src/prose/captions';
import { readSentences, sentenceSpan } from '../../server/src/prose/sentences';
import { type EvidenceKind, evidenceKinds, type SectionKind } from '../../server/src/rubric/ids';
import { parseStory } from '../../server/src/story/parseStory';
import { createFinder } from './findSentences';

/** One labelled sentence. */
export interface Row {
  text: string;
  section: SectionKind;
  /** The bank it comes from, or the bank and file name of its story ("dev/01"). */
  group: string;
  /** The story's own order is that of the rows; undefined for sentences that stand alone. */
  story: string | undefined;
  /** What an error on it costs against one on the project's own text. */
  weight: number;
  /** The kinds of evidence that the sub-headings and labels over it in its story name. */
  caption: readonly EvidenceKind[];
  /** Per label of `labels`: 1 it holds, -1 it does not, 0 the row does not say. */
  truth: Int8Array;
}

interface SourceSentence {
  text: string;
  section: SectionKind;
  rules: string[];
  evidence?: string[];
  ambiguous?: boolean;
}

/** The banks that came with the rubric, with the stories of the first: where a label's line runs is read from them. */
const rubricBank = /^dev(?:[2-9]|1[0-2])?(?:\/|$)/;
/** Found by leaving each of these banks out in turn: 4 to 8 do alike. */
const rubricWeight = 6;

/** Whether the authors of the rubric labelled it. */
export function isFromRubric({ group }: Pick<Row, 'group'>): boolean {
  return rubricBank.test(group);
}

/**
 * Reads every bank (a folder with `sentences.jsonl` or `stories/`) below `folder`, in the order of their names.
 * Rows without "evidence" train the phrasing heads alone; rows marked ambiguous are left out.
 */
export function readCorpus(folder: string): Row[] {
  const rows: Row[] = [];
  const banks = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const bank of banks.map((entry) => entry.name).sort(byName)) {
    const sentences = join(folder, bank, 'sentences.jsonl');
    if (existsSync(sentences)) rows.push(...readBankOfSentences(sentences, bank));
    const stories = join(folder, bank, 'stories');
    if (existsSync(stories)) rows.push(...readStories(stories, bank));
  }
  return rows;
}

function readBankOfSentences(file: string, bank: string): Row[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const rows: Row[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const sentence = parse(line, `${file}:${index + 1}`) as SourceSentence;
    if (!sentence.ambiguous) rows.push(toRow(sentence, bank, `${file}:${index + 1}`));
  });
  return rows;
}

function readStories(folder: string, bank: string): Row[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.gold.json'));
  return files.sort(byName).flatMap((name) => {
    const file = join(folder, name);
    const gold = parse(readFileSync(file, 'utf8'), file) as { sentences: SourceSentence[] };
    const story = `${bank}/${name.replace('.gold.json', '')}`;
    const captionOf = captionFinder(story, readFileSync(file.replace('.gold.json', '.star.md'), 'utf8'));
    return gold.sentences.map((sentence) => ({
      ...toRow({ ...sentence, evidence: sentence.evidence ?? [] }, story, file),
      story,
      caption: captionOf(sentence.text),
    }));
  });
}

/** Says of the labelled sentences of a story, in their order, what is announced over each. */
function captionFinder(name: string, source: string): (text: string) => readonly EvidenceKind[] {
  const story = parseStory(source);
  const sentences = readSentences(story);
  const captions = captionsOf(story, sentences);
  const ends = sentences.map((sentence) => sentenceSpan(sentence).end);
  const spanOf = createFinder({ name, source });
  return (text) => {
    const { start } = spanOf(text);
    return captions[ends.findIndex((end) => end > start)] ?? [];
  };
}

function toRow(sentence: SourceSentence, group: string, place: string): Row {
  const truth = new Int8Array(labels.length);
  const known = new Set<string>(labels);
  const held = new Set([...sentence.rules, `section:${sentence.section}`]);
  for (const kind of sentence.evidence ?? []) held.add(kind);
  for (const label of held) if (!known.has(label)) throw new Error(`${place}: unknown label "${label}"`);
  const silent = new Set<Label>(sentence.evidence ? [] : evidenceKinds);
  // "reflection" names an evidence kind only; no phrasing rule shares a name with an evidence kind.
  labels.forEach((label, column) => {
    truth[column] = silent.has(label) ? 0 : held.has(label) ? 1 : -1;
  });
  const weight = isFromRubric({ group }) ? rubricWeight : 1;
  return {
    text: plainText(sentence.text),
    section: sentence.section,
    group,
    story: undefined,
    caption: [],
    weight,
    truth,
  };
}

/** The sentence without Markdown's emphasis and code marks, as the analyser hands it to the judge. */
export function plainText(text: string): string {
  return text.replace(/[*`]/g, '').trim();
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error });
  }
}

/** "dev2" before "dev10", the same on every machine. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
