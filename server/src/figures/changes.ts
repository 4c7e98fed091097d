import { isAmount, type Figure } from './figure';
import { readMeasured, type Measured } from './measured';
import { mayHoldFigures, readFiguresOf } from './read';
import { readStatedChanges, type StatedChange } from './stated';
import { attachStated } from './attachment';
import { isArrow, lowerAt, tokenize, type Token } from './tokens';

/** A before → after pair of figures with the same unit. Offsets are UTF-16 in the sentence's text. */
export interface Change {
  readonly before: Figure;
  readonly after: Figure;
  readonly start: number;
  readonly end: number;
  readonly measured: Measured | undefined;
  /** What the sentence itself says the change amounts to: "an 85% cut", "halved". */
  readonly stated: readonly StatedChange[];
  /** Token indices: the first of the pair and the one after it. */
  readonly first: number;
  readonly next: number;
}

/** Everything the sums need of one sentence. It depends on the text alone, so that it can be kept for as long as the text stays. */
export interface SentenceFigures {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly Figure[];
  readonly changes: readonly Change[];
  readonly stated: readonly StatedChange[];
}

const nothing: Omit<SentenceFigures, 'text'> = { tokens: [], figures: [], changes: [], stated: [] };

/** Reads one sentence's plain text once: its figures, its changes, and what it says of them. */
export function readSentenceFigures(text: string): SentenceFigures {
  if (!mayHoldFigures(text)) return { text, ...nothing };
  const tokens = tokenize(text);
  const figures = readFiguresOf(text, tokens);
  const stated = readStatedChanges(tokens, figures);
  const changes = attachStated(tokens, pairFigures(tokens, figures, stated), stated);
  return { text, tokens, figures, changes, stated };
}

/** The before → after pairs of one sentence's plain text, in the order of the text, each with the change it states. */
export function readChanges(text: string): Change[] {
  return [...readSentenceFigures(text).changes];
}

function pairFigures(
  tokens: readonly Token[],
  figures: readonly Figure[],
  stated: readonly StatedChange[],
): Change[] {
  const amounts = figures.filter((figure) => isAmount(figure) || figure.kind === 'clock');
  const changes: Change[] = [];
  for (let index = 0; index + 1 < amounts.length; index += 1) {
    const one = amounts[index];
    const two = amounts[index + 1];
    if (!one || !two || !isAmount(one) || !isAmount(two)) continue;
    const order = orderOf(tokens, one, two);
    if (!order || isChain(tokens, amounts, index)) continue;
    const change = pair(tokens, figures, order === 'forward' ? one : two, order === 'forward' ? two : one);
    if (!change || stated.some((each) => each.factorWord && each.first < one.next && one.first < each.next))
      continue;
    changes.push(change);
    index += 1;
  }
  return changes;
}

