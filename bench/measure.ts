// Measures one subject in a process of its own and prints the figures as JSON. Started by main.ts.
import { join } from 'node:path';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
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

type Change = ReturnType<ReturnType<typeof createEditedStory>['edit']>['change'];

/** Our own server in this process, as an editor speaks to it. */
async function startOurs() {
  const editor = await startEditorInMemory(join(import.meta.dirname, 'dist', 'weights.bin'));
  let version = 1;
  return {
    open: (uri: string, text: string) =>
      editor.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    close: (uri: string) => editor.notify('textDocument/didClose', { textDocument: { uri } }),
    change: (uri: string, { line, from, to, text }: Change) =>
      editor.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
      }),
    /** What the menu of quick fixes offers on a line. */
    menu: (uri: string, line: number) =>
      editor.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line, character: 0 }, end: { line, character: 600 } },
        context: { diagnostics: [] },
      }),
  };
}

type Ours = Awaited<ReturnType<typeof startOurs>>;

const editedUri = 'file:///bench/edited.star.md';

async function measureEdits({ open, change, close }: Ours, size: number): Promise<Summary> {
  const maker = createStoryMaker(size);
  const story = createEditedStory(maker, size);
  await open(editedUri, story.text);
  const edit = (): Promise<number> => change(editedUri, story.edit(maker.sentence()).change);
  await series(edit, warmUp);
  const summary = await series(edit);
  await close(editedUri);
  return summary;
}

async function measureUnseen({ open, close }: Ours, size: number): Promise<Summary> {
  const maker = createStoryMaker(size);
  const times: number[] = [];
  const end = performance.now() + limit.time;
  while (times.length < limit.runs && performance.now() < end) {
    const uri = `file:///bench/new-${times.length}.star.md`;
    const text = maker.story(size);
    times.push(await elapsed(() => open(uri, text)));
    await close(uri);
  }
  return summarise(times);
}

async function measureTyping(ours: Ours): Promise<Pick<Measured, 'longSentence' | 'menu'>> {
  const maker = createStoryMaker(40);
  const story = createEditedStory(maker, 600);
  await ours.open(editedUri, story.text);
  // Two sentences of the same story in one, which makes some forty words.
  const long = (): string =>
    `${maker.sentence().slice(0, -1)}, and ${maker.sentence().replace(/^\w/, (letter) => letter.toLowerCase())}`;
  const longSentence = await series(() => ours.change(editedUri, story.edit(long()).change));
  const menus: number[] = [];
  for (let count = 0; count < limit.runs; count++) {
    const edit = story.edit(maker.sentence()).change;
    await ours.change(editedUri, edit);
    let offered: unknown;
    const time = await elapsed(async () => (offered = await ours.menu(editedUri, edit.line)));
    // On a line without a finding there is only what may be done with the whole story.
    if ((offered as CodeAction[]).some(({ kind }) => kind === CodeActionKind.QuickFix)) menus.push(time);
  }
  return { longSentence, menu: summarise(menus) };
}

async function measureOurs(sizes: readonly number[]): Promise<Measured> {
  const ours = await startOurs();
  const edits: Record<number, Summary> = {};
  const unseen: Record<number, Summary> = {};
  for (const size of sizes) {
    edits[size] = await measureEdits(ours, size);
    unseen[size] = await measureUnseen(ours, size);
  }
  return { edits, unseen, ...(await measureTyping(ours)) };
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
