// Bundles the extension, the server, the command line and the webview pages into dist/.
//
//   node scripts/build.mjs                one build with source maps
//   node scripts/build.mjs --production   minified, without source maps: what is shipped
//   node scripts/build.mjs --watch        builds again at every change
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { givingLibraries, librariesInBoth, takingLibraries } from './sharedLibraries.mjs';

/** The repository's folder. */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

const { values: flags } = readFlags();
const production = flags.production ?? false;

/** What every bundle has in common. The oldest VS Code we support runs Node 20. @type {BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  // Quotation marks and dashes of the messages as they are: escapes would make the bundles larger.
  charset: 'utf8',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** In CommonJS there is no import.meta; packages that ask for their own place get that of the bundle. @type {BuildOptions} */
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // The package's ES modules, which its exports keep for browsers: what is not used of them is left out.
  alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') },
  define: { ...common.define, 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
/** Node's own import() would not find the names that another of our bundles exports; require does. @type {BuildOptions} */
const requiring = { supported: { 'dynamic-import': false } };
/** @type {BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** The engine runs in a browser's worker as it is. @type {BuildOptions} */
const engine = {
  ...browser,
  format: 'iife',
  globalName: 'starStoriesEngine',
  footer: { js: 'if (typeof module === "object") module.exports = starStoriesEngine;' },
};
const engineEntry = 'server/src/hosts/browser.ts';
/** @type {BuildOptions} */
const nodeServer = { ...node, plugins: [engineBeside()] };
const nodeServerEntry = 'server/src/hosts/node.ts';
/** The client library takes longer to load than all of ours, and activation is not to wait for it. @type {BuildOptions} */
const client = { ...node, external: ['vscode'] };
const clientEntry = 'client/src/languageClient.ts';
/** @type {BuildOptions} */
const webClient = { ...browser, format: 'cjs', plugins: [editorAsItIs()] };
const webClientEntry = 'client/src/extension.web.ts';

const ofServer = await librariesInBoth(
  { ...common, ...nodeServer, entryPoints: [nodeServerEntry] },
  { ...common, ...engine, entryPoints: [engineEntry] },
);
const ofClient = await librariesInBoth(
  { ...common, ...client, entryPoints: [clientEntry] },
  { ...common, ...webClient, entryPoints: [webClientEntry] },
);

/** @type {{ entry: string, output: string, options: BuildOptions }[]} */
const bundles = [
  {
    entry: 'client/src/extension.ts',
    output: 'dist/extension.js',
    options: { ...node, ...requiring, plugins: [editorAsItIs(), languageClientBeside()] },
  },
  {
    entry: clientEntry,
    output: 'dist/client.js',
    options: { ...client, plugins: [takingLibraries(ofClient, './web/extension.js')] },
  },
  // A browser's worker, and all of the server but Node's own for dist/main.js: the package holds it once.
  {
    entry: engineEntry,
    output: 'dist/engine.js',
    options: { ...engine, plugins: [givingLibraries(ofServer)] },
  },
  // What starts the server: it loads the two bundles below with what was compiled of them before.
  { entry: 'server/src/hosts/start.ts', output: 'dist/server.js', options: node },
  {
    entry: nodeServerEntry,
    output: 'dist/main.js',
    options: {
      ...nodeServer,
      plugins: [takingLibraries(ofServer, './engine.js'), ...(nodeServer.plugins ?? [])],
    },
  },
  // What the server's thread for the library runs: it takes the engine from beside it, and only when it needs it.
  {
    entry: 'server/src/hosts/summaryWorker.ts',
    output: 'dist/summaries.js',
    options: { ...node, ...requiring, plugins: [engineBeside()] },
  },
  {
    entry: 'server/src/hosts/cli/main.ts',
    output: 'dist/cli.js',
    options: { ...node, banner: { js: `#!/usr/bin/env node\n${node.banner?.js ?? ''}` } },
  },
  // What a thread of tinypool runs first, for the command line; tinypool looks for it beside the bundle.
  { entry: 'node_modules/tinypool/dist/entry/worker.js', output: 'dist/entry/worker.js', options: node },
  {
    entry: webClientEntry,
    output: 'dist/web/extension.js',
    options: {
      ...webClient,
      plugins: [givingLibraries(ofClient), ...(webClient.plugins ?? [])],
    },
  },
  ...webviewPages().map((entry) => ({
    entry,
    output: `dist/webview/${basename(dirname(entry))}.js`,
    options: /** @type {BuildOptions} */ ({ ...browser, format: 'iife' }),
  })),
];

/** Files that are shipped as they are. */
const copies = [{ from: 'server/src/judgement/weights.bin', to: 'dist/weights.bin' }];

const present = bundles.filter(({ entry }) => isThere(entry));
const contexts = await Promise.all(
  present.map(({ entry, output, options }) =>
    esbuild.context({
      ...common,
      ...options,
      entryPoints: [entry],
      outfile: output,
      plugins: [...(options.plugins ?? []), ...(flags.watch ? [announce(output)] : [])],
    }),
  ),
);

if (flags.watch) {
  copyFiles();
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes. Ctrl-C ends it.');
} else {
  try {
    await Promise.all(contexts.map((context) => context.rebuild()));
    copyFiles();
    removeStale();
    report();
  } catch (error) {
    // What is wrong with the sources esbuild has already printed, with file and line.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map((context) => context.dispose()));
  }
}

/** The `page.ts` of each folder of the client is the script of a webview. */
function webviewPages() {
  const source = join(root, 'client', 'src');
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'page.ts')
    .map((path) => `client/src/${path.split(sep).join('/')}`)
    .sort();
}

