import type { Figure } from './figure';
import { lowerAt, singular, type Token } from './tokens';

/** The thing that a figure measures, as its clause names it. */
export interface Measured {
  /** Content words, singular and lower-case, without statistics and words that say nothing of their own ("time", "level"). */
  readonly words: readonly string[];
  /** Which statistic it is: "p99", "average", "peak", "monthly". Two figures of different statistics are never compared. */
  readonly statistics: readonly string[];
  /** The word that moves or places it, lower-case: "rose", "was"; '' for a note without a verb ("p99: 2.5 s → 430 ms"). */
  readonly verb: string;
  /** The clause denies it ("was never"). */
  readonly negated: boolean;
}

export const risingVerb =
  /^(?:rose|rise|rises|rising|risen|climb(?:s|ed|ing)?|grew|grow|grows|growing|grown|increas(?:e|es|ed|ing)|jump(?:s|ed|ing)?|spik(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|shot|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|gain(?:s|ed|ing)?|swell(?:s|ed)?|swollen|balloon(?:s|ed)?|creep|crept|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|up|expand(?:s|ed|ing)?)$/;
export const fallingVerb =
  /^(?:fell|fall|falls|falling|fallen|drop(?:s|ped|ping)?|cut|cuts|cutting|reduc(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|shr(?:ink|inks|inking|ank|unk)|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?|sank|sink|sunk|halv(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|shorten(?:s|ed|ing)?|dip(?:s|ped)?|shrunk|down|plung(?:e|es|ed)|collaps(?:e|es|ed)|shav(?:e|es|ed|ing))$/;
const movingVerb =
  /^(?:went|go|goes|going|gone|mov(?:e|es|ed|ing)|brought|bring|brings|bringing|came|come|comes|took|take|takes|taking|got|get|gets|getting|chang(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|saw|pushed|turn(?:s|ed|ing)?|made|worsen(?:s|ed)?|kept|dragged)$/;
const levelVerb =
  /^(?:was|were|is|are|stood|stands|sat|sits|ran|runs|running|reach(?:es|ed)?|hit|hits|peak(?:s|ed)?|averag(?:es|ed)|hover(?:s|ed)|need(?:s|ed)|last(?:s|ed)|remain(?:s|ed)|held|holds|stayed|stays|topped|totalled|at|of|=)$/;

const auxiliary =
  /^(?:had|has|have|having|been|be|being|did|do|does|will|would|could|can|should|may|might|must|not|to|also|then|now|again|already|just|still|quickly|slowly|finally|eventually|soon|even|usually|often|later|suddenly|sharply|steadily|immediately|consistently|nearly|almost|roughly|about|all|back|down|up|only|there|once)$/;
const empty =
  /^(?:was|were|is|are|been|be|during|a|an|the|this|that|these|those|our|my|your|their|his|her|its|i|we|you|they|he|she|it|who|which|one|ones|own|same|and|or|of|in|on|at|for|to|by|with|from|per|as|into|than|so|more|less|fewer|time|times|duration|level|value|number|figure|count|total|metric|usage|rate|latency|us|them|me|each|every|both|such|itself|s|when|while|if|after|before|once|until|where|over|within|during|across|up|down|since|because|but)$/;
const statistic =
  /^(?:p\d[\d.]*|average|avg|mean|median|typical|usual|normal|peak|max|maximum|min|minimum|longest|shortest|worst|best|highest|lowest|slowest|fastest|daily|weekly|monthly|yearly|annual|quarterly|hourly|relative|absolute|net|gross|first|second|third|last|final|initial|next|previous|other|another|new|old|former|current|idle|cold|warm|percentile|tail|total|overall)$/;

/** Words that end a clause when one looks left for the thing measured. */
const boundaryWord =
  /^(?:and|but|or|so|while|whereas|which|that|who|because|since|when|where|if|until|then|than|as|after|before|once|by)$/;

/**
 * The thing measured by the figures that begin at a token: the object between a verb and them ("reduced our recovery time from"), else
 * the subject before the verb ("p99 latency rose from"), else the words before a colon or arrow ("p99 latency: ").
 */
export function readMeasured(
  tokens: readonly Token[],
  figures: readonly Figure[],
  from: number,
): Measured | undefined {
  let end = from;
  for (let tries = 0; tries < 2 && end > 0; tries += 1) {
    while (end > 0 && isLead(tokens[end - 1])) end -= 1;
    const start = clauseStart(tokens, figures, end);
    const measured = measuredWithin(tokens, figures, start, end);
    if (measured && measured.words.length + measured.statistics.length > 0) return measured;
    end = start - 1;
  }
  return undefined;
}

/** Marks and small words that may stand directly before the figures. */
function isLead(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^[:=,(–—-]$/.test(token.text) || /^(?:from|to|is|now|down|up|at)$/.test(token.lower))
  );
}

function clauseStart(tokens: readonly Token[], figures: readonly Figure[], end: number): number {
  let at = end;
  while (at > 0) {
    const token = tokens[at - 1];
    if (
      !token ||
      (token.kind === 'mark' && /^[,;:()–—.→?!"“”]$/.test(token.text)) ||
      boundaryWord.test(token.lower)
    )
      break;
    if (figures.some((figure) => figure.kind !== 'label' && figure.first < at && at <= figure.next)) break;
    at -= 1;
  }
  return lowerAt(tokens, at) === 'in' && lowerAt(tokens, at + 2) === 'end' ? at + 3 : at;
}

function measuredWithin(
  tokens: readonly Token[],
  figures: readonly Figure[],
  start: number,
  end: number,
): Measured | undefined {
  let verbAt = -1;
  for (let at = end - 1; at > start - 1; at -= 1) {
    const word = lowerAt(tokens, at);
    if (word === 'of' && verbAt < 0 && at < end - 1) continue;
    if (isVerb(word) && !(/^(?:at|of|up|down)$/.test(word) && (verbAt >= 0 || at < end - 1))) {
      verbAt = at;
      break;
    }
  }
  if (verbAt < 0) return wordsOf(tokens, start, end, '');
  const object = wordsOf(tokens, verbAt + 1, end, verbOf(tokens, start, verbAt));
  if (object.words.length + object.statistics.length > 0) return object;
  let subjectEnd = verbAt;
  while (
    subjectEnd > start &&
    (auxiliary.test(lowerAt(tokens, subjectEnd - 1)) || isVerb(lowerAt(tokens, subjectEnd - 1)))
  )
    subjectEnd -= 1;
  return wordsOf(tokens, start, subjectEnd, verbOf(tokens, start, verbAt));
}

/** Whether a word moves or places a value: "fell", "went", "was". */
export function isVerb(word: string): boolean {
  return risingVerb.test(word) || fallingVerb.test(word) || movingVerb.test(word) || levelVerb.test(word);
}

/** The word that tells the movement: in "was at" and "went up to" the fuller one. */
function verbOf(tokens: readonly Token[], start: number, verbAt: number): string {
  let verb = lowerAt(tokens, verbAt);
  for (let at = verbAt - 1; at >= start && at >= verbAt - 2; at -= 1) {
    const word = lowerAt(tokens, at);
    if (!isVerb(word)) break;
    if (/^(?:at|of|up|down)$/.test(verb)) verb = word;
  }
  return verb;
}

function wordsOf(tokens: readonly Token[], start: number, end: number, verb: string): Measured {
  const words: string[] = [];
  const statistics: string[] = [];
  let negated = false;
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const word = isFinePercentile(tokens, at)
      ? `${token.lower}.${lowerAt(tokens, at + 2)}`
      : singular(token.lower);
    if (statistic.test(word)) statistics.push(word === 'avg' ? 'average' : word);
    else if (word === 'not' || word === 'never' || word.endsWith("n't")) negated = true;
    else if (!empty.test(word) && !auxiliary.test(word)) words.push(word);
  }
  return { words, statistics, verb, negated };
}

/** "p99.9", which is three tokens and no p99. */
function isFinePercentile(tokens: readonly Token[], at: number): boolean {
  return (
    /^p\d+$/.test(lowerAt(tokens, at)) &&
    lowerAt(tokens, at + 1) === '.' &&
    tokens[at + 2]?.kind === 'number' &&
    tokens[at + 2]?.glued === true
  );
}

/** Content words of any stretch of tokens, as `Measured.words` holds them. */
export function contentWords(tokens: readonly Token[], start: number, end: number): string[] {
  const { words, statistics } = wordsOf(tokens, start, end, '');
  return [...words, ...statistics];
}
