import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';
import { endOfWords } from './edits';

/** The sentence without the space around it, its bullet or opening quote, and its final mark. */
export function wholeSentence(text: string): Span {
  const start = /[\p{L}\p{N}$€£@#({]/u.exec(text)?.index ?? 0;
  return { start, end: Math.max(start, endOfWords(text)) };
}

/** The span without spaces and marks at its ends; brackets and quotes that close inside it stay. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const lead = /^[\s,;:.–—-]*/.exec(words)![0].length;
  const tail = /[\s,;:.!?…–—-]*$/.exec(words)![0].length;
  return { start: Math.min(span.start + lead, span.end), end: Math.max(span.end - tail, span.start + lead) };
}

/** From the first of the spans to the last; undefined for none. */
export function covering(spans: readonly (Span | undefined)[]): Span | undefined {
  const known = spans.filter((span) => span !== undefined);
  if (known.length === 0) return undefined;
  return {
    start: Math.min(...known.map(({ start }) => start)),
    end: Math.max(...known.map(({ end }) => end)),
  };
}

/** Subject and verb of a clause, with the words between: “We narrowed it down” without what follows. */
export function predication(clause: Clause): Span {
  return (
    covering([clause.hasOwnSubject ? clause.subject?.span : undefined, clause.verb?.span]) ?? clause.span
  );
}

/**
 * The words of a clause with all that hangs on it: from its first word to the next clause that has a subject of its own and is tied by
 * "and", "but", "so" or a mark, or to the end of the sentence.
 */
export function statement(reading: Reading, clause: Clause): Span {
  const next = reading.clauses.find(
    (other) =>
      other.span.start >= (clause.verb ?? clause).span.end && other.hasOwnSubject && !other.isSubordinate,
  );
  const end = next ? next.span.start : wholeSentence(reading.text).end;
  const withoutConnective = reading.text.slice(0, end).replace(/[\s,;:–—-]*(?:\b(?:and|but|so|or|yet|then)\b)?[\s,;:–—-]*$/i, '').length; // prettier-ignore
  return trimmed(reading.text, {
    start: clause.span.start,
    end: Math.max(withoutConnective, clause.span.start),
  });
}
