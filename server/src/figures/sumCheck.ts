import type { SentenceFigures } from './changes';
import { apart, type Figure } from './figure';
import { placeOf, printNumber, type Contradiction, type Reading } from './finding';
import { isDash, lowerAt, singular, type Token } from './tokens';

/** Parts that do not make their whole: lists with a total, "A of N … the other B", shares of a hundred, "A of N (p%)". */
export function checkSums(reading: Reading): Contradiction[] {
  return reading.flatMap((sentence, index) => {
    if (sentence.figures.length === 0) return [];
    const lists = checkLists(sentence, index);
    return [
      ...(lists.length > 0 ? lists : checkTotals(sentence, index)),
      ...checkRests(reading, index),
      ...checkShares(sentence, index),
    ];
  });
}

function isPlainCount(figure: Figure | undefined): figure is Figure {
  return (
    figure?.kind === 'count' &&
    figure.approximation === 'exact' &&
    figure.per === undefined &&
    Number.isInteger(figure.value)
  );
}

function sumContradiction(
  index: number,
  total: Figure,
  first: Figure,
  last: Figure,
  parts: readonly Figure[],
): Contradiction {
  const sum = parts.reduce((whole, part) => whole + part.value, 0);
  return {
    kind: 'sum',
    wrong: placeOf(index, total),
    other: placeOf(index, { start: first.start, end: last.end }),
    message: `${parts.map((part) => part.text).join(' + ')} make ${printNumber(sum)}, not ${total.text}.`,
  };
}

const openList =
  /\b(?:including|include|among|mostly|mainly|both|e\.g|such as|or|for example|at least|rest|others?|twice|partly|overlap\w*|which|of (?:them|those|these|which)|out of|remaining|counted|more|another|further|then|later|each|every|times)\b/i;

/** "1,200 accounts: 900 private ones and 400 business ones", "2,400 orders (1,700 cards, 500 wallets)". */
function checkLists(sentence: SentenceFigures, index: number): Contradiction[] {
  const { tokens, figures, text } = sentence;
  const found: Contradiction[] = [];
  figures.forEach((total, at) => {
    if (!isPlainCount(total) || total.noun === undefined) return;
    const opens = listOpening(tokens, total);
    if (opens === undefined) return;
    const bracket = lowerAt(tokens, opens) === '(';
    const close = endOfList(tokens, opens + 1, bracket);
    if (close === undefined) return;
    const items = figures.slice(at + 1).filter((figure) => figure.first > opens && figure.first < close);
    if (!isCompleteList(tokens, items, opens, close)) return;
    if (openList.test(text.slice(tokens[opens]?.start ?? 0, tokens[close - 1]?.end ?? text.length))) return;
    const first = items[0];
    const last = items.at(-1);
    const sum = items.reduce((whole, item) => whole + item.value, 0);
    if (
      first &&
      last &&
      sum !== total.value &&
      isNear(sum, total.value) &&
      (total.value >= 20 || sameNouns(items, total))
    )
      found.push(sumContradiction(index, total, first, last, items));
  });
  return found;
}

/** A list that misses its total by far is a list of something else. */
function isNear(sum: number, total: number): boolean {
  return Math.abs(sum - total) <= 0.35 * total;
}

