import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMemory } from './serverProcess';
import { createStoryMaker } from './stories';

/** The command line on many stories of 600 words, by their number. Times in seconds, memory in megabytes. */
export type LibraryFigures = Record<number, { cold: number; warm: number; memory: number }>;

/** Stories in folders of a thousand. */
export function writeLibrary(folder: string, count: number): void {
  const maker = createStoryMaker(count);
  for (let number = 0; number < count; number++) {
    const part = join(folder, String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${number}.star.md`), maker.story(600));
  }
}

export async function checkLibrary(
  bundle: string,
  folder: string,
  counts: readonly number[],
): Promise<LibraryFigures> {
  const figures: LibraryFigures = {};
  for (const count of counts) {
    console.error(`Command line: ${count} stories`);
    const parts =
      count % 1000 === 0
        ? Array.from({ length: count / 1000 }, (_, part) => join(folder, String(part)))
        : [folder];
    const cache = mkdtempSync(join(tmpdir(), 'star-stories-bench-cache-'));
    const cold = await check(bundle, [...parts, '--cache-dir', cache]);
    const warm = await check(bundle, [...parts, '--cache-dir', cache]);
    rmSync(cache, { recursive: true, force: true });
    figures[count] = { cold: cold.time, warm: warm.time, memory: Math.max(cold.memory, warm.memory) };
  }
  return figures;
}

/** Runs the command and watches its memory, that of all its threads together. */
function check(bundle: string, args: readonly string[]): Promise<{ time: number; memory: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [bundle, 'check', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, residentMemory(child.pid));
    }, 50);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0 || code === 1) resolve({ time: (performance.now() - began) / 1000, memory });
      else reject(new Error(`The command line ended with ${code}.`));
    });
  });
}
