import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSentenceFigures } from '../../../server/src/figures/changes';
import { findInconsistencies, type Inconsistency } from '../../../server/src/figures/consistency';
import { splitSentences } from '../../../server/src/prose/sentences';

interface Case {
  id: string;
  text: string;
  inconsistent: boolean;
  kind?: string;
  wrong?: string;
  held?: boolean;
}

const corpus = join(import.meta.dirname, '../../corpus');
const cases = readLines<Case>('figures/cases.jsonl');

function readLines<T>(path: string): T[] {
  return readFileSync(join(corpus, path), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function findIn(text: string): Inconsistency[] {
  return findInconsistencies(
    splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), start })),
  );
}

/** Whether the finding stands on the figure that the label calls wrong. */
function hits({ text, wrong }: Case, finding: Inconsistency): boolean {
  if (wrong === undefined) return false;
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
    if (finding.start < at + wrong.length && at < finding.end) return true;
  }
  return false;
}

function score(chosen: readonly Case[]): { precision: number; recall: number; wrongKind: string[] } {
  let right = 0;
  let caught = 0;
  let found = 0;
  const wrongKind: string[] = [];
  for (const each of chosen) {
    const findings = findIn(each.text);
    const hit = findings.filter((finding) => hits(each, finding));
    found += findings.length;
    right += hit.length;
    if (hit.length > 0) caught += 1;
    if (hit.some((finding) => finding.kind !== each.kind)) wrongKind.push(each.id);
  }
  return {
    precision: right / found,
    recall: caught / chosen.filter((each) => each.inconsistent).length,
    wrongKind,
  };
}

describe('findInconsistencies', () => {
  it('has cases enough, of both sorts', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(cases.filter((each) => each.held).length).toBeGreaterThanOrEqual(60);
    expect(
      cases.filter((each) => each.inconsistent && each.wrong && each.text.includes(each.wrong)).length,
    ).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['the cases it was built with', cases.filter((each) => !each.held)],
    ['the cases kept aside', cases.filter((each) => each.held)],
  ])('is nearly always right in %s, and finds most', (_, chosen) => {
    const { precision, recall, wrongKind } = score(chosen);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.75);
    expect(wrongKind).toEqual([]);
  });

  it.each<[string, string, string | undefined]>([
    [
      'Recovery went from 15 minutes to under 4, an 85% cut.',
      '15 minutes to under 4 is a cut of at least 73%, not 85%.',
      undefined,
    ],
    [
      'Build time went from 40 minutes to 10, a 60% cut.',
      '40 minutes to 10 is a cut of 75%, not 60%.',
      '75%',
    ],
    [
      'Orders doubled from 1,000 to 3,000 an hour.',
      '1,000 to 3,000 is 3 times as much, not “doubled”.',
      undefined,
    ],
    [
      'The alert came at 14:02 and it was over at 14:40, 25 minutes later.',
      '14:02 to 14:40 is 38 minutes, not 25 minutes.',
      '38 minutes',
    ],
    [
      'We took 10 minutes to detect it and 20 to fix it, 45 minutes in all.',
      '10 minutes + 20 make 30 minutes, not 45 minutes.',
      undefined,
    ],
    [
      'Of the 3,140 units, others supplied 2,870, and the other 370 were refunded.',
      '3,140 less 2,870 is 270, not 370.',
      '270',
    ],
  ])('%s', (text, message, correction) => {
    expect(findIn(text).map((finding) => [finding.message, finding.correction])).toEqual([
      [message, correction],
    ]);
  });

  it.each([
    'Nine of our thirty presses stalled. Eight of the nine had the new belt, and none of the other twenty-one did.',
    'Every change took nine days on average, and last year the mesh was down five times, 6 h 20 min altogether.',
    'I made nine tests: three headsets, three driver versions.',
    'I took the page at 19:00, and at 23:52, twelve minutes after the reboot, the row had lights on.',
  ])('is silent: %s', (text) => {
    expect(findIn(text)).toEqual([]);
  });

  it('tells both places in the space of the sentences, and the section of the earlier one', () => {
    const sentences = [
      { text: 'The checkout p99 rose to 2.5 s.', start: 100, section: 'situation' as const },
      { text: 'p99 went from 3.5 s to 430 ms.', start: 200, section: 'result' as const },
    ];
    expect(findInconsistencies(sentences)).toEqual([
      {
        kind: 'start-differs',
        start: 214,
        end: 219,
        other: { start: 125, end: 130 },
        place: { sentence: 1, start: 14, end: 19 },
        otherPlace: { sentence: 0, start: 25, end: 30 },
        message: '3.5 s here, but 2.5 s in Situation.',
      },
    ]);
  });

  it('gives the same with kept readings', () => {
    const text = cases
      .map((each) => each.text)
      .slice(0, 20)
      .join(' ');
    const sentences = splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), start }));
    const kept = sentences.map((sentence) => ({ ...sentence, figures: readSentenceFigures(sentence.text) }));
    expect(findInconsistencies(kept)).toEqual(findInconsistencies(sentences));
    // What was found out about a sentence holds when it moves, and only while the next one stays.
    const opening = { text: 'It was a Monday.', start: 0 };
    for (const at of [0, 5, 11, 19]) {
      const inserted = (list: typeof sentences): typeof sentences => [
        ...list.slice(0, at),
        opening,
        ...list.slice(at),
      ];
      expect(findInconsistencies(inserted(kept))).toEqual(findInconsistencies(inserted(sentences)));
    }
  });
});

