import { mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import type { Library, LibraryChangedParams, StoryDetails } from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

const uri = 'file:///stories/outage.star.md';
const story =
  '---\ntitle: Outage\n---\n\n## Situation\n\nOrders failed for 20 minutes.\n\n## Action\n\nI rolled back in [number] minutes.\n';

let server: TestServer;
afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

const codesOf = (diagnostics: readonly { code?: number | string }[]): string[] =>
  diagnostics.map(({ code }) => String(code));

describe('a client that pulls', () => {
  beforeEach(async () => {
    server = await startTestServer({ capabilities: pulling });
  });

  it('gets the findings of the newest text, with code, source and severity', async () => {
    server.open(uri, story);
    const diagnostics = await server.pull(uri);
    expect(codesOf(diagnostics)).toContain('missing-section');
    const placeholder = diagnostics.find(({ code }) => code === 'unresolved-placeholder');
    expect(placeholder).toMatchObject({
      source: 'STAR Stories',
      severity: 3,
      range: { start: { line: 10, character: 17 }, end: { line: 10, character: 25 } },
    });
    server.change(uri, 2, story.replace('[number]', '4'));
    expect(codesOf(await server.pull(uri))).not.toContain('unresolved-placeholder');
  });

  it('is told nothing of files that are no stories', async () => {
    server.open('file:///notes.md', story);
    expect(await server.pull('file:///notes.md')).toEqual([]);
  });

  it('gets rewrites as snippet edits of that version, and ways to ignore', async () => {
    server.open(uri, story);
    const finding = (await server.pull(uri)).find(({ code }) => code === 'missing-section')!;
    const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const insert = actions.find(({ title }) => title === 'Insert “## Task”')!;
    expect(insert).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(JSON.stringify(insert.edit)).toContain('"snippet"');
    expect(insert.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Ignore “missing-section” here', 'Ignore “missing-section” in this file']),
    );
  });

  it('gets only what it asks for', async () => {
    server.open(uri, story);
    const ask = (only: string[]): Promise<CodeAction[]> =>
      server.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } },
        context: { diagnostics: [], only },
      });
    expect(await ask(['refactor.extract'])).toEqual([]);
    expect((await ask(['source.fixAll'])).filter(({ kind }) => kind === 'quickfix')).toEqual([]);
  });

  it('sees the outline with spoken time, and folds', async () => {
    server.open(uri, story);
    const [root]: DocumentSymbol[] = await server.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    expect(root).toMatchObject({ name: 'Outage', children: [{ name: 'Situation' }, { name: 'Action' }] });
    expect(root!.children![0]!.detail).toMatch(/^\d+ s/);
    const folds: FoldingRange[] = await server.connection.sendRequest('textDocument/foldingRange', {
      textDocument: { uri },
    });
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 2],
      [4, 6],
      [8, 10],
    ]);
  });

  it('hears why, on a section and on a finding', async () => {
    server.open(uri, story);
    const hover = (line: number, character: number): Promise<Hover | null> =>
      server.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      });
    expect(JSON.stringify(await hover(4, 4))).toContain('takes');
    expect(JSON.stringify(await hover(10, 20))).toContain('Unresolved placeholder');
    expect(await hover(3, 0)).toBeNull();
  });
});

describe('a client that cannot pull', () => {
  beforeEach(async () => {
    server = await startTestServer({ options: { settings: { rules: { 'missing-section': 'error' } } } });
  });

  it('is pushed the findings after each change, and nothing once it closes', async () => {
    expect(server.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const first = server.pushed(uri, 1);
    server.open(uri, story);
    expect(codesOf((await first).diagnostics)).toContain('unresolved-placeholder');
    const second = server.pushed(uri, 2);
    server.change(uri, 2, story.replace('[number]', '4'));
    expect(codesOf((await second).diagnostics)).not.toContain('unresolved-placeholder');
    const last = server.notified(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length === 0,
    );
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await last;
  });

  it('heeds the settings of its start, and those that it sends later', async () => {
    const first = server.pushed(uri);
    server.open(uri, story);
    expect((await first).diagnostics.find(({ code }) => code === 'missing-section')?.severity).toBe(1);
    const second = server.pushed(uri);
    await server.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { starStories: { rules: { 'missing-section': 'off' } } },
    });
    expect(codesOf((await second).diagnostics)).not.toContain('missing-section');
  });

  it('gets edits that any editor can apply', async () => {
    const first = server.pushed(uri);
    server.open(uri, story);
    const finding = (await first).diagnostics.find(({ code }) => code === 'missing-section')!;
    const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [] },
    });
    const edit = actions.find(({ title }) => title === 'Insert “## Task”')!.edit!;
    expect(edit.documentChanges).toBeUndefined();
    expect(edit.changes?.[uri]?.[0]?.newText).toContain('{{Whose job it was');
  });
});

