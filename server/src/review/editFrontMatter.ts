import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
  type YAMLSeq,
} from 'yaml';
import { normalisedName } from '../rubric/principles';
import { frontMatterKeys, readFrontMatter, type FrontMatterKey } from '../story/frontMatter';
import { applyEdits, type Edit } from '../text/edit';
import { quoted } from './frontMatterText';

/** What is to stand in the front matter: the value of a key, or one more item of its list. */
export interface FrontMatterChange {
  readonly key: FrontMatterKey;
  readonly value: string;
  readonly as: 'value' | 'item';
}

/** The edits that make a change, none where it stands there already; or why it can't be made, in the user's words. */
export type FrontMatterEdits = { readonly edits: readonly Edit[] } | { readonly problem: string };

const cannotParse = { problem: 'its front matter does not parse' };

/**
 * Writes one value into the front matter of a story. Only the place itself is touched: comments, quotes, the style of lists, line ends
 * and all other keys stay as they are. What is written in a way that cannot be changed safely is refused with a reason.
 */
export function editFrontMatter(text: string, change: FrontMatterChange): FrontMatterEdits {
  const { span, contentSpan, problems } = readFrontMatter(text);
  if (problems.some(({ key }) => key === undefined)) return cannotParse;
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (span.start === span.end) {
    const insert = ['---', `${change.key}: ${fresh(change)}`, '---', '', ''].join(lineEnd);
    return { edits: [{ span, insert }] };
  }
  const content = text.slice(contentSpan.start, contentSpan.end);
  const made = editContent(content, change, lineEnd);
  if ('problem' in made || made.edits.length === 0) return made;
  const edits = made.edits.map(({ span: { start, end }, insert }) => ({
    span: { start: contentSpan.start + start, end: contentSpan.start + end },
    insert,
  }));
  return says(text, applyEdits(text, edits), change)
    ? { edits }
    : { problem: `its “${change.key}” is written in a way that only you can change` };
}

/** Offsets of the edits are those of the content between the fences. */
function editContent(content: string, change: FrontMatterChange, lineEnd: string): FrontMatterEdits {
  const document = parseDocument(content, { logLevel: 'silent', prettyErrors: false });
  const map = document.contents;
  if (map !== null && (!isMap(map) || map.flow)) return cannotParse;
  const pairs = (map?.items ?? []) as Pair<Node, Node | null>[];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === change.key);
  if (!pair) return { edits: [addKey(content, pairs, change, lineEnd)] };
  const { value } = pair;
  if (isEmpty(value)) return { edits: [fillKey(content, pair, change)] };
  if (isAlias(value)) return notPlain(change.key);
  if (isSeq(value))
    return change.as === 'item' ? addItem(content, value, change.value, lineEnd) : notPlain(change.key);
  if (!isScalar(value)) return notPlain(change.key);
  return change.as === 'item'
    ? makeList(content, pair, value, change, lineEnd)
    : replaceScalar(content, value, change);
}

/** A new line for the key, behind the last of those that usually stand above it. */
function addKey(
  content: string,
  pairs: readonly Pair<Node, Node | null>[],
  change: FrontMatterChange,
  lineEnd: string,
): Edit {
  const rank = (pair: Pair<Node, Node | null>): number =>
    frontMatterKeys.indexOf(nameOf(pair) as FrontMatterKey);
  const above = pairs.findLast(
    (pair) => rank(pair) !== -1 && rank(pair) < frontMatterKeys.indexOf(change.key),
  );
  const line = `${change.key}: ${fresh(change)}${lineEnd}`;
  const at = above ? lineAfter(content, endOf(content, above)) : 0;
  return { span: { start: at, end: at }, insert: line };
}

function fillKey(content: string, { key, value }: Pair<Node, Node | null>, change: FrontMatterChange): Edit {
  const source = isScalar(value) ? rangeOf(value) : undefined;
  if (source && source.end > source.start) return { span: source, insert: fresh(change) };
  const at = content.indexOf(':', rangeOf(key)?.end ?? 0) + 1;
  return { span: { start: at, end: at }, insert: ` ${fresh(change)}` };
}

