import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentences, sentenceSpan, splitSentences } from '../../../server/src/prose/sentences';
import { parseStory } from '../../../server/src/story/parseStory';

const sectionsOf = (text: string): string[] => parseStory(text).sections.map(({ kind }) => kind);

describe('sections', () => {
  it.each([
    [
      'the five',
      '## Situation\n## Task\n## Action\n## Result\n## Reflection\n',
      'situation task action result reflection',
    ],
    [
      'other names',
      '## Background\n## Goal\n## What I did\n## Outcome\n## Lessons learned\n',
      'situation task action result reflection',
    ],
    ['numbered', '## 1) Situation\n\n## 2. Actions\n', 'situation action'],
    ['a title above them', '# Impact of the outage\n## Situation\n## Impact\n', 'situation result'],
    [
      'a deeper heading belongs to the section above',
      '## Actions\n### Prevention\n## Results\n### Impact\n## Reflection',
      'action result reflection',
    ],
    ['mixed levels', '# Situation\n## Task\n## Action\n', 'situation task action'],
    ['setext headings', 'Situation\n=========\n\nText.\n\nAction\n======\n', 'situation action'],
    ['CRLF', '## Situation\r\n\r\nText.\r\n\r\n## Task\r\n', 'situation task'],
    ['a byte order mark', '\uFEFF## Situation\n', 'situation'],
    ['none in code', '```\n## Situation\n```\n', ''],
    ['none in bold labels', '**Action.** I rolled back.\n', ''],
    ['none in front matter', '---\ntitle: x\n# Situation\n---\n## Task\n', 'task'],
  ])('%s', (_, text, expected) => {
    expect(sectionsOf(text).join(' ')).toBe(expected);
  });

  it('ends a section at a heading of its rank, whatever that is', () => {
    const story = parseStory('## Action\n\nIn.\n\n## Timeline\n\nOut.\n');
    expect(story.blocks.map(({ plain, section }) => `${plain.text} ${section ?? 'none'}`)).toEqual([
      'In. action',
      'Out. none',
    ]);
  });

  it('tells matter that is not told apart', () => {
    const story = parseStory('## Action\n\nIn.\n\n## Follow-ups\n\nAside.\n');
    expect(story.blocks.map(({ isAside }) => isAside)).toEqual([false, true]);
  });

  it('tells nothing of what stands below a sub-heading of an aside, though sections have its level', () => {
    const story = parseStory('## Action\n\nIn.\n\n# Notes\n\n## Draft of March\n\nAside.\n');
    expect(story.blocks.map(({ isAside }) => isAside)).toEqual([false, true]);
  });

  it('tells what stands below a sub-heading of a section, whatever that is called', () => {
    const story = parseStory('## Reflection\n\n### Notes\n\nTold.\n\n## Notes\n\n### Reflection\n\nAside.\n');
    expect(story.blocks.map(({ section, isAside }) => [section, isAside])).toEqual([
      ['reflection', false],
      [undefined, true],
    ]);
  });
});

