import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import type { JsonReport } from '../../server/src/hosts/cli/jsonReport';
import type { Coverage } from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

// A set of principles in the workspace is known to the server and to the command line alike.

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const story =
  '---\ntitle: Own\ncompany: Initech\nprinciples: [Keep it running]\n---\n\nI rolled it back within 4 minutes.\n';
const good = '- company: Initech\n  principles:\n    - name: Keep it running\n      evidence: [mitigation]\n';

let folder: string;
let server: TestServer;
const file = (...path: string[]): string => join(folder, ...path);
const uri = (...path: string[]): string => pathToFileURL(file(...path)).href;

function writePrinciples(text: string): void {
  mkdirSync(file('.star-stories'), { recursive: true });
  writeFileSync(file('.star-stories', 'principles.yaml'), text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'star-own-'));
  mkdirSync(file('deep'));
  writeFileSync(file('deep', 'own.star.md'), story);
  writePrinciples(good);
  server = await startTestServer({ capabilities: pulling, folder: pathToFileURL(folder).href });
  server.open(uri('deep', 'own.star.md'), story);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function unknownValues(): Promise<unknown[]> {
  const diagnostics = await server.pull(uri('deep', 'own.star.md'));
  return diagnostics.filter(({ code }) => code === 'unknown-value').map(({ message }) => message);
}

async function rewritten(text: string): Promise<void> {
  writePrinciples(text);
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('.star-stories', 'principles.yaml'), type: 2 }],
  });
}

describe('principles of one’s own', () => {
  it('are no unknown values, nor is their company', async () => {
    expect(await unknownValues()).toEqual([]);
  });

  it('are offered in the front matter', async () => {
    const offered = async (line: number): Promise<string[]> => {
      const items: CompletionItem[] = await server.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: uri('deep', 'own.star.md') },
        position: { line, character: line === 2 ? 9 : 13 },
      });
      return items.map(({ label }) => label);
    };
    expect(await offered(2)).toContain('Initech');
    expect(await offered(3)).toContain('Keep it running');
  });

  it('are what the library can be held against', async () => {
    const coverage = await server.connection.sendRequest<Coverage>('starStories/coverage', {
      target: 'own/Initech',
    });
    expect(coverage.target).toMatchObject({ name: 'Initech', title: 'Principles', kind: 'own' });
    expect(coverage.topics.map(({ name }) => name)).toEqual(['Keep it running']);
  });

  it('are read again when the folder is told of and not the file, as where both are made at once', async () => {
    writePrinciples(good.replace('Keep it running', 'Keep it going'));
    await server.connection.sendNotification('starStories/foldersChanged', {
      folders: [uri('.star-stories')],
    });
    expect(await unknownValues()).toEqual([expect.stringContaining('“Keep it running”')]);
    writePrinciples(good);
    await server.connection.sendNotification('starStories/foldersChanged', {
      folders: [uri('.star-stories')],
    });
    expect(await unknownValues()).toEqual([]);
  });

  it('are read again when the file changes, and its mistakes are shown in it until they are mended', async () => {
    const path = uri('.star-stories', 'principles.yaml');
    const marked = server.pushed(path);
    await rewritten('- company: Initech\n  principles:\n    - name: Another\n      evidence: [mitigatoin]\n');
    const { diagnostics } = await marked;
    expect(diagnostics.map(({ message, range }) => [range.start, message])).toEqual([
      [{ line: 3, character: 17 }, expect.stringMatching(/Did you mean “mitigation”\?$/)],
    ]);
    expect(await unknownValues()).toEqual([expect.stringContaining('“Keep it running”')]);
    const mended = server.pushed(path);
    await rewritten(good);
    expect((await mended).diagnostics).toEqual([]);
    expect(await unknownValues()).toEqual([]);
  });

  it('are known on the command line, below the folder that holds them', () => {
    const check = (): JsonReport =>
      JSON.parse(
        spawnSync(process.execPath, [program, 'check', file('deep'), '--format', 'json', '--no-cache'], {
          encoding: 'utf8',
        }).stdout,
      ) as JsonReport;
    const rules = (report: JsonReport): string[] =>
      report.stories.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules(check())).not.toContain('unknown-value');
    writePrinciples('- company: Initech\n  principle: []\n');
    const report = check();
    expect(rules(report)).toContain('unknown-value');
    expect(JSON.stringify(report.problems)).toContain('Did you mean “principles”?');
    expect(JSON.stringify(report.problems)).toContain('principles.yaml');
  });
});
