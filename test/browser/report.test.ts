// The pages that the command line writes, opened in a browser as they are: on a screen in light and dark, narrow, and on paper.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium, openBrowser } from '../../scripts/host/chromium';
import { root } from '../../scripts/root';
import { pictureFolder } from './workbench';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'star-stories-report-'));
  mkdirSync(pictureFolder, { recursive: true });
  const write = (...args: readonly string[]): void => {
    execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), 'report', '--no-cache', ...args], {
      stdio: 'ignore',
    });
  };
  write(join(root, 'examples'), '--output', join(folder, 'report.html'));
  write('--cue-sheet', join(root, 'examples', 'checkout', 'flash-sale-rollback.star.md'), '--output', join(folder, 'cue-sheet.html')); // prettier-ignore
  browser = await openBrowser(await ensureChromium(console.log));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface View {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
}

const views: readonly View[] = [
  { name: 'light', width: 1280, colorScheme: 'light', media: 'screen' },
  { name: 'dark', width: 1280, colorScheme: 'dark', media: 'screen' },
  { name: 'narrow', width: 400, colorScheme: 'light', media: 'screen' },
  // As wide as A4 is between its margins, at 96 dots an inch.
  { name: 'print', width: 703, colorScheme: 'light', media: 'print' },
];

/** Opens a page; what it asks for from elsewhere, and what it logs, is kept. */
async function open(
  file: string,
  { width, colorScheme, media }: View,
): Promise<{ page: Page; asked: string[]; logged: string[] }> {
  // The page's own policy would keep axe-core out.
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const logged: string[] = [];
  const address = pathToFileURL(join(folder, file)).href;
  page.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url());
  });
  page.on('console', (message) => logged.push(message.text()));
  await page.goto(address);
  await page.emulateMedia({ media, colorScheme });
  return { page, asked, logged };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.each(['report', 'cue-sheet'])('%s.html', (name) => {
  it.each(views.map((view) => [view.name, view] as const))(
    'in %s is free of what axe-core finds',
    async (_name, view) => {
      const { page, asked, logged } = await open(`${name}.html`, view);
      expect(await violations(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(logged).toEqual([]);
      await page.screenshot({
        path: join(pictureFolder, `${name}-${view.name}.png`),
        fullPage: view.name === 'narrow',
      });
      await page.context().close();
    },
  );

  it('keeps within the width of a telephone', async () => {
    const { page } = await open(`${name}.html`, views[2]!);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(400);
    await page.context().close();
  });
});

it('a cue sheet fits on one page of paper', async () => {
  const { page } = await open('cue-sheet.html', views[3]!);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.context().close();
});

it('a report leads from its contents to its parts', async () => {
  const { page } = await open('report.html', views[0]!);
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  expect(await page.getByRole('heading', { name: 'Stories', exact: true }).isVisible()).toBe(true);
  const target = await page.evaluate<string>('document.querySelector(":target")?.id');
  expect(target).toBe('stories');
  await page.screenshot({ path: join(pictureFolder, 'report-stories.png') });
  await page.context().close();
});
