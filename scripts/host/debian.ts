import { findOnPath, runCommand } from '../command';

/** Where the packages come from without asking: on Debian, as root. */
export function canInstallFromDebian(): boolean {
  return findOnPath(['apt-get']) !== undefined && process.getuid?.() === 0;
}

/** Installs packages of Debian. Returns what was printed; whether it worked is for the caller to look at. */
export async function installFromDebian(...packages: readonly string[]): Promise<string> {
  const apt = findOnPath(['apt-get']);
  if (apt === undefined) return 'There is no apt-get.';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(apt, ['update'], { env });
  const { output } = await runCommand(apt, ['install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  return output;
}
