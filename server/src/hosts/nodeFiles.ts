import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { StoryFiles } from '../lsp/host';
import { excludedFolders, readStoryFile } from './cli/storyFiles';

/** Stories on this machine's disk. URIs are written as VS Code writes them, so that they equal those of its documents. */
export const nodeFiles: StoryFiles = {
  list: async (folder, exclude) => {
    const ignore = [...excludedFolders, ...exclude];
    const found = await glob('**/*.star.md', {
      cwd: fileURLToPath(folder),
      absolute: true,
      ignore,
      expandDirectories: false,
    });
    return found.sort().map((path) => URI.file(path).toString());
  },
  read: (uri) => readStoryFile(URI.parse(uri).fsPath),
};
