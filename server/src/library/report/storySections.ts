import { companyOf, companyProfiles } from '../../rubric/companies';
import { evidence } from '../../rubric/evidence';
import { isEvidenceKind } from '../../rubric/ids';
import { html, type Html } from './html';
import type { ReportStory } from './reportStory';
import { clock, counted } from './times';

const termNames = {
  evidence: 'Evidence',
  phrasing: 'Phrasing',
  structure: 'Structure',
  timing: 'Timing',
} as const;

/** The stories one by one, and the holes that are open in them. */
export function storySections(stories: readonly ReportStory[]): Html {
  const ordered = [...stories].sort(
    (a, b) => b.summary.readiness - a.summary.readiness || (a.summary.title < b.summary.title ? -1 : 1),
  );
  return html`<section>
      <h2 id="stories">Stories</h2>
      ${stories.length === 0 ? html`<p>None yet.</p>` : storyTable(ordered)}
    </section>
    ${holesSection(ordered)}`;
}

function storyTable(stories: readonly ReportStory[]): Html {
  const terms = Object.values(termNames);
  return html`<div
    class="scroll"
    role="region"
    aria-label="Stories: readiness, time and what is open"
    tabindex="0"
  >
    <table class="stories">
      <caption>
        Readiness term by term, spoken time against its budget, and what is missing
      </caption>
      <thead>
        <tr>
          <th scope="col">Story</th>
          <th scope="col">Readiness</th>
          ${terms.map((name) => html`<th scope="col" class="term">${name}</th>`)}
          <th scope="col">Spoken time</th>
          <th scope="col">Open</th>
        </tr>
      </thead>
      <tbody>
        ${stories.map(storyRow)}
      </tbody>
    </table>
  </div>`;
}

function storyRow(story: ReportStory): Html {
  const { summary, readinessTerms } = story;
  const terms = Object.keys(termNames).map((name) => {
    const term = readinessTerms.find((candidate) => candidate.name === name);
    return html`<td class="term">
      ${term ? html`${Math.round(term.points)}<span class="of">/${term.outOf}</span>` : '–'}
    </td>`;
  });
  return html`<tr>
    <th scope="row">${summary.title}<span class="about">${aboutStory(story)}</span></th>
    <td>${bar(summary.readiness, 100, String(summary.readiness))}</td>
    ${terms}
    <td>${timeCell(story)}</td>
    <td>${openCell(story)}</td>
  </tr> `;
}

function aboutStory({ summary: { company, level, status, principles } }: ReportStory): string {
  const known = company === null ? undefined : companyOf(company);
  const name = known ? companyProfiles[known].name : (company ?? '');
  return [name, level, status ?? '', principles.join(', ')].filter((part) => part !== '').join(' · ');
}

/** A bar whose length says the share; the number beside it says the same in words. */
function bar(value: number, most: number, text: string, isOver = false): Html {
  const share = Math.round(Math.max(0, Math.min(1, value / Math.max(1, most))) * 100);
  return html`<span class="measure">${text}</span
    ><span class="bar${isOver && ' over'}" aria-hidden="true"><span style="width:${share}%"></span></span>`;
}

function timeCell({ time: { total, setup, action, budgets } }: ReportStory): Html {
  const share = total === 0 ? 0 : action / total;
  const remarks = [
    total > budgets.storySeconds ? `${clock(total - budgets.storySeconds)} too long` : '',
    setup > budgets.setupSeconds ? `setup ${clock(setup)} of ${clock(budgets.setupSeconds)}` : '',
    total > 0 && share < budgets.actionShareMinimum ? `Action ${Math.round(100 * share)}%, at least ${Math.round(100 * budgets.actionShareMinimum)}%` : '', // prettier-ignore
  ].filter((remark) => remark !== '');
  const text = `${clock(total)} of ${clock(budgets.storySeconds)}`;
  return html`${bar(total, budgets.storySeconds, text, total > budgets.storySeconds)}${remarks.length > 0 && html`<span class="remark">${remarks.join('; ')}</span>`}`;
}

function openCell({ summary, holes }: ReportStory): Html {
  const missing = summary.asked.filter((kind) => !summary.evidence.includes(kind)).map(shortName);
  const { error, warning, information } = summary.counts;
  const counts = [
    holes.length > 0 ? counted(holes.length, 'hole') : '',
    error > 0 ? counted(error, 'error') : '',
    warning > 0 ? counted(warning, 'warning') : '',
    information > 0 ? counted(information, 'note') : '',
  ].filter((part) => part !== '');
  if (counts.length === 0 && missing.length === 0) return html`<span class="none">nothing</span>`;
  return html`${counts.join(', ')}${missing.length > 0 && html`<span class="remark">missing: ${missing.join(', ')}</span>`}`;
}

/** What a kind of evidence is called in a list. */
export function shortName(kind: string): string {
  return isEvidenceKind(kind) ? evidence[kind].short : kind;
}

function holesSection(stories: readonly ReportStory[]): Html {
  const open = stories.filter(({ holes }) => holes.length > 0);
  return html`<section>
    <h2 id="holes">Open holes</h2>
    ${
      open.length === 0
        ? html`<p>None: every story is filled in.</p>`
        : html`<dl class="holes">
            ${open.map(
              ({ summary, holes }) =>
                html`<div>
                  <dt>${summary.title}</dt>
                  ${holes.map((hole) => html`<dd>${hole}</dd>`)}
                </div> `,
            )}
          </dl>`
    }
  </section>`;
}
