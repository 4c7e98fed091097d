import type { Reading } from '../../prose/reading';
import { pastTense } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { capitalized, deleteWords, isAtStart, quoted, replaceSentence, resultOf } from './edits';
import { trimmed } from './spans';
import { statements, type Statement } from './statements';
import { addExplanation, holdsFacts } from './weakStretch';

const because = ' because {{what failed, and why}}';
const theCause = 'the cause was {{what failed, and why that did harm}}';
const nextStep = '; at that point I didn’t know why, so I {{the first thing you checked}}';
const guard = ', so I {{what you set up to catch it next time}}';

/** What the rule knows of the sentence's words. */
export interface CauselessWords {
  /** Words that only say that there is no reason, and can go. */
  readonly shrug: RegExp;
  /** Statements that hold nothing but fate or giving up. */
  readonly empty: RegExp;
  /** A system that decides. */
  readonly whim: RegExp;
  readonly givenUp: RegExp;
}

/** Rewrites that put the cause where the shrug stands, or tell what was done because it was unknown. */
export function causeRewrites(reading: Reading, words: CauselessWords): Rewrite[] {
  const { text } = reading;
  const named = nameCause(reading, words, because) ?? [addExplanation(text, theCause)];
  const rewrites: Rewrite[] = [rewriteOf(text, named, true)];
  if (words.givenUp.test(text)) {
    const end = text.trimEnd().replace(/[\s.!?…]+$/u, '').length;
    const stop = /[?!…]\s*$/u.test(text) ? '.' : '';
    rewrites.push(rewriteOf(text, [{ span: { start: end, end: stop === '' ? end : text.trimEnd().length }, insert: guard + stop }], false));
  } else {
    const open = nameCause(reading, words, nextStep);
    if (open) rewrites.push(rewriteOf(text, open, false));
  }
  return rewrites;
}

function rewriteOf(text: string, edits: readonly Edit[], preferred: boolean): Rewrite {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const result = resultOf(text, sorted);
  const shown = result.length <= 84 ? result : `… ${result.slice(-76).replace(/^\S*\s/, '')}`;
  return { title: `Say ${quoted(shown, 90)}`, edits: sorted, safe: false, ...(preferred ? { preferred } : {}) };
}

function nameCause(reading: Reading, words: CauselessWords, tail: string): Edit[] | undefined {
  const { text } = reading;
  const all = statements(reading);
  const isEmpty = ({ body }: Statement): boolean => words.empty.test(text.slice(body.start, body.end).replace(words.shrug, ''));
  const kept = all.filter((statement) => !isEmpty(statement));
  const whim = words.whim.exec(text);
  if (whim && kept.length === all.length - 0) return withoutWhim(text, whim, tail);
  if (kept.length === 0) return whim ? withoutWhim(text, whim, tail) : tail !== because || isLong(text) ? undefined : [replaceSentence(text, capitalizedLike(text, `${theCause}.`))];
  const isRun = all.indexOf(kept.at(-1)!) - all.indexOf(kept[0]!) === kept.length - 1;
  if (!isRun || all.some((statement) => isEmpty(statement) && holdsFacts(text, statement.body))) return undefined;
  return keepOnly(text, all, kept, words.shrug, tail);
}

function isLong(text: string): boolean {
  return text.split(/\s+/).length > 22 || holdsFacts(text, { start: 0, end: text.length });
}

/** Keeps a run of statements, drops the shrug in it, and tells the cause behind the one that told the failure. */
function keepOnly(text: string, all: readonly Statement[], kept: readonly Statement[], shrug: RegExp, tail: string): Edit[] | undefined {
  const first = kept[0]!;
  const last = kept.at(-1)!;
  const edits: Edit[] = [];
  const match = shrug.exec(text.slice(first.body.start, last.body.end));
  const hushed: Span | undefined = match ? { start: first.body.start + match.index, end: first.body.start + match.index + match[0].length } : undefined;
  const failed = (hushed ? kept.find(({ body }) => body.start <= hushed.start && body.end >= hushed.end) : undefined) ?? last;
  const isNarrated = failed.clause?.subject?.actorClass === 'narrator';
  const told = isNarrated && tail === because ? `, and ${theCause}` : tail;
  if (tail === nextStep && failed !== last) return undefined;
  const start = all[0]!.body.start;
  if (first.body.start > start) {
    const head = text.charAt(first.body.start);
    edits.push({ span: { start, end: first.body.start + 1 }, insert: isAtStart(text, start) && /^\W*\p{Lu}/u.test(text) ? capitalized(head) : head });
  }
  const end = all.at(-1)!.body.end;
  const placed = failed.body.end;
  if (hushed) edits.push(...deletedWithin(text, hushed, placed, edits));
  const cut = last === failed ? { start: startOfTail(text, placed, hushed), end: Math.max(end, placed) } : { start: startOfTail(text, placed, hushed), end: placed };
  edits.push({ span: cut, insert: told });
  if (last !== failed && end > last.body.end) edits.push({ span: { start: last.body.end, end }, insert: '' });
  return disjoint(edits);
}

/** Where the new words begin: behind the failure, in front of a shrug that closes it. */
function startOfTail(text: string, end: number, hushed: Span | undefined): number {
  if (!hushed || hushed.end < end - 1) return end;
  return trimmed(text, { start: 0, end: hushed.start }).end;
}

function deletedWithin(text: string, hushed: Span, end: number, before: readonly Edit[]): Edit[] {
  if (hushed.end >= end - 1 || before.some(({ span }) => span.end > hushed.start)) return [];
  return deleteWords(text, hushed);
}

function disjoint(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.every(({ span }, index) => index === 0 || sorted[index - 1]!.span.end <= span.start) ? sorted : undefined;
}

/** "The cluster just decided to stop" → "The cluster stopped because {{what failed, and why}}". */
function withoutWhim(text: string, whim: RegExpExecArray, tail: string): Edit[] | undefined {
  const rest = /^(.*?\bto) (not )?([a-z]+)\b/.exec(text.slice(whim.index));
  const verb = rest?.[3];
  if (!rest || verb === undefined || /^(?:be|that|have)$/.test(verb) || rest[0].length > 40) return undefined;
  const end = text.trimEnd().replace(/[\s.!?…]+$/u, '').length;
  const said = rest[2] === undefined ? pastTense(verb) : `did not ${verb}`;
  return [
    { span: { start: whim.index, end: whim.index + rest[0].length }, insert: said },
    { span: { start: end, end }, insert: tail },
  ];
}

function capitalizedLike(text: string, words: string): string {
  return /^\W*\p{Lu}/u.test(text) ? capitalized(words) : words;
}
