import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, openBrowser } from '../../scripts/host/chromium';
import { pageAddress, remoteUri, startEmbedded } from '../../scripts/host/embedded';
import { installEmbedded } from '../../scripts/host/installEmbedded';
import { resultsVariable } from './results';
import type { SuiteHost } from './runSuite';

const limitSeconds = 300;

/** What the embedded host says for want of native modules, an account and a gallery, which it does not need. */
const noise = /bindings|watchdog|authentication|session|Service Worker|socket|grace|^%/i;

/** Runs the suite in the VS Code server's extension host, which starts when a page opens. */
export const runInEmbedded: SuiteHost = async ({ extension, model, suite, workspace, profile, results }) => {
  const host = await installEmbedded(console.log);
  const program = await ensureChromium(console.log);
  // An address names one extension's folder; what lies here when the server first starts is installed.
  cpSync(model, join(profile, 'extensions', 'star-stories-tests.fake-model-0.0.1'), { recursive: true });
  const server = await startEmbedded(host, {
    profile,
    forTests: true,
    env: { [resultsVariable]: results },
    // In a page the editor saves by itself a second after the last key, and some tests are about what is not saved.
    settings: { 'files.autoSave': 'off' },
  });
  const browser = await openBrowser(program);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const said: string[] = [];
    const ended = new Promise<void>((resolve) => {
      // The workbench calls these when a suite runs in it; nothing is printed while they are missing.
      void page.exposeFunction('codeAutomationExit', () => resolve());
      void page.exposeFunction('codeAutomationLog', (_type: string, words: unknown[]) =>
        said.push(words.join(' ')),
      );
    });
    await page.goto(
      pageAddress(server, workspace, [
        ['extensionDevelopmentPath', remoteUri(server, extension)],
        ['extensionTestsPath', remoteUri(server, suite)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        said.push(`It was stopped after ${limitSeconds} seconds.`);
        resolve();
      }, limitSeconds * 1000);
    });
    await Promise.race([ended, limit]);
    clearTimeout(timer);
    return said
      .filter((line) => !noise.test(line))
      .slice(-10)
      .join('\n');
  } finally {
    await browser.close();
    await server.stop();
  }
};
