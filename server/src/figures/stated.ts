import type { Figure, Range } from './figure';
import { fallingVerb, risingVerb } from './measured';
import { valueOfWord } from './numbers';
import { isDash, lowerAt, type Token } from './tokens';
import { wordTable } from '../text/wordTable';

/** What a sentence says that a change amounts to. */
export interface StatedChange {
  /** percent: part of the start gained or lost; points: difference of two percentages; factor: how many times; rest: what is left. */
  readonly kind: 'percent' | 'points' | 'factor' | 'rest';
  readonly direction: 'down' | 'up' | undefined;
  /** As written: 85 for "85%", 5 for "fivefold". */
  readonly value: number;
  /** What its rounding and limits allow. */
  readonly range: Range;
  /** "faster", "speedup": the rate is meant as much as the time. */
  readonly speed: boolean;
  /** Place of the figure itself, UTF-16 in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Token indices of the whole phrase ("an 85% cut"). */
  readonly first: number;
  readonly next: number;
  /** A verb or word of its own ("halved", "tenfold"), and no figure with a noun or "by". */
  readonly factorWord: boolean;
  /** The thing that is said to change, where the phrase names one ("a 60% drop in tickets"). */
  readonly object: readonly [start: number, end: number] | undefined;
}

const downNoun = /^(?:cut|cuts|drop|reduction|decrease|decline|fall|saving|savings|dip|shrinkage|cutback)$/;
const upNoun = /^(?:increase|rise|gain|jump|growth|boost|uplift|surge|spike|climb)$/;
const eitherNoun = /^(?:improvement|change|speedup|speed|win|difference)$/;
const downWord = /^(?:less|fewer|lower|cheaper|smaller|shorter|lighter|slimmer)$/;
const upWord = /^(?:more|higher|larger|bigger|longer|greater)$/;
const speedWord =
  /^(?:faster|quicker|slower|speedup|speed|better|improvement|sooner|worse|win|gain|throughput)$/;

/** Finds "an 85% cut", "by 40%", "down 45%", "(−50%)", "five times faster", "tenfold", "halved", "a third less" in a sentence. */
export function readStatedChanges(tokens: readonly Token[], figures: readonly Figure[]): StatedChange[] {
  const found: StatedChange[] = [];
  for (const figure of figures) {
    const stated = ofFigure(tokens, figure);
    if (stated) found.push(stated);
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const stated = ofWord(tokens, at);
    if (stated) found.push(stated);
  }
  return found.sort((a, b) => a.start - b.start);
}

function ofFigure(tokens: readonly Token[], figure: Figure): StatedChange | undefined {
  if (figure.kind === 'percent' || figure.kind === 'fraction' || figure.kind === 'points')
    return ofShare(tokens, figure);
  return figure.kind === 'count' || figure.kind === 'factor' ? ofTimes(tokens, figure) : undefined;
}

interface Phrase {
  readonly direction: 'down' | 'up' | undefined;
  readonly speed: boolean;
  readonly first: number;
  readonly next: number;
  readonly rest?: boolean;
}

function ofShare(tokens: readonly Token[], figure: Figure): StatedChange | undefined {
  const phrase = phraseAround(tokens, figure);
  if (!phrase) return undefined;
  const kind = figure.kind === 'points' ? 'points' : phrase.rest ? 'rest' : 'percent';
  const first = signAt(tokens, figure.first) ? phrase.first - 1 : phrase.first;
  return {
    kind,
    direction: phrase.direction,
    value: figure.value,
    range: shareRange(figure),
    speed: phrase.speed,
    start: figure.start,
    end: figure.end,
    text: figure.text,
    first,
    next: phrase.next,
    factorWord: false,
    object: objectAfter(tokens, phrase.next),
  };
}

function signAt(tokens: readonly Token[], first: number): boolean {
  return isDash(tokens[first - 1]) && tokens[first]?.glued === true;
}

