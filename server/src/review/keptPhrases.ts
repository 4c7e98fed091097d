import type { Clause, Term } from '../prose/clause';
import type { Reading } from '../prose/reading';
import { isAtStart } from '../rules/rewriting/edits';
import { overlaps, type Span } from '../text/span';

/** Nouns that name nothing by themselves, and figures of speech. */
export const vagueNoun =
  /^(?:things?|stuff|way|ways|lot|lots|bit|part|parts|side|end|ends|matter|point|case|cases|kind|sort|deal|number|reason|reasons|rest|place|course|fact|sense|manner|degree|extent|word|words|mind|head|heads|hand|hands|eye|eyes|fingers?|heart|foot|feet|back|life|world|luck|everything|anything|nothing|something|everyone|someone|anyone|anybody|everybody|nobody|none|others?|another|one|ones|self|myself|itself|me|person|people|folks?|guys?|job|work|problem|problems|issue|issues|situation|incident|mess|story|lesson|picture|look|step|steps|turn|name|choice|moment|beginning|start|middle|top|bottom|rule|sake|use|need|idea|opinion|view|sight|hindsight|while|bug|cause|culprit|fault|faults|bugs|outage|check|angles?|different|solution|intervention|heaps?|tons?|loads?|scores|plenty|damage|god|general|confidence|accusation|blue|ticket|magic|miracle|contribution|\p{L}{4,}ness|times?|sooner|later|little|few|much|more|most|less|enough|half|whole|detail|details|terms?|order|line|light|question|answer|truth|example|chance|effort|attempt|try|effect|result|results|total|amount|level|area|state|status|thanks|fine|good|best|better|worse|worst|wrong|right)$/u;

/** The phrases in which the words stand, in the writer's own words and order: what stands close together is one phrase. */
export function phrasesAround(
  reading: Reading,
  lost: readonly Span[],
  isWeak: (span: Span) => boolean,
  tells: 'events' | 'purposes' | undefined,
): string[] {
  // prettier-ignore
  const { terms, text } = reading;
  const isLost = terms.map(({ span }) => lost.some((one) => overlaps(one, span)));
  const phrases: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (!isLost[at]) continue;
    const told = tells && clauseAt(reading, terms[at]!.span.start, tells === 'events' ? isEvent : isPurpose);
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
function isEvent({ subject, verb, isSubordinate }: Clause): boolean {
  const isThing =
    subject?.actorClass === 'system' || (subject?.actorClass === 'impersonal' && verb?.lemma !== 'be');
  return verb?.tense === 'past' && verb.modal === undefined && !isSubordinate && isThing;
}

/** What is to be prevented: "so that a customer is not charged twice". */
function isPurpose({ connective }: Clause): boolean {
  return connective === 'so that';
}

/** The words of such a clause at an offset, from its subject on; undefined where there is none, or it is long or says next to nothing. */
function clauseAt(
  { clauses, text }: Reading,
  offset: number,
  isWanted: (clause: Clause) => boolean,
): Span | undefined {
  const told = clauses.find(
    (clause) =>
      clause.span.start <= offset &&
      offset < clause.span.end &&
      clause.hasOwnSubject &&
      (clause.subject?.span.start ?? -1) >= clause.span.start &&
      isWanted(clause),
  );
  if (!told?.subject || told.subject.span.start > offset) return undefined;
  const { start } = told.subject.span;
  const words = text
    .slice(start, told.span.end)
    .replace(/[\s,;:.!?–—]*(?:\b(?:and|but|so|because|which|who|that|as|when)\b)?[\s,]*$/, '');
  const count = words.split(/\s+/).length;
  const end = start + words.length;
  return count >= (told.verb?.lemma === 'be' ? 5 : 3) && count <= 14 && end > offset
    ? { start, end }
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
