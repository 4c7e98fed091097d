import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { headings } from './headings';

const require = createRequire(import.meta.url);
const injectionPath = 'syntaxes/star-stories.injection.tmLanguage.json';
const ours = /(?:^meta\.placeholder|star-stories$)/;

const grammarFiles: Record<string, string> = {
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': require.resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
  'star-stories.injection': injectionPath,
  'star-stories.suppression.injection': 'syntaxes/star-stories.suppression.injection.tmLanguage.json',
};

async function markdownGrammar(injections: string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scopeName) => {
      const file = grammarFiles[scopeName];
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? injections : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('tm-grammars holds no Markdown grammar');
  return grammar;
}

/** The Markdown files of a folder and of those below it. */
function markdownUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path}`);
}

/** The scopes of every character, line by line. */
function scopesOf(grammar: IGrammar, text: string): string[][][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap((token) =>
      Array.from({ length: Math.min(token.endIndex, line.length) - token.startIndex }, () => token.scopes),
    );
  });
}

let plain: IGrammar;
let injected: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  plain = await markdownGrammar([]);
  injected = await markdownGrammar(['star-stories.injection', 'star-stories.suppression.injection']);
});

describe('the injection grammar', () => {
  it.each(headings.filter(([heading]) => heading !== ''))(
    'and sectionOfHeading agree on "%s"',
    (heading, section) => {
      const scopes = scopesOf(injected, `## ${heading}`).flat(2);
      const found = scopes.flatMap(
        (scope) => /^entity\.name\.section\.(\w+)\.star-stories$/.exec(scope)?.[1] ?? [],
      );
      expect([...new Set(found)]).toEqual(section === undefined ? [] : [section]);
    },
  );

  it.each([...markdownUnder('examples'), 'test/grammar/story.test.md', 'test/grammar/ordinary.test.md'])(
    'takes no scope from %s',
    (path) => {
      const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
      const before = scopesOf(plain, text);
      const after = scopesOf(injected, text);
      expect(after.length).toBe(before.length);
      for (const [index, line] of before.entries()) {
        const kept = after[index]!.map((scopes) => scopes.filter((scope) => !ours.test(scope)));
        expect(kept, `line ${index + 1} of ${path}`).toEqual(line);
      }
    },
  );

  it('follows the list of words that may stand behind a section name', () => {
    const grammar = readFileSync(injectionPath, 'utf8');
    const source = readFileSync('server/src/rubric/sections.ts', 'utf8');
    const words = /'(first\|[^']*)'/.exec(source)?.[1];
    expect(words).toBeDefined();
    expect(grammar).toContain(words);
  });
});
