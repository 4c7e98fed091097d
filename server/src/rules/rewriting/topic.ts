import type { Term } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';

/**
 * The first thing that the words within the span name with "the", "our", "this" or "that", in the writer's own words: "the tenant migration".
 * Who acts is none, nor is what `isVague` takes for naming nothing; undefined where nothing is left.
 */
export function topicIn(
  reading: Reading,
  span: Span,
  isVague: RegExp,
  preposition?: RegExp,
): string | undefined {
  const terms = reading.terms.filter((term) => term.span.start >= span.start && term.span.end <= span.end);
  for (const [index, term] of terms.entries()) {
    if (!/^(?:the|our|this|that)$/.test(term.normal) || term.tag !== 'determiner') continue;
    if (preposition && !preposition.test(terms[index - 1]?.normal ?? '')) continue;
    if (
      /^(?:of|with|since|at|in|to|during|by|before|after|until|till|over|from|as|like|than|near|nearest|closest|nearer|closer|round|across|beside|through|past|towards?)$/.test(
        terms[index - 1]?.normal ?? '',
      ) &&
      !preposition
    )
      continue;
    // "The table on the wall": the thing is the other one.
    if (!preposition && /^(?:on|by|under|behind|beside|for|about|above)$/.test(terms[index - 1]?.normal ?? '') && place.test(terms[index - 2]?.normal ?? '')) continue; // prettier-ignore
    const words = phraseFrom(terms, index + 1);
    const head = words.at(-1);
    const after = terms[index + 1 + words.length];
    if (
      !head ||
      !/^(?:noun|name)$/.test(head.tag) ||
      isVague.test(head.normal) ||
      comparative.test(head.normal) ||
      (!preposition && /^(?:people|folks?|guys?|lads?|crew|staff)$/.test(head.normal)) ||
      head.normal.endsWith('ing')
    )
      continue;
    // A verb right behind may be the rest of the phrase, misread: "feature flags".
    if (after && /^(?:verb|possessive|gerund)$/.test(after.tag)) continue;
    if (
      reading.clauses.some(
        ({ subject }) =>
          subject !== undefined &&
          !preposition &&
          subject.span.start <= term.span.start &&
          term.span.start < subject.span.end,
      )
    )
      continue;
    return `${term.normal} ${reading.text.slice(words[0]!.span.start, head.span.end)}`;
  }
  return undefined;
}

/** "Made the archive safer": how it is now is no part of its name. */
const comparative =
  /^(?:safer|stronger|better|stricter|tighter|cleaner|clearer|easier|faster|simpler|tougher|sturdier|healthier|harder|sharper)$/;

const place =
  /^(?:table|name|note|list|board|sheet|plan|page|sign|box|chart|paper|file|label|sticker|poster|tag|plate|entry)$/;

function phraseFrom(terms: readonly Term[], start: number): Term[] {
  const words: Term[] = [];
  for (const term of terms.slice(start)) {
    if (!/^(?:adjective|noun|name|number)$/.test(term.tag) && !(term.tag === 'gerund' && words.length === 0))
      break;
    words.push(term);
  }
  return words;
}
