import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';

/** What could not be read, and why, in the user's words. */
export interface FileProblem {
  readonly path: string;
  readonly message: string;
}

/** Folders that hold other people's files. */
export const excludedFolders = ['**/node_modules/**', '**/.git/**'];

/**
 * The story files that the paths name: a file as it is, a folder by all `*.star.md` below it. Each file once, sorted within its folder,
 * as absolute paths.
 */
export async function findStoryFiles(
  paths: readonly string[],
): Promise<{ files: string[]; problems: FileProblem[] }> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const info = await stat(absolute).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (info instanceof Error) {
      problems.push({
        path,
        message: info.code === 'ENOENT' ? 'There is no such file or folder.' : info.message,
      });
    } else if (info.isDirectory()) {
      const found = await glob('**/*.star.md', {
        cwd: absolute,
        absolute: true,
        dot: false,
        ignore: excludedFolders,
      });
      for (const file of found.sort()) files.add(resolve(file));
      if (found.length === 0) problems.push({ path, message: 'There is no *.star.md file in this folder.' });
    } else files.add(absolute);
  }
  return { files: [...files], problems };
}

/** Whether there is a folder at the path. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

/** The text of a file; a byte order mark at its head is no part of it. */
export async function readStoryFile(path: string): Promise<string> {
  return withoutMark(await readFile(path, 'utf8'));
}

/** A text without the byte order mark at its head. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
