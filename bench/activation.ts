import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/root';
import { runInEmbedded } from '../test/editor/runInEmbedded';
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

/** The same in the extension host of the embedded VS Code, from the call to the end of it, each time in a new window without stories. */
export async function measureActivationInEditor(runs: number): Promise<Summary> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const scratch = mkdtempSync(join(tmpdir(), 'star-stories-bench-'));
    const [workspace, profile, results] = ['workspace', 'profile', 'time'].map((name) =>
      join(scratch, name),
    ) as [string, string, string];
    mkdirSync(workspace);
    const model = join(root, 'test', 'editor', 'model-extension');
    const suite = join(import.meta.dirname, 'activationSuite.cjs');
    const said = await runInEmbedded({ extension: root, model, suite, workspace, profile, results });
    if (!existsSync(results)) throw new Error(`The extension was not activated in the editor.\n${said}`);
    times.push(Number.parseFloat(readFileSync(results, 'utf8')));
    rmSync(scratch, { recursive: true, force: true, maxRetries: 20 });
  }
  return summarise(times);
}