/** How loosely a stated percentage is meant: round ones more than others. */
function shareRange(figure: Figure): Range {
  const { value, approximation } = figure;
  const half = figure.kind === 'fraction' ? 4.5 : Number.isInteger(value) ? (value % 5 === 0 ? 2.5 : 1) : 0.6;
  const points = figure.kind === 'points';
  const margin = points ? Math.max(0.5, 0.1 * value) : half;
  if (approximation === 'about') return { low: 0.85 * value - margin, high: 1.15 * value + margin };
  if (approximation === 'at least') return { low: value - margin, high: Infinity };
  if (approximation === 'at most')
    return { low: figure.low < 0.6 * value ? 0 : figure.low - margin, high: value + margin };
  return { low: value - margin, high: value + margin };
}

function phraseAround(tokens: readonly Token[], figure: Figure): Phrase | undefined {
  const { first, next } = figure;
  const lead = lowerAt(tokens, first - 1);
  const behind = nounBehind(tokens, next);
  if (behind) return { ...behind, first: /^(?:a|an|the)$/.test(lead) ? first - 1 : first };
  if (isOfWhatItWas(tokens, next))
    return { direction: undefined, speed: false, first, next: next + 4, rest: true };
  if (lead === 'by')
    return { direction: directionBefore(tokens, first - 1), speed: false, first: first - 1, next };
  if (lead === 'of') return nounOf(tokens, first, next);
  if (/^(?:down|up)$/.test(lead))
    return { direction: lead as 'down' | 'up', speed: false, first: first - 1, next };
  if (lead === '(' || (/^[-–−+]$/.test(lead) && lowerAt(tokens, first - 2) === '('))
    return bracketed(tokens, first, next, lead);
  if (figure.kind === 'points' && lead === ',') return { direction: undefined, speed: false, first, next };
  return undefined;
}

/** Not "of what the tills sold", which is no earlier state of the same. */
function isOfWhatItWas(tokens: readonly Token[], next: number): boolean {
  const [of, what, it] = [0, 1, 2].map((step) => lowerAt(tokens, next + step));
  return of === 'of' && what === 'what' && /^(?:it|they|we)$/.test(it!);
}

/** "(−50%)", "(+12%)": a signed percentage in brackets and nothing else there. */
function bracketed(tokens: readonly Token[], first: number, next: number, lead: string): Phrase | undefined {
  if (lowerAt(tokens, next) !== ')' || lead === '(') return undefined;
  return { direction: lead === '+' ? 'up' : 'down', speed: false, first, next };
}

/** "40% (relative) reduction", "40% less". */
function nounBehind(tokens: readonly Token[], next: number): Omit<Phrase, 'first'> | undefined {
  const at = isDash(tokens[next]) ? next + 1 : next;
  for (const step of [0, 1]) {
    const word = lowerAt(tokens, at + step);
    const direction = downNoun.test(word) ? 'down' : upNoun.test(word) ? 'up' : undefined;
    if (direction || eitherNoun.test(word))
      return { direction, speed: speedWord.test(word), next: at + step + 1 };
    if (step === 0 && (downWord.test(word) || upWord.test(word) || speedWord.test(word))) {
      return {
        direction: downWord.test(word) ? 'down' : upWord.test(word) ? 'up' : undefined,
        speed: speedWord.test(word),
        next: at + 1,
      };
    }
    if (
      tokens[at]?.kind !== 'word' ||
      !/^(?:relative|overall|total|net|cost|performance|clear|further|steady)$/.test(word)
    )
      return undefined;
  }
  return undefined;
}

/** "a cut of 40%", "an improvement of 86%". */
function nounOf(tokens: readonly Token[], first: number, next: number): Phrase | undefined {
  const noun = lowerAt(tokens, first - 2);
  const direction = downNoun.test(noun) ? 'down' : upNoun.test(noun) ? 'up' : undefined;
  if (!direction && !eitherNoun.test(noun)) return undefined;
  const start = /^(?:a|an|the)$/.test(lowerAt(tokens, first - 3)) ? first - 3 : first - 2;
  return { direction, speed: speedWord.test(noun), first: start, next };
}