/** Which of two neighbouring figures comes first in time, if the words between and before them make them a pair. */
function orderOf(tokens: readonly Token[], one: Figure, two: Figure): 'forward' | 'backward' | undefined {
  const between = words(tokens, one.next, two.first);
  const lead = lowerAt(tokens, one.first - 1);
  if (isArrow(tokens[two.first - 1]) && two.first - one.next <= 1) return 'forward';
  if (
    lead === 'from' &&
    gapTo.test(between) &&
    !isSpread(tokens, one.first - 2) &&
    !isPlace(tokens, one, two)
  )
    return 'forward';
  if (gapToOnly.test(between) && movesDirectly(tokens, one)) return 'forward';
  if (
    /^,? ?(?:and )?(?:is |are |it's |it is )?now(?: at| only| just)?$/.test(between) &&
    hasWord(tokens, one.first, /^(?:was|were|took|needed|used)$/)
  )
    return 'forward';
  if (
    /^(?:[a-z]+ )?from$/.test(between) &&
    /^(?:to|in|at|now|is|are)$/.test(lead) &&
    !isSpread(tokens, two.first - 2)
  ) {
    return between === 'from' || /^(?:down|up) from$/.test(between) ? 'backward' : undefined;
  }
  if (/^(?:[,(–—-] ?)(?:(?:down|up) from|was|from|previously|formerly|before that)$/.test(between))
    return 'backward';
  if (/^(?:, )?(?:instead of|down from|up from)$/.test(between)) return 'backward';
  return undefined;
}

const gapTo =
  /^(?:[a-z'%/-]+ ){0,5}?(?:(?:down|up|back|all the way) )?to(?: (?:a|an|only|just|as (?:little|few|much|many) as))?$/;
const gapToOnly = /^(?:down |up )?to$/;

/** "fell 40 to 12", "latency: 8 hours to 2 hours": a verb or a colon directly before, where "40 to 50" alone would be a range. */
function movesDirectly(tokens: readonly Token[], one: Figure): boolean {
  const lead = lowerAt(tokens, one.first - 1);
  return /^(?:fell|dropped|rose|went|climbed|shrank|grew|declined)$/.test(lead);
}

/** "ranging from", "anything from", "on a scale from": a spread and no change. */
function isSpread(tokens: readonly Token[], at: number): boolean {
  return /^(?:rang(?:e|es|ed|ing)|anything|anywhere|var(?:y|ies|ied|ying)|scale|sizes?|everything|everyone|ages?|aged|prices?|spread|span(?:s|ned)?|between|temperatures?|levels?|values?|lasting|somewhere|away|far|apart|open|available|months?|days?|years?)$/.test(
    lowerAt(tokens, at),
  );
}

/** "from seven in the morning to ten", "down from 2 to 5", "upgraded from 3.4 to 3.5": hours and versions without their marks. */
function isPlace(tokens: readonly Token[], one: Figure, two: Figure): boolean {
  if (one.kind !== 'count' || two.kind !== 'count' || one.noun !== undefined) return false;
  if (
    /^(?:in|at|o'clock|on)$/.test(lowerAt(tokens, one.next)) ||
    /^(?:in the morning|in the evening|at night|o'clock)/.test(words(tokens, two.next, two.next + 3))
  )
    return true;
  const lead = lowerAt(tokens, one.first - 2);
  const state =
    /^(?:down|out|up)$/.test(lead) && /^(?:was|were|is|been|be)$/.test(lowerAt(tokens, one.first - 3));
  return (
    two.noun === undefined &&
    (state ||
      /^(?:upgrad\w+|updat\w+|migrat\w+|broken|offline|closed|office|asleep|awake|work(?:ed|ing)|version)$/.test(
        lead,
      ))
  );
}

/** "from 1% to 5% to 25%", "A → B → C": a series has no one before and after. */
function isChain(tokens: readonly Token[], amounts: readonly Figure[], index: number): boolean {
  const two = amounts[index + 1];
  const three = amounts[index + 2];
  const before = amounts[index - 1];
  const joined = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    /^(?:,? ?(?:and )?(?:then )?to|→|->|=>|⇒)$/.test(words(tokens, a.next, b.first));
  return joined(two, three) || joined(before, amounts[index]);
}

function words(tokens: readonly Token[], from: number, to: number): string {
  let joined = '';
  for (let at = from; at < to; at += 1) joined += (joined ? ' ' : '') + lowerAt(tokens, at);
  return joined;
}

function hasWord(tokens: readonly Token[], before: number, pattern: RegExp): boolean {
  for (let at = Math.max(0, before - 3); at < before; at += 1)
    if (pattern.test(lowerAt(tokens, at))) return true;
  return false;
}

/** Makes a change of two figures: a bare one takes the unit of its partner. Undefined where they measure different things. */
export function pair(
  tokens: readonly Token[],
  figures: readonly Figure[],
  before: Figure,
  after: Figure,
): Change | undefined {
  const shared = sharedUnit(before, after);
  if (!shared) return undefined;
  const [first, second] = shared;
  const from = Math.min(first.first, second.first);
  return {
    before: first,
    after: second,
    start: Math.min(first.phraseStart, second.phraseStart),
    end: Math.max(first.end, second.end),
    measured: readMeasured(tokens, figures, from),
    stated: [],
    first: from,
    next: Math.max(first.next, second.next),
  };
}

function sharedUnit(before: Figure, after: Figure): [Figure, Figure] | undefined {
  const one =
    isBare(before) && before.noun === undefined && !isBare(after) ? withUnitOf(before, after) : before;
  const two = isBare(after) && !isBare(before) ? withUnitOf(after, before) : after;
  if (one.unit !== two.unit || (one.kind === 'fraction') !== (two.kind === 'fraction')) return undefined;
  return sharedRate(one, two);
}

function isBare(figure: Figure): boolean {
  return figure.kind === 'count';
}

/** The figure reread in another's unit: "4" after "15 minutes" is four minutes. Exported for parts of a sum. */
export function withUnitOf(figure: Figure, other: Figure): Figure {
  const { kind, unit, scale } = other;
  return {
    ...figure,
    kind,
    unit,
    scale,
    value: figure.value * scale,
    low: figure.low * scale,
    high: figure.high * scale,
    writtenUnit: other.writtenUnit,
  };
}

/** Brings both to the same rate: a missing one is taken over, two periods are converted, anything else is no pair. */
function sharedRate(one: Figure, two: Figure): [Figure, Figure] | undefined {
  if (one.per === two.per) return [one, two];
  if (one.per === undefined) return [{ ...one, per: two.per }, two];
  if (two.per === undefined) return [one, { ...two, per: one.per }];
  if (typeof one.per !== 'number' || typeof two.per !== 'number') return undefined;
  const share = one.per / two.per;
  return [
    one,
    { ...two, per: one.per, value: two.value * share, low: two.low * share, high: two.high * share },
  ];
}
