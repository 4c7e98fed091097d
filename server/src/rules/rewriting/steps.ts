import type { Clause, DeedClass } from '../../prose/clause';
import { timeNouns } from '../../prose/lexicon/openWords';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { isPlain } from './plainWords';
import { openerOf, type Statement } from './statements';
import { addExplanation, holdsFacts, put, showing, type WeakStretch } from './weakStretch';

/** How a search is told so that it can be pictured. */
const searches = [
  'checked {{which part, log or metric}} PLACE, found {{the cause}}',
  'suspected {{hypothesis}}, tested it with {{which test or query}}',
];
const change = 'changed {{what, from → to}}';

/**
 * Rewrites that put steps with holes in the place of vague work: "I looked into it and sorted out the double charges" → "I checked
 * {{which log, metric or code}}, found {{the cause}} and sorted out the double charges by {{the change}}".
 */
export function stepRewrites(
  reading: Reading,
  found: WeakStretch,
  weakness: RegExp,
  others: readonly Rewrite[],
): Rewrite[] {
  const stretch = overPlain(reading, found);
  const place = placeOf(reading, stretch);
  const isReplacing = isReplaceable(reading, stretch);
  const rewrites = searches.map((pattern, index) => {
    const search = pattern.replace(' PLACE', place === '' || !isReplacing ? '' : ` of ${place}`);
    const { words, edit } = isReplacing
      ? replaced(reading, stretch, search, weakness)
      : explained(reading, search);
    return showing(words, [edit], index === 0);
  });
  return isReplacing ? [...rewrites, ...others] : [...others, ...rewrites];
}

/** Statements beside the weak ones that say no more than these go with them: "debugged it, …", "… and carried on". */
function overPlain(reading: Reading, stretch: WeakStretch): WeakStretch {
  const isPlainDeed = ({ body, clause }: Statement): boolean =>
    isPlain(reading.text.slice(body.start, body.end)) &&
    (clause?.hasOwnSubject !== true ||
      /^(?:narrator|own-team|impersonal)$/.test(clause.subject?.actorClass ?? ''));
  const before = stretch.before.every(isPlainDeed) ? [] : stretch.before;
  const after = stretch.after.every(isPlainDeed) ? [] : stretch.after;
  const statements = [
    ...(before.length === 0 ? stretch.before : []),
    ...stretch.statements,
    ...(after.length === 0 ? stretch.after : []),
  ];
  return {
    statements,
    before,
    after,
    span: { start: statements[0]!.body.start, end: statements.at(-1)!.body.end },
  };
}

/** Heads of noun phrases that name nothing. */
export const vagueHead =
  /^(?:part(?:y|ies)|team|teams|colleagues?|stakeholders?|people|problem|issue|matter|thing|things|stuff|situation|sides?|angles?|levels?|lot|mess|end|time|while|fault|error|bug|issues|cause|culprit|solution|fix|way|motions|magic|measures|steps|sleeves|research|analysis|hat|rest|bit|fire|defect|experience|hour|techniques|changes|adjustments|modifications|remedies|bottom|trick|fundamentals|points|approach|conclusions?|hole|answer|state|head|weeds|bonnet|left|right|behind|week|load|perspective|eyes|strings?|goods|customers?|clients?|users?|employees?|places?|ones|spots?|reason|root|appropriate)$/i;

/** Where the narrator looked, in the writer's words: "the print server" of "checked this and that on the print server". */
function placeOf(reading: Reading, { span }: WeakStretch): string {
  const words = reading.text.slice(span.start, span.end);
  for (const match of words.matchAll(
    /\b(?:in|on|with|around|through|at|over|into) ((?:the|our|my) (?:[\w-]+ ){0,2}?[\w-]+)(?=$|[.,;]| (?:and|until|till|for|here|a bit|which|to|in|so|as|from|with|over|by|at|on|during|after|before)\b)/g,
  )) {
    if (
      !vagueHead.test(match[1]!.split(' ').at(-1)!) &&
      !timeNouns.has(match[1]!.split(' ').at(-1)!.toLowerCase()) &&
      !/^on the (?:fly|go|run|hop|double|quiet|move|sly|dot|hoof|blink|side|spot|whole)$/i.test(match[0]) &&
      !/\bend\b|\b(?:it|he|she|they|we|I)\b/.test(match[1]!)
    )
      return match[1]!;
  }
  return '';
}

/** Long sentences, figures and names stay, and so do sentences in which another one acts. */
function isReplaceable({ text }: Reading, { statements, span }: WeakStretch): boolean {
  const first = statements[0]!.clause;
  const acts = first?.subject === undefined || /^(?:narrator|own-team)$/.test(first.subject.actorClass);
  return (
    first?.verb?.voice === 'active' &&
    acts &&
    // "Out of it fell the solution": words that hang on the stretch without a tie would be left behind.
    !/^\s+(?!(?:and|but|so|or|which|who|because|when|while|until|as|after|before)\b)\p{L}/u.test(
      text.slice(span.end),
    ) &&
    !holdsFacts(text, span) &&
    text.slice(span.start, span.end).split(/\s+/).length <= 24
  );
}

