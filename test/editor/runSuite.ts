// Runs the suite of test/editor in a real extension host and prints what came of it.
//
//   tsx test/editor/runSuite.ts            desktop VS Code where it is to be had, else the embedded one
//   STAR_STORIES_DESKTOP=1 tsx …           desktop VS Code, downloaded where needed
//   STAR_STORIES_DESKTOP=0 tsx …           the embedded one
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/root';
import { bundleSuite } from './bundleSuite';
import { runInDesktop } from './runInDesktop';
import { runInEmbedded } from './runInEmbedded';
import type { SuiteResults } from './results';

/** What a host needs to run the suite. */
export interface SuiteRun {
  /** The folder of the extension under test. */
  extension: string;
  /** The folder of the extension that plays a language model. */
  model: string;
  /** The module whose `run` is called. */
  suite: string;
  /** What is open in the editor: a copy of test/editor/workspace, or a file that names it as a workspace folder. */
  workspace: string;
  /** An empty folder for settings and logs. */
  profile: string;
  /** The file that the suite writes its results to. */
  results: string;
}

/** Runs a suite to its end. What it returns is the host's side of the story, for when the suite has written nothing. */
export type SuiteHost = (run: SuiteRun) => Promise<string>;

type Results = SuiteResults & { problem?: string };

/** How often an editor is started before it is given up as one that does not open its folder. */
const mostStarts = 3;

export async function runSuite(): Promise<Results> {
  const suite = await bundleSuite();
  const runs = [
    ...(suite.forFolder ? [await runInFolder('folder', suite.module)] : []),
    ...(suite.forRoots ? [await runInFolder('roots', suite.module)] : []),
  ];
  return {
    tests: runs.flatMap(({ tests }) => tests),
    finished: runs.every(({ finished }) => finished),
    editor: runs[0]?.editor ?? '',
    problem: runs.map(({ problem }) => problem).find((problem) => problem !== undefined),
  };
}

/**
 * Runs the tests in an editor that has its folder open. Now and then the page of a remote workspace file stays without folders for
 * ever, before the extension or a test has had any part in it: such an editor is ended and another one started, and the output says
 * so. Tests that have begun are never run again.
 */
async function runInFolder(kind: 'folder' | 'roots', suite: string): Promise<Results> {
  for (let start = 1; ; start++) {
    const results = await runIn(kind, suite);
    if (!results.isWithoutFolder || start === mostStarts) return results;
    console.log(`The editor did not open its folder (start ${start} of at most ${mostStarts}).`);
  }
}

/** Runs the tests for one folder, or those for several: an editor cannot go from one to the other without ending the suite. */
async function runIn(kind: 'folder' | 'roots', suite: string): Promise<Results> {
  // VS Code tells the real path where the temporary folder is a link, as on macOS.
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'star-stories-')));
  try {
    const folder = join(scratch, 'workspace');
    const file = join(scratch, 'roots.code-workspace');
    const run: SuiteRun = {
      extension: root,
      model: join(root, 'test', 'editor', 'model-extension'),
      suite,
      workspace: kind === 'folder' ? folder : file,
      profile: join(scratch, 'profile'),
      results: join(scratch, 'results.json'),
    };
    cpSync(join(root, 'test', 'editor', 'workspace'), folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ folders: [{ path: 'workspace' }] }));
    const host = desktopIsToBeHad() ? runInDesktop : runInEmbedded;
    const said = await host(run);
    if (!existsSync(run.results)) {
      return { tests: [], finished: false, editor: '', problem: `The suite did not start.\n${said}` };
    }
    const results = JSON.parse(readFileSync(run.results, 'utf8')) as SuiteResults;
    return results.finished ? results : { ...results, problem: `The suite did not end.\n${said}` };
  } finally {
    // An editor that is ended goes on writing for a while.
    rmSync(scratch, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** Linux needs a display for it. On a continuous-integration machine it is used when it is asked for, and not else. */
function desktopIsToBeHad(): boolean {
  const wish = process.env.STAR_STORIES_DESKTOP;
  if (wish) return wish !== '0';
  if (process.platform !== 'linux') return true;
  return !process.env.CI && Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function main(): Promise<void> {
  const { tests, editor, problem } = await runSuite();
  if (editor) console.log(editor);
  for (const { title, state, error } of tests) {
    console.log(`${state.padEnd(8)}${title}`);
    if (error) console.log(error);
  }
  if (problem) console.log(problem);
  if (problem || tests.some(({ state }) => state === 'failed')) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void main();
