import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { companyProfiles } from '../rubric/companies';
import { companies, levels } from '../rubric/ids';
import { normalisedName, principles } from '../rubric/principles';
import { levelProfiles } from '../rubric/profiles';
import { questionOf, type Question } from '../rubric/questions';
import { frontMatterKeys } from '../story/frontMatter';
import type { ReviewOptions } from '../review/options';
import { keyPurpose, listKeys } from './frontMatterKeys';
import { ruleCompletions } from './ruleCompletion';
import type { OpenStory } from './session';

/** The user's own values that front matter may hold. */
export type OwnValues = Pick<ReviewOptions, 'knownPrinciples' | 'knownCompanies'> & {
  /** All that are known, the user's own first. */
  readonly questions: readonly Question[];
  /** The tags of the library. */
  readonly tags: readonly string[];
};

/** What the client can do with a completion. */
export interface CompletionClient {
  readonly takesSnippets: boolean;
  /** Shows the next list by itself, behind a key that was chosen. */
  readonly asksAgain: boolean;
}

/** The keys that a story's front matter lacks, at the head of a line, and the values of a key where one can stand. */
export function frontMatterCompletions(
  { document, review }: OpenStory,
  position: Position,
  own: OwnValues,
  client: CompletionClient,
): CompletionItem[] {
  const { entries, contentSpan } = review.story.frontMatter;
  const line = lineAt(document, position.line);
  const before = line.slice(0, position.character);
  // Within a comment nothing is a value.
  if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return [];
  if (/^[\w-]*$/.test(before)) {
    const present = new Set(entries.map(({ key }) => key));
    return keyCompletions(before, present, line.slice(position.character), client);
  }
  const above = document.getText().slice(contentSpan.start, document.offsetAt(position));
  // The value may stand on the key's line or, as an item, on one below it.
  const key = /^([\w-]+):/.exec(before)?.[1] ?? [...above.matchAll(/^([\w-]+):/gm)].at(-1)?.[1];
  const place = placeOfValue(line, position);
  if (!place) return [];
  const start = document.offsetAt(place.range.start);
  const others = entries
    .filter((entry) => entry.key === key)
    .flatMap(({ items }) => items)
    .filter(({ span }) => !(span.start <= start + place.lead.length && start <= span.end))
    .map(({ value }) => normalisedName(value));
  return valuesOf(key, own)
    .filter(({ label }) => !others.includes(normalisedName(label)))
    .map((item) => inPlace(item, place));
}

function lineAt(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
}

function keyCompletions(
  typed: string,
  present: ReadonlySet<string>,
  behind: string,
  { takesSnippets, asksAgain }: CompletionClient,
): CompletionItem[] {
  const wanted = frontMatterKeys.filter((key) => !present.has(key) || key === typed);
  // A key that is there already is only spelt anew.
  const isFilled = /^[\w-]*\s*:/.test(behind);
  return wanted.map((key): CompletionItem => {
    const item = { label: key, kind: CompletionItemKind.Property, documentation: keyPurpose[key] };
    if (isFilled) return item;
    const again = asksAgain ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {};
    if (!listKeys.includes(key)) return { ...item, insertText: `${key}: `, ...again };
    return takesSnippets
      ? { ...item, insertText: `${key}: [$1]`, insertTextFormat: InsertTextFormat.Snippet, ...again }
      : { ...item, insertText: `${key}: []` };
  });
}

/** Where a value is being written: the whole of it, its opening quote included. */
interface PlaceOfValue {
  readonly range: Range;
  /** What has to stand before it: YAML wants a space behind “:” and “-”. */
  readonly lead: string;
  /** The quote that it begins with. */
  readonly quote: '"' | "'" | '';
  /** What has to stand behind it. */
  readonly tail: string;
  /** Whether it stands in a list in brackets, where commas divide. */
  readonly isInBrackets: boolean;
}

