import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagePath } from '../../scripts/package';
import { filesOfZip } from './zip';

/** What a package may hold: whatever else is in it is a mistake of .vscodeignore. */
const shipped = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls\.json|readme\.md|changelog\.md|license\.txt)$/i,
  /^extension\/dist\/(client|engine|extension|main|server|summaries|web\/extension|webview\/[\w-]+)\.js$/,
  /^extension\/dist\/(weights\.bin|webview\/[\w-]+\.css)$/,
  /^extension\/snippets\/[\w.-]+$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/client\/media\/[\w./-]+\.(svg|png|md|css)$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/docs\/images\/(icon\.png|walkthrough\/[\w-]+\.webp)$/,
  /^extension\/docs\/walkthrough\/[\w-]+\.md$/,
];

const needed = [
  'package.json',
  'dist/extension.js',
  'dist/client.js',
  'dist/server.js',
  'dist/main.js',
  'dist/summaries.js',
  'dist/web/extension.js',
  'dist/engine.js',
  'docs/walkthrough/1-write.md',
  'docs/images/walkthrough/1-write.webp',
  'docs/rules/blame.md',
];

const files = filesOfZip(readFileSync(packagePath()));

test('the package weighs no more than 1.5 MB', () => {
  expect(statSync(packagePath()).size).toBeLessThanOrEqual(1_500_000);
});

test('the package holds no sources, tests or source maps, nor anything else that is not named here', () => {
  expect(files.filter((name) => !shipped.some((pattern) => pattern.test(name)))).toEqual([]);
});

test.each(needed)('the package holds %s', (name) => {
  expect(files).toContain(`extension/${name}`);
});
