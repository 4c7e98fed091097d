import storyModel from '../context/model.json';
import {
  columnOfLabel,
  createStoryJudge,
  nothingHeard,
  type HeardSentence,
  type Probabilities,
  type StoryJudge,
} from '../context/storyJudge';
import { readSentenceFigures, type SentenceFigures } from '../figures/changes';
import { spokenWords } from '../figures/spoken';
import type { Judge, Judgement } from '../judgement';
import { createReading, type KeptReading } from '../prose/reading';
import { sectionKinds, type PhrasingRuleId, type SectionKind } from '../rubric/ids';
import { phrasingRules } from '../rules';
import { PhrasingOpinions, type JudgedAlone, type PhrasingHit } from './phrasingHits';
import type { Fault } from './review';

/** All that is known of a sentence by its text and section alone: it holds wherever the sentence stands. */
export interface SentenceReview {
  readonly reading: KeptReading;
  readonly judgement: Judgement;
  /** What the phrasing rules say of it, for any grade that the judge gives it. */
  readonly opinions: PhrasingOpinions;
  /** The findings: those of the sentence in its place in a story, or of the sentence alone, which few ask for. */
  readonly hits: readonly PhrasingHit[];
  readonly content: SentenceContent;
  readonly faults: readonly Fault[];
}

/** What a sentence tells, weak or not. */
export interface SentenceContent {
  /** What a story hears of it. */
  readonly heard: HeardSentence;
  readonly spokenWords: number;
  readonly figures: SentenceFigures;
  /** Hears it: right after the sentence was judged, the judge's words of it are at hand. */
  read(): void;
}

/** How often the costly steps ran: what the tests count instead of milliseconds. */
export interface OperationCounts {
  sentencesJudged: number;
  sentencesReviewed: number;
  /** Sentences whose content was read: not those that a guard over rewrites only tries outside a story. */
  contentsRead: number;
  /** Questions to phrasing rules: whether one raises, whether it vetoes, where the weakness stands. */
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
  storyJudge: StoryJudge = createStoryJudge(storyModel),
): SentenceReviewer {
  const counts: OperationCounts = {
    sentencesJudged: 0,
    sentencesReviewed: 0,
    contentsRead: 0,
    rulesAsked: 0,
  };
  const judged = (text: string, section: SectionKind | undefined): Judgement => {
    counts.sentencesJudged++;
    return judge.judge(text, section);
  };
  const unplaced = createMemory(capacity, (text) => judged(text, undefined));
  const memoryOf = (section: SectionKind | undefined): ((text: string) => SentenceReview) =>
    createMemory(capacity, (text) => {
      counts.sentencesReviewed++;
      return reviewSentence(storyJudge, judged(text, section), text, section, counts);
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

function reviewSentence(
  storyJudge: StoryJudge,
  judgement: Judgement,
  text: string,
  section: SectionKind | undefined,
  counts: OperationCounts,
): SentenceReview {
  const reading = createReading(text, section);
  const isWritten = !isUnwritten(text);
  // What a hole will say is not known: until it is filled, nothing is said of the sentence's wording but that.
  const hasHole = text.includes('{{') && /\{\{[^{}]*\}\}/.test(text);
  const rules = isWritten && !hasHole ? phrasingRules : [];
  // What is still a hole says nothing yet.
  const hear = (figures: SentenceFigures): HeardSentence =>
    isWritten && !hasHole ? storyJudge.hear(reading, judgement, figures) : nothingHeard;
  const content = new LazyContent(text, isWritten, hear, counts);
  const alone = judgedAlone(storyJudge, judgement, content);
  const opinions = new PhrasingOpinions(reading, alone, () => counts.rulesAsked++, rules);
  const { faults } = opinions;
  let hits: readonly PhrasingHit[] | undefined;
  return {
    reading,
    judgement,
    opinions,
    get hits() {
      return (hits ??= opinions.hits(alone, (rule) => storyJudge.levels(rule).alone));
    },
    content,
    faults,
  };
}

/** What is thought of a sentence by itself, worked out when first asked for. */
function judgedAlone(storyJudge: StoryJudge, judgement: Judgement, content: SentenceContent): JudgedAlone {
  let probabilities: Probabilities | undefined;
  return {
    certainty: (rule) => (probabilities ??= storyJudge.judgeAlone(content.heard))?.[columnOfLabel(rule)] ?? 0,
    explain: (label) => judgement.explain(label),
  };
}

/** Read when first asked for: who tries a rewrite only wants to know what is weak in it. */
class LazyContent implements SentenceContent {
  private known: HeardSentence | undefined;
  private told: SentenceFigures | undefined;
  private words: number | undefined;

  constructor(
    private readonly text: string,
    private readonly isWritten: boolean,
    private readonly hear: (figures: SentenceFigures) => HeardSentence,
    private readonly counts: OperationCounts,
  ) {}

  get heard(): HeardSentence {
    return (this.known ??= this.hear(this.figures));
  }

  read(): void {
    this.known ??= this.hear(this.figures);
  }

  get figures(): SentenceFigures {
    if (!this.told) {
      this.counts.contentsRead++;
      this.told = readSentenceFigures(this.text);
    }
    return this.told;
  }

  get spokenWords(): number {
    return (this.words ??= this.isWritten ? spokenWords(this.text) : 0);
  }
}

/** The rules whose findings are shown unless the writer wants to see the doubtful ones too. */
export function firedRules(hits: readonly PhrasingHit[]): Set<PhrasingRuleId> {
  return new Set(hits.filter(({ certainty }) => certainty !== 'possible').map(({ rule }) => rule.id));
}

/** A note to oneself, a hole or a label is no sentence: it shows nothing. */
export function isUnwritten(text: string): boolean {
  if (/^\W*(?:TODO|TBD|FIXME|XXX)\b/.test(text)) return true;
  // "Key learnings:" above a list is its label.
  if (/^(?:[^\s:]+\s+){0,3}[^\s:]+:$/.test(text)) return true;
  return !/\p{L}{2}/u.test(text.replace(/\{\{[^{}]*\}\}|^\[[^\]]*\]\W*$/g, ''));
}
