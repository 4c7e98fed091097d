import type { CoverageStory, CoverageTopic } from '../../../../server/src/protocol';
import { element } from '../../panels/page/elements';
import { cellLabel, storyReasons, strengthAt, topicReasons } from '../texts';
import { strengthSymbol } from './symbols';

/** The height of a story's row in CSS pixels; the stylesheet says the same. */
export const rowHeight = 28;

/** What the grid asks of the page. */
export interface GridActions {
  openStory(story: CoverageStory): void;
  startStory(topic: CoverageTopic): void;
  /** The pointer or the focus came to a story, a topic or where both meet; undefined when it left the grid. */
  point(
    at: { readonly story: CoverageStory | undefined; readonly topic: number | undefined } | undefined,
  ): void;
}

/** The names of the topics. */
export function topicRow(topics: readonly CoverageTopic[]): HTMLElement {
  const cells = topics.map((topic, index) =>
    element(
      'div',
      {
        role: 'columnheader',
        class: topic.gap === null ? 'topic' : 'topic gap',
        'aria-colindex': index + 2,
        tabindex: -1,
        'aria-label': `${topic.name}. ${topicReasons(topic)}`,
      },
      element('span', {}, topic.name),
    ),
  );
  const corner = element(
    'div',
    { role: 'columnheader', class: 'name', 'aria-colindex': 1, tabindex: -1 },
    'Story',
  );
  return element('div', { role: 'row', class: 'topics', 'aria-rowindex': 1 }, corner, ...cells);
}

/** How many stories carry each topic, and what to do where none does. */
export function gapRow(topics: readonly CoverageTopic[]): HTMLElement {
  const cells = topics.map((topic, index) => {
    const carrying = topic.counts.s + topic.counts.f;
    const label =
      topic.gap === null
        ? `${topic.name}: ${carrying === 1 ? '1 story carries' : `${carrying} stories carry`} it. Press Enter to start another.`
        : `${topic.gapText ?? ''} Press Enter to start a story for it.`;
    return element(
      'div',
      {
        role: 'gridcell',
        class: topic.gap === null ? 'carriers' : 'carriers gap',
        'aria-colindex': index + 2,
        tabindex: -1,
        'aria-label': label,
      },
      topic.gap === null ? String(carrying) : '+',
    );
  });
  const name = element(
    'div',
    { role: 'rowheader', class: 'name', 'aria-colindex': 1, tabindex: -1 },
    'Fair or strong stories',
  );
  return element('div', { role: 'row', class: 'gaps', 'aria-rowindex': 2 }, name, ...cells);
}

/** A story with its strength for each topic. */
export function storyRow(
  story: CoverageStory,
  topics: readonly CoverageTopic[],
  rowIndex: number,
): HTMLElement {
  const cells = topics.map((topic, index) => {
    const strength = strengthAt(story, index);
    return element(
      'div',
      {
        role: 'gridcell',
        class: `cell ${strength}`,
        'aria-colindex': index + 2,
        tabindex: -1,
        'aria-label': cellLabel(story, topic, index),
      },
      strengthSymbol(strength),
    );
  });
  const isOverused = story.alone.length > 0;
  const name = element(
    'div',
    {
      role: 'rowheader',
      class: 'name',
      'aria-colindex': 1,
      tabindex: -1,
      'aria-label': `${story.title}. ${storyReasons(story, topics)}`,
    },
    element('span', { class: 'title' }, story.title),
    ...(isOverused ? [element('span', { class: 'overused' }, 'overused')] : []),
    element('span', { class: 'readiness' }, String(story.readiness)),
  );
  return element('div', { role: 'row', class: 'story', 'aria-rowindex': rowIndex + 1 }, name, ...cells);
}
