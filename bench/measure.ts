// Measures one subject in a process of its own and prints the figures as JSON. Started by main.ts.
import { join } from 'node:path';
import { startEditorInMemory } from './editorInMemory';
import { elapsed, summarise, type Summary } from './statistics';
import { createStoryMaker } from './stories';
import { peers } from './subjects';
import { createEditedStory } from './typing';

export interface Measured {
  /** Diagnostics of a story in which one sentence was replaced, by the words of the story. */
  readonly edits: Record<number, Summary>;
  /** Diagnostics of a story that was never seen. */
  readonly unseen: Record<number, Summary>;
  /** Our own alone: a sentence of some forty words replaced, and the menu of quick fixes on a line with findings. */
  readonly longSentence?: Summary;
  readonly menu?: Summary;
}

/** The time that a series may take, in milliseconds, and how many runs are enough. */
const limit = { time: 2000, runs: 300 };
const warmUp = { time: 1000, runs: 150 };

async function series(step: () => unknown, { time, runs } = limit): Promise<Summary> {
  const times: number[] = [];
  const end = performance.now() + time;
  while (times.length < runs && performance.now() < end) times.push(await elapsed(step));
  return summarise(times);
}

async function measurePeer(
  lint: (text: string) => Promise<number> | number,
  sizes: readonly number[],
): Promise<Measured> {
  const edits: Record<number, Summary> = {};
  const unseen: Record<number, Summary> = {};
  for (const size of sizes) {
    const maker = createStoryMaker(size);
    const story = createEditedStory(maker, size);
    const edit = (): string => story.edit(maker.sentence()).text;
    await series(() => lint(edit()), warmUp);
    edits[size] = await series(() => lint(edit()));
    unseen[size] = await series(() => lint(maker.story(size)));
  }
  return { edits, unseen };
}

async function measureOurs(sizes: readonly number[]): Promise<Measured> {
  const editor = await startEditorInMemory(join(import.meta.dirname, 'dist', 'weights.bin'));
  let version = 1;
  const open = (uri: string, text: string): Promise<number> =>
    editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  const close = (uri: string): Promise<number> =>
    editor.notify('textDocument/didClose', { textDocument: { uri } });
  const change = (
    uri: string,
    { line, from, to, text }: ReturnType<ReturnType<typeof createEditedStory>['edit']>['change'],
  ): Promise<number> =>
    editor.notify('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
    });
  const edits: Record<number, Summary> = {};
  const unseen: Record<number, Summary> = {};
  const uri = 'file:///bench/edited.star.md';
  for (const size of sizes) {
    const maker = createStoryMaker(size);
    const story = createEditedStory(maker, size);
    await open(uri, story.text);
    await series(() => change(uri, story.edit(maker.sentence()).change), warmUp);
    edits[size] = await series(() => change(uri, story.edit(maker.sentence()).change));
    await close(uri);
    const times: number[] = [];
    const end = performance.now() + limit.time;
    while (times.length < limit.runs && performance.now() < end) {
      const unseenUri = `file:///bench/new-${times.length}.star.md`;
      const text = maker.story(size);
      times.push(await elapsed(() => open(unseenUri, text)));
      await close(unseenUri);
    }
    unseen[size] = summarise(times);
  }
  const maker = createStoryMaker(40);
  const story = createEditedStory(maker, 600);
  await open(uri, story.text);
  // Two sentences of the same story in one, which makes some forty words.
  const long = (): string =>
    `${maker.sentence().slice(0, -1)}, and ${maker.sentence().replace(/^\w/, (letter) => letter.toLowerCase())}`;
  const longSentence = await series(() => change(uri, story.edit(long()).change));
  const menus: number[] = [];
  for (let count = 0; count < limit.runs; count++) {
    const edit = story.edit(maker.sentence()).change;
    await change(uri, edit);
    const range = { start: { line: edit.line, character: 0 }, end: { line: edit.line, character: 600 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    let offered: unknown = [];
    const time = await elapsed(
      async () => (offered = await editor.request('textDocument/codeAction', params)),
    );
    // A line without a finding has no menu.
    if (Array.isArray(offered) && offered.length > 0) menus.push(time);
  }
  const menu = summarise(menus);
  return { edits, unseen, longSentence, menu };
}

async function measureLibrary(
  lint: (text: string) => Promise<number> | number,
  stories: number,
): Promise<number> {
  const maker = createStoryMaker(1000);
  const texts = Array.from({ length: stories }, () => maker.story(600));
  return elapsed(async () => {
    for (const text of texts) await lint(text);
  });
}

const [name, task, argument] = process.argv.slice(2);
const peer = peers.find((candidate) => candidate.name === name);
const sizes = (argument ?? '').split(',').map(Number);
let result: unknown;
if (!peer) result = await measureOurs(sizes);
else {
  const lint = await peer.load();
  if (task === 'first') result = await lint(createStoryMaker(1).story(600));
  else if (task === 'library') result = await measureLibrary(lint, sizes[0] ?? 1);
  else result = await measurePeer(lint, sizes);
}
process.stdout.write(JSON.stringify(result));
// harper.js keeps the process alive.
process.exit();
