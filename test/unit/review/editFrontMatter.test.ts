import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFrontMatter, type FrontMatterChange } from '../../../server/src/review/editFrontMatter';
import { renameStory } from '../../../server/src/review/renameStory';
import { readFrontMatter } from '../../../server/src/story/frontMatter';
import { applyEdits } from '../../../server/src/text/edit';

/** The text after the change, or the reason why there is none. */
function changed(text: string, change: FrontMatterChange): string {
  const made = editFrontMatter(text, change);
  return 'problem' in made ? made.problem : applyEdits(text, made.edits);
}

const tag = (value: string): FrontMatterChange => ({ key: 'principles', value, as: 'item' });
const set = (key: FrontMatterChange['key'], value: string): FrontMatterChange => ({
  key,
  value,
  as: 'value',
});

/** A story with this front matter. */
const story = (...lines: string[]): string => ['---', ...lines, '---', '', 'I fixed it.', ''].join('\n');

describe('editFrontMatter', () => {
  it.each<[string, string, FrontMatterChange, string]>([
    [
      'adds to a list in brackets',
      story('principles: [Ownership, Earn Trust] # two'),
      tag('Dive Deep'),
      story('principles: [Ownership, Earn Trust, Dive Deep] # two'),
    ],
    ['fills empty brackets', story('principles: []'), tag('Dive Deep'), story('principles: [Dive Deep]')],
    [
      'adds a line to a list of lines, indented like them, below their comments',
      story('principles:', '    - "Ownership" # mine', 'level: sde2'),
      tag('Dive Deep'),
      story('principles:', '    - "Ownership" # mine', '    - Dive Deep', 'level: sde2'),
    ],
    [
      'adds to a list over several lines',
      story('principles: [', '  Ownership,', '  Earn Trust,', ']'),
      tag('Dive Deep'),
      story('principles: [', '  Ownership,', '  Earn Trust, Dive Deep,', ']'),
    ],
    [
      'fills a key without a value',
      story('principles: # to come', 'level: sde2'),
      tag('Dive Deep'),
      story('principles: [Dive Deep] # to come', 'level: sde2'),
    ],
    [
      'makes a list of a single name',
      story('principles: Ownership # one'),
      tag('Dive Deep'),
      story('principles: [Ownership, Dive Deep] # one'),
    ],
    [
      'makes a list of the same name, as principles have to be one',
      story('principles: dive-deep'),
      tag('Dive Deep'),
      story('principles: [dive-deep]'),
    ],
    [
      'quotes what brackets would part',
      story('principles: [Ownership]'),
      tag('Learn, then act'),
      story('principles: [Ownership, "Learn, then act"]'),
    ],
    [
      'adds a missing key where it usually stands',
      story('title: A # the title', 'other: x', 'status: draft'),
      tag('Dive Deep'),
      story('title: A # the title', 'principles: [Dive Deep]', 'other: x', 'status: draft'),
    ],
    [
      'puts a key that belongs above all others first',
      story('status: draft'),
      set('title', 'A: B'),
      story('title: "A: B"', 'status: draft'),
    ],
    [
      'makes a list of one question, each on a line',
      story('question: Why?', 'level: sde2'),
      { key: 'question', value: 'How?', as: 'item' },
      story('question:', '  - Why?', '  - "How?"', 'level: sde2'),
    ],
    [
      'keeps the quotes that a value had',
      story("company: 'amazon'", 'level: "sde2" # for now'),
      set('level', 'senior'),
      story("company: 'amazon'", 'level: "senior" # for now'),
    ],
    ['replaces null', story('company: ~'), set('company', 'google'), story('company: google')],
    [
      'makes front matter where there is none',
      '# A story\r\n\r\nI fixed it.\r\n',
      tag('Ownership'),
      '---\r\nprinciples: [Ownership]\r\n---\r\n\r\n# A story\r\n\r\nI fixed it.\r\n',
    ],
    [
      'leaves the mark of the byte order first',
      '\uFEFFI fixed it.\n',
      tag('Ownership'),
      '\uFEFF---\nprinciples: [Ownership]\n---\n\nI fixed it.\n',
    ],
    [
      'keeps the line ends',
      story('principles:', '- Ownership', 'level: sde2').replaceAll('\n', '\r\n'),
      tag('Dive Deep'),
      story('principles:', '- Ownership', '- Dive Deep', 'level: sde2').replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_what, before, change, after) => {
    expect(changed(before, change)).toBe(after);
  });

  it.each<[string, string, FrontMatterChange]>([
    ['a principle by another spelling', story('principles: [dive-deep]'), tag('Dive Deep')],
    ['the only question', story('question: Why?'), { key: 'question', value: 'why', as: 'item' }],
    ['the level', story('level: senior'), set('level', 'senior')],
  ])('leaves alone what is there already: %s', (_what, before, change) => {
    expect(editFrontMatter(before, change)).toEqual({ edits: [] });
  });

  it.each<[string, string, FrontMatterChange, RegExp]>([
    ['YAML that does not parse', story('title: [', 'level: sde2'), tag('Ownership'), /does not parse/],
    ['front matter without an end', '---\nlevel: sde2\n\nI fixed it.\n', tag('Ownership'), /does not parse/],
    ['a mapping in the place of a list', story('principles:', '  a: 1'), tag('Ownership'), /only you/],
    ['a list in the place of a value', story('level: [sde2]'), set('level', 'senior'), /only you/],
    ['an alias', story('tags: &all [Ownership]', 'principles: *all'), tag('Dive Deep'), /only you/],
    ['a title over several lines', story('title: >', '  A', '  B'), set('title', 'C'), /only you/],
  ])('refuses %s', (_what, before, change, reason) => {
    expect(changed(before, change)).toMatch(reason);
  });

  it('says afterwards what it was to say, and changes no line but its own', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'Ownership',
        'Learn, then act',
        '[x]',
        'yes',
        '# no',
        '- dash',
        'a: b',
        'it’s "so"',
        '1.5',
      ),
      fc.string({ minLength: 1 }).filter((text) => /\p{L}/u.test(text)),
    );
    const lists = fc.constantFrom(
      (items: string[]) => [`principles: [${items.join(', ')}] # why`],
      (items: string[]) =>
        items.length === 0 ? ['principles:'] : ['principles:', ...items.map((item) => `  - ${item} # x`)],
      () => [],
    );
    fc.assert(
      fc.property(
        lists,
        fc.array(name, { maxLength: 3 }),
        name,
        fc.constantFrom('\n', '\r\n'),
        (write, before, added, lineEnd) => {
          const lines = [
            '# a comment',
            'title: "A"',
            ...write(before.map((item) => JSON.stringify(item))),
            'mine: 1',
          ];
          const text = story(...lines).replaceAll('\n', lineEnd);
          const after = changed(text, tag(added));
          const { values, problems } = readFrontMatter(after);
          expect(problems).toEqual([]);
          expect(values.title).toBe('A');
          expect(after.split(lineEnd).filter((line) => !/principles|^ {2}-/.test(line))).toEqual(
            text.split(lineEnd).filter((line) => !/principles|^ {2}-/.test(line)),
          );
          expect((values.principles ?? []).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('renameStory', () => {
  const renamed = (text: string): string => {
    const made = renameStory(text, 'New: name');
    return 'problem' in made ? made.problem : applyEdits(text, made.edits);
  };
  it.each([
    [
      'the front matter and the heading that says the same',
      '---\ntitle: Old\n---\n\n# Old\n\n## Situation\n\nA.\n',
      '---\ntitle: "New: name"\n---\n\n# New: name\n\n## Situation\n\nA.\n',
    ],
    [
      'the front matter alone where the heading says something else',
      '---\ntitle: Old\n---\n\n# Other\n\n## Situation\n\nA.\n',
      '---\ntitle: "New: name"\n---\n\n# Other\n\n## Situation\n\nA.\n',
    ],
    [
      'a heading without front matter',
      '# Old #\n\n## Situation\n\nA.\n',
      '# New: name #\n\n## Situation\n\nA.\n',
    ],
    [
      'a story without any title',
      '## Situation\n\nA.\n',
      '---\ntitle: "New: name"\n---\n\n## Situation\n\nA.\n',
    ],
  ])('renames %s', (_what, before, after) => {
    expect(renamed(before)).toBe(after);
  });
});
