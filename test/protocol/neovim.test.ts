// The server as Neovim runs it, by the recipe that README.md gives.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../scripts/command';
import { ensureNeovim } from '../../scripts/host/neovim';
import { root } from '../../scripts/root';

const neovim = await ensureNeovim();

interface Seen {
  readonly found: readonly { rule: string; line: number; from: number; to: number; source: string }[];
  readonly title: string | null;
  readonly lines: readonly string[];
}

/** The block of Lua in README.md, with this repository for its placeholder. */
function recipe(): string {
  const [, lua] = /```lua\r?\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  return (lua ?? '').replace('/path/to/star-stories', root.replaceAll('\\', '/'));
}

async function openInNeovim(program: string, text: string): Promise<Seen> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'star-stories-')));
  try {
    const paths = {
      init: join(folder, 'init.lua'),
      story: join(folder, 'outage.star.md'),
      result: join(folder, 'result.json'),
    };
    writeFileSync(paths.init, recipe());
    writeFileSync(paths.story, text);
    const script = join(import.meta.dirname, 'neovim.lua');
    const { output } = await runCommand(
      program,
      ['--headless', '-n', '-i', 'NONE', '-u', paths.init, '-c', `luafile ${script}`],
      {
        cwd: folder,
        env: {
          ...process.env,
          STORY: paths.story,
          RESULT: paths.result,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
        },
        timeout: 60_000,
      },
    );
    expect(output).not.toMatch(/E\d+:|Error/);
    return JSON.parse(readFileSync(paths.result, 'utf8')) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

test.skipIf(neovim === undefined)('Neovim shows what was found and takes a rewrite', async () => {
  const blame = 'DevOps pushed a bad config and took us down.';
  const { found, title, lines } = await openInNeovim(neovim!, `# Outage\n\n## Action\n\n${blame}\n`);
  const finding = found.find(({ rule }) => rule === 'blame');
  expect(finding).toMatchObject({ line: 4, from: 0, source: 'STAR Stories' });
  expect(title).not.toBeNull();
  // A client that takes no snippets gets the hole as text.
  expect(lines[4]).toMatch(/^(?!DevOps pushed).*\{\{.+\}\}/);
  expect(lines.filter((_, line) => line !== 4)).toEqual(['# Outage', '', '## Action', '']);
});
