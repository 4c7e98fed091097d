import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { ownPrinciples, withPrincipleSets } from '../../library/ownPrinciples';
import { userFolder } from '../../library/userFiles';
import { readSettings, type ReadSettings } from '../../review/settings';

/** The settings for the stories of one folder. */
export interface FolderSettings extends ReadSettings {
  /** The file they come from; undefined where there is none and the defaults hold. */
  readonly file: string | undefined;
  /** The file of the user's own principles that is in force, and what is wrong with it. */
  readonly principles?: { readonly file: string; readonly problems: readonly string[] };
}

const prefix = 'starStories.';

/**
 * Finds settings as the editor does: `.vscode/settings.json` in the story's folder or the nearest one above, keys `starStories.…`, and
 * likewise the user's own principles in `.star-stories/principles.yaml`. `file` names another settings file to take instead. Results are
 * kept by folder.
 */
export function createSettingsFinder(
  file: string | undefined,
  overrides: Record<string, unknown>,
): (path: string) => FolderSettings {
  const known = new Map<string, FolderSettings>();
  const ofFolder = (folder: string): FolderSettings => {
    const before = known.get(folder);
    if (before) return before;
    const found = readFolder(file ?? join(folder, '.vscode', 'settings.json'), overrides, file !== undefined);
    const parent = dirname(folder);
    const settings =
      found ?? (parent === folder ? { ...readSettings(overrides), file: undefined } : ofFolder(parent));
    known.set(folder, settings);
    return settings;
  };
  const complete = new Map<string, FolderSettings>();
  const withPrinciples = (folder: string): FolderSettings => {
    const before = complete.get(folder);
    if (before) return before;
    const settings = withOwnPrinciples(ofFolder(folder), folder);
    complete.set(folder, settings);
    return settings;
  };
  return (path) => withPrinciples(dirname(path));
}

/** The settings, with the principles of the nearest file of them as known values. */
function withOwnPrinciples(settings: FolderSettings, folder: string): FolderSettings {
  let text: string;
  const file = join(folder, userFolder, ownPrinciples.name);
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    const parent = dirname(folder);
    return parent === folder ? settings : withOwnPrinciples(settings, parent);
  }
  const { entries, problems } = ownPrinciples.read(text);
  return {
    ...settings,
    options: withPrincipleSets(
      settings.options,
      entries.map(({ value }) => value),
    ),
    principles: { file, problems: problems.map(({ line, message }) => `Line ${line}: ${message}`) },
  };
}

function readFolder(
  file: string,
  overrides: Record<string, unknown>,
  isRequired: boolean,
): FolderSettings | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (!isRequired) return undefined;
    return {
      ...readSettings(overrides),
      file,
      problems: [`The settings file cannot be read: ${(error as Error).message}`],
    };
  }
  const errors: ParseError[] = [];
  const raw = parse(text, errors, { allowTrailingComma: true }) as unknown;
  const values = { ...nested(raw), ...overrides };
  if (!isRequired && Object.keys(nested(raw)).length === 0 && errors.length === 0) return undefined;
  const settings = readSettings(values);
  const problems = errors.map(
    ({ error, offset }) => `Line ${lineOf(text, offset)}: ${printParseErrorCode(error)}.`,
  );
  return { ...settings, problems: [...problems, ...settings.problems], file };
}

/** `{"starStories.limits.setupSeconds": 40}` as `{limits: {setupSeconds: 40}}`; keys of others are left out. */
function nested(raw: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (typeof raw !== 'object' || raw === null) return result;
  for (const [key, value] of Object.entries(raw)) {
    if (!key.startsWith(prefix)) continue;
    const path = key.slice(prefix.length).split('.');
    let target = result;
    for (const part of path.slice(0, -1)) {
      const next =
        typeof target[part] === 'object' && target[part] !== null
          ? (target[part] as Record<string, unknown>)
          : {};
      target[part] = next;
      target = next;
    }
    target[path.at(-1)!] = value;
  }
  return result;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
