import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findOnPath } from '../command';
import { canInstallFromDebian, installFromDebian } from './debian';

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium or a browser that is made of it: CHROMIUM where that is set, else the one that is installed. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return (
    findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']) ??
    usualPlaces.find((path) => existsSync(path))
  );
}

/**
 * Finds Chromium, and installs it where that can be done without asking: on Debian, as root.
 *
 * @throws Error that says how to get it
 */
export async function ensureChromium(tell: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const how =
    'Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM to its program.';
  if (!canInstallFromDebian()) throw new Error(`No Chromium was found. ${how}`);
  tell('Installing Chromium from Debian (about 300 MB) …');
  const output = await installFromDebian('chromium', 'fonts-dejavu-core');
  const installed = findChromium();
  if (!installed) throw new Error(`Chromium could not be installed. ${how}\n${output.slice(-2000)}`);
  return installed;
}

/** Starts the browser without a window, and without the calls home that it makes of its own accord. */
export function openBrowser(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: [
      // Chromium refuses to run as root inside its sandbox; it only ever opens pages of this machine.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
