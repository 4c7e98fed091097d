import { followsDirectly, opensWithStated } from './attachment';
import { pair, type Change, type SentenceFigures } from './changes';
import { apart, isAmount, type Range } from './figure';
import { placeOf, printFigure, printNumber, type Contradiction, type Reading } from './finding';
import type { StatedChange } from './stated';

/** A percentage or factor stated of a sentence's before → after that this does not give, there or as the opening of the next sentence. */
export function checkStatedChanges(reading: Reading, index: number): Contradiction[] {
  const found: Contradiction[] = [];
  const sentence = reading[index];
  if (!sentence) return found;
  for (const change of sentence.changes) {
    for (const stated of change.stated) push(found, compare(reading, index, change, index, stated));
  }
  const following = reading[index + 1];
  const only = soleChange(sentence);
  const said = only && following && opensWithStated(following.tokens, following.stated);
  if (only && said && only.stated.length === 0 && sameObject(only, said))
    push(found, compare(reading, index, only, index + 1, said));
  if (following) checkNow(reading, index, sentence, following, found);
  return found;
}

/** "Before that a build took four hours. Now it takes three, a 60% reduction.": a pair over two sentences. */
function checkNow(
  reading: Reading,
  index: number,
  sentence: SentenceFigures,
  following: SentenceFigures,
  found: Contradiction[],
): void {
  if (
    !/^(?:Now|Today|These days|Since then),? (?:it|that|this) (?:takes?|is|needs?|runs? in|costs?|lasts?)\b/.test(
      following.text,
    )
  )
    return;
  if (!/^(?:Before|Until then|Originally|Previously|At first)\b|\bused to\b/.test(sentence.text)) return;
  const before = sentence.figures.filter(isAmount);
  const after = following.figures.find(isAmount);
  const stated = following.stated[0];
  if (before.length !== 1 || !before[0] || !after || !stated || after.start >= stated.start) return;
  const change = pair(following.tokens, following.figures, before[0], after);
  if (!change || !followsDirectly(following.tokens, after.next, stated.first)) return;
  const contradiction = compare(reading, index, { ...change, stated: [] }, index + 1, stated);
  if (contradiction)
    found.push({
      ...contradiction,
      other: placeOf(index, before[0]),
      message: contradiction.message.replace(/^.*? is /, `${before[0].text} to ${after.text} is `),
    });
}

/** The sentence's only change, if no other amount follows it there that "that" could mean. */
function soleChange({ changes, figures }: SentenceFigures): Change | undefined {
  const only = changes.length === 1 ? changes[0] : undefined;
  return only && !figures.some((figure) => isAmount(figure) && figure.first >= only.next) ? only : undefined;
}

function push(found: Contradiction[], contradiction: Contradiction | undefined): void {
  if (contradiction) found.push(contradiction);
}

/** "That is a 60% drop in tickets" after a change of something else says nothing of that change; without a name it does. */
function sameObject(change: Change, stated: StatedChange): boolean {
  return stated.object === undefined || change.measured === undefined;
}

function compare(
  reading: Reading,
  at: number,
  change: Change,
  saidAt: number,
  stated: StatedChange,
): Contradiction | undefined {
  const implied = isOpenScale(change) ? undefined : impliedChange(change);
  if (!implied || (stated.direction && stated.direction !== implied.direction)) return undefined;
  const truth = truthOf(change, implied, stated);
  if (!truth || !apart(truth.range, stated.range)) return undefined;
  if (
    truth.alternatives.some((value) => value >= stated.range.low - 1e-9 && value <= stated.range.high + 1e-9)
  )
    return undefined;
  const text = reading[at]?.text ?? '';
  const whole = { start: change.before.start, end: change.after.end };
  const other = whole.start < whole.end ? whole : { start: change.start, end: change.end };
  const sum = `${withUnit(text, change)} is ${truth.words}`;
  const correction = truth.certain ? corrected(stated, truth.nominal) : undefined;
  return {
    kind: stated.kind === 'factor' ? 'factor' : 'percentage',
    wrong: placeOf(saidAt, stated),
    other: placeOf(at, other),
    message: `${sum}, not ${stated.factorWord ? `“${stated.text}”` : stated.text}.`,
    ...(correction ? { correction } : {}),
  };
}

/** Decibels and degrees have no zero to reckon percentages from. */
function isOpenScale({ before }: Change): boolean {
  return /^(?:°|dB|dBm|C|F)$/.test(before.unit);
}

/** "15 minutes to under 4", as the story has it. */
function withUnit(text: string, change: Change): string {
  return `${printFigure(text, change.before)} to ${printFigure(text, change.after)}`;
}

/** What a pair amounts to: after ÷ before as a range, and which way it goes. Undefined where that is open. */
export interface ImpliedChange {
  readonly direction: 'down' | 'up';
  readonly ratio: Range;
  readonly nominal: number;
}

/** The ratio of a pair, with rounding and limits of both ends; undefined if it starts from zero or stays. */
export function impliedChange({
  before,
  after,
}: Pick<Change, 'before' | 'after'>): ImpliedChange | undefined {
  if (before.low <= 0 || before.value <= 0 || after.value < 0 || before.value === after.value)
    return undefined;
  return {
    direction: after.value < before.value ? 'down' : 'up',
    ratio: { low: Math.max(0, after.low) / before.high, high: after.high / before.low },
    nominal: after.value / before.value,
  };
}

