import storyModel from '../context/model.json';
import { createStoryJudge, type StoryJudge } from '../context/storyJudge';
import { barredBy, readEvidence, type JudgedSentence } from '../evidence/evidenceReader';
import { assignSections, type Judge } from '../judgement';
import { captionsOf } from '../prose/captions';
import { readSentences, sentenceSpan, toDocument, type Sentence } from '../prose/sentences';
import { isCompany, isLevel, sectionKinds, type EvidenceKind, type SectionKind } from '../rubric/ids';
import { structureRules } from '../rules';
import type { ReviewDraft, SentenceFacts, Target, Timing } from '../rules/reviewDraft';
import type { Severity, StructureMatch, StructureRule } from '../rules/rule';
import type { Story } from '../story/story';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';
import { guardedRewrites, type ReviewSentence } from './guardedRewrites';
import { defaultOptions, isAsleep, isOff, type ReviewOptions } from './options';
import type { Certainty, Fault, Finding, Review } from './review';
import { readinessOf } from './readiness';
import type { PhrasingHit } from './phrasingHits';
import { phrasingAt, phrasingInStory, type ReviewInStory } from './phrasingInStory';
import {
  createSentenceReviewer,
  firedRules,
  type OperationCounts,
  type SentenceReview,
  type SentenceReviewer,
} from './sentenceReview';
import { applySuppressions } from './suppress';

/** The analyser: one per process, shared by all stories, so that a sentence is read once wherever it stands. */
export interface Reviewer {
  readonly review: (story: Story, options?: ReviewOptions) => Review;
  readonly counts: Readonly<OperationCounts>;
}

/** `capacity` is how many sentences are remembered at least; twice as many at most. */
export function createReviewer(
  judge: Judge,
  capacity?: number,
  storyJudge = createStoryJudge(storyModel),
): Reviewer {
  const sentences = createSentenceReviewer(judge, capacity, storyJudge);
  return {
    counts: sentences.counts,
    review: (story, options = defaultOptions) => reviewStory(story, options, { sentences, storyJudge }),
  };
}

/** What a reviewer asks. */
interface Readers {
  readonly sentences: SentenceReviewer;
  readonly storyJudge: StoryJudge;
}

interface ReadSentence extends SentenceFacts {
  readonly review: SentenceReview;
  /** Reviews another sentence as if it stood in this one's place. */
  readonly reviewInPlace: ReviewSentence;
}

function reviewStory(story: Story, options: ReviewOptions, readers: Readers): Review {
  const { sentences, lateMitigation } = readStorySentences(story, readers);
  const target = targetOf(story, options);
  const told = sentences.filter(({ sentence }) => !sentence.block.isAside);
  const draft: ReviewDraft = {
    story,
    sentences: told,
    evidence: collectEvidence(told),
    lateMitigation,
    timing: timingOf(told, options.budgets.wordsPerMinute),
    target,
    budgets: options.budgets,
    knownPrinciples: options.knownPrinciples,
    knownCompanies: options.knownCompanies,
    confidentialWords: options.confidentialWords,
  };
  const worded = sentences
    .filter(isWorded(story))
    .flatMap((read) => read.review.hits.map((hit) => phrasingFinding(read, hit, story.text)));
  const faults: Fault[] = sentences.flatMap(({ review }) => review.faults);
  const all = [
    ...worded,
    ...structureRules
      // A rule that is off runs all the same where its finding may be what a suppression is for.
      .filter(({ id }) => story.suppressions.length > 0 || !isAsleep(id, options))
      .flatMap((rule) => runStructureRule(rule, draft, faults)),
  ];
  const findings = applySuppressions(story, all, isShown(options), severityFor(options));
  const { evidence, timing } = draft;
  const onTold = findings.filter(({ span }) => !isInAside(story, span));
  const readiness = readinessOf(told, evidence, onTold, timing, target, options.budgets);
  return { story, target, findings, sentences: told, evidence, timing, readiness, faults };
}

/** Whether a sentence is held to the rules of wording: what is told, now or retold for another question; labels name only what follows, and notes and answers are the writer's own. */
function isWorded({ headings }: Story): (read: ReadSentence) => boolean {
  const retold = headings.filter(({ isAside, text }) => isAside && /^retold\b/i.test(text));
  return ({ sentence, span }) =>
    !sentence.isLabel &&
    (!sentence.block.isAside ||
      retold.some((heading) => heading.span.end <= span.start && span.start < heading.contentEnd));
}

/** Whether a place belongs to matter that is not told, which makes a story neither more nor less ready. */
function isInAside({ asides }: Story, { start }: Span): boolean {
  return asides.some((aside) => aside.start <= start && start < aside.end);
}

