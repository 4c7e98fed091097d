// `npm run pictures`: uses the packaged extension as the browser tests do, and keeps the pictures that the docs show.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from './command';
import { ensureChromium, openBrowser } from './host/chromium';
import { root } from './root';

/** The pictures that README.md and docs/ show. */
const shown = [
  'squiggles',
  'problems',
  'tree',
  'hover',
  'light-bulb',
  'rewrite-menu',
  'holes',
  'split',
  'retelling',
  'coverage',
  'coverage-light',
  'coverage-contrast',
  'find-story',
  'report-light',
  'report-dark',
  'report-print',
  'cue-sheet-light',
  'rehearsal',
  'rehearsal-light',
  'rehearsal-contrast',
  'rehearsal-probe',
  'rehearsal-takes',
  'outline-light',
  'outline-dark',
  'outline-contrast',
];

/** What the steps of the walkthrough show, cut out of those: the package holds these, and so they are small. */
const steps = [
  { name: '1-write', from: 'holes', clip: { x: 352, y: 315, width: 908, height: 170 } },
  { name: '2-findings', from: 'light-bulb', clip: { x: 352, y: 385, width: 740, height: 220 } },
  { name: '3-evidence', from: 'tree', clip: { x: 4, y: 296, width: 344, height: 310 } },
  { name: '4-rehearse', from: 'rehearsal-light', clip: { x: 352, y: 190, width: 928, height: 350 } },
];

async function main(): Promise<void> {
  const { code } = await runTool('vitest', 'vitest', ['run', '--project', 'browser'], {
    echo: true,
  });
  if (code !== 0) {
    process.exitCode = 1;
    return;
  }
  const images = join(root, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const name of shown) {
    copyFileSync(join(root, 'test-results', 'pictures', `${name}.png`), join(images, `${name}.png`));
    console.log(`docs/images/${name}.png`);
  }
  await cutSteps(images);
}

/** Cuts the pictures of the walkthrough, as a browser shows them; as WebP they are smaller than as JPEG. */
async function cutSteps(images: string): Promise<void> {
  mkdirSync(join(images, 'walkthrough'), { recursive: true });
  const browser = await openBrowser(await ensureChromium(console.log));
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const session = await page.context().newCDPSession(page);
    for (const { name, from, clip } of steps) {
      await page.goto(pathToFileURL(join(images, `${from}.png`)).href);
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'webp',
        quality: 22,
        clip: { ...clip, scale: 1 },
      });
      writeFileSync(join(images, 'walkthrough', `${name}.webp`), Buffer.from(data, 'base64'));
      console.log(`docs/images/walkthrough/${name}.webp`);
    }
  } finally {
    await browser.close();
  }
}

void main();
