import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../../server/src/lsp/server';
import {
  libraryChangedNotification,
  libraryRequest,
  storyRequest,
  type Library,
  type LibraryChangedParams,
  type StoryDetails,
} from '../../../server/src/protocol';
import { shippedJudge } from '../judge';

const faulty = 'file:///stories/faulty.star.md';
const sound = 'file:///stories/sound.star.md';
const texts = new Map([
  [faulty, '---\ntitle: Faulty\n---\n\n## Action\n\nI pulled the poisoned release.\n'],
  [sound, '---\ntitle: Sound\n---\n\n## Action\n\nI rolled the release back.\n'],
]);

/** A client of a server whose judge, damaged as it is, fails on one word. */
function connect(): MessageConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const judge = shippedJudge();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    loadJudge: () =>
      Promise.resolve({
        ...judge,
        judge: (...given: Parameters<typeof judge.judge>) => {
          if (given[0].includes('poisoned')) throw new Error('The weights are damaged.');
          return judge.judge(...given);
        },
      }),
    files: {
      list: () => Promise.resolve([...texts.keys()]),
      read: (uri) => Promise.resolve(texts.get(uri) ?? ''),
    },
    canRead: () => true,
    rulePage: () => undefined,
  });
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client.listen();
  return client;
}

/** Resolves with the first notification that a test waits for. */
function notified<Params>(
  client: MessageConnection,
  method: string,
  isIt: (params: Params) => boolean,
): Promise<Params> {
  return new Promise((resolve) => {
    const subscription = client.onNotification(method, (params: Params) => {
      if (!isIt(params)) return;
      subscription.dispose();
      resolve(params);
    });
  });
}

describe('a story that cannot be reviewed', () => {
  // What is not handled in the server would end its process, and fails this file.
  it('is logged, and the server goes on with all others', async () => {
    const client = connect();
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: 'file:///stories', name: 'stories' }],
    });
    await client.sendNotification('initialized', {});
    let faults = 0;
    const twice = notified<{ message: string }>(client, 'window/logMessage', ({ message }) => {
      if (message.startsWith(`${faulty} could not be reviewed: Error: The weights`)) faults++;
      // Once for the lists that tell of it, and once when it is compared with the others.
      return faults === 2;
    });
    const complete = notified<LibraryChangedParams>(
      client,
      libraryChangedNotification,
      ({ isComplete }) => isComplete === true,
    );
    const textDocument = { uri: faulty, languageId: 'markdown', version: 1, text: texts.get(faulty) };
    await client.sendRequest<Library>(libraryRequest, {});
    await client.sendNotification('textDocument/didOpen', { textDocument });
    await complete;
    await twice;
    const { stories } = await client.sendRequest<Library>(libraryRequest, {});
    expect(stories.map(({ title, isReviewed }) => [title, isReviewed])).toContainEqual(['Sound', true]);
    const details = await client.sendRequest<StoryDetails | null>(storyRequest, { uri: sound });
    expect(details?.summary.title).toBe('Sound');
    client.dispose();
  });
});
