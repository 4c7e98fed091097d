import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import { isKnownVerb } from '../../prose/verbForms';
import type { Span } from '../../text/span';

/** Whether what was done stands before the clause: "a schema (that) he had dropped". */
export function isGap(reading: Reading, clause: Clause): boolean {
  const { subject, verb, object, connective } = clause;
  if (!subject || !verb || object || !clause.hasOwnSubject || subject.span.start < clause.span.start)
    return false;
  if (/^(?:which|that|what)$/.test(connective ?? ''))
    return subject.span.start > clause.span.start && isRelativeGap(reading, clause);
  const isPlainSubject = /^(?:he|she|they|the|our|my|a|an|some)\b/i.test(subject.text);
  return (
    isPlainSubject &&
    clause.isSubordinate &&
    connective === undefined &&
    /\p{L} $/u.test(reading.text.slice(0, subject.span.start))
  );
}

/** "that" after a verb reports ("I saw that they left"); after a noun it is the thing that something was done to. */
function isRelativeGap(reading: Reading, clause: Clause): boolean {
  if (clause.connective !== 'that') return true;
  const before = reading.terms.filter(({ span }) => span.end <= clause.span.start).at(-1);
  return before?.tag === 'noun' || before?.tag === 'name';
}

/** Clauses that go on with the same person and no subject of their own: "swapped the encoder *and kept it to himself*". */
export function coordinated(reading: Reading, clause: Clause): Clause[] {
  const from = reading.clauses.indexOf(clause) + 1;
  const joined: Clause[] = [];
  for (const other of reading.clauses.slice(from)) {
    if (other.hasOwnSubject && !other.isSubordinate) break;
    if (/\bthere\s+$/.test(reading.text.slice(0, other.verb?.span.start))) break;
    const isFinite = other.verb?.tense === 'past' || other.verb?.tense === 'present';
    const isJoined =
      /^(?:and|or|but|then|yet|,)?$/.test(other.connective ?? '') &&
      !/^let (?:me|us)\b/i.test(reading.text.slice(other.verb?.span.start ?? 0));
    if (
      !other.hasOwnSubject &&
      isFinite &&
      isJoined &&
      other.subject?.span.start === clause.subject?.span.start
    )
      joined.push(other);
  }
  return joined;
}

/** "…, who skipped the step": the person is told by a relative clause. */
export function isRelative(clause: Clause): boolean {
  return (
    /^(?:who|which|that)$/.test(clause.connective ?? '') &&
    clause.subject !== undefined &&
    clause.subject.span.start < clause.span.start
  );
}

/** "it was their engineers who …", "my partner is the one who …". */
export function isCleft(reading: Reading, clause: Clause): boolean {
  return (
    cleftBefore.test(reading.text.slice(0, clause.subject!.span.start)) ||
    /\bthe ones? who\b/.test(reading.text.slice(clause.subject!.span.end, clause.verb!.span.start))
  );
}

const cleftBefore =
  /\b(?:it|that|this)(?: (?:was|is|were)|['’]s)(?: (?:really|actually|again|of course))? $/i;

/** "I rang the ISP, who …": the person was spoken to, and stays in the story. */
export function isAddressed(reading: Reading, clause: Clause): boolean {
  if (!isRelative(clause)) return false;
  const host = reading.clauses.find(
    ({ subject, affected }) =>
      subject?.actorClass === 'narrator' && affected?.span.start === clause.subject!.span.start,
  );
  return host?.verb !== undefined && (host.verb.deeds.has('communicate') || host.verb.deeds.has('delegate'));
}

/** Where the words of the person begin, with what belongs to them: a cleft's opening, a name left before its own pronoun, "one of". */
export function openingOf(reading: Reading, clause: Clause): number {
  const { text } = reading;
  const subject = clause.subject!;
  const before = text.slice(0, subject.span.start);
  if (isAddressed(reading, clause))
    return text.slice(0, clause.span.start).trimEnd().replace(/,$/, '').length;
  const cleft = isRelative(clause) ? cleftBefore.exec(before) : null;
  if (cleft) return cleft.index;
  if (isRelative(clause))
    return subject.span.start - (/\b(?:one|some|two|a few) (?:of )?$/i.exec(before)?.[0].length ?? 0);
  if (!/^(?:he|she|they)$/i.test(subject.text)) return subject.span.start;
  const dislocated =
    /(?:^|[,:;] |\b(?:so|and|actually|but) )((?:(?:the|my|our|your|a|an) )?(?:[\p{L}’'-]+ ){0,7}[\p{L}’'-]+,(?: [\p{L}’' ]{2,30},)? )$/iu.exec(
      before,
    );
  const words = dislocated?.[1];
  const isName =
    words !== undefined &&
    !/\b(?:is|are|was|were|had|has|when|because|and|so|then|but|i|says?|it|that|no)\b/i.test(words);
  return isName ? subject.span.start - words.length : subject.span.start;
}

/** The verb of the clause in another form, with its particle where it stands behind it. */
export function inflected(
  reading: Reading,
  clause: Clause,
  form: (lemma: string) => string,
): string | undefined {
  const verb = clause.verb!;
  const [head = '', ...particle] = verb.lemma.split(' ');
  const words = reading.text.slice(verb.mainSpan.start, verb.mainSpan.end);
  // A verb that the lexicon does not hold may be a contraction read amiss ("who'd made").
  if (!isKnownVerb(head)) return undefined;
  const tail = /\s/.test(words) && particle.length > 0 ? ` ${particle.join(' ')}` : '';
  return form(head) + tail;
}

/** The infinitive that says what was left undone: "check" of "couldn't be bothered to check them". */
export function infinitiveAfter(reading: Reading, clause: Clause): Span | undefined {
  const next = reading.clauses[reading.clauses.indexOf(clause) + 1];
  if (next?.verb?.tense !== 'infinitive' || next.verb.isNegated) return undefined;
  const gap = reading.text.slice(clause.verb!.span.end, next.verb.mainSpan.start);
  return /^\s*(?:\p{L}+ ){0,2}to $/u.test(gap) ? next.verb.mainSpan : undefined;
}

export function connectiveStart(reading: Reading, clause: Clause): number {
  const before = reading.text.slice(0, clause.verb!.span.start);
  return /\b(?:and|but|or)\s+(?:\p{L}+\s+)?$/u.exec(before)?.index ?? clause.verb!.span.start;
}

/** Where the clause's own words end: before the mark or conjunction of the next. */
export function clauseEnd(reading: Reading, clause: Clause): number {
  const words = reading.text.slice(clause.span.start, clause.span.end);
  return clause.span.start + words.replace(/(?:[\s,;:.–—]|\b(?:and|so|but|then)\b)*$/u, '').length;
}
