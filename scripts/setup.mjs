// What every command needs before anything is installed: the right Node and the npm dependencies. Plain JavaScript, for that reason.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process with a plain message where Node is too old to run the rest. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`STAR Stories needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs the npm dependencies where they are missing or are not those of package-lock.json.
 *
 * @returns {string | undefined} why that failed, or undefined when all is there
 */
export function installDependencies() {
  if (dependenciesAreCurrent()) return undefined;
  console.log('Installing the npm dependencies (about 330 MB) …');
  // On Windows npm is a batch file, which only a shell can start.
  const { status, error } = spawnSync('npm ci --no-audit --no-fund', {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: true,
  });
  if (error) return `npm could not be started: ${error.message}`;
  return status === 0 ? undefined : `npm ci ended with exit code ${status}`;
}

/** npm writes what it has installed into node_modules, in the form of the lock file; so both can be compared. */
function dependenciesAreCurrent() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const installed = lockedPackages(installedPath);
  return Object.entries(lockedPackages(join(root, 'package-lock.json'))).every(
    // Optional packages are for other platforms as a rule: those that fit this one come along with the rest.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }>} */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Runs a TypeScript program of this folder, which needs the dependencies, and ends this process as that one ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
export function runTypeScript(program, args) {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const ending = join(root, 'scripts', 'host', 'endWithParent.cjs');
  const child = spawn(
    process.execPath,
    ['--require', ending, '--import', loader, join(root, 'scripts', program), ...args],
    { stdio: 'inherit' },
  );
  // It cleans up and ends by itself; a terminal sends Ctrl-C to both of us.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('close', (code) => process.exit(code ?? 1));
}