function addItem(content: string, list: YAMLSeq, value: string, lineEnd: string): FrontMatterEdits {
  const items = list.items as Node[];
  const wanted = normalisedName(value);
  if (items.some((item) => isScalar(item) && normalisedName(String(item.value)) === wanted))
    return { edits: [] };
  const range = rangeOf(list);
  const last = items.map(rangeOf).findLast((place) => place !== undefined);
  if (list.flow) {
    const at = last?.end ?? (range?.start ?? 0) + 1;
    return { edits: [{ span: { start: at, end: at }, insert: `${last ? ', ' : ''}${inFlow(value)}` }] };
  }
  if (!last) return notPlain('list');
  const dash = /^[ \t]*-[ \t]+/.exec(
    content.slice(content.lastIndexOf('\n', last.start - 1) + 1, last.start),
  );
  if (!dash) return notPlain('list');
  const at = lineAfter(content, last.end);
  return { edits: [{ span: { start: at, end: at }, insert: `${dash[0]}${quoted(value)}${lineEnd}` }] };
}

/** One value where there are to be two: a list with the old one as it was written. */
function makeList(
  content: string,
  { key }: Pair<Node, Node | null>,
  scalar: Scalar,
  { value, key: name }: FrontMatterChange,
  lineEnd: string,
): FrontMatterEdits {
  const range = rangeOf(scalar);
  if (!range || typeof scalar.value !== 'string') return notPlain(name);
  const old = content.slice(range.start, range.end);
  const isSame = normalisedName(scalar.value) === normalisedName(value);
  if (/[\r\n]/.test(old)) return notPlain(name);
  if (isSame && name === 'question') return { edits: [] };
  // Questions are sentences, which stand better each on a line.
  if (name === 'question') {
    const start = content.indexOf(':', rangeOf(key)?.end ?? 0) + 1;
    return {
      edits: [
        { span: { start, end: range.end }, insert: `${lineEnd}  - ${old}${lineEnd}  - ${quoted(value)}` },
      ],
    };
  }
  const first = scalar.type === 'PLAIN' ? inFlow(scalar.value) : old;
  return { edits: [{ span: range, insert: isSame ? `[${first}]` : `[${first}, ${inFlow(value)}]` }] };
}

function replaceScalar(content: string, scalar: Scalar, { key, value }: FrontMatterChange): FrontMatterEdits {
  const range = rangeOf(scalar);
  if (!range || /[\r\n]/.test(content.slice(range.start, range.end))) return notPlain(key);
  if (scalar.value === value) return { edits: [] };
  const insert =
    scalar.type === 'QUOTE_DOUBLE'
      ? JSON.stringify(value)
      : scalar.type === 'QUOTE_SINGLE'
        ? `'${value.replaceAll("'", "''")}'`
        : quoted(value);
  return { edits: [{ span: range, insert }] };
}

/** Whether the edited text holds what it was to hold, and nothing else has become other than it was. */
function says(before: string, after: string, { key, value, as }: FrontMatterChange): boolean {
  const old = readFrontMatter(before);
  const made = readFrontMatter(after);
  if (made.problems.some((problem) => problem.key === undefined || problem.key === key)) return false;
  const held = made.values[key];
  const isThere =
    as === 'item' && Array.isArray(held)
      ? held.some((item) => normalisedName(item) === normalisedName(value))
      : held === value;
  const others = frontMatterKeys.filter((other) => other !== key);
  return (
    isThere &&
    others.every((other) => JSON.stringify(made.values[other]) === JSON.stringify(old.values[other]))
  );
}

function fresh({ key, value, as }: FrontMatterChange): string {
  if (as === 'value' || key === 'question') return quoted(value);
  return `[${inFlow(value)}]`;
}

/** A value within `[…]`, where commas and brackets part items. */
function inFlow(value: string): string {
  const text = quoted(value);
  return text === value && /[,[\]{}]/.test(value) ? JSON.stringify(value) : text;
}

function isEmpty(value: Node | null | undefined): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

function nameOf({ key }: Pair<Node, Node | null>): string {
  return isScalar(key) ? String(key.value) : '';
}

function rangeOf(node: Node | null | undefined): { start: number; end: number } | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

function endOf(content: string, { key, value }: Pair<Node, Node | null>): number {
  const end = (isEmpty(value) ? rangeOf(key) : rangeOf(value))?.end ?? 0;
  return content.slice(0, end).trimEnd().length;
}

/** Where the next line begins. */
function lineAfter(content: string, offset: number): number {
  const end = content.indexOf('\n', content.slice(0, offset).trimEnd().length);
  return end === -1 ? content.length : end + 1;
}

function notPlain(key: string): { problem: string } {
  return { problem: `its “${key}” is written in a way that only you can change` };
}
