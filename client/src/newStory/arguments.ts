import * as vscode from 'vscode';
import type { GroupNode } from '../outline/nodes';
import type { StoryFolder } from './folder';
import type { StoryStart } from './start';

/** What a new story is to be, as far as whoever runs the command knows it. */
export interface NewStoryArguments {
  readonly start?: StoryStart;
  readonly title?: string;
  readonly folder?: StoryFolder;
}

/**
 * Reads the argument of `starStories.newStory`: a folder of the explorer, or an object with `question` (an id or its words), `principle`,
 * `company`, `from` (`blank`, `clipboard`, or the id of a template), `text`, `title`, `folder` (a URI). All of them are optional, and what is of the wrong
 * type is as if it were not there.
 */
export function readArguments(given: unknown): NewStoryArguments {
  if (given instanceof vscode.Uri) return { folder: given };
  if (typeof given !== 'object' || given === null) return {};
  const values = isGroup(given) ? argumentsOf(given) : (given as Record<string, unknown>);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const [question, principle, company, from, title, written] = ['question', 'principle', 'company', 'from', 'title', 'text'].map(text); // prettier-ignore
  const folder = folderOf(values.folder);
  const start = startOf({ question, principle, company, from, written });
  return {
    ...(start ? { start } : {}),
    ...(title === undefined ? {} : { title }),
    ...(folder ? { folder } : {}),
  };
}

/** A group of the tree: a story that is started from it belongs to it. */
function isGroup(given: object): given is GroupNode {
  return 'type' in given && given.type === 'group' && 'grouping' in given;
}

function argumentsOf({ grouping, key, label }: GroupNode): Record<string, unknown> {
  const isNamed =
    key !== '' && (grouping === 'company' || grouping === 'principle' || grouping === 'question');
  return isNamed ? { [grouping]: label } : {};
}

function folderOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  if (typeof value !== 'string') return undefined;
  try {
    return vscode.Uri.parse(value, true);
  } catch {
    return undefined;
  }
}

interface GivenStart {
  readonly question: string | undefined;
  readonly principle: string | undefined;
  readonly company: string | undefined;
  readonly from: string | undefined;
  readonly written: string | undefined;
}

function startOf({ question, principle, company, from, written }: GivenStart): StoryStart | undefined {
  if (written !== undefined) return { kind: 'text', text: written };
  if (from === 'clipboard') return { kind: 'text' };
  if (from === 'blank') return { kind: 'blank' };
  if ([question, principle, company, from].every((value) => value === undefined)) return undefined;
  return {
    kind: 'frame',
    ...(question === undefined ? {} : { question }),
    ...(principle === undefined ? {} : { principle }),
    ...(company === undefined ? {} : { company }),
    ...(from === undefined ? {} : { template: from }),
  };
}
