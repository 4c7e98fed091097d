import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from './command';
import { root } from './root';

/** Where the package of this version is put. */
export function packagePath(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return join(root, `${name}-${version}.vsix`);
}

/**
 * Builds and packs the extension. The build is that of the script `vscode:prepublish`, which vsce runs.
 *
 * @throws Error with what vsce printed
 */
export async function makePackage(): Promise<string> {
  const path = packagePath();
  const { code, output } = await runTool('@vscode/vsce', 'vsce', [
    ...['package', '--out', path],
    // All that is needed is bundled.
    '--no-dependencies',
    // There is no web address for relative links to be turned into.
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ]);
  if (code !== 0) throw new Error(`The extension could not be packed:\n${output}`);
  return path;
}

async function main(): Promise<void> {
  const path = await makePackage();
  console.log(`${basename(path)}: ${(statSync(path).size / 1024).toFixed(0)} KiB`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
