import type { Coverage } from '../../protocol';
import { coverageSection, healthList } from './coverageSection';
import { html, page, type Html } from './html';
import type { ReportStory } from './reportStory';
import { shortName, storySections } from './storySections';
import { reportStyles } from './styles';
import { counted, duration } from './times';

export interface LibraryReport {
  /** What the library is called: the folder's name. */
  readonly name: string;
  /** The day of the report as it is to be read, such as 2026-03-14. */
  readonly date: string;
  readonly stories: readonly ReportStory[];
  /** One for each company or set of principles that stories aim at; empty where none names one. */
  readonly coverages: readonly Coverage[];
  /** What could not be read, in the user's words. */
  readonly problems: readonly string[];
}

/** From this readiness on a story is ready to be told (docs/coverage.md). */
export const readyFrom = 70;

/** The library on one page of HTML: what it covers, how ready its stories are, what they still need, and what to write next. */
export function libraryReport(report: LibraryReport): string {
  const { name, date, stories, coverages, problems } = report;
  const readable = stories.filter(({ summary }) => summary.problem === null);
  const general = generalHealth(coverages);
  const body = html`<header>
      <h1>${name === '' ? 'Story library' : `Story library: ${name}`}</h1>
      <p class="when">As of <time datetime="${date}">${date}</time></p>
      ${overview(readable)}
    </header>
    <nav aria-label="Contents">
      <ul>
        <li><a href="#next">What to do next</a></li>
        ${coverages.map((_, index) => html`<li><a href="#coverage-${index + 1}">${coverages[index]!.target.name}</a></li> `)}
        <li><a href="#stories">Stories</a></li>
        <li><a href="#holes">Open holes</a></li>
        <li><a href="#reading">How to read this</a></li>
      </ul>
    </nav>
    <main>
      ${nextSection(readable, coverages, general)}
      ${coverages.length === 0 ? noCompany : coverages.map((coverage, index) => coverageSection(coverage, index, new Set(general.map(({ text }) => text))))}
      ${storySections(readable)} ${problemSection([...unreadable(stories), ...problems])}
      ${readingSection(coverages)}
    </main>`;
  return page(name === '' ? 'Story library' : `Story library: ${name}`, reportStyles, body);
}

