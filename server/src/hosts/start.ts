import nodeModule, { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './diskCache';
import { createKeptCode, type KeptCode } from './keptCode';

/** The server's bundle, which lies beside this one. */
const main = join(__dirname, 'main.js');
/** When what was compiled is kept, in milliseconds: a first story has been reviewed by then, and its code is what the next start needs. */
const keepingTime = 10_000;

/** The server runs beside an editor all day: it collects garbage early rather than let the heap double in between. */
function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=25');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8 takes compiled code only where its flags are those under which it was kept, and when it is loaded they are V8's own. */
function keepUnderOwnFlags(kept: KeptCode): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--semi-space-growth-factor=2');
  kept.keep();
  collectEarly();
}

// Newer versions of Node keep what they compiled; an older one has no such function.
const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
if (enableCompileCache) {
  enableCompileCache();
  createRequire(__filename)(main);
} else {
  const kept = createKeptCode(join(cacheFolder(), 'code'));
  kept.load(main);
  if (kept.compiled > 0) {
    setTimeout(() => keepUnderOwnFlags(kept), keepingTime).unref();
    process.once('exit', () => keepUnderOwnFlags(kept));
  }
}
// While the heap fills for the first time, early collections would only hold up the start.
collectEarly();
