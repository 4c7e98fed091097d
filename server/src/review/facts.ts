import type { Term } from '../prose/clause';
import { isPersonNoun } from '../prose/actors';
import { givenNames, groupNouns, systemNouns, teamNames } from '../prose/lexicon/actors';
import { gerundNouns, timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import { vagueHead } from '../rules/rewriting/steps';
import { overlaps, spansOf, type Span } from '../text/span';
import { searchFor } from './holdsWords';
import { vagueNoun } from './keptPhrases';
import { heedsNoTimes, isOfFoil, leftWords, timePhrases } from './leftWords';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';
import { searchForTerm } from './tellings';
import { isOfWeakness, subjectMatter, weaknesses, type Weakness } from './weakness';

/** From this weight on, a word spoke for the rule in the judge's ears: it is part of the weakness. */
export const weighty = 0.25;

export interface Fact {
  readonly span: Span;
  /** Whether it is kept in a text. */
  readonly isIn: (text: string) => boolean;
}

/** What is counted is hours, nights or cups of coffee: "three sunrises", "two all-nighters". */
function isOfToil(behind: string): boolean {
  const noun = /^[\s-]*(?:\p{L}+\s+){0,2}?(\p{L}+)(?=$|[.,;]|\s)/u.exec(behind)?.[1]?.toLowerCase() ?? '';
  if (/^times?$/.test(noun)) return false;
  return (
    timeNouns.has(noun) ||
    /^(?:a|per|of|hour|shift|sleep|coffee|cup|can|sunrise|call|overtime|all|row|straight|running|night|weekend|holiday|hours)/.test(
      noun,
    )
  );
}

/** The facts of a finding's sentence: every rewrite of it is held against the same ones. */
const knownFacts = new WeakMap<PhrasingHit, readonly Fact[]>();

export function factsOf(review: SentenceReview, hit: PhrasingHit): readonly Fact[] {
  let facts = knownFacts.get(hit);
  if (!facts) knownFacts.set(hit, (facts = readFacts(review, hit)));
  return facts;
}

function readFacts(review: SentenceReview, hit: PhrasingHit): Fact[] {
  const { reading } = review;
  const { text } = reading;
  const { id } = hit.rule;
  const weakness = weaknesses[id] ?? {};
  const asTold = (span: Span): Fact => fact(span, text.slice(span.start, span.end));
  const words = reading.terms
    .filter((_, index) => isFact(review, hit, weakness, index))
    .map(({ span }) => asTold(span));
  const speaks = (span: Span): boolean => weightOf(review.judgement.explain(id), span) >= heard;
  const deeds = leftWords(reading, id, speaks).map((term) => ({
    span: term.span,
    isIn: searchForTerm(term),
  }));
  const times = timePhrases(reading, id, hit.match.span).map((span) => fact(span, lastWord(text, span)));
  return [
    ...figuresTold(review, hit, weakness),
    ...spansOf(text, quotation).map((span) => fact(span, withoutMarks(text, span))),
    ...words,
    ...clausesTold(text, id).map(asTold),
    ...deeds,
    ...times,
  ];
}

const quotation = /["“][^"“”]{2,}["”]|(?<=\s)['‘][^'‘’]{2,}['’](?=[\s.,;!?]|$)/g;

function withoutMarks(text: string, { start, end }: Span): string {
  return text.slice(start + 1, end - 1).replace(/[.,]$/, '');
}

/** What a rule's sentences tell in clauses beside the weakness. */
function clausesTold(text: string, id: PhrasingRuleId): Span[] {
  const pattern = toldInClauses[id];
  return pattern === undefined ? [] : spansOf(text, pattern);
}

const toldInClauses: Partial<Record<PhrasingRuleId, RegExp>> = {
  // "More rigour in how we estimate": what is to be done better, told by its verb.
  'vague-prevention': /\b(?:how (?:we|I)|what (?:our|the|my)) (?!do\b)[\p{L} ]*\p{L}/gu,
  // "Merely impossible to log in": what could not be done is the failure itself.
  minimizing: /\b(?:impossible|not possible|unable) to (?!say|tell)\p{Ll}+(?: \p{Ll}+)?/gu,
  // "And then it was right again": that it passed by itself is told of what failed.
  causeless: /\bit (?:was|came|went|ran|worked|started) [^,.;]{0,20}\bagain\b/giu,
};

/** The figures but for those that are weak themselves, and for "one" and "a" that count nothing. */
function figuresTold({ content, reading }: SentenceReview, hit: PhrasingHit, weakness: Weakness): Fact[] {
  const { id } = hit.rule;
  const isFound = (span: Span): boolean => overlaps(span, hit.match.span);
  return content.figures.figures
    .filter((figure) => {
      const { kind, text, start, end } = figure;
      if (weakness.isPeople === true && isActor(reading, figure) && isFound(figure)) return false;
      const isOfTime =
        /duration|clock|date/.test(kind) || (kind === 'count' && isOfToil(reading.text.slice(end)));
      if (weakness.isTime === true && isOfTime && (isFound(figure) || !/\d/.test(text))) return false;
      if (kind === 'money' || !indefinite.test(text)) return true;
      return (
        kind === 'duration' &&
        stretch.test(text) &&
        !heedsNoTimes(id) &&
        !isOfFoil(reading, id, { start, end })
      );
    })
    .map(({ start, end, text }) => fact({ start, end: end + ofWhat(reading.text, end) }, text));
}

/** "One", "a" and "half" count nothing, but in "one in four" and "one minute". */
const indefinite = /^(?:one|an?|half(?: an)?)\b(?! in )(?<!\b(?:one|half an)(?= (?:hour|minute)s?\b))/i;

/** From this weight on, a word was heard at all as the weakness. */
const heard = 0.1;

function lastWord(text: string, { start, end }: Span): string {
  return /[\p{L}]+(?=(?:\s(?:before|later|after|earlier))?$)/iu.exec(text.slice(start, end))?.[0] ?? '';
}

/** How long what follows a figure is that says of what it is: "a week of driving". */
function ofWhat(text: string, end: number): number {
  return (
    /^ of \p{Ll}+ing\b|^ (?:more|others|extra)(?: of (?:them|us|those|these))?\b/u.exec(text.slice(end))?.[0]
      .length ?? 0
  );
}

/** "A week", "half a year": a stretch of time, where "a day" and "a minute" may be a manner of speaking. */
const stretch = /^(?:an?|half(?: an?)?|one) (?:hour|week|fortnight|month|quarter|year|weekend)/i;

export function fact(span: Span, words: string): Fact {
  // "IT" is not kept in "it", nor "app" in "happened"; "logs" is in "logged".
  const heedsCapitals = /^(?:\p{Lu}{2}|The$)/u.test(words);
  return { span, isIn: searchFor(heedsCapitals ? [words] : [words, stemOf(words)], heedsCapitals) };
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
  // "8D", "3am-job": written as no word is, whatever it was read as.
  if (
    /\d\p{L}/u.test(text) &&
    isTermOfArt(text) &&
    !/^\d+(?:st|nd|rd|th|am|pm|h|hr|hrs|min|mins|s|x|k)$/i.test(text)
  )
    return true;
  const isNaming =
    /^(?:noun|name)$/.test(tag) ||
    (tag === 'adjective' && undertaking.test(normal)) ||
    (tag === 'gerund' && gerundNouns.has(normal));
  if (!isNaming || !/[\p{L}]{2}/u.test(text)) return false;
  const isCapital = /^\p{Lu}/u.test(text) && (index > 0 || tag === 'name');
  if (hit.rule.id === 'effort-not-initiative' && isWorkedOn(review, index)) return true;
  if (hit.rule.id === 'effort-not-initiative' && undertaking.test(normal) && isDefinite(reading.terms, index)) return true; // prettier-ignore
  if (timeNouns.has(normal))
    return (isCapital || isSeasonSpokenOf(reading, normal)) && weakness.isTime !== true;
  // What is counted is no vague word: "tickets have melted away".
  const isCounted = hit.rule.id === 'unquantified-claim' && /^(?:tickets|problems|issues|bugs|faults|outages|incidents|cases|questions)$/.test(normal); // prettier-ignore
  if (isCounted) return true;
  if (vagueNoun.test(normal) || (normal !== 'orders' && vagueNoun.test(singular(normal)))) return false;
  if (isOfWeakness(hit.rule.id, singular(normal)) || isEchoed(reading, index, hit.rule.id)) return false;
  if (weakness.isPeople === true && isFound && isPerson(reading, index)) return false;
  if (isTermOfArt(text) || isCapital) return true;
  if (isFound) return isFactWithin(review, hit, weakness, index);
  return weakness.isPicture === undefined || isLight(review, hit, index);
}

/** Words of systems that fate is spoken of with as well. */
const systemWord =
  /^(?:load|heat|network|power|traffic|weather|update|restart|cable|disk|memory|timing|version)$/;

/** "Belonged to the firewall", "got the smoke running": the thing that the hours went into, and no place, body or time. */
function isWorkedOn({ reading, judgement }: SentenceReview, index: number): boolean {
  const { normal, span } = reading.terms[index]!;
  return (
    isDefinite(reading.terms, index) &&
    !ofToil.test(singular(normal)) &&
    !timeNouns.has(normal) &&
    !isPersonWord(normal) &&
    !vagueNoun.test(normal) &&
    weightOf(judgement.explain('effort-not-initiative'), span) < 0.3
  );
}

const ofToil =
  /^(?:desk|office|floor|phone|couch|sofa|bed|home|house|car|van|train|kitchen|bathroom|building|lobby|canteen|keyboard|screen|laptop|clock|limit|mile|extra|candle|oil|sun|sunrise|dark|beach|party|wedding|funeral|table|dinner|lunch|meal|break|sleep|coffee|health|body|back|eye|foot|heart|soul|voice|kid|child|daughter|son|wife|family|dog|cat|birthday|holiday|vacation|game|match|leave|shift|rota|row|call|rest|world|company|team|job|work|commitment|dedication|effort|level|number|fact|hospital|church|gym|hotel|room|chair|corridor|street)$/;

/** What the hours were spent on. */
const undertaking =
  /^(?:go-live|launch|release|migration|cut-?over|rollout|project|audit|demo|deadline|upgrade|conversion|exam|opening)$/;

/** "Winter's covered now": a time that the sentence is about. */
function isSeasonSpokenOf({ clauses }: Reading, word: string): boolean {
  return (
    /^(?:spring|summer|autumn|winter|weekends?|christmas|easter)$/.test(word) &&
    clauses.some(({ subject }) => subject?.head === word)
  );
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
  if (
    id === 'vague-action' &&
    vagueHead.test(terms[index]!.normal) &&
    !/^(?:load|customers?|clients?|users?)$/.test(terms[index]!.normal)
  )
    return false;
  if (subjectMatter.has(id) && isWhole(text, hit.match.span)) return true;
  // "The heat, or the load, or the moon": a thing of the story that was guessed at.
  if (id === 'causeless' && isDefinite(terms, index) && systemWord.test(terms[index]!.normal)) return true;
  // Who was told late is the matter of that finding.
  if (id === 'late-communication' && isPersonWord(terms[index]!.normal)) return true;
  if (isPicture === true && isInCircumstance(review.reading, index)) return true;
  if (isPicture === true && id !== 'generic-learning' && isNamedThing(review.reading, id, index)) return true;
  if (isPicture === true)
    return text.split(/\s+/).length > 22 && (isCompound(terms, index) || isDefinite(terms, index));
  const isDescribed =
    /^(?:participle|past)$/.test(terms[index - 1]?.tag ?? '') &&
    !/^(?:be|have|get)$/.test(terms[index - 1]!.lemma);
  const { normal, span } = terms[index]!;
  // What the judge hears in a word of the trade is the company that it keeps: the thing itself is there.
  if (
    systemNouns.has(singular(normal)) ||
    isCompound(terms, index) ||
    (isPicture === undefined && id !== 'unquantified-claim')
  )
    return true;
  if (id === 'unquantified-claim') return isLight(review, hit, index);
  if (id === 'vague-action' && (isDefinite(terms, index) || isDescribed || isSubject(review.reading, span)))
    return true;
  return !isPictured(review.reading, id, index) && weightOf(review.judgement.explain(id), span) < 2 * weighty;
}

/** "Computers being computers": a shrug, not a thing. */
function isEchoed({ terms }: Reading, index: number, id: PhrasingRuleId): boolean {
  return id === 'causeless' && terms.filter(({ normal }) => normal === terms[index]!.normal).length > 1;
}

/** "It was a breadcrumb", "like a henhouse": what something is called or compared with. */
function isPictured({ terms }: Reading, id: PhrasingRuleId, index: number): boolean {
  // "It was only the payslip": what the writer points at is no picture.
  if (id === 'minimizing' && isDefinite(terms, index)) return false;
  let at = index - 1;
  while (
    at >= 0 &&
    /^(?:adjective|adverb|noun|name|gerund|participle|number|determiner)$/.test(terms[at]!.tag)
  )
    at--;
  const isThere = terms[at - 1]?.normal === 'there';
  return (terms[at]?.lemma === 'be' && !isThere) || /^(?:like|as|than)$/.test(terms[at]?.normal ?? '');
}

/** "These reports have cost me my eyesight", "the hospital's poster prize": what is named in a picture of effort or praise, and was there. */
function isNamedThing(reading: Reading, id: PhrasingRuleId, index: number): boolean {
  const { terms } = reading;
  const { normal, span } = terms[index]!;
  const isPointedAt = isDefinite(terms, index) || isCompound(terms, index);
  if (systemNouns.has(singular(normal))) return isPointedAt;
  if (id === 'activity-as-impact' || id === 'panic') return isCompound(terms, index) && !isPersonWord(normal);
  return (
    id === 'effort-not-initiative' &&
    isSubject(reading, span) &&
    isDefinite(terms, index) &&
    !isPersonWord(normal)
  );
}

/** Whether the word did not speak for the rule; of what two nouns name together, one may. */
function isLight(
  { reading, judgement }: SentenceReview,
  { rule, match }: PhrasingHit,
  index: number,
): boolean {
  const weight = weightOf(judgement.explain(rule.id), reading.terms[index]!.span);
  const isClose =
    /^(?:blame|vague-prevention)$/.test(rule.id) ||
    isCompound(reading.terms, index) ||
    (rule.id === 'solo-hero' && isDefinite(reading.terms, index)) ||
    isSubject(reading, reading.terms[index]!.span);
  if (subjectMatter.has(rule.id) && !overlaps(reading.terms[index]!.span, match.span)) return true;
  return weight < (isClose ? 2 * weighty : weighty);
}

/** A person, by name, role, team or title, or whoever acts in the sentence. */
function isPerson(reading: Reading, index: number): boolean {
  const { normal, text, span } = reading.terms[index]!;
  const isTitle = /^(?:C[A-Z]O|VP|HR|QA|PM|PO|EM|HQ|SRE)s?$/.test(text);
  // "The entire platform" is no team, unless it acts.
  const isOwnWord = isPersonWord(normal) && !teamNames.has(normal);
  return isOwnWord || givenNames.has(normal) || isTitle || isActor(reading, span);
}

/** A noun for a person, a group or a team. */
function isPersonWord(word: string): boolean {
  const one = singular(word);
  // Pods are containers before they are teams.
  return isPersonNoun(one) || (groupNouns.has(one) && one !== 'pod') || teamNames.has(word);
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
  return [terms[index - 1], terms[index + 1]].some(
    (term) =>
      term !== undefined &&
      /^(?:noun|name|number)$/.test(term.tag) &&
      !vagueNoun.test(term.normal) &&
      !timeNouns.has(term.normal),
  );
}

/** "The platform had had enough", "gremlins in the scheduler": what the writer points at is there; "a storm in a teacup" is a picture. */
function isDefinite(terms: readonly Term[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:adjective|noun|name)$/.test(terms[at]!.tag)) at--;
  return /^(?:the|our|my|its|their|that|this|one)$/.test(terms[at]?.normal ?? '');
}

/** "Packed decimals are a law unto themselves": what the sentence is about. */
function isSubject({ clauses, text }: Reading, span: Span): boolean {
  return clauses.some(
    ({ subject, hasOwnSubject }) =>
      hasOwnSubject &&
      subject?.actorClass === 'system' &&
      overlaps(subject.span, span) &&
      text.slice(span.start, span.end).toLowerCase() === subject.head,
  );
}

/** Whether the finding's words are most of the sentence. */
function isWhole(text: string, { start, end }: Span): boolean {
  return end - start > 0.7 * text.trim().length;
}

/** What is written as no word is: "p95", "kube-proxy_2", "iOS", "#help". */
function isTermOfArt(text: string): boolean {
  return /\p{L}\d|\d\p{L}|[_/\\@#]|\p{Ll}\p{Lu}|\p{L}\.\p{L}/u.test(text);
}

/** Whether a person, team or company of the sentence is named there. */
function isActor({ clauses, text }: Reading, span: Span): boolean {
  return clauses.some(({ subject, affected, agent }) =>
    // "I got 70 suppliers back online": those for whom the narrator did it are no rivals.
    [subject, subject?.actorClass === 'narrator' ? undefined : affected, agent].some(
      (actor) =>
        actor !== undefined &&
        /^(?:party|own-team)$/.test(actor.actorClass) &&
        overlaps(actor.span, span) &&
        // "Me with my Excel": what somebody has is a thing.
        !/\bwith (?:[\p{L}'’]+ ){0,2}$/iu.test(text.slice(0, span.start)),
    ),
  );
}

const ofWords: ReadonlySet<string> = new Set(['word', 'stem', 'section-word']);

/** What the word alone said for the rule. */
export function weightOf(
  reasons: ReturnType<SentenceReview['judgement']['explain']>,
  { start, end }: Span,
): number {
  return reasons
    .filter((one) => ofWords.has(one.family) && one.start <= start && one.end >= end)
    .reduce((sum, { weight }) => sum + weight, 0);
}