function explained({ text }: Reading, search: string): { words: string; edit: Edit } {
  const words = `I ${search} and ${change}`;
  return { words, edit: addExplanation(text, words) };
}

function replaced(
  reading: Reading,
  { statements, span, before, after }: WeakStretch,
  search: string,
  weakness: RegExp,
): { words: string; edit: Edit } {
  const { text } = reading;
  const first = statements[0]!;
  const opening = openerOf(first);
  const openingWords = text.slice(opening.start, opening.end);
  const hasOwnSubject = first.clause?.hasOwnSubject === true;
  const isKept =
    hasOwnSubject &&
    openingWords.trim() !== '' &&
    !weakness.test(openingWords) &&
    !isPlain(openingWords.replace(/^(?:after|with|by|then|so|and)\b/i, 'x'));
  const start = isKept ? opening.end : span.start;
  const person = hasOwnSubject
    ? first.clause.subject?.actorClass === 'own-team'
      ? 'we '
      : 'I '
    : before.length > 0 || (first.clause?.verb?.tense === 'past' && !/^I\b/.test(text.slice(start)))
      ? ''
      : 'I ';
  const goesOn =
    after[0] !== undefined &&
    (/\band\b/.test(text.slice(after[0].joint.start, after[0].joint.end)) ||
      (after[0].clause?.hasOwnSubject !== true &&
        /^\s*,\s*$/.test(text.slice(after[0].joint.start, after[0].joint.end))));
  const link = goesOn && after[0]!.clause?.hasOwnSubject !== true ? ', ' : ' and ';
  const comma = goesOn && link === ' and ' && text.charAt(span.end) !== ',' ? ',' : '';
  const words = `${person}${search}${link}${outcome(reading, statements) ?? change}${result(reading, statements, span.end)}`;
  return { words, edit: put(text, { start, end: span.end }, words + comma) };
}

/** What was brought about, where the last deed has an object of its own: "got the link to come up by {{the change}}". */
function outcome({ text }: Reading, statements: readonly Statement[]): string | undefined {
  const deed = statements.findLast(({ clause }) => isOwnDeed(clause));
  const { clause } = deed ?? {};
  if (!deed || !clause?.verb || !clause.object) return undefined;
  const object = text.slice(clause.object.start, clause.object.end);
  const isPast =
    clause.verb.tense === 'past' &&
    clause.verb.modal === undefined &&
    !clause.verb.isNegated &&
    !clause.verb.isPerfect &&
    !clause.verb.isProgressive;
  const words = text.slice(clause.verb.span.start, deed.body.end);
  if (
    !isPast ||
    vagueHead.test(object.split(' ').at(-1)!) ||
    !(
      /^(?:get|make|bring)\b/.test(clause.verb.lemma) ||
      ['repair', 'contain', 'build'].some((kind) => clause.verb!.deeds.has(kind as DeedClass))
    ) ||
    /^(?:it|that|this|them|everything)$|\b(?:things|stuff|some|several|various)\b/i.test(object) ||
    /\b(?:until|till|so|and|which|that|when|because)\b/.test(words) ||
    words.split(/\s+/).length > 10 ||
    /\b(?:necessary|needed|required|usual|various|several|appropriate|suitable|corrective|magic)\b/.test(
      words,
    )
  )
    return undefined;
  return `${words.replace(/^(?:eventually|finally|then) /i, '')} by {{the change}}`;
}

function isOwnDeed(clause: Clause | undefined): boolean {
  return clause?.subject === undefined || /^(?:narrator|own-team)$/.test(clause.subject.actorClass);
}

/** What came of it: "until search behaved" and "and the service came back" stay as ", and search behaved". */
function result({ text, clauses }: Reading, statements: readonly Statement[], end: number): string {
  const last = clauses.findLast(({ span, verb }) => verb !== undefined && span.end <= end + 1);
  if (
    !last ||
    !statements.some(({ body }) => last.span.start >= body.start) ||
    !last.hasOwnSubject ||
    last.verb?.tense !== 'past' ||
    last.verb.voice !== 'active'
  )
    return '';
  const subject = last.subject!;
  if (
    !/^(?:and|until|till|then|)$/.test(last.connective ?? '') ||
    subject.actorClass !== 'system' ||
    /^(?:solution|thing|problem|something)$/.test(subject.head)
  )
    return '';
  return `, and ${text.slice(subject.span.start, Math.min(last.span.end, end)).replace(/[\s,.]+$/, '')}`;
}
