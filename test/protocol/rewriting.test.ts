import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, Command, Diagnostic, Range } from 'vscode-languageserver-protocol';
import { applyWorkspaceEdit } from './applyEdit';
import type {
  CheckedRewrite,
  ConvertedStory,
  ProtocolRange,
  Retelling,
  RetellTarget,
  RewriteContext,
} from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

const uri = 'file:///stories/outage.star.md';
const story = `---
title: Orders that failed
principles: [Ownership]
---

## Situation

Orders failed for 20 minutes. DevOps pushed a bad config to the gateway.

## Action

I rolled back in [number] minutes, and told {{who}}.
`;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ capabilities: pulling, options: { canUpdateSettings: true } });
});
afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

const lineOf = (text: string, words: string): Range => {
  const line = text.slice(0, text.indexOf(words)).split('\n').length - 1;
  return { start: { line, character: 1 }, end: { line, character: 1 } };
};

function actions(
  range: Range,
  only?: string[],
  diagnostics: readonly Diagnostic[] = [],
): Promise<CodeAction[]> {
  return server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only ? { only } : {}) },
  });
}

const titles = (list: readonly (CodeAction | Command)[]): string[] => list.map(({ title }) => title);

describe('the menu on a heading with many findings', () => {
  it('has the rewrites first, then the ways to ignore one finding, then the rest behind one entry', async () => {
    server.open(uri, story);
    const findings = (await server.pull(uri)).filter(
      ({ range }) => range.start.line === lineOf(story, '## Action').start.line,
    );
    expect(findings.length).toBeGreaterThan(4);
    const menu = await actions(lineOf(story, '## Action'), ['quickfix'], findings);
    const ignores = titles(menu).filter((title) => title.startsWith('Ignore'));
    expect(ignores).toHaveLength(4);
    expect(titles(menu).slice(-4)).toEqual(ignores);
    expect(new Set(ignores.slice(0, 3).map((title) => /“(.*?)”/.exec(title)![1])).size).toBe(1);
    expect(ignores[3]).toBe('Ignore another finding here…');
    const another = menu.at(-1)!.command!;
    expect(another).toMatchObject({ command: 'starStories.ignoreAnother' });
    expect((another.arguments![2] as unknown[]).length).toBe(
      new Set(findings.map(({ code }) => code)).size - 1,
    );
    expect(titles(menu)[0]).not.toMatch(/^Ignore/);
  });

  it('speaks of the finding that the client asks about', async () => {
    server.open(uri, story);
    const findings = (await server.pull(uri)).filter(
      ({ range }) => range.start.line === lineOf(story, '## Action').start.line,
    );
    const asked = findings.at(-1)!;
    const menu = await actions(asked.range, ['quickfix'], [asked]);
    expect(
      titles(menu)
        .filter((title) => title.startsWith('Ignore “'))
        .every((title) => title.includes(`“${String(asked.code)}”`)),
    ).toBe(true);
    expect(menu[0]!.diagnostics?.[0]?.code).toBe(asked.code);
  });

  it('adds all the evidence that is missing there at once', async () => {
    server.open(uri, story);
    const all = (await actions(lineOf(story, '## Action'), ['quickfix'])).find(({ title }) =>
      /^Add a sentence on each of the \d+/.test(title),
    )!;
    const result = applyWorkspaceEdit(story, all.edit!);
    expect(result.startsWith(story.trimEnd())).toBe(true);
    expect(result.slice(story.trimEnd().length).split('\n\n').length - 1).toBe(all.diagnostics!.length);
  });
});

describe('the menu within a sentence', () => {
  it('has its rewrites and three ways to ignore it, and no refactoring in between', async () => {
    server.open(uri, story);
    const blame = (await server.pull(uri)).find(({ code }) => code === 'blame')!;
    const menu = await actions(blame.range, undefined, [blame]);
    expect(menu.filter(({ kind }) => kind !== 'quickfix')).toEqual([]);
    expect(titles(menu).slice(-3)).toEqual([
      'Ignore “blame” here',
      'Ignore “blame” in this file',
      'Ignore “blame” everywhere (setting starStories.rules)',
    ]);
    expect(applyWorkspaceEdit(story, menu[0]!.edit!)).not.toContain(
      'DevOps pushed a bad config to the gateway.',
    );
  });
});

