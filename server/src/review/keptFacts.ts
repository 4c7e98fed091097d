import { readFigures } from '../figures/read';
import type { Term, VerbGroup } from '../prose/clause';
import { isPersonNoun } from '../prose/actors';
import { givenNames, groupNouns, systemNouns, teamNames } from '../prose/lexicon/actors';
import { timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import { isAtStart } from '../rules/rewriting/edits';
import type { Edit } from '../text/edit';
import type { Rewrite } from '../text/rewrite';
import { overlaps, type Span } from '../text/span';
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

/** Nouns that name nothing by themselves, and figures of speech. */
const vagueNoun =
  /^(?:things?|stuff|way|ways|lot|lots|bit|part|parts|side|end|ends|matter|point|case|cases|kind|sort|deal|number|reason|reasons|rest|place|course|fact|sense|manner|degree|extent|word|words|mind|head|heads|hand|hands|eye|eyes|fingers?|heart|foot|feet|back|life|world|luck|everything|anything|nothing|something|everyone|someone|anyone|anybody|everybody|nobody|none|others?|another|one|ones|self|myself|itself|me|person|people|folks?|guys?|job|work|problem|problems|issue|issues|situation|incident|mess|story|lesson|picture|look|step|steps|turn|name|choice|moment|beginning|start|middle|top|bottom|rule|sake|use|need|idea|opinion|view|sight|hindsight|while|bug|cause|culprit|fault|faults|bugs|outage|check|angles?|different|solution|intervention|heaps?|tons?|loads?|scores|plenty|damage|god|magic|miracle|contribution|\p{L}{4,}ness|times?|sooner|later|little|few|much|more|most|less|enough|half|whole|detail|details|terms?|order|line|light|question|answer|truth|example|chance|effort|attempt|try|effect|result|results|total|amount|level|area|state|status|thanks|fine|good|best|better|worse|worst|wrong|right)$/u;

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
  return phrasesAround(reading, lost.map(({ span }) => span), isWeak, eventful.has(hit.rule.id)); // prettier-ignore
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
  return !none.some((kind) => deeds.has(kind)) && !/^(?:have|do|get|take|make|give|call|shut|close|mark|move on|keep|let|go|come|say|see|look|read|hear|know|think|want|need|leave|cross|peek|peep|glance|carry|save|rescue|outmatch|outsmart|beat)\b/.test(lemma); // prettier-ignore
}

