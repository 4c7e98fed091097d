import type { SentenceFigures } from './changes';
import type { Figure } from './figure';

/** What contradicts what. */
export type InconsistencyKind = 'percentage' | 'factor' | 'start-differs' | 'durations' | 'sum';

/** A figure's place: which sentence, and UTF-16 offsets in its text. */
export interface Place {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Two places whose figures contradict each other. */
export interface Contradiction {
  readonly kind: InconsistencyKind;
  /** The figure that is wrong, or the likelier one where only one of two can be right. */
  readonly wrong: Place;
  readonly other: Place;
  /** The sum, in the user's words. */
  readonly message: string;
  /** What to write in place of the wrong figure, only where that is certain. */
  readonly correction?: string;
}

/** The story's sentences, read. */
export type Reading = readonly SentenceFigures[];

export function placeOf(sentence: number, figure: { readonly start: number; readonly end: number }): Place {
  return { sentence, start: figure.start, end: figure.end };
}

/** Prints a number as people write it: thousands with commas, at most two decimals. */
export function printNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en-US', { maximumFractionDigits: 2 });
}

const limitWords = { exact: '', about: 'about ', 'at most': 'under ', 'at least': 'over ' } as const;

/** A figure in a message: as written, with its unit only where it has one of its own. */
export function printFigure(text: string, figure: Figure): string {
  const written = text.slice(figure.phraseStart, figure.end);
  return written.startsWith('~') || figure.phraseStart === figure.start
    ? written
    : limitWords[figure.approximation] + figure.text;
}

/** Seconds as hours and minutes, or days where they are whole: "2 hours 35 minutes". */
export function printDuration(seconds: number): string {
  const part = (amount: number, unit: string): string =>
    `${printNumber(amount)} ${unit}${amount === 1 ? '' : 's'}`;
  const rounded = Math.round(seconds);
  if (rounded >= 7 * 86400 && rounded % (7 * 86400) === 0) return part(rounded / (7 * 86400), 'week');
  if (rounded >= 2 * 86400) return part(rounded / 86400, 'day');
  if (rounded < 60) return part(Number(seconds.toFixed(3)), 'second');
  const hours = Math.floor(rounded / 3600);
  const minutes = Number(((rounded - hours * 3600) / 60).toFixed(1));
  if (hours === 0) return part(minutes, 'minute');
  return minutes === 0 ? part(hours, 'hour') : `${part(hours, 'hour')} ${part(minutes, 'minute')}`;
}
