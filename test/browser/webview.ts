import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Workbench } from './workbench';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The themes in which a panel is to look well, and what its pictures are called for them. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;
export type Theme = keyof typeof themes;

/** The frame of a panel's page, once its script has put something into it. `panel` is the class of its body: the panel's id. */
export async function panelFrame(page: Page, panel: string): Promise<Frame> {
  for (;;) {
    for (const frame of page.frames()) {
      // A frame may go while it is looked at: the workbench makes a new one for each page.
      const isOurs = await frame
        .evaluate<boolean>(`document.querySelector('body.${panel} #page > *') !== null`)
        .catch(() => false);
      if (isOurs) return frame;
    }
    await page.waitForTimeout(100);
  }
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe-core finds wrong in a frame, in words; empty where nothing is. */
export async function axeProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(readFileSync(axeFile, 'utf8'));
  const { violations } = await frame.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
  );
}

/** Changes the colour theme of the workbench, and waits until a panel's page has taken it on. */
export async function setTheme({ folder }: Workbench, frame: Frame, theme: Theme): Promise<void> {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'workbench.colorTheme': themes[theme] }),
  );
  // Newer editors leave “Default” out of the name.
  await frame.locator(`body[data-vscode-theme-id$='${themes[theme].replace('Default ', '')}']`).waitFor();
}
