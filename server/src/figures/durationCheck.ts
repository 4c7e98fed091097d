import { withUnitOf, type SentenceFigures } from './changes';
import { apart, type Figure, type Range } from './figure';
import { placeOf, printDuration, type Contradiction, type Reading } from './finding';
import { isDash, lowerAt, singular, type Token } from './tokens';

const day = 86400;
const halfDay = day / 2;

/**
 * Durations of a sentence that do not add up: clock times against the time between them, parts against their total, one time in two
 * units. Only clock times are compared with what stands further back.
 */
export function checkDurations(reading: Reading, index: number): Contradiction[] {
  const sentence = reading[index];
  if (!sentence || sentence.figures.length === 0) return [];
  return [
    ...checkSpans(sentence, index),
    ...checkLater(reading, index),
    ...checkTotal(reading, index),
    ...checkTwoUnits(sentence, index),
  ];
}

const dayWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|yesterday|utc|gmt|cet|cest|est|edt|pst|pdt|ist|bst|local)$/;

/** "from 09:10 to 11:45, for three hours", "between 2:05 and 2:40 a.m. (55 minutes)". */
function checkSpans(sentence: SentenceFigures, index: number): Contradiction[] {
  const { tokens, figures } = sentence;
  const found: Contradiction[] = [];
  figures.forEach((from, at) => {
    const to = figures[at + 1];
    const stated = figures[at + 2];
    if (
      from.kind !== 'clock' ||
      to?.kind !== 'clock' ||
      stated?.kind !== 'duration' ||
      stated.per !== undefined
    )
      return;
    if (!isSpanLead(tokens, from, to) || !isToldOfSpan(tokens, to.next, stated)) return;
    if (tokens.filter((token) => dayWord.test(token.lower)).length > 1) return;
    const spans = spansBetween(from, to);
    if (spans.some((seconds) => !apart(widened(seconds), stated))) return;
    found.push(
      timeContradiction(
        index,
        stated,
        placeOf(index, { start: from.start, end: to.end }),
        `${from.text} to ${to.text} is`,
        spans[0] ?? 0,
      ),
    );
  });
  return found;
}

function isSpanLead(tokens: readonly Token[], from: Figure, to: Figure): boolean {
  const lead = lowerAt(tokens, from.first - 1);
  if (to.first - from.next !== 1) return false;
  const between = lowerAt(tokens, from.next);
  return (
    (lead === 'from' && /^(?:to|until|till)$/.test(between)) || (lead === 'between' && between === 'and')
  );
}

const spanJoiner = /^(?:for|so|which|that|is|was|or|a|an|total|of|about|nearly|almost|over|all|in|i|e)$/;

