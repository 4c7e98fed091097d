import * as v from 'valibot';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { Span } from '../text/span';

/** The keys that the rubric names; a story's front matter may hold others, which belong to other tools. */
const frontMatterSchema = v.object({
  title: v.optional(v.string('a text')),
  question: v.optional(v.union([v.string(), v.array(v.string())], 'one question or a list of questions')),
  company: v.optional(v.string('the name of a company')),
  level: v.optional(v.string('a level such as sde2 or senior')),
  principles: v.optional(v.array(v.string('the name of a principle'), 'a list of principles')),
  tags: v.optional(v.array(v.string('a text'), 'a list of tags')),
  status: v.optional(v.picklist(['draft', 'ready'], '“draft” or “ready”')),
  date: v.optional(v.string('a date such as 2026-03-14')),
  ignore: v.optional(v.array(v.string('a rule id'), 'a list of rule ids')),
});

export type FrontMatterKey = keyof typeof frontMatterSchema.entries;
export const frontMatterKeys = Object.keys(frontMatterSchema.entries) as FrontMatterKey[];
export type FrontMatterValues = v.InferOutput<typeof frontMatterSchema>;

/** What is wrong with the front matter, in the user's words, at a span of the document. */
export interface FrontMatterProblem {
  readonly span: Span;
  readonly message: string;
  /** The key whose value has the wrong type; undefined where the YAML itself does not parse. */
  readonly key?: FrontMatterKey;
}

/** One key of the front matter with the places of its value and of each item of a list. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly items: readonly { readonly value: string; readonly span: Span }[];
}

export interface FrontMatter {
  /** The whole block with its fences and the line end after it; empty at the start of the text where there is none. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly contentSpan: Span;
  /** Values of the known keys; a key with a wrong type is left out and named in `problems`. */
  readonly values: FrontMatterValues;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;

/**
 * Reads the front matter at the head of a story (rubric: "Front matter"). Never throws: YAML that does not parse and values of
 * the wrong type become problems, and what could be read stands in `values`.
 */
export function readFrontMatter(text: string): FrontMatter {
  const open = opening.exec(text);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!open) return noFrontMatter(start);
  const contentStart = open[0].length;
  closing.lastIndex = contentStart;
  const close = closing.exec(text);
  if (!close) return unclosedFrontMatter(text, start, contentStart);
  const content = text.slice(contentStart, close.index);
  const span = { start, end: close.index + close[0].length };
  return { span, contentSpan: { start: contentStart, end: close.index }, ...readYaml(content, contentStart) };
}

function noFrontMatter(start: number): FrontMatter {
  const empty = { start, end: start };
  return { span: empty, contentSpan: empty, values: {}, entries: [], problems: [] };
}

/** A first line of three dashes is a Markdown rule unless keys follow it; only then is a missing end worth a message. */
function unclosedFrontMatter(text: string, start: number, contentStart: number): FrontMatter {
  if (!/^[\w-]+:(?:\s|$)/.test(text.slice(contentStart))) return noFrontMatter(start);
  const end =
    contentStart +
    /^(?:[^\r\n]*:[^\r\n]*\r?\n|[ \t]*-[^\r\n]*\r?\n)*/.exec(text.slice(contentStart))![0].length;
  const problem = {
    span: { start, end: contentStart },
    message: 'The front matter is not closed: add a line “---” after its last key.',
  };
  return {
    span: { start, end },
    contentSpan: { start: contentStart, end },
    ...readYaml(text.slice(contentStart, end), contentStart),
    problems: [problem],
  };
}

function readYaml(content: string, offset: number): Pick<FrontMatter, 'values' | 'entries' | 'problems'> {
  const document = parseDocument(content, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problems: FrontMatterProblem[] = document.errors.map((error) => ({
    span: clampSpan(error.pos, content.length, offset),
    message: `This YAML does not parse: ${firstLine(error.message)}`,
  }));
  if (problems.length > 0) return { values: {}, entries: [], problems };
  if (document.contents !== null && !isMap(document.contents)) {
    const span = { start: offset, end: offset + content.trimEnd().length };
    return {
      values: {},
      entries: [],
      problems: [{ span, message: 'The front matter must be keys with values, such as “level: senior”.' }],
    };
  }
  const entries = readEntries(document, content.length, offset);
  return { entries, ...validate(document, entries) };
}

function readEntries(document: Document, length: number, offset: number): FrontMatterEntry[] {
  if (!isMap(document.contents)) return [];
  return (document.contents.items as Pair<Node, Node | null>[]).map((pair) => {
    const keySpan = nodeSpan(pair.key, length, offset) ?? { start: offset, end: offset };
    const valueSpan = nodeSpan(pair.value, length, offset) ?? { start: keySpan.end, end: keySpan.end };
    const nodes = isSeq(pair.value) ? (pair.value.items as Node[]) : pair.value ? [pair.value] : [];
    const items = nodes.flatMap((node) => {
      const span = nodeSpan(node, length, offset);
      return isScalar(node) && node.value !== null && span
        ? [{ value: typeof node.value === 'string' ? node.value : JSON.stringify(node.value), span }]
        : [];
    });
    return { key: isScalar(pair.key) ? String(pair.key.value) : '', keySpan, valueSpan, items };
  });
}

function validate(
  document: Document,
  entries: readonly FrontMatterEntry[],
): Pick<FrontMatter, 'values' | 'problems'> {
  const raw = plainObject(document);
  const values: Record<string, unknown> = {};
  const problems: FrontMatterProblem[] = [];
  for (const key of frontMatterKeys) {
    // A key without a value ("principles:") is a form still to be filled in, not a mistake.
    if (raw[key] === undefined || raw[key] === null) continue;
    const result = v.safeParse(frontMatterSchema.entries[key], raw[key]);
    if (result.success) {
      values[key] = result.output;
      continue;
    }
    const entry = entries.find((candidate) => candidate.key === key);
    problems.push({
      span: entry?.valueSpan ?? { start: 0, end: 0 },
      message: `“${key}” must be ${result.issues[0].message}.`,
      key,
    });
  }
  return { values, problems };
}

function plainObject(document: Document): Record<string, unknown> {
  try {
    return (document.toJS() ?? {}) as Record<string, unknown>;
  } catch {
    // toJS refuses what no front matter needs: an alias that expands without end, or one to an anchor that is not there.
    return {};
  }
}

function nodeSpan(node: Node | null | undefined, length: number, offset: number): Span | undefined {
  return node?.range ? clampSpan([node.range[0], node.range[1]], length, offset) : undefined;
}

function clampSpan([start, end]: readonly [number, number], length: number, offset: number): Span {
  const from = Math.min(start, length);
  return { start: offset + from, end: offset + Math.min(Math.max(end, from + 1), Math.max(length, from)) };
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]?$/, '.');
}
