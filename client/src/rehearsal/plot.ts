/** Where the marks of a plot stand: takes from left to right in time, their total from the bottom up. In units of the picture. */
export interface TakePlot {
  readonly points: readonly { readonly x: number; readonly y: number; readonly isOver: boolean }[];
  /** The height of the budget's line. */
  readonly budget: number;
  /** Lines to read the height by, the lowest first. */
  readonly ticks: readonly { readonly y: number; readonly seconds: number }[];
}

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Steps between ticks, in seconds: what one counts in minutes by. */
const steps = [15, 30, 60, 120, 300, 600, 1800, 3600];
const mostTicks = 5;

/**
 * Lays out the takes of a story against its budget.
 *
 * @param totals how long each take took, the oldest first, in seconds
 * @param budget in seconds
 */
export function plotOf(totals: readonly number[], budget: number, area: PlotArea): TakePlot {
  const highest = Math.max(budget, ...totals, 1);
  const step = steps.find((seconds) => highest / seconds <= mostTicks) ?? Math.ceil(highest / mostTicks);
  const top = Math.ceil((highest * 1.05) / step) * step;
  const y = (seconds: number): number => area.bottom - ((area.bottom - area.top) * seconds) / top;
  const gap = (area.right - area.left) / Math.max(1, totals.length);
  return {
    points: totals.map((seconds, index) => ({
      x: area.left + gap * (index + 0.5),
      y: y(seconds),
      isOver: seconds > budget,
    })),
    budget: y(budget),
    ticks: Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => ({
      y: y(index * step),
      seconds: index * step,
    })),
  };
}
