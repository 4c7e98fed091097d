import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportedCoverages } from '../../../server/src/library/report/coverages';
import { cueSheet } from '../../../server/src/library/report/cueSheet';
import { figureLines } from '../../../server/src/library/figureLines';
import { escaped, html } from '../../../server/src/library/report/html';
import { libraryReport } from '../../../server/src/library/report/libraryReport';
import { reportStory, type ReportStory } from '../../../server/src/library/report/reportStory';
import { defaultOptions } from '../../../server/src/review/options';
import type { Review } from '../../../server/src/review/review';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const review = (text: string): Review => reviewer.review(parseStory(text), defaultOptions);
const story = (uri: string, text: string): ReportStory =>
  reportStory(uri, review(text), defaultOptions.budgets);
const example = (file: string): string => readFileSync(join('examples', file), 'utf8');

function reportOf(stories: readonly ReportStory[], problems: readonly string[] = []): string {
  const coverages = reportedCoverages(
    stories.map(({ summary }) => summary),
    { principleSets: [], questions: [] },
  );
  return libraryReport({ name: 'mine', date: '2026-03-14', stories, coverages, problems });
}

/** The text of a page's element with this heading, without its tags. */
function section(page: string, heading: string): string {
  const part = page.split('<section').find((text) => text.includes(`>${heading}</h2>`)) ?? '';
  return part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('html', () => {
  it.each([
    ['a text', html`<p>${'<b> & "q" \'s\''}</p>`, '<p>&lt;b&gt; &amp; &quot;q&quot; &#39;s&#39;</p>'],
    ['a number', html`${0}`, '0'],
    ['markup', html`${html`<b>x</b>`}`, '<b>x</b>'],
    ['a list', html`${['<', html`<i></i>`]}`, '&lt;<i></i>'],
    ['what is not there', html`${null}${undefined}${false}`, ''],
  ])('escapes or keeps %s', (_what, markup, expected) => {
    expect(markup.markup).toBe(expected);
  });

  it('leaves out what no page may hold', () => {
    expect(escaped('a\u0000b\ud800c\td')).toBe('abc\td');
  });
});

const flashSale = story('file:///a/flash.star.md', example('checkout/flash-sale-rollback.star.md'));
const draft = story('file:///a/draft.star.md', example('practice/half-written-backup.star.md'));

describe('the report of a library', () => {
  const page = reportOf([flashSale, draft]);

  it('needs nothing but itself, and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=/i);
    expect(page).toContain(`default-src 'none'`);
    expect(
      [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].every(([, target]) => target!.startsWith('#')),
    ).toBe(true);
  });

  it('shows readiness with its terms, and spoken time against its budget', () => {
    const row = section(page, 'Stories');
    expect(row).toContain(`Rollback in the middle of a flash sale Amazon · senior · ready`);
    const { points } = flashSale.readinessTerms.find(({ name }) => name === 'phrasing')!;
    expect(row).toContain(`${Math.round(points)} /25`);
    expect(row).toMatch(/\d:\d\d of 4:00/);
  });

  it('names the gaps of each company, the open holes and what to do next', () => {
    expect(section(page, 'Coverage: Amazon')).toMatch(/Frugality .*no story/);
    expect(page).not.toContain('Coverage: Google');
    expect(section(page, 'Open holes')).toContain('how I found out that the upload ran into its time limit');
    expect(section(page, 'What to do next')).toContain('The backup that could not be restored');
  });

  it('escapes what the stories say', () => {
    const evil =
      '---\ntitle: "<script>alert(1)</script>"\ncompany: "<img src=x>"\n---\n\n## Action\n\nI fixed {{<b>what</b>}}.\n';
    const text = reportOf([story('file:///a/<i>.star.md', evil)], ['<u>']);
    expect(text).not.toMatch(/<script>alert|<img|<b>what|<u>/);
    expect(text).toContain('&lt;script&gt;');
  });

  it('says what to do where there is nothing', () => {
    expect(section(reportOf([]), 'What to do next')).toContain('There is no story yet.');
  });

  it('lists what could not be read', () => {
    expect(section(reportOf([flashSale], ['a.star.md: no text']), 'What could not be read')).toContain(
      'a.star.md: no text',
    );
  });

  it('covers questions where no story names a company', () => {
    const [coverage] = reportedCoverages([{ ...flashSale.summary, company: null }], {
      principleSets: [],
      questions: [],
    });
    expect(coverage?.target.id).toBe('questions');
  });
});

describe('the cue sheet of a story', () => {
  it('holds its questions, cues in its own words, figures, proofs and two follow-ups', () => {
    const text = example('checkout/flash-sale-rollback.star.md');
    const page = cueSheet('file:///a/flash.star.md', review(text));
    expect(page).toContain('<h1>Rollback in the middle of a flash sale</h1>');
    expect(page).toContain(
      'Describe an incident in which you contained the damage before you understood it.',
    );
    const cues = [...page.matchAll(/<section class="action">[^]*?<\/section>/g)][0]![0];
    const own = [...cues.matchAll(/<li>(.*?)<\/li>/g)].map((match) => match[1]!);
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((cue) => !text.replace(/\s+/g, ' ').includes(cue))).toEqual([]);
    expect(section(page, 'Figures')).toContain('p95 went from 280 ms to 6.4 s');
    expect(section(page, 'What it proves')).toContain('✓ Root cause');
    expect(page.match(/<dl class="probe">/g)).toHaveLength(2);
  });

  it('says what is missing, and has something to say of an empty story', () => {
    const page = cueSheet('file:///a/empty.star.md', review(''));
    expect(page).toContain('<h1>empty</h1>');
    expect(page).toContain('There is nothing in this story yet');
    expect(section(page, 'What it proves')).toContain('Missing: root cause');
  });
});

describe('figures worth knowing by heart', () => {
  it.each([
    ['The loss fell from 4,100 rows to zero.', ['The loss fell from 4,100 rows to zero']],
    [
      'It brought back 2,900 of the 4,200 carts, worth about €148,000.',
      ['It brought back 2,900 of the 4,200 carts', 'worth about €148,000'],
    ],
    ['p99: 2.8 s → 340 ms.', ['p99: 2.8 s → 340 ms']],
    ['I rolled it back at eleven o’clock.', []],
    ['Two of us looked at it.', []],
  ])('of %j are %j', (text, expected) => {
    expect(figureLines(review(`## Result\n\n${text}\n`).sentences)).toEqual(expected);
  });
});
