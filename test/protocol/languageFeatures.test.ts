import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  InlayHint,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { openTestLibrary, type TestLibrary } from './library';
import { pulling } from './server';

const name = 'a.star.md';
const text =
  '---\ntitle: A\nprinciples: [Ownership]\ntags: [on-call]\n---\n\n## Situation\n\nOrders failed for 20 minutes. <!-- star-ignore panic -->\n\n## Action\n\nBasically, I rolled the release back.\n\n## Result\n\nErrors fell from 4% to 0.1%.\n';

let library: TestLibrary;
let settings: object = {};
beforeAll(async () => {
  const capabilities = {
    ...pulling,
    textDocument: { ...pulling.textDocument, completion: { completionItem: { snippetSupport: true } } },
    workspace: { ...pulling.workspace, configuration: true },
  };
  library = await openTestLibrary(
    { [name]: text, 'b.star.md': '---\ntitle: B\ntags: [perf]\n---\n' },
    { capabilities, configuration: () => settings },
  );
  await library.read();
});
afterAll(async () => {
  expect(await library.stop()).toBe(0);
});

const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const positionOf = (words: string): { line: number; character: number } => {
  const lines = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
};

/** The settings as they are from now on, told as an editor does. */
async function configure(values: object): Promise<void> {
  settings = values;
  await library.server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

describe('fix all', () => {
  const fixes = (only: string): Promise<CodeAction[]> =>
    library.ask('textDocument/codeAction', name, text, {
      range: whole,
      context: { diagnostics: [], only: [only] },
    });
  const kinds = async (only: string): Promise<string[]> =>
    (await fixes(only)).map(({ kind }) => String(kind));

  it.each([
    ['source.fixAll.starStories.hedging', ['source.fixAll.starStories.hedging']],
    ['source.fixAll.starStories.unused-suppression', ['source.fixAll.starStories.unused-suppression']],
    ['source.fixAll.starStories.blame', []],
    ['source.fixAll.starStories.hedg', []],
    ['source.fixAll.other', []],
    ['source.organizeImports', []],
  ])('of one rule is made for those who ask for it: %s', async (only, expected) => {
    expect(await kinds(only)).toEqual(expected);
  });

  it('touches nothing but that rule', async () => {
    const [fix] = await fixes('source.fixAll.starStories.hedging');
    const edits =
      fix?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
    const lines = edits.map(({ range }) => range.start.line);
    expect([...new Set(lines)].sort((a, b) => a - b)).toEqual([12]);
    expect(edits.every((edit) => 'newText' in edit && !edit.newText.includes('star-ignore'))).toBe(true);
  });

  it('of all rules comes with those of each, where all are asked for', async () => {
    expect(await kinds('source.fixAll')).toEqual(
      expect.arrayContaining(['source.fixAll.starStories', 'source.fixAll.starStories.hedging']),
    );
  });
});

describe('completion', () => {
  const complete = (words: string, triggerKind: number): Promise<CompletionItem[]> =>
    library.ask('textDocument/completion', name, text, {
      position: positionOf(words),
      context: { triggerKind },
    });

  it('offers tags of the whole library', async () => {
    expect((await complete('tags: [', 2)).map(({ label }) => label)).toEqual(['on-call', 'perf']);
  });

  it('offers words around a figure to those who ask, and to nobody else', async () => {
    const asked = await complete('Errors fell from 4%', 1);
    expect(asked.find(({ label }) => label === 'to …%')?.insertTextFormat).toBe(2);
    expect(await complete('Errors fell from 4%', 2)).toEqual([]);
  });
});

it('hover works out a change', async () => {
  const found = await library.ask<Hover>('textDocument/hover', name, text, {
    position: positionOf('from 4%'),
  });
  expect(JSON.stringify(found.contents)).toContain('(4% → 0.1%)');
});

describe('what settings switch', () => {
  it('colours, on unless switched off', async () => {
    const tokens = (): Promise<SemanticTokens> => library.ask('textDocument/semanticTokens/full', name, text);
    expect((await tokens()).data.length).toBe(4 * 5);
    await configure({ semanticHighlighting: { enable: false } });
    expect((await tokens()).data).toEqual([]);
  });

  it('spoken time behind headings, off unless switched on', async () => {
    const hints = (): Promise<InlayHint[] | null> =>
      library.ask('textDocument/inlayHint', name, text, { range: whole });
    await configure({});
    expect(await hints()).toBeNull();
    await configure({ inlayHints: { spokenTime: true } });
    expect((await hints())?.map(({ position }) => position.line)).toEqual([6, 10, 14]);
  });
});
