// A whole take in the packaged extension, by keyboard alone, looked at in three themes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root';
import { axeProblems, panelFrame, setTheme, type Theme } from './webview';
import { openWorkbench, skipAfterFailure, type Workbench } from './workbench';

const story = 'platform/queue-that-fed-itself.star.md';

let workbench: Workbench;
let frame: Frame;

beforeAll(async () => {
  workbench = await openWorkbench(join(root, 'examples'), story);
  await workbench.page.getByText(/likely follow-up/).first().waitFor();
  await workbench.command('STAR Stories: Rehearse Story');
  frame = await panelFrame(workbench.page, 'rehearsal');
  await frame.getByText('The queue that fed itself').first().waitFor();
}); // prettier-ignore

skipAfterFailure(() => workbench);

afterAll(async () => {
  await workbench.close();
});

/** Within a few seconds, on a busy machine too. */
const soon = { timeout: 10_000 };
const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
const clock = (): Promise<string> => frame.getByRole('timer').innerText();
const said = (): Promise<string> => frame.locator('[aria-live=polite]').innerText();
const current = (): Promise<string> => frame.locator('[aria-current=step] .name').innerText();
const log = (): string[] =>
  readFileSync(join(workbench.folder, '.star-stories', 'takes.jsonl'), 'utf8')
    .trim()
    .split('\n');

test('the panel takes the keys as soon as it is open', async () => {
  expect(await clock()).toBe('0:00');
  expect(await axeProblems(frame)).toEqual([]);
  await press('Space');
  await frame.getByRole('button', { name: 'Pause' }).waitFor();
  await expect.poll(clock, soon).not.toBe('0:00');
  expect(await said()).toBe('Running. Situation, 0:33.');
});

test('arrows go from section to section, and the clock goes on', async () => {
  await press('ArrowRight');
  await press('ArrowRight');
  expect(await current()).toBe('Action');
  expect(await said()).toBe('Action, 2:12.');
  await press('ArrowLeft');
  expect(await current()).toBe('Task');
  await press('ArrowRight');
  await expect.poll(clock, soon).toMatch(/0:0[4-9]/);
  // Time goes by without a word.
  expect(await said()).toBe('Action, 2:12.');
  // A few seconds into a story whose first two sections take half a minute.
  expect(await frame.locator('.pace').innerText()).toContain('ahead of your pace');
  expect(await frame.locator('.planned:visible').count()).toBe(1);
});

test.each<Theme>(['light', 'dark', 'contrast'])('cue cards are accessible and legible: %s', async (theme) => {
  await setTheme(workbench, frame, theme);
  await workbench.picture(theme === 'dark' ? 'rehearsal' : `rehearsal-${theme}`);
  expect(await axeProblems(frame)).toEqual([]);
});

test('the full text is a key away, with the sentence where one should be', async () => {
  await press('ArrowLeft');
  await press('ArrowLeft');
  await press('t');
  await frame.locator('.card.text .due').waitFor();
  expect(await frame.locator('.due').count()).toBe(1);
  expect(await axeProblems(frame)).toEqual([]);
  await workbench.picture('rehearsal-text');
});

test('a running take comes back paused after a reload, with its time', async () => {
  // The editor writes down what its pages keep every few seconds.
  await expect.poll(clock, { timeout: 40_000 }).toMatch(/^0:[2-5]/);
  // The address opens the story in an editor when it is gone to; without that the workbench comes back as it was.
  const address = new URL(workbench.page.url());
  address.searchParams.delete('payload');
  await workbench.page.goto(address.href);
  frame = await panelFrame(workbench.page, 'rehearsal');
  await frame.getByRole('button', { name: 'Go on' }).waitFor();
  const after = await clock();
  expect(after).not.toBe('0:00');
  expect(await current()).toBe('Situation');
  expect(await frame.locator('.card.text').count()).toBe(1);
  await frame.getByRole('button', { name: 'Go on' }).focus();
  await press('Space');
  await frame.getByRole('button', { name: 'Pause' }).waitFor();
  await expect.poll(clock, soon).not.toBe(after);
});

test('at the end comes a question, what a strong answer holds, and the rating; the take is kept', async () => {
  for (let section = 0; section < 4; section++) await press('ArrowRight');
  expect(await current()).toBe('Reflection');
  await press('ArrowRight');
  await frame.getByText('Why it is asked:').waitFor();
  expect(await frame.getByText('A strong answer holds').count()).toBe(0);
  expect(await axeProblems(frame)).toEqual([]);
  await press('Space');
  await frame.getByText('A strong answer holds').waitFor();
  expect(await axeProblems(frame)).toEqual([]);
  await workbench.picture('rehearsal-probe');
  await press('4');
  await frame.getByRole('heading', { name: 'rated 4 of 5' }).waitFor();
  await frame.getByRole('heading', { name: 'Takes so far' }).waitFor();
  expect(await axeProblems(frame)).toEqual([]);
  expect(log()).toHaveLength(1);
  expect(JSON.parse(log()[0]!)).toMatchObject({ story, rating: 4, mode: 'text' });
});

test('takes over time are plotted, and are in a table too', async () => {
  for (const rating of ['3', '5']) {
    await press('Space');
    await frame.getByRole('button', { name: 'Start' }).waitFor();
    await press('Space');
    await expect.poll(clock, soon).not.toBe('0:00');
    await press('s');
    await frame.getByRole('button', { name: /I have answered/ }).waitFor();
    await press('Space');
    await press(rating);
    await frame.getByRole('heading', { name: `rated ${rating} of 5` }).waitFor();
  }
  await expect.poll(() => frame.locator('.plot circle').count(), soon).toBe(3);
  expect(await frame.locator('.takes tbody tr').count()).toBe(3);
  expect(log()).toHaveLength(3);
  await frame.locator('.takes').scrollIntoViewIfNeeded();
  await workbench.picture('rehearsal-takes');
});

test('an answer is written into the story', async () => {
  await press('Space');
  await press('Space');
  await press('s');
  await press('Space');
  await frame.getByRole('button', { name: /Write my answer down/ }).click();
  await workbench.page.locator('.view-line').filter({ hasText: '{{' }).first().waitFor();
  await press('Control+S');
  await expect
    .poll(() => readFileSync(join(workbench.folder, story), 'utf8'), soon)
    .toMatch(/## Follow-ups\n\n### .*\?\n\n\{\{/);
});
