import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, onTestFailed } from 'vitest';
import { ensureChromium, openBrowser } from '../../scripts/host/chromium';
import { pageAddress, remoteUri, startEmbedded } from '../../scripts/host/embedded';
import { installEmbedded } from '../../scripts/host/installEmbedded';
import { packagePath } from '../../scripts/package';
import { root } from '../../scripts/root';

/** Where the pictures go; `npm run pictures` takes those for the docs from here. */
export const pictureFolder = join(root, 'test-results', 'pictures');

/** A page on the workbench with the packaged extension in it, and the hands to use it. */
export interface Workbench {
  page: Page;
  /** The open folder: a copy, so that a test may change it. */
  folder: string;
  /** Takes a picture of the whole page. */
  picture(name: string): Promise<void>;
  /** Runs a command by its title, as a person does from the command palette. */
  command(title: string): Promise<void>;
  /** Opens a file of the folder by its name. */
  open(file: string): Promise<void>;
  /** Puts the cursor on the first of these words in a file of the folder, which is the one in the active editor. */
  goTo(file: string, words: string): Promise<void>;
  /** Opens the view of the library by its icon in the activity bar. */
  openLibrary(): Promise<void>;
  close(): Promise<void>;
}

/**
 * After a failure the page is not as the next test of the file expects it: a picture of it is kept, and the tests behind are skipped, so
 * that only the first failure is told. Called once in a file, outside of its tests.
 */
export function skipAfterFailure(workbench: () => Workbench): void {
  let broken = false;
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier test failed');
    onTestFailed(async () => {
      broken = true;
      await workbench().picture('failed');
    });
  });
}

/** Installs the package into an embedded VS Code and opens a copy of the folder in it, with one file open in an editor. */
export async function openWorkbench(source: string, file: string): Promise<Workbench> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'star-stories-')));
  const folder = join(scratch, 'examples');
  cpSync(source, folder, { recursive: true });
  mkdirSync(pictureFolder, { recursive: true });
  const server = await startEmbedded(await installEmbedded(console.log), {
    profile: join(scratch, 'profile'),
    packages: [packagePath()],
    settings: { 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false, 'git.enabled': false },
  });
  const browser = await openBrowser(await ensureChromium(console.log));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const payload = [
      ['openFile', remoteUri(server, join(folder, file))],
      ['skipWelcome', 'true'],
    ] as const;
    await page.goto(pageAddress(server, folder, payload));
    await page.locator('.monaco-editor .view-line').first().waitFor();
  } catch (error) {
    await page.screenshot({ path: join(pictureFolder, 'failed.png') });
    await close();
    throw error;
  }

  return {
    page,
    folder,
    close,
    picture: async (name) => {
      // What fades in is shown as it is in the end.
      await page.screenshot({ path: join(pictureFolder, `${name}.png`), animations: 'disabled' });
    },
    command: (title) => pick(page, 'F1', title),
    open: (name) => pick(page, 'Control+P', name),
    goTo: async (file, words) => {
      const before = readFileSync(join(folder, file), 'utf8').split(words)[0]!.split('\n');
      await page.keyboard.press('Control+G');
      await page.locator('.quick-input-widget input').first().waitFor();
      // Into the words, and not to where they begin.
      await page.keyboard.type(`${before.length}:${before.at(-1)!.length + 2}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    // The item that holds the icon: the number of stories with warnings lies over the icon itself and takes its clicks.
    openLibrary: () =>
      page.locator('.activitybar .action-item:has(> .action-label[aria-label^="STAR Stories"])').click(),
  };
}

/** Opens the quick input by a key, types, and takes the first entry that holds the words. */
async function pick(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(words);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().click();
}
