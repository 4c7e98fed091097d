import type { Clause, Term } from '../prose/clause';
import { isPersonNoun } from '../prose/actors';
import { timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import { participle, pastTense } from '../prose/verbForms';
import type { PhrasingRuleId } from '../rubric/ids';
import { contains, overlaps, type Span } from '../text/span';
import { searchFor } from './holdsWords';
import { vagueNoun } from './keptPhrases';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';
import { foil, idle, mental, toil, triumph, vagueWork, whim } from './tellingVerbs';

/** A clause that tells what happened or what was done, beside the weakness: a fact as a whole. */
export interface Telling {
  /** The words to keep: from the subject on, or from the verb on where the narrator or somebody blamed acts. */
  readonly span: Span;
  /** Whether a text still tells it: every thing and deed of it is named there. */
  readonly isIn: (text: string) => boolean;
}

/** Whose clauses tell a fact beside the weakness that a rule finds. */
interface Tellers {
  /** The narrator's own work: "I rebooted the scheduler". */
  readonly work?: true;
  /** What a system did or suffered: "half of the sensors were gone". */
  readonly events?: true;
  /** What others did; of somebody blamed the deed without the name: "changed the master data". */
  readonly others?: 'deed' | 'whole';
}

const tellers: Partial<Record<PhrasingRuleId, Tellers>> = {
  blame: { events: true, others: 'deed', work: true },
  'unverified-fix': { work: true, events: true },
  'late-communication': { work: true, events: true },
  'handed-off': { work: true, events: true },
  'solo-hero': { work: true, events: true, others: 'whole' },
  'weak-ownership': { work: true, events: true },
  'effort-not-initiative': { work: true, events: true },
  'activity-as-impact': { work: true, events: true },
  'vague-action': { work: true, events: true },
  minimizing: { work: true, events: true, others: 'whole' },
  causeless: { work: true, events: true },
  'no-change': { work: true, events: true },
  panic: { work: true, events: true },
  'we-action': { work: true, others: 'whole' },
};

/** The tellings of a sentence, in its order. */
export function tellingsOf(review: SentenceReview, hit: PhrasingHit): Telling[] {
  const { id } = hit.rule;
  const wanted = tellers[id];
  if (!wanted) return [];
  const { reading } = review;
  const weights = weightsOfClauses(review, id);
  const heaviest = Math.max(...weights.values());
  return reading.clauses.flatMap((clause) => {
    const weight = weights.get(clause) ?? 0;
    const isWeakest = weight === heaviest && overlaps(clause.span, hit.match.span);
    const isBeside = besides.has(id) && weight < heaviest / 2;
    const start =
      startOfTelling(clause, id, wanted, isWeakest) ??
      (isBeside ? startBeside(reading.text, clause, id) : undefined);
    if (start === undefined) return [];
    const span = withoutTie(reading.text, { start, end: endOfTelling(reading, clause) });
    const words = toldBy(reading, span).filter((term) => id !== 'blame' || !isPersonOf(reading, term));
    const count = reading.text.slice(span.start, span.end).split(/\s+/).length;
    if (count < 2 || count > 20 || (words.length === 0 && !isPronounDeed(clause, count))) return [];
    const told = reading.text.slice(span.start, span.end).toLowerCase();
    const searches = words.map(searchForTerm);
    const isIn = (text: string): boolean =>
      words.length === 0 ? text.toLowerCase().includes(told) : searches.every((isNamedIn) => isNamedIn(text));
    return [{ span, isIn }];
  });
}

/** "It came back", "they could get on": short as it is, it tells. */
function isPronounDeed({ subject, verb }: Clause, count: number): boolean {
  return count >= 3 && /^(?:it|they|he|she|we)$/i.test(subject?.text ?? '') && verb?.lemma !== 'be';
}

/** How loud each clause spoke for the rule in the judge's ears. */
function weightsOfClauses({ reading, judgement }: SentenceReview, id: PhrasingRuleId): Map<Clause, number> {
  const reasons = judgement.explain(id);
  const told = reading.clauses.filter(({ verb }) => verb !== undefined);
  return new Map(
    told.map((clause) => [
      clause,
      reasons
        .filter(({ start, end }) => contains(clause.span, { start, end }))
        .reduce((sum, { weight }) => sum + weight, 0),
    ]),
  );
}

/** Rules beside whose weak clause any other one is told for its own sake. */
const besides: ReadonlySet<PhrasingRuleId> = new Set([
  'blame',
  'unverified-fix',
  'solo-hero',
  'minimizing',
  'causeless',
  'late-communication',
  'no-change',
  'vague-action',
  'weak-ownership',
]);

/** A clause beside the weak one, whoever acts in it, unless it only says that something is thought, or hangs in the weak one. */
function startBeside(
  text: string,
  { subject, verb, connective, span, object, isSubordinate }: Clause,
  id: PhrasingRuleId,
): number | undefined {
  if (!verb || !/^(?:past|present|future)$/.test(verb.tense)) return undefined;
  if (/^(?:that|which|who|whom|whose|what|how|why|whether|unless|than|where|as|to)$/.test(connective ?? ''))
    return undefined;
  if (connective === undefined && isSubordinate) return undefined;
  if (id === 'vague-action' && vagueWork.test(verb.lemma)) return undefined;
  if (id === 'late-communication' && verb.deeds.has('communicate')) return undefined;
  if (
    mental.test(verb.lemma) ||
    /^(?:say|tell|mean|see|call|put|wonder|happen|seem|guess|let)\b/.test(verb.lemma)
  )
    return undefined;
  if (/^(?:nobody|no one|none|nothing|you|one|who|everyone|everybody)\b/i.test(subject?.text ?? ''))
    return undefined;
  if (id === 'solo-hero' && subject?.actorClass === 'party' && foil.test(verb.lemma)) return undefined;
  const isOthers = subject?.actorClass === 'party';
  const isCircumstance = /^(?:when|while|after|before|until|once)$/.test(connective ?? '');
  if (isOthers && (id === 'blame' || (id === 'weak-ownership' && !isCircumstance))) return undefined;
  if (
    verb.lemma === 'be' &&
    /^(?:it|that|this|they|we|I)$/i.test(subject?.text ?? '') &&
    object === undefined
  )
    return undefined;
  if (/^(?:that|which|any\p{L}*)\b/iu.test(subject?.text ?? '') || whim.test(verb.lemma)) return undefined;
  const tie =
    /^[\s,;:–—]*(?:\b(?:and|but|so|or|yet|because|since|for|when|while|as|after|before|until|till|once|although|though|then)\b[\s,]*)*/i.exec(
      text.slice(span.start),
    )![0].length;
  return span.start + tie;
}

function startOfTelling(
  clause: Clause,
  id: PhrasingRuleId,
  wanted: Tellers,
  isWeakest: boolean,
): number | undefined {
  const { subject, verb } = clause;
  if (!verb || !isFinite(clause) || verb.modal !== undefined) return undefined;
  if (/^(?:if|unless|whether)$/.test(clause.connective ?? '')) return undefined;
  const isOwn = subject === undefined || /^(?:narrator|own-team)$/.test(subject.actorClass);
  if (isOwn) {
    const isTold =
      wanted.work &&
      (verb.tense !== 'present' || verb.isPerfect) &&
      !verb.isNegated &&
      verb.voice === 'active';
    return isTold && isWork(clause, id) ? verb.mainSpan.start : undefined;
  }
  const { start } = subject.span;
  const isSpoken = clause.hasOwnSubject && start >= clause.span.start;
  // "No money went astray": the fact is that it did not.
  if (id === 'minimizing' && isSpoken && verb.tense === 'past' && /^(?:no|none of)\b/i.test(subject.text))
    return start;
  if (subject.actorClass === 'system')
    return wanted.events && isSpoken && !isVague(subject.head) && isEvent(clause, id, isWeakest)
      ? start
      : undefined;
  // "It was broken the next day": the thing itself has been named before.
  if (/^it$/i.test(subject.text) && id === 'causeless')
    return verb.tense === 'past' &&
      (verb.voice === 'passive' || !lightVerb.test(verb.lemma)) &&
      !whim.test(verb.lemma)
      ? start
      : undefined;
  // "It ordered no bread": what it did to a thing.
  if (/^it$/i.test(subject.text) && id === 'minimizing')
    return verb.tense === 'past' && clause.object !== undefined && !lightVerb.test(verb.lemma)
      ? start
      : undefined;
  // "The patients lost nothing": how those fared whom the system serves.
  if (id === 'effort-not-initiative' && served.test(subject.head) && isSpoken) return start;
  if (subject.actorClass !== 'party' || verb.isNegated || wanted.others === undefined) return undefined;
  if (wanted.others === 'deed')
    return clause.object !== undefined &&
      !mental.test(verb.lemma) &&
      !/^(?:mess|screw|botch|bungle|blow|drop the ball|take|have|sell)\b/.test(verb.lemma)
      ? verb.mainSpan.start
      : undefined;
  const isFoil = id === 'solo-hero' ? foil.test(verb.lemma) : mental.test(verb.lemma) || verb.lemma === 'be';
  const isPlayedDown =
    id === 'minimizing' &&
    clause.object !== undefined &&
    !/^(?:nobody|no one|none|most|people|the (?:customer|client|user|press)s?)\b/i.test(subject.text);
  return isFoil || (isWeakest && !isPlayedDown) || !isSpoken ? undefined : start;
}

const served =
  /^(?:users?|customers?|clients?|patients?|passengers?|students?|pupils?|readers?|viewers?|players?|drivers?|guests?|tenants?|shoppers?|citizens?|merchants?|shops?|stores?|wards?|branches|sites?)$/;

/** "The things" and "my own share" tell of nothing. */
function isVague(head: string): boolean {
  return vagueNoun.test(head) || /^(?:share|life|luck|world|gods?)$/.test(head);
}

function isFinite({ verb }: Clause): boolean {
  return /^(?:past|present)$/.test(verb?.tense ?? '') || (verb?.tense === 'gerund' && verb.isPerfect);
}

/** Work on a thing; what is said, felt, awaited or supposed is none, and "closed it and moved on" ends it. */
function isWork({ verb, object }: Clause, id: PhrasingRuleId): boolean {
  const { deeds, lemma } = verb!;
  const none = ['be', 'delegate', 'wait', 'feel', 'learn', 'assume', 'decide'] as const;
  if (
    id === 'effort-not-initiative' &&
    /^(?:answer|reply|write|fix|review|read|ring|call|phone|talk|chat|tell|inform|brief|send|show)\b/.test(
      lemma,
    )
  )
    return object !== undefined;
  // "I made a typo": the narrator's own part is no smaller for being common.
  if (id === 'minimizing' && lemma === 'make') return object !== undefined;
  const isSpoken = deeds.has('communicate') && !/^(?:effort-not-initiative|panic)$/.test(id);
  if (isSpoken || none.some((kind) => deeds.has(kind)) || idle.test(lemma) || mental.test(lemma))
    return false;
  if (id === 'vague-action') return object !== undefined && !vagueWork.test(lemma);
  if (id === 'effort-not-initiative')
    return object !== undefined && (!toil.test(lemma) || /^push(?: (?:up|out))?$/.test(lemma));
  if (id === 'solo-hero') return !triumph.test(lemma);
  if (id === 'no-change') return object !== undefined && !/^(?:stand|see|repeat|play|change)\b/.test(lemma);
  if (id === 'weak-ownership')
    return !/^(?:draw|inherit|pick|win|land|pull|own|hold|end|volunteer|obey)\b/.test(lemma);
  return true;
}

/** What a system did by itself; a picture ("the gateway had had enough", "the launch was a success") is none. */
function isEvent({ verb, agent }: Clause, id: PhrasingRuleId, isWeakest: boolean): boolean {
  // "Status said 'done'": there the system tells something.
  const isTold = id === 'unverified-fix' && verb!.lemma === 'say';
  if ((whim.test(verb!.lemma) && !isTold) || (id === 'blame' && agent !== undefined)) return false;
  if (
    id === 'unverified-fix' &&
    /^(?:seem|look|feel|appear|behave|stay|hold|remain|be|sort|work)\b/.test(verb!.lemma)
  )
    return false;
  // "All the laptops were fixed", "the new scheduler is up": it was done, whatever it is offered for.
  if (id === 'effort-not-initiative' && verb!.voice === 'passive') return true;
  if (id === 'activity-as-impact') return !isWeakest || verb!.tense !== 'past' || verb!.voice === 'passive';
  if (id === 'no-change' && verb!.lemma === 'be') return false;
  if (isWeakest && !/^(?:causeless|blame|minimizing|unverified-fix)$/.test(id)) return false;
  if (verb!.tense !== 'past' && id === 'minimizing') return !isWeakest && !verb!.isNegated;
  if (verb!.tense !== 'past' && !(id === 'blame' && verb!.isPerfect))
    return id === 'solo-hero' && verb!.lemma !== 'be' && !verb!.isNegated;
  if (!/^(?:be|have|seem|look|feel|stand|go)$/.test(verb!.lemma)) return true;
  return !isWeakest || id === 'blame' || (id === 'causeless' && verb!.isNegated);
}

/** "The new engineer's bad commit took us down": what happened is told without the one who is blamed. */
function isPersonOf({ terms }: Reading, term: Term): boolean {
  const next = terms[terms.indexOf(term) + 1];
  return next?.tag === 'possessive' || term.tag === 'name' || isPersonNoun(singular(term.normal));
}

/** To the end of the clause, and of words that were read as a clause of their own although nothing parts them. */
function endOfTelling({ clauses, text }: Reading, clause: Clause): number {
  const rest = clauses.slice(clauses.indexOf(clause) + 1);
  let { end } = clause.span;
  for (const next of rest) {
    // "The lag began to fall": what began is told behind it.
    const isBegun =
      next.connective === 'to' &&
      /^(?:begin|start|cease|continue|stop|fail|refuse|need|use)\b/.test(clause.verb?.lemma ?? '');
    // "The lawyer said it is not reportable": what was said is what is told.
    const isSaid =
      clause === clauses[clauses.indexOf(next) - 1] &&
      /^(?:that)?$/.test(next.connective ?? '') &&
      /^(?:say|tell|confirm|show|find|report|claim|state|write|rule|warn)\b/.test(clause.verb?.lemma ?? '');
    if (isSaid && /^\s*$/.test(text.slice(end, next.span.start))) {
      end = next.span.end;
      continue;
    }
    const isTied = !next.hasOwnSubject && (next.connective === undefined || isBegun);
    const isPart = isTied && /^\s*$/.test(text.slice(end, next.span.start));
    if (!isPart) break;
    end = next.span.end;
  }
  return /^["”’]/.test(text.slice(end)) ? end + 1 : end;
}

/** Without the conjunction that ties on the next clause, and the marks behind. */
function withoutTie(text: string, { start, end }: Span): Span {
  const words = text
    .slice(start, end)
    .replace(
      /[\s,;:.!?–—(]*(?:\b(?:and|but|so|because|which|who|that|as|when|yet|or)\b[\s,]*(?:\bnever\b|\bthen\b|\bin (?:the )?end\b)?)?[\s,]*$/,
      '',
    );
  const [main = ''] = /^(?:[^,;:–—(]|[:,](?=\d))*/.exec(words) ?? [];
  // What stands behind a comma has its own facts.
  const length = main.trim().split(/\s+/).length >= 3 ? main.trimEnd().length : words.length;
  return { start, end: start + length };
}

const telling = /^(?:noun|name|number|verb|past|participle|gerund)$/;
const lightVerb = /^(?:be|have|do|get|go|come|make|take|give|put|let|keep)$/;

/** What a clause tells by its things and deeds; "some hours were missing" tells it by a state. */
function toldBy(reading: Reading, span: Span): Term[] {
  const words = contentWithin(reading, span);
  if (words.length > 0) return words;
  const states = reading.terms.filter((term) => term.tag === 'adjective' && contains(span, term.span));
  return states.filter(({ normal }) =>
    /^(?:missing|absent|late|empty|blank|dead|lost|gone|full)$/.test(normal),
  );
}

function contentWithin({ terms }: Reading, span: Span): Term[] {
  return terms.filter(
    (term) =>
      telling.test(term.tag) &&
      contains(span, term.span) &&
      /\p{L}{2}|\d/u.test(term.text) &&
      !vagueNoun.test(term.normal) &&
      !timeNouns.has(term.normal) &&
      !lightVerb.test(term.lemma),
  );
}

/** By its own spelling, its singular or its infinitive: "changed" is named in "from being changed" and in "changing". */
export function searchForTerm({ normal, lemma, tag }: Term): (text: string) => boolean {
  const isNaming = /^(?:noun|name|number)$/.test(tag);
  if (isNaming) return searchFor([normal, stem(singular(normal))], false);
  const [verb = lemma] = lemma.split(' ');
  return searchFor([normal, stem(verb), pastTense(verb), participle(verb)], false);
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:e|y|ie)$/, '') : word;
}
