import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeLibrary } from './library';
import { startServerProcess, type ServerProcess } from './serverProcess';
import { elapsed, summarise, type Summary } from './statistics';
import { createStoryMaker } from './stories';
import { createEditedStory, measureTyping } from './typing';

/** Our server as a process, as an editor runs it. Times in milliseconds, memory in megabytes. */
export interface EditorFigures {
  /** From the start of the process to the first diagnostics of 600 words. */
  readonly first: Summary;
  /** One sentence edited, to the diagnostics, over pipes, by the words of the story. */
  readonly piped: Record<number, Summary>;
  /** From the request for a library of 2,000 stories to the last summary, and typing meanwhile. */
  readonly library: { readonly cold: number; readonly warm: number; readonly typing: Summary };
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
    for (let count = 0; count < (isQuick ? 2 : 9); count++) starts.push(await start(bundle, text));
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
      first: summarise(starts),
      piped,
      library: { cold: cold.time, warm: warm.time, typing: cold.typing },
      memory: await typeForAnHour(bundle, isQuick ? 60 : 3600),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(bundle: string, text: string): Promise<number> {
  let server: ServerProcess | undefined;
  const time = await elapsed(async () => {
    server = await startServerProcess(bundle, []);
    await server.open('file:///bench/first.star.md', text);
  });
  await server?.stop();
  return time;
}

async function openLibrary(
  bundle: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ time: number; typing: Summary }> {
  const began = performance.now();
  const server = await startServerProcess(bundle, [pathToFileURL(folder).href], environment);
  let time = 0;
  server.onLibraryChanged(({ isComplete }) => {
    if (isComplete && time === 0) time = performance.now() - began;
  });
  await server.connection.sendRequest('starStories/library', {});
  const maker = createStoryMaker(3);
  const story = createEditedStory(maker, 600);
  const uri = 'file:///bench/meanwhile.star.md';
  await server.open(uri, story.text);
  const times: number[] = [];
  // As fast as a person types, so that what is measured is whether they wait.
  for (; time === 0; await new Promise((resolve) => setTimeout(resolve, 30))) {
    times.push(await elapsed(() => server.edit(uri, story.edit(maker.sentence()).change)));
  }
  await server.stop();
  return { time, typing: summarise(times.slice(Math.min(20, times.length >> 1))) };
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
