import * as v from 'valibot';
import { isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { upperFirst } from '../text/firstLetter';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';

/** The folder at the top of a workspace folder in which users keep what is theirs. */
export const userFolder = '.star-stories';

/** What is wrong with a file of the user's: what, where, and what to do. */
export interface UserFileProblem {
  readonly message: string;
  /** UTF-16 offsets into the file. */
  readonly span: Span;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** One entry of the file's list with its place. */
export interface UserEntry<Entry> {
  readonly value: Entry;
  readonly span: Span;
}

/** What could be read of a file of the user's, and what is wrong with the rest. */
export interface UserFile<Entry> {
  readonly entries: readonly UserEntry<Entry>[];
  readonly problems: readonly UserFileProblem[];
}

/**
 * Reads a YAML file of the user's: a list of entries that each fit the schema, or a single entry. Never throws. A mistake costs no more
 * than it must: a key that is not known is left out, an item of a list within an entry that does not fit is left out, and else the entry.
 *
 * @param schema of one entry; messages in it complete the sentence "“key” must be …", as in `v.string('a text')`. With `v.strictObject`
 *   keys that are not known are told.
 * @param what names an entry in messages, with its article: "a question"
 */
export function readUserFile<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  what: string,
): UserFile<v.InferOutput<Schema>> {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const problem = problemMaker(text);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problem(`This YAML does not parse: ${firstLine(message)}`, { start: pos[0], end: pos[1] }),
    );
    return { entries: [], problems };
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { entries: [], problems: [] };
  const raw = plainValue(document);
  if (raw === undefined)
    return {
      entries: [],
      problems: [problem('This YAML refers to itself and cannot be read.', { start: 0, end: 1 })],
    };
  if (!isSeq(contents) && !isMap(contents))
    return {
      entries: [],
      problems: [
        problem(`This file must be a list: begin ${what} with “- ”.`, {
          start: 0,
          end: text.trimEnd().length,
        }),
      ],
    };
  const found = isSeq(contents)
    ? contents.items.map((node, index) => ({
        node: isNode(node) ? node : null,
        value: (raw as unknown[])[index],
      }))
    : [{ node: contents, value: raw }];
  const problems: UserFileProblem[] = [];
  const entries = found.flatMap(({ node, value }): UserEntry<v.InferOutput<Schema>>[] => {
    const span = spanOf(node) ?? { start: 0, end: 0 };
    const read = readEntry(schema, value, (issue) => {
      problems.push(problem(messageOf(issue, what, schema), placeOf(node, issue) ?? firstLineOf(text, span)));
    });
    return read ? [{ value: read.output, span }] : [];
  });
  return { entries, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Validates an entry and leaves out what does not fit, as long as that makes the rest fit. */
function readEntry<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  report: (issue: v.BaseIssue<unknown>) => void,
): { output: v.InferOutput<Schema> } | undefined {
  let rest = value;
  // Each round takes something out, so that there is an end to it.
  for (;;) {
    const result = v.safeParse(schema, rest);
    if (result.success) return { output: result.output };
    result.issues.forEach(report);
    const removable = result.issues.map(removablePath).filter((path) => path !== undefined);
    if (removable.length < result.issues.length) return undefined;
    rest = without(rest, removable);
  }
}

/** The path to what can be left out on account of an issue: the unknown key, else the item of the innermost list; undefined for the entry. */
function removablePath(issue: v.BaseIssue<unknown>): PropertyKey[] | undefined {
  const path = pathOf(issue);
  if (isUnknownKey(issue)) return path;
  // A key that is missing cannot be taken out.
  if (isMissingKey(issue)) return undefined;
  if (issue.path?.at(-1)?.origin === 'key') return path;
  const last = path.findLastIndex((key) => typeof key === 'number');
  return last === -1 ? undefined : path.slice(0, last + 1);
}

function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const mine = (key: PropertyKey): (readonly PropertyKey[])[] =>
    paths.filter((path) => path[0] === key).map((path) => path.slice(1));
  const isRemoved = (key: PropertyKey): boolean => mine(key).some((path) => path.length === 0);
  if (Array.isArray(value))
    return value.flatMap((item, index) => (isRemoved(index) ? [] : [without(item, mine(index))]));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !isRemoved(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, mine(key))]));
}