interface Truth {
  readonly range: Range;
  readonly nominal: number;
  /** Other readings of the same phrase that some writers mean, as plain values. */
  readonly alternatives: readonly number[];
  readonly words: string;
  readonly certain: boolean;
}

function truthOf(change: Change, implied: ImpliedChange, stated: StatedChange): Truth | undefined {
  const certain =
    change.before.approximation === 'exact' && change.after.approximation === 'exact' && !stated.speed;
  if (stated.kind === 'points') return pointsTruth(change, certain);
  if (stated.kind === 'factor') return factorTruth(change, implied, stated, certain);
  if (stated.kind === 'rest') {
    const range = { low: 100 * implied.ratio.low, high: 100 * implied.ratio.high };
    return {
      range,
      nominal: 100 * implied.nominal,
      alternatives: [],
      words: `${printNumber(100 * implied.nominal)}% of what it was`,
      certain,
    };
  }
  return percentTruth(change, implied, stated, certain);
}

function percentTruth(change: Change, implied: ImpliedChange, stated: StatedChange, certain: boolean): Truth {
  const { ratio, nominal, direction } = implied;
  const down = direction === 'down';
  const range = down
    ? { low: 100 * (1 - ratio.high), high: 100 * (1 - ratio.low) }
    : { low: 100 * (ratio.low - 1), high: 100 * (ratio.high - 1) };
  const value = 100 * Math.abs(1 - nominal);
  const alternatives = complements(change);
  // "40% faster" may mean the time or the rate, and "improvement" is used of both.
  if (stated.speed || stated.direction === undefined)
    alternatives.push(down ? 100 * (1 / nominal - 1) : 100 * (1 - 1 / nominal));
  const limit = limitOf(change, down);
  return {
    range,
    nominal: value,
    alternatives,
    words: `a ${down ? 'cut' : 'rise'} of ${limit}${printNumber(Math.round(value))}%`,
    certain: certain && stated.direction !== undefined,
  };
}

/** Between two percentages people state points as percent, and the change of what is missing to a hundred. */
function complements({ before, after }: Change): number[] {
  if (before.unit !== '%') return [];
  const values = [Math.abs(after.value - before.value)];
  if (before.value < 100 && after.value <= 100)
    values.push(100 * Math.abs(1 - (100 - after.value) / (100 - before.value)));
  return values;
}

/** Which way a limit on one of the ends leaves the change open. */
function limitOf({ before, after }: Change, down: boolean): string {
  const limits = [before.approximation, after.approximation];
  if (limits.every((limit) => limit === 'exact')) return '';
  const smallerAfter = after.approximation === 'at most' && before.approximation === 'exact';
  const largerAfter = after.approximation === 'at least' && before.approximation === 'exact';
  if (smallerAfter) return down ? 'at least ' : 'at most ';
  if (largerAfter) return down ? 'at most ' : 'at least ';
  return 'about ';
}

function pointsTruth({ before, after }: Change, certain: boolean): Truth | undefined {
  if (before.unit !== '%' && before.unit !== '' && before.unit !== 'pp') return undefined;
  const gap = {
    low: Math.max(after.low - before.high, before.low - after.high),
    high: Math.max(after.high - before.low, before.high - after.low),
  };
  const nominal = Math.abs(after.value - before.value);
  return {
    range: gap,
    nominal,
    alternatives: [],
    words: `a difference of ${printNumber(nominal)} points`,
    certain,
  };
}

function factorTruth(
  change: Change,
  implied: ImpliedChange,
  stated: StatedChange,
  certain: boolean,
): Truth | undefined {
  const { ratio, nominal, direction } = implied;
  const down = direction === 'down';
  if (down && nominal === 0) return undefined;
  const range = down ? { low: 1 / ratio.high, high: ratio.low > 0 ? 1 / ratio.low : Infinity } : ratio;
  const value = down ? 1 / nominal : nominal;
  // "Three times more" is four times as much to a few readers.
  const alternatives = stated.factorWord ? [] : [value - 1];
  for (const share of complements(change).slice(1)) if (share < 100) alternatives.push(1 / (1 - share / 100));
  const limit = limitOf(change, down);
  return {
    range,
    nominal: value,
    alternatives,
    words: `${limit}${printNumber(Number(value.toFixed(1)))} times ${down ? 'less' : 'as much'}`,
    certain,
  };
}

/** The stated figure with the right number in its place; undefined where it is spelled out or a word of its own. */
function corrected(stated: StatedChange, nominal: number): string | undefined {
  if (stated.factorWord || !/^\d[\d.,]*/.test(stated.text) || !Number.isFinite(nominal)) return undefined;
  const number =
    stated.kind === 'factor'
      ? Number(nominal.toFixed(1))
      : nominal >= 1 && nominal <= 99
        ? Math.round(nominal)
        : Number(nominal.toFixed(1));
  return stated.text.replace(/^\d[\d.,]*/, String(number));
}
