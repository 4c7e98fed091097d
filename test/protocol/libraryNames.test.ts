import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Location, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { openTestLibrary, textsAfter, type TestLibrary } from './library';

const body = '\n## Situation\n\nOrders failed for 20 minutes.\n';
const files = {
  'flow.star.md': `---\r\ntitle: One\r\nprinciples: [Ownership, "Dive Deep"] # two\r\ntags: [perf, db]\r\n---\r\n${body}`,
  'block.star.md': `---\ntitle: Two\nprinciples:\n  - 'dive-deep' # by its id\n  - Earn Trust\ntags:\n- db\n---\n${body}`,
  'sub/other.star.md': `---\ntitle: Three\ncompany: amazon\ntags: [perf]\n---\n${body}Dive Deep is said here too.\n`,
};
const definitions =
  '# ours\n- company: Initech\n  principles:\n    - name: Zeal # first\n      meaning: x\n    - "Flair"\n- company: Other\n  principles: [zeal]\n';
const other = { 'own.star.md': '---\ntitle: Own\nprinciples: [Zeal]\n---\n' } as const;
type Name = keyof typeof files | keyof typeof other;

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary({ ...files, ...other, '.star-stories/principles.yaml': definitions });
});
afterAll(async () => {
  expect(await library.stop()).toBe(0);
});

const positionOf = (text: string, words: string): { line: number; character: number } => {
  const before = text.slice(0, text.indexOf(words) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};

/** Asks about the place of some words in a file that is opened for it. */
function ask<Answer>(method: string, name: Name, words: string, more: object = {}): Promise<Answer> {
  return library.ask(method, name, textOf(name), { position: positionOf(textOf(name), words), ...more });
}

const all: Record<string, string> = { ...files, ...other, '.star-stories/principles.yaml': definitions };
const textOf = (uri: string): string => all[Object.keys(all).find((name) => uri.endsWith(name))!]!;

describe('rename', () => {
  it('changes a principle in all stories by whatever name they call it, and nothing else', async () => {
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 'flow.star.md', 'Dive Deep', {
      newName: 'Look closely: always',
    });
    expect(textsAfter(edit, textOf)).toEqual({
      [library.at('flow.star.md')]: files['flow.star.md'].replace('"Dive Deep"', '"Look closely: always"'),
      [library.at('block.star.md')]: files['block.star.md'].replace("'dive-deep'", "'Look closely: always'"),
    });
    // The open story in its version, the other one as a file.
    expect(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version),
    ).toEqual([1, null]);
  });

  it('quotes a tag where its new name needs it', async () => {
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 'flow.star.md', 'db', {
      newName: 'db: sql, all',
    });
    expect(textsAfter(edit, textOf)).toEqual({
      [library.at('flow.star.md')]: files['flow.star.md'].replace('perf, db', 'perf, "db: sql, all"'),
      [library.at('block.star.md')]: files['block.star.md'].replace('- db', '- "db: sql, all"'),
    });
  });

  it('changes a principle of one’s own where it is defined', async () => {
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 'own.star.md', 'Zeal', {
      newName: 'Drive: hard',
    });
    expect(textsAfter(edit, textOf)).toEqual({
      [library.at('own.star.md')]: other['own.star.md'].replace('Zeal', '"Drive: hard"'),
      [library.at('.star-stories/principles.yaml')]: definitions
        .replace('Zeal', '"Drive: hard"')
        .replace('zeal', '"Drive: hard"'),
    });
  });

  it('sees what is typed and not saved', async () => {
    await library.read();
    const typed = files['sub/other.star.md'].replace('tags: [perf]', 'tags: [slow]');
    library.server.open(library.at('sub/other.star.md'), typed);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 'flow.star.md', 'perf', {
      newName: 'speed',
    });
    await library.server.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: library.at('sub/other.star.md') },
    });
    expect(Object.keys(textsAfter(edit, textOf))).toEqual([library.at('flow.star.md')]);
  });

  it.each([
    ['flow.star.md', 'perf', 'perf'],
    ['flow.star.md', '"Dive Deep"', 'Dive Deep'],
  ] as const)('begins with the words of %s at %s', async (name, words, placeholder) => {
    expect(await ask<PrepareRenameResult>('textDocument/prepareRename', name, words)).toMatchObject({
      placeholder,
    });
  });

  it.each([
    ['textDocument/prepareRename', 'sub/other.star.md', 'amazon', {}, /fixed values/],
    ['textDocument/prepareRename', 'sub/other.star.md', 'Orders', {}, /on a principle or a tag/],
    ['textDocument/rename', 'flow.star.md', 'perf', { newName: '  ' }, /at least one letter/],
    ['textDocument/rename', 'flow.star.md', 'perf', { newName: 'a\nb' }, /one line/],
  ] as const)('%s in %s at %s is refused with a reason', async (method, name, words, more, reason) => {
    await expect(ask(method, name, words, more)).rejects.toThrow(reason);
  });
});

describe('references', () => {
  it.each([
    ['flow.star.md', 'Dive Deep', ['flow.star.md:2', 'block.star.md:3']],
    ['block.star.md', 'db', ['block.star.md:6', 'flow.star.md:3']],
    ['sub/other.star.md', 'amazon', ['sub/other.star.md:2']],
  ] as const)('of %s at %s', async (name, words, expected) => {
    const found = await ask<Location[]>('textDocument/references', name, words, {
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri, range }) => `${uri}:${range.start.line}`)).toEqual(
      expected.map((place) => library.at(place).replace(/%3A(?=\d+$)/, ':')),
    );
  });

  it('are none in prose', async () => {
    expect(await ask('textDocument/references', 'sub/other.star.md', 'said', { context: {} })).toBeNull();
  });
});
