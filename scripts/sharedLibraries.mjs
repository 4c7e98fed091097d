// Libraries that two bundles need: one of them gives them away, and the package holds them once.
import { relative, sep } from 'node:path';
import * as esbuild from 'esbuild';

/** @typedef {import('esbuild').BuildOptions} BuildOptions @typedef {import('esbuild').Plugin} Plugin */

/** What is the same on every platform in the libraries of the protocol, and what these need. */
const shareable = new RegExp(
  [
    String.raw`node_modules/vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageclient)/lib/common/`,
    String.raw`node_modules/(?:vscode-languageserver-types|vscode-uri|minimatch|brace-expansion|balanced-match)/`,
  ].join('|'),
);

/**
 * The shareable modules that both bundles hold, by their paths from the root.
 *
 * @param {BuildOptions} one
 * @param {BuildOptions} other
 * @returns {Promise<string[]>}
 */
export async function librariesInBoth(one, other) {
  const [own, others] = await Promise.all([inputsOf(one), inputsOf(other)]);
  return own.filter((path) => shareable.test(path) && others.includes(path));
}

/** @param {BuildOptions} options @returns {Promise<string[]>} */
async function inputsOf(options) {
  const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
  return Object.keys(metafile?.inputs ?? {});
}

/**
 * Lets a bundle give the modules away, beside what its entry exports.
 *
 * @param {readonly string[]} modules
 * @returns {Plugin}
 */
export function givingLibraries(modules) {
  const given = modules.map((module) => `${JSON.stringify(module)}: () => require(${inRoot(module)})`);
  return {
    name: 'giving-libraries',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
        kind === 'entry-point' ? { path, namespace: 'giver' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'giver' }, ({ path }) => ({
        contents: `export * from ${inRoot(path)};\nexport const libraries = {${given.join(',\n')}};`,
        resolveDir: build.initialOptions.absWorkingDir,
      }));
    },
  };
}

/** @param {string} path */
function inRoot(path) {
  return JSON.stringify(`./${path}`);
}

/**
 * Leaves the modules out of a bundle, which takes them from another one.
 *
 * @param {readonly string[]} modules
 * @param {string} giver where the other bundle lies from this one: "./engine.js"
 * @returns {Plugin}
 */
export function takingLibraries(modules, giver) {
  const taken = new Set(modules);
  return {
    name: 'taking-libraries',
    setup(build) {
      const root = build.initialOptions.absWorkingDir ?? '.';
      build.onResolve(
        { filter: /^(?:\.|[a-z])/ },
        async ({ path, pluginData, importer, resolveDir, kind }) => {
          if (pluginData === 'asked') return undefined;
          const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: 'asked' });
          const module = relative(root, found.path).split(sep).join('/');
          // What stands in for a module is CommonJS, whatever the module itself is.
          return taken.has(module) ? { path: `${module}.cjs`, namespace: 'taken' } : undefined;
        },
      );
      build.onLoad({ filter: /.*/, namespace: 'taken' }, ({ path }) => {
        const module = JSON.stringify(path.replace(/\.cjs$/, ''));
        return { contents: `module.exports = require(${JSON.stringify(giver)}).libraries[${module}]();` };
      });
      build.onResolve({ filter: /.*/, namespace: 'taken' }, ({ path }) => ({ path, external: true }));
    },
  };
}
