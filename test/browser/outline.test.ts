// The outline of the packaged extension by mouse and by keyboard, looked at in three themes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { root } from '../../scripts/root';
import { themes, type Theme } from './webview';
import { openWorkbench, type Workbench } from './workbench';

const file = 'checkout/charged-twice.star.md';
const title = 'Charged twice on a Friday';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench(join(root, 'examples'), file);
  await workbench.openLibrary();
  await line(title).waitFor();
});

afterAll(async () => {
  await workbench.close();
});

const line = (name: string) =>
  workbench.page.locator('.pane-body').getByRole('treeitem').filter({ hasText: name }).first();

function text(): string {
  return readFileSync(join(workbench.folder, file), 'utf8');
}

async function groupBy(grouping: string): Promise<void> {
  await workbench.command('STAR Stories: Group Stories By');
  const choice = workbench.page.locator('.quick-input-list .monaco-list-row').filter({
    has: workbench.page.getByText(grouping, { exact: true }),
  });
  await choice.first().click();
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

test('a story that is dragged onto a principle is tagged with it', async () => {
  onTestFailed(() => workbench.picture('failed'));
  await groupBy('Principle');
  await line('Customer Obsession').waitFor();
  await line(title).dragTo(line('Customer Obsession'));
  await expect
    .poll(text, { timeout: 10_000 })
    .toContain('principles: [Ownership, Earn Trust, Customer Obsession]');
});

test('keys rename a story, filter the library and show all of it again', async () => {
  onTestFailed(() => workbench.picture('failed'));
  const { page } = workbench;
  const input = page.locator('.quick-input-widget input').first();
  await line(title).click();
  await page.keyboard.press('F2');
  await input.waitFor();
  await input.fill('Charged three times');
  await page.keyboard.press('Enter');
  await line('Charged three times').waitFor();
  // The line is drawn as soon as the text is changed, and the file is written after that.
  await expect.poll(text, { timeout: 10_000 }).toMatch(/^title: Charged three times$/m);
  expect(text()).toMatch(/^# Charged three times$/m);
  await line('Charged three times').click();
  await page.keyboard.press('Control+F');
  await input.waitFor();
  await page.keyboard.type('three times');
  await page.keyboard.press('Enter');
  await line('Rollback in the middle').waitFor({ state: 'detached' });
  await line('Charged three times').click();
  await page.keyboard.press('Escape');
  await line('Rollback in the middle').waitFor();
});

test.each<Theme>(['light', 'dark', 'contrast'])('is legible, by strength: %s', async (theme) => {
  onTestFailed(() => workbench.picture('failed'));
  const { page, folder } = workbench;
  if (theme === 'light') await groupBy('Strength');
  await line('Ready to tell').waitFor();
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'workbench.colorTheme': themes[theme] }),
  );
  const kind = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black' }[theme];
  await page.locator(`.monaco-workbench.${kind}`).waitFor();
  await workbench.picture(`outline-${theme}`);
});
