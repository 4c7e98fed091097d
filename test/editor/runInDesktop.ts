import { runTests } from '@vscode/test-electron';
import { resultsVariable } from './results';
import type { SuiteHost } from './runSuite';

/** Runs the suite in desktop VS Code, which is downloaded once into .vscode-test. */
export const runInDesktop: SuiteHost = async ({ extension, model, suite, workspace, profile, results }) => {
  try {
    await runTests({
      extensionDevelopmentPath: [extension, model],
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${profile}`,
      ],
      extensionTestsEnv: { [resultsVariable]: results },
    });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
