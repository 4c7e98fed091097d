import type { Reading } from '../prose/reading';
import type { Edit } from '../text/edit';
import { withoutHoles } from '../text/holes';
import type { Rewrite } from '../text/rewrite';
import { overlaps, type Span } from '../text/span';
import { fact, factsOf, weightOf, weighty } from './facts';
import { phrasesAround, vagueNoun } from './keptPhrases';
import type { PhrasingHit } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';
import { tellingsOf, type Telling } from './tellings';

/**
 * The facts of a sentence that a rewrite would lose, in the writer's own words, longest stretch first come first: every figure, name,
 * quotation and term of art, and the things that it names, but for those that are the weakness itself.
 */
export function lostFacts(review: SentenceReview, hit: PhrasingHit, result: string): string[] {
  const { reading } = review;
  const { id } = hit.rule;
  const tellings: Span[] = [];
  let told = result;
  for (const telling of tellingsOf(review, hit)) {
    const { span } = telling;
    if (telling.isIn(told) || (id === 'blame' && isToldWithoutDoer(reading, telling, result))) continue;
    tellings.push(span);
    // What one clause says already needs no other one.
    told += ` ${reading.text.slice(span.start, span.end)}`;
  }
  const lost = factsOf(review, hit)
    .filter(({ isIn }) => !isIn(result))
    .map(({ span }) => span);
  // "Nobody had seen a fire drill": without the one who hadn't, the deed would say the opposite.
  const isDenied = (span: Span): boolean =>
    reading.clauses.some(
      ({ subject, verb, hasOwnSubject }) =>
        verb !== undefined &&
        overlaps(verb.mainSpan, span) &&
        (verb.isNegated ||
          /\b(?:barely|hardly|scarcely|rarely|seldom)\b/i.test(
            reading.text.slice(verb.span.start, verb.span.end),
          ) ||
          (hasOwnSubject && /^(?:nobody|no|none|not)\b/i.test(subject?.text ?? ''))),
    );
  const isWeak = (span: Span): boolean =>
    isDenied(span) || weightOf(review.judgement.explain(id), span) >= weighty;
  return phrasesAround(reading, { lost, tellings, isWeak, keepsPurposes: id === 'vague-prevention' });
}

/** "A bad config reached production" of "DevOps pushed a bad config": what was done stands outside the holes, without its verb. */
function isToldWithoutDoer({ terms }: Reading, { span }: Telling, result: string): boolean {
  const told = withoutHoles(result, ' ');
  const things = terms.filter(
    (term) => /^(?:noun|name)$/.test(term.tag) && overlaps(term.span, span) && !vagueNoun.test(term.normal),
  );
  return things.length > 0 && things.every((term) => fact(term.span, term.text).isIn(told));
}

/**
 * The rewrite with the facts that it would lose named in a hole, so that the writer takes them along: "{{what broke (keep: the shop was
 * offline for three hours)}}". Undefined where it has no hole to name them in.
 */
export function keepingFacts(
  review: SentenceReview,
  hit: PhrasingHit,
  rewrite: Rewrite,
  result: string,
): Rewrite | undefined {
  const lost = lostFacts(review, hit, result);
  if (lost.length === 0) return rewrite;
  const edits = withKept(rewrite.edits, lost);
  return edits && { ...rewrite, edits };
}

/** Holes for a name, a figure or a moment: what is kept would stand oddly in them. */
const narrowHole =
  /^(?:whom?|who else|who|before|after|how (?:many|soon|long|often|much)|interval|threshold|signal|value|metric|which metric|step)\b/i;
const narrowestHole = /^(?:before|after|how (?:many|soon|long|often|much)|interval|threshold|value|step)\b/i;

function withKept(edits: readonly Edit[], kept: readonly string[]): Edit[] | undefined {
  const holes = edits.flatMap(({ insert }, index) =>
    [...insert.matchAll(/\{\{([^{}|]*)[^{}]*\}\}/g)].map((match) => ({
      index,
      at: match.index,
      prompt: match[1]!,
      whole: match[0],
    })),
  );
  const best =
    holes.find(({ prompt }) => prompt.includes('(keep: ')) ??
    holes.find(({ prompt }) => !narrowHole.test(prompt)) ??
    holes.find(({ prompt }) => !narrowestHole.test(prompt)) ??
    holes[0];
  if (!best) return undefined;
  const prompt = best.prompt.includes('(keep: ')
    ? best.prompt.replace(/\(keep: ([^)]*)\)/, (_, before: string) => `(keep: ${merged(before, kept)})`)
    : `${best.prompt} (keep: ${kept.join(', ')})`;
  return edits.map((edit, index) =>
    index === best.index
      ? {
          ...edit,
          insert:
            edit.insert.slice(0, best.at) +
            best.whole.replace(best.prompt, () => prompt) +
            edit.insert.slice(best.at + best.whole.length),
        }
      : edit,
  );
}

/** What was named before, without what the longer phrases say as well. */
function merged(before: string, kept: readonly string[]): string {
  const own = before.split(', ').filter((one) => !kept.some((phrase) => phrase.includes(one)));
  return [...own, ...kept].join(', ');
}
