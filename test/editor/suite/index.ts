import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { resultsVariable } from '../results';
import type { SuiteResults } from '../results';

const folderSeconds = 30;

/** What an editor calls to run the suite: the same in the desktop and in the embedded host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, color: false });
  // A file with workspace folders is open for the tests that need several of them, a single folder for all others.
  const isForRoots = vscode.workspace.workspaceFile !== undefined;
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js') && name.endsWith('.roots.test.js') === isForRoots)
      mocha.addFile(join(__dirname, name));
  }
  const results: SuiteResults = {
    tests: [],
    finished: false,
    editor: `${vscode.env.appName} ${vscode.version} (${vscode.env.appHost})`,
  };
  // Without a folder and the extension every test would wait for them in vain.
  const missing = await folderProblem();
  const problem = missing ?? (await activationProblem());
  if (problem !== undefined) {
    results.isWithoutFolder = missing !== undefined;
    results.tests.push({ title: 'the extension starts', state: 'failed', error: problem });
    results.finished = true;
    write(results);
    throw new Error(problem);
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const keep = (test: Mocha.Test, state: SuiteResults['tests'][number]['state'], error?: Error) => {
      results.tests.push({ title: test.fullTitle(), state, error: error?.stack });
      write(results);
    };
    runner.on('pass', (test) => keep(test, 'passed'));
    runner.on('fail', (test, error: Error) => keep(test, 'failed', error));
    runner.on('pending', (test) => keep(test, 'skipped'));
  });
  results.finished = true;
  write(results);
  if (failures > 0) throw new Error(`${failures} of the suite's tests failed`);
}

/**
 * Waits for the folders of a workspace file: where the file lies with a remote host, the editor may start its extensions before it has
 * read the file, and tells of the folders a moment later.
 */
async function folderProblem(): Promise<string | undefined> {
  const { workspace } = vscode;
  if (workspace.workspaceFolders?.length) return undefined;
  return new Promise((resolve) => {
    const settle = (problem: string | undefined): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(problem);
    };
    const timer = setTimeout(
      () => settle(`no folder was opened within ${folderSeconds} seconds`),
      folderSeconds * 1000,
    );
    const subscription = workspace.onDidChangeWorkspaceFolders(({ added }) => {
      if (added.length > 0) settle(undefined);
    });
  });
}

async function activationProblem(): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension('star-stories.star-stories');
    if (!extension) return 'the extension is not installed';
    await extension.activate();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.stack : String(error);
  }
}

function write(results: SuiteResults): void {
  const file = process.env[resultsVariable];
  if (file) writeFileSync(file, JSON.stringify(results, null, 2));
}