describe('retelling', () => {
  it('is offered at the title for what the story names, and for all else', async () => {
    server.open(uri, story);
    const menu = (await actions(lineOf(story, 'title:'))).filter(
      ({ kind }) => kind === 'refactor.rewrite.starStories.retell',
    );
    expect(titles(menu)).toEqual(['Retell for Ownership', 'Retell for another principle or question…']);
    expect(menu[1]!.command).toMatchObject({ command: 'starStories.retell', arguments: [uri] });
    const result = applyWorkspaceEdit(story, menu[0]!.edit!);
    expect(result.startsWith(story.trimEnd())).toBe(true);
    expect(result).toContain('\n\n## Retold for Ownership\n\n> **Lead with** the boundary');
    server.change(uri, 2, result);
    expect(titles(await actions(lineOf(story, 'title:'), ['refactor.rewrite.starStories.retell']))).toEqual([
      'Retell for another principle or question…',
    ]);
  });

  it('is answered as a section and as a file', async () => {
    server.open(uri, story);
    const targets: RetellTarget[] = await server.connection.sendRequest('starStories/retellTargets', { uri });
    expect(targets[0]).toMatchObject({ kind: 'principle', id: 'ownership', group: 'This story' });
    expect(targets.some(({ kind }) => kind === 'question')).toBe(true);
    const retelling: Retelling = await server.connection.sendRequest('starStories/retell', {
      uri,
      kind: 'principle',
      id: 'ownership',
    });
    expect(retelling).toMatchObject({ title: 'Retell for Ownership', version: 1, existing: null });
    expect(retelling.file.suffix).toBe('ownership');
    expect(retelling.file.text).toContain(
      '> Retold for Ownership from [Orders that failed](outage.star.md).',
    );
    expect(
      await server.connection.sendRequest('starStories/retell', { uri, kind: 'principle', id: 'thrift' }),
    ).toBeNull();
    expect(
      await server.connection.sendRequest('starStories/retell', {
        uri: 'file:///notes.md',
        kind: 'principle',
        id: 'ownership',
      }),
    ).toBeNull();
  });
});

it('holes are all that is still to be filled', async () => {
  server.open(uri, story);
  const holes: ProtocolRange[] = await server.connection.sendRequest('starStories/holes', { uri });
  expect(
    holes.map(({ start, end }) => story.split('\n')[start.line]!.slice(start.character, end.character)),
  ).toEqual(['[number]', '{{who}}']);
});

it('a text is converted without being open', async () => {
  const text =
    'The export job lost 4,100 rows a night for three weeks. I ran the response. I switched the job to the replica and compared both.\r\n';
  const converted: ConvertedStory = await server.connection.sendRequest('starStories/convert', {
    text,
    name: 'exports',
    uri: 'file:///exports.txt',
  });
  expect(converted.text).toMatch(/^---\r\ntitle: exports\r\n---\r\n\r\n## Situation\r\n\r\nThe export job/);
});

describe('a rewrite from elsewhere', () => {
  const at = async (): Promise<{ uri: string; rule: string; position: ProtocolRange['start'] }> => {
    server.open(uri, story);
    const blame = (await server.pull(uri)).find(({ code }) => code === 'blame')!;
    return { uri, rule: 'blame', position: blame.range.start };
  };

  it('is told the sentence, what is weak, and the story', async () => {
    const context: RewriteContext = await server.connection.sendRequest(
      'starStories/rewriteContext',
      await at(),
    );
    expect(context).toMatchObject({
      version: 1,
      sentence: 'DevOps pushed a bad config to the gateway.',
      section: 'situation',
    });
    expect(context.story).toContain('Orders failed for 20 minutes.');
    expect(context.story).not.toContain('principles:');
    expect(
      await server.connection.sendRequest('starStories/rewriteContext', {
        ...(await at()),
        rule: 'missing-impact',
      }),
    ).toBeNull();
  });

  it('is checked by our own rules', async () => {
    const finding = await at();
    const check = async (rewrite: string): Promise<string> => {
      const { problems }: CheckedRewrite = await server.connection.sendRequest('starStories/checkRewrite', {
        ...finding,
        rewrite,
      });
      return problems.join(' ');
    };
    expect(await check('A bad config reached the gateway because no validation stood in its way.')).toBe('');
    expect(await check('DevOps broke the gateway with a bad config.')).toMatch(
      /^It still has the weakness: blame/,
    );
    expect(await check('A bad config reached the gateway and 35% of the orders failed.')).toContain('“35%”');
  });
});
