import type { Coverage, CoverageTopic } from '../../../server/src/protocol';
import { connect } from '../panels/page/connect';
import { element } from '../panels/page/elements';
import { coverageOrders, type CoverageOrder, type CoverageState, type CoverageToPage } from './messages';
import { createGrid } from './page/grid';
import { adviceList, gapList, healthList, legend, sourceLine, targetOptions } from './page/overview';
import {
  arranged,
  cellReasons,
  countText,
  storyReasons,
  strengthAt,
  strengthNames,
  topicReasons,
} from './texts';

const orderNames: Readonly<Record<CoverageOrder, string>> = {
  title: 'Title',
  strength: 'Strength',
  readiness: 'Readiness',
};

const target = element('select', { id: 'target' });
const filter = element('input', { id: 'filter', type: 'search', placeholder: 'Title, tag or company' });
const order = element(
  'select',
  { id: 'order' },
  ...coverageOrders.map((name) => element('option', { value: name }, orderNames[name])),
);
const status = element('p', { class: 'muted', role: 'status' });
const source = element('p', { class: 'muted source' });
const overview = element('div', { class: 'overview' });
const details = element('p', { class: 'details' });
const message = element('div', { class: 'message' });

let coverage: Coverage | undefined;

const host = connect<'coverage', CoverageState>(receive);
const start = (topic: CoverageTopic): void => {
  host.post({ type: 'newStory', topic: topic.id });
};
const grid = createGrid({
  openStory: ({ uri }) => {
    host.post({ type: 'openStory', uri });
  },
  startStory: start,
  point: (at) => {
    details.replaceChildren(...detailsOf(at));
  },
});

const field = (name: string, control: HTMLElement): HTMLElement =>
  element('div', { class: 'field' }, element('label', { for: control.id }, name), control);
const page = document.getElementById('page')!;
page.append(
  element('h1', {}, 'Coverage'),
  element(
    'div',
    { class: 'bar' },
    field('Stories held against', target),
    field('Filter stories', filter),
    field('Sort by', order),
    status,
  ),
  source,
  message,
  overview,
  element('div', { class: 'matrix' }, legend(), grid.element, details),
);
page.classList.add('empty');

filter.value = typeof host.state?.filter === 'string' ? host.state.filter : '';
order.value = coverageOrders.find((name) => name === host.state?.order) ?? 'title';
target.addEventListener('change', () => {
  host.post({ type: 'choose', target: target.value });
});
filter.addEventListener('input', showStories);
order.addEventListener('change', showStories);
point();

function receive(told: CoverageToPage): void {
  if (told.type === 'unavailable') {
    showUnavailable(told.isSwitchedOff);
    return;
  }
  ({ coverage } = told);
  page.classList.remove('empty');
  target.replaceChildren(...targetOptions(coverage.targets, coverage.target));
  grid.element.classList.toggle('questions', coverage.target.about === 'questions');
  source.replaceChildren(...sourceLine(coverage.target));
  showOverview(coverage);
  showStories();
}

/** Replaced only where it says something new, so that the focus and what a screen reader is at stay where they are. */
function showOverview(told: Coverage): void {
  const { health, next, topics, stories } = told;
  const key = JSON.stringify([told.target.id, health, next, topics.map(({ gapText }) => gapText)]);
  if (overview.dataset.key === key) return;
  overview.dataset.key = key;
  const part = (title: string, content: HTMLElement, isWide = false): HTMLElement =>
    element('section', { class: isWide && 'wide' }, element('h2', {}, title), content);
  overview.replaceChildren(
    ...(stories.length > 0 ? [part('Health', healthList(health))] : []),
    ...(next.length > 0
      ? [
          part(
            'What to write next',
            adviceList(told, ({ action, uri }, topic) => {
              if (uri === null) start(topic);
              else if (action === 'retell') host.post({ type: 'retell', uri, topic: topic.id });
              else host.post({ type: 'openStory', uri });
            }),
          ),
        ]
      : []),
    ...(topics.some(({ gap }) => gap !== null) ? [part('Gaps', gapList(topics, start), true)] : []),
  );
}

function showStories(): void {
  if (!coverage) return;
  const { stories, topics, isComplete } = coverage;
  const shown = arranged(stories, filter.value, order.value as CoverageOrder);
  grid.show({ topics, stories: shown });
  const count = countText(shown.length, stories.length);
  status.textContent = isComplete ? count : `${count} so far, still reading…`;
  message.replaceChildren(...emptyMessage(stories.length, shown.length, isComplete));
  host.keep({ target: coverage.target.id, filter: filter.value, order: order.value as CoverageOrder });
}

/** What to do where there is no story to show. */
function emptyMessage(all: number, shown: number, isComplete: boolean): Node[] {
  if (shown > 0 || !isComplete) return [];
  if (all > 0)
    return said(
      `No story matches “${filter.value}”.`,
      action('Clear the filter', () => {
        filter.value = '';
        showStories();
        filter.focus();
      }),
    );
  return said(
    'There is no story here yet. Start with the one that you would tell if the interview were today, or with a “+” below.',
    action('New story', () => {
      host.post({ type: 'newStory', topic: null });
    }),
  );
}

function showUnavailable(isSwitchedOff: boolean): void {
  coverage = undefined;
  page.classList.add('empty');
  message.replaceChildren(
    ...(isSwitchedOff
      ? said(
          'STAR Stories is switched off here: nothing is read.',
          action('Switch on', () => {
            host.post({ type: 'switchOn' });
          }),
        )
      : said(
          'The language server could not be started, so there is nothing to show.',
          action('Show the log', () => {
            host.post({ type: 'showLog' });
          }),
        )),
  );
}

function said(text: string, button: HTMLElement): Node[] {
  return [element('p', {}, text), button];
}

function action(name: string, run: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, name);
  button.addEventListener('click', run);
  return button;
}

/** What is said below the matrix of the place that is pointed at. */
function detailsOf(at: Parameters<Parameters<typeof createGrid>[0]['point']>[0]): (Node | string)[] {
  if (!at || !coverage) return ['Point at a cell to see why it stands as it does. Arrow keys move, Enter opens the story or starts one.']; // prettier-ignore
  const { topics } = coverage;
  const topic = at.topic === undefined ? undefined : topics[at.topic];
  const line = (head: string, text: string): (Node | string)[] => [element('strong', {}, head), ` ${text}`];
  if (at.story && topic && at.topic !== undefined) {
    const strength = strengthNames[strengthAt(at.story, at.topic)];
    return line(`${at.story.title} for ${topic.name}: ${strength}.`, cellReasons(at.story, topic, at.topic));
  }
  if (at.story) return line(`${at.story.title}.`, storyReasons(at.story, topics));
  return topic ? line(`${topic.name}.`, topicReasons(topic)) : detailsOf(undefined);
}

function point(): void {
  details.replaceChildren(...detailsOf(undefined));
}
