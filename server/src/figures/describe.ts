import type { Change } from './changes';
import type { Figure } from './figure';
import { printNumber } from './finding';
import { impliedChange } from './statedCheck';

/**
 * A change in one line, for a hover on its pair: "−73 % (15 min → 4 min), 3.8 times less". Percentages also tell their difference in
 * points; a start of zero or an end like the start has no percentage and only shows the pair.
 */
export function describeChange(change: Pick<Change, 'before' | 'after'>): string {
  const { before, after } = change;
  const pair = `${printValue(before)} → ${printValue(after)}`;
  const implied = impliedChange(change);
  if (!implied) return before.value === after.value ? `no change (${pair})` : pair;
  const down = implied.direction === 'down';
  const percent = Math.abs(1 - implied.nominal) * 100;
  const limit = openEnd(change, down);
  const points =
    before.unit === '%' && after.unit === '%'
      ? `${down ? '−' : '+'}${Number(Math.abs(after.value - before.value).toFixed(2))} points, `
      : '';
  const share = `${points}${limit}${down ? '−' : '+'}${printPercent(percent)} % (${pair})`;
  if (after.value === 0) return share;
  if (percent < 10) return share;
  const factor = down ? 1 / implied.nominal : implied.nominal;
  return `${share}, ${limit}${printNumber(Number(factor.toFixed(factor >= 10 ? 0 : 1)))} times ${down ? 'less' : 'as much'}`;
}

/** Near a hundred the last digits are what counts: 99.6 is no 100. */
function printPercent(percent: number): string {
  return (percent > 99 && percent < 100) || percent < 2
    ? printNumber(Number(percent.toFixed(1)))
    : printNumber(Math.round(percent));
}

function openEnd({ before, after }: Pick<Change, 'before' | 'after'>, down: boolean): string {
  if (before.approximation === 'exact' && after.approximation === 'exact') return '';
  if (before.approximation === 'exact' && after.approximation !== 'about')
    return (after.approximation === 'at most') === down ? 'at least ' : 'at most ';
  return 'about ';
}

const shortUnit: readonly (readonly [scale: number, unit: string])[] = [
  [365.25 * 86400, 'years'],
  [30.44 * 86400, 'months'],
  [7 * 86400, 'weeks'],
  [86400, 'days'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
];

/** The figure with a short unit: "15 min", "$8,000", "2.5 s", "under 4 min". */
function printValue(figure: Figure): string {
  const limit =
    figure.approximation === 'at most'
      ? 'under '
      : figure.approximation === 'at least'
        ? 'over '
        : figure.approximation === 'about'
          ? 'about '
          : '';
  const number = printNumber(figure.value / figure.scale);
  if (figure.kind === 'money') return `${limit}${figure.unit}${printNumber(figure.value)}`;
  if (figure.unit === '%') return `${limit}${Number(figure.value.toFixed(2))}%`;
  if (figure.kind !== 'duration')
    return `${limit}${number}${figure.writtenUnit ? ` ${figure.writtenUnit.replace(/^[-–]/, '')}` : ''}`;
  const unit =
    shortUnit.find(([scale]) => Math.abs(scale - figure.scale) < 1e-9 * scale)?.[1] ?? figure.writtenUnit;
  return `${limit}${number} ${number === '1' ? unit.replace(/s$/, (s) => (unit.length > 2 ? '' : s)) : unit}`;
}
