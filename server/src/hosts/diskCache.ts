import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

/** Results kept on disk by the hash of all that they depend on. It may forget at any time, and is never wrong. */
export interface DiskCache {
  /** The name under which a result is kept: the hash of everything that it depends on besides the engine. */
  keyOf(...dependencies: readonly string[]): string;
  get(key: string): unknown;
  /** The same as JSON, for whoever hands it on to another thread. */
  getText(key: string): string | undefined;
  /** Keeps a result; `value` must survive JSON. */
  set(key: string, value: unknown): void;
  /** Writes what is new. Never throws: a cache that cannot be written is none. */
  save(): void;
}

/** Where caches belong on this system, by its own conventions. */
export function cacheFolder(environment = process.env, platform = process.platform): string {
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'star-stories');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'star-stories');
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'star-stories', 'Cache');
  return join(homedir(), '.cache', 'star-stories');
}

/** What decides about results besides their texts and options: our own code and the weights, which may change without the version. */
export function engineHash(...files: readonly string[]): string {
  return hashOf(...files.map((file) => readFileSync(file)));
}

/** A hash of texts, in 24 characters; which ends where counts. */
export function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  // The lengths keep "ab", "c" apart from "a", "bc".
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url').slice(0, keyLength);
}

/** Most results are a few kilobytes: with zlib's own settings each would take a quarter of a megabyte of memory for a moment. */
const small = { level: 1, windowBits: 12, memLevel: 5, chunkSize: 4096 } as const;

/** 144 bits, in base64url. */
const keyLength = 24;

/** The most that one of the 64 files may hold, in bytes; what was not used for longest is dropped then. */
const fileLimit = 4 * 2 ** 20;

/**
 * A cache in `folder`, for results of this engine only. It is spread over 64 files by the first character of the key; each begins
 * with the engine's hash, and holds entries of key, length and deflated JSON, whose checksum tells of damage.
 */
export function openDiskCache(folder: string, engine: string): DiskCache {
  const files = new Map<string, Map<string, Buffer>>();
  const changed = new Set<string>();
  const fileOf = (key: string): Map<string, Buffer> => {
    const name = key.charAt(0);
    let entries = files.get(name);
    if (!entries) files.set(name, (entries = readEntries(pathOf(folder, name), engine)));
    return entries;
  };
  const textOf = (key: string): string | undefined => {
    const entries = fileOf(key);
    const stored = entries.get(key);
    if (!stored) return undefined;
    // What is used moves to the end, away from what is dropped first.
    entries.delete(key);
    entries.set(key, stored);
    return inflated(stored);
  };
  return {
    keyOf: (...dependencies) => hashOf(engine, ...dependencies),
    get: (key) => parsed(textOf(key)),
    getText: textOf,
    set: (key, value) => {
      // A copy, for zlib returns the head of a larger buffer, all of which would stay.
      fileOf(key).set(key, Buffer.from(deflateSync(JSON.stringify(value), small)));
      changed.add(key.charAt(0));
    },
    save: () => {
      for (const name of changed)
        writeEntries(folder, pathOf(folder, name), engine, files.get(name) ?? new Map());
      changed.clear();
    },
  };
}

/** No file system tells A from a for certain, so the number of the character names the file. */
function pathOf(folder: string, name: string): string {
  return join(folder, `${name.charCodeAt(0)}.cache`);
}

/** Undefined where it is damaged, which its checksum tells. */
function inflated(stored: Buffer): string | undefined {
  try {
    return inflateSync(stored, { chunkSize: small.chunkSize }).toString();
  } catch {
    return undefined;
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Each entry is the key, the length of what follows in four bytes, and that. Reading stops at the first that makes no sense. */
function readEntries(path: string, engine: string): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return entries;
  }
  if (bytes.toString('latin1', 0, keyLength) !== engine) return entries;
  for (let at = keyLength; at + keyLength + 4 <= bytes.length;) {
    const start = at + keyLength + 4;
    const end = start + bytes.readUInt32LE(start - 4);
    if (end > bytes.length) break;
    entries.set(bytes.toString('latin1', at, at + keyLength), bytes.subarray(start, end));
    at = end;
  }
  return entries;
}

/** Written beside the file and then renamed, all in one step of this process, so that nobody ever sees half a file. */
function writeEntries(
  folder: string,
  path: string,
  engine: string,
  entries: ReadonlyMap<string, Buffer>,
): void {
  const kept: Buffer[] = [];
  let size = 0;
  for (const [key, stored] of [...entries].reverse()) {
    size += keyLength + 4 + stored.length;
    if (size > fileLimit) break;
    const head = Buffer.alloc(keyLength + 4);
    head.write(key, 'latin1');
    head.writeUInt32LE(stored.length, keyLength);
    kept.push(stored, head);
  }
  kept.push(Buffer.from(engine, 'latin1'));
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(temporary, Buffer.concat(kept.reverse()));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
