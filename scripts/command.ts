import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { root } from './root';

export interface CommandResult {
  /** The exit code, or -1 where the program could not be started or was ended by a signal. */
  code: number;
  /** What it printed, on both streams, in the order of arrival. */
  output: string;
}

/** Runs a program to its end without input. Never rejects: what went wrong is in the result. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { echo?: boolean } = {},
): Promise<CommandResult> {
  const { echo, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: -1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/**
 * How to start npm: the one that runs this script where there is one, else the one on the PATH, which on Windows is a
 * batch file and so needs a shell.
 */
export function npmCommand(): { command: string; args: string[]; shell: boolean } {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return { command: process.execPath, args: [own], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** The first of these programs that is on the PATH, as a full path. */
export function findOnPath(names: readonly string[]): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (folder !== '' && existsSync(path) && statSync(path).isFile()) return path;
      }
    }
  }
  return undefined;
}

/** Runs a program of an npm package with this Node, without the shell scripts that differ between systems. */
export function runTool(
  packageName: string,
  program: string,
  args: readonly string[],
  options: { echo?: boolean } = {},
): Promise<CommandResult> {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[program];
  if (path === undefined) throw new Error(`${packageName} has no program ${program}`);
  return runCommand(process.execPath, [join(folder, path), ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    ...options,
  });
}
