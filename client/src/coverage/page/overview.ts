import type {
  Coverage,
  CoverageAdvice,
  CoverageTarget,
  CoverageTopic,
} from '../../../../server/src/protocol';
import { element } from '../../panels/page/elements';
import { sourceText, strengthMeanings, strengthNames, strengths } from '../texts';
import { strengthSymbol } from './symbols';

/** The choices of what the library is held against, in groups. */
export function targetOptions(
  targets: readonly CoverageTarget[],
  chosen: CoverageTarget,
): HTMLOptGroupElement[] {
  const groups: readonly { readonly label: string; readonly kind: CoverageTarget['kind'] }[] = [
    { label: 'Companies', kind: 'company' },
    { label: 'Your own', kind: 'own' },
    { label: 'Questions', kind: 'questions' },
  ];
  return groups.flatMap(({ label, kind }) => {
    const options = targets
      .filter((target) => target.kind === kind)
      .map(({ id, name, title }) =>
        element('option', { value: id, selected: id === chosen.id }, `${name} (${title})`),
      );
    return options.length === 0 ? [] : [element('optgroup', { label }, ...options)];
  });
}

/** Where the names of the topics come from. */
export function sourceLine(target: CoverageTarget): (Node | string)[] {
  const text = sourceText(target);
  if (target.source === null) return [text];
  const isAddress = target.source.startsWith('https://');
  const source = isAddress ? element('a', { href: target.source }, 'Source') : `Source: ${target.source}`;
  return [`${text} `, source];
}

/** The health of the library. */
export function healthList(health: Coverage['health']): HTMLElement {
  return element(
    'ul',
    { class: 'health' },
    ...health.map(({ text, isGood }) =>
      element(
        'li',
        { class: isGood ? 'good' : 'poor' },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, isGood ? '✓' : '!'),
        element('span', { class: 'for-readers' }, isGood ? 'Good: ' : 'To do: '),
        text,
      ),
    ),
  );
}

/** What to write next, with the button that begins it. */
export function adviceList(
  { next, topics }: Coverage,
  act: (advice: CoverageAdvice, topic: CoverageTopic) => void,
): HTMLElement {
  const verbs = { write: 'New Story', strengthen: 'Open Story', retell: 'Retell' };
  return element(
    'ol',
    { class: 'advice' },
    ...next.map((advice) => {
      const button = element(
        'button',
        { type: 'button', class: 'secondary', 'aria-label': `${verbs[advice.action]}: ${advice.text}` },
        verbs[advice.action],
      );
      button.addEventListener('click', () => {
        const topic = topics[advice.topic];
        if (topic) act(advice, topic);
      });
      return element(
        'li',
        {},
        element(
          'div',
          {},
          element('strong', {}, advice.text),
          ' ',
          element('span', { class: 'muted' }, advice.reason),
        ),
        button,
      );
    }),
  );
}

/** The gaps by their kind and names; each begins a story. */
export function gapList(
  topics: readonly CoverageTopic[],
  start: (topic: CoverageTopic) => void,
): HTMLElement {
  const kinds = [
    { gap: 'nothing', name: 'Nothing for' },
    { gap: 'claimed', name: 'Claimed, not proved:' },
    { gap: 'weak', name: 'Only weak stories for' },
  ] as const;
  const lines = kinds.flatMap(({ gap, name }) => {
    const members = topics.filter((topic) => topic.gap === gap);
    if (members.length === 0) return [];
    const items = members.map((topic) => element('li', {}, gapButton(topic, start)));
    return [element('div', { class: 'gap-line' }, element('span', {}, name), element('ul', {}, ...items))];
  });
  return element('div', { class: 'gap-list' }, ...lines);
}

function gapButton(topic: CoverageTopic, start: (topic: CoverageTopic) => void): HTMLElement {
  const label = `${topic.name}. ${topic.gapText ?? ''} Start a story for it.`;
  const button = element(
    'button',
    { type: 'button', class: 'secondary', 'aria-label': label },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, '+'),
    topic.name,
  );
  button.addEventListener('click', () => {
    start(topic);
  });
  return button;
}

/** What the signs mean. */
export function legend(): HTMLElement {
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...strengths.map((strength) =>
      element(
        'li',
        {},
        element('span', { class: `sample ${strength}` }, strengthSymbol(strength)),
        element('strong', {}, strengthNames[strength]),
        ` ${strengthMeanings[strength]}`,
      ),
    ),
  );
}
