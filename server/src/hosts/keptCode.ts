import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** CommonJS bundles that are loaded with what V8 made of them last time, as newer versions of Node do by themselves. */
export interface KeptCode {
  /** What the bundle exports. Bundles that it requires from beside it are loaded likewise. */
  load(file: string): unknown;
  /** How many bundles had to be compiled, for nothing fitting was kept of them. */
  readonly compiled: number;
  /** Keeps what V8 has compiled by now. Never throws: what cannot be kept is compiled again. */
  keep(): void;
}

/** What Node gives to a CommonJS module. */
type Wrapper = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** What was kept of other versions is removed after so long, in milliseconds: two editors may be of two versions. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Keeps compiled code in `folder`, in a file for each bundle and version. V8 takes no code of another version or with other flags. */
export function createKeptCode(folder: string): KeptCode {
  const loaded = new Map<string, { exports: unknown }>();
  const fresh: { script: Script; path: string }[] = [];

  const compile = (file: string): Script => {
    const source = readFileSync(file, 'utf8');
    const key = hashOf(source + process.version + process.arch).toString('hex', 0, 16);
    const path = join(folder, `${basename(file, '.js')}-${key}.code`);
    const cachedData = readKept(path);
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
    const script = new Script(wrapped, { filename: file, ...(cachedData ? { cachedData } : {}) });
    if (!cachedData || script.cachedDataRejected) fresh.push({ script, path });
    return script;
  };
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const require = createRequire(file);
    const requireBeside = (id: string): unknown =>
      id.startsWith('./') ? load(join(dirname(file), id)) : require(id);
    const run = compile(file).runInThisContext() as Wrapper;
    run(module.exports, requireBeside, module, file, dirname(file));
    return module.exports;
  };
  return {
    load,
    get compiled() {
      return fresh.length;
    },
    keep: () => {
      for (const { script, path } of fresh.splice(0)) writeKept(folder, path, script.createCachedData());
    },
  };
}

/** V8 does not look whether the code is damaged, and would run it: the file begins with the hash of the rest. */
function readKept(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(hashLength);
    return hashOf(code).equals(bytes.subarray(0, hashLength)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Of SHA-256, in bytes. */
const hashLength = 32;

function hashOf(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** Written beside the file and then renamed, so that nobody ever sees half a file. */
function writeKept(folder: string, path: string, code: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(temporary, Buffer.concat([hashOf(code), code]));
    renameSync(temporary, path);
    for (const name of readdirSync(folder)) {
      const old = join(folder, name);
      if (Date.now() - statSync(old).mtimeMs > keptFor) rmSync(old, { force: true });
    }
  } catch {
    rmSync(temporary, { force: true });
  }
}
