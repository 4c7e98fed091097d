import type { RehearsalSection, StoryFollowUp } from '../../../../server/src/protocol';
import { clockTime } from '../../outline/labels';
import { element } from '../../panels/page/elements';
import type { RehearsalSession } from '../session';
import { difference } from './takes';

export type Mode = 'cues' | 'text';

/** What the card of the section that is being told shows. */
export interface Card {
  readonly root: HTMLElement;
  /** Marks the sentence that one should be at, so many seconds into the section's words; nothing where that is undefined. */
  markPace(seconds: number | undefined): void;
}

/** The card of a section: its cues, or all of its words. */
export function sectionCard(section: RehearsalSection, mode: Mode): Card {
  const heading = element('h2', { id: 'card-heading', tabindex: -1 }, section.name);
  const body = mode === 'cues' ? cueBody(section) : textBody(section);
  const root = element(
    'section',
    { class: `card ${mode}`, 'aria-labelledby': 'card-heading' },
    heading,
    body.root,
  );
  return { ...body, root };
}

function cueBody({ cues }: RehearsalSection): Card {
  const root =
    cues.length === 0
      ? element('p', { class: 'muted' }, 'This section has no words to remember it by yet.')
      : element('ul', {}, ...cues.map((cue) => element('li', {}, cue)));
  return { root, markPace: () => undefined };
}

function textBody({ paragraphs }: RehearsalSection): Card {
  let end = 0;
  const sentences: { readonly root: HTMLElement; readonly end: number }[] = [];
  const root = element(
    'div',
    {},
    ...paragraphs.map((paragraph) => {
      const spans = paragraph.sentences.flatMap(({ text, seconds }) => {
        const span = element('span', { class: 'sentence' }, text);
        end += seconds;
        sentences.push({ root: span, end });
        return [span, ' '];
      });
      return element('p', { class: paragraph.isItem ? 'item' : undefined }, ...spans);
    }),
  );
  return {
    root,
    markPace: (seconds) => {
      const due = seconds === undefined ? undefined : sentences.find((sentence) => sentence.end > seconds);
      for (const sentence of sentences) sentence.root.classList.toggle('due', sentence === due);
    },
  };
}

/** What can be done with a probe. */
export interface ProbeActions {
  readonly answered: () => void;
  readonly rate: (rating: number | null) => void;
  readonly writeAnswer: (probe: StoryFollowUp) => void;
}

const ratings = ['lost the thread', 'needed the text', 'got through', 'went well', 'ready to be told'];

/** The question at the end and, once it was answered aloud, what a strong answer holds, and the rating of the take. */
export function probeCard(
  probe: StoryFollowUp | undefined,
  { phase }: RehearsalSession,
  actions: ProbeActions,
): HTMLElement {
  const children: (Node | string)[] = [];
  if (probe) children.push(...questionPart(probe));
  if (probe && phase === 'probe')
    children.push(
      element('p', {}, 'Answer it aloud, as you would there.'),
      element('p', {}, button('I have answered', 'Space', actions.answered, { class: 'primary' })),
    );
  if (phase === 'rating') {
    if (probe) children.push(...answerPart(probe, actions));
    children.push(ratingPart(actions, probe === undefined));
  }
  return element('section', { class: 'card probe', 'aria-labelledby': 'card-heading' }, ...children);
}

function questionPart({ question, why, reasons }: StoryFollowUp): HTMLElement[] {
  return [
    element('p', { class: 'muted kicker' }, 'What comes next'),
    element('h2', { id: 'card-heading', tabindex: -1 }, question),
    ...(why === null ? [] : [element('p', {}, element('strong', {}, 'Why it is asked: '), why)]),
    ...(reasons[0] === undefined
      ? []
      : [element('p', {}, element('strong', {}, 'In your story: '), reasons[0])]),
  ];
}

function answerPart(probe: StoryFollowUp, { writeAnswer }: ProbeActions): HTMLElement[] {
  const { strong, weak, answer } = probe;
  return [
    ...(strong === null ? [] : [labelled('A strong answer holds', strong)]),
    ...(weak === null ? [] : [labelled('A weak one sounds like', weak)]),
    ...(answer === null || answer.text === '' ? [] : [labelled('What you wrote down', answer.text)]),
    element(
      'p',
      {},
      button(answer === null ? 'Write my answer down' : 'Show what I wrote', '', () => writeAnswer(probe), {
        class: 'secondary',
      }),
    ),
  ];
}

function labelled(label: string, text: string): HTMLElement {
  return element('div', { class: 'labelled' }, element('h3', {}, label), element('p', {}, text));
}

function ratingPart({ rate }: ProbeActions, isAlone: boolean): HTMLElement {
  const legend = 'How did the take go?';
  return element(
    'fieldset',
    { class: 'rating' },
    element('legend', isAlone ? { id: 'card-heading', tabindex: -1 } : {}, legend),
    ...ratings.map((meaning, index) =>
      button(meaning, String(index + 1), () => rate(index + 1), { class: 'secondary' }),
    ),
    button('Keep it without a rating', '0', () => rate(null), { class: 'link' }),
  );
}

/** What a take came to. */
export function resultCard(
  sections: readonly RehearsalSection[],
  session: RehearsalSession,
  { budget, note, again }: { readonly budget: number; readonly note: string; readonly again: () => void },
): HTMLElement {
  const seconds = session.spent.map((time) => time / 1000);
  const total = seconds.reduce((sum, each) => sum + each, 0);
  const rows = sections.map(({ name, budgetSeconds }, index) => {
    const spent = seconds[index] ?? 0;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'number' }, clockTime(spent)),
      element('td', { class: 'number' }, clockTime(budgetSeconds)),
      element('td', { class: 'number' }, difference(spent - budgetSeconds)),
    );
  });
  const heading = `${clockTime(total)} of ${clockTime(budget)}${session.rating === null ? '' : `, rated ${session.rating} of 5`}`;
  return element(
    'section',
    { class: 'card result', 'aria-labelledby': 'card-heading' },
    element('h2', { id: 'card-heading', tabindex: -1 }, heading),
    element('p', {}, note),
    element(
      'table',
      {},
      element('caption', { class: 'for-readers' }, 'This take by sections'),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...['Section', 'Time', 'Budget', 'Against it'].map((title) =>
            element('th', { scope: 'col' }, title),
          ),
        ),
      ),
      element('tbody', {}, ...rows),
    ),
    element('p', {}, button('Once more', 'Space', again, { class: 'primary' })),
  );
}

/** A button with its key on it. `id` lets the focus come back to it when the page is drawn anew. */
export function button(
  label: string,
  key: string,
  run: () => void,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', ...attributes },
    label,
    ...(key === '' ? [] : [' ', element('kbd', {}, key)]),
  );
  made.addEventListener('click', run);
  return made;
}
