import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureActivation, measureActivationInEditor } from './activation';
import { writeLibrary } from './library';
import { startServerProcess, type ServerProcess } from './serverProcess';
import { elapsed, summarise, type Summary } from './statistics';
import { createStoryMaker } from './stories';
import { createEditedStory, measureTyping } from './typing';

/** From the start of the process to the whole list, and to the review of its last story; one sentence edited meanwhile. */
export interface OpenedLibrary {
  readonly listed: number;
  readonly reviewed: number;
  readonly typing: Summary;
}

/** Our server as a process, as an editor runs it. Times in milliseconds, memory in megabytes. */
export interface EditorFigures {
  /** The extension loaded and activated, beside a stand-in for the editor, and in an extension host. */
  readonly activation: Summary;
  readonly activationInEditor: Summary;
  /** From the start of the process to the first diagnostics of 600 words. */
  readonly first: Summary;
  /** One sentence edited, to the diagnostics, over pipes, by the words of the story. */
  readonly piped: Record<number, Summary>;
  /** A library of 2,000 stories that nobody has opened before, and the same again. */
  readonly library: { readonly cold: OpenedLibrary; readonly warm: OpenedLibrary };
  /** Resident memory, after every sixth part of an hour of typing in twenty stories. */
  readonly memory: readonly number[];
}

export async function measureEditor(bundle: string, isQuick: boolean): Promise<EditorFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'star-stories-bench-'));
  const environment = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
  try {
    console.error('Editor: start, typing, memory, library');
    const text = createStoryMaker(1).story(600);
    const starts: number[] = [];
    // What the first start compiles is kept for the others, as on the day after the installation.
    await start(bundle, text, environment);
    for (let count = 0; count < (isQuick ? 2 : 9); count++)
      starts.push(await start(bundle, text, environment));
    const server = await startServerProcess(bundle, []);
    const piped: Record<number, Summary> = {};
    for (const words of [600, 1200, 5000])
      piped[words] = summarise(await measureTyping(server, words, isQuick ? 50 : 400, 100));
    await server.stop();
    const stories = join(folder, 'stories');
    writeLibrary(stories, isQuick ? 100 : 2000);
    const cold = await openLibrary(bundle, stories, environment);
    const warm = await openLibrary(bundle, stories, environment);
    return {
      activation: measureActivation(join(dirname(bundle), 'extension.js'), isQuick ? 3 : 15),
      activationInEditor: await measureActivationInEditor(isQuick ? 1 : 7),
      first: summarise(starts),
      piped,
      library: { cold, warm },
      memory: await typeForAnHour(bundle, isQuick ? 60 : 3600),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(bundle: string, text: string, environment: NodeJS.ProcessEnv): Promise<number> {
  let server: ServerProcess | undefined;
  const time = await elapsed(async () => {
    server = await startServerProcess(bundle, [], environment);
    await server.open('file:///bench/first.star.md', text);
  });
  await server?.stop();
  return time;
}

async function openLibrary(
  bundle: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<OpenedLibrary> {
  const began = performance.now();
  const server = await startServerProcess(bundle, [pathToFileURL(folder).href], environment);
  let listed = 0;
  let reviewed = 0;
  server.onLibraryChanged(({ isListed, isComplete }) => {
    if (isListed && listed === 0) listed = performance.now() - began;
    if (isComplete && reviewed === 0) reviewed = performance.now() - began;
  });
  await server.connection.sendRequest('starStories/library', {});
  const maker = createStoryMaker(3);
  const story = createEditedStory(maker, 600);
  const uri = 'file:///bench/meanwhile.star.md';
  await server.open(uri, story.text);
  const times: number[] = [];
  // As fast as a person types, so that what is measured is whether they wait; then a rest, for the reading gives way to whoever types.
  const rest = performance.now() + 10_000;
  for (; reviewed === 0; await new Promise((resolve) => setTimeout(resolve, 30))) {
    if (performance.now() < rest)
      times.push(await elapsed(() => server.edit(uri, story.edit(maker.sentence()).change)));
  }
  await server.stop();
  return { listed, reviewed, typing: summarise(times.slice(Math.min(20, times.length >> 1))) };
}

/** A change a second, in twenty open stories by turns; the seconds are left out. */
async function typeForAnHour(bundle: string, edits: number): Promise<number[]> {
  const server = await startServerProcess(bundle, []);
  const maker = createStoryMaker(60);
  const stories = Array.from({ length: 20 }, (_, number) => ({
    uri: `file:///bench/open-${number}.star.md`,
    story: createEditedStory(maker, 600),
  }));
  for (const { uri, story } of stories) await server.open(uri, story.text);
  const memory = [server.memory()];
  for (let count = 1; count <= edits; count++) {
    const { uri, story } = stories[Math.floor(count / 30) % stories.length]!;
    await server.edit(uri, story.edit(maker.sentence()).change);
    if (count % (edits / 6) === 0) memory.push(server.memory());
  }
  await server.stop();
  return memory;
}
