import type { Approximation, Range } from './figure';
import { lowerAt, type Token } from './tokens';
import { wordTable } from '../text/wordTable';

/** "nearly" is kept apart while reading: it is a limit from below that stays close to its figure. */
export type Limit = Approximation | 'nearly';

const single = wordTable<Limit>({
  about: 'about',
  around: 'about',
  roughly: 'about',
  approximately: 'about',
  approx: 'about',
  circa: 'about',
  some: 'about',
  '~': 'about',
  '≈': 'about',
  maybe: 'about',
  perhaps: 'about',
  estimated: 'about',
  nearly: 'nearly',
  almost: 'nearly',
  barely: 'about',
  under: 'at most',
  below: 'at most',
  within: 'at most',
  '<': 'at most',
  '≤': 'at most',
  over: 'at least',
  above: 'at least',
  '>': 'at least',
  '≥': 'at least',
  exceeding: 'at least',
});

/** Two-word limits by their last word, then the word before it. */
const double = wordTable<Readonly<Record<string, Limit>>>({
  than: {
    less: 'at most',
    fewer: 'at most',
    lower: 'at most',
    more: 'at least',
    greater: 'at least',
    better: 'at least',
    higher: 'at least',
    rather: 'exact',
  },
  to: { close: 'about', up: 'at most' },
  under: { just: 'nearly', well: 'at most' },
  over: { just: 'about', well: 'at least' },
  least: { at: 'at least' },
  most: { at: 'at most' },
  of: { upwards: 'at least' },
  like: { something: 'about' },
});

/** Reads the words that limit a figure, before its first token and behind its last. `first` and `next` take them in. */
export function readApproximation(
  tokens: readonly Token[],
  first: number,
  next: number,
): { approximation: Limit; first: number; next: number } {
  const behind = limitBehind(tokens, next);
  const word = lowerAt(tokens, first - 1);
  const pair = double[word]?.[lowerAt(tokens, first - 2)];
  if (pair) return { approximation: pair, first: first - 2, next: behind?.next ?? next };
  // "went up to 40" and "over 52 minutes" are told apart by what stands before; without it the looser reading is safe.
  const limit = single[word];
  if (limit) {
    const outer = single[lowerAt(tokens, first - 2)];
    return {
      approximation: outer === 'nearly' || outer === 'about' ? outer : limit,
      first: first - 1,
      next: behind?.next ?? next,
    };
  }
  if (/^(?:a|the|an)$/.test(word) && single[lowerAt(tokens, first - 2)] === 'about')
    return { approximation: 'about', first: first - 2, next };
  return { approximation: behind?.limit ?? 'exact', first, next: behind?.next ?? next };
}

function limitBehind(tokens: readonly Token[], next: number): { limit: Limit; next: number } | undefined {
  const word = lowerAt(tokens, next);
  const after = lowerAt(tokens, next + 1);
  if (word === 'or' && after === 'so') return { limit: 'about', next: next + 2 };
  if (word === 'or' && /^(?:more|longer|higher)$/.test(after)) return { limit: 'at least', next: next + 2 };
  if (word === 'or' && /^(?:less|fewer)$/.test(after)) return { limit: 'at most', next: next + 2 };
  if (word === '+' && tokens[next]?.glued) return { limit: 'at least', next: next + 1 };
  if (word === 'and' && /^(?:climbing|rising|growing|counting|falling|dropping)$/.test(after))
    return { limit: 'about', next: next + 2 };
  if (word === 'plus') return { limit: 'at least', next: next + 1 };
  return undefined;
}

/**
 * The range that a limited figure allows. Nobody says "under 4" of 1.5: who limits a figure picks the nearest handy one, so the range
 * ends at the handy number below or above.
 */
export function boundsOf(limit: Limit, value: number, half: number, written: number): Range {
  switch (limit) {
    case 'exact':
      return { low: value - half, high: value + half };
    case 'about':
      return { low: Math.min(value - half, 0.88 * value), high: Math.max(value + half, 1.12 * value) };
    case 'nearly':
      return { low: 0.85 * value, high: value + half };
    case 'at most':
      return { low: value * lowestShare(written), high: value };
    case 'at least':
      return { low: value, high: value * highestShare(written) };
  }
}

function lowestShare(written: number): number {
  if (written <= 1) return 0;
  if (isRound(written)) return 0.5;
  return Number.isInteger(written) && written < 10 ? (written - 1.1) / written : 0.75;
}

function highestShare(written: number): number {
  if (written <= 1 || isRound(written)) return 2;
  return Number.isInteger(written) && written < 10 ? (written + 1.1) / written : 1.3;
}

function isRound(written: number): boolean {
  if (!Number.isInteger(written)) return false;
  return written % 5 === 0;
}
