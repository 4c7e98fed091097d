// The coverage panel of the packaged extension, used with the keyboard and looked at in three themes.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root';
import { axeProblems, panelFrame, setTheme, type Theme } from './webview';
import { openWorkbench, skipAfterFailure, type Workbench } from './workbench';

let workbench: Workbench;
let frame: Frame;

beforeAll(async () => {
  workbench = await openWorkbench(join(root, 'examples'), 'platform/slow-search.star.md');
  // The commands are there once the extension is.
  await workbench.page.locator('.statusbar-item[id*="star-stories"]').first().waitFor();
  await workbench.page.setViewportSize({ width: 1280, height: 1060 });
  await workbench.command('STAR Stories: Show Coverage');
  frame = await panelFrame(workbench.page, 'coverage');
  await frame.getByText('13 stories', { exact: true }).waitFor();
});

skipAfterFailure(() => workbench);

afterAll(async () => {
  await workbench.close();
});

/** What has the focus in the page: its label, or its text. */
function focused(): Promise<string> {
  return frame.evaluate<string>(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  );
}

test('holds the library against a company, with gaps, health and advice', async () => {
  expect(await frame.locator('#target').inputValue()).toBe('amazon');
  expect(await frame.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('15');
  expect(await frame.locator('[role=columnheader]').count()).toBe(17);
  expect(await frame.locator('.gap-line').first().innerText()).toMatch(/^Nothing for[^]*Frugality/);
  expect(await frame.locator('.source').innerText()).toMatch(/as of 2021-07.*company’s own page/);
});

test.each<Theme>(['light', 'dark', 'contrast'])('is accessible and legible: %s', async (theme) => {
  await setTheme(workbench, frame, theme);
  await frame.locator('.cell.s').first().hover();
  await frame.evaluate('window.scrollTo(0, 0)');
  await workbench.picture(theme === 'dark' ? 'coverage' : `coverage-${theme}`);
  expect(await axeProblems(frame)).toEqual([]);
});

test('is walked with the arrow keys', async () => {
  const first = frame.locator('[role=columnheader].name');
  await first.focus();
  expect(await focused()).toBe('Story');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await workbench.page.keyboard.press(key);
  expect(await focused()).toMatch(/^Customer Obsession: /);
  await workbench.page.keyboard.press('Control+End');
  expect(await focused()).toMatch(/^Success and Scale/);
  await workbench.page.keyboard.press('Home');
  expect(await focused()).toMatch(/Readiness \d+ of 100/);
  // One cell takes the tab, and no other.
  expect(await frame.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
});

test('is filtered, says when nothing is left, and keeps the filter while it is hidden', async () => {
  await frame.locator('#filter').fill('nothing of that name');
  await frame.getByText('No story matches').waitFor();
  await frame.getByRole('button', { name: 'Clear the filter' }).click();
  expect(await focused()).toBe('');
  await frame.locator('#filter').fill('rollback');
  expect(await frame.locator('[role=row].story').count()).toBe(1);
  await workbench.open('queue-that-fed-itself.star.md');
});

test('opens a story with Enter, and starts one for a gap with the principle in its front matter', async () => {
  const { page, folder } = workbench;
  await workbench.command('STAR Stories: Show Coverage');
  frame = await panelFrame(page, 'coverage');
  await frame.getByText('1 of 13 stories').waitFor();
  expect(await frame.locator('#filter').inputValue()).toBe('rollback');
  await frame.locator('.carriers.gap').first().focus();
  expect(await focused()).toMatch(/Press Enter to start a story for it/);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type('A story for the gap');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row').first().click();
  await page.getByRole('tab', { name: /a-story-for-the-gap/ }).waitFor();
  await page.keyboard.press('Control+S');
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('a-story-for-the-gap.star.md'),
  );
  expect(file).toBeDefined();
  await expect
    .poll(() => existsSync(join(folder, file!)) && readFileSync(join(folder, file!), 'utf8'))
    .toMatch(
      /principles: \[.*Invent and Simplify.*\][\s\S]*company: amazon|company: amazon[\s\S]*Invent and Simplify/,
    );
});

test('comes back as it was when the window is loaded again', async () => {
  const { page } = workbench;
  // The address opens a story when it is gone to; without that the workbench comes back as it was.
  const address = new URL(page.url());
  address.searchParams.delete('payload');
  await page.goto(address.href);
  await page.locator('.tab[aria-label^="Coverage"]').click();
  frame = await panelFrame(page, 'coverage');
  await frame.getByText('1 of 14 stories').waitFor();
  expect(await frame.locator('#filter').inputValue()).toBe('rollback');
  expect(await frame.locator('#target').inputValue()).toBe('amazon');
});
