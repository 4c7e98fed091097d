import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/root';

/** Files whose names end so are about several workspace folders, and run where a file with such folders is open. */
const rootsEnding = '.roots.test.ts';

export interface BundledSuite {
  /** The module whose `run` an editor calls. It chooses the files by what is open. */
  readonly module: string;
  /** Whether there are files for one folder, and for several. */
  readonly forFolder: boolean;
  readonly forRoots: boolean;
}

/**
 * Bundles each file of the suite by itself into out/editor. While one works at a feature, `STAR_STORIES_SUITE=rehearsal,coverage` takes
 * only the files whose names hold one of the words.
 */
export async function bundleSuite(): Promise<BundledSuite> {
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
  return {
    module: join(output, 'index.js'),
    forFolder: tests.some((name) => !name.endsWith(rootsEnding)),
    forRoots: tests.some((name) => name.endsWith(rootsEnding)),
  };
}
