import type { Reason } from '../judgement';
import type { Reading } from '../prose/reading';
import type { Span } from '../text/span';

/** A part that speaks at least this share of the strongest one's weight, right beside it, belongs to the weakness too. */
const alsoSpeaks = 0.6;

/**
 * The part of the sentence in which the judge heard the rule: of the parts between commas, semicolons, colons and dashes the one whose
 * words weigh most, with neighbours that weigh nearly as much. The whole sentence where it has one part. Marks at the ends are left out.
 */
export function weightiestClause({ text }: Reading, reasons: readonly Reason[]): Span {
  const parts = partsOf(text);
  const weights = parts.map((part) => weightWithin(part, reasons));
  const most = Math.max(...weights);
  if (!(most > 0)) return trimmed(text, { start: 0, end: text.length });
  const heaviest = weights.indexOf(most);
  const floor = most * alsoSpeaks;
  let first = heaviest;
  let last = heaviest;
  while (first > 0 && weights[first - 1]! >= floor) first--;
  while (last < parts.length - 1 && weights[last + 1]! >= floor) last++;
  return trimmed(text, { start: parts[first]!.start, end: parts[last]!.end });
}

/** The parts between marks that part clauses; a mark within a figure or a name ("2,870", "3:1") parts nothing. */
function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[,;:–—]\s+|\s[-–—]\s|[.!?]\s+/g)) {
    // A word or two before a comma ("So, …") is no part of its own.
    if (text.slice(start, index).trim().split(/\s+/).length < 3) continue;
    parts.push({ start, end: index });
    start = index + mark.length;
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

/** What the words within the part weigh, each in proportion to how much of it lies there. */
function weightWithin(part: Span, reasons: readonly Reason[]): number {
  let sum = 0;
  for (const { start, end, weight } of reasons) {
    const shared = Math.min(end, part.end) - Math.max(start, part.start);
    if (shared > 0) sum += (weight * shared) / (end - start);
  }
  return sum;
}

function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + /^[\s"'“‘([]*/.exec(inner)![0].length;
  const to = start + inner.replace(/[\s.,;:!?–—]+$/, '').length;
  return to > from ? { start: from, end: to } : { start, end };
}
