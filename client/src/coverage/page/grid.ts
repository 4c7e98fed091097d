import type { CoverageStory, CoverageTopic } from '../../../../server/src/protocol';
import { element } from '../../panels/page/elements';
import { rowHeight, topicRow, gapRow, storyRow, type GridActions } from './rows';

/** What the grid shows. */
export interface GridContent {
  readonly topics: readonly CoverageTopic[];
  readonly stories: readonly CoverageStory[];
}

/** A cell: rows 0 and 1 are the names of the topics and their gaps, the stories follow; column 0 holds the names of the rows. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface CoverageGrid {
  readonly element: HTMLElement;
  show(content: GridContent): void;
}

/** The rows above the stories. */
const headRows = 2;
/** How many rows are made beyond each edge of what is seen, so that scrolling shows no blanks. */
const margin = 8;

/**
 * The matrix as an ARIA grid: one cell takes the tab, the arrows move in it. Only the rows in sight are made, so that thousands of stories
 * cost no more than a screenful.
 */
export function createGrid(actions: GridActions): CoverageGrid {
  const head = element('div', { role: 'rowgroup', class: 'head' });
  const body = element('div', { role: 'rowgroup', class: 'body' });
  const grid = element('div', { role: 'grid', class: 'grid', 'aria-label': 'Stories by topic' }, head, body);
  let content: GridContent = { topics: [], stories: [] };
  let place: GridPlace = { row: 0, column: 0 };
  const made = new Map<number, HTMLElement>();

  const lastRow = (): number => headRows + content.stories.length - 1;
  const cellAt = ({ row, column }: GridPlace): HTMLElement | undefined =>
    (row < headRows ? head.children[row] : made.get(row))?.children[column] as HTMLElement | undefined;

  /** Makes the rows that are in sight, and that of the cell with the tab; takes out all others. */
  const fill = (): void => {
    const first = Math.floor(grid.scrollTop / rowHeight) - margin;
    const last = Math.ceil((grid.scrollTop + grid.clientHeight) / rowHeight) + margin;
    const isWanted = (row: number): boolean =>
      row === place.row || (row >= headRows + first && row <= headRows + last);
    for (const [row, line] of made) {
      if (isWanted(row)) continue;
      line.remove();
      made.delete(row);
    }
    content.stories.forEach((story, index) => {
      const row = headRows + index;
      if (!isWanted(row) || made.has(row)) return;
      const line = storyRow(story, content.topics, row);
      line.style.top = `${index * rowHeight}px`;
      made.set(row, line);
      // In the order of the rows, which is the one that screen readers go by.
      body.insertBefore(line, nextMade(row));
    });
    takeTab();
  };
  const nextMade = (row: number): HTMLElement | null =>
    [...made].filter(([other]) => other > row).sort(([a], [b]) => a - b)[0]?.[1] ?? null;

  const takeTab = (): void => {
    grid.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cellAt(place)?.setAttribute('tabindex', '0');
  };

  const moveTo = (wanted: GridPlace): void => {
    place = {
      row: clamp(wanted.row, lastRow()),
      column: clamp(wanted.column, content.topics.length),
    };
    scrollToRow(grid, head, place.row);
    fill();
    const cell = cellAt(place);
    cell?.focus({ preventScroll: true });
    if (cell && place.column > 0) scrollToColumn(grid, cell);
  };

  const placeOf = (target: EventTarget | null): GridPlace | undefined => {
    const cell = (target as Element | null)?.closest<HTMLElement>('[aria-colindex]');
    const line = cell?.closest<HTMLElement>('[aria-rowindex]');
    return cell && line
      ? { row: Number(line.ariaRowIndex) - 1, column: Number(cell.ariaColIndex) - 1 }
      : undefined;
  };

  grid.addEventListener('keydown', (event) => {
    const moved = placeAfter(event, place, {
      rows: lastRow(),
      columns: content.topics.length,
      page: Math.max(1, Math.floor((grid.clientHeight - head.offsetHeight) / rowHeight) - 1),
    });
    if (moved) moveTo(moved);
    else if (event.key === 'Enter' || event.key === ' ') choose(place);
    else return;
    event.preventDefault();
  });
  grid.addEventListener('click', ({ target }) => {
    const clicked = placeOf(target);
    if (!clicked) return;
    place = clicked;
    takeTab();
    choose(clicked);
  });
  grid.addEventListener('focusin', ({ target }) => {
    const focused = placeOf(target);
    if (!focused) return;
    place = focused;
    takeTab();
    point(focused);
  });
  grid.addEventListener('mouseover', ({ target }) => {
    const hovered = placeOf(target);
    if (hovered) point(hovered);
  });
  grid.addEventListener('mouseleave', () => {
    // Back to what the keyboard is on, if it is in the grid at all.
    point(grid.contains(document.activeElement) ? place : undefined);
  });
  grid.addEventListener('scroll', fill, { passive: true });
  new ResizeObserver(fill).observe(grid);

  /** Marks the column of a cell and tells what is to be said of it. */
  const point = (at: GridPlace | undefined): void => {
    for (const cell of grid.querySelectorAll('.in-column')) cell.classList.remove('in-column');
    actions.point(at && { ...partsOf(at) });
    if (!at || at.column === 0) return;
    for (const line of [...head.children, ...made.values()])
      line.children[at.column]?.classList.add('in-column');
  };
  const partsOf = ({
    row,
    column,
  }: GridPlace): { story: CoverageStory | undefined; topic: number | undefined } => ({
    story: content.stories[row - headRows],
    topic: column > 0 ? column - 1 : undefined,
  });
  const choose = (at: GridPlace): void => {
    const { story, topic } = partsOf(at);
    if (story) actions.openStory(story);
    else if (topic !== undefined && content.topics[topic]) actions.startStory(content.topics[topic]);
  };

  return {
    element: grid,
    show: (next) => {
      const isFocused = grid.contains(document.activeElement);
      content = next;
      const { topics, stories } = content;
      grid.setAttribute('aria-rowcount', String(headRows + stories.length));
      grid.setAttribute('aria-colcount', String(topics.length + 1));
      grid.style.setProperty('--columns', String(topics.length));
      head.replaceChildren(topicRow(topics), gapRow(topics));
      for (const line of made.values()) line.remove();
      made.clear();
      body.style.height = `${stories.length * rowHeight}px`;
      place = { row: clamp(place.row, lastRow()), column: clamp(place.column, topics.length) };
      fill();
      if (isFocused) moveTo(place);
    },
  };
}

/** The cell that a key leads to; undefined for keys that lead nowhere. */
function placeAfter(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: GridPlace,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPlace | undefined {
  const isWide = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: isWide ? 0 : row, column: 0 };
    case 'End':
      return { row: isWide ? rows : row, column: columns };
    default:
      return undefined;
  }
}

/** Scrolls no further than it must for the row to stand clear of the head. */
function scrollToRow(grid: HTMLElement, head: HTMLElement, row: number): void {
  if (row < headRows) return;
  const top = (row - headRows) * rowHeight;
  const room = grid.clientHeight - head.offsetHeight - rowHeight;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top > grid.scrollTop + room) grid.scrollTop = top - room;
}

/** The same for a column, which must stand clear of the names of the rows. */
function scrollToColumn(grid: HTMLElement, cell: HTMLElement): void {
  const names = grid.querySelector<HTMLElement>('.name')?.offsetWidth ?? 0;
  const left = cell.offsetLeft - names;
  const right = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (right > grid.scrollLeft) grid.scrollLeft = right;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
