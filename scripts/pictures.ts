// `npm run pictures`: uses the packaged extension as the browser tests do, and keeps the pictures that the docs show.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './command';
import { root } from './root';

/** The pictures that README.md and docs/ show. */
const shown = [
  'squiggles',
  'problems',
  'tree',
  'hover',
  'light-bulb',
  'rewrite-menu',
  'holes',
  'split',
  'retelling',
  'coverage',
  'coverage-light',
  'coverage-contrast',
  'find-story',
  'report-light',
  'report-dark',
  'report-print',
  'cue-sheet-light',
  'rehearsal',
  'rehearsal-light',
  'rehearsal-contrast',
];

async function main(): Promise<void> {
  const { code } = await runTool('vitest', 'vitest', ['run', '--project', 'browser'], {
    echo: true,
  });
  if (code !== 0) {
    process.exitCode = 1;
    return;
  }
  const images = join(root, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const name of shown) {
    copyFileSync(join(root, 'test-results', 'pictures', `${name}.png`), join(images, `${name}.png`));
    console.log(`docs/images/${name}.png`);
  }
}

void main();