function directionBefore(tokens: readonly Token[], at: number): 'down' | 'up' | undefined {
  for (let step = at - 1; step >= 0 && step >= at - 8; step -= 1) {
    const word = lowerAt(tokens, step);
    if (fallingVerb.test(word)) return 'down';
    if (risingVerb.test(word)) return 'up';
  }
  return undefined;
}

/** "in tickets", "fewer calls": where the thing that changes stands behind the phrase. */
function objectAfter(tokens: readonly Token[], next: number): readonly [number, number] | undefined {
  const word = lowerAt(tokens, next);
  const previous = lowerAt(tokens, next - 1);
  const from =
    word === 'in' || word === 'of'
      ? next + 1
      : downWord.test(previous) || upWord.test(previous) || speedWord.test(previous)
        ? next
        : -1;
  if (from < 0) return undefined;
  let to = from;
  while (
    to < from + 5 &&
    tokens[to]?.kind === 'word' &&
    !/^(?:and|but|or|than|when|while|so|since|after|before|because|for|on|at|with|by|from|once|over|within|across|in|to|as|if|of|that|which)$/.test(
      lowerAt(tokens, to),
    )
  )
    to += 1;
  return to > from ? [from, to] : undefined;
}

/** "five times faster", "6x speedup", "3× as many", "by a factor of ten", "tenfold" spelled with a figure ("10-fold"). */
function ofTimes(tokens: readonly Token[], figure: Figure): StatedChange | undefined {
  const { value, approximation } = figure;
  if (value < 1.1 || figure.per !== undefined) return undefined;
  const numberEnd = indexAfter(tokens, figure.end, figure.first);
  const unit = lowerAt(tokens, numberEnd);
  const last = lowerAt(tokens, numberEnd + 1);
  const fold = isDash(tokens[numberEnd]) && last === 'fold';
  const times = /^(?:times|x|×)$/.test(unit);
  const byFactor =
    lowerAt(tokens, figure.first - 1) === 'of' && lowerAt(tokens, figure.first - 2) === 'factor';
  if (!times && !fold && !byFactor) return undefined;
  let next = fold ? numberEnd + 2 : times ? numberEnd + 1 : numberEnd;
  let word = last;
  if (times && word === 'as') {
    next += 2;
    word = lowerAt(tokens, next - 1);
    if (!/^(?:fast|many|much|high|large|big|quick|long|slow|low|few)$/.test(word)) return undefined;
  } else if (times) {
    if (
      !downWord.test(word) &&
      !upWord.test(word) &&
      !speedWord.test(word) &&
      !downNoun.test(word) &&
      !upNoun.test(word)
    )
      return undefined;
    next += 1;
  } else if (
    fold &&
    (downNoun.test(lowerAt(tokens, next)) ||
      upNoun.test(lowerAt(tokens, next)) ||
      eitherNoun.test(lowerAt(tokens, next)))
  ) {
    word = lowerAt(tokens, next);
    next += 1;
  }
  const lead = lowerAt(tokens, figure.first - 1);
  const endToken = fold ? tokens[numberEnd + 1] : times ? tokens[numberEnd] : tokens[numberEnd - 1];
  return {
    kind: 'factor',
    direction: directionOfFactor(word),
    value,
    range: factorRange(value, approximation),
    speed: /^(?:faster|quicker|speedup|speed|fast|quick)$/.test(word),
    start: figure.start,
    end: endToken?.end ?? figure.end,
    text: figure.text,
    first: /^(?:a|an|the)$/.test(lead) ? figure.first - 1 : figure.first,
    next,
    factorWord: false,
    object: objectAfter(tokens, next),
  };
}

