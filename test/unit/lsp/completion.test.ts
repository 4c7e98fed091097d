import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../../server/src/lsp/completion';
import { linkCompletions } from '../../../server/src/lsp/links';
import { summarise } from '../../../server/src/library/summary';
import { questions } from '../../../server/src/rubric/questions';
import { readFrontMatter } from '../../../server/src/story/frontMatter';
import { atCursor, openStory } from './openStory';

const own = {
  knownPrinciples: ['Our Way: always'],
  knownCompanies: ['Initech'],
  questions,
  tags: ['latency', 'on-call'],
};
const client = { takesSnippets: true, asksAgain: false };

function complete(marked: string, isByHand = true): CompletionItem[] {
  const { position, ...opened } = atCursor(marked);
  return completionsAt(opened, position, own, { isByHand, client });
}

/** The text after a completion was chosen, as an editor puts it in. */
function chosen(marked: string, label: string): string {
  const { position, document } = atCursor(marked);
  const item = complete(marked).find((candidate) => candidate.label === label);
  expect(
    item,
    `${label} among ${complete(marked)
      .map((one) => one.label)
      .join(' | ')}`,
  ).toBeDefined();
  const { textEdit, insertText } = item!;
  if (textEdit && 'range' in textEdit) {
    // An editor drops what does not begin with the words that stand in the range before the cursor.
    const typed = document.getText({ start: textEdit.range.start, end: position });
    expect((item!.filterText ?? label).toLowerCase().startsWith(typed.toLowerCase())).toBe(true);
    return TextDocument.applyEdits(document, [textEdit]);
  }
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const start = { line: position.line, character: position.character - /[\w-]*$/.exec(line)![0].length };
  return TextDocument.applyEdits(document, [
    { range: { start, end: position }, newText: insertText ?? label },
  ]);
}

describe('values of the front matter', () => {
  it.each([
    ['level: ¦', 'senior', 'level: senior'],
    ['level:¦', 'senior', 'level: senior'],
    ['level: s¦', 'staff', 'level: staff'],
    ['level: s¦enior', 'staff', 'level: staff'],
    ['level: "se¦"', 'senior', 'level: "senior"'],
    ["level: 'se¦'", 'senior', "level: 'senior'"],
    ['level: ¦ # to be decided', 'staff', 'level: staff # to be decided'],
    ['company: am¦', 'amazon', 'company: amazon'],
    ['company: ¦', 'Initech', 'company: Initech'],
    ['status: ¦', 'ready', 'status: ready'],
    ['principles: [¦]', 'Dive Deep', 'principles: [Dive Deep]'],
    ['principles: [Dive De¦]', 'Dive Deep', 'principles: [Dive Deep]'],
    ['principles: [Ownership, ¦]', 'Are Right, A Lot', 'principles: [Ownership, "Are Right, A Lot"]'],
    [
      'principles: [Ownership, "Are Right, ¦"]',
      'Are Right, A Lot',
      'principles: [Ownership, "Are Right, A Lot"]',
    ],
    ['principles: [Ownership, ¦Earn Trust]', 'Dive Deep', 'principles: [Ownership, Dive Deep, Earn Trust]'],
    ['principles: [Ownership,¦ Earn Trust]', 'Dive Deep', 'principles: [Ownership,Dive Deep, Earn Trust]'],
    ["principles: ['Dive ¦', Ownership]", 'Dive Deep', "principles: ['Dive Deep', Ownership]"],
    ['principles: ["Dive ¦, Ownership]', 'Dive Deep', undefined],
    ['principles:\n  - Dive ¦', 'Dive Deep', 'principles:\n  - Dive Deep'],
    ['principles:\n  -¦', 'Dive Deep', 'principles:\n  - Dive Deep'],
    ['principles:\n- Own¦', 'Ownership', 'principles:\n- Ownership'],
    ['principles:\n  - "Dive ¦"', 'Dive Deep', 'principles:\n  - "Dive Deep"'],
    ['principles: [\n  Ownership,\n  Di¦\n]', 'Dive Deep', 'principles: [\n  Ownership,\n  Dive Deep\n]'],
    ['principles: [¦]', 'Our Way: always', 'principles: ["Our Way: always"]'],
    ['tags: [perf, ¦]', 'on-call', 'tags: [perf, on-call]'],
    ['ignore: [¦]', 'hedging', 'ignore: [hedging]'],
    ['question: ¦', questions[0]!.text, `question: ${JSON.stringify(questions[0]!.text)}`],
    ['question:\n  - Tell me ¦', questions[0]!.text, undefined],
  ])('%s', (marked, label, expected) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const frame = (content: string): string =>
        `---\ntitle: x\n${content}\n---\n\nText.\n`.replaceAll('\n', lineEnd);
      if (expected === undefined) {
        // Where words do not fit, the editor filters; nothing must break.
        expect(() => complete(frame(marked))).not.toThrow();
        continue;
      }
      const text = chosen(frame(marked), label);
      expect(text).toBe(frame(expected));
      expect(readFrontMatter(text).problems).toEqual([]);
    }
  });

  it.each([
    ['# level: ¦', 'a comment'],
    ['title: ¦', 'a title'],
    ['other:\n  level: ¦', 'keys of other tools'],
    ['date: 2026-¦', 'a date'],
  ])('%s has none: %s', (marked) => {
    expect(complete(`---\n${marked}\n---\n\nText.\n`)).toEqual([]);
  });

  it('are not offered twice', () => {
    const labels = complete('---\nprinciples: [ownership, dive-deep, ¦]\n---\n').map(({ label }) => label);
    expect(labels).not.toContain('Ownership');
    expect(labels).not.toContain('Dive Deep');
    expect(labels).toContain('Earn Trust');
  });
});