function overview(stories: readonly ReportStory[]): Html {
  const sum = (of: (story: ReportStory) => number): number =>
    stories.reduce((total, story) => total + of(story), 0);
  const ready = stories.filter(({ summary }) => summary.readiness >= readyFrom).length;
  const mean =
    stories.length === 0 ? 0 : Math.round(sum(({ summary }) => summary.readiness) / stories.length);
  const tile = (value: string | number, label: string): Html =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div> `;
  return html`<dl class="overview">
    ${tile(stories.length, stories.length === 1 ? 'story' : 'stories')}
    ${tile(ready, `ready (${readyFrom} or more)`)} ${tile(mean, 'readiness on average')}
    ${tile(duration(sum(({ time }) => time.total)), 'to say them all')}
    ${tile(
      sum(({ holes }) => holes.length),
      'open holes',
    )}
  </dl>`;
}

/** What is said of the library whatever it is held against. */
function generalHealth([first, ...others]: readonly Coverage[]): Coverage['health'] {
  if (!first || others.length === 0) return [];
  return first.health.filter(({ text }) =>
    others.every(({ health }) => health.some((other) => other.text === text)),
  );
}

/** How many stories are named as the ones to work on. */
const mostToWorkOn = 5;

function nextSection(
  stories: readonly ReportStory[],
  coverages: readonly Coverage[],
  general: Coverage['health'],
): Html {
  if (stories.length === 0)
    return html`<section>
      <h2 id="next">What to do next</h2>
      <p>There is no story yet. Write the first one: the day production broke, and what you did.</p>
    </section>`;
  const toWrite = coverages.flatMap(({ target, next }) =>
    next.slice(0, coverages.length > 1 ? 2 : 5).map((advice) => ({ ...advice, target: target.name })),
  );
  const toMend = [...stories]
    .filter((story) => needs(story).length > 0)
    .sort((a, b) => b.summary.readiness - a.summary.readiness)
    .filter(({ summary }) => summary.readiness < readyFrom || summary.status !== 'ready')
    .slice(0, mostToWorkOn);
  return html`<section>
    <h2 id="next">What to do next</h2>
    ${healthList(general)}
    ${
      toWrite.length > 0 &&
      html`<h3>For your targets</h3>
        <ol>
          ${toWrite.map(({ target, text, reason }) => html`<li><strong>${text}</strong> ${coverages.length > 1 && html`<span class="tag">${target}</span> `}<span class="reason">${reason}</span></li> `)}
        </ol>`
    }
    ${
      toMend.length > 0 &&
      html`<h3>Stories that need least to be ready</h3>
        <ul>
          ${toMend.map((story) => html`<li><strong>${story.summary.title}</strong> (${story.summary.readiness}): ${needs(story).join('; ')}.</li> `)}
        </ul>`
    }
    ${toWrite.length + toMend.length === 0 && html`<p>Nothing is missing. Rehearse: say the stories aloud, against the clock.</p>`}
  </section>`;
}

/** What a story still needs, the weightiest first. */
function needs({ summary, holes, time }: ReportStory): string[] {
  const missing = summary.asked.filter((kind) => !summary.evidence.includes(kind));
  const { warning, error } = summary.counts;
  const over = time.total - time.budgets.storySeconds;
  return [
    holes.length > 0 ? `fill ${counted(holes.length, 'hole')}` : '',
    missing.length > 0
      ? `add ${missing.slice(0, 4).map(shortName).join(', ')}${missing.length > 4 ? ' …' : ''}`
      : '',
    warning + error > 0 ? `mend ${counted(warning + error, 'warning')}` : '',
    over > 0 ? `cut ${duration(over)}` : '',
  ].filter((need) => need !== '');
}

const noCompany = html`<section>
  <h2 id="coverage">Coverage</h2>
  <p>
    No story names a company yet. Put <code>company: amazon</code>, for example, into the front matter of a
    story, and this page will show which of its principles your stories prove.
  </p>
</section>`;

function unreadable(stories: readonly ReportStory[]): string[] {
  return stories.flatMap(({ summary: { title, problem } }) =>
    problem === null ? [] : [`${title}: ${problem}`],
  );
}

function problemSection(problems: readonly string[]): Html | false {
  return (
    problems.length > 0 &&
    html`<section>
      <h2 id="problems">What could not be read</h2>
      <ul>
        ${problems.map((problem) => html`<li>${problem}</li> `)}
      </ul>
    </section>`
  );
}

function readingSection(coverages: readonly Coverage[]): Html {
  const sources = coverages.flatMap(({ target }) => (target.source === null ? [] : [target]));
  return html`<section class="reading">
    <h2 id="reading">How to read this</h2>
    <p>
      <strong>Readiness</strong> is a number from 0 to 100: evidence that the target level and company ask for
      (55 points), phrasing (25), structure (10) and timing (10).
    </p>
    <p>
      <strong>Strength</strong> says how well a story proves a principle: by the evidence that it shows of
      what the principle asks for, and by its readiness. A story that does not name the principle counts a
      step lower. <em>Claimed</em> means that a story names the principle and hardly proves it.
    </p>
    <p>
      <strong>Spoken time</strong> is counted in words, figures as they are said, at the speaking rate of the
      settings.
    </p>
    ${
      sources.length > 0 &&
      html`<ul>
        ${sources.map(
          ({ name, title, source, firstHand, checked }) =>
            html`<li>
              ${name}, ${title}:
              ${source}${firstHand === null ? '' : firstHand ? ', the company’s own page' : ', told by others'}${checked === null ? '' : `, checked ${checked}`}.
            </li> `,
        )}
      </ul>`
    }
  </section>`;
}