function messageOf(issue: v.BaseIssue<unknown>, what: string, schema: v.GenericSchema): string {
  const path = pathOf(issue);
  const key = path.findLast((part) => typeof part === 'string');
  if (isUnknownKey(issue)) {
    const known = keysAt(schema, path.slice(0, -1));
    const meant = nearest(String(key), known);
    const advice = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean “${meant}”?`;
    return `“${String(key)}” is not a key of ${what}. ${advice}`;
  }
  if (isMissingKey(issue)) return `“${String(key)}” is missing in ${what}: add it.`;
  if (key === undefined) return `${upperFirst(what)} must be ${issue.message}.`;
  const options = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  const meant = typeof issue.input === 'string' ? nearest(issue.input, options) : undefined;
  const subject = typeof path.at(-1) === 'number' ? `An item of “${key}”` : `“${key}”`;
  return `${subject} must be ${issue.message}.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`;
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never';
}

function isMissingKey({ type, received, expected }: v.BaseIssue<unknown>): boolean {
  return /^(?:strict_|loose_)?object$/.test(type) && received === 'undefined' && expected !== 'Object';
}

/** What schemas are made of, as far as the way to a key goes through it. */
interface SchemaParts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
  readonly wrapped?: SchemaParts;
  readonly pipe?: readonly SchemaParts[];
  readonly getter?: (input: unknown) => SchemaParts;
}

/** The keys that the object at a path may hold. */
function keysAt(schema: SchemaParts | undefined, path: readonly PropertyKey[]): string[] {
  if (schema?.wrapped) return keysAt(schema.wrapped, path);
  if (schema?.getter) return keysAt(schema.getter({}), path);
  if (schema?.pipe && !schema.entries && !schema.item)
    return keysAt(
      schema.pipe.find(({ entries, item }) => entries ?? item),
      path,
    );
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(schema?.entries ?? {});
  return keysAt(typeof key === 'number' ? schema?.item : schema?.entries?.[String(key)], rest);
}

function pathOf({ path }: v.BaseIssue<unknown>): PropertyKey[] {
  return (path ?? []).map(({ key }) => key as PropertyKey);
}

/** Where the value of an issue stands: the value itself, the key where that is the matter, else the nearest node around it. */
function placeOf(entry: Node | null, issue: v.BaseIssue<unknown>): Span | undefined {
  let node: Node | null = entry;
  for (const key of pathOf(issue)) {
    if (isSeq(node) && typeof key === 'number') node = (node.items[key] ?? null) as Node | null;
    else if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) return undefined;
      if (isUnknownKey(issue) && key === pathOf(issue).at(-1)) return spanOf(pair.key);
      node = pair.value ?? pair.key;
    } else return spanOf(node);
  }
  return node === entry ? undefined : spanOf(node);
}

function spanOf(node: Node | null | undefined): Span | undefined {
  return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/** A message on a whole entry marks its first line only. */
function firstLineOf(text: string, { start, end }: Span): Span {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return { start, end: lineEnd === -1 ? end : start + lineEnd };
}

function problemMaker(text: string): (message: string, span: Span) => UserFileProblem {
  return (message, { start, end }) => {
    const from = Math.min(start, text.length);
    const span = { start: from, end: Math.min(Math.max(end, from), text.length) };
    return { message, span, line: text.slice(0, from).split('\n').length };
  };
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS() ?? {};
  } catch {
    // An alias that expands without end, or one to an anchor that is not there.
    return undefined;
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]?$/, '.');
}
