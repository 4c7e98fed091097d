import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The rooms of the server in the order of the flow: each may import from itself and from those before it. */
const rooms = [
  'text',
  'rubric',
  'story',
  'prose',
  'figures',
  'judgement',
  'context',
  'evidence',
  'rules',
  'review',
  'library',
  'lsp',
  'hosts',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** All imports of a folder's files; those of our own files as paths from the root, others by their name. */
function importsOf(folder: string): Import[] {
  return sourceFiles(folder).flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    return [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|require\(\s*'([^']+)'\s*\)/g,
      ),
    ].map((match) => {
      const name = match[1] ?? match[2] ?? match[3]!;
      const to = name.startsWith('.')
        ? relative(root, join(root, dirname(from), name))
            .split(sep)
            .join('/')
        : name;
      return { from, to };
    });
  });
}

function roomOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(`${path}/`)?.[1];
}

const serverImports = importsOf('server/src');

/** The arrows that a condition forbids, as text for the failure's message. */
function offending(imports: readonly Import[], isWrong: (arrow: Import) => boolean): string[] {
  return imports.filter(isWrong).map(({ from, to }) => `${from} → ${to}`);
}

describe('the flow through the rooms', () => {
  it('finds the rooms that it guards', () => {
    // protocol/ is the parts of protocol.ts, which every side may know.
    const present = readdirSync(join(root, 'server/src'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'protocol',
    );
    expect(present.map(({ name }) => name).sort()).toEqual([...rooms].sort());
    expect(serverImports.length).toBeGreaterThan(100);
  });

  it('lets a room know only the rooms before it', () => {
    const isBackwards = ({ from, to }: Import): boolean => {
      const target = roomOf(to);
      return (
        to.startsWith('server/src/') &&
        target !== undefined &&
        rooms.includes(target) &&
        rooms.indexOf(target) > rooms.indexOf(roomOf(from) ?? '')
      );
    };
    expect(
      offending(serverImports, (arrow) => roomOf(arrow.from) !== undefined && isBackwards(arrow)),
    ).toEqual([]);
  });

  it('keeps LSP and VS Code within lsp/ and hosts/', () => {
    const knowsEditor = ({ to }: Import): boolean => /^vscode(?!-uri$)/.test(to);
    expect(
      offending(
        serverImports,
        (arrow) => knowsEditor(arrow) && !/^server\/src\/(?:lsp|hosts)\//.test(arrow.from),
      ),
    ).toEqual([]);
  });

  it('keeps Node within hosts/, so that all else runs in a browser', () => {
    const isNode = ({ to }: Import): boolean =>
      to.startsWith('node:') || ['fs', 'path', 'os', 'url', 'child_process', 'worker_threads'].includes(to);
    expect(
      offending(serverImports, (arrow) => isNode(arrow) && !arrow.from.startsWith('server/src/hosts/')),
    ).toEqual([]);
  });

  it('lets only prose/ know compromise', () => {
    expect(
      offending(serverImports, ({ from, to }) => to.startsWith('compromise') && roomOf(from) !== 'prose'),
    ).toEqual([]);
  });

  it('lets the client know nothing of the server but the protocol', () => {
    const isServer = ({ to }: Import): boolean => to.startsWith('server/');
    expect(
      offending(importsOf('client/src'), (arrow) => isServer(arrow) && arrow.to !== 'server/src/protocol'),
    ).toEqual([]);
  });
});
