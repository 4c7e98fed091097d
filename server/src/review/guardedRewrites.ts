import type { Clause } from '../prose/clause';
import { createReading, type Reading } from '../prose/reading';
import { splitSentences, type Sentence } from '../prose/sentences';
import type { PhrasingRuleId, SectionKind } from '../rubric/ids';
import { parseStory } from '../story/parseStory';
import { applyEdits, type Edit } from '../text/edit';
import { plainInsert } from '../text/holes';
import type { Rewrite } from '../text/rewrite';
import { keepingFacts } from './keptFacts';
import { rewriteInDocument } from './rewriteInDocument';
import { withSampleAnswers } from './sampleAnswers';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';
import { isTorn } from './tornWords';

/** Reviews a sentence by its text and section: what a guard asks about a result. */
export type ReviewSentence = (text: string, section: SectionKind | undefined) => SentenceReview;

/** A sentence with what was found in it, and where it stands. */
export interface FoundIn {
  readonly sentence: Sentence;
  readonly section: SectionKind | undefined;
  readonly review: SentenceReview;
  /** The document's text. */
  readonly text: string;
}

/**
 * The rewrites of a finding that keep what a rewrite promises, in document offsets: the finding is gone after it, no other one has
 * come, and the Markdown around says the same words as before. Whatever breaks a promise is withheld, for no rewrite beats a bad one;
 * so is all of a rule that throws. Reads one sentence a rewrite, when the menu is opened.
 */
export function guardedRewrites(
  found: FoundIn,
  hit: PhrasingHit,
  reviewSentence: ReviewSentence,
  most = mostShown,
): Rewrite[] {
  const kept: Rewrite[] = [];
  const seen = new Set<string>();
  for (const rewrite of rewritesOf(found, hit)) {
    const result = withEdits(found.sentence.text, rewrite.edits) ?? '';
    const key = result.toLowerCase();
    // Two that can't be told apart in a menu are one.
    if (kept.length >= most || seen.has(key) || seen.has(rewrite.title)) continue;
    if (!isCured(found, hit, rewrite, reviewSentence)) continue;
    const faithful = keepingFacts(found.review, hit, rewrite, result);
    if (!faithful) continue;
    const placed = rewriteInDocument(faithful, found.sentence, found.text).filter(({ edits }) =>
      readsAsMeant(found, faithful.edits, edits),
    );
    if (placed.length > 0) seen.add(key).add(rewrite.title);
    kept.push(...placed);
  }
  return faithfulFirst(kept, hit.rule.id).map(({ preferred: _, ...rewrite }, index) => {
    const title = rewrite.title.replace(/ \(keep: [^)]*\)?/g, '');
    return index === 0 ? { ...rewrite, title, preferred: true } : { ...rewrite, title };
  });
}

/**
 * Where one says all that the sentence says, those that only name its facts in a hole stay away, in rules whose cure stands beside the
 * writer's own words.
 */
function faithfulFirst(rewrites: readonly Rewrite[], rule: PhrasingRuleId): readonly Rewrite[] {
  if (rule === 'handed-off') return partlyFirst(rewrites);
  if (!besides.has(rule)) return rewrites;
  const whole = rewrites.filter(({ edits }) => edits.every(({ insert }) => !insert.includes('(keep: ')));
  return whole.length > 0 ? whole : rewrites;
}

