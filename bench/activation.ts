import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { summarise, type Summary } from './statistics';

/** From `require` to the end of `activate`, in milliseconds, each time in a new process of this Node, with a stand-in for the editor. */
export function measureActivation(extension: string, runs: number): Summary {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const child = spawnSync(process.execPath, [join(import.meta.dirname, 'activate.mjs'), extension], {
      encoding: 'utf8',
    });
    const time = Number.parseFloat(child.stdout);
    if (Number.isNaN(time)) throw new Error(`The extension could not be activated: ${child.stderr}`);
    times.push(time);
  }
  return summarise(times);
}
