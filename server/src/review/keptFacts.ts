import type { Term } from '../prose/clause';
import { isPersonNoun } from '../prose/actors';
import { givenNames, groupNouns, systemNouns, teamNames } from '../prose/lexicon/actors';
import { gerundNouns, timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import { vagueNoun as vagueTopic } from '../rules/rewriting/mechanisms';
import { vagueHead } from '../rules/rewriting/steps';
import type { Edit } from '../text/edit';
import type { Rewrite } from '../text/rewrite';
import { overlaps, type Span } from '../text/span';
import { searchFor } from './holdsWords';
import { phrasesAround, vagueNoun } from './keptPhrases';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';
import { tellingsOf, type Telling } from './tellings';

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
  const { id } = hit.rule;
  const tellings: Span[] = [];
  let told = result;
  for (const telling of tellingsOf(review, hit)) {
    const { span } = telling;
    if (telling.isIn(told) || (id === 'blame' && isToldWithoutDoer(reading, telling, result))) continue;
    tellings.push(span);
    // What one clause says already needs no other one.
    told += ` ${reading.text.slice(span.start, span.end)}`;
  }
  const lost = factsOf(review, hit).filter(({ isIn }) => !isIn(result)).map(({ span }) => span); // prettier-ignore
  const isWeak = (span: Span): boolean => weightOf(review.judgement.explain(id), span) >= weighty;
  return phrasesAround(reading, { lost, tellings, isWeak, keepsPurposes: id === 'vague-prevention' });
}

