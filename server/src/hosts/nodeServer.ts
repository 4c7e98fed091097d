import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadJudge, startServer } from './engine';
import { nodeFiles } from './nodeFiles';
import { readWeights } from './nodeWeights';
import { createSummaryThread } from './summaryThread';

/** The pages on the rules, which are shipped beside the bundles. */
const pages = join(__dirname, '..', 'docs', 'rules');

/** Serves the editor that started this process, over the streams that its arguments name. */
export function serve(): void {
  const knownPages = new Map<string, string | undefined>();
  startServer(createConnection(ProposedFeatures.all), {
    loadJudge: () => Promise.resolve(loadJudge(readWeights())),
    files: nodeFiles,
    canRead: (uri) => uri.startsWith('file:'),
    background: createSummaryThread(),
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
