import type { FigureKind } from './figure';
import { isDash, lowerAt, type Token } from './tokens';
import { wordTable } from '../text/wordTable';

/** What a unit word makes of the number before it. */
export interface Unit {
  readonly kind: FigureKind;
  /** The base unit that figures must share to be compared. */
  readonly unit: string;
  /** Base units in one of these. */
  readonly scale: number;
}

const minute = 60;
const hour = 3600;
const day = 86400;
const month = 30.44 * day;
const year = 365.25 * day;

const seconds = wordTable<number>({
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  microsecond: 1e-6,
  microseconds: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  min: minute,
  mins: minute,
  minute,
  minutes: minute,
  h: hour,
  hr: hour,
  hrs: hour,
  hour,
  hours: hour,
  day,
  days: day,
  week: 7 * day,
  weeks: 7 * day,
  fortnight: 14 * day,
  fortnights: 14 * day,
  month,
  months: month,
  quarter: 3 * month,
  quarters: 3 * month,
  year,
  years: year,
});
const bytes = wordTable<number>({
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  PB: 1e15,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  kilobytes: 1e3,
  megabytes: 1e6,
  gigabytes: 1e9,
  terabytes: 1e12,
});
/** Units that are compared only with themselves. */
const measures = new Set(
  (
    'V mV kV A mA W kW MW J kJ Hz kHz MHz GHz K C F km m cm mm µm nm kg g mg t l ml dB dBm bar Pa kPa rpm fps qps rps tps bps kbps ' +
    'Mbps Gbps Mbit Gbit ohm cores vCPUs volts watts amps metres meters miles degrees'
  ).split(' '),
);

/** Seconds of a period word ("week", "minute"), or undefined. */
export function secondsOf(word: string): number | undefined {
  return seconds[word];
}

const currencies = wordTable<string>({
  $: '$',
  '€': '€',
  '£': '£',
  '¥': '¥',
  '₹': '₹',
  usd: '$',
  eur: '€',
  gbp: '£',
  chf: 'CHF',
  us$: '$',
});

/** The currency that a sign or code before a number names, or undefined. */
export function currencyOf(token: Token | undefined): string | undefined {
  return token && currencies[token.lower];
}

const currencyWords = wordTable<string>({
  dollar: '$',
  dollars: '$',
  euro: '€',
  euros: '€',
  pound: '£',
  pounds: '£',
  usd: '$',
  eur: '€',
  gbp: '£',
  francs: 'CHF',
  yen: '¥',
});

/** Reads the unit that begins at a token; `next` is the token after it. */
export function readUnit(tokens: readonly Token[], index: number): (Unit & { next: number }) | undefined {
  let at = index;
  // "52-minute", "four-hour": the hyphen ties the unit to its number.
  if (isDash(tokens[at]) && tokens[at]?.glued && tokens[at + 1]?.glued) at += 1;
  const token = tokens[at];
  if (!token) return undefined;
  const word = token.lower;
  if (token.text === '%' || word === 'percent' || word === 'pct') return pointsOrPercent(tokens, at, at + 1);
  if (word === 'per' && lowerAt(tokens, at + 1) === 'cent') return pointsOrPercent(tokens, at, at + 2);
  if (word === 'percentage' && /^points?$/.test(lowerAt(tokens, at + 1)))
    return { kind: 'points', unit: 'pp', scale: 1, next: at + 2 };
  if (word === 'pp') return { kind: 'points', unit: 'pp', scale: 1, next: at + 1 };
  if (word === 'points' || word === 'point') return { kind: 'points', unit: 'pp', scale: 1, next: at + 1 };
  if (token.text === '°') return { kind: 'measure', unit: '°', scale: 1, next: at + 2 };
  const length = seconds[word];
  if (length !== undefined && isTimeUnit(token))
    return { kind: 'duration', unit: 's', scale: length, next: at + 1 };
  const size = bytes[token.text];
  if (size !== undefined) return { kind: 'size', unit: 'B', scale: size, next: at + 1 };
  const currency = currencyWords[word];
  if (currency) return { kind: 'money', unit: currency, scale: 1, next: at + 1 };
  if (measures.has(token.text)) return { kind: 'measure', unit: token.text, scale: 1, next: at + 1 };
  return undefined;
}

/** Single letters are units only in lower case: "3 S" is no time. */
function isTimeUnit(token: Token): boolean {
  return token.text.length > 1 || token.text === 's' || token.text === 'h';
}

function pointsOrPercent(tokens: readonly Token[], at: number, next: number): Unit & { next: number } {
  if (/^points?$/.test(lowerAt(tokens, next)))
    return { kind: 'points', unit: 'pp', scale: 1, next: next + 1 };
  return { kind: 'percent', unit: '%', scale: 1, next };
}

/** Reads "a week", "per request", "/min", "every hour" after a figure. The rate is seconds, or the counted-by word. */
export function readRate(
  tokens: readonly Token[],
  index: number,
): { per: number | string; next: number } | undefined {
  const token = tokens[index];
  const following = tokens[index + 1];
  if (!token || following?.kind !== 'word') return undefined;
  const period = seconds[following.lower];
  const singularPeriod =
    period !== undefined && !(following.lower.endsWith('s') && following.lower.length > 2)
      ? period
      : undefined;
  if (token.text === '/' || token.lower === 'per') return { per: period ?? following.lower, next: index + 2 };
  if (!/^(?:an?|each|every)$/.test(token.lower)) return undefined;
  if (singularPeriod !== undefined) return { per: singularPeriod, next: index + 2 };
  return /^(?:shift|sprint|night|season|flight|term|release)$/.test(following.lower)
    ? { per: following.lower, next: index + 2 }
    : undefined;
}