/** "A bad config reached production" of "DevOps pushed a bad config": what was done stands outside the holes, without its verb. */
function isToldWithoutDoer({ terms }: Reading, { span }: Telling, result: string): boolean {
  const told = result.replace(/\{\{[^{}]*\}\}/g, ' ');
  const things = terms.filter((term) => /^(?:noun|name)$/.test(term.tag) && overlaps(term.span, span) && !vagueNoun.test(term.normal)); // prettier-ignore
  return things.length > 0 && things.every((term) => fact(term.span, term.text).isIn(told));
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

/** What is counted is hours, nights or cups of coffee: "three sunrises", "two all-nighters". */
function isOfToil(behind: string): boolean {
  const noun = /^[\s-]*(?:\p{L}+\s+){0,2}?(\p{L}+)(?=$|[.,;]|\s)/u.exec(behind)?.[1]?.toLowerCase() ?? '';
  return timeNouns.has(noun) || /^(?:a|per|of|hour|shift|sleep|coffee|cup|can|sunrise|call|overtime|all|row|straight|running|night|weekend|holiday|hours)/.test(noun); // prettier-ignore
}

/** The facts of a finding's sentence: every rewrite of it is held against the same ones. */
const knownFacts = new WeakMap<PhrasingHit, readonly Fact[]>();

function factsOf(review: SentenceReview, hit: PhrasingHit): readonly Fact[] {
  let facts = knownFacts.get(hit);
  if (!facts) knownFacts.set(hit, (facts = readFacts(review, hit)));
  return facts;
}

function readFacts(review: SentenceReview, hit: PhrasingHit): Fact[] {
  const { reading } = review;
  const weakness = weaknesses[hit.rule.id] ?? {};
  const isWeakPerson = (span: Span): boolean =>
    weakness.isPeople === true && isActor(reading, span) && overlaps(span, hit.match.span);
  const figures = review.content.figures.figures
    .filter(({ start, end }) => !isWeakPerson({ start, end }))
    .filter(
      ({ kind, text, end }) =>
        !(
          weakness.isTime === true &&
          (/duration|clock|date/.test(kind) || (kind === 'count' && isOfToil(reading.text.slice(end))))
        ) &&
        (kind === 'money' ||
          !/^(?:one|an?|half(?: an)?)\b(?<!\b(?:one|half an)(?= (?:hour|minute)s?\b))/i.test(text)),
    ) // prettier-ignore
    .map(({ start, end, text }) => fact({ start, end }, text));
  const quotes = [...reading.text.matchAll(/["“][^"“”]{2,}["”]/g)].map(({ index, 0: words }) =>
    fact({ start: index, end: index + words.length }, words.slice(1, -1).replace(/[.,]$/, '')),
  );
  const words = reading.terms
    .filter((_, index) => isFact(review, hit, weakness, index))
    .map(({ span, text }) => fact(span, text));
  // "More rigour in how we estimate": what is to be done better, told by its verb.
  const ways =
    hit.rule.id === 'vague-prevention'
      ? [...reading.text.matchAll(/\b(?:how (?:we|I)|what (?:our|the|my)) (?!do\b)[\p{L} ]+/gu)]
      : [];
  const manners = ways.map(({ index, 0: way }) => fact({ start: index, end: index + way.trimEnd().length }, way.trim())); // prettier-ignore
  // "Merely impossible to log in": what could not be done is the failure itself.
  const failures =
    hit.rule.id === 'minimizing'
      ? [
          ...reading.text.matchAll(
            /\b(?:impossible|not possible|unable) to (?!say|tell)\p{Ll}+(?: \p{Ll}+)?/gu,
          ),
        ]
      : [];
  const harms = failures.map(({ index, 0: told }) => fact({ start: index, end: index + told.length }, told));
  return [...figures, ...quotes, ...words, ...manners, ...harms];
}

function fact(span: Span, words: string): Fact {
  // "IT" is not kept in "it", nor "app" in "happened"; "logs" is in "logged".
  const heedsCapitals = /^\p{Lu}{2}/u.test(words);
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
  const isNaming = /^(?:noun|name)$/.test(tag) || (tag === 'gerund' && gerundNouns.has(normal));
  if (!isNaming || !/[\p{L}]{2}/u.test(text)) return false;
  const isCapital = /^\p{Lu}/u.test(text) && (index > 0 || tag === 'name');
  if (timeNouns.has(normal)) return isCapital && weakness.isTime !== true;
  if (vagueNoun.test(normal) || (normal !== 'orders' && vagueNoun.test(singular(normal)))) return false;
  if (isOfWeakness(hit.rule.id, singular(normal)) || isEchoed(reading, index, hit.rule.id)) return false;
  if (weakness.isPeople === true && isFound && isPerson(reading, index)) return false;
  if (isTermOfArt(text) || isCapital) return true;
  if (isFound) return isFactWithin(review, hit, weakness, index);
  return weakness.isPicture === undefined || isLight(review, hit, index);
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
  if (id === 'vague-action' && vagueHead.test(terms[index]!.normal) && !/^(?:load|customers?|clients?|users?)$/.test(terms[index]!.normal)) return false; // prettier-ignore
  if (subjectMatter.has(id) && isWhole(text, hit.match.span)) return true;
  // A long sentence holds more than its picture.
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
  return !isPictured(review.reading, index) && weightOf(review.judgement.explain(id), span) < 2 * weighty;
}

/** "Computers being computers": a shrug, not a thing. */
function isEchoed({ terms }: Reading, index: number, id: PhrasingRuleId): boolean {
  return id === 'causeless' && terms.filter(({ normal }) => normal === terms[index]!.normal).length > 1;
}

/** "It was a breadcrumb", "like a henhouse": what something is called or compared with. */
function isPictured({ terms }: Reading, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:adjective|adverb|noun|name|gerund|participle|number|determiner)$/.test(terms[at]!.tag)) at--; // prettier-ignore
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
  return id === 'effort-not-initiative' && isSubject(reading, span) && isDefinite(terms, index) && !isPersonWord(normal); // prettier-ignore
}

/** Whether the word did not speak for the rule; of what two nouns name together, one may. */
function isLight(
  { reading, judgement }: SentenceReview,
  { rule, match }: PhrasingHit,
  index: number,
): boolean {
  const weight = weightOf(judgement.explain(rule.id), reading.terms[index]!.span);
  const isClose = /^(?:blame|vague-prevention)$/.test(rule.id) || isCompound(reading.terms, index) || (rule.id === 'solo-hero' && isDefinite(reading.terms, index)) || isSubject(reading, reading.terms[index]!.span); // prettier-ignore
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
  return [terms[index - 1], terms[index + 1]].some((term) => term !== undefined && /^(?:noun|name|number)$/.test(term.tag) && !vagueNoun.test(term.normal) && !timeNouns.has(term.normal)); // prettier-ignore
}

/** "The platform had had enough", "gremlins in the scheduler": what the writer points at is there; "a storm in a teacup" is a picture. */
function isDefinite(terms: readonly Term[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /^(?:adjective|noun|name)$/.test(terms[at]!.tag)) at--;
  return /^(?:the|our|my|its|their|that|this|one)$/.test(terms[at]?.normal ?? '');
}

/** "Packed decimals are a law unto themselves": what the sentence is about. */
function isSubject({ clauses, text }: Reading, span: Span): boolean {
  return clauses.some(({ subject, hasOwnSubject }) => hasOwnSubject && subject?.actorClass === 'system' && overlaps(subject.span, span) && text.slice(span.start, span.end).toLowerCase() === subject.head); // prettier-ignore
}

/** A word by which the weakness itself is told. */
function isOfWeakness(id: PhrasingRuleId, word: string): boolean {
  if (id === 'vague-prevention') return checkbox.test(word) || (vagueTopic.test(word) && word !== 'change');
  return wordsOfWeakness[id]?.test(word) ?? false;
}

const wordsOfWeakness: Partial<Record<PhrasingRuleId, RegExp>> = {
  blame:
    /^(?:negligence|incompetence|ignorance|blame|leadership|boot|shoulder|drama|catastrophe|tragedy|disaster|soul|lapse|diligence|competence|defen[cs]e)$/,
  'weak-ownership':
    /^(?:duty|shift|rota|rotation|roster|list|turn|desk|plate|lap|queue|priority|custom|qualification|role|position|straw|initials?|charge|say|lot|short|letter|ergo|fight|extent)$/,
  'solo-hero':
    /^(?:hero|rescue|genius|shoulder|instinct|wit|gift|talent|adult|brain|decoration|nose|credit|experience|blunt|sun|savio[u]?r|judg[e]?ment|glory|applause|lack|sky|rite)$/,
  'unverified-fix':
    /^(?:silence|complaint|sign|gut|feeling|faith|hope|sleep|news|glance|doubt|strength|wood|peep|lid|laptop|gold|book|likelihood|estimation|confidence|chapter|proof|drama|endorsement|outcome|blessing|night|bed|coat|eyeball|fact)$/,
  'late-communication':
    /^(?:note|mail|e-?mail|message|line|word|update|report|post|heads-up|letter|notice|sms|explanation|affair|matter|subject|reason|deal|wood)$/,
  'handed-off': /^(?:direction|fear|pocket|fence|wall|hook)$/,
  causeless:
    /^(?:gods?|gremlin|murphy|luck|fate|mercury|retrograde|moon|star|karma|ghost|devil|curse|rhyme|beast|nature|spirit|demon|universe|mystery|voodoo|goblin|butterfly|hurricane|punch|law|theory|mood|will|force|shit|history|weather|culprit|rays?|age|agency)$/,
  minimizing:
    /^(?:blip|hiccup|glitch|hitch|storm|teacup|scratch|drama|tragedy|fuss|scene|harm|deal|moon|typist|blame|guilt|defen[cs]e|fortune|importance|consequence|bump|weight|seat|drop|ocean|breeze|biggie|scheme|loss|mistake|formality|event|interest|exaggeration|noise)$/,
  'vague-action':
    /^(?:trial|error|hat|sleeve|string|goods|eye|magic|deep|dive|breath|detective|elimination|maintenance|lever|card|necessary|corrections?|measure|approach|technique|tool)$/,
};

/** Exercises that prevent nothing by themselves: to name them is the weakness. */
const checkbox =
  /^(?:closer|sharper|greater|better|safer|safe|open|eyes?|care|tighter|stricter|post-?mortem|retro|retrospective|review|wiki|process|training|documentation|monitoring|testing|tests?|guardrail|safeguard|alert|dashboard|measure|observability|procedure|effort|meeting|culture|discipline|checklist|attention|quality)$/;

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

const ofWords: ReadonlySet<string> = new Set(['word', 'stem', 'section-word']);

/** What the word alone said for the rule. */
function weightOf(reasons: ReturnType<SentenceReview['judgement']['explain']>, { start, end }: Span): number {
  return reasons
    .filter((one) => ofWords.has(one.family) && one.start <= start && one.end >= end)
    .reduce((sum, { weight }) => sum + weight, 0);
}
