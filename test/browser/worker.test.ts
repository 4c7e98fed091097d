// The server as a browser runs it: the packaged bundle in a worker of a real page, spoken to by LSP.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureChromium, openBrowser } from '../../scripts/host/chromium';
import { root } from '../../scripts/root';

/** What a page knows; its full types would come with those of a whole browser. */
declare const Worker: new (address: string) => {
  onmessage: (event: { data: Answer }) => void;
  postMessage(message: object): void;
};
interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: { readonly items?: readonly { readonly code: string }[] };
}

let browser: Browser;
let site: Server;
let address: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    const name = /^\/(engine\.js|weights\.bin)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-type', name === 'engine.js' ? 'text/javascript' : 'text/html');
    response.end(name ? readFileSync(join(root, 'dist', name)) : '<!doctype html><title>Page</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  browser = await openBrowser(await ensureChromium(console.log));
});

afterAll(async () => {
  await browser.close();
  site.close();
});

/** Starts the worker in a page, opens the story in it and returns the rules of its diagnostics, or the worker's error. */
async function rulesFoundIn(text: string, weights: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(address);
  return page.evaluate(
    ([story, weightsUri]) =>
      new Promise<string[]>((resolve) => {
        const worker = new Worker('/engine.js');
        const uri = 'memory:///a.star.md';
        const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
        worker.onmessage = ({ data }) => {
          if (data.id === 1 && data.error) resolve([data.error.message]);
          else if (data.id === 1) {
            send({ method: 'initialized', params: {} });
            const textDocument = { uri, languageId: 'markdown', version: 1, text: story };
            send({ method: 'textDocument/didOpen', params: { textDocument } });
            send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
          } else if (data.id === 2) resolve((data.result?.items ?? []).map(({ code }) => code));
        };
        send({
          id: 1,
          method: 'initialize',
          params: {
            processId: null,
            rootUri: null,
            capabilities: { textDocument: { diagnostic: {} } },
            initializationOptions: { weightsUri },
          },
        });
      }),
    [text, weights] as const,
  );
}

const story = '# Outage\n\n## Action\n\nDevOps pushed a bad config and took us down.\n';

test('a worker finds what an interviewer would mark down', async () => {
  expect(await rulesFoundIn(story, `${address}/weights.bin`)).toContain('blame');
});

test('a worker without its weights says so', async () => {
  const weights = 'http://127.0.0.1:1/weights.bin';
  const [message] = await rulesFoundIn(story, weights);
  expect(message).toContain(`The weights of the judge could not be loaded from ${weights}`);
});
