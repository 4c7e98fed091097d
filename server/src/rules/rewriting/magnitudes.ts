import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { clauseEnd } from './clauseParts';
import { holdsFacts } from './weakStretch';

/** Nouns for what is measured, beside all that is counted in the plural. */
const measure =
  /^(?:[\p{L}-]*(?:time|rate|latency|lag|delay|load|usage|throughput|volume|backlog|queue|traffic|bill|cost|spend|coverage|recall|accuracy|precision|satisfaction|churn|turnover|size|share|count|score|uptime|downtime|conversion|adoption|revenue|noise|toil|memory|duration|speed|performance|availability|demand|attendance|footfall|retention|wait|waste|effort|workload|buffering|p\d\d))$/iu;

/** Nouns for what is counted or measured go "from … to …"; people and pronouns don't. */
const measurable = /^(?:system|unknown)$/;

/**
 * "Login tickets have dwindled to a trickle since the change" → "Login tickets went from {{before}} to {{after}} since the change": the
 * predicate that makes the claim gives way to figures. Undefined where its subject is no measure, or a figure would go with it.
 */
export function wentFromTo(reading: Reading, claim: Span): Edit[] | undefined {
  const { text, clauses } = reading;
  const clause = clauses.find(
    ({ subject, verb, hasOwnSubject, span }) =>
      subject !== undefined &&
      verb !== undefined &&
      hasOwnSubject &&
      subject.span.end <= verb.span.start &&
      span.start <= claim.start &&
      claim.start <= clauseEnd(reading, { ...clauses[0]!, span }) + 1,
  );
  if (!clause?.subject || !clause.verb || !measurable.test(clause.subject.actorClass)) return undefined;
  const { subject, verb } = clause;
  if (/^(?:it|that|this|which|they|there|what|who|these|those|we|I)$/i.test(subject.text)) return undefined;
  const head = subject.head;
  if (!subject.isPlural && !measure.test(head)) return undefined;
  const end = clauseEnd(reading, clause);
  if (claim.end > end || claim.start < verb.span.start - 1 || verb.modal !== undefined) return undefined;
  if (/\b(?:now|today)\s*$/.test(text.slice(0, verb.span.start))) return undefined;
  const place = { start: verb.span.start, end };
  const tail =
    /,? (?:after|since|once|when|within|over|in the (?:second|first|last)|during|the (?:month|week|day)|by) .*$/s.exec(
      text.slice(claim.end, end),
    );
  const cut = tail && !/^\s+(?:of|that)\b/.test(text.slice(claim.end, end)) ? claim.end + tail.index : end;
  if (holdsFacts(text, { start: place.start, end: cut })) return undefined;
  if (
    !/^(?:$|\W*$|[,;:.–—]|\s+(?:after|since|once|when|within|over|in|during|the|by|and|but|because|as|so)\b)/.test(
      text.slice(cut),
    )
  )
    return undefined;
  return [{ span: { start: place.start, end: cut }, insert: 'went from {{before}} to {{after}}' }];
}
