import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  summariesAtOnce,
  type Library,
  type LibraryChangedParams,
  type StorySummary,
} from '../../server/src/protocol';
import { startTestServer, type TestServer } from './server';

const count = 1200;
const changedMethod = 'starStories/libraryChanged';

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'star-large-'));
  for (let number = 0; number < count; number++) {
    const part = join(folder, `part-${number % 3}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(
      join(part, `${number}.star.md`),
      `---\ntitle: Story ${number}\n---\n\n## Action\n\nI rolled it back.\n`,
    );
  }
  server = await startTestServer({ folder: pathToFileURL(folder).href });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps a library as a client does, until the server says that it is complete; with the size of each message. */
async function follow(
  begin: () => Promise<void> | Promise<Library>,
  known: Map<string, StorySummary>,
): Promise<number[]> {
  const sizes: number[] = [];
  const complete = server.notified(
    changedMethod,
    ({ uris, summaries = [], isComplete }: LibraryChangedParams) => {
      sizes.push(summaries.length);
      for (const uri of uris ?? []) known.delete(uri);
      for (const story of summaries) known.set(story.uri, story);
      return isComplete === true;
    },
  );
  const answer = await begin();
  if (answer) {
    sizes.push(answer.stories.length);
    for (const story of answer.stories) if (!known.has(story.uri)) known.set(story.uri, story);
  }
  await complete;
  return sizes;
}

describe('a large library', () => {
  const known = new Map<string, StorySummary>();
  const ask = (): Promise<Library> => server.connection.sendRequest('starStories/library');

  it('is told in messages of bounded size, while it is read and when it is asked for again', async () => {
    const first = await follow(ask, known);
    expect(known.size).toBe(count);
    const again = new Map<string, StorySummary>();
    const second = await follow(ask, again);
    expect(Math.max(...first, ...second)).toBeLessThanOrEqual(summariesAtOnce);
    expect([...again.keys()].sort()).toEqual([...known.keys()].sort());
  });

  it('says how many stories there will be, so that a view can be laid out for them', async () => {
    const total = server.notified(
      changedMethod,
      (params: LibraryChangedParams) => params.isComplete === true && params.total === count,
    );
    await ask();
    await total;
  });

  it('is listed again where a folder was renamed, which no file event tells of', async () => {
    renameSync(join(folder, 'part-0'), join(folder, 'other'));
    const folders = ['part-0', 'other'].map((name) => pathToFileURL(join(folder, name)).href);
    const sizes = await follow(
      () => server.connection.sendNotification('starStories/foldersChanged', { folders }),
      known,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(summariesAtOnce);
    expect(known.size).toBe(count);
    const below = (name: string): number =>
      [...known.keys()].filter((uri) => uri.includes(`/${name}/`)).length;
    expect([below('part-0'), below('other')]).toEqual([0, count / 3]);
  });

  it('reads again what stands in a folder that another one took the place of', async () => {
    mkdirSync(join(folder, 'next'));
    writeFileSync(join(folder, 'next', '0.star.md'), '---\ntitle: Replaced\n---\n');
    rmSync(join(folder, 'other'), { recursive: true });
    renameSync(join(folder, 'next'), join(folder, 'other'));
    const folders = [pathToFileURL(join(folder, 'other')).href];
    await follow(() => server.connection.sendNotification('starStories/foldersChanged', { folders }), known);
    const below = [...known.values()].filter(({ uri }) => uri.includes('/other/'));
    expect(below.map(({ title }) => title)).toEqual(['Replaced']);
  });
});
