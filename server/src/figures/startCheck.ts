import type { Change, SentenceFigures } from './changes';
import { apart, isAmount, type Figure } from './figure';
import { placeOf, printFigure, type Contradiction, type Reading } from './finding';
import { fallingVerb, readMeasured, risingVerb, type Measured } from './measured';
import { lowerAt, singular, type Token } from './tokens';

/** A value that the story gives for something, before any change of it. */
interface Mention {
  readonly sentence: number;
  readonly figure: Figure;
  readonly measured: Measured;
  /** Where the value came from: up for "rose to", down for "slipped to", level for "was". */
  readonly move: 'up' | 'down' | 'level';
  /** The words of the sentence that holds it. */
  readonly source: SentenceFigures;
}

/**
 * A change that starts from a value which the story has not given, although it gave another one for the same thing as its start or
 * peak. Silent wherever another service, statistic, period or occasion may be meant.
 */
export function checkStarts(reading: Reading): Contradiction[] {
  const found: Contradiction[] = [];
  const mentions: Mention[] = [];
  const last = reading.findLastIndex(({ changes }) => changes.some(({ measured }) => measured !== undefined));
  for (let index = 0; index <= last; index += 1) {
    const sentence = reading[index]!;
    for (const change of sentence.changes) {
      const earlier = change.measured && contradicted(reading, index, change, change.measured, mentions);
      if (earlier) found.push(contradiction(reading, index, change, earlier));
    }
    for (const mention of mentionsOf(sentence)) mentions.push({ ...mention, sentence: index });
  }
  return found;
}

function contradiction(reading: Reading, index: number, change: Change, earlier: Mention): Contradiction {
  const here = printFigure(reading[index]?.text ?? '', change.before);
  const there = printFigure(earlier.source.text, earlier.figure);
  return {
    kind: 'start-differs',
    wrong: placeOf(index, change.before),
    other: placeOf(earlier.sentence, earlier.figure),
    message: `This starts from ${here}, but earlier it was ${there}.`,
  };
}

function contradicted(
  reading: Reading,
  index: number,
  change: Change,
  measured: Measured,
  mentions: readonly Mention[],
): Mention | undefined {
  // A sudden move is an event of its own, whatever the level was before.
  if (/^(?:jump|spik|surg|soar|shot|balloon)/.test(measured.verb)) return undefined;
  if (measured.words.length === 0 && !measured.statistics.some(isPercentile)) return undefined;
  const down = change.after.value < change.before.value;
  const same = mentions.filter(
    (mention) =>
      mention.sentence < index &&
      comparable(mention.figure, change.before) &&
      isSameThing(mention.measured, measured),
  );
  const starts = same.filter((mention) => mention.move === 'level' || (mention.move === 'up') === down);
  // The peak is what the reader remembers, and what the change should start from.
  const peak = [...starts].sort((a, b) => (down ? 1 : -1) * (a.figure.value - b.figure.value)).at(-1);
  if (!peak || same.some((one) => same.some((two) => excludeEachOther(one.measured, two.measured))))
    return undefined;
  if (!starts.every((mention) => clearlyDiffers(mention.figure, change.before))) return undefined;
  if (isKnownValue(reading, index, change.before)) return undefined;
  return isSameOccasion(reading, peak, index, change) ? peak : undefined;
}

/** Each names something that the other does not: two services, two queues. */
function excludeEachOther(one: Measured, two: Measured): boolean {
  return (
    one.words.some((word) => !two.words.includes(word)) && two.words.some((word) => !one.words.includes(word))
  );
}

function isPercentile(word: string): boolean {
  return /^p\d/.test(word);
}

function comparable(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && a.kind === b.kind && (a.per === b.per || a.unit === '%');
}

/** The later phrase may drop what the earlier one said ("the checkout's p99 latency", then "p99"), and never add to it. */
function isSameThing(earlier: Measured, later: Measured): boolean {
  const statistics = earlier.statistics.filter((word) => word !== 'peak');
  if (
    statistics.length !== later.statistics.length ||
    !later.statistics.every((word) => statistics.includes(word))
  )
    return false;
  return later.words.every((word) => earlier.words.includes(word));
}

function clearlyDiffers(a: Figure, b: Figure): boolean {
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  // Further apart than this they are seldom the same thing: one is by month and one by year, or one of a part.
  return apart(a, b) && ratio > 1.08 && ratio < 2.6;
}

/** Whether the story has given this value before, for whatever: then the writer knows why it stands here. */
function isKnownValue(reading: Reading, index: number, figure: Figure): boolean {
  for (let at = 0; at < index; at += 1) {
    for (const earlier of reading[at]?.figures ?? []) {
      const unit = earlier.unit === figure.unit || earlier.unit === '';
      if (!isAmount(earlier) || !unit) continue;
      const scaled = earlier.unit === '' && figure.unit !== '' ? figure.scale : 1;
      if (!apart({ low: earlier.low * scaled, high: earlier.high * scaled }, figure)) return true;
    }
  }
  return false;
}

