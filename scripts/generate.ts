// `npm run generate`: writes what is made from the rule table, the settings in package.json and the pages in docs/rules/, and the
// assembled kernel.
// With --check it writes nothing and fails where something is no longer as the rules say.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { describedRuleIds } from './generate/describedRules';
import { kernelModule } from './generate/kernel';
import { rulePage, rulesOverview } from './generate/rulePages';
import { configuration } from './generate/settings';
import { root } from './root';

const rulesFolder = 'docs/rules';

/** What each generated file should hold, by its path in the repository. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  files.set('package.json', packageWithSettings());
  files.set(`${rulesFolder}/README.md`, rulesOverview());
  files.set('server/src/judgement/kernel.ts', await kernelModule());
  for (const id of describedRuleIds) files.set(`${rulesFolder}/${id}.md`, rulePage(id));
  return files;
}

/** The paths of generated files that are missing, out of date, or left over from a rule that is no more. */
export async function staleFiles(): Promise<string[]> {
  const files = await generatedFiles();
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  return [...stale, ...leftOver(files)];
}

function packageWithSettings(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: Record<string, unknown>;
  };
  manifest.contributes.configuration = configuration();
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The text with plain line ends, whatever the checkout made of them. */
function read(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function leftOver(files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, rulesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `${rulesFolder}/${name}`)
    .filter((path) => !files.has(path));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const stale = await staleFiles();
  if (values.check) {
    for (const path of stale) console.error(`${path} is not as its source says.`);
    if (stale.length > 0) console.error('Run “npm run generate” and look at the difference.');
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  const files = await generatedFiles();
  for (const path of stale) {
    const text = files.get(path);
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    console.log(text === undefined ? `removed ${path}` : path);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void main();
