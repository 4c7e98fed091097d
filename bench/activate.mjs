// node activate.mjs EXTENSION_JS: prints how long it takes to load the extension and to activate it, in milliseconds. The editor is a stand-in
// that takes every call and does nothing, so that what is measured is ours.
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';

const [file = ''] = process.argv.slice(2);

/** Whatever is asked of it: it can be called, constructed, and asked for anything again. @type {unknown} */
const anything = new Proxy(function () {}, {
  get: (_, key) => {
    if (key === 'then') return undefined;
    if (key === Symbol.iterator) return function* () {};
    return key === Symbol.toPrimitive ? () => '' : anything;
  },
  apply: () => anything,
  construct: () => /** @type {object} */ (anything),
});
/** @param {object} known */
const withDefaults = (known) =>
  new Proxy(known, { get: (target, key) => Reflect.get(target, key) ?? anything });
const editor = withDefaults({
  workspace: withDefaults({
    textDocuments: [],
    workspaceFolders: [],
    getConfiguration: () => ({ get: (/** @type {string} */ _, /** @type {unknown} */ value) => value }),
  }),
});

const load = /** @type {{ _load: (...args: unknown[]) => unknown }} */ (/** @type {unknown} */ (Module));
const original = load._load;
load._load = function (id, ...rest) {
  return id === 'vscode' ? editor : original.call(this, id, ...rest);
};

const context = {
  extensionUri: { fsPath: dirname(dirname(file)) },
  extensionMode: 1,
  subscriptions: [],
  workspaceState: { get: () => undefined },
  globalState: { get: () => undefined },
  globalStorageUri: anything,
};
const began = performance.now();
const extension = createRequire(file)(file);
extension.activate(context);
console.log(performance.now() - began);
process.exit();
