import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/root';

/**
 * Bundles each file of the suite by itself into out/editor. Returns the module whose `run` an editor calls. While one works at a
 * feature, `STAR_STORIES_SUITE=rehearsal,coverage` takes only the files whose names hold one of the words.
 */
export async function bundleSuite(): Promise<string> {
  const suite = join(root, 'test', 'editor', 'suite');
  const output = join(root, 'out', 'editor');
  rmSync(output, { recursive: true, force: true });
  const wanted = process.env.STAR_STORIES_SUITE?.split(',') ?? [''];
  const tests = readdirSync(suite).filter(
    (name) => name.endsWith('.test.ts') && wanted.some((word) => name.includes(word)),
  );
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...tests].map((name) => join(suite, name)),
    outdir: output,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    // mocha must be one and the same module for the runner and for every test.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(output, 'index.js');
}