/** Only joining words before the duration, and nothing behind it that makes it a part or a distance from elsewhere. */
function isToldOfSpan(tokens: readonly Token[], from: number, stated: Figure): boolean {
  if (stated.first - from > 4) return false;
  for (let at = from; at < stated.first; at += 1) {
    const token = tokens[at];
    if (
      !token ||
      (token.kind === 'word' ? !spanJoiner.test(token.lower) : !/^[,(:]$/.test(token.text) && !isDash(token))
    )
      return false;
  }
  if (stated.value >= day) return false;
  const behind = tokens[stated.next];
  return (
    !behind || behind.kind === 'mark' || /^(?:in|during|when|where|while|that|without)$/.test(behind.lower)
  );
}

/** Clock times are good to a minute at each end, and people round the time between. */
function widened(seconds: number): Range {
  const margin = Math.max(120, 0.04 * seconds);
  return { low: seconds - margin, high: seconds + margin };
}

/** The likely distance first, then those that another half of the day would give. */
function spansBetween(from: Figure, to: Figure): number[] {
  const forward = (((to.value - from.value) % day) + day) % day;
  if (!from.halfDay && !to.halfDay && !/[ap]\.?m/.test(to.text)) return [forward];
  const short = forward % halfDay;
  return [short, short + halfDay];
}

function timeContradiction(
  index: number,
  stated: Figure,
  other: Contradiction['other'],
  sum: string,
  seconds: number,
): Contradiction {
  const correction =
    stated.approximation === 'exact' && /^\d+ min/.test(stated.text) && seconds < 5400 && seconds % 60 === 0;
  return {
    kind: 'durations',
    wrong: placeOf(index, stated),
    other,
    message: `${sum} ${printDuration(seconds)}, not ${stated.text}.`,
    ...(correction ? { correction: stated.text.replace(/^\d+/, String(seconds / 60)) } : {}),
  };
}

/** "at 14:40, 25 minutes later": against the clock time told before it. */
function checkLater(reading: Reading, index: number): Contradiction[] {
  const sentence = reading[index];
  if (!sentence) return [];
  const found: Contradiction[] = [];
  sentence.figures.forEach((clock, at) => {
    const stated = sentence.figures[at + 1];
    if (
      clock.kind !== 'clock' ||
      stated?.kind !== 'duration' ||
      stated.per !== undefined ||
      !isLater(sentence.tokens, clock, stated)
    )
      return;
    const earlier = earlierClocks(reading, index, at);
    const last = earlier.at(-1);
    if (!last || index - last.sentence > 2 || hasOtherTime(reading, last, index, at)) return;
    if (
      lowerAt(sentence.tokens, stated.next) === 'after' &&
      !isNamedBefore(reading, last.sentence, sentence.tokens, stated.next + 1)
    )
      return;
    if (
      earlier.some(({ figure }) =>
        spansBetween(figure, clock).some((seconds) => !apart(widened(seconds), stated)),
      )
    )
      return;
    const seconds = spansBetween(last.figure, clock)[0] ?? 0;
    found.push(
      timeContradiction(
        index,
        stated,
        placeOf(last.sentence, last.figure),
        `${last.figure.text} to ${clock.text} is`,
        seconds,
      ),
    );
  });
  return found;
}

/** "14:40, 25 minutes later", "(25 minutes later)", "03:55, 20 minutes after the page". */
function isLater(tokens: readonly Token[], clock: Figure, stated: Figure): boolean {
  const between = tokens.slice(clock.next, stated.first);
  if (
    between.length > 2 ||
    between.some((token) => !/^[,(–—]$/.test(token.text) && !/^(?:just|only|about|so)$/.test(token.lower))
  )
    return false;
  const behind = lowerAt(tokens, stated.next);
  return (
    between.length > 0 &&
    (behind === 'after' || (behind === 'later' && lowerAt(tokens, stated.next + 1) !== 'than'))
  );
}

interface PlacedFigure {
  readonly sentence: number;
  readonly figure: Figure;
  readonly at: number;
}

function earlierClocks(reading: Reading, index: number, before: number): PlacedFigure[] {
  const clocks: PlacedFigure[] = [];
  for (let sentence = 0; sentence <= index; sentence += 1) {
    reading[sentence]?.figures.forEach((figure, at) => {
      if (figure.kind === 'clock' && (sentence < index || at < before)) clocks.push({ sentence, figure, at });
    });
  }
  return clocks;
}

const otherDay =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:next|following|same) (?:day|morning|night|evening)\b|\b(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|IST|BST|local)\b|\b(?:later|then|afterwards|tomorrow|days?|half[- ]past|minutes? after)\b/;

/** Whether a duration, a day or a zone between the two clock times makes another moment the one that is meant. */
function hasOtherTime(reading: Reading, last: PlacedFigure, index: number, at: number): boolean {
  for (let sentence = last.sentence; sentence <= index; sentence += 1) {
    const { text = '', figures = [] } = reading[sentence] ?? {};
    const first = sentence === last.sentence ? last.at + 1 : 0;
    const end = sentence === index ? at : figures.length;
    if (figures.slice(first, end).some((figure) => figure.kind === 'duration' || figure.kind === 'date'))
      return true;
    const from = sentence === last.sentence ? last.figure.end : 0;
    const to = sentence === index ? (figures[at]?.start ?? text.length) : text.length;
    if (otherDay.test(text.slice(from, to))) return true;
    // The zone or day may stand before the first of the two, or behind the second.
    if (/\b(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|IST|BST|local)\b/.test(text)) return true;
  }
  return false;
}

/** "after the page": the noun stands in the sentence that gives the earlier time. */
function isNamedBefore(reading: Reading, sentence: number, tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (/^(?:the|a|an|that|this|my|our|first)$/.test(lowerAt(tokens, at))) at += 1;
  const noun = tokens[at];
  if (noun?.kind !== 'word') return at > from;
  if (/^(?:i|we|he|she|they|it|you)$/.test(noun.lower)) return false;
  const told = reading[sentence]?.tokens ?? [];
  const earlier = told === tokens ? told.slice(0, at) : told;
  return (
    earlier.some((token) => singular(token.lower) === singular(noun.lower)) ||
    (at > from && /^[.,;]$/.test(noun.text))
  );
}

const totalMark = /^(?:in all|in total|all told|all in all|altogether)\b/;
const mixed =
  /\b(?:with|plus|including|since|parallel|overlap\w*|meanwhile|break|holiday|while|because|each|every|another|more|except|without|between|later|of which|at least|at most|only|same time|times|average|then waited)\b/;

/** "10 minutes to detect and 20 to fix, 45 minutes in all", or with the total as the next sentence. */
function checkTotal(reading: Reading, index: number): Contradiction[] {
  const sentence = reading[index];
  if (!sentence) return [];
  const amounts = sentence.figures.filter((figure) => figure.kind === 'duration' || figure.kind === 'count');
  const own = amounts.findIndex((figure) => isTotal(sentence, figure));
  const total = amounts[own];
  if (total?.kind === 'duration') {
    if (mixed.test(sentence.text)) return [];
    return compareTotal(index, amounts.slice(0, own), index, total);
  }
  const following = reading[index + 1];
  const summed =
    following &&
    /^(?:In total|In all|All told|Altogether|All in all|Together)\b,? (?:that was|this was|it was|that made|this made|it took|that took|that came to|it came to)\b/.test(
      following.text,
    );
  const only = following?.figures.filter((figure) => figure.kind === 'duration') ?? [];
  if (!summed || only.length !== 1 || !only[0] || mixed.test(sentence.text) || following.tokens.length > 14)
    return [];
  return compareTotal(index, amounts, index + 1, only[0]);
}

function isTotal(sentence: SentenceFigures, figure: Figure): boolean {
  return totalMark.test(sentence.text.slice(sentence.tokens[figure.next]?.start ?? sentence.text.length));
}

function compareTotal(
  index: number,
  candidates: readonly Figure[],
  totalIndex: number,
  total: Figure,
): Contradiction[] {
  const parts = sameUnitParts(candidates);
  if (!parts || parts.length < 2 || parts.length > 5) return [];
  const sum = parts.reduce(
    (range, part) => ({
      low: range.low + part.low,
      high: range.high + part.high,
      value: range.value + part.value,
    }),
    { low: 0, high: 0, value: 0 },
  );
  if (
    !apart(sum, total) ||
    Math.abs(sum.value - total.value) < 0.06 * total.value ||
    someRunFits(parts, total)
  )
    return [];
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  const written = parts.map((part) => part.text).join(' + ');
  return [
    {
      kind: 'durations',
      wrong: placeOf(totalIndex, total),
      other: placeOf(index, { start: first.start, end: last.end }),
      message: `${written} make ${printDuration(sum.value)}, not ${total.text}.`,
    },
  ];
}

/** Whether only some neighbouring parts are meant: "within 5 minutes of the page: 10 to detect and 20 to fix, 30 in all". */
function someRunFits(parts: readonly Figure[], total: Figure): boolean {
  return parts.some((_, from) =>
    parts.some((__, last) => {
      if (last <= from) return false;
      const run = parts.slice(from, last + 1);
      return !apart(
        {
          low: run.reduce((sum, part) => sum + part.low, 0),
          high: run.reduce((sum, part) => sum + part.high, 0),
        },
        total,
      );
    }),
  );
}

/** The durations, with bare numbers read in the unit before them ("10 minutes to detect and 20 to fix"); none if a count is among them. */
function sameUnitParts(candidates: readonly Figure[]): Figure[] | undefined {
  const parts: Figure[] = [];
  for (const figure of candidates) {
    if (figure.per !== undefined) return undefined;
    const previous = parts.at(-1);
    if (figure.kind === 'duration') parts.push(figure);
    else if (previous && figure.noun === undefined) parts.push(withUnitOf(figure, previous));
  }
  return parts;
}

/** "150 minutes (3 hours)", "90 minutes, or two hours": the same time in two units. */
function checkTwoUnits(sentence: SentenceFigures, index: number): Contradiction[] {
  const { tokens, figures } = sentence;
  return figures.flatMap((one, at) => {
    const two = figures[at + 1];
    if (one.kind !== 'duration' || two?.kind !== 'duration' || one.scale === two.scale || one.per !== two.per)
      return [];
    const bracket =
      two.first - one.next === 1 && lowerAt(tokens, one.next) === '(' && lowerAt(tokens, two.next) === ')';
    const or =
      two.first - one.next === 2 &&
      lowerAt(tokens, one.next) === ',' &&
      lowerAt(tokens, one.next + 1) === 'or' &&
      /^[,.;)]?$/.test(lowerAt(tokens, two.next));
    if ((!bracket && !or) || !apart(widened(one.value), two)) return [];
    return [timeContradiction(index, two, placeOf(index, one), `${one.text} is`, one.value)];
  });
}
