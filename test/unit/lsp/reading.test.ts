import type { MarkupContent } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../server/src/lsp/hover';
import { inlayHints } from '../../../server/src/lsp/inlayHints';
import { semanticLegend, semanticTokens } from '../../../server/src/lsp/semanticTokens';
import { readOwnPrinciples } from '../../../server/src/library/ownPrinciples';
import { atCursor, openStory } from './openStory';

const host = { host: { rulePage: () => undefined } } as never;
const sets = readOwnPrinciples(
  '- company: Initech\n  principles:\n    - name: Ownership\n      meaning: Mind the stapler.\n    - Flair\n',
).entries.map(({ value }) => value);

function hover(marked: string, own: typeof sets = []): { text: string; marked: string } | undefined {
  const { position, ...opened } = atCursor(marked);
  const found = hoverAt(opened, position, host, own);
  return (
    found && {
      text: (found.contents as MarkupContent).value,
      marked: found.range ? opened.document.getText(found.range) : '',
    }
  );
}

const withKeys = (content: string): string => `---\n${content}\n---\n\n## Situation\n\nOrders failed.\n`;

describe('hover', () => {
  it.each([
    ['prin¦ciples: [Ownership]', 'principles', /The principles that it proves/],
    [
      'principles: [Ownership, "Dive ¦Deep"]',
      '"Dive Deep"',
      /Dive Deep\*\*: [^]*Amazon, Leadership Principles, as of 2021-07[^]*the company’s own page/,
    ],
    ['principles:\n  - driving-¦results', 'driving-results', /Driving results[^]*Meta[^]*not first-hand/],
    ['company: g¦oogle', 'google', /Google\*\* listens for/],
    ['level: s¦taff', 'staff', /Staff/],
    ['ignore: [hed¦ging]', 'hedging', /Hedging|hedg/i],
  ])('%s', (content, marked, text) => {
    const found = hover(withKeys(content));
    expect(found?.marked).toBe(marked);
    expect(found?.text).toMatch(text);
  });

  it('tells the user’s own principle before that of a company', () => {
    expect(hover(withKeys('principles: [Own¦ership]'), sets)?.text).toMatch(/Mind the stapler[^]*Initech/);
    expect(hover(withKeys('principles: [Fl¦air]'), sets)?.text).toMatch(/\*\*Flair\*\*\n\nInitech/);
  });

  it.each(['title: wh¦at', 'tags: [a¦b]', 'other: a¦b'])('has nothing to say on %s', (content) => {
    expect(hover(withKeys(content))).toBeUndefined();
  });

  it('works out the change between two figures', () => {
    const found = hover('## Result\n\nRecovery fell from **15 min¦utes** to 4 minutes.\n');
    expect(found?.text).toContain('**The change:** −73 % (15 min → 4 min), 3.8 times less');
    expect(found?.marked).toBe('15 minutes** to 4 minutes');
  });
});

describe('semantic tokens', () => {
  /** The words that are coloured, each with its type. */
  function tokens(text: string): string[] {
    const opened = openStory(text);
    const { data } = semanticTokens(opened);
    let [line, character] = [0, 0];
    const found: string[] = [];
    for (let at = 0; at < data.length; at += 5) {
      character = data[at] === 0 ? character + data[at + 1]! : data[at + 1]!;
      line += data[at]!;
      const range = { start: { line, character }, end: { line, character: character + data[at + 2]! } };
      found.push(`${semanticLegend.tokenTypes[data[at + 3]!]} ${opened.document.getText(range)}`);
    }
    return found;
  }

  it.each([
    [
      '## Result\n\nThe p99 fell from 2.5 s to **300 ms** in release 4.2.\n',
      ['number 2.5 s', 'number 300 ms'],
    ],
    [
      '## Situation\n\nAt 18:20 we lost 1,340 orders\nin 20 minutes.\n',
      ['number 18:20', 'number 1,340', 'number 20 minutes'],
    ],
    [
      '## Action\n\nI rolled the release back, and Bea told Support. Then I compared 200 traces.\n',
      ['deed rolled', 'deed compared', 'number 200'],
    ],
    [
      '## Action\n\nI was on call. I didn’t restart it, I should have asked, and the cache was emptied.\n',
      [],
    ],
    ['## Action\n\nI flipped payments to "authorise only", so that orders went through.\n', ['deed flipped']],
    ['## Situation\n\nI rolled the release back.\n', []],
    ['## Notes\n\nIt took 20 minutes.\n\n## Result\n\nFine.\n', []],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('are those of a range, where one is asked for', () => {
    const opened = openStory('## Result\n\nIt fell by 20%.\n\nIt rose by 30%.\n');
    const start = opened.document.getText().indexOf('It rose');
    expect(semanticTokens(opened, { start, end: start + 5 }).data).toEqual([4, 11, 3, 0, 0]);
  });
});

it('inlay hints tell the spoken time of each section in the range', () => {
  const opened = openStory(
    '## Situation\n\nOrders failed for twenty minutes.\n\n## Action\n\nI rolled the whole release back at once.\n',
  );
  const hints = (end: number): unknown[] =>
    inlayHints(opened, { start: { line: 0, character: 0 }, end: { line: end, character: 0 } }).map(
      ({ position, label }) => [position.line, label],
    );
  expect(hints(9)).toEqual([
    [0, '2 s, 38%'],
    [4, '3 s, 62%'],
  ]);
  expect(hints(2)).toHaveLength(1);
});
