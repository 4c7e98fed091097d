// Rewrites and whole-story actions as a writer meets them; each test ends with a picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { root } from '../../scripts/root';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

const story = 'practice/i-saved-the-launch.star.md';
/** The words of it that promise nothing which could be checked: there are several ways to say what was done. */
const weak = 'I told the intern';
const pasted = 'practice/pasted-answer.star.md';
const retold = 'checkout/flash-sale-rollback.star.md';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench(join(root, 'examples'), story);
});

afterAll(async () => {
  await workbench.close();
});

const text = (file: string): string => readFileSync(join(workbench.folder, file), 'utf8');

/** Opens the light bulb's menu at the words, once they are underlined. */
async function openMenu(file: string, words: string): Promise<void> {
  const { page } = workbench;
  await page.locator('[class*="squiggly-"]').first().waitFor();
  await workbench.goTo(file, words);
  const ignore = page.locator('.action-widget').getByText('Ignore “').first();
  // While a page still settles, it closes the menu again.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Control+.');
        return ignore.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function failing(): Promise<void> {
  await workbench.picture('failed');
}

test('a weak sentence has several rewrites, whose titles show the result', async () => {
  onTestFailed(failing);
  const { page } = workbench;
  await openMenu(story, weak);
  expect(await page.locator('.action-widget .monaco-list-row').count()).toBeGreaterThan(4);
  await workbench.picture('rewrite-menu');
});

test('what only the writer knows is a tab stop', async () => {
  onTestFailed(failing);
  const { page } = workbench;
  const before = text(story);
  await page.locator('.action-widget').getByText('{{').first().click();
  await page.locator('.snippet-placeholder').first().waitFor();
  await workbench.picture('holes');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+S');
  await expect.poll(() => text(story), { timeout: 10_000 }).not.toBe(before);
});

test('a pasted answer is split into sections', async () => {
  onTestFailed(failing);
  const { page } = workbench;
  await workbench.open('pasted-answer.star.md');
  await page.locator('.tab.active').filter({ hasText: 'pasted-answer' }).waitFor();
  const words = text(pasted)
    .replace(/^---[^]*?---\s*/, '')
    .slice(0, 30);
  await openMenu(pasted, words);
  await page.locator('.action-widget').getByText('Split into sections').first().click();
  await page.locator('.view-line').filter({ hasText: '## Situation' }).first().waitFor();
  await page.keyboard.press('Control+S');
  await expect.poll(() => text(pasted), { timeout: 10_000 }).toContain('## Action');
  await workbench.picture('split');
});

test('a story is retold for a principle', async () => {
  onTestFailed(failing);
  const { page } = workbench;
  await workbench.open('flash-sale-rollback.star.md');
  await page.locator('.tab.active').filter({ hasText: 'flash-sale-rollback' }).waitFor();
  // A story without findings is known to be read by its lens.
  await page
    .getByText(/readiness \d+/)
    .first()
    .waitFor();
  await workbench.command('Retell for a Principle or Question');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Ownership' }).first().waitFor();
  await workbench.picture('retell-choice');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Ownership' }).first().click();
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: 'A section at the end' })
    .first()
    .click();
  await page.locator('.view-line').filter({ hasText: 'Retold for' }).first().waitFor();
  await page.keyboard.press('Control+S');
  await expect.poll(() => text(retold), { timeout: 10_000 }).toContain('## Retold for Ownership');
  await workbench.picture('retelling');
});