/** Where one keeps a part of the sentence, those that name its facts in a hole and nothing else stay away. */
function partlyFirst(rewrites: readonly Rewrite[]): readonly Rewrite[] {
  const isBare = ({ edits }: Rewrite): boolean =>
    edits.length === 1 && /^I \{\{[^{}]*\(keep: /.test(edits[0]!.insert);
  const parts = rewrites.filter((rewrite) => !isBare(rewrite));
  return parts.length > 0 ? parts : rewrites;
}

const besides: ReadonlySet<PhrasingRuleId> = new Set([
  'activity-as-impact',
  'causeless',
  'generic-learning',
  'late-communication',
  'minimizing',
  'panic',
  'unquantified-claim',
  'unverified-fix',
  'vague-action',
  'vague-prevention',
  'we-action',
]);

/** As many as can be told apart at a glance. A rule may know more: those behind are for when the better ones are withheld. */
const mostShown = 3;

function rewritesOf({ review }: FoundIn, hit: PhrasingHit): readonly Rewrite[] {
  try {
    return hit.rule.rewrite(review.reading, hit.match);
  } catch {
    return [];
  }
}

function isCured(
  { sentence, section, review }: FoundIn,
  hit: PhrasingHit,
  rewrite: Rewrite,
  reviewSentence: ReviewSentence,
): boolean {
  const result = withEdits(sentence.text, rewrite.edits);
  if (result === undefined || result.trim() === sentence.text) return false;
  if (isTorn(result, sentence.text)) return false;
  // A hole says nothing, so that any sentence with one would pass: it is read as it will be once the hole is filled.
  const filled = withSampleAnswers(result);
  if (losesMainClause(review.reading, filled)) return false;
  // A finding that only the strict see is cured when the strict do not see it any more.
  const isStrict = hit.certainty === 'possible';
  const before = rulesShown(review, isStrict);
  before.delete(hit.rule.id);
  return splitSentences(filled).every(({ start, end }) =>
    [...rulesShown(reviewSentence(filled.slice(start, end), section), isStrict)].every((rule) =>
      before.has(rule),
    ),
  );
}

/** "Deploys that went from … to …": the sentence said something, and what is left of it only describes. */
function losesMainClause({ clauses, section }: Reading, result: string): boolean {
  const isMain = ({ verb, connective }: Clause): boolean =>
    verb !== undefined &&
    /^(?:past|present|future)$/.test(verb.tense) &&
    !/^(?:that|which|who|whose)$/.test(connective ?? '');
  const after = createReading(result, section).clauses;
  // "Began rejecting traffic" of "the nodes began rejecting traffic": a sentence is no note.
  const isNote = ([first]: readonly Clause[]): boolean =>
    first?.verb?.tense === 'past' && !first.hasOwnSubject;
  return clauses.some(isMain) && (!after.some(isMain) || (isNote(after) && !isNote(clauses)));
}

function rulesShown({ hits }: SentenceReview, isStrict: boolean): Set<PhrasingRuleId> {
  return new Set(
    hits.filter(({ certainty }) => isStrict || certainty !== 'possible').map(({ rule }) => rule.id),
  );
}

/** The text after the edits, its holes as plain text; undefined where they overlap or leave the text. */
function withEdits(text: string, edits: readonly Edit[]): string | undefined {
  try {
    return applyEdits(
      text,
      edits.map(({ span, insert }) => ({ span, insert: plainInsert(insert) })),
    );
  } catch {
    return undefined;
  }
}

/** A mark, what opens a list, a quotation or code at the start, and what becomes a link by itself. */
const mayBeMarkdown = /[\\`*_~[\]<>&#|@\r\n]|^[\s\-+=]|^\d+[.)]|:\/\/|www\./;

/** Whether the block, read again after the edits of the document, has the words that the edits of the sentence give it. */
function readsAsMeant({ sentence, text }: FoundIn, meant: readonly Edit[], edits: readonly Edit[]): boolean {
  const { span, plain } = sentence.block;
  const source = withEdits(text.slice(span.start, span.end), shifted(edits, -span.start));
  const words = withEdits(plain.text, shifted(meant, sentence.spanInBlock.start));
  if (source === undefined || words === undefined) return false;
  // Where Markdown has nothing to read, the words are the text: that spares most rewrites the parser.
  if (source === words && !mayBeMarkdown.test(source)) return true;
  const { blocks } = parseStory(source);
  return blocks.length <= 1 && squeezed(blocks[0]?.plain.text ?? '') === squeezed(words);
}

function shifted(edits: readonly Edit[], distance: number): Edit[] {
  return edits.map(({ span, insert }) => ({
    insert,
    span: { start: span.start + distance, end: span.end + distance },
  }));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
