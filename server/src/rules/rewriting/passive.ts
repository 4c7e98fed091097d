import type { Actor, Clause, Term } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';
import { timeNouns } from '../../prose/lexicon/openWords';
import { participle } from '../../prose/verbForms';

/**
 * The passive clauses of a sentence that hide who acted: without an agent, and with a subject that is not the narrator. A bare
 * participle behind one goes with it ("was traced, tagged and binned"; "were reset, sessions killed"), though it looks active.
 */
export function hiddenDeeds(reading: Reading): Clause[] {
  const deeds: Clause[] = [];
  for (const clause of reading.clauses) {
    if (isHiddenDeed(clause) || isBareParticiple(reading, clause, deeds.at(-1))) deeds.push(clause);
  }
  return deeds;
}

function isHiddenDeed({ verb, subject, agent, connective, isSubordinate }: Clause): boolean {
  if (
    verb?.voice !== 'passive' ||
    verb.tense === 'participle' ||
    verb.tense === 'gerund' ||
    verb.tense === 'infinitive'
  )
    return false;
  if (/^(?:which|who|that|if|until|till|before|when|whether|as|than)$/.test(connective ?? '') || !subject)
    return false;
  if (isSubordinate && verb.tense === 'present') return false;
  return !isDoer(agent) && subject.actorClass !== 'narrator' && !/^(?:we|you|us|i|me)$/i.test(subject.head);
}

/** Whether the words after "by" name who acted, rather than a way, a time or an amount: "by hand", "one by one", "by a third". */
function isDoer(agent: Actor | undefined): boolean {
  if (!agent || timeNouns.has(agent.head)) return false;
  return !/^(?:hand|hands|phone|mail|e-mail|email|letter|text|sms|fax|courier|radio|post|chat|script|default|means|mistake|one|ones|third|half|quarter|region|row|name|now|then|breakfast|end|\W*\d.*|percent|points?|factor|accident|law)$/.test(
    agent.head,
  );
}

/** "sessions killed", "tagged": a past form that stands alone behind a passive, takes no object and is said of a thing. */
export function isBareParticiple(
  reading: Reading,
  { verb, subject, object, isSubordinate, connective, hasOwnSubject }: Clause,
  previous: Clause | undefined,
): boolean {
  if (
    previous?.isSubordinate !== isSubordinate ||
    verb?.voice !== 'active' ||
    verb.tense !== 'past' ||
    object
  )
    return false;
  if (
    subject === undefined ||
    /^(?:narrator|own-team)$/.test(subject.actorClass) ||
    verb.deeds.has('change') ||
    verb.deeds.has('be')
  )
    return false;
  if (hasOwnSubject && verb.deeds.has('fail')) return false;
  const isAlone = reading.text.slice(verb.span.start, verb.mainSpan.start).trim() === '';
  const form = reading.text.slice(verb.mainSpan.start, verb.mainSpan.end).split(' ')[0]!.toLowerCase();
  const between = reading.text.slice(previous.verb!.span.end, verb.mainSpan.start);
  return (
    isAlone &&
    /^(?:and|or|then|)$/.test(connective ?? '') &&
    /[,]|\b(?:and|then)\b/.test(between) &&
    participle(verb.lemma.split(' ')[0]!) === form
  );
}

/** Whether the clause tells its own subject, or has only a relative clause between it and the subject in front. */
export function leads(reading: Reading, clause: Clause, previous: Clause | undefined): boolean {
  if (clause.hasOwnSubject) return true;
  const { subject, verb } = clause;
  if (
    !subject ||
    !verb ||
    subject.span.end > verb.span.start ||
    previous?.subject?.span.start === subject.span.start
  )
    return false;
  return reading.clauses.every(
    ({ span, connective, isSubordinate }) =>
      span.start < subject.span.start ||
      span.start >= clause.span.start ||
      isSubordinate ||
      /^(?:which|who|that)$/.test(connective ?? ''),
  );
}

/**
 * The whole noun phrase in front of the passive verb, with its "from …" and an aside behind it, where the parser cut it short: from
 * the subject leftwards to the start of the sentence, a mark or a conjunction, unless what stands there opens the sentence.
 */
export function patientOf(reading: Reading, { subject, verb }: Clause): Span | undefined {
  if (!subject || !verb || subject.span.end > verb.span.start) return undefined;
  const index = reading.terms.findIndex(({ span }) => span.start >= subject.span.start);
  let first = index;
  for (let at = index - 1; at >= 0 && isNominal(reading.terms[at]!); at -= 1) first = at;
  const opening = reading.terms[first]!;
  const startsPhrase =
    !/^(?:preposition|adverb|subordinator|pronoun)$/.test(opening.tag) ||
    /^(?:best|better|most|more)$/.test(opening.normal);
  const isTime =
    timeNouns.has(opening.normal) || /^(?:next|then|first|firstly|finally)$/.test(opening.normal);
  const start = startsPhrase && !isTime ? opening.span.start : subject.span.start;
  const own =
    /^(?:next|then|finally|first) (?=(?:the|a|an|all|our|my|two) )/i.exec(
      reading.text.slice(start, verb.span.start),
    )?.[0].length ?? 0;
  return { start: start + own, end: verb.span.start };
}

function isNominal({ tag, text }: Term): boolean {
  return (
    /^(?:determiner|noun|name|number|adjective|possessive|preposition|participle|gerund|adverb)$/.test(tag) ||
    (tag === 'mark' && /^['’]$/.test(text)) ||
    (tag === 'past' && text.endsWith('ed'))
  );
}