/** The colon or bracket directly behind the counted noun. */
function listOpening(tokens: readonly Token[], total: Figure): number | undefined {
  return /^[:(]$/.test(lowerAt(tokens, total.next)) ? total.next : undefined;
}

function endOfList(tokens: readonly Token[], from: number, bracket: boolean): number | undefined {
  for (let at = from; at < tokens.length; at += 1) {
    const word = lowerAt(tokens, at);
    if (bracket ? word === ')' : /^[.;]$/.test(word) || isLongDash(tokens[at])) return at;
  }
  return bracket ? undefined : tokens.length;
}

function isLongDash(token: Token | undefined): boolean {
  return token !== undefined && isDash(token) && !token.glued;
}

/** Two to six exact counts, each at the head of its item, and no item without one. */
function isCompleteList(
  tokens: readonly Token[],
  items: readonly Figure[],
  opens: number,
  close: number,
): boolean {
  if (items.length < 2 || items.length > 6 || !items.every(isPlainCount)) return false;
  let heads = 1;
  for (let at = opens + 1; at < close; at += 1) {
    const word = lowerAt(tokens, at);
    if (word === ',' || (word === 'and' && lowerAt(tokens, at - 1) !== ',')) heads += 1;
  }
  if (heads !== items.length) return false;
  return items.every((item) => {
    const lead = lowerAt(tokens, item.first - 1);
    return item.first === opens + 1 || lead === ',' || lead === 'and';
  });
}

/** "340 reports by hand and 500 by converter, 900 in total". */
function checkTotals(sentence: SentenceFigures, index: number): Contradiction[] {
  const { tokens, figures, text } = sentence;
  const at = figures.findIndex(
    (figure) =>
      isPlainCount(figure) &&
      /^(?:in all|in total|all told|altogether)\b/.test(
        text.slice(tokens[figure.next]?.start ?? text.length),
      ),
  );
  const total = figures[at];
  if (!total) return [];
  const items: Figure[] = [];
  for (let back = at - 1; back >= 0; back -= 1) {
    const figure = figures[back];
    if (!isPlainCount(figure)) break;
    if (figure.value !== total.value) items.unshift(figure);
    if (!/^(?:,|and|plus)$/.test(lowerAt(tokens, figure.first - 1))) break;
  }
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last || items.length < 2 || items.length > 5) return [];
  if (
    openList.test(text.slice(first.start, total.start)) ||
    /\b(?:with|plus|including)\b/.test(text.slice(total.end))
  )
    return [];
  if (
    lowerAt(tokens, total.first - 1) !== ',' &&
    lowerAt(tokens, total.first - 1) !== '(' &&
    !isDash(tokens[total.first - 1])
  )
    return [];
  const sum = items.reduce((whole, item) => whole + item.value, 0);
  if (sum === total.value || !isNear(sum, total.value)) return [];
  if (!sameNouns(items, total)) return [];
  return [sumContradiction(index, total, first, last, items)];
}

/** What is added is what is counted: the same noun, or bare numbers; or kinds of it, each with a noun of its own. */
function sameNouns(items: readonly Figure[], total: Figure): boolean {
  if (items.every((item) => item.noun === undefined || total.noun === undefined || item.noun === total.noun))
    return true;
  return items.every((item) => item.noun !== undefined);
}

/** A part and the whole that it is of. */
interface PartOfWhole {
  readonly sentence: number;
  readonly part: Figure;
  readonly whole: Figure;
}

/** "74 of 220 robots … the other 156", "of 900 views I deleted 340, leaving 660", "60% … the remaining 30%". */
function checkRests(reading: Reading, index: number): Contradiction[] {
  const sentence = reading[index];
  if (!sentence) return [];
  const found: Contradiction[] = [];
  sentence.figures.forEach((rest, at) => {
    if (!isRest(sentence.tokens, rest)) return;
    const contradiction =
      rest.kind === 'percent'
        ? restOfHundred(reading, index, at, rest)
        : isPlainCount(rest)
          ? restOfWhole(reading, index, at, rest)
          : undefined;
    if (contradiction) found.push(contradiction);
  });
  return found;
}

function isRest(tokens: readonly Token[], figure: Figure): boolean {
  const lead = lowerAt(tokens, figure.first - 1);
  const before = lowerAt(tokens, figure.first - 2);
  return lead === 'leaving' || ((lead === 'other' || lead === 'remaining') && before === 'the');
}

function restOfWhole(reading: Reading, index: number, at: number, rest: Figure): Contradiction | undefined {
  const known = wholeBefore(reading, index, at, rest);
  if (!known || known.part.value + rest.value === known.whole.value || known.part.value === rest.value)
    return undefined;
  if (isDividedFurther(reading[index], at, rest)) return undefined;
  const right = known.whole.value - known.part.value;
  const numeric = /^\d[\d,]*$/.test(rest.text);
  return {
    kind: 'sum',
    wrong: placeOf(index, rest),
    other: placeOf(known.sentence, {
      start: Math.min(known.part.start, known.whole.start),
      end: Math.max(known.part.end, known.whole.end),
    }),
    message: `${known.whole.text} less ${known.part.text} is ${printNumber(right)}, not ${rest.text}.`,
    ...(numeric && right > 0
      ? { correction: rest.text.includes(',') ? printNumber(right) : String(right) }
      : {}),
  };
}

const further = /\b(?:rest|another|last|lost|one (?:was|is|had|of|more)|others|else|half|each)\b/;

/** Whether the sentence goes on to more parts, or the rest is one of somewhere else ("the other 40 robots in hall B"). */
function isDividedFurther(sentence: SentenceFigures | undefined, at: number, rest: Figure): boolean {
  if (!sentence) return true;
  if (sentence.figures.slice(at + 1).some((figure) => figure.kind === 'count')) return true;
  if (/^(?:in|at|on|from|of)$/.test(lowerAt(sentence.tokens, rest.next))) return true;
  return further.test(sentence.text.slice(rest.end));
}

