import type { SentenceFigures } from './changes';
import { apart, isNear, isPlainCount, type Figure } from './figure';
import { placeOf, printNumber, type Contradiction, type Reading } from './finding';
import { lowerAt, type Token } from './tokens';

/** A part and the whole that it is of. */
interface PartOfWhole {
  readonly sentence: number;
  readonly part: Figure;
  readonly whole: Figure;
}

/** "74 of 220 robots … the other 156", "of 900 views I deleted 340, leaving 660", "60% … the remaining 30%". */
export function checkRests(reading: Reading, index: number): Contradiction[] {
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

/** Whether the figure is told as what is left of a whole, which may stand anywhere before. */
export function isRest(tokens: readonly Token[], figure: Figure): boolean {
  const lead = lowerAt(tokens, figure.first - 1);
  const before = lowerAt(tokens, figure.first - 2);
  return lead === 'leaving' || ((lead === 'other' || lead === 'remaining') && before === 'the');
}

function restOfWhole(reading: Reading, index: number, at: number, rest: Figure): Contradiction | undefined {
  const known = wholeBefore(reading, index, at, rest);
  if (!known || known.part.value + rest.value === known.whole.value || known.part.value === rest.value)
    return undefined;
  // "Eight of the nine knocked, and none of the other twenty-one": the others of a larger whole, told before.
  if (rest.value > known.whole.value || isDividedFurther(reading[index], at, rest)) return undefined;
  if (known.sentence < index && beginsToCount(reading[index], rest)) return undefined;
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

/** Whether the sentence itself begins to count what the rest is of: "one tool, another, and the other two". */
function beginsToCount(sentence: SentenceFigures | undefined, rest: Figure): boolean {
  return sentence !== undefined && /\b(?:one|another|first)\b/i.test(sentence.text.slice(0, rest.start));
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
