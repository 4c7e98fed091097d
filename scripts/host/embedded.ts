import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command';
import { root } from '../root';
import type { EmbeddedHost } from './installEmbedded';

/** A VS Code server that listens on this machine alone. */
export interface EmbeddedServer {
  port: number;
  /** What the server has printed so far. */
  log(): string;
  /** Ends the server; the extension hosts that it has started notice that and end too. */
  stop(): Promise<void>;
  /** Calls back when the server ends: with its exit code, or null where a signal ended it. */
  onEnd(listener: (code: number | null) => void): void;
}

export interface EmbeddedServerOptions {
  /** Where settings, installed extensions and logs go; made where it is missing. */
  profile: string;
  /** Packaged extensions to install first. */
  packages?: readonly string[];
  settings?: Readonly<Record<string, unknown>>;
  env?: NodeJS.ProcessEnv;
  /** 0, which is the default, takes any free port. */
  port?: number;
  /** What the address must carry as `tkn`; without one, whoever can reach the port on this machine may use it. */
  token?: string;
  /** Lets the page load an extension from its folder and run a test suite. */
  forTests?: boolean;
}

/** Nothing that calls out, moves or talks of itself: the page shows the extension. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'update.mode': 'none',
};

/**
 * Starts the server and waits until it listens.
 *
 * @throws Error with what the server printed, where an extension cannot be installed or the server ends
 */
export async function startEmbedded(
  host: EmbeddedHost,
  options: EmbeddedServerOptions,
): Promise<EmbeddedServer> {
  const folders = writeProfile(options);
  const env = { ...process.env, ...options.env };
  for (const file of options.packages ?? []) await installPackage(host, file, folders, env);
  const hooks = ['--require', join(root, 'scripts', 'host', 'endWithParent.cjs')];
  const child = spawn(host.node, [...hooks, programOf(host), ...folders, ...serverArguments(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    windowsHide: true,
  });
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      log += chunk.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The embedded VS Code ended with exit code ${code}:\n${log}`)),
    );
  });
  return {
    port,
    log: () => log,
    stop: () => end(child),
    onEnd: (listener) => void child.once('exit', listener),
  };
}

function programOf({ vscode }: EmbeddedHost): string {
  return join(vscode, 'out', 'server-main.js');
}

async function installPackage(
  host: EmbeddedHost,
  file: string,
  folders: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const install = [programOf(host), ...folders, '--install-extension', file, '--force'];
  const { code, output } = await runCommand(host.node, install, { env });
  if (code !== 0) throw new Error(`${file} could not be installed:\n${output}`);
}

function serverArguments({ port = 0, token, forTests }: EmbeddedServerOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    // Without it the page takes no notice of an extension's folder or a suite in its address.
    ...(forTests ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** The address of a page on a folder, or on a file that names workspace folders. `payload` is what the workbench reads as its start options. */
export function pageAddress(
  server: EmbeddedServer,
  folder: string,
  payload: readonly (readonly [string, string])[] = [],
  token?: string,
): string {
  const address = new URL(`http://127.0.0.1:${server.port}/`);
  if (token) address.searchParams.set('tkn', token);
  address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', pathOnServer(folder));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.toString();
}

/** How the page names a file of the machine that the server runs on. */
export function remoteUri(server: EmbeddedServer, path: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${pathOnServer(path)}`;
}

function pathOnServer(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

function writeProfile({ profile, settings }: EmbeddedServerOptions): string[] {
  const text = JSON.stringify({ ...quietSettings, ...settings }, null, 2);
  // The server's machine settings reach every window that is connected to it, and leave the user's own alone.
  mkdirSync(join(profile, 'data', 'Machine'), { recursive: true });
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeFileSync(join(profile, 'data', 'Machine', 'settings.json'), text);
  return [
    ...['--server-data-dir', join(profile, 'server')],
    ...['--user-data-dir', join(profile, 'data')],
    ...['--extensions-dir', join(profile, 'extensions')],
  ];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(impatient);
}