/** The nearest "A of N" before the rest, if the words between leave no doubt that it is the one that is meant. */
function wholeBefore(reading: Reading, index: number, at: number, rest: Figure): PartOfWhole | undefined {
  for (let sentence = index; sentence >= Math.max(0, index - 2); sentence -= 1) {
    const figures = (reading[sentence]?.figures ?? []).slice(0, sentence === index ? at : undefined);
    const counts = figures.filter((figure) => figure.kind === 'count' && figure.per === undefined);
    if (figures.some((figure) => figure.unit === '%')) return undefined;
    if (counts.length === 0) continue;
    const known = partOfWhole(reading, sentence, counts, sentence === index);
    if (!known) return undefined;
    const nouns = [known.part.noun, known.whole.noun];
    if (
      sentence < index &&
      rest.noun !== undefined &&
      !nouns.includes(rest.noun) &&
      !isVerbLike(reading[index], rest)
    )
      return undefined;
    return { ...known, sentence };
  }
  return rest.noun === undefined ? undefined : farWhole(reading, index, rest);
}

/** Further back only the one "A of N robots" of the story, if it comes near, and if no count between explains the difference. */
function farWhole(reading: Reading, index: number, rest: Figure): PartOfWhole | undefined {
  const known: PartOfWhole[] = [];
  const counts: Figure[] = [];
  for (let sentence = 0; sentence < index; sentence += 1) {
    const { tokens = [], figures = [] } = reading[sentence] ?? {};
    figures.forEach((part, at) => {
      const whole = figures[at + 1];
      if (isPlainCount(part)) counts.push(part);
      if (
        !isPlainCount(part) ||
        !isPlainCount(whole) ||
        whole.noun !== rest.noun ||
        part.value >= whole.value
      )
        return;
      if (whole.first - part.next === 1 && lowerAt(tokens, part.next) === 'of')
        known.push({ sentence, part, whole });
    });
  }
  const [only] = known;
  if (!only || known.length !== 1 || !isNear(rest.value, only.whole.value - only.part.value))
    return undefined;
  const explains = (count: Figure): boolean =>
    [only.whole.value - only.part.value, only.part.value, only.whole.value].includes(
      rest.value + count.value,
    );
  return counts.some(explains) ? undefined : only;
}

/** "the other three were", "the remaining 5 had": what follows is a verb and was no noun. */
function isVerbLike(sentence: SentenceFigures | undefined, rest: Figure): boolean {
  return (
    sentence !== undefined &&
    /^(?:could|can|were|had|went|got|needed|ran|came|stayed|kept)$/.test(
      lowerAt(sentence.tokens, rest.next - 1),
    )
  );
}

/** Exactly one part and one whole, both exact: "A of (the) N", "of N things … A", "N things. A were …". */
function partOfWhole(
  reading: Reading,
  at: number,
  counts: readonly Figure[],
  sameSentence: boolean,
): { part: Figure; whole: Figure } | undefined {
  const sentence = reading[at];
  if (!sentence || !counts.every(isPlainCount)) return undefined;
  const [one, two] = counts;
  if (one && !two && sameSentence) return afterWhole(reading, at, one);
  if (!one || !two || counts.length !== 2) return undefined;
  const { tokens } = sentence;
  const between = tokens.slice(one.next, two.first).map((token) => token.lower);
  const ofDirectly = between[0] === 'of' && between.length <= 2 && one.value < two.value;
  if (ofDirectly) return { part: one, whole: two };
  if (
    lowerAt(tokens, two.first - 1) === '.' &&
    one.noun !== undefined &&
    two.value < one.value &&
    stateVerb.test(lowerAt(tokens, two.next))
  ) {
    return { part: two, whole: one };
  }
  const lead = lowerAt(tokens, one.first - 1);
  const ofBefore =
    lead === 'of' ||
    (/^(?:the|our|all|these|those|my)$/.test(lead) && lowerAt(tokens, one.first - 2) === 'of');
  const opens = one.first <= 3 && ofBefore;
  return opens && two.value < one.value ? { part: two, whole: one } : undefined;
}

const stateVerb = /^(?:were|was|had|of|could|went|came|passed|failed)$/;