/** Leaves the engine in its own bundle, and tells of an import that would bring part of it in twice. @returns {import('esbuild').Plugin} */
function engineBeside() {
  const source = join(root, 'server', 'src');
  return {
    name: 'engine-beside',
    setup(build) {
      build.onResolve({ filter: /^\.\/engine$/ }, () => ({ path: './engine.js', external: true }));
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const [room, ...rest] = relative(source, path).split(sep);
        return room === '..' || room === 'hosts' || rest.length === 0
          ? undefined
          : {
              errors: [{ text: `${room}/ is part of dist/engine.js: import it by way of hosts/engine.ts.` }],
            };
      });
    },
  };
}

/** Leaves the language client in its own bundle. @returns {import('esbuild').Plugin} */
function languageClientBeside() {
  return {
    name: 'language-client-beside',
    setup(build) {
      build.onResolve({ filter: /^\.\/languageClient$/ }, () => ({ path: './client.js', external: true }));
    },
  };
}

/**
 * The editor's own module as it is. An import of all its names would be a copy of them in each of our files, some five hundred names
 * forty times over, which is what activation took longest for. @returns {import('esbuild').Plugin}
 */
function editorAsItIs() {
  const imported = "import * as vscode from 'vscode';";
  return {
    name: 'editor-as-it-is',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', external: true }));
      build.onLoad({ filter: /[\\/]client[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        return { contents: text.replace(imported, "const vscode = require('vscode');"), loader: 'ts' };
      });
    },
  };
}

/** @param {string} path */
function isThere(path) {
  const there = existsSync(join(root, path));
  if (!there) console.log(`skipped   ${path} does not exist yet`);
  return there;
}

function copyFiles() {
  for (const { from, to } of copies) {
    if (!isThere(from)) continue;
    mkdirSync(join(root, dirname(to)), { recursive: true });
    copyFileSync(join(root, from), join(root, to));
  }
}

/** Files of an earlier build would otherwise be packaged with this one. */
function removeStale() {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const made = new Set([...present.map(({ output }) => output), ...copies.map(({ to }) => to)]);
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const file = join(dist, path);
    const name = relative(root, file).split(sep).join('/');
    const source = name.endsWith('.map') && !production ? name.slice(0, -'.map'.length) : name;
    if (statSync(file).isFile() && !made.has(source)) rmSync(file);
  }
}

function report() {
  for (const { output } of present) {
    const file = join(root, output);
    if (output === 'dist/cli.js') chmodSync(file, 0o755);
    const bytes = readFileSync(file).length;
    console.log(`${String(Math.ceil(bytes / 1024)).padStart(6)} KiB  ${output}`);
  }
}

/** Tells of each rebuild. @param {string} output @returns {import('esbuild').Plugin} */
function announce(output) {
  return {
    name: 'announce',
    setup(build) {
      build.onEnd(({ errors }) => {
        console.log(
          `${new Date().toLocaleTimeString()}  ${output}  ${errors.length > 0 ? 'failed' : 'built'}`,
        );
      });
    },
  };
}

function readFlags() {
  try {
    return parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nKnown: --production, --watch.`);
    process.exit(2);
  }
}
