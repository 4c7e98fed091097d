import type { Review } from '../../review/review';
import { companyOf, companyProfiles } from '../../rubric/companies';
import { evidence } from '../../rubric/evidence';
import { evidenceKinds, sectionKinds, type EvidenceKind, type SectionKind } from '../../rubric/ids';
import { evidenceAskedFor, levelProfiles } from '../../rubric/profiles';
import { sections } from '../../rubric/sections';
import { cuesOf } from '../cues';
import { followUpsOf, generalFollowUps } from '../followUps';
import { titleFromUri } from '../summary';
import { figureLines } from '../figureLines';
import { html, page, type Html } from './html';
import { cueSheetStyles } from './styles';
import { clock } from './times';
import { lowerFirst } from '../../text/firstLetter';

/** Whose figures are worth knowing by heart, the foremost first. */
const told: readonly EvidenceKind[] = ['metric', 'business-value', 'impact', 'mitigation', 'validation'];
const mostFigures = 8;
const mostFollowUps = 2;

/** One story on one page of HTML, to glance at before it is told: cues in its own words, figures, what it proves, and what is asked next. */
export function cueSheet(uri: string, review: Review): string {
  const { story } = review;
  const title = story.title?.trim();
  const name = title === undefined || title === '' ? titleFromUri(uri) : title;
  const body = html`<header>
      <h1>${name}</h1>
      <p class="about">${aboutStory(review)}</p>
      ${questionList(review)}
    </header>
    <main>
      ${review.sentences.length === 0 ? html`<p>There is nothing in this story yet that could be said.</p>` : html`<div class="cues">${cueSections(review)}</div>`}
      <div class="beside">${figures(review)} ${proofs(review)} ${followUps(review)}</div>
    </main>`;
  return page(`Cue sheet: ${name}`, cueSheetStyles, body);
}

function aboutStory({ target, timing, readiness, story }: Review): string {
  const company = target.company
    ? companyProfiles[target.company].name
    : (story.frontMatter.values.company ?? '');
  const known = companyOf(company);
  return [
    known ? companyProfiles[known].name : company,
    levelProfiles[target.level].name,
    `${clock(timing.total)} to say`,
    `readiness ${readiness.score}`,
    (story.frontMatter.values.principles ?? []).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function questionList({ story }: Review): Html | false {
  const asked = [story.frontMatter.values.question ?? []].flat().filter((text) => text.trim() !== '');
  return (
    asked.length > 0 &&
    html`<ul class="questions">
      ${asked.map((text) => html`<li>${text}</li>`)}
    </ul>`
  );
}

function cueSections(review: Review): Html[] {
  const { sentences, timing } = review;
  const ofSection = (section: SectionKind | undefined): Html | undefined => {
    const inside = sentences.filter((facts) => facts.section === section);
    if (inside.length === 0) return undefined;
    const seconds = section === undefined ? undefined : timing.sections[section];
    return html`<section class="${section ?? 'rest'}">
      <h2>
        ${section === undefined ? 'Story' : sections[section].name}${seconds !== undefined && html` <span class="time">${clock(seconds)}</span>`}
      </h2>
      <ul>
        ${cuesOf(inside, section).map((cue) => html`<li>${cue}</li> `)}
      </ul>
    </section> `;
  };
  return [...sectionKinds, undefined].map(ofSection).filter((one) => one !== undefined);
}

function figures({ sentences }: Review): Html {
  const kinds = told.flatMap((kind) => sentences.filter((facts) => facts.evidence.has(kind)));
  const once = figureLines([...new Set(kinds)]).slice(0, mostFigures);
  return html`<section>
    <h2>Figures</h2>
    ${
      once.length === 0
        ? html`<p class="none">None yet. A figure is what is remembered.</p>`
        : html`<ul>
            ${once.map((cue) => html`<li>${cue}</li> `)}
          </ul>`
    }
  </section>`;
}

function proofs({ evidence: shown, target }: Review): Html {
  const missing = evidenceAskedFor(target.level, target.company).filter(({ kind }) => !shown.has(kind));
  return html`<section>
    <h2>What it proves</h2>
    <ul>
      ${evidenceKinds.filter((kind) => shown.has(kind)).map((kind) => html`<li><span aria-hidden="true">✓</span> ${evidence[kind].title}</li> `)}${missing.map(({ kind }) => html`<li class="missing"><span aria-hidden="true">✗</span> Missing: ${lowerFirst(evidence[kind].title)}</li> `)}
    </ul>
  </section>`;
}

function followUps(review: Review): Html {
  const likely = [...followUpsOf(review), ...generalFollowUps(review)].map(
    ({ question, probe, answer }): [string, string | undefined] => [
      question,
      answer?.isComplete ? firstSentence(answer.text) : probe?.strong,
    ],
  );
  const asked = [...new Map(likely.reverse())].reverse();
  return html`<section>
    <h2>They may ask</h2>
    ${asked.slice(0, mostFollowUps).map(
      ([question, hold]) =>
        html`<dl class="probe">
          <dt>${question}</dt>
          ${hold !== undefined && html`<dd>${hold}</dd>`}
        </dl> `,
    )}
  </section>`;
}

/** As much of the writer's own answer as a glance takes in. */
function firstSentence(text: string): string {
  const plain = text
    .replace(/[*_`>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.{20,200}?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain.slice(0, 200);
}
