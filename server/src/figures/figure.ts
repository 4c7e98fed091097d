/** How a writer limits a figure: "15", "about 15", "under 15", "over 15". */
export type Approximation = 'exact' | 'about' | 'at most' | 'at least';

/**
 * What a figure states. Only the first row can be added and compared; `clock` and `date` place an event in time, and a `label` is a
 * name that holds digits (a version, an id, a port, a status code, a percentile), never an amount.
 */
export type FigureKind =
  | 'count'
  | 'percent'
  | 'points'
  | 'money'
  | 'duration'
  | 'size'
  | 'measure'
  | 'fraction'
  | 'factor'
  | 'clock'
  | 'date'
  | 'label';

/** One figure of a sentence. Offsets are UTF-16, half-open, in the sentence's own text. */
export interface Figure {
  readonly kind: FigureKind;
  /** The number with its unit, as the reader would underline it: "2.5 s", "$8K", "ten minutes". */
  readonly start: number;
  readonly end: number;
  /** Where the words that limit it begin ("under 4"); equals `start` when there are none. */
  readonly phraseStart: number;
  readonly text: string;
  /** In the base unit of its kind: seconds for a duration, bytes for a size, seconds since midnight for a clock time. */
  readonly value: number;
  /** What the figure allows, in the same unit: rounding as written, and what "about", "under", "over" leave open. */
  readonly low: number;
  readonly high: number;
  readonly approximation: Approximation;
  /** The unit that two figures must share to be compared: 's', '%', 'B', a currency sign, a written unit, or '' for a count. */
  readonly unit: string;
  /** How many base units one written unit holds: 60 for minutes. */
  readonly scale: number;
  /** The unit as written, without the number: "minutes", "ms", "%"; '' when bare. */
  readonly writtenUnit: string;
  /** What it is counted by: seconds of the period ("a week"), or the word itself ("shift"); absent for no rate. */
  readonly per?: number | string;
  /** Singular lower-case noun that is counted: "ticket". */
  readonly noun?: string;
  /** A clock time read on a twelve-hour dial, so that it may mean either half of the day. */
  readonly halfDay?: boolean;
  /** Token indices in the sentence: the first of the phrase, and the one after the noun and the rate. */
  readonly first: number;
  readonly next: number;
}

/** Kinds that are amounts, and so can stand at either end of a change. */
export function isAmount(figure: Figure): boolean {
  return figure.kind !== 'clock' && figure.kind !== 'date' && figure.kind !== 'label';
}

/** Whether the two ranges have no value in common. */
export function apart(a: Range, b: Range): boolean {
  return a.high < b.low || b.high < a.low;
}

/** A closed range of values. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** An exact whole number of things: what can be added up. */
export function isPlainCount(figure: Figure | undefined): figure is Figure {
  return (
    figure?.kind === 'count' &&
    figure.approximation === 'exact' &&
    figure.per === undefined &&
    Number.isInteger(figure.value)
  );
}

/** Whether a sum comes near its total: by far off, it is the sum of something else. */
export function isNear(sum: number, total: number): boolean {
  return Math.abs(sum - total) <= 0.35 * total;
}
