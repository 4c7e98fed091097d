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
  return new StoryGrid(actions);
}

class StoryGrid implements CoverageGrid {
  private readonly head = element('div', { role: 'rowgroup', class: 'head' });
  private readonly body = element('div', { role: 'rowgroup', class: 'body' });
  readonly element = element(
    'div',
    { role: 'grid', class: 'grid', 'aria-label': 'Stories by topic' },
    this.head,
    this.body,
  );
  private content: GridContent = { topics: [], stories: [] };
  /** The cell with the tab. */
  private place: GridPlace = { row: 0, column: 0 };
  /** The rows of stories that are made, by their numbers. */
  private readonly made = new Map<number, HTMLElement>();

  constructor(private readonly actions: GridActions) {
    this.element.addEventListener('keydown', (event) => {
      this.pressed(event);
    });
    this.listenToPointer();
    const fill = (): void => {
      this.fill();
    };
    this.element.addEventListener('scroll', fill, { passive: true });
    new ResizeObserver(fill).observe(this.element);
  }

  show(content: GridContent): void {
    const isFocused = this.element.contains(document.activeElement);
    this.content = content;
    const { topics, stories } = content;
    this.element.setAttribute('aria-rowcount', String(headRows + stories.length));
    this.element.setAttribute('aria-colcount', String(topics.length + 1));
    this.element.style.setProperty('--columns', String(topics.length));
    this.head.replaceChildren(topicRow(topics), gapRow(topics));
    for (const line of this.made.values()) line.remove();
    this.made.clear();
    this.body.style.height = `${stories.length * rowHeight}px`;
    this.place = this.within(this.place);
    this.fill();
    if (isFocused) this.moveTo(this.place);
  }

  private get lastRow(): number {
    return headRows + this.content.stories.length - 1;
  }

  /** The nearest cell that there is. */
  private within({ row, column }: GridPlace): GridPlace {
    return { row: clamp(row, this.lastRow), column: clamp(column, this.content.topics.length) };
  }

  private cellAt({ row, column }: GridPlace): HTMLElement | undefined {
    const line = row < headRows ? this.head.children[row] : this.made.get(row);
    return line?.children[column] as HTMLElement | undefined;
  }

  /** Makes the rows that are in sight, and that of the cell with the tab; takes out all others. */
  private fill(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = headRows + Math.floor(scrollTop / rowHeight) - margin;
    const last = headRows + Math.ceil((scrollTop + clientHeight) / rowHeight) + margin;
    const isWanted = (row: number): boolean => row === this.place.row || (row >= first && row <= last);
    for (const [row, line] of this.made) {
      if (isWanted(row)) continue;
      line.remove();
      this.made.delete(row);
    }
    this.content.stories.forEach((story, index) => {
      const row = headRows + index;
      if (isWanted(row) && !this.made.has(row)) this.make(story, index);
    });
    this.takeTab();
  }

  private make(story: CoverageStory, index: number): void {
    const row = headRows + index;
    const line = storyRow(story, this.content.topics, row);
    line.style.top = `${index * rowHeight}px`;
    this.made.set(row, line);
    // In the order of the rows, which is the one that screen readers go by.
    this.body.insertBefore(line, this.nextMade(row));
  }

  private nextMade(row: number): HTMLElement | null {
    return [...this.made].filter(([other]) => other > row).sort(([a], [b]) => a - b)[0]?.[1] ?? null;
  }

  private takeTab(): void {
    this.element.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.cellAt(this.place)?.setAttribute('tabindex', '0');
  }

  private moveTo(wanted: GridPlace): void {
    this.place = this.within(wanted);
    scrollToRow(this.element, this.head, this.place.row);
    this.fill();
    const cell = this.cellAt(this.place);
    cell?.focus({ preventScroll: true });
    if (cell && this.place.column > 0) scrollToColumn(this.element, cell);
  }

  private pressed(event: KeyboardEvent): void {
    const moved = placeAfter(event, this.place, {
      rows: this.lastRow,
      columns: this.content.topics.length,
      page: Math.max(1, Math.floor((this.element.clientHeight - this.head.offsetHeight) / rowHeight) - 1),
    });
    if (moved) this.moveTo(moved);
    else if (event.key === 'Enter' || event.key === ' ') this.choose(this.place);
    else return;
    event.preventDefault();
  }

  /** Makes the cell of a target the one that the Tab key reaches, and returns it; undefined outside of the cells. */
  private takePlaceOf(target: EventTarget | null): GridPlace | undefined {
    const place = placeOf(target);
    if (!place) return undefined;
    this.place = place;
    this.takeTab();
    return place;
  }

  private listenToPointer(): void {
    const grid = this.element;
    grid.addEventListener('click', ({ target }) => {
      const clicked = this.takePlaceOf(target);
      if (clicked) this.choose(clicked);
    });
    grid.addEventListener('focusin', ({ target }) => {
      const focused = this.takePlaceOf(target);
      if (focused) this.point(focused);
    });
    grid.addEventListener('mouseover', ({ target }) => {
      const hovered = placeOf(target);
      if (hovered) this.point(hovered);
    });
    grid.addEventListener('mouseleave', () => {
      // Back to what the keyboard is on, if it is in the grid at all.
      this.point(grid.contains(document.activeElement) ? this.place : undefined);
    });
  }

  /** Marks the column of a cell and tells what is to be said of it. */
  private point(at: GridPlace | undefined): void {
    for (const cell of this.element.querySelectorAll('.in-column')) cell.classList.remove('in-column');
    this.actions.point(at && this.partsOf(at));
    if (!at || at.column === 0) return;
    for (const line of [...this.head.children, ...this.made.values()])
      line.children[at.column]?.classList.add('in-column');
  }

  private partsOf({ row, column }: GridPlace): {
    story: CoverageStory | undefined;
    topic: number | undefined;
  } {
    return {
      story: this.content.stories[row - headRows],
      topic: column > 0 ? column - 1 : undefined,
    };
  }

  private choose(at: GridPlace): void {
    const { story, topic } = this.partsOf(at);
    if (story) this.actions.openStory(story);
    else if (topic !== undefined && this.content.topics[topic])
      this.actions.startStory(this.content.topics[topic]);
  }
}

/** The cell that an event came from. */
function placeOf(target: EventTarget | null): GridPlace | undefined {
  const cell = (target as Element | null)?.closest<HTMLElement>('[aria-colindex]');
  const line = cell?.closest<HTMLElement>('[aria-rowindex]');
  return cell && line
    ? { row: Number(line.ariaRowIndex) - 1, column: Number(cell.ariaColIndex) - 1 }
    : undefined;
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