/** Words that move the telling to another time, or say that a value went on moving. */
const timeShift =
  /\b(?:worse|(?:kept|continued|continues|keeps|went on|still) (?:to )?(?:climb|ris|grow|fall|fell|drop|creep|increas|go)\w*|(?:the|a|that) (?:second|third) (?:time|incident|outage|round|wave|case|day|night|spike)|(?:next|another) (?:incident|outage|time|spike|night|quarter|month|year|season|sale|release)|months? (?:later|on|after)|years? (?:later|on|after)|last (?:year|month|week|quarter|spring|summer|autumn|winter)|at (?:its|the|their) (?:worst|peak|height)|by (?:noon|midnight|then|nightfall|dawn|lunch)|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|Q[1-4]|spring|summer|autumn|winter|Christmas|Easter)\b/;
/** What in the later sentence itself may mean another thing or another time. */
const otherThing =
  /\b(?:next|another|other|the (?:second|third)|again|later|still|(?:kept|continued) \w+|this time|since then|further|meanwhile|previously|peaked|sister|weekends?|by now)\b/;

/** No word between the two speaks of another time, and none in the later sentence of another place. */
function isSameOccasion(reading: Reading, mention: Mention, index: number, change: Change): boolean {
  for (let at = mention.sentence + 1; at < index; at += 1) {
    const { text = '', tokens = [] } = reading[at] ?? {};
    if (
      timeShift.test(text) ||
      (tellsDays(reading[at], 3) && /^(?:later|in|on|after)$/.test(wordAfterFirst(tokens, reading[at])))
    )
      return false;
  }
  const told = reading[index]?.text.slice(0, change.end) ?? '';
  if (timeShift.test(told) || otherThing.test(told) || tellsDays(reading[index], change.first)) return false;
  if (movesBetween(reading, mention, index)) return false;
  // With times of day in the telling, a value may have moved on between them.
  if (hasClock(mention.source) || hasClock(reading[index])) return false;
  return !namesOtherScope(reading[index], mention.source, change);
}

function hasClock(sentence: SentenceFigures | undefined): boolean {
  return sentence?.figures.some((figure) => figure.kind === 'clock') === true;
}

const placePreposition = /^(?:in|on|at|for|with|under|among|across|of|from)$/;
const harmless =
  /^(?:the|a|an|our|my|all|each|every|end|half|total|result|turn|short|few|next|one|two|three|four|five|six|ten|i|we|it|that|this|hour|minute|second|day|week|month|quarter|morning|afternoon|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|less|under|about|same|just|only|first|production|customer|user|time|once|average)s?$/;

/** A name, or a place that opens the sentence or follows the pair, which the earlier sentence did not have. */
function namesOtherScope(
  sentence: SentenceFigures | undefined,
  earlier: SentenceFigures,
  change: Change,
): boolean {
  if (!sentence) return true;
  const known = new Set(earlier.tokens.map((token) => token.lower));
  const { tokens } = sentence;
  const isNew = (token: Token): boolean =>
    token.kind === 'word' && !known.has(token.lower) && !harmless.test(token.lower);
  if (tokens.slice(1, change.next).some((token) => /^(?:[A-Z]|i[A-Z])/.test(token.text) && isNew(token)))
    return true;
  if (placePreposition.test(lowerAt(tokens, 0)) && phraseFrom(tokens, 1).some(isNew)) return true;
  const behind = lowerAt(tokens, change.next) === ',' ? change.next + 1 : change.next;
  if (lowerAt(tokens, behind) === 'overall') return true;
  return placePreposition.test(lowerAt(tokens, behind)) && phraseFrom(tokens, behind + 1).some(isNew);
}

/** Whether a sentence between the two speaks of the thing again, or of something that moved: the value may have moved on. */
function movesBetween(reading: Reading, mention: Mention, index: number): boolean {
  const named = [...mention.measured.words, ...mention.measured.statistics];
  const isNamed = (word: string): boolean => word === 'it' || named.includes(singular(word));
  for (let at = mention.sentence + 1; at < index; at += 1) {
    const { tokens = [], stated = [], figures = [] } = reading[at] ?? {};
    if (stated.some((each) => each.factorWord) && tokens.some((token) => isNamed(token.lower))) return true;
    const rises = (token: Token, place: number): boolean =>
      risingVerb.test(token.lower) &&
      isNamed(lowerAt(tokens, place - 1)) &&
      !figures.some((figure) => figure.first > place && figure.first <= place + 3);
    if (tokens.some(rises)) return true;
  }
  return false;
}

/** The word behind the sentence's first figure. */
function wordAfterFirst(tokens: readonly Token[], sentence: SentenceFigures | undefined): string {
  return lowerAt(tokens, sentence?.figures[0]?.next ?? tokens.length);
}

/** Whether days or more go by in what is told before a token: enough for a value to have moved on. */
function tellsDays(sentence: SentenceFigures | undefined, before: number): boolean {
  return (
    sentence?.figures.some(
      (figure) =>
        figure.kind === 'duration' &&
        figure.value >= 86400 &&
        figure.first < before &&
        figure.per === undefined,
    ) === true
  );
}