function deedsOf({ reading, judgement }: SentenceReview, { rule }: PhrasingHit): Fact[] {
  if (!workful.has(rule.id)) return [];
  return reading.clauses.flatMap(({ verb, subject, object }) => {
    const isDeed = verb?.tense === 'past' && verb.modal === undefined && !verb.isNegated && verb.voice === 'active' && (subject === undefined || subject.actorClass === 'narrator') && isWork(verb); // prettier-ignore
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
  const sought = [words.toLowerCase(), stemOf(words)];
  return { span, isIn: (text) => sought.some((one) => text.toLowerCase().includes(one)) };
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
  if (!/^(?:noun|name)$/.test(tag) || !/[\p{L}]{2}/u.test(text)) return false;
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
  if (subjectMatter.has(id)) return isWhole(text, hit.match.span);
  // A long sentence holds more than its picture.
  if (isPicture === true) return text.split(/\s+/).length > 22 && isCompound(terms, index);
  const isTechnical = systemNouns.has(singular(terms[index]!.normal)) || isCompound(terms, index) || isDefinite(terms, index); // prettier-ignore
  return (isPicture === undefined || isTechnical) && isLight(review, hit, index);
}

/** Whether the word did not speak for the rule; of what two nouns name together, one may. */
function isLight({ reading, judgement }: SentenceReview, { rule }: PhrasingHit, index: number): boolean {
  const weight = weightOf(judgement.explain(rule.id), reading.terms[index]!.span);
  return subjectMatter.has(rule.id) || weight < (isCompound(reading.terms, index) ? 2 * weighty : weighty);
}

/** A person, by name, role, team or title, or whoever acts in the sentence. */
function isPerson(reading: Reading, index: number): boolean {
  const { normal, text, span } = reading.terms[index]!;
  const one = singular(normal);
  const isNoun = isPersonNoun(one) || groupNouns.has(one) || teamNames.has(normal) || givenNames.has(normal);
  return isNoun || /^(?:C[A-Z]O|VP|HR|QA|PM|PO|EM|HQ|SRE)s?$/.test(text) || isActor(reading, span);
}

/** "settlement file", "flame graph": what two nouns name together is a thing of the trade. */
function isCompound(terms: readonly Term[], index: number): boolean {
  return [terms[index - 1], terms[index + 1]].some((term) => term !== undefined && /^(?:noun|name|number)$/.test(term.tag) && !vagueNoun.test(term.normal) && !timeNouns.has(term.normal)); // prettier-ignore
}

/** "The platform had had enough", "gremlins in the scheduler": what the writer points at is there; "a storm in a teacup" is a picture. */
function isDefinite(terms: readonly Term[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:adjective|noun|name)$/.test(terms[at]!.tag)) at--;
  return /^(?:the|our|my|its|their)$/.test(terms[at]?.normal ?? '');
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

/** The phrases in which the words stand, in the writer's own words and order: what stands close together is one phrase. */
function phrasesAround(
  reading: Reading,
  lost: readonly Span[],
  isWeak: (span: Span) => boolean,
  tellsEvents: boolean,
): string[] {
  // prettier-ignore
  const { terms, text } = reading;
  const isLost = terms.map(({ span }) => lost.some((one) => overlaps(one, span)));
  const phrases: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (!isLost[at]) continue;
    const told = tellsEvents ? eventAt(reading, terms[at]!.span.start) : undefined;
    if (told) {
      phrases.push(
        plain(text.slice(told.start, told.end), isAtStart(text, told.start) && terms[at]!.tag !== 'name'),
      );
      while (at + 1 < terms.length && terms[at + 1]!.span.end <= told.end) at++;
      continue;
    }
    const first = startOf(terms, at, isWeak);
    let last = endOf(terms, at);
    for (;;) {
      const next = nextLost(terms, isLost, last);
      if (next === undefined) break;
      last = endOf(terms, next);
    }
    const words = text.slice(terms[first]!.span.start, terms[last]!.span.end);
    phrases.push(plain(words, first === 0 && terms[first]!.tag !== 'name'));
    at = last;
  }
  return [...new Set(phrases)];
}

/** The words without what a hole can't hold, and without the capital that the start of the sentence gave. */
function plain(words: string, isFirst: boolean): string {
  const bare = words.replace(/[{}|()]/g, '').trim();
  return isFirst && /^\p{Lu}(?!\p{Lu})/u.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

/** A clause that tells what a system did or suffered is a fact as a whole: "the shop was offline for three hours". */
function eventAt({ clauses, text }: Reading, offset: number): Span | undefined {
  const event = clauses.find(
    ({ span, subject, verb, hasOwnSubject, isSubordinate }) =>
      span.start <= offset && offset < span.end && verb?.tense === 'past' && verb.modal === undefined && hasOwnSubject && !isSubordinate && (subject?.actorClass === 'system' || (subject?.actorClass === 'impersonal' && verb.lemma !== 'be')) && subject.span.start >= span.start,
  ); // prettier-ignore
  if (!event || event.subject!.span.start > offset) return undefined;
  const { start } = event.subject!.span;
  const words = text
    .slice(start, event.span.end)
    .replace(/[\s,;:.!?–—]*(?:\b(?:and|but|so|because|which|who|that|as|when)\b)?[\s,]*$/, '');
  const count = words.split(/\s+/).length;
  const least = event.verb!.lemma === 'be' ? 5 : 3;
  return count >= least && count <= 14 && start + words.length > offset
    ? { start, end: start + words.length }
    : undefined;
}

const modifier = /^(?:adjective|noun|name|number|participle|gerund|possessive)$/;

/** Back over what belongs to the noun, and over the deed that it is the object of. */
function startOf(terms: readonly Term[], at: number, isWeak: (span: Span) => boolean): number {
  let first = at;
  while (first > 0 && modifier.test(terms[first - 1]!.tag) && !vagueNoun.test(terms[first - 1]!.normal))
    first--;
  while (terms[first]!.tag === 'possessive') first++;
  const own = terms[first - 1]?.tag === 'determiner' ? first - 1 : first;
  const deed = /^(?:preposition|particle)$/.test(terms[own - 1]?.tag ?? '') ? own - 2 : own - 1;
  const verb = terms[deed];
  return verb !== undefined &&
    /^(?:past|gerund|participle)$/.test(verb.tag) &&
    !/^(?:be|have|do|get|go|come|make|take|give|put|keep|hold|let|wait)$/.test(verb.lemma) &&
    !isWeak(verb.span)
    ? deed
    : first;
}

function endOf(terms: readonly Term[], at: number): number {
  let last = at;
  while (last < terms.length - 1 && /^(?:noun|name|number)$/.test(terms[last + 1]!.tag)) last++;
  return last;
}

/** The next word that would be lost, where only prepositions, determiners and what describes it stand between. */
function nextLost(terms: readonly Term[], isLost: readonly boolean[], last: number): number | undefined {
  for (let at = last + 1; at < terms.length && at <= last + 4; at++) {
    if (isLost[at]) return at;
    if (!/^(?:preposition|determiner|adjective|adverb|participle|gerund|possessive|noun|number|to)$/.test(terms[at]!.tag)) return undefined; // prettier-ignore
  }
  return undefined;
}