/** The sentences of a story of the corpus, read line by line without Markdown marks. */
function sentencesOf(markdown: string): { text: string; start: number }[] {
  const lines = markdown.replace(/```[\s\S]*?```/g, '').split(/\r?\n/);
  return lines.flatMap((line) =>
    splitSentences(line).map(({ start, end }) => ({
      text: line.slice(start, end).replace(/^(?:[-*]|\d+[.)])\s+|[*`]/g, ''),
      start: 0,
    })),
  );
}

describe('one figure changed in a whole story', () => {
  it.each([
    [
      '26',
      'p99 latency: 2.5 s →',
      'p99 latency: 3.5 s →',
      'This starts from 3.5 s, but earlier it was 2.5 s.',
    ],
    ['26', 'Error rate: 2.1% →', 'Error rate: 4.1% →', 'This starts from 4.1%, but earlier it was 2.1%.'],
    [
      '25',
      'to under four minutes for',
      'to under four minutes, an 85% cut, for',
      '15 minutes to under four minutes is a cut of at least 73%, not 85%.',
    ],
    ['01', 'so only 270 customers', 'and the other 370 customers', '3,140 less 2,870 is 270, not 370.'],
    ['06', 'the other 146 robots', 'the other 156 robots', '220 less 74 is 146, not 156.'],
    [
      '15',
      'The skip rate was down to',
      'The skip rate went from 54% to',
      'This starts from 54%, but earlier it was 44%.',
    ],
    [
      '22',
      '£19,500 a month.',
      '£19,500 a month, a 60% saving.',
      '£31,000 to £19,500 is a cut of 37%, not 60%.',
    ],
    ['04', 'from 310 to 14.', 'from 310 to 14, an 85% cut.', '310 to 14 is a cut of 95%, not 85%.'],
  ])('story %s: “%s” as “%s”', (story, before, after, message) => {
    const text = readFileSync(join(corpus, `dev/stories/${story}.star.md`), 'utf8');
    expect(text).toContain(before);
    const findings = findInconsistencies(sentencesOf(text.replace(before, after)));
    expect(findings.map((finding) => finding.message)).toEqual([message]);
  });
});

describe('the corpus reads clean', () => {
  const banks = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it('in its sentences', () => {
    const findings = banks
      .filter((bank) => readdirSync(join(corpus, bank)).includes('sentences.jsonl'))
      .flatMap((bank) => readLines<{ id: string; text: string }>(`${bank}/sentences.jsonl`))
      .flatMap(({ id, text }) => findIn(text).map((finding) => `${id}: ${finding.message}`));
    expect(findings).toEqual([]);
  });

  it('in its stories', () => {
    const stories = banks
      .filter((bank) => readdirSync(join(corpus, bank)).includes('stories'))
      .flatMap((bank) =>
        readdirSync(join(corpus, bank, 'stories'))
          .filter((file) => file.endsWith('.md'))
          .map((file) => `${bank}/stories/${file}`),
      );
    const findings = stories.flatMap((story) =>
      findInconsistencies(sentencesOf(readFileSync(join(corpus, story), 'utf8'))).map(
        (finding) => `${story}: ${finding.message}`,
      ),
    );
    expect(stories.length).toBeGreaterThanOrEqual(26);
    expect(findings).toEqual([]);
  });
});
