import { readFigures } from '../figures/read';
import type { Term, VerbGroup } from '../prose/clause';
import { isPersonNoun } from '../prose/actors';
import { givenNames, groupNouns, systemNouns, teamNames } from '../prose/lexicon/actors';
import { gerundNouns, timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import type { Edit } from '../text/edit';
import type { Rewrite } from '../text/rewrite';
import { overlaps, type Span } from '../text/span';
import { phrasesAround, vagueNoun } from './keptPhrases';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';

/** What of a sentence may go with the weakness that a rule finds, because it is the weakness. */
interface Weakness {
  /** Things named within the finding are a picture of the weakness: "chaos like a henhouse", "a chance to grow". */
  readonly isPicture?: boolean | 'unless technical';
  /** People are what is weak: who is blamed, who gave the order, who praised. */
  readonly isPeople?: boolean;
  /** Times are what is weak: how many hours it took. */
  readonly isTime?: boolean;
}

const weaknesses: Partial<Record<PhrasingRuleId, Weakness>> = {
  blame: { isPeople: true },
  'weak-ownership': { isPeople: true },
  'solo-hero': { isPeople: true },
  'activity-as-impact': { isPicture: true, isPeople: true },
  'effort-not-initiative': { isPicture: true, isPeople: true, isTime: true },
  'generic-learning': { isPicture: true, isPeople: true },
  'no-change': { isPicture: true, isPeople: true },
  minimizing: { isPicture: 'unless technical' },
  causeless: { isPicture: 'unless technical' },
  'vague-action': { isPicture: 'unless technical' },
  panic: { isPicture: true, isPeople: true },
};

/** Rules whose sentences tell what happened to a system beside the weakness. */
const eventful: ReadonlySet<PhrasingRuleId> = new Set(['blame', 'causeless', 'late-communication']); // prettier-ignore

/** Rules for which the things that a sentence names are its matter, and never what is weak. */
const subjectMatter: ReadonlySet<PhrasingRuleId> = new Set(['unquantified-claim', 'passive-action', 'we-action']); // prettier-ignore

/** From this weight on, a word spoke for the rule in the judge's ears: it is part of the weakness. */
const weighty = 0.25;

interface Fact {
  readonly span: Span;
  /** Whether it is kept in a text. */
  readonly isIn: (text: string) => boolean;
}

/**
 * The facts of a sentence that a rewrite would lose, in the writer's own words, longest stretch first come first: every figure, name,
 * quotation and term of art, and the things that it names, but for those that are the weakness itself.
 */
export function lostFacts(review: SentenceReview, hit: PhrasingHit, result: string): string[] {
  const { reading } = review;
  const lost = factsOf(review, hit).filter(({ isIn }) => !isIn(result));
  const isWeak = (span: Span): boolean => weightOf(review.judgement.explain(hit.rule.id), span) >= weighty;
  const tells = eventful.has(hit.rule.id) ? 'events' : hit.rule.id === 'vague-prevention' ? 'purposes' : undefined; // prettier-ignore
  return phrasesAround(reading, lost.map(({ span }) => span), isWeak, tells); // prettier-ignore
}

/**
 * The rewrite with the facts that it would lose named in a hole, so that the writer takes them along: "{{what broke (keep: the shop was
 * offline for three hours)}}". Undefined where it has no hole to name them in.
 */
export function keepingFacts(
  review: SentenceReview,
  hit: PhrasingHit,
  rewrite: Rewrite,
  result: string,
): Rewrite | undefined {
  const lost = lostFacts(review, hit, result);
  if (lost.length === 0) return rewrite;
  const edits = withKept(rewrite.edits, lost);
  return edits && { ...rewrite, edits };
}

/** Holes for a name, a figure or a moment: what is kept would stand oddly in them. */
const narrowHole =
  /^(?:whom?|who else|who|before|after|how (?:many|soon|long|often|much)|interval|threshold|signal|value|metric|which metric|step)\b/i;
const narrowestHole = /^(?:before|after|how (?:many|soon|long|often|much)|interval|threshold|value|step)\b/i;

function withKept(edits: readonly Edit[], kept: readonly string[]): Edit[] | undefined {
  const holes = edits.flatMap(
    ({ insert }, index) =>
    [...insert.matchAll(/\{\{([^{}|]*)[^{}]*\}\}/g)].map((match) => ({ index, at: match.index, prompt: match[1]!, whole: match[0] })), // prettier-ignore
  );
  const best = holes.find(({ prompt }) => prompt.includes('(keep: ')) ?? holes.find(({ prompt }) => !narrowHole.test(prompt)) ?? holes.find(({ prompt }) => !narrowestHole.test(prompt)) ?? holes[0]; // prettier-ignore
  if (!best) return undefined;
  const prompt = best.prompt.includes('(keep: ')
    ? best.prompt.replace(/\(keep: ([^)]*)\)/, (_, before: string) => `(keep: ${merged(before, kept)})`)
    : `${best.prompt} (keep: ${kept.join(', ')})`;
  return edits.map((edit, index) =>
    index === best.index
      ? { ...edit, insert: edit.insert.slice(0, best.at) + best.whole.replace(best.prompt, () => prompt) + edit.insert.slice(best.at + best.whole.length) } // prettier-ignore
      : edit,
  );
}