/** The words of a short phrase, up to a mark or figure. */
function phraseFrom(tokens: readonly Token[], from: number): Token[] {
  const phrase: Token[] = [];
  for (let at = from; at < tokens.length && phrase.length < 3; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    phrase.push(token);
  }
  return phrase;
}

const kept = new WeakMap<SentenceFigures, readonly Omit<Mention, 'sentence'>[]>();

/** The values one sentence gives, kept with its reading. */
function mentionsOf(sentence: SentenceFigures): readonly Omit<Mention, 'sentence'>[] {
  let mentions = kept.get(sentence);
  if (!mentions) kept.set(sentence, (mentions = readMentions(sentence)));
  return mentions;
}

function readMentions(sentence: SentenceFigures): Omit<Mention, 'sentence'>[] {
  const mentions: Omit<Mention, 'sentence'>[] = [];
  for (const { before, after, measured } of sentence.changes) {
    if (!measured) continue;
    const up = after.value > before.value;
    mentions.push({ figure: before, measured, move: up ? 'down' : 'up', source: sentence });
    if (!isUnreal(sentence.tokens, before.first))
      mentions.push({ figure: after, measured, move: up ? 'up' : 'down', source: sentence });
  }
  for (const figure of sentence.figures) {
    if (!isAmount(figure) || isInChange(sentence, figure)) continue;
    const level = readLevel(sentence, figure);
    if (level) mentions.push(level);
  }
  return mentions;
}

function isInChange(sentence: SentenceFigures, figure: Figure): boolean {
  return sentence.changes.some((change) => figure.first >= change.first && figure.first < change.next);
}

const scopePreposition = /^(?:for|in|on|at|among|across|under|of|from|per|by|to|overall)$/;
const levelLead = /^(?:was|were|is|at|to|of|reached|hit|averaged|took|takes|needed|peaked)$/;

function readLevel(sentence: SentenceFigures, figure: Figure): Omit<Mention, 'sentence'> | undefined {
  const { tokens, figures } = sentence;
  const lead = lowerAt(tokens, figure.first - 1);
  if (!levelLead.test(lead) || isUnreal(tokens, figure.first)) return undefined;
  if (isOfPartOnly(tokens, figure)) return undefined;
  const found = readMeasured(tokens, figures, figure.first);
  const measured =
    found && lead === 'averaged' ? { ...found, statistics: [...found.statistics, 'average'] } : found;
  if (!measured || measured.negated || measured.words.length + measured.statistics.length === 0)
    return undefined;
  if (/^(?:took|takes|needed)$/.test(lead) && !isGeneral(tokens, figure.first)) return undefined;
  if (lead === 'to' && !risingVerb.test(measured.verb) && !fallingVerb.test(measured.verb)) return undefined;
  const move = lead !== 'to' ? 'level' : risingVerb.test(measured.verb) ? 'up' : 'down';
  return { figure, measured, move, source: sentence };
}

/** "12% for bank customers", "9 minutes in the morning": a value of a part, which says nothing of the whole. */
function isOfPartOnly(tokens: readonly Token[], figure: Figure): boolean {
  let at = figure.next;
  if (figure.unit === '%' && lowerAt(tokens, at) === 'of') {
    at += 1;
    while (tokens[at]?.kind === 'word' && !scopePreposition.test(lowerAt(tokens, at))) at += 1;
  }
  if (!scopePreposition.test(lowerAt(tokens, at))) return false;
  const next = lowerAt(tokens, at + 1);
  return !(
    /^(?:every|each|all|average)$/.test(next) ||
    (/^(?:the|that)$/.test(next) && lowerAt(tokens, at + 2) === 'time')
  );
}

/** "A restore took nine hours", "builds took": told of all such events; "the rollback took" is one event. */
function isGeneral(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 2; at >= 0 && at >= first - 6; at -= 1) {
    const word = lowerAt(tokens, at);
    if (/^(?:a|an|each|every|most|our)$/.test(word)) return true;
    if (/^(?:the|this|that|my)$/.test(word) || tokens[at]?.kind === 'mark') return false;
  }
  return false;
}

const unreal =
  /^(?:target|goal|slos?|slas?|limit|threshold|budget|estimat\w*|expect\w*|plan\w*|promis\w*|allow\w*|quota|cap|alerts?|timeout|objective|aim\w*|forecast|hop(?:e|ed|ing)|agreed|contract\w*|should|must|would|could|might|may|if|until|want\w*|requir\w*|guarantee\w*|ask(?:s|ed)?|below|keep|never|fear\w*)$/;

/** Targets, limits and wishes are no values that something had. */
function isUnreal(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - 14; at -= 1) {
    if (/^[;.]$/.test(lowerAt(tokens, at))) return false;
    if (unreal.test(lowerAt(tokens, at))) return true;
  }
  return false;
}