describe('the library', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'star-library-'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'a.star.md'), story);
    writeFileSync(join(folder, 'b and c.star.md'), 'I rolled back.\n');
    writeFileSync(join(folder, 'node_modules', 'd.star.md'), story);
    writeFileSync(join(folder, 'notes.md'), story);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const at = (name: string): string => URI.file(join(folder, name)).toString();

  /** The library once it says that it is complete and holds what is wanted. */
  async function library(isWanted: (stories: Library['stories']) => boolean): Promise<Library> {
    for (;;) {
      const changed = server.notified('starStories/libraryChanged');
      const current: Library = await server.connection.sendRequest('starStories/library');
      if (current.isComplete && isWanted(current.stories)) return current;
      await changed;
    }
  }

  it('holds the stories of the folder and follows its files', async () => {
    server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
    const { stories } = await library(({ length }) => length === 2);
    expect(stories.map(({ uri: story, title }) => [story, title])).toEqual([
      [at('a.star.md'), 'Outage'],
      [at('b and c.star.md'), 'b and c'],
    ]);
    const details: StoryDetails | null = await server.connection.sendRequest('starStories/story', {
      uri: at('a.star.md'),
    });
    expect(details?.sections.map(({ name }) => name)).toEqual(['Situation', 'Action']);

    rmSync(join(folder, 'a.star.md'));
    writeFileSync(join(folder, 'e.star.md'), story.replace('Outage', 'Second'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: at('a.star.md'), type: 3 },
        { uri: at('e.star.md'), type: 1 },
      ],
    });
    const after = await library((list) => list.some(({ title }) => title === 'Second'));
    expect(after.stories.map(({ title }) => title)).toEqual(['b and c', 'Second']);
  });

  it('shows what is typed and not saved, until it is closed', async () => {
    server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
    await library(({ length }) => length === 2);
    server.open(at('a.star.md'), story.replace('Outage', 'Typed'));
    await library((list) => list.some(({ title }) => title === 'Typed'));
    await server.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: at('a.star.md') },
    });
    await library((list) => list.some(({ title }) => title === 'Outage'));
  });

  it('holds a story that another program moved under its new name alone, though its editor is open', async () => {
    server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
    server.open(at('a.star.md'), story);
    server.open(at('b and c.star.md'), 'I rolled back.\n');
    await library(({ length }) => length === 2);
    const moves = [
      ['a.star.md', 'moved.star.md'],
      ['b and c.star.md', 'b.star.md'],
    ] as const;
    const move = async (isBack: boolean): Promise<void> => {
      const changes = moves.flatMap((names) => {
        const [from, to] = isBack ? [names[1], names[0]] : names;
        renameSync(join(folder, from), join(folder, to));
        return [
          { uri: at(from), type: 3 },
          { uri: at(to), type: 1 },
        ];
      });
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    };
    const named = async (...names: string[]): Promise<void> => {
      const isWanted = (stories: Library['stories']): boolean =>
        stories
          .map(({ uri }) => uri)
          .sort()
          .join() === names.map(at).sort().join();
      await library(isWanted);
    };
    await move(false);
    await named('b.star.md', 'moved.star.md');
    // What is typed into the editor that still shows the old name is a story that has no file yet, until it is undone.
    server.change(at('a.star.md'), 2, story.replace('Outage', 'Typed'));
    await named('a.star.md', 'b.star.md', 'moved.star.md');
    server.change(at('a.star.md'), 3, story);
    await named('b.star.md', 'moved.star.md');
    await move(true);
    await named('a.star.md', 'b and c.star.md');
  });

  it('keeps a story with unsaved changes whose file was deleted', async () => {
    server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
    server.open(at('a.star.md'), story.replace('Outage', 'Typed'));
    await library(({ length }) => length === 2);
    rmSync(join(folder, 'a.star.md'));
    rmSync(join(folder, 'b and c.star.md'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: at('a.star.md'), type: 3 },
        { uri: at('b and c.star.md'), type: 3 },
      ],
    });
    const { stories } = await library(({ length }) => length < 2);
    expect(stories.map(({ title }) => title)).toEqual(['Typed']);
  });

  it('tells the summaries of what changed, so that nobody need ask', async () => {
    server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
    const told = new Map<string, string>();
    const complete = server.notified(
      'starStories/libraryChanged',
      ({ summaries, isComplete }: LibraryChangedParams) => {
        for (const { uri: story, title } of summaries ?? []) told.set(story, title);
        return isComplete === true;
      },
    );
    await server.connection.sendRequest('starStories/library');
    await complete;
    expect(Object.fromEntries(told)).toEqual({
      [at('a.star.md')]: 'Outage',
      [at('b and c.star.md')]: 'b and c',
    });
    const gone = server.notified('starStories/libraryChanged');
    rmSync(join(folder, 'a.star.md'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('a.star.md'), type: 3 }],
    });
    expect(await gone).toEqual({
      uris: [at('a.star.md')],
      summaries: [],
      isListed: true,
      isComplete: true,
      total: 1,
    });
  });

  it('leaves out what the settings exclude, also what is made later, and all when switched off', async () => {
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, 'drafts', 'f.star.md'), story);
    let settings: object = { exclude: ['drafts/**'] };
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    server = await startTestServer({
      capabilities,
      folder: URI.file(folder).toString(),
      configuration: () => settings,
    });
    expect(
      (await library(({ length }) => length === 2)).stories.map(({ uri: story }) => story),
    ).not.toContain(at('drafts/f.star.md'));

    writeFileSync(join(folder, 'drafts', 'g.star.md'), story);
    writeFileSync(join(folder, 'h.star.md'), story);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: at('drafts/g.star.md'), type: 1 },
        { uri: at('h.star.md'), type: 1 },
      ],
    });
    expect((await library(({ length }) => length > 2)).stories.map(({ uri: story }) => story)).toEqual([
      at('a.star.md'),
      at('b and c.star.md'),
      at('h.star.md'),
    ]);

    settings = { enable: false };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await library(({ length }) => length === 0);
  });
});
