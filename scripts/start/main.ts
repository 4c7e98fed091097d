// What `npm start` runs once the dependencies are there. Its one argument is a StartOptions as JSON.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command';
import { root } from '../root';
import { findDesktop, startDesktop } from './desktop';
import { startEmbeddedPage } from './embeddedPage';
import type { StartOptions } from './options';

async function main(options: StartOptions): Promise<void> {
  const examples = join(root, 'examples');
  const folder = options.folder ?? (existsSync(examples) ? examples : root);
  const desktop = options.host === 'embedded' ? undefined : findDesktop();
  if (options.host === 'desktop' && !desktop) {
    throw new Error(
      'No desktop VS Code is on the PATH (code, code-insiders, codium, cursor).\n' +
        "In VS Code, the command `Shell Command: Install 'code' command in PATH` puts it there; or leave --host out.",
    );
  }
  if (desktop) {
    await build();
    await startDesktop(desktop, folder);
  } else {
    await startEmbeddedPage(folder, options);
  }
}

async function build(): Promise<void> {
  console.log('Building …');
  const { code, output } = await runCommand(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
  });
  if (code !== 0) throw new Error(output);
}

main(JSON.parse(process.argv[2] ?? '{"open":true}') as StartOptions).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