function placeOfValue(line: string, { line: number, character }: Position): PlaceOfValue | undefined {
  const head = /^(?:[\w-]+:|[ \t]*-(?![\w-])|[ \t]+)/.exec(line.slice(0, character));
  if (!head) return undefined;
  const isInBrackets =
    /^[^"']*\[/.test(line.slice(head[0].length)) || (/^\s+[^\s-]/.test(line) && !head[0].includes('-'));
  const start = startOfValue(line, head[0].length, character, isInBrackets);
  const first = line[start];
  const quote = first === '"' || first === "'" ? first : '';
  const behind = endOfValue(line, character, quote, isInBrackets);
  // Before another item of a list one more is put in, and that one left alone.
  const isBeforeItem = isInBrackets && start === character && behind > character;
  const end = isBeforeItem ? character : behind;
  const needsSpace = start === head[0].length && /[:-]$/.test(head[0]);
  return {
    range: { start: { line: number, character: start }, end: { line: number, character: end } },
    lead: needsSpace ? ' ' : '',
    quote: isBeforeItem ? '' : quote,
    isInBrackets,
    tail: !isBeforeItem ? '' : /\s/.test(line[character] ?? '') ? ',' : ', ',
  };
}

/** The first character of the value at the cursor: behind the key, the dash, or the last comma outside of quotes. */
function startOfValue(line: string, from: number, cursor: number, isInBrackets: boolean): number {
  let start = from;
  let quote = '';
  for (let at = from; at < cursor; at++) {
    const character = line[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && line.slice(start, at).trim() === '')
      quote = character;
    else if (isInBrackets && /[[,]/.test(character)) start = at + 1;
  }
  while (start < cursor && /\s/.test(line[start]!)) start++;
  return start;
}

function endOfValue(line: string, cursor: number, quote: string, isInBrackets: boolean): number {
  const rest = line.slice(cursor);
  if (quote !== '') {
    const close = rest.indexOf(quote);
    if (close !== -1) return cursor + close + 1;
  }
  const end = rest.search(isInBrackets ? /[,\]]|\s+#|\s*$/ : /\s+#|\s*$/);
  return cursor + Math.max(0, end);
}

/** The value in the quotes that were begun, or in those that YAML needs. */
function inPlace(
  item: CompletionItem,
  { range, lead, quote, tail, isInBrackets }: PlaceOfValue,
): CompletionItem {
  const { label } = item;
  const needsQuotes = /[:#{}[\]"'&*!|>%@`?]/.test(label) || (isInBrackets && label.includes(','));
  const text =
    quote === "'"
      ? `'${label.replaceAll("'", "''")}'`
      : quote === '"' || needsQuotes
        ? JSON.stringify(label)
        : label;
  return {
    ...item,
    // An editor compares this with what stands in the range.
    filterText: quote + label,
    textEdit: { range, newText: lead + text + tail },
  };
}

function valuesOf(key: string | undefined, own: OwnValues): CompletionItem[] {
  const value = (label: string, documentation: string): CompletionItem => ({
    label,
    kind: CompletionItemKind.Value,
    documentation,
  });
  switch (key) {
    case 'level':
      return levels.map((level) => value(level, levelProfiles[level].expects));
    case 'company':
      return [
        ...companies.map((company) => value(company, companyProfiles[company].listensFor)),
        ...own.knownCompanies.map((name) => value(name, 'Your own.')),
      ];
    case 'status':
      return [value('draft', 'Still being written.'), value('ready', 'Ready to be told.')];
    case 'principles':
      return [
        ...principles.map(({ name, meaning }) => value(name, meaning)),
        ...own.knownPrinciples.map((name) => value(name, 'Your own.')),
      ];
    case 'tags':
      return own.tags.map((tag) => value(tag, 'A tag of your library.'));
    case 'question':
      return own.questions.map(({ id, text }) =>
        value(text, questionOf(id) ? 'From the bank of questions.' : 'Your own.'),
      );
    case 'ignore':
      return ruleCompletions();
    default:
      return [];
  }
}