describe('keys of the front matter', () => {
  it.each([
    ['pri¦', 'principles', 'principles: [$1]'],
    ['le¦', 'level', 'level: '],
    ['lev¦: senior', 'level', 'level: senior'],
  ])('%s', (marked, label, expected) => {
    expect(chosen(`---\n${marked}\n---\n`, label)).toBe(`---\n${expected}\n---\n`);
  });

  it('are those that are not there', () => {
    const labels = complete('---\ntitle: x\nlevel: staff\n¦\n---\n').map(({ label }) => label);
    expect(labels).toContain('principles');
    expect(labels).not.toContain('level');
  });
});

describe('figures in words', () => {
  const labelsAt = (marked: string, isByHand?: boolean): string[] =>
    complete(marked, isByHand).map(({ label }) => label);

  it.each([
    ['## Result\n\nCheckout fell from 2.5 s ¦', 'to … s'],
    ['## Result\n\nErrors fell from 4%¦', 'to …%'],
    ['## Result\n\nIt cost $9,000 ¦', 'a …'],
    ['## Situation\n\n1,340 customers ¦', 'of …'],
    ['## Situation\n\n1,340 customers¦', 'of …'],
    ['## Situation\n\n1,340 customers o¦', 'of …'],
    ['## Situation\n\nWe lost 40 ¦', 'of …'],
    ['## Result\n\n¦', 'from … to …'],
    ['## Result\n\n- The p¦', 'p99 latency fell from … ms to … ms'],
    ['## Situation\n\nOrders failed ¦', 'for … minutes'],
  ])('%s', (marked, label) => {
    expect(labelsAt(`${marked}\n`)).toContain(label);
  });

  it('are snippets whose tab stops are holes', () => {
    const item = complete('## Result\n\nErrors fell from 4%¦\n').find(({ label }) => label === 'to …%');
    expect(item?.textEdit?.newText).toBe(' to ${1:{{after\\}\\}}%');
  });

  it.each([
    ['## Action\n\nI looked ¦'],
    ['## Result ¦'],
    ['## Result\n\n> from ¦'],
    ['## Result\n\nthe `code 40 ¦` is'],
    ['## Result\n\n{{how ¦ many}}'],
    ['## Result\n\n```\n4 ¦\n```'],
  ])('%s asks for none', (marked) => {
    expect(labelsAt(`${marked}\n`)).toEqual([]);
  });

  it('do not come by themselves', () => {
    expect(labelsAt('## Result\n\nErrors fell from 4% ¦\n', false)).toEqual([]);
  });
});

describe('anywhere in any story', () => {
  const files = globSync(['test/corpus/*/stories/*.star.md', 'examples/**/*.star.md']).sort();
  const sample = files.filter((_, index) => index % 12 === 0);
  const stories = [summarise('file:///stories/b.star.md', openStory('# Second\n').review)];

  it.each(sample)('%s', (file) => {
    const opened = openStory(readFileSync(file, 'utf8'));
    const { length } = opened.review.story.text;
    for (let offset = 0; offset <= length; offset += 3) {
      const position = opened.document.positionAt(offset);
      const items = [
        ...completionsAt(opened, position, own, { isByHand: true, client }),
        ...linkCompletions(opened, position, stories),
      ];
      for (const { textEdit } of items) {
        if (!textEdit || !('range' in textEdit)) continue;
        const { start, end } = textEdit.range;
        // A completion replaces what stands at the cursor, on its line.
        expect([start.line, end.line]).toEqual([position.line, position.line]);
        expect(start.character <= position.character && position.character <= end.character).toBe(true);
      }
    }
  });
});