/** What was named before, without what the longer phrases say as well. */
function merged(before: string, kept: readonly string[]): string {
  const own = before.split(', ').filter((one) => !kept.some((phrase) => phrase.includes(one)));
  return [...own, ...kept].join(', ');
}

function factsOf(review: SentenceReview, hit: PhrasingHit): Fact[] {
  const { reading } = review;
  const weakness = weaknesses[hit.rule.id] ?? {};
  const isWeakPerson = (span: Span): boolean =>
    weakness.isPeople === true && isActor(reading, span) && overlaps(span, hit.match.span);
  const figures = readFigures(reading.text)
    .filter(({ start, end }) => !isWeakPerson({ start, end }))
    .filter(
      ({ kind, text }) =>
        !(weakness.isTime === true && /duration|clock|date|count/.test(kind)) &&
        !/^(?:one|a|an|half)\b/i.test(text),
    ) // prettier-ignore
    .map(({ start, end, text }) => fact({ start, end }, text));
  const quotes = [...reading.text.matchAll(/["“][^"“”]{2,}["”]/g)].map(({ index, 0: words }) =>
    fact({ start: index, end: index + words.length }, words.slice(1, -1).replace(/[.,]$/, '')),
  );
  const words = reading.terms
    .filter((_, index) => isFact(review, hit, weakness, index))
    .map(({ span, text }) => fact(span, text));
  return [...figures, ...quotes, ...words, ...deedsOf(review, hit), ...eventsOf(review, hit)];
}

/** Rules whose sentences tell work of the narrator's beside the weakness: that it was done is a fact. */
const workful: ReadonlySet<PhrasingRuleId> = new Set(['unverified-fix', 'late-communication', 'handed-off', 'solo-hero', 'weak-ownership']); // prettier-ignore

/** Work on a thing; what is said, felt, awaited or supposed is none, and "closed it and moved on" ends it. */
function isWork({ deeds, lemma }: VerbGroup): boolean {
  const none = ['be', 'communicate', 'delegate', 'wait', 'feel', 'learn', 'assume', 'decide'] as const;
  return !none.some((kind) => deeds.has(kind)) && !/^(?:have|do|get|take|make|give|call|shut|close|mark|move on|keep|let|go|come|say|see|look|read|happen|put|type|consider|declare|count|end up|deliver|hear|know|think|want|need|leave|cross|peek|peep|glance|carry|save|rescue|outmatch|outsmart|beat)\b/.test(lemma); // prettier-ignore
}

function deedsOf({ reading, judgement }: SentenceReview, { rule }: PhrasingHit): Fact[] {
  if (!workful.has(rule.id)) return [];
  return reading.clauses.flatMap(({ verb, subject, object }) => {
    const isDeed = (verb?.tense === 'past' || (verb?.tense === 'gerund' && verb.isPerfect)) && verb.modal === undefined && !verb.isNegated && verb.voice === 'active' && (subject === undefined || subject.actorClass === 'narrator') && isWork(verb); // prettier-ignore
    const reasons = judgement.explain(rule.id);
    const isHeavy = (span: Span): boolean => reading.terms.some((term) => overlaps(term.span, span) && weightOf(reasons, term.span) >= 2 * weighty); // prettier-ignore
    if (!isDeed || isHeavy(verb.mainSpan) || (object && isHeavy(object))) return [];
    const end = object && object.start >= verb.mainSpan.end ? object.end : verb.mainSpan.end;
    const main = reading.text.slice(verb.mainSpan.start, verb.mainSpan.end);
    return [fact({ start: verb.mainSpan.start, end }, main)];
  });
}

/** What broke, beside who is blamed or what is shrugged off: "prod died twice", "the shop was offline". */
function eventsOf({ reading }: SentenceReview, { rule }: PhrasingHit): Fact[] {
  if (!eventful.has(rule.id)) return [];
  return reading.clauses.flatMap(({ subject, verb, hasOwnSubject }) => {
    const isEvent = verb?.tense === 'past' && verb.modal === undefined && hasOwnSubject && subject?.actorClass === 'system' && (verb.deeds.has('fail') || verb.deeds.has('harm')); // prettier-ignore
    return isEvent ? [fact({ start: subject.span.start, end: verb.span.end }, subject.head)] : [];
  });
}

function fact(span: Span, words: string): Fact {
  // "IT" is not kept in "it", nor "app" in "happened"; "logs" is in "logged".
  const flags = /^\p{Lu}{2}/u.test(words) ? 'u' : 'iu';
  const sought = [words, stemOf(words)].map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(flags === 'u' ? sought.slice(0, 1) : sought)].join('|')})`, flags); // prettier-ignore
  return { span, isIn: (text) => pattern.test(text) };
}

/** "certificates" is kept in "certificate", and "Ramesh's" in "Ramesh". */
function stemOf(word: string): string {
  const one = singular(word.toLowerCase());
  return one.length > 5 ? one.replace(/(?:e|y|ie)$/, '') : one;
}

function isFact(review: SentenceReview, hit: PhrasingHit, weakness: Weakness, index: number): boolean {
  const { reading } = review;
  const { tag, text, normal, span } = reading.terms[index]!;
  const isFound = overlaps(span, hit.match.span);
  // A capital within the sentence, beyond the finding, is a name whatever it looks like: "moved the card to Done".
  if (!isFound && index > 0 && /^\p{Lu}[\p{L}\p{N}]/u.test(text)) return true;
  const isNaming = /^(?:noun|name)$/.test(tag) || (tag === 'gerund' && gerundNouns.has(normal));
  if (!isNaming || !/[\p{L}]{2}/u.test(text)) return false;
  const isCapital = /^\p{Lu}/u.test(text) && (index > 0 || tag === 'name');
  if (timeNouns.has(normal)) return isCapital && weakness.isTime !== true && weakness.isPicture !== true;
  if (vagueNoun.test(normal) || vagueNoun.test(singular(normal))) return false;
  if (weakness.isPeople === true && isFound && isPerson(reading, index)) return false;
  if (isTermOfArt(text) || isCapital) return true;
  return isFound ? isFactWithin(review, hit, weakness, index) : isLight(review, hit, index);
}

/** Whether what stands in the finding's own words is more than the weakness. */
function isFactWithin(
  review: SentenceReview,
  hit: PhrasingHit,
  { isPicture }: Weakness,
  index: number,
): boolean {
  const { terms, text } = review.reading;
  const { id } = hit.rule;
  if (id === 'vague-prevention' && checkbox.test(singular(terms[index]!.normal))) return false;
  if (subjectMatter.has(id) && isWhole(text, hit.match.span)) return true;
  // A long sentence holds more than its picture.
  // Who was told late is the matter of that finding.
  if (id === 'late-communication' && isPersonWord(terms[index]!.normal)) return true;
  if (isPicture === true && isInCircumstance(review.reading, index)) return true;
  if (isPicture === true)
    return text.split(/\s+/).length > 22 && (isCompound(terms, index) || isDefinite(terms, index));
  const isDescribed =
    /^(?:participle|past)$/.test(terms[index - 1]?.tag ?? '') &&
    !/^(?:be|have|get)$/.test(terms[index - 1]!.lemma);
  const isTechnical = systemNouns.has(singular(terms[index]!.normal)) || isCompound(terms, index) || isDefinite(terms, index) || isDescribed; // prettier-ignore
  return (isPicture === undefined || isTechnical) && isLight(review, hit, index);
}

/** Whether the word did not speak for the rule; of what two nouns name together, one may. */
function isLight(
  { reading, judgement }: SentenceReview,
  { rule, match }: PhrasingHit,
  index: number,
): boolean {
  const weight = weightOf(judgement.explain(rule.id), reading.terms[index]!.span);
  const isClose = /^(?:blame|vague-prevention)$/.test(rule.id) || isCompound(reading.terms, index) || (rule.id === 'solo-hero' && isDefinite(reading.terms, index)); // prettier-ignore
  if (subjectMatter.has(rule.id) && !overlaps(reading.terms[index]!.span, match.span)) return true;
  return weight < (isClose ? 2 * weighty : weighty);
}

/** A person, by name, role, team or title, or whoever acts in the sentence. */
function isPerson(reading: Reading, index: number): boolean {
  const { normal, text, span } = reading.terms[index]!;
  const isTitle = /^(?:C[A-Z]O|VP|HR|QA|PM|PO|EM|HQ|SRE)s?$/.test(text);
  return isPersonWord(normal) || givenNames.has(normal) || isTitle || isActor(reading, span);
}

/** A noun for a person, a group or a team. */
function isPersonWord(word: string): boolean {
  const one = singular(word);
  return isPersonNoun(one) || groupNouns.has(one) || teamNames.has(word);
}

/** "until the release shipped", "when the boards lit up": what a system did around the weakness. */
function isInCircumstance({ clauses, terms }: Reading, index: number): boolean {
  const { span } = terms[index]!;
  return clauses.some(
    ({ isSubordinate, connective, subject, verb }) =>
      (isSubordinate
        ? /^(?:until|till|when|while|after|before|once|so that)$/.test(connective ?? '')
        : connective === 'but' && verb?.lemma !== 'be') &&
      subject?.actorClass === 'system' &&
      overlaps(subject.span, span),
  );
}

/** "settlement file", "flame graph": what two nouns name together is a thing of the trade. */
function isCompound(terms: readonly Term[], index: number): boolean {
  return [terms[index - 1], terms[index + 1]].some((term) => term !== undefined && /^(?:noun|name|number)$/.test(term.tag) && !vagueNoun.test(term.normal) && !timeNouns.has(term.normal)); // prettier-ignore
}

/** "The platform had had enough", "gremlins in the scheduler": what the writer points at is there; "a storm in a teacup" is a picture. */
function isDefinite(terms: readonly Term[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:adjective|noun|name)$/.test(terms[at]!.tag)) at--;
  return /^(?:the|our|my|its|their|that|this|one)$/.test(terms[at]?.normal ?? '');
}

/** Exercises that prevent nothing by themselves: to name them is the weakness. */
const checkbox =
  /^(?:post-?mortem|retro|retrospective|review|wiki|process|training|documentation|monitoring|meeting|culture|discipline|checklist|attention|quality)$/;

/** Whether the finding's words are most of the sentence. */
function isWhole(text: string, { start, end }: Span): boolean {
  return end - start > 0.7 * text.trim().length;
}

/** What is written as no word is: "p95", "kube-proxy_2", "iOS", "#help". */
function isTermOfArt(text: string): boolean {
  return /\p{L}\d|\d\p{L}|[_/\\@#]|\p{Ll}\p{Lu}|\p{L}\.\p{L}/u.test(text);
}

/** Whether a person, team or company of the sentence is named there. */
function isActor({ clauses }: Reading, span: Span): boolean {
  return clauses.some(({ subject, affected, agent }) =>
    [subject, affected, agent].some(
      (actor) => actor !== undefined && /^(?:party|own-team)$/.test(actor.actorClass) && overlaps(actor.span, span),
    ),
  ); // prettier-ignore
}

/** What the word alone said for the rule. */
function weightOf(reasons: ReturnType<SentenceReview['judgement']['explain']>, { start, end }: Span): number {
  return reasons
    .filter((one) => /^(?:word|stem|section-word)$/.test(one.family) && one.start <= start && one.end >= end)
    .reduce((sum, { weight }) => sum + weight, 0);
}
