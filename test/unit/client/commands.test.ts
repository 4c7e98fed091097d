import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHole, holesIn } from '../../../client/src/commands/holes';
import { fileNameOf, fillTemplate } from '../../../client/src/commands/storyTemplate';

/** The text with the hole that is found between « and »; `from` marks the selection by ⟦ and ⟧. */
function found(from: string, direction: 'next' | 'previous'): string | undefined {
  const text = from.replace(/[⟦⟧]/g, '');
  const selection = { start: from.indexOf('⟦'), end: from.indexOf('⟧') - 1 };
  const hole = findHole(holesIn(text), selection, direction);
  return hole && `${text.slice(0, hole.start)}«${text.slice(hole.start, hole.end)}»${text.slice(hole.end)}`;
}

describe('findHole', () => {
  it.each([
    ['finds the first one from the start', '⟦⟧a {{b}} {{c}}', 'next', 'a «{{b}}» {{c}}'],
    ['goes on from the one that is selected', 'a ⟦{{b}}⟧ {{c}}', 'next', 'a {{b}} «{{c}}»'],
    ['takes one that begins at the cursor', 'a ⟦⟧{{b}} {{c}}', 'next', 'a «{{b}}» {{c}}'],
    ['starts again after the last one', 'a {{b}} {{c}} d⟦⟧', 'next', 'a «{{b}}» {{c}} d'],
    ['stays on the only one', 'a ⟦{{b}}⟧', 'next', 'a «{{b}}»'],
    ['goes back', 'a {{b}} ⟦{{c}}⟧', 'previous', 'a «{{b}}» {{c}}'],
    ['ends with the last one when it goes back', '⟦⟧a {{b}} {{c}}', 'previous', 'a {{b}} «{{c}}»'],
    ['finds what is still to be written', '⟦⟧a TODO b', 'next', 'a «TODO» b'],
    ['leaves words alone that only look like it', '⟦⟧TODOS {b}', 'next', undefined],
    ['finds a prompt', '⟦⟧a [number] b', 'next', 'a «[number]» b'],
    [
      'takes no link, check box, note or index for a prompt',
      '⟦⟧[a](b) [a][b] [x] [^1] a[b] [a]: b',
      'next',
      undefined,
    ],
    ['finds one over two lines', '⟦⟧a {{b\nc}}', 'next', 'a «{{b\nc}}»'],
  ] as const)('%s', (_name, from, direction, expected) => {
    expect(found(from, direction)).toBe(expected);
  });
});

describe('fileNameOf', () => {
  it.each([
    ['Retry storm, at last!', 'retry-storm-at-last'],
    ['  Ünïcode: Größe  ', 'unicode-große'],
    ['../../etc/passwd', 'etc-passwd'],
    ['数据库 故障', '数据库-故障'],
    ['!!!', 'story'],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('%j is %j', (title, expected) => {
    expect(fileNameOf(title)).toBe(expected);
  });
});

describe('fillTemplate', () => {
  const snippets = JSON.parse(readFileSync('snippets/star-stories.json', 'utf8')) as Record<
    string,
    { body: string[] }
  >;
  const template = snippets['STAR story']!.body.join('\n');

  it('fills in the title, safe for YAML and for snippets', () => {
    const title = 'A "$1" } \\ story';
    const line = fillTemplate(template, { title, level: '', company: '' })
      .split('\n')
      .find((candidate) => candidate.startsWith('title: '));
    // What the editor makes of a snippet: an escaped character is itself, and nothing else is special here.
    const inserted = line!.slice('title: '.length).replace(/\\([\\$}])/g, '$1');
    expect(line).not.toMatch(/(?<!\\)(?:\\\\)*\$/);
    expect(JSON.parse(inserted)).toBe(title);
  });

  it('puts the level of the settings first and the company in its place', () => {
    const lines = fillTemplate(template, { title: 'A', level: 'staff', company: 'meta' }).split('\n');
    expect(lines.find((line) => line.startsWith('level:'))).toMatch(/\|staff,/);
    expect(lines.find((line) => line.startsWith('company:'))).toBe('company: ${4:meta}');
  });

  it('leaves the choices as they are where nothing is set', () => {
    const filled = fillTemplate(template, { title: 'A', level: '', company: '' });
    const rest = (text: string): string[] => text.split('\n').filter((line) => !line.startsWith('title:'));
    expect(rest(filled)).toEqual(rest(template));
  });
});
