import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';
import { trimmed, wholeSentence } from './spans';

/** A part of a sentence that could stand as one: a main clause with all that hangs on it. */
export interface Statement {
  /** The words themselves, without the mark and the conjunction in front and the mark behind. */
  readonly body: Span;
  /** What ties it to the statement before: ", and ", "; ", " so ". Empty at the start of the sentence. */
  readonly joint: Span;
  /** The main clause; undefined for a fragment without a verb. */
  readonly clause: Clause | undefined;
}

const joint =
  /[\s,;:–—-]*(?:\b(?:and|but|so|or|yet|then|therefore|hence|ergo)\b[\s,]*(?:\b(?:so|then|therefore|hence|eventually|finally|soon|sure enough|later)\b\s+(?!that\b))?)?$/i;

/** The statements of a sentence in order; at least one. Side clauses in front belong to the main clause that follows them. */
export function statements(reading: Reading): Statement[] {
  const { text } = reading;
  const whole = wholeSentence(text);
  const mains = reading.clauses.filter(({ isSubordinate, verb }) => !isSubordinate && verb !== undefined);
  if (mains.length === 0)
    return [{ body: whole, joint: { start: whole.start, end: whole.start }, clause: undefined }];
  const cuts = mains.map((clause, index) =>
    index === 0 ? { start: whole.start, end: whole.start } : jointBefore(reading, mains[index - 1]!, clause),
  );
  return mains.map((clause, index) => {
    const start = cuts[index]!.end;
    const end = cuts[index + 1]?.start ?? whole.end;
    return { body: trimmed(text, { start, end: Math.max(start, end) }), joint: cuts[index]!, clause };
  });
}

/** Where one statement ends and the next begins: before a side clause that "and", "but" or "so" brings in together with the next. */
function jointBefore(reading: Reading, previous: Clause, clause: Clause): Span {
  const { text } = reading;
  const between = reading.clauses.filter(
    ({ isSubordinate, span }) =>
      isSubordinate && span.start > previous.verb!.span.start && span.end <= clause.span.start + 1,
  );
  const leading = between.find(({ span }) => /(?:[;:–—]|\b(?:and|but|so|or|yet))\s*$/.test(text.slice(0, span.start)) || /^(?:and|but|so|yet)\b(?! that)/.test(text.slice(span.start))); // prettier-ignore
  const start = leading?.span.start ?? clause.span.start;
  const opened = leading ? undefined : openingJoint(text.slice(previous.verb!.span.end, start));
  if (opened !== undefined)
    return { start: previous.verb!.span.end + opened.start, end: previous.verb!.span.end + opened.end };
  const own = /^(?:[\s,;:–—-]*\b(?:and|but|so|or|yet|then|therefore|hence|ergo)\b[\s,]*)*/i.exec(
    text.slice(start),
  )![0].length;
  const end = start + own;
  return { start: joint.exec(text.slice(0, start))?.index ?? start, end };
}

/** The conjunction in front of the words that open a statement: ", and" of ", and on the second match day fate delivered one". */
function openingJoint(before: string): Span | undefined {
  const match =
    /(?:[\s,;:–—-]*)\b(?:and|but|so|yet)\s+(?=(?:after|with|at|on|in|by|when|as|for|from|since|during|to|within|until|once|still|after|there|now|that (?:day|night|week|\p{Lu}))\b(?:\s+[\p{L}\p{N}'’-]+){0,8}\s*$)/u.exec(
      before,
    );
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** The words in front of a statement's subject, or of its verb where the subject is left out: "After the outage, ", "In future ". */
export function openerOf(statement: Statement): Span {
  const { clause, body } = statement;
  const place = clause?.hasOwnSubject === true ? clause.subject?.span.start : clause?.verb?.span.start;
  return { start: body.start, end: Math.min(Math.max(place ?? body.start, body.start), body.end) };
}
