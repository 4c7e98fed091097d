import type { SentenceFigures } from './changes';
import { apart, isNear, isPlainCount, type Figure } from './figure';
import { checkRests } from './restCheck';
import { placeOf, printNumber, type Contradiction, type Reading } from './finding';
import { isDash, lowerAt, singular, type Token } from './tokens';

/** Parts of a sentence that do not make their whole: lists with a total, "A of N … the other B", shares of a hundred, "A of N (p%)". */
export function checkSums(reading: Reading, index: number): Contradiction[] {
  const sentence = reading[index];
  if (!sentence || sentence.figures.length === 0) return [];
  const lists = checkLists(sentence, index);
  return [
    ...(lists.length > 0 ? lists : checkTotals(sentence, index)),
    ...checkRests(reading, index),
    ...checkShares(sentence, index),
  ];
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
      !isGrid(items, total) &&
      isNear(sum, total.value) &&
      (total.value >= 20 || sameNouns(items, total))
    )
      found.push(sumContradiction(index, total, first, last, items));
  });
  return found;
}

/** "Nine tests: three headsets, three drivers": each with each. */
function isGrid(items: readonly Figure[], total: Figure): boolean {
  return items.reduce((product, item) => product * item.value, 1) === total.value;
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
