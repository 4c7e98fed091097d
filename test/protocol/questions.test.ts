import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionList, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import type {
  FoundStories,
  KnownQuestion,
  Library,
  ReportPage,
  RetellTarget,
  StoryFrame,
} from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

const lock = '---\ntitle: The lock\n---\n\n## Action\n\nI found a lock on the voucher table.\n';
const mail =
  '---\ntitle: The mail\ncompany: amazon\n---\n\n## Action\n\nI told the customers every ten minutes.\n';
const ownQuestion = 'Tell me about a rollout at sea.';

let server: TestServer;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-questions-'));
  mkdirSync(join(folder, '.star-stories'));
  writeFileSync(join(folder, 'lock.star.md'), lock);
  writeFileSync(join(folder, 'mail.star.md'), mail);
});
afterEach(async () => {
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => URI.file(join(folder, name)).toString();
const ask = <Answer>(method: string, params: object): Promise<Answer> =>
  server.connection.sendRequest(method, params);

async function start(): Promise<void> {
  server = await startTestServer({ capabilities: pulling, folder: URI.file(folder).toString() });
  for (;;) {
    const changed = server.notified('starStories/libraryChanged');
    const { isComplete, stories } = await ask<Library>('starStories/library', {});
    if (isComplete && stories.length === 2) return;
    await changed;
  }
}

async function titles(question: string): Promise<string[]> {
  const { stories } = await ask<FoundStories>('starStories/findStories', { question });
  return stories.map(({ summary }) => summary.title);
}

describe('which story answers a question', () => {
  it('is told with reasons, and with the question that it is like', async () => {
    await start();
    const found = await ask<FoundStories>('starStories/findStories', { question: 'voucher lock' });
    expect(found).toMatchObject({ question: null, isComplete: true });
    expect(found.stories[0]).toMatchObject({
      summary: { uri: at('lock.star.md') },
      reasons: [expect.stringContaining('talks about “voucher” and “lock”')],
    });
    const like = await ask<FoundStories>('starStories/findStories', {
      question: 'Tell me about a disagreement with your manager',
    });
    expect(like.question?.id).toBe('disagreed-with-manager');
  });

  it('follows what is typed, saved and deleted', async () => {
    await start();
    expect(await titles('kangaroo')).toEqual([]);
    server.open(at('lock.star.md'), lock.replace('voucher', 'kangaroo'));
    expect(await titles('kangaroo')).toEqual(['The lock']);
    server.change(at('lock.star.md'), 2, lock.replace('voucher', 'wombat'));
    expect(await titles('kangaroo')).toEqual([]);
    expect(await titles('wombat')).toEqual(['The lock']);
    rmSync(join(folder, 'mail.star.md'));
    const changed = server.notified('starStories/libraryChanged');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('mail.star.md'), type: 3 }],
    });
    await changed;
    expect(await titles('customers')).toEqual([]);
  });
});

describe('the user’s own questions', () => {
  const write = (text: string): void => {
    writeFileSync(join(folder, '.star-stories', 'questions.yaml'), text);
  };

  it('stand first, are completed and are what a story can be retold for', async () => {
    write(`- text: ${ownQuestion}\n  evidence: [trade-off]\n  principles: [Bias for Action]\n`);
    await start();
    const known = await ask<KnownQuestion[]>('starStories/questions', { uri: at('lock.star.md') });
    expect(known[0]).toEqual({
      id: 'own/tell-me-about-a-rollout-at-sea',
      text: ownQuestion,
      principles: ['Bias for Action'],
      evidence: ['trade-off'],
      isOwn: true,
    });
    expect(known.slice(1).every(({ isOwn }) => !isOwn)).toBe(true);
    server.open(at('new.star.md'), '---\nquestion: \n---\n');
    const completions = await ask<CompletionList | CompletionList['items']>('textDocument/completion', {
      textDocument: { uri: at('new.star.md') },
      position: { line: 1, character: 10 },
    });
    expect(JSON.stringify(completions)).toContain(ownQuestion);
    const targets = await ask<RetellTarget[]>('starStories/retellTargets', { uri: at('new.star.md') });
    expect(targets.map(({ title }) => title)).toContain(ownQuestion);
  });

  it('have their mistakes marked, until they are mended', async () => {
    write('- text: Why?\n  evidence: [metrc]\n');
    await start();
    const uri = at('.star-stories/questions.yaml');
    const isIts = (params: PublishDiagnosticsParams): boolean => params.uri === uri;
    const marked = server.notified('textDocument/publishDiagnostics', isIts);
    await ask('starStories/questions', {});
    expect(((await marked) as PublishDiagnosticsParams).diagnostics).toMatchObject([
      { range: { start: { line: 1 } }, message: expect.stringContaining('Did you mean “metric”?') as string },
    ]);
    const mended = server.notified('textDocument/publishDiagnostics', isIts);
    write('- Why?\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 2 }],
    });
    expect(((await mended) as PublishDiagnosticsParams).diagnostics).toEqual([]);
  });
});

describe('pages and frames', () => {
  it('are made of the library as it is on the screen', async () => {
    await start();
    server.open(at('lock.star.md'), lock.replace('The lock', 'The typed lock'));
    const report = await ask<ReportPage>('starStories/report', { date: '2026-03-14' });
    expect(report.stories).toBe(2);
    expect(report.html).toContain('The typed lock');
    const sheet = await ask<ReportPage>('starStories/cueSheet', { uri: at('mail.star.md') });
    expect(sheet.html).toContain('<h1>The mail</h1>');
    expect(await ask('starStories/cueSheet', { uri: at('nothing.star.md') })).toBeNull();
  });

  it('begin a story for a question', async () => {
    await start();
    const frame = await ask<StoryFrame>('starStories/storyFrame', {
      title: 'T',
      uri: URI.file(folder).toString(),
      date: '2026-03-14',
      question: 'near-miss',
    });
    expect(frame.text).toContain(
      'question: Describe a near miss, and what you did although nothing had happened.',
    );
    expect(frame.snippet).toContain('${1:{{');
  });
});
