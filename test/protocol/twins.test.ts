import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import type { LibraryChangedParams } from '../../server/src/protocol';
import { openTestLibrary, type TestLibrary } from './library';
import { pulling } from './server';

const original = readFileSync('examples/checkout/charged-twice.star.md', 'utf8');
const copy = original
  .replaceAll('Charged twice on a Friday', 'Another title')
  .replace('1,340 customers twice', '1,430 customers twice');
const other = readFileSync('examples/platform/slow-search.star.md', 'utf8');

let library: TestLibrary;
afterEach(async () => {
  expect(await library.stop()).toBe(0);
});

const showing = { ...pulling, window: { showDocument: { support: true } } };

async function found(name: string, text: string, rule: string): Promise<Diagnostic[]> {
  library.server.open(library.at(name), text);
  return (await library.server.pull(library.at(name))).filter(({ code }) => code === rule);
}

describe('a story that is told twice', () => {
  it('is marked with the place of the other, which can be opened', async () => {
    library = await openTestLibrary(
      { 'a.star.md': original, 'b.star.md': copy, 'c.star.md': other },
      { capabilities: showing },
    );
    await library.read();
    const [duplicate, ...more] = await found('a.star.md', original, 'duplicate-story');
    expect(more).toEqual([]);
    expect(duplicate).toMatchObject({
      message: 'Nearly the same text stands in “Another title” (b.star.md).',
      range: { start: { line: 11, character: 0 } },
      relatedInformation: [{ location: { uri: library.at('b.star.md'), range: { start: { line: 11 } } } }],
    });
    const actions: CodeAction[] = await library.server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: library.at('a.star.md') },
      range: duplicate!.range,
      context: { diagnostics: [duplicate] },
    });
    const open = actions.find(({ title }) => title === 'Open the other story, b')!;
    const shown = new Promise((resolve) => {
      library.server.connection.onRequest('window/showDocument', (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await library.server.connection.sendRequest('workspace/executeCommand', open.command!);
    expect(await shown).toMatchObject({ uri: library.at('b.star.md'), selection: { start: { line: 11 } } });
  });

  it('tells of figures that differ', async () => {
    library = await openTestLibrary({ 'a.star.md': original, 'b.star.md': copy });
    await library.read();
    const differing = await found('a.star.md', original, 'inconsistent-figures');
    expect(differing.map(({ message, severity }) => [message, severity])).toEqual([
      ['1,340 here, but 1,430 in “Another title” (b.star.md), which tells of the same incident.', 3],
    ]);
  });

  it('is so in lists too, where it is not open', async () => {
    library = await openTestLibrary({ 'a.star.md': original, 'c.star.md': other });
    const alone = (await library.read()).stories.find(({ uri }) => uri === library.at('a.star.md'))!;
    library.write('b.star.md', copy);
    const told = library.server.notified(
      'starStories/libraryChanged',
      ({ summaries }: LibraryChangedParams) =>
        summaries?.some(
          ({ uri, counts }) => uri === library.at('a.star.md') && counts.warning === alone.counts.warning + 1,
        ) === true,
    );
    await library.server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: library.at('b.star.md'), type: 1 }],
    });
    await told;
  });

  it('is asked about anew when its twin is changed', async () => {
    library = await openTestLibrary(
      { 'a.star.md': original, 'b.star.md': copy },
      {
        capabilities: {
          ...pulling,
          workspace: { ...pulling.workspace, diagnostics: { refreshSupport: true } },
        },
      },
    );
    await library.read();
    expect(await found('a.star.md', original, 'duplicate-story')).toHaveLength(1);
    const refreshed = new Promise<void>((resolve) => {
      library.server.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    library.server.open(library.at('b.star.md'), other);
    await refreshed;
    const left = (await library.server.pull(library.at('a.star.md'))).map(({ code }) => code);
    expect(left).not.toContain('duplicate-story');
  });

  it('may be so where the writer says so', async () => {
    const quiet = original.replace(
      'status: draft',
      'status: draft\nignore: [duplicate-story, inconsistent-figures]',
    );
    library = await openTestLibrary({ 'a.star.md': quiet, 'b.star.md': copy });
    await library.read();
    library.server.open(library.at('a.star.md'), quiet);
    const codes = (await library.server.pull(library.at('a.star.md'))).map(({ code }) => code);
    for (const rule of ['duplicate-story', 'inconsistent-figures', 'unused-suppression'])
      expect(codes).not.toContain(rule);
  });
});