function readStorySentences(
  story: Story,
  { sentences: reviewer, storyJudge }: Readers,
): { sentences: ReadSentence[]; lateMitigation: number } {
  const sentences = story.isBinary ? [] : readSentences(story);
  const sections = sectionsOf(story, sentences, reviewer);
  const captions = captionsOf(story, sentences);
  // An aside is not told, and a label tells nothing: they are no neighbours of what is.
  const isTold = ({ block, isLabel }: Sentence): boolean => !block.isAside && !isLabel;
  const reviews = sentences.map((sentence, index) => {
    const review = reviewer.review(sentence.text, sections[index]);
    if (isTold(sentence)) review.content.read();
    return review;
  });
  const told = [...sentences.keys()].filter((index) => isTold(sentences[index]!));
  const placed = told.map((index) => ({
    section: sections[index],
    review: reviews[index]!,
    caption: captions[index]!,
  }));
  const inStory = phrasingInStory(storyJudge, placed);
  told.forEach((index, place) => (reviews[index] = inStory[place]!.review));
  const { kinds, lateMitigation } = readEvidence(inStory.map(withBarred), storyJudge.evidenceThresholds);
  for (const { review } of inStory) if (review.hits.length === 0) review.reading.forgetGrammar();
  const placeOf = new Map(told.map((index, place) => [index, place]));
  const reviewInPlaceOf = (index: number): ReviewSentence => {
    const place = placeOf.get(index);
    return (text, section) => {
      const review = reviewer.review(text, section);
      if (place === undefined) return review;
      return phrasingAt(storyJudge, placed.with(place, { ...placed[place]!, section, review }), place);
    };
  };
  const read = sentences.map((sentence, index) => {
    const review = reviews[index]!;
    const evidence = kinds[placeOf.get(index) ?? -1] ?? nothingShown;
    const { spokenWords, figures } = review.content;
    return {
      sentence,
      section: sections[index],
      span: sentenceSpan(sentence),
      evidence,
      spokenWords,
      figures,
      review,
      reviewInPlace: reviewInPlaceOf(index),
    };
  });
  return { sentences: read, lateMitigation };
}

const nothingShown: ReadonlySet<EvidenceKind> = new Set();

/** With the kinds barred by what was found in a sentence where it stands. */
function withBarred({ probabilities, review }: ReviewInStory): JudgedSentence {
  return { probabilities, barred: barredBy(firedRules(review.hits)) };
}

/** What is told without headings is sorted into sections by its words (rubric: "the analyser assigns its sentences to sections itself"). */
function sectionsOf(
  story: Story,
  sentences: readonly Sentence[],
  reviewer: SentenceReviewer,
): (SectionKind | undefined)[] {
  if (story.sections.length > 0) return sentences.map(({ section }) => section);
  const told = sentences.filter(({ block }) => !block.isAside);
  const assigned = assignSections(told.map(({ text }) => reviewer.judgeUnplaced(text)));
  const kinds = new Map(told.map((sentence, index) => [sentence, assigned[index]]));
  return sentences.map((sentence) => kinds.get(sentence));
}

/** Whom the story is written for: what its front matter names, else what the options say. */
export function targetOf(story: Story, options: ReviewOptions): Target {
  const level = story.frontMatter.values.level?.trim().toLowerCase();
  const company = story.frontMatter.values.company?.trim().toLowerCase();
  return {
    level: level !== undefined && isLevel(level) ? level : options.level,
    company: company !== undefined ? (isCompany(company) ? company : undefined) : options.company,
  };
}

function collectEvidence(sentences: readonly SentenceFacts[]): ReadonlyMap<EvidenceKind, SentenceFacts[]> {
  const found = new Map<EvidenceKind, SentenceFacts[]>();
  for (const facts of sentences) {
    for (const kind of facts.evidence) {
      const known = found.get(kind);
      if (known) known.push(facts);
      else found.set(kind, [facts]);
    }
  }
  return found;
}

function timingOf(sentences: readonly SentenceFacts[], wordsPerMinute: number): Timing {
  const sections = Object.fromEntries(sectionKinds.map((kind) => [kind, 0])) as Record<SectionKind, number>;
  let total = 0;
  for (const { section, spokenWords } of sentences) {
    const seconds = (spokenWords * 60) / wordsPerMinute;
    total += seconds;
    if (section) sections[section] += seconds;
  }
  return { total, sections };
}

function phrasingFinding(read: ReadSentence, hit: PhrasingHit, text: string): Finding {
  return {
    rule: hit.rule.id,
    span: toDocument(read.sentence, hit.match.span),
    message: hit.match.message,
    severity: hit.rule.severity,
    certainty: hit.certainty,
    related: [],
    rewrites: once(() => guardedRewrites({ ...read, text }, hit, read.reviewInPlace)),
    bestRewrite: () => guardedRewrites({ ...read, text }, hit, read.reviewInPlace, 1)[0],
  };
}

function runStructureRule(rule: StructureRule, draft: ReviewDraft, faults: Fault[]): Finding[] {
  try {
    return rule.check(draft).map((match) => structureFinding(rule, match));
  } catch (error) {
    faults.push({ rule: rule.id, error });
    return [];
  }
}

function structureFinding(rule: StructureRule, match: StructureMatch): Finding {
  return {
    rule: rule.id,
    span: match.span,
    message: match.message,
    severity: match.severity ?? rule.severity,
    certainty: 'sure',
    related: match.related ?? [],
    rewrites: once(match.rewrites ?? (() => [])),
    bestRewrite: () => match.rewrites?.()[0],
  };
}

/** Which findings the options show. */
export function isShown(options: ReviewOptions): (finding: Finding) => boolean {
  const shown: Record<ReviewOptions['strictness'], readonly Certainty[]> = {
    gentle: ['sure'],
    balanced: ['sure', 'likely'],
    strict: ['sure', 'likely', 'possible'],
  };
  return ({ rule, certainty }) => !isOff(rule, options) && shown[options.strictness].includes(certainty);
}

/** How loud the options make a finding. The user's own setting wins; else a finding that is not sure is a hint whatever its rule says. */
export function severityFor(options: ReviewOptions): (finding: Finding) => Severity {
  return ({ rule, severity, certainty }) => {
    const set = options.severities[rule];
    if (set !== undefined && set !== 'off') return set;
    return certainty === 'sure' ? severity : 'hint';
  };
}

function once(compute: () => readonly Rewrite[]): () => readonly Rewrite[] {
  let result: readonly Rewrite[] | undefined;
  return () => (result ??= compute());
}
