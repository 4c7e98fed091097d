import type { Change } from './changes';
import { contentWords, isVerb } from './measured';
import type { StatedChange } from './stated';
import { isDash, lowerAt, singular, type Token } from './tokens';

/**
 * Gives each pair the changes that are said of it. Only words that join the two directly count ("from 15 to 4, an 85% cut"; "by 60%,
 * from 50 to 20"): with another verb or noun between them the change may be one of something else.
 */
export function attachStated(
  tokens: readonly Token[],
  changes: readonly Change[],
  stated: readonly StatedChange[],
): Change[] {
  if (stated.length === 0) return [...changes];
  return changes.map((change) => ({
    ...change,
    stated: stated.filter((each) => isSaidOf(tokens, change, each)),
  }));
}

function isSaidOf(tokens: readonly Token[], change: Change, stated: StatedChange): boolean {
  // "faster than Selenium", "a 50% cut was the goal": measured against something else, or not said of what happened.
  if (isMeasuredOtherwise(tokens, stated)) return false;
  const joined =
    stated.first >= change.next
      ? followsDirectly(tokens, change.next, stated.first)
      : stated.next <= change.first && leadsTo(tokens, stated, change.first);
  return joined && namesSameThing(tokens, change, stated);
}

/** Whether the phrase goes on to measure against something else, or is no thing that happened. */
function isMeasuredOtherwise(tokens: readonly Token[], stated: StatedChange): boolean {
  const behind = lowerAt(tokens, stated.next);
  if (behind === 'than') return !/^(?:before|it|what)$/.test(lowerAt(tokens, stated.next + 1));
  return (
    /^(?:was|were|had|would|being|each|every|per)$/.test(behind) ||
    (behind === 'a' && /^(?:day|week|month|year|quarter|sprint)$/.test(lowerAt(tokens, stated.next + 1)))
  );
}

const joiner =
  /^(?:or|which|that|is|was|it's|that's|means|meant|makes|made|meaning|a|an|the|for|so|i|e|to|total|of|altogether|hence|thus|equals|about|roughly|nearly|almost|some|just)$/;

/** Only joining words and marks between a figure and what is said of it behind. */
export function followsDirectly(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 6) return false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (
      token?.kind === 'word'
        ? !joiner.test(token.lower)
        : !token || !(/^[,(:;=≈~.+]$/.test(token.text) || isDash(token))
    )
      return false;
  }
  return true;
}

/** "by 60%, from", "(from", "halved the deploy time, from", "4x faster: 8 hours to 2": what is said before the pair. */
function leadsTo(tokens: readonly Token[], stated: StatedChange, to: number): boolean {
  let at = stated.next;
  let named = 0;
  for (; at < to; at += 1) {
    const token = tokens[at];
    if (!token) return false;
    if (token.kind === 'mark') {
      if (!/^[,(:]$/.test(token.text) && !isDash(token)) return false;
    } else if (token.lower !== 'from') {
      named += 1;
      // A verb such as "halved" takes its object before the pair; a percentage does so behind "in" or "of" only.
      if (
        !(stated.factorWord || stated.object) ||
        named > 6 ||
        isVerb(token.lower) ||
        otherClause.test(token.lower)
      )
        return false;
    }
  }
  return true;
}

const otherClause = /^(?:and|but|while|which|so|that|when|to|or|because|as|by|than|if|i|we)$/;

/** Whether the thing named beside the stated change, if any, is what the pair measures. */
function namesSameThing(tokens: readonly Token[], change: Change, stated: StatedChange): boolean {
  if (!stated.object) return true;
  const named = contentWords(tokens, ...stated.object).map(singular);
  if (named.length === 0) return true;
  if (stated.next <= change.first) return true;
  const { words = [], statistics = [] } = change.measured ?? {};
  const nouns = [...words, ...statistics, change.before.noun, change.after.noun];
  return named.some((word) => nouns.includes(word));
}

/** Whether a sentence opens by saying the change of the one before: "That is a drop of 55%." Returns what it says. */
export function opensWithStated(
  tokens: readonly Token[],
  stated: readonly StatedChange[],
): StatedChange | undefined {
  const first = stated[0];
  if (!first || isMeasuredOtherwise(tokens, first)) return undefined;
  const opener = /^(?:that|this|it)(?:'s)?$/.test(lowerAt(tokens, 0)) || first.first === 0;
  if (!opener) return undefined;
  for (let at = 1; at < first.first; at += 1) {
    if (
      !/^(?:is|was|means|meant|makes|made|amounts|amounted|comes|came|to|a|an|represents|gives|gave|works|out|at|about|roughly|some)$/.test(
        lowerAt(tokens, at),
      )
    )
      return undefined;
  }
  return first.object && !/^(?:in|of)$/.test(lowerAt(tokens, first.next)) ? undefined : first;
}
