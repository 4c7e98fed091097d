// “Which of my stories answers this?” as a person asks it.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { root } from '../../scripts/root';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench(join(root, 'examples'), 'practice/login-on-release-day.star.md');
});

afterAll(async () => {
  await workbench.close();
});

test('a question in any words finds the story that answers it best, says why, and opens it', async () => {
  onTestFailed(() => workbench.picture('failed'));
  const { page } = workbench;
  // The palette lists what was there when it was opened: the extension has to be at work by then.
  await page.locator('.squiggly-warning').first().waitFor();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await workbench.command('STAR Stories: Find a Story for a Question...');
  // Before anything is typed the known questions are offered.
  await rows.filter({ hasText: 'Have you ever caused an outage?' }).first().waitFor();
  await page.keyboard.type('tell me about a time you screwed up');
  const right = rows.filter({ hasText: 'Charged twice on a Friday' });
  await right.waitFor();
  const first = rows.filter({ hasText: 'readiness' }).first();
  expect(await first.innerText()).toContain('Charged twice on a Friday');
  expect(await first.innerText()).toContain('Is about a failure of your own');
  await workbench.picture('find-story');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').filter({ hasText: 'charged-twice.star.md' }).waitFor();
});
