import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import { plainInsert } from '../../text/holes';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { capitalized, isAtEnd, isAtStart, quoted } from './edits';
import { statements, type Statement } from './statements';
import { wholeSentence } from './spans';

/** The part of a sentence that is weak: one or several statements in a row. */
export interface WeakStretch {
  readonly statements: readonly Statement[];
  readonly span: Span;
  /** The statements in front that stay as they are. */
  readonly before: readonly Statement[];
  /** The statements behind that stay as they are. */
  readonly after: readonly Statement[];
}

/** From the first to the last statement whose words show the weakness; the whole sentence where none does. */
export function weakStretch(reading: Reading, weakness: RegExp): WeakStretch {
  const all = statements(reading);
  const shows = all.map(({ body }) => weakness.test(reading.text.slice(body.start, body.end)));
  const first = Math.max(0, shows.indexOf(true));
  const last = shows.includes(true) ? shows.lastIndexOf(true) : all.length - 1;
  return {
    statements: all.slice(first, last + 1),
    span: { start: all[first]!.body.start, end: all[last]!.body.end },
    before: all.slice(0, first),
    after: all.slice(last + 1),
  };
}

/** Whether the words hold a figure, a name or an address, which no rewrite may lose. */
export function holdsFacts(text: string, span: Span): boolean {
  const words = text.slice(span.start, span.end).replace(/^[^\p{L}\p{N}]*/u, '');
  const isFirst = isAtStart(text, span.start);
  const inner = isFirst ? words.replace(/^\S+/, '') : words;
  return /\d|[$€£%`]|https?:/.test(words) || /(?<![\p{L}'’])(?!I\b|I['’])\p{Lu}[\p{L}\p{N}]+/u.test(inner);
}

/** Puts words in the place of those at `span`, with a capital at the start of a sentence that had one. */
export function put(text: string, span: Span, words: string): Edit {
  const takesCapital = isAtStart(text, span.start) && /^[^\p{L}\p{N}]*(?:\p{Lu}|\p{N})/u.test(text);
  return { span, insert: takesCapital ? capitalized(words) : words };
}

/** Says more behind the sentence's last word, before its final mark: after a colon, or a semicolon where it has a colon already. */
export function addExplanation(text: string, words: string): Edit {
  const { end } = wholeSentence(text);
  const close = /^["'”’)\]]*/.exec(text.slice(end))![0].length;
  const place = isAtEnd(text, end + close) ? end + close : end;
  const mark = /[:;]/.test(text.slice(0, place)) ? ';' : ':';
  const finals = /^[\s,;:–—-]+/.exec(text.slice(place))?.[0].length ?? 0;
  return { span: { start: place, end: place + finals }, insert: `${mark} ${words}` };
}

/** A rewrite whose title shows the new words rather than the start of a long sentence: Say “… and {{metric}} fell to {{value}}”. */
export function showing(words: string, edits: readonly Edit[], preferred: boolean): Rewrite {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const bare = plainInsert(words.replace(/^[\s,;:–—-]+/, ''));
  const [only] = sorted;
  const isAddition = sorted.length === 1 && only!.span.start === only!.span.end;
  const isFirst = sorted.length === 1 && /^\p{Lu}|^\{\{\p{Lu}/u.test(only!.insert);
  return {
    title: `${isAddition ? 'Add' : 'Say'} ${quoted(isFirst ? capitalized(bare) : bare, 84)}`,
    edits: sorted,
    safe: false,
    ...(preferred ? { preferred } : {}),
  };
}
