// `npm test`: sets up what is missing, then checks everything. `npm test -- --help` tells the rest.
import { parseArgs } from 'node:util';
import { installDependencies, requireNode, runTypeScript } from './setup.mjs';

const parts = {
  types: 'TypeScript, over sources, tests and scripts',
  lint: 'ESLint',
  format: 'Prettier',
  generated: 'the generated files are those that `npm run generate` makes',
  build: 'the bundles in dist/ and the packaged extension',
  unit: 'functions and rules, with the examples that the rules bring along',
  protocol: 'a real server process over stdio',
  corpus: 'the score over stories that readers have marked',
  grammar: 'highlighting, line by line',
  editor: 'the extension in a real extension host',
  browser: 'the packaged extension, installed and used through the page, with pictures',
};

const help = `Usage: npm test -- [--only PART,…]

Installs what is missing (npm dependencies, an embedded VS Code of about 515 MB in .vscode-host/, and Chromium where it can),
builds, and runs every part. The last line is \`N passed, N failed\`.

Parts:
${Object.entries(parts)
  .map(([name, what]) => `  ${name.padEnd(10)} ${what}`)
  .join('\n')}

Environment:
  STAR_STORIES_DESKTOP   1: the editor part runs in desktop VS Code, 0: in the embedded one
  STAR_STORIES_HOST      where the embedded VS Code is kept
  CHROMIUM               the browser's program`;

requireNode();
const wanted = readArguments();
const problem = installDependencies();
if (problem) {
  console.log(`The npm dependencies could not be installed: ${problem}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
runTypeScript('test/main.ts', wanted);

/** @returns {string[]} the parts to run; none means all */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    const names = values.only?.split(',').map((name) => name.trim()) ?? [];
    const unknown = names.find((name) => !(name in parts));
    if (unknown !== undefined) throw new Error(`Unknown part '${unknown}'`);
    return names;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(`Parts: ${Object.keys(parts).join(', ')}. \`npm test -- --help\` tells more.`);
    process.exit(2);
  }
}
