import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  summariesAtOnce,
  type Coverage,
  type Library,
  type LibraryChangedParams,
  type StoryDetails,
  type StorySummary,
} from '../../server/src/protocol';
import { startTestServer, type TestServer } from './server';

const count = 1200;
/** Stands in story 7. */
const link = '[Story 8](../part-2/8.star.md)';
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
      `---\ntitle: Story ${number}\n---\n\n## Action\n\nI rolled it back.\n${number === 7 ? `\n${link}\n` : ''}`,
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

  it('is listed before it is reviewed, and what somebody looks at is reviewed first', async () => {
    const stories = new Map<string, StorySummary>();
    const reviewed = new Set<string>();
    const watched = pathToFileURL(join(folder, 'part-2', '1199.star.md')).href;
    let reviewedBefore: number | undefined;
    const take = (params: LibraryChangedParams): void => {
      for (const story of params.summaries ?? []) {
        stories.set(story.uri, story);
        if (story.isReviewed) reviewed.add(story.uri);
        // Of those in one message it is not told which came first.
        if (story.isReviewed && story.uri === watched) reviewedBefore ??= reviewed.size;
      }
    };
    const completed = server.notified(changedMethod, (params: LibraryChangedParams) => {
      take(params);
      return params.isComplete === true;
    });
    const listed = server.notified(changedMethod, ({ isListed }: LibraryChangedParams) => isListed === true);
    await ask();
    await listed;
    const [atFirst] = [...stories.values()];
    expect(stories.size).toBe(count);
    expect(reviewed.size).toBeLessThan(count);
    expect(atFirst).toMatchObject({ title: expect.stringMatching(/^Story \d+$/) as string, seconds: expect.any(Number) as number }); // prettier-ignore
    await server.connection.sendNotification('starStories/lookedAt', { uris: [watched] });
    const opened = pathToFileURL(join(folder, 'part-1', '1198.star.md')).href;
    const details: StoryDetails = await server.connection.sendRequest('starStories/story', { uri: opened });
    expect(details.summary.isReviewed).toBe(true);
    // Who renames a story waits for the names and the links alone.
    const [from, to] = ['8', 'eight'].map((name) => pathToFileURL(join(folder, 'part-2', `${name}.star.md`)).href); // prettier-ignore
    const edit: WorkspaceEdit = await server.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: from, newUri: to }],
    });
    const linking = pathToFileURL(join(folder, 'part-1', '7.star.md')).href;
    expect(edit.changes?.[linking]?.map(({ newText }) => newText)).toEqual(['../part-2/eight.star.md']);
    const coverage: Coverage = await server.connection.sendRequest('starStories/coverage', {});
    expect(coverage.isComplete).toBe(false);
    expect(coverage.stories.length).toBeLessThan(count);
    await completed;
    expect(reviewed.size).toBe(count);
    expect(reviewedBefore).toBeLessThan(count / 2);
    const complete: Coverage = await server.connection.sendRequest('starStories/coverage', {});
    expect([complete.isComplete, complete.stories.length]).toEqual([true, count]);
  });

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
