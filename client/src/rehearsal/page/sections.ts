import type { Rehearsal, RehearsalSection } from '../../../../server/src/protocol';
import { clockTime } from '../../outline/labels';
import { element } from '../../panels/page/elements';
import { elapsed, paceOf, type RehearsalSession } from '../session';

/** The sections with the time of each: drawn once, and brought up to date at each tick. */
export interface SectionList {
  readonly root: HTMLElement;
  update(session: RehearsalSession, now: number): void;
}

export function sectionList({ sections }: Rehearsal): SectionList {
  const lines = sections.map(sectionLine);
  const seconds = sections.map((section) => section.seconds);
  return {
    root: element(
      'div',
      {},
      element(
        'ol',
        { class: 'sections', 'aria-label': 'Sections and their time' },
        ...lines.map(({ root }) => root),
      ),
      element(
        'p',
        { class: 'muted legend' },
        element('span', { class: 'mark', 'aria-hidden': 'true' }),
        ' where a section’s own words end at your speaking rate',
      ),
    ),
    update: (session, now) => {
      const times = elapsed(session, now);
      const planned = paceOf(seconds, session, now).section;
      const isTelling = session.phase === 'running' || session.phase === 'paused';
      lines.forEach((line, index) => {
        line.update((times[index] ?? 0) / 1000, {
          isCurrent: index === session.section && (isTelling || session.phase === 'ready'),
          isPlanned: isTelling && index === planned && index !== session.section,
        });
      });
    },
  };
}

function sectionLine({ name, seconds, budgetSeconds }: RehearsalSection): {
  readonly root: HTMLElement;
  update(spent: number, place: { readonly isCurrent: boolean; readonly isPlanned: boolean }): void;
} {
  const time = element('span', { class: 'time' });
  const over = element('span', { class: 'over-by' });
  const planned = element('span', { class: 'planned' }, 'by now you would be here');
  planned.hidden = true;
  const fill = element('span', { class: 'fill' });
  const end = element('span', {
    class: 'mark',
    title: `At your speaking rate its words take ${clockTime(seconds)}`,
  });
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' }, fill, end);
  const root = element('li', {}, element('span', { class: 'name' }, name), ' ', time, over, bar, planned);
  // The bar is as long as what is longest of the budget, the words and, later, the time that was taken.
  const scale = (spent: number): number => Math.max(budgetSeconds, seconds, spent, 1);
  return {
    root,
    update: (spent, { isCurrent, isPlanned }) => {
      const isOver = spent > budgetSeconds;
      setText(time, `${clockTime(spent)} of ${clockTime(budgetSeconds)}`);
      setText(over, isOver ? ` ${clockTime(spent - budgetSeconds)} over` : '');
      fill.style.width = `${(100 * Math.min(spent, scale(spent))) / scale(spent)}%`;
      end.style.insetInlineStart = `${(100 * seconds) / scale(spent)}%`;
      root.classList.toggle('over', isOver);
      root.classList.toggle('current', isCurrent);
      if (isCurrent) root.setAttribute('aria-current', 'step');
      else root.removeAttribute('aria-current');
      planned.hidden = !isPlanned;
    },
  };
}

/** Only what differs is written: a text that is set again would be a change to whoever watches the page. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** How far the speaker is behind the plan, in seconds, in words; negative when ahead. */
export function paceText(behind: number): string {
  const seconds = Math.round(Math.abs(behind));
  if (seconds < 3) return '● on pace';
  return behind > 0
    ? `▼ ${clockTime(seconds)} behind your pace`
    : `▲ ${clockTime(seconds)} ahead of your pace`;
}
