import type { Coverage, CoverageStory, CoverageStrength, CoverageTopic } from '../../protocol';
import { html, type Html } from './html';

interface Grade {
  readonly letter: CoverageStrength;
  readonly sign: string;
  readonly name: string;
}

/** The grades of strength from the best on, each with a sign and a name, so that none is told by colour alone. */
const grades: readonly Grade[] = [
  { letter: 's', sign: '●', name: 'strong' },
  { letter: 'f', sign: '◑', name: 'fair' },
  { letter: 'w', sign: '○', name: 'weak' },
  { letter: 'c', sign: '?', name: 'claimed' },
];

const gapWords = { nothing: 'no story', claimed: 'claimed, not proved', weak: 'only weak stories' } as const;

/** How many stories one line names. */
const mostNamed = 3;

/**
 * What the stories cover of one company's principles, or of questions: a line for each, with the stories that prove it best.
 *
 * @param general what is said of the library once and for all, and so not here again
 */
export function coverageSection(
  { target, topics, stories, health }: Coverage,
  index: number,
  general: ReadonlySet<string>,
): Html {
  const id = `coverage-${index + 1}`;
  const what = target.about === 'principles' ? 'Principle' : 'Question';
  const caption = `${target.title}: the stories that prove each best`;
  return html`<section class="coverage">
    <h2 id="${id}">Coverage: ${target.name}</h2>
    ${healthList(health.filter(({ text }) => !general.has(text)))}
    <div class="scroll" role="region" aria-label="${target.name}: ${caption}" tabindex="0">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${what}</th>
            <th scope="col">Best stories</th>
            <th scope="col">How many</th>
            <th scope="col">Gap</th>
          </tr>
        </thead>
        <tbody>
          ${topics.map((topic, column) => topicRow(topic, column, stories))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** What is well with the library, and what is not. */
export function healthList(health: Coverage['health']): Html | false {
  return (
    health.length > 0 &&
    html`<ul class="health">
      ${health.map(({ text, isGood }) => html`<li class="${isGood ? 'good' : 'open'}"><span aria-hidden="true">${isGood ? '✓' : '→'}</span> ${text}</li> `)}
    </ul>`
  );
}

function topicRow(topic: CoverageTopic, column: number, stories: readonly CoverageStory[]): Html {
  const rank = ({ strengths }: CoverageStory): number =>
    grades.findIndex(({ letter }) => letter === strengths[column]);
  const proving = stories
    .filter((story) => rank(story) >= 0)
    .sort((a, b) => rank(a) - rank(b) || b.scores[column]! - a.scores[column]!);
  const counts = grades
    .filter(({ letter }) => topic.counts[letter] > 0)
    .map(({ letter, name }) => `${topic.counts[letter]} ${name}`);
  return html`<tr class="${topic.gap === null ? 'covered' : 'gap'}">
    <th scope="row">${topic.name}</th>
    <td>${bestStories(proving, column)}</td>
    <td>${counts.length > 0 ? counts.join(', ') : 'none'}</td>
    <td>${topic.gap === null ? '' : gapWords[topic.gap]}</td>
  </tr> `;
}

function bestStories(proving: readonly CoverageStory[], column: number): Html {
  if (proving.length === 0) return html`<span class="none">–</span>`;
  return html`<ul>
    ${proving.slice(0, mostNamed).map(({ title, strengths }) => {
      const { sign, name, letter } = grades.find((grade) => grade.letter === strengths[column])!;
      return html`<li>
        <span class="sign ${letter}" title="${name}" aria-hidden="true">${sign}</span> ${title}
        <span class="grade">${name}</span>
      </li>`;
    })}
  </ul>`;
}
