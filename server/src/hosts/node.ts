import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { loadNodeJudge } from './nodeJudge';
import { nodeFiles } from './nodeFiles';

/** The pages on the rules, which are shipped beside the bundles. */
const pages = join(__dirname, '..', 'docs', 'rules');

const connection = createConnection(ProposedFeatures.all);

startServer(connection, {
  loadJudge: () => Promise.resolve(loadNodeJudge()),
  files: nodeFiles,
  canRead: (uri) => uri.startsWith('file:'),
  rulePage: (rule) => {
    const page = join(pages, `${rule}.md`);
    return existsSync(page) ? pathToFileURL(page).href : undefined;
  },
});
