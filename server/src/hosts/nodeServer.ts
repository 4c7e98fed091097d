import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadJudge, startServer } from './engine';
import { nodeFiles } from './nodeFiles';
import { readWeights } from './nodeWeights';
import { createSummaryThread } from './summaryThread';

/** The pages on the rules, which are shipped beside the bundles. */
const pages = join(__dirname, '..', 'docs', 'rules');

/** Serves the editor that started this process, over the streams that its arguments name. */
export function serve(): void {
  // The server runs beside an editor all day: it collects garbage early rather than let the heap double in between.
  setFlagsFromString('--heap-growing-percent=25');
  setFlagsFromString('--semi-space-growth-factor=1');
  const knownPages = new Map<string, string | undefined>();
  startServer(createConnection(ProposedFeatures.all), {
    loadJudge: () => Promise.resolve(loadJudge(readWeights())),
    files: nodeFiles,
    canRead: (uri) => uri.startsWith('file:'),
    summarise: createSummaryThread(),
    rulePage: (rule) => {
      if (!knownPages.has(rule)) knownPages.set(rule, pageOf(rule));
      return knownPages.get(rule);
    },
  });
}

function pageOf(rule: string): string | undefined {
  const page = join(pages, `${rule}.md`);
  return existsSync(page) ? pathToFileURL(page).href : undefined;
}
