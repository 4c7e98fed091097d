import type { Tokens } from './tokens';

/** What a figure counts, by its own form and the word after it. */
export const FigureKind = {
  count: 1,
  percent: 2,
  money: 3,
  duration: 4,
  clock: 5,
  percentile: 6,
  version: 7,
  name: 8,
} as const;

const units = new Set(
  'ms millisecond milliseconds s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year years night nights sprint sprints fortnight'.split(
    ' ',
  ),
);
const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half dozen'.split(
    ' ',
  ),
);

/** The kind of figure at token `at`, or 0 where there is none. Words for numbers count where a unit follows. */
export function figureKind(tokens: Tokens, at: number): number {
  const word = tokens.words[at]!;
  const next = tokens.words[at + 1] ?? '';
  if (!tokens.figure[at]) {
    if (!numberWords.has(word)) return 0;
    return units.has(next)
      ? FigureKind.duration
      : next === 'percent' || next === 'per'
        ? FigureKind.percent
        : numberWords.has(next)
          ? 0
          : FigureKind.count;
  }
  if (word.endsWith('%') || next === 'percent' || next === '%') return FigureKind.percent;
  const previous = at > 0 ? tokens.words[at - 1]! : '';
  if (
    /^[$€£¥]$/.test(previous) ||
    /^(?:usd|eur|gbp|r|inr|chf)$/.test(previous) ||
    /^(?:dollars|euros|pounds|quid|francs|kr|rupees|lakh|crore)$/.test(next)
  )
    return FigureKind.money;
  if (/^0[:h.]0$|^0(?:am|pm)$/.test(word) && word !== '0.0') return FigureKind.clock;
  if (next === 'a.m' || next === 'p.m' || next === 'am' || next === 'pm') return FigureKind.clock;
  if (/^0(?:ms|s|sec|min|m|h|hr|d|w)$/.test(word) || units.has(next)) return FigureKind.duration;
  if (/^p0$/.test(word)) return FigureKind.percentile;
  if (/^v?0(?:\.0)+$/.test(word)) return FigureKind.version;
  if (/^[a-z]/.test(word)) return FigureKind.name;
  return FigureKind.count;
}