describe('prose', () => {
  const plainOf = (text: string): string[] => parseStory(text).blocks.map(({ plain }) => plain.text);
  it.each([
    ['emphasis', 'I **rolled** it _back_.', ['I rolled it back.']],
    ['a link keeps its words', 'See [the graph](https://example.org/a "t").', ['See the graph.']],
    ['code keeps its words', 'A blind `SET` key.', ['A blind SET key.']],
    ['hard wraps are joined', 'I rolled\nit  back.', ['I rolled it back.']],
    ['CRLF wraps too', 'I rolled\r\nit back.', ['I rolled it back.']],
    ['entities and escapes', 'R&amp;D \\* five', ['R&D * five']],
    ['list items', '- one\n- [x] two\n  1. three\n', ['one', 'two', 'three']],
    ['a prompt keeps its brackets', 'We lost [number] orders.', ['We lost [number] orders.']],
    [
      'nothing of quotes, tables, code, comments',
      '> q\n\n| a |\n|---|\n| b |\n\n    code\n\n<!-- c -->\n',
      [],
    ],
    ['inline comments', 'I waited. <!-- star-ignore -->', ['I waited.']],
  ])('%s', (_, text, expected) => {
    expect(plainOf(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it.each([
    ['two', 'I rolled back. Errors fell.', ['I rolled back.', 'Errors fell.']],
    [
      'abbreviations',
      'One node, e.g. Kafka 3, i.e. the broker. Dr. Hahn called.',
      ['One node, e.g. Kafka 3, i.e. the broker.', 'Dr. Hahn called.'],
    ],
    [
      'versions and figures',
      'We ran 2.4.1 at 99.9% with p99 of 2.5 s. It held.',
      ['We ran 2.4.1 at 99.9% with p99 of 2.5 s.', 'It held.'],
    ],
    [
      'a quotation that goes on',
      '"It does that sometimes!" was the answer. I dug.',
      ['"It does that sometimes!" was the answer.', 'I dug.'],
    ],
    ['a final I', 'Nobody knew it but I. Then Ops called.', ['Nobody knew it but I.', 'Then Ops called.']],
    [
      'a figure after the stop',
      'We had 50 cases. 47 were clean. p99 fell. $3 each.',
      ['We had 50 cases.', '47 were clean.', 'p99 fell.', '$3 each.'],
    ],
    [
      'not after an abbreviation',
      'It took approx. 40 minutes on Jan. 3 at node no. 7, vs. 3 before.',
      ['It took approx. 40 minutes on Jan. 3 at node no. 7, vs. 3 before.'],
    ],
    ['no final stop', 'Rolled back', ['Rolled back']],
  ])('%s', (_, text, expected) => {
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('stand in the document where they say', () => {
    const text = '---\ntitle: x\n---\n\n## Action\n\n- I **rolled\n  back** it. Errors `fell`.\n';
    const spans = readSentences(parseStory(text)).map(sentenceSpan);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'I **rolled\n  back** it.',
      'Errors `fell`.',
    ]);
  });
});

describe('placeholders', () => {
  it.each([
    ['{{before}}', ['before']],
    ['TODO: figure', ['TODO']],
    ['[number] orders', ['number']],
    ['[describe the alert]', ['describe the alert']],
    ['[a](b) [c][d] [e]: f\n\n[c][]\n\n- [ ] x\n- [x] y\n', []],
    ['A note[^1] and [1] and items[key].', []],
    ['`[number]` and `TODO`', []],
    ['[known]\n\n[known]: http://example.org\n', []],
    ['---\ntags: [outage, db]\ntitle: "{{title}}"\n---\n', ['title']],
    ['TODOIST and the word todo', []],
    ['There was a comment saying "TODO close".', []],
    ['They were addressed as “Dear {{first_name}}”, with "[Alert]" before it.', []],
    ['---\ntitle: "TODO"\n---\n', ['TODO']],
    ['He said "{{what he said}}", and I "[your answer]".', ['what he said', 'your answer']],
    ['The 19" rack, TODO, and a 21" one.', ['TODO']],
  ])('%s', (text, expected) => {
    expect(parseStory(text).placeholders.map(({ prompt }) => prompt)).toEqual(expected);
  });
});

describe('suppressions', () => {
  const scopes = (text: string): string[] =>
    parseStory(text).suppressions.map(
      ({ form, rules, scope }) =>
        `${form} ${rules.join(',') || 'all'}: ${text.slice(scope.start, scope.end).trim()}`,
    );
  it.each([
    ['before a block', '<!-- star-ignore blame -->\nOps did it.\n\nMore.\n', ['block blame: Ops did it.']],
    ['before a list', '<!-- star-ignore -->\n- a\n- b\n', ['block all: - a\n- b']],
    ['within a list', '- a\n- b <!-- star-ignore blame we-action -->\n', ['line blame,we-action: - b']],
    ['at the end of a line', 'One\ntwo <!-- star-ignore blame -->\nthree\n', ['line blame: two']],
    [
      'a range',
      '<!-- star-ignore-start blame -->\n\nA.\n\n<!-- star-ignore-end -->\n\nB.\n',
      ['range blame: A.'],
    ],
    ['a range without an end', 'A.\n\n<!-- star-ignore-start -->\n\nB.\n', ['range all: B.']],
    [
      'front matter',
      '---\nignore: [blame]\n---\nA.\n',
      ['front-matter blame: ---\nignore: [blame]\n---\nA.'],
    ],
    ['not in code', '```\n<!-- star-ignore -->\n```\n', []],
    ['other comments', '<!-- star-ignored -->\nA.\n', []],
  ])('%s', (_, text, expected) => {
    expect(scopes(text)).toEqual(expected);
  });
});

describe('any text', () => {
  const markdown = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '---\n',
          '## Action\n',
          '# T\n',
          '\n',
          '\r\n',
          '- ',
          '> ',
          '**',
          '`',
          '```\n',
          '[x]',
          '{{',
          '}}',
          '<!-- star-ignore -->',
          '|a|\n|-|\n',
          'I fixed it. ',
          'title: x\n',
          '\u0000',
          '🚒',
          '\uFEFF',
        ),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

  it('is a story, with every place inside it', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const story = parseStory(text);
        const spans = [
          ...story.headings.map(({ span }) => span),
          ...story.blocks.map(({ span }) => span),
          ...story.placeholders.map(({ span }) => span),
          ...story.suppressions.flatMap(({ span, scope }) => [span, scope]),
          ...story.frontMatter.problems.map(({ span }) => span),
          ...readSentences(story).map(sentenceSpan),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('reads the same whether from scratch or from an earlier version', () => {
    fc.assert(
      fc.property(markdown, markdown, markdown, markdown, (head, old, fresh, tail) => {
        const previous = parseStory(head + old + tail);
        const { tree: _, ...incremental } = parseStory(head + fresh + tail, previous);
        const { tree: __, ...scratch } = parseStory(head + fresh + tail);
        expect(incremental).toEqual(scratch);
      }),
    );
  });
});
