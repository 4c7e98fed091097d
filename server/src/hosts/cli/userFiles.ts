import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ownPrinciples } from '../../library/ownPrinciples';
import { questionsFile, readOwnQuestions } from '../../library/ownQuestions';
import { userFolder, type UserFile } from '../../library/userFiles';
import type { OwnTopics } from '../../library/coverageTargets';
import { isFolder, type FileProblem } from './storyFiles';

/**
 * What the users keep of their own in `.star-stories/`, in the folders that are named or the nearest one above each. What is wrong with
 * it is added to the problems, with its line.
 */
export async function readOwnTopics(paths: readonly string[], problems: FileProblem[]): Promise<OwnTopics> {
  const folders = new Set<string>();
  for (const path of paths) folders.add((await isFolder(path)) ? resolve(path) : dirname(resolve(path)));
  const read = async <Entry>(name: string, parse: (text: string) => UserFile<Entry>): Promise<Entry[]> => {
    const files = await Promise.all([...folders].map((folder) => readAbove(folder, name)));
    const once = new Map(files.filter((file) => file !== undefined).map((file) => [file.path, file.text]));
    return [...once].flatMap(([path, text]) => {
      const { entries, problems: found } = parse(text);
      for (const { line, message } of found) problems.push({ path: `${path}:${line}`, message });
      return entries.map(({ value }) => value);
    });
  };
  return {
    principleSets: await read(ownPrinciples.name, ownPrinciples.read),
    questions: await read(questionsFile, readOwnQuestions),
  };
}

async function readAbove(folder: string, name: string): Promise<{ path: string; text: string } | undefined> {
  const path = join(folder, userFolder, name);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return { path, text };
  const parent = dirname(folder);
  return parent === folder ? undefined : readAbove(parent, name);
}
