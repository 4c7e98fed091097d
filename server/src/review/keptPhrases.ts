import type { Term } from '../prose/clause';
import type { Reading } from '../prose/reading';
import { isAtStart } from '../rules/rewriting/edits';
import { lowerFirst } from '../text/firstLetter';
import { contains, overlaps, type Span } from '../text/span';

/** Nouns that name nothing by themselves, and figures of speech. */
export const vagueNoun =
  /^(?:things?|stuff|way|ways|lot|lots|bit|part|parts|side|end|ends|matter|point|case|cases|kind|sort|deal|number|reason|reasons|rest|place|course|fact|sense|manner|degree|extent|word|words|mind|head|heads|hand|hands|eye|eyes|fingers?|heart|foot|feet|back|life|world|luck|everything|anything|nothing|something|everyone|someone|anyone|anybody|everybody|nobody|none|others?|another|one|ones|self|myself|itself|me|person|people|folks?|guys?|job|work|problem|problems|issue|issues|situation|incident|mess|story|lesson|picture|look|step|steps|turn|name|choice|moment|beginning|start|middle|top|bottom|rule|sake|use|need|idea|opinion|view|sight|hindsight|while|bug|cause|culprit|fault|faults|bugs|outage|check|angles?|different|solution|intervention|heaps?|tons?|loads?|scores|plenty|damage|god|general|confidence|accusation|blue|ticket|magic|miracle|contribution|\p{L}{4,}ness|times?|sooner|later|little|few|much|more|most|less|enough|half|whole|detail|details|terms?|order|line|light|question|answer|truth|example|chance|effort|attempt|try|effect|result|results|total|amount|level|area|state|status|thanks|fine|good|best|better|worse|worst|wrong|right)$/u;

/** What a rewrite would lose of a sentence. */
interface Losses {
  /** The words that name a thing, a person or a figure. */
  readonly lost: readonly Span[];
  /** Clauses that are facts as a whole. */
  readonly tellings: readonly Span[];
  readonly isWeak: (span: Span) => boolean;
  /** Whether a clause that says what for is kept as a whole: "so that a customer is not charged twice". */
  readonly keepsPurposes: boolean;
}

/** The phrases in which the words stand, in the writer's own words and order: what stands close together is one phrase. */
export function phrasesAround(reading: Reading, { lost, tellings, isWeak, keepsPurposes }: Losses): string[] {
  const { terms, text } = reading;
  const isLost = terms.map(({ span }) => lost.some((one) => overlaps(one, span)));
  const phrases: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    const { span } = terms[at]!;
    const whole = tellings.find((one) => overlaps(one, span));
    if ((!isLost[at] && !whole) || (!whole && isClosingMark(text, terms[at]!))) continue;
    // What a longer phrase says already is not said again.
    if (!whole && phrases.some((phrase) => phrase.toLowerCase().includes(terms[at]!.normal))) continue;
    const told = whole ?? (keepsPurposes ? purposeAt(reading, span.start) : undefined);
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

function isClosingMark(text: string, { tag, span }: Term): boolean {
  return tag === 'mark' && !/^["“]\S/.test(text.slice(span.start));
}

/** The words without what a hole can't hold, and without the capital that the start of the sentence gave. */
function plain(words: string, isFirst: boolean): string {
  const bare = words.replace(/[{}|()]/g, '').trim();
  return isFirst && /^\p{Lu}(?!\p{L}*\p{Lu}|['’]|\b)/u.test(bare) ? lowerFirst(bare) : bare;
}

/** What is to be prevented, from its subject on; undefined where the offset is in no such clause, or it is long or says next to nothing. */
function purposeAt({ clauses, text }: Reading, offset: number): Span | undefined {
  const purpose = clauses.find(
    ({ connective, span, hasOwnSubject }) =>
      connective === 'so that' && hasOwnSubject && contains(span, { start: offset, end: offset }),
  );
  const start = purpose?.subject?.span.start;
  if (!purpose || start === undefined || start < purpose.span.start || start > offset) return undefined;
  const words = text.slice(start, purpose.span.end).replace(/[\s,;:.!?–—]+$/, '');
  const count = words.split(/\s+/).length;
  return count >= 3 && count <= 14 ? { start, end: start + words.length } : undefined;
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
