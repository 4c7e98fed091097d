import { element, svgElement } from '../../panels/page/elements';
import { clockTime, counted } from '../../outline/labels';
import { plotOf, type TakePlot } from '../plot';
import type { Take } from '../takes';

/** As many takes as can be told apart in a plot; the table holds the same. */
const mostTakes = 30;

const size = { width: 640, height: 200 };
const area = { left: 44, right: 630, top: 12, bottom: 172 };

/** The takes of a story as a plot over time against its budget, and the same as a table. */
export function takesView(takes: readonly Take[], budget: number, openLog: () => void): HTMLElement {
  const shown = takes.slice(-mostTakes);
  const first = takes.length - shown.length + 1;
  const over = shown.filter(({ total }) => total > budget).length;
  const summary = `${counted(takes.length, 'take')}${shown.length < takes.length ? `, the last ${shown.length} shown` : ''}, ${over === 0 ? 'none' : over} over the budget of ${clockTime(budget)}`;
  return element(
    'section',
    { class: 'takes', 'aria-labelledby': 'takes-heading' },
    element('h2', { id: 'takes-heading' }, 'Takes so far'),
    element('p', { class: 'muted' }, `${summary}.`),
    plot(shown, first, budget, summary),
    table(shown, first, budget),
    element('p', { class: 'muted' }, 'Kept in ', logLink(openLog), ' in the folder of your stories.'),
  );
}

function logLink(openLog: () => void): HTMLElement {
  const link = element(
    'button',
    { type: 'button', class: 'link', id: 'open-log' },
    '.star-stories/takes.jsonl',
  );
  link.addEventListener('click', openLog);
  return link;
}

function plot(takes: readonly Take[], first: number, budget: number, summary: string): SVGElement {
  const laidOut = plotOf(
    takes.map(({ total }) => total),
    budget,
    area,
  );
  return svgElement(
    'svg',
    {
      class: 'plot',
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': `How long each take took: ${summary}. The table below holds the same.`,
    },
    ...laidOut.ticks.flatMap(({ y, seconds }) => [
      svgElement('line', { class: 'grid', x1: area.left, x2: area.right, y1: y, y2: y }),
      svgElement('text', { class: 'tick', x: area.left - 6, y: y + 4, 'text-anchor': 'end' }, clockTime(seconds)),
    ]),
    svgElement('line', { class: 'budget', x1: area.left, x2: area.right, y1: laidOut.budget, y2: laidOut.budget }),
    svgElement('text', { class: 'budget-label', x: area.right, y: laidOut.budget - 5, 'text-anchor': 'end' }, `budget ${clockTime(budget)}`),
    svgElement('polyline', { class: 'line', points: laidOut.points.map(({ x, y }) => `${x},${y}`).join(' ') }),
    ...laidOut.points.flatMap((point, index) => marks(point, takes[index]!, first + index, takes.length)),
  ); // prettier-ignore
}

/** A take within its budget is a circle, one beyond it a triangle: not told by colour alone. */
function marks(
  { x, y, isOver }: TakePlot['points'][number],
  take: Take,
  number: number,
  count: number,
): SVGElement[] {
  const title = svgElement('title', {}, `Take ${number}: ${clockTime(take.total)}`);
  const mark = isOver
    ? svgElement('path', { class: 'over', d: `M${x - 5} ${y + 4}L${x} ${y - 5}L${x + 5} ${y + 4}Z` }, title)
    : svgElement('circle', { class: 'within', cx: x, cy: y, r: 4 }, title);
  // Of many takes not every number has room.
  const isNumbered = count <= 15 || number % 5 === 0;
  const label = svgElement('text', { class: 'tick', x, y: area.bottom + 18, 'text-anchor': 'middle' }, String(number)); // prettier-ignore
  return isNumbered ? [mark, label] : [mark];
}

function table(takes: readonly Take[], first: number, budget: number): HTMLElement {
  const head = ['Take', 'When', 'Time', 'Against the budget', 'Your rating', 'Shown'];
  const rows = takes.map((take, index) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(first + index)),
      element('td', {}, whenOf(take)),
      element('td', { class: 'number' }, clockTime(take.total)),
      element('td', { class: 'number' }, difference(take.total - budget)),
      element('td', {}, take.rating === null ? '–' : `${take.rating} of 5`),
      element('td', {}, take.mode === 'cues' ? 'cue cards' : 'full text'),
    ),
  );
  const titles = head.map((title) => element('th', { scope: 'col' }, title));
  return element(
    'table',
    {},
    element('caption', { class: 'for-readers' }, 'Takes of this story, the newest first'),
    element('thead', {}, element('tr', {}, ...titles)),
    element('tbody', {}, ...rows.reverse()),
  );
}

function whenOf({ date }: Take): string {
  return new Date(date).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "0:12 over", "0:40 left", of seconds. */
export function difference(seconds: number): string {
  return seconds > 0 ? `${clockTime(seconds)} over` : `${clockTime(-seconds)} left`;
}
