import { createEvidenceReader, type EvidenceReader } from '../evidence/evidenceReader';
import evidenceModel from '../evidence/model.json';
import { assignSections, type Judge } from '../judgement';
import { readSentences, sentenceSpan, toDocument, type Sentence } from '../prose/sentences';
import { isCompany, isLevel, sectionKinds, type EvidenceKind, type SectionKind } from '../rubric/ids';
import { structureRules } from '../rules';
import type { ReviewDraft, SentenceFacts, Target, Timing } from '../rules/reviewDraft';
import type { Severity, StructureMatch, StructureRule } from '../rules/rule';
import type { Story } from '../story/story';
import type { Rewrite } from '../text/rewrite';
import { guardedRewrites } from './guardedRewrites';
import { defaultOptions, type ReviewOptions } from './options';
import type { Certainty, Fault, Finding, Review } from './review';
import { readinessOf } from './readiness';
import {
  createSentenceReviewer,
  type OperationCounts,
  type PhrasingHit,
  type SentenceReview,
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
  evidenceReader = createEvidenceReader(evidenceModel),
): Reviewer {
  const sentences = createSentenceReviewer(judge, capacity, evidenceReader);
  return {
    counts: sentences.counts,
    review: (story, options = defaultOptions) => reviewStory(story, options, sentences, evidenceReader),
  };
}

type Sentences = ReturnType<typeof createSentenceReviewer>;

interface ReadSentence extends SentenceFacts {
  readonly review: SentenceReview;
}

function reviewStory(
  story: Story,
  options: ReviewOptions,
  sentenceReviewer: Sentences,
  evidenceReader: EvidenceReader,
): Review {
  const sentences = story.isBinary ? [] : readStorySentences(story, sentenceReviewer, evidenceReader);
  const target = targetOf(story, options);
  const told = sentences.filter(({ sentence }) => !sentence.block.isAside);
  const draft: ReviewDraft = {
    story,
    sentences: told,
    evidence: collectEvidence(told),
    timing: timingOf(told, options.budgets.wordsPerMinute),
    target,
    budgets: options.budgets,
    knownPrinciples: options.knownPrinciples,
  };
  const faults: Fault[] = sentences.flatMap(({ review }) => review.faults);
  const all = [
    ...sentences.flatMap((read) =>
      read.review.hits.map((hit) => phrasingFinding(read, hit, story.text, sentenceReviewer)),
    ),
    ...structureRules.flatMap((rule) => runStructureRule(rule, draft, faults)),
  ];
  const findings = applySuppressions(story, all, isShown(options), severityFor(options));
  const { evidence, timing } = draft;
  const readiness = readinessOf(told, evidence, findings, timing, target, options.budgets);
  return { story, target, findings, sentences: told, evidence, timing, readiness, faults };
}

function readStorySentences(
  story: Story,
  reviewer: Sentences,
  evidenceReader: EvidenceReader,
): ReadSentence[] {
  const sentences = readSentences(story);
  const sections = sectionsOf(story, sentences, reviewer);
  const reviews = sentences.map(({ text }, index) => reviewer.review(text, sections[index]));
  // An aside is not told, so that it is no neighbour of what is.
  const told = [...sentences.keys()].filter((index) => !sentences[index]!.block.isAside);
  const shown = evidenceReader.readStory(
    told.map((index) => ({ section: sections[index], shown: reviews[index]!.evidence })),
  );
  const evidenceAt = new Map(told.map((index, place) => [index, shown[place]!]));
  return sentences.map((sentence, index) => {
    const review = reviews[index]!;
    const evidence = evidenceAt.get(index) ?? new Set<EvidenceKind>();
    const { spokenWords, figures } = review;
    return {
      sentence,
      section: sections[index],
      span: sentenceSpan(sentence),
      evidence,
      spokenWords,
      figures,
      review,
    };
  });
}

/** A story without headings is sorted into sections by its words (rubric: "the analyser assigns its sentences to sections itself"). */
function sectionsOf(
  story: Story,
  sentences: readonly Sentence[],
  reviewer: Sentences,
): (SectionKind | undefined)[] {
  if (story.sections.length > 0) return sentences.map(({ section }) => section);
  return assignSections(sentences.map(({ text }) => reviewer.judgeUnplaced(text)));
}

function targetOf(story: Story, options: ReviewOptions): Target {
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

function phrasingFinding(read: ReadSentence, hit: PhrasingHit, text: string, reviewer: Sentences): Finding {
  return {
    rule: hit.rule.id,
    span: toDocument(read.sentence, hit.match.span),
    message: hit.match.message,
    severity: hit.rule.severity,
    certainty: hit.certainty,
    related: [],
    rewrites: once(() => guardedRewrites({ ...read, text }, hit, reviewer.review)),
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
  };
}

function isShown(options: ReviewOptions): (finding: Finding) => boolean {
  const shown: Record<ReviewOptions['strictness'], readonly Certainty[]> = {
    gentle: ['sure'],
    balanced: ['sure', 'likely'],
    strict: ['sure', 'likely', 'possible'],
  };
  return ({ rule, certainty }) =>
    options.severities[rule] !== 'off' && shown[options.strictness].includes(certainty);
}

/** The user's own setting wins; else a finding that is not sure is a hint whatever its rule says. */
function severityFor(options: ReviewOptions): (finding: Finding) => Severity {
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
