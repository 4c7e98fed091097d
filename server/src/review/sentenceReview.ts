import {
  createEvidenceReader,
  noEvidence,
  type EvidenceReader,
  type SentenceEvidence,
} from '../evidence/evidenceReader';
import evidenceModel from '../evidence/model.json';
import { readSentenceFigures, type SentenceFigures } from '../figures/changes';
import { spokenWords } from '../figures/spoken';
import type { Judge, Judgement } from '../judgement';
import { createReading, type Reading } from '../prose/reading';
import { sectionKinds, type SectionKind } from '../rubric/ids';
import { phrasingRules } from '../rules';
import type { PhrasingMatch, PhrasingRule } from '../rules/rule';
import type { Certainty, Fault } from './review';

/** What a phrasing rule found in a sentence. */
export interface PhrasingHit {
  readonly rule: PhrasingRule;
  readonly certainty: Certainty;
  readonly match: PhrasingMatch;
}

/** All that is known of a sentence by its text and section alone: it holds wherever the sentence stands. */
export interface SentenceReview {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly hits: readonly PhrasingHit[];
  /** What it shows by itself; which kinds count is decided in its story. */
  readonly evidence: SentenceEvidence;
  readonly spokenWords: number;
  readonly figures: SentenceFigures;
  readonly faults: readonly Fault[];
}

/** How often the costly steps ran: what the tests count instead of milliseconds. */
export interface OperationCounts {
  sentencesJudged: number;
  sentencesReviewed: number;
  /** Times that a phrasing rule was asked about a sentence. */
  rulesAsked: number;
}

/** Reviews sentences and remembers them. */
export interface SentenceReviewer {
  /** The judgement of a sentence whose section is not known. */
  readonly judgeUnplaced: (text: string) => Judgement;
  readonly review: (text: string, section: SectionKind | undefined) => SentenceReview;
  readonly counts: Readonly<OperationCounts>;
}

/**
 * A reviewer with a memory of the sentences it saw in each section. A memory has two halves of at most `capacity` sentences each: what is
 * still in use moves to the young half, the old half is dropped when the young one is full, so that an hour of typing does not fill it.
 */
export function createSentenceReviewer(
  judge: Judge,
  capacity = 512,
  evidenceReader: EvidenceReader = createEvidenceReader(evidenceModel),
): SentenceReviewer {
  const counts: OperationCounts = { sentencesJudged: 0, sentencesReviewed: 0, rulesAsked: 0 };
  const judged = (text: string, section: SectionKind | undefined): Judgement => {
    counts.sentencesJudged++;
    return judge.judge(text, section);
  };
  const unplaced = createMemory(capacity, (text) => judged(text, undefined));
  const memoryOf = (section: SectionKind | undefined): ((text: string) => SentenceReview) =>
    createMemory(capacity, (text) => {
      counts.sentencesReviewed++;
      counts.rulesAsked += phrasingRules.length;
      return reviewSentence(judge, evidenceReader, judged(text, section), text, section);
    });
  const placed = new Map([undefined, ...sectionKinds].map((section) => [section, memoryOf(section)]));
  return {
    counts,
    judgeUnplaced: unplaced,
    review: (text, section) => placed.get(section)!(text),
  };
}

function createMemory<Value>(capacity: number, compute: (key: string) => Value): (key: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? compute(key);
    if (young.size >= capacity) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}

// prettier-ignore
function reviewSentence(judge: Judge, evidenceReader: EvidenceReader, judgement: Judgement, text: string, section: SectionKind | undefined): SentenceReview {
  const reading = createReading(text, section);
  const figures = readSentenceFigures(text);
  if (isUnwritten(text)) return { reading, judgement, hits: [], evidence: noEvidence, spokenWords: 0, figures, faults: [] };
  const hits: PhrasingHit[] = [];
  const faults: Fault[] = [];
  for (const rule of phrasingRules) {
    try {
      const certainty = certaintyOf(rule, reading, judge, judgement);
      if (certainty) hits.push({ rule, certainty, match: rule.locate(reading, judgement.explain(rule.id)) });
    } catch (error) {
      faults.push({ rule: rule.id, error });
    }
  }
  const fired = new Set(hits.filter(({ certainty }) => certainty !== 'possible').map(({ rule }) => rule.id));
  // What is still a hole shows nothing yet.
  const evidence = /\{\{[^{}]*\}\}/.test(text) ? noEvidence : evidenceReader.readSentence(reading, judgement, figures, fired);
  // Grammar takes most of the room, and few ask for it again: without a finding it is read anew when somebody does.
  const kept = hits.length > 0 ? reading : createReading(text, section);
  return { reading: kept, judgement, hits, evidence, spokenWords: spokenWords(text), figures, faults };
}

/** A note to oneself, a hole or a label is no sentence: it shows nothing. */
function isUnwritten(text: string): boolean {
  if (/^\W*(?:TODO|TBD|FIXME|XXX)\b/.test(text)) return true;
  // "Key learnings:" above a list is its label.
  if (/^(?:[^\s:]+\s+){0,3}[^\s:]+:$/.test(text)) return true;
  return !/\p{L}{2}/u.test(text.replace(/\{\{[^{}]*\}\}|^\[[^\]]*\]\W*$/g, ''));
}

/** Where a rule does not say from which probability on it may raise. */
const plausible = 0.2;

function certaintyOf(
  rule: PhrasingRule,
  reading: Reading,
  judge: Judge,
  judgement: Judgement,
): Certainty | undefined {
  if (rule.sections && (reading.section === undefined || !rule.sections.includes(reading.section)))
    return undefined;
  const { sure, balanced, lenient } = judge.thresholds(rule.id);
  const probability = judgement.certainty(rule.id);
  const judged: Certainty | undefined =
    probability >= sure
      ? 'sure'
      : probability >= balanced
        ? 'likely'
        : probability >= lenient
          ? 'possible'
          : undefined;
  const mayRaise = judged !== 'sure' && judged !== 'likely' && probability >= (rule.raisesFrom ?? plausible);
  const certainty = mayRaise && rule.raises?.(reading, probability) ? 'likely' : judged;
  return certainty && rule.vetoes?.(reading) ? undefined : certainty;
}