function directionOfFactor(word: string): 'down' | 'up' | undefined {
  if (downNoun.test(word) || downWord.test(word) || word === 'few') return 'down';
  return upWord.test(word) || /^(?:many|much|high|large|big|long|increase|rise)$/.test(word)
    ? 'up'
    : undefined;
}

function indexAfter(tokens: readonly Token[], end: number, from: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at]?.start ?? end) < end) at += 1;
  return at;
}

function factorRange(value: number, approximation: Figure['approximation']): Range {
  const half = Math.max(0.3, 0.15 * value);
  if (approximation === 'about') return { low: 0.75 * value - 0.2, high: 1.25 * value + 0.2 };
  if (approximation === 'at least') return { low: 0.97 * value, high: Infinity };
  if (approximation === 'at most') return { low: 0.75 * value, high: 1.04 * value };
  return { low: value - half, high: value + half };
}

const factorWords = wordTable<readonly [number, 'down' | 'up' | undefined]>({
  halved: [2, 'down'],
  halve: [2, 'down'],
  halves: [2, 'down'],
  halving: [2, 'down'],
  doubled: [2, 'up'],
  double: [2, 'up'],
  doubling: [2, 'up'],
  tripled: [3, 'up'],
  triple: [3, 'up'],
  tripling: [3, 'up'],
  trebled: [3, 'up'],
  quadrupled: [4, 'up'],
  quadruple: [4, 'up'],
});

/** "double charges", "a triple room": no change, but a kind of thing. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:double|triple|quadruple)$/.test(lowerAt(tokens, at))) return false;
  const next = tokens[at + 1];
  return (
    isDash(next) ||
    (next?.kind === 'word' &&
      !/^(?:from|in|to|within|over|after|when|as|the|our|my|its|their|between|since|during)$/.test(
        next.lower,
      ))
  );
}

/** "halved", "more than doubled", "threefold", "in half". */
function ofWord(tokens: readonly Token[], at: number): StatedChange | undefined {
  const word = lowerAt(tokens, at);
  const fold = /^(.+)fold$/.exec(word);
  const known = factorWords[word];
  const half =
    word === 'half' && lowerAt(tokens, at - 1) === 'in' && !/^an?$/.test(lowerAt(tokens, at + 1))
      ? ([2, 'down'] as const)
      : undefined;
  const value = known?.[0] ?? half?.[0] ?? (fold ? valueOfWord(fold[1] ?? '') : undefined);
  if (value === undefined || value < 2 || isAdjective(tokens, at)) return undefined;
  let first = half ? at - 1 : at;
  let approximation: Figure['approximation'] = 'exact';
  const before = lowerAt(tokens, first - 1);
  if (/^(?:nearly|almost)$/.test(before)) approximation = 'at most';
  else if (before === 'than' && lowerAt(tokens, first - 2) === 'more') approximation = 'at least';
  else if (before === 'than' || before === 'quite') approximation = 'at most';
  else if (/^(?:roughly|about|approximately|around|practically|virtually)$/.test(before))
    approximation = 'about';
  if (approximation !== 'exact') first -= before === 'than' || before === 'quite' ? 2 : 1;
  if (/^(?:a|an|the)$/.test(lowerAt(tokens, first - 1))) first -= 1;
  const nounAfter = fold ? lowerAt(tokens, at + 1) : '';
  const noun = downNoun.test(nounAfter) || upNoun.test(nounAfter) || eitherNoun.test(nounAfter);
  const start = tokens[half ? at - 1 : at]?.start ?? 0;
  const end = tokens[at]?.end ?? start;
  return {
    kind: 'factor',
    direction: known?.[1] ?? half?.[1] ?? directionOfFactor(nounAfter),
    value,
    range: factorRange(value, approximation),
    speed: false,
    start,
    end,
    text: word,
    first,
    next: noun ? at + 2 : at + 1,
    factorWord: true,
    object: noun ? objectAfter(tokens, at + 2) : undefined,
  };
}
