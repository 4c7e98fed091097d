import type { Term } from '../prose/clause';
import type { Reading } from '../prose/reading';
import { isAtStart } from '../rules/rewriting/edits';
import { lowerFirst } from '../text/firstLetter';
import { contains, overlaps, type Span } from '../text/span';

/** Nouns that name nothing by themselves, and figures of speech. */
export const vagueNoun =
  /^(?:things?|stuff|way|ways|lot|lots|bit|part|parts|side|end|ends|matter|point|case|cases|kind|sort|deal|number|reason|reasons|rest|place|course|fact|sense|manner|degree|extent|word|words|mind|head|heads|hand|hands|eye|eyes|fingers?|heart|foot|feet|back|life|world|luck|everything|anything|nothing|something|everyone|someone|anyone|anybody|everybody|nobody|none|others?|another|one|ones|self|myself|itself|me|person|people|folks?|guys?|job|work|problem|problems|issue|issues|situation|incident|mess|story|lesson|picture|look|step|steps|turn|name|choice|moment|beginning|start|middle|top|bottom|rule|sake|use|need|idea|opinion|view|sight|hindsight|while|bug|cause|culprit|fault|faults|bugs|outage|check|angles?|different|solution|intervention|heaps?|tons?|loads?|scores|plenty|damage|god|general|confidence|accusation|blue|ticket|magic|miracle|contribution|\p{L}{4,}ness|times?|sooner|later|little|few|much|more|most|less|enough|half|whole|detail|details|terms?|order|question|answer|truth|example|chance|effort|attempt|try|effect|result|results|total|amount|thinking|meaning|going|forward|thanks|fine|good|best|better|worse|worst|wrong|right)$/u;

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
  const isTold = ({ span }: Term): boolean => tellings.some((one) => overlaps(one, span));
  const phrases: string[] = [];
  // Where the words begin that stand in no phrase yet.
  let free = 0;
  for (let at = 0; at < terms.length; at++) {
    const { span } = terms[at]!;
    const whole = tellings.find((one) => overlaps(one, span));
    if ((!isLost[at] && !whole) || (!whole && isClosingMark(text, terms[at]!))) continue;
    const quoted = whole ? undefined : quotationAt(text, span);
    if (quoted) {
      phrases.push(text.slice(quoted.start, quoted.end));
      while (at + 1 < terms.length && terms[at + 1]!.span.end <= quoted.end) at++;
      free = at + 1;
      continue;
    }
    // What a longer phrase says already is not said again.
    if (!whole && isSaid(phrases, wordAt(terms, isLost, at))) continue;
    const told = whole ?? (keepsPurposes ? purposeAt(reading, span.start) : undefined);
    if (told) {
      phrases.push(
        plain(text.slice(told.start, told.end), isAtStart(text, told.start) && terms[at]!.tag !== 'name'),
      );
      while (at + 1 < terms.length && terms[at + 1]!.span.end <= told.end) at++;
      free = at + 1;
      continue;
    }
    const first = Math.max(startOf(terms, at, isWeak), free);
    const isOpen = isLost.map((isOne, index) => isOne && !isTold(terms[index]!));
    let last = endOf(terms, at);
    for (;;) {
      const next = nextLost(terms, isOpen, last);
      if (next === undefined) break;
      last = endOf(terms, next);
    }
    const words = text.slice(terms[first]!.span.start, terms[last]!.span.end);
    phrases.push(plain(words, first === 0 && terms[first]!.tag !== 'name'));
    at = last;
    free = at + 1;
  }
  return [...new Set(phrases)];
}

/** The word that counts: of "in the autumn", the last. */
function wordAt(terms: readonly Term[], isLost: readonly boolean[], at: number): Term {
  const rest = terms
    .slice(at)
    .findIndex(({ tag }, ahead) => !isLost[at + ahead] || !/^(?:determiner|preposition)$/.test(tag));
  return terms[at + Math.max(rest, 0)]!;
}

function isSaid(phrases: readonly string[], { normal }: Term): boolean {
  return phrases.some((phrase) =>
    phrase
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’.-]+/u)
      .includes(normal),
  );
}

/** A quotation that opens here, with its marks. */
function quotationAt(text: string, { start }: Span): Span | undefined {
  const [words] = /^(?:["“][^"“”]+["”]|['‘][^'‘’]+['’](?=[\s.,;!?]|$))/.exec(text.slice(start)) ?? [];
  return words === undefined ? undefined : { start, end: start + words.length };
}

function isClosingMark(text: string, { tag, span }: Term): boolean {
  return tag === 'mark' && !/^["“'‘]\S/.test(text.slice(span.start));
}

/** The words without what a hole can't hold, and without the capital that the start of the sentence gave. */
function plain(words: string, isFirst: boolean): string {
  const bare = words
    .replace(/[{}|()]/g, '')
    .replace(/\s+(?:could|can|would|will|should|is|are|was|were|had|has|have|do|does|did)$/, '')
    .trim();
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
  if (terms[at]!.tag === 'mark') return at;
  let first = at;
  // "Job description", "order volume": before another noun, no noun is vague.
  const isPart = ({ tag, normal, span }: Term, next: Term): boolean =>
    (modifier.test(tag) ||
      // "Cloud bills": the first word of a sentence may have been misread.
      (tag === 'verb' &&
        next.tag === 'noun' &&
        terms[0]!.span === span &&
        next.span.start === span.end + 1) ||
      (/^(?:few|several)$/.test(normal) && next.tag === 'number')) &&
    (tag === 'adjective' ||
      !vagueNoun.test(normal) ||
      (tag === 'noun' && next.tag === 'noun' && next.span.start === span.end + 1));
  while (first > 0 && isPart(terms[first - 1]!, terms[first]!)) first--;
  while (terms[first]!.tag === 'possessive') first++;
  // "Half a metre", "a quarter of the fleet".
  if (
    /^(?:half|twice|double)$/.test(terms[first - 2]?.normal ?? '') &&
    terms[first - 1]!.tag === 'determiner'
  )
    first -= 2;
  const own = terms[first - 1]?.tag === 'determiner' ? first - 1 : first;
  const deed = /^(?:preposition|particle)$/.test(terms[own - 1]?.tag ?? '') ? own - 2 : own - 1;
  const verb = terms[deed];
  return verb !== undefined &&
    /^(?:past|gerund|participle)$/.test(verb.tag) &&
    !emptyDeed.test(verb.lemma) &&
    !isWeak(verb.span)
    ? deed
    : first;
}

/** Verbs that say nothing about the thing behind them. */
const emptyDeed =
  /^(?:be|have|do|get|go|come|make|take|give|put|keep|hold|let|wait|suppose|assume|guess|reckon|believe|think|hope|pray|know|feel|want|say|expect|trust|hang around)$/;

function endOf(terms: readonly Term[], at: number): number {
  let last = at;
  while (last < terms.length - 1 && /^(?:noun|name|number)$/.test(terms[last + 1]!.tag)) last++;
  // "What switched the flag off".
  if (terms[last + 1]?.tag === 'particle') last++;
  return last;
}

/** The next word that would be lost, where only prepositions, determiners and what describes it stand between. */
function nextLost(terms: readonly Term[], isLost: readonly boolean[], last: number): number | undefined {
  for (let at = last + 1; at < terms.length && at <= last + 4; at++) {
    if (isLost[at]) return at;
    if (
      !/^(?:preposition|determiner|adjective|adverb|participle|gerund|possessive|noun|number|to)$/.test(
        terms[at]!.tag,
      )
    )
      return undefined;
  }
  return undefined;
}
