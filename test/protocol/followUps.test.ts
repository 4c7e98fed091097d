import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol';
import type { FollowUpPlace, Rehearsal, StoryFollowUp } from '../../server/src/protocol';
import { pulling, startTestServer, type TestServer } from './server';

const uri = 'file:///stories/assumed.star.md';
const story =
  '---\ntitle: Assumed\n---\n\n## Situation\n\nCheckout timed out for 17 minutes.\n\n## Action\n\nI rolled checkout back. I assumed that it worked because nobody complained.\n';

const lensesOf = async ({ connection }: TestServer): Promise<(CodeLens['command'] & object)[]> => {
  const lenses: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  return lenses.flatMap(({ command }) => command ?? []);
};

describe('a client that can rehearse', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      capabilities: pulling,
      options: { canUpdateSettings: true, canRehearse: true },
    });
    server.open(uri, story);
  });
  afterAll(() => server.stop());

  it('has a lens for each of its commands', async () => {
    expect((await lensesOf(server)).map(({ command }) => command)).toEqual([
      'starStories.revealInOutline',
      'starStories.showFollowUps',
      'starStories.rehearse',
    ]);
  });

  it('gets the follow-ups with the place that provokes each', async () => {
    const followUps: StoryFollowUp[] = await server.connection.sendRequest('starStories/followUps', { uri });
    const { range, answer } = followUps.find(({ id }) => id === 'how-did-you-know')!;
    expect(range.start.line).toBe(10);
    expect(answer).toBeNull();
  });

  it('gets a place for an answer, as plain text with a hole', async () => {
    const place: FollowUpPlace = await server.connection.sendRequest('starStories/answerFollowUp', {
      uri,
      id: 'how-did-you-know',
    });
    expect(place).toMatchObject({ version: 1, existing: null });
    expect(place.insert?.text).toMatch(/^\n\n## Follow-ups\n\n### How did you know that it worked\?\n\n\{\{/);
  });

  it('gets the story for saying it aloud', async () => {
    const rehearsal: Rehearsal = await server.connection.sendRequest('starStories/rehearsal', { uri });
    expect(rehearsal).toMatchObject({ title: 'Assumed', wordsPerMinute: 150, budgetSeconds: 240 });
    expect(rehearsal.sections.map(({ name }) => name)).toEqual(['Situation', 'Action']);
    expect(rehearsal.sections.reduce((sum, { budgetSeconds }) => sum + budgetSeconds, 0)).toBeCloseTo(240);
  });

  it.each(['starStories/followUps', 'starStories/rehearsal', 'starStories/answerFollowUp'])(
    'gets nothing for a story that is not there: %s',
    async (method) => {
      const params = { uri: 'file:///stories/none.star.md', id: 'how-did-you-know' };
      expect(await server.connection.sendRequest(method, params)).toBeNull();
    },
  );
});

it('a client without these commands has one lens that tells all and does nothing', async () => {
  const server = await startTestServer({ capabilities: pulling });
  server.open(uri, story);
  const [lens, ...others] = await lensesOf(server);
  expect(others).toEqual([]);
  expect(lens?.command).toBe('');
  expect(lens?.title).toMatch(/readiness \d+ · \d+ likely follow-ups$/);
  await server.stop();
});
