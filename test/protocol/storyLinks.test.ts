import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CompletionItem,
  DocumentLink,
  Location,
  LocationLink,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { openTestLibrary, textsAfter, type TestLibrary } from './library';

const files = {
  'a.star.md':
    '---\ntitle: First\n---\n\nSee [the second](sub/b%20and%20c.star.md#task "why"), [notes](notes.md), ![x](sub/b%20and%20c.star.md)\nand [gone](gone.star.md).\n\n[ref]: <sub/b and c.star.md>\n',
  'sub/b and c.star.md':
    '---\ntitle: Second\n---\n\n> Retold from [First](../a.star.md).\n\n[Own](./d.star.md)\n',
  'sub/d.star.md': '---\ntitle: Third\n---\n\nText of [First](../a.star.md) in `[x](../a.star.md)`.\n',
} as const;
type Name = keyof typeof files;

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary(files);
  await library.read();
});
afterAll(async () => {
  expect(await library.stop()).toBe(0);
});

function ask<Answer>(
  method: string,
  name: Name,
  more: object = {},
  text: string = files[name],
): Promise<Answer> {
  return library.ask(method, name, text, more);
}

const textOf = (uri: string): string =>
  files[Object.keys(files).find((name) => library.at(name) === uri) as Name];

describe('links between stories', () => {
  it('lead to stories that are there, and are named after them', async () => {
    const links = await ask<DocumentLink[]>('textDocument/documentLink', 'a.star.md');
    expect(links.map(({ target, tooltip, range }) => [target, tooltip, range.start.line])).toEqual([
      [library.at('sub/b and c.star.md'), 'Open “Second”', 4],
      [library.at('sub/b and c.star.md'), 'Open “Second”', 7],
    ]);
  });

  it('are followed to the file', async () => {
    const [link] = await ask<LocationLink[]>('textDocument/definition', 'a.star.md', {
      position: { line: 4, character: 25 },
    });
    expect(link?.targetUri).toBe(library.at('sub/b and c.star.md'));
    expect(
      await ask('textDocument/definition', 'a.star.md', { position: { line: 5, character: 1 } }),
    ).toBeNull();
  });

  it('are found from the title of the story that they lead to', async () => {
    const found = await ask<Location[]>('textDocument/references', 'a.star.md', {
      position: { line: 1, character: 9 },
      context: { includeDeclaration: false },
    });
    expect(found.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [library.at('sub/b and c.star.md'), 4],
      [library.at('sub/d.star.md'), 4],
    ]);
  });
});

describe('a story that gets another name', () => {
  const rename = (from: string, to: string): Promise<WorkspaceEdit | null> =>
    library.server.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: library.at(from), newUri: library.at(to) }],
    });

  it('keeps the links to it', async () => {
    const edit = await rename('sub/b and c.star.md', 'sub/new (one).star.md');
    expect(textsAfter(edit!, textOf)).toEqual({
      [library.at('a.star.md')]: files['a.star.md']
        .replace('(sub/b%20and%20c.star.md#task', '(sub/new%20%28one%29.star.md#task')
        .replace('<sub/b and c.star.md>', '<sub/new%20%28one%29.star.md>'),
    });
  });

  it('keeps its own links when it moves', async () => {
    const edit = await rename('sub/d.star.md', 'sub/deep/d.star.md');
    expect(textsAfter(edit!, textOf)).toEqual({
      [library.at('sub/b and c.star.md')]: files['sub/b and c.star.md'].replace('./d', './deep/d'),
      [library.at('sub/d.star.md')]: files['sub/d.star.md'].replace('[First](../a', '[First](../../a'),
    });
  });

  it('moves with its folder, and what is in there keeps its links', async () => {
    const edit = await rename('sub', 'x/sub');
    expect(textsAfter(edit!, textOf)).toEqual({
      [library.at('a.star.md')]: files['a.star.md']
        .replace('(sub/b%20and%20c.star.md#task', '(x/sub/b%20and%20c.star.md#task')
        .replace('<sub/b and c.star.md>', '<x/sub/b%20and%20c.star.md>'),
      [library.at('sub/b and c.star.md')]: files['sub/b and c.star.md'].replace('../a', '../../a'),
      [library.at('sub/d.star.md')]: files['sub/d.star.md'].replace('[First](../a', '[First](../../a'),
    });
  });

  it('is nobody else’s business', async () => {
    expect(await rename('other.star.md', 'another.star.md')).toBeNull();
  });
});

describe('a link that is begun', () => {
  const complete = async (line: string, behind = ''): Promise<CompletionItem[]> =>
    ask(
      'textDocument/completion',
      'a.star.md',
      { position: { line: 0, character: line.length } },
      `${line}${behind}\n`,
    );

  it.each([
    ['See [', '', 'Second](sub/b%20and%20c.star.md)', 5, 5],
    ['See [Sec', ']', 'Second](sub/b%20and%20c.star.md)', 5, 9],
    ['See [it](', ')', 'sub/b%20and%20c.star.md)', 9, 10],
    ['See [it](su', '', 'sub/b%20and%20c.star.md)', 9, 11],
  ])('%s is completed', async (line, behind, newText, start, end) => {
    const item = (await complete(line, behind)).find(({ label }) => label === 'Second');
    expect(item?.textEdit).toEqual({
      newText,
      range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
    });
  });

  it.each(['- [', '- [ ', '![', 'See [it](b) '])('%s is none', async (line) => {
    expect((await complete(line)).filter(({ label }) => label === 'Second')).toEqual([]);
  });
});
