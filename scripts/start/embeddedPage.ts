import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from '../command';
import { pageAddress, remoteUri, startEmbedded } from '../host/embedded';
import { hostFolder, installEmbedded } from '../host/installEmbedded';
import { makePackage } from '../package';
import type { StartOptions } from './options';

/** The story of examples/ in which most is marked. */
const showcase = 'practice/login-on-release-day.star.md';

/** Installs the packaged extension into the embedded VS Code, starts that, and runs until Ctrl-C. */
export async function startEmbeddedPage(folder: string, options: StartOptions): Promise<void> {
  const host = await installEmbedded(console.log);
  console.log('Building and packing the extension …');
  const packaged = await makePackage();
  // Whoever can reach the port could else read and write files, and other users of this machine can.
  const token = randomBytes(16).toString('hex');
  console.log('Starting VS Code …');
  const server = await startEmbedded(host, {
    profile: join(hostFolder(), 'profile'),
    packages: [packaged],
    port: options.port,
    token,
  });
  const story = firstStory(folder);
  const payload = story ? ([['openFile', remoteUri(server, join(folder, story))]] as const) : [];
  const address = pageAddress(server, folder, payload, token);
  if (options.open) openInBrowser(address);
  console.log(`\nSTAR Stories runs here until Ctrl-C:\n\n  ${address}\n`);

  await new Promise<void>((resolve, reject) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    // A terminal sends Ctrl-C to the server as well, which may be the first to go.
    server.onEnd((code) => {
      if (code) reject(new Error(`VS Code ended with exit code ${code}:\n${server.log()}`));
      else resolve();
    });
  });
  await server.stop();
  process.exit(0);
}

/** The story to begin with: a weak one, so that there is something to be seen. */
function firstStory(folder: string): string | undefined {
  if (existsSync(join(folder, showcase))) return showcase;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.star.md') && !name.includes('node_modules'))
    .sort()[0];
}

/** Where there is no browser to be opened, the address that is printed has to do. */
function openInBrowser(address: string): void {
  const [command, ...args] = browserOpener();
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {
    console.log('No browser could be opened: the address is for you to open.');
  });
  child.unref();
}

/** The words of the command that opens an address, of which it is the last; none where there is nothing to see it on. */
function browserOpener(): string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const program = findOnPath(['xdg-open']);
  return program && (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) ? [program] : [];
}