/** "The audit looked at 50 cases. 47 were clean and the remaining 5 …": a bare count that opens a sentence counts the noun before it. */
function afterWhole(reading: Reading, at: number, part: Figure): { part: Figure; whole: Figure } | undefined {
  const previous = reading[at - 1];
  if (part.first !== 0 || !previous) return undefined;
  if (!stateVerb.test(lowerAt(reading[at]?.tokens ?? [], part.next))) return undefined;
  const counts = previous.figures.filter((figure) => figure.kind === 'count');
  const whole = counts[0];
  return counts.length === 1 && isPlainCount(whole) && whole.noun !== undefined && whole.value > part.value
    ? { part, whole }
    : undefined;
}

function restOfHundred(reading: Reading, index: number, at: number, rest: Figure): Contradiction | undefined {
  for (let sentence = index; sentence >= Math.max(0, index - 1); sentence -= 1) {
    const shares = (reading[sentence]?.figures ?? [])
      .slice(0, sentence === index ? at : undefined)
      .filter((figure) => figure.unit === '%');
    if (shares.length === 0) continue;
    const part = shares[0];
    if (
      shares.length !== 1 ||
      part?.kind !== 'percent' ||
      part.approximation !== 'exact' ||
      rest.approximation !== 'exact'
    )
      return undefined;
    if (
      part.value === rest.value ||
      (sentence < index && lowerAt(reading[sentence]?.tokens ?? [], part.next) !== 'of')
    )
      return undefined;
    if (/^(?:by|to|from|under|over)$/.test(lowerAt(reading[sentence]?.tokens ?? [], part.first - 1)))
      return undefined;
    if (!apart({ low: part.low + rest.low - 1, high: part.high + rest.high + 1 }, { low: 100, high: 100 }))
      return undefined;
    const right = Number((100 - part.value).toFixed(2));
    return {
      kind: 'sum',
      wrong: placeOf(index, rest),
      other: placeOf(sentence, part),
      message: `${part.text} leaves ${printNumber(right)}%, not ${rest.text}.`,
      ...(/^\d[\d.]* ?%$/.test(rest.text) ? { correction: rest.text.replace(/^[\d.]+/, String(right)) } : {}),
    };
  }
  return undefined;
}

const wholeWord = /^(?:them|those|these|the|all|our|users?|customers?|total)$/;

/** "74 of 220 pickers (54%)", "300 of 2,000 users, or 35% of them", "120 of 400 vehicles, 45% of the fleet". */
function checkShares(sentence: SentenceFigures, index: number): Contradiction[] {
  const { tokens, figures } = sentence;
  return figures.flatMap((part, at) => {
    const whole = figures[at + 1];
    const share = figures[at + 2];
    if (!isPlainCount(part) || !isPlainCount(whole) || share?.kind !== 'percent' || part.value >= whole.value)
      return [];
    const of = tokens.slice(part.next, whole.first).map((token) => token.lower);
    if (of.length === 0 || of.length > 2 || of[0] !== 'of' || !isShareOfWhole(tokens, whole, share))
      return [];
    const value = (100 * part.value) / whole.value;
    const margin = Math.max(1, 0.03 * share.value);
    if (!apart({ low: value - margin, high: value + margin }, share)) return [];
    const right = value >= 1 && value <= 99 ? Math.round(value) : Number(value.toFixed(1));
    return [
      {
        kind: 'percentage' as const,
        wrong: placeOf(index, share),
        other: placeOf(index, { start: part.start, end: whole.end }),
        message: `${part.text} of ${whole.text} is ${printNumber(right)}%, not ${share.text}.`,
        ...(share.approximation === 'exact' && /^\d/.test(share.text)
          ? { correction: share.text.replace(/^[\d.]+/, String(right)) }
          : {}),
      },
    ];
  });
}

/** Directly behind the counted noun (or a word or two more, in brackets), and not the share of something else. */
function isShareOfWhole(tokens: readonly Token[], whole: Figure, share: Figure): boolean {
  const between = tokens.slice(whole.next, share.first).map((token) => token.lower);
  const bracket = between.at(-1) === '(' && between.length <= 2 && lowerAt(tokens, share.next) === ')';
  if (bracket) return true;
  if (between[0] !== ',' || !between.slice(1).every((word) => /^(?:or|about|that|is|so)$/.test(word)))
    return false;
  const behind = lowerAt(tokens, share.next);
  if (/^[,.;)]?$/.test(behind)) return true;
  if (behind !== 'of') return false;
  const object = lowerAt(tokens, share.next + 1);
  const noun =
    object === 'the' || object === 'our' || object === 'all' ? lowerAt(tokens, share.next + 2) : object;
  return (
    /^(?:fleet|total|whole|lot|them|those|these)$/.test(noun) ||
    (wholeWord.test(object) && singular(noun) === whole.noun)
  );
}
