import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import { pastTense } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { contains, spansOf, type Span } from '../../text/span';
import { capitalized, deleteWords, quoted, replaceSentence, resultOf } from './edits';
import { harmAlone } from './effects';
import { recast, recastWhole } from './recast';
import { trimmed, wholeSentence } from './spans';
import { statements, type Statement } from './statements';
import { holdsFacts } from './weakStretch';

const because = ' because {{what failed, and why}}';
const theCause = 'the cause was {{what failed, and why that did harm}}';
const unknown = '{{what failed}} because {{what caused it}}';
const searched = "{{what failed}}; at that point I didn't know why, so I {{the first thing you checked}}";
const caught = '{{what failed}}; the cause was never found, so I {{what you set up to catch it next time}}';
const nextStep = "; at that point I didn't know why, so I {{the first thing you checked}}";
const guard = ', so I {{what you set up to catch it next time}}';

/** What the rule knows of the sentence's words. */
export interface CauselessWords {
  /** Words that only say that there is no reason, and can go. */
  readonly shrug: RegExp;
  /** Statements that hold nothing but fate or giving up. */
  readonly empty: RegExp;
  /** Statements beside such ones that tell no failure either. */
  readonly aside: RegExp;
  /** A system that decides. */
  readonly whim: RegExp;
  readonly givenUp: RegExp;
  /** Any of these. */
  readonly weakness: RegExp;
}

/** Rewrites that put the cause where the shrug stands, or tell what was done because it was unknown. */
export function causeRewrites(reading: Reading, words: CauselessWords, span: Span): Rewrite[] {
  const { text } = reading;
  const isWeak = ({ body }: Statement): boolean => words.weakness.test(text.slice(body.start, body.end));
  const ways = [
    insteadOfSaying(text),
    insteadOfSomeIssue(text),
    nameCause(reading, words, because),
    harmAlone(reading, because),
    recast(reading, span, {
      words: unknown,
      weakOpening: new RegExp(`${words.weakness.source}|\\breasons?\\b`, 'i'),
      alsoWeak: isWeak,
    }),
    ...[unknown, searched, caught].map((told) => recastWhole(reading, told)),
  ]
    .filter((edits) => edits !== undefined)
    .filter((edits) => !stillShrugs(resultOf(text, edits)));
  const rewrites: Rewrite[] = ways.map((edits, index) =>
    rewriteOf(text, asStatement(text, edits), index === 0),
  );
  if (words.givenUp.test(text)) {
    const end = text.trimEnd().replace(/[\s.!?…]+$/u, '').length;
    const stop = /[?!…]\s*$/u.test(text) ? '.' : '';
    rewrites.push(
      rewriteOf(
        text,
        [{ span: { start: end, end: stop === '' ? end : text.trimEnd().length }, insert: guard + stop }],
        false,
      ),
    );
  } else {
    const open = nameCause(reading, words, nextStep);
    if (open && !stillShrugs(resultOf(text, open)))
      rewrites.splice(1, 0, rewriteOf(text, asStatement(text, open), false));
  }
  return rewrites;
}

/** "Luck of the draw because {{…}}", "we laughed because {{…}}", "ask me why and {{…}}": what is left over is no failure that has a cause. */
function stillShrugs(result: string): boolean {
  return (
    /\bluck of the draw\b|\bfor a reason that (?:I|we|nobody|no one)\b|^\W*(?:chalk|call|put|blame|say)\b|\bby some (?:glitch|quirk|fluke|miracle|coincidence|chance)\b|\bask me why and\b|\b(?:nobody|no one|none of us) (?:can|could) (?:explain|tell|say)\b|\bwhat(?: because \{\{|; at that point)|\bin that one\b|\b(?:by (?:it|them)sel(?:f|ves)|on (?:its|their) own)(?: because \{\{|; at that point)/i.test(
      result,
    ) ||
    /\b(?:I|we) (?:all )?(?:laugh(?:ed)?|smiled?|joked?|shrug(?:ged)?|agreed|decided|elected|chose|called|blamed?|wrote|noted|filed|closed|moved on|accepted|left|put|(?:completely |totally )?lost (?:my|our))\b[^,;{]*(?: because \{\{|; at that point)/i.test(
      result,
    )
  );
}

/** A question mark at the end becomes a full stop: what is told now is no question. */
function asStatement(text: string, edits: readonly Edit[]): readonly Edit[] {
  const end = text.trimEnd().length;
  const isQuestion = text.charAt(end - 1) === '?' && edits.every(({ span }) => span.end < end);
  return isQuestion ? [...edits, { span: { start: end - 1, end }, insert: '.' }] : edits;
}

function rewriteOf(text: string, edits: readonly Edit[], preferred: boolean): Rewrite {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const result = resultOf(text, sorted);
  const shown = result.length <= 84 ? result : `… ${result.slice(-76).replace(/^\S*\s/, '')}`;
  return {
    title: `Say ${quoted(shown, 90)}`,
    edits: sorted,
    safe: false,
    ...(preferred ? { preferred } : {}),
  };
}

/** "Due to some issue the switch went down" → "The switch went down because {{…}}". */
function insteadOfSomeIssue(text: string): Edit[] | undefined {
  const vague = /\b(?:due to|because of|owing to|for|through|by) some (?:or other |unknown |strange |weird |odd |technical |unforeseen )?(?:reason|issue|problem|glitch|cause)s?(?: or (?:an|the )?other)?\b/i.exec(text); // prettier-ignore
  if (!vague || /[;:?]/.test(text)) return undefined;
  const span = { start: vague.index, end: vague.index + vague[0].length };
  const { end } = wholeSentence(text);
  return span.end >= end - 1
    ? [{ span: { start: text.slice(0, span.start).trimEnd().length, end }, insert: because }]
    : [...deleteWords(text, span), { span: { start: end, end }, insert: because }];
}

/** "The application crashed, things like that happen in IT" → "The application crashed because {{…}}". */
function insteadOfSaying(text: string): Edit[] | undefined {
  const saying = /\s*[,;–—]\s*(?:(?:with|in) [\w ]{2,30} )?(?:things like (?:that|this)|it|this|that|such things|these things|stuff|shit)(?: \w+ly)? (?:just |can |do |does )?happens?\b[^,;]*$|\s*[,;–—]\s*(?:(?:just )?(?:the )?luck of the draw|(?:sheer |just |pure )?bad luck|just one of those things|go figure|that['’]s life|such is life|it is what it is|what can (?:you|one|we|I) do|what do you expect)$/i.exec(text.slice(0, wholeSentence(text).end)); // prettier-ignore
  if (!saying || saying.index < 8) return undefined;
  return [{ span: { start: saying.index, end: wholeSentence(text).end }, insert: because }];
}

function nameCause(reading: Reading, words: CauselessWords, tail: string): Edit[] | undefined {
  const { text } = reading;
  const all = statements(reading);
  const shrugs = new RegExp(words.shrug.source, 'gi');
  const isEmpty = ({ body }: Statement): boolean => {
    const rest = text.slice(body.start, body.end).replace(shrugs, '');
    return words.empty.test(rest) || !/\p{L}/u.test(rest);
  };
  const hasEmpty = all.some(isEmpty);
  const kept = all.filter(
    (statement) =>
      !isEmpty(statement) &&
      tellsSomething(statement, text) &&
      !(hasEmpty && words.aside.test(text.slice(statement.body.start, statement.body.end))),
  );
  const whim = words.whim.exec(text);
  if (whim && (kept.length === all.length || kept.length === 0)) return withoutWhim(text, whim, shrugs, tail);
  if (kept.length === 0)
    return tail !== because || isLong(text)
      ? undefined
      : [replaceSentence(text, capitalizedLike(text, `${theCause}.`))];
  const isRun = all.indexOf(kept.at(-1)!) - all.indexOf(kept[0]!) === kept.length - 1;
  const startsWell =
    kept[0] === all[0] ||
    (kept[0]!.clause?.hasOwnSubject === true &&
      !/^(?:it|they|this|that)$/i.test(kept[0]!.clause.subject?.text ?? ''));
  const endsWell =
    kept.at(-1) === all.at(-1) || !text.slice(kept.at(-1)!.body.end, all.at(-1)!.body.start).includes(':');
  const [only] = kept;
  if (kept.length === 1 && only!.clause?.verb === undefined && text.includes(':')) return undefined;
  if (
    kept.length === 1 &&
    /^(?:be|think|say|believe|suppose|move on)$/.test(only!.clause?.verb?.lemma ?? '') &&
    /^(?:it|that|this|I|we|you)$/i.test(only!.clause?.subject?.text ?? '')
  )
    return undefined;
  return isRun && startsWell && endsWell ? keepOnly(text, all, kept, shrugs, tail) : undefined;
}

/** "Bugs like that come", "the fault went", "entropy won": what holds in general, or tells no more than that it happened. */
function isGeneral({ verb, subject }: Clause): boolean {
  const isPresent =
    verb?.tense === 'future' || (verb?.tense === 'present' && !verb.isPerfect && !verb.isProgressive);
  if (
    verb?.lemma === 'be' &&
    /^(?:it|that|this|which|one|(?:that|this) (?:day|week|night|\p{Lu}\p{Ll}+day)|some|ours)\b/iu.test(
      subject?.text ?? '',
    )
  )
    return true;
  const isBare = /^(?:go|come|leave|win|exist|happen|pass|vanish|appear|occur)$/.test(verb?.lemma ?? '');
  return (
    isPresent ||
    (isBare &&
      !/^(?:network|database|site|app|server|service|link|power|shop|cluster)s?$/.test(subject?.head ?? ''))
  );
}

/** A bare word such as "eh" or "man" tells no failure; figures do, as in "502s". */
function tellsSomething({ body, clause }: Statement, text: string): boolean {
  if (clause?.verb && isGeneral(clause)) return false;
  // "I did not look for a deeper explanation" tells no failure.
  if (clause?.subject?.actorClass === 'narrator' && clause.verb?.isNegated) return false;
  if (/^(?:no|nobody|no one|none|everyone|everybody|people|you)\b/i.test(clause?.subject?.text ?? ''))
    return false;
  return clause?.verb !== undefined || /\d|\s/.test(text.slice(body.start, body.end));
}

function isLong(text: string): boolean {
  return text.split(/\s+/).length > 22 || holdsFacts(text, { start: 0, end: text.length });
}

/** Keeps a run of statements, drops the shrugs in it, and tells the cause behind the one that told the failure. */
function keepOnly(
  text: string,
  all: readonly Statement[],
  kept: readonly Statement[],
  shrugs: RegExp,
  tail: string,
): Edit[] | undefined {
  const first = kept[0]!;
  const last = kept.at(-1)!;
  const hushed = shrugsIn(text, shrugs, { start: first.body.start, end: last.body.end });
  const failed = kept.find(({ body }) => hushed.some((span) => contains(body, span))) ?? last;
  if (tail === nextStep && failed !== last) return undefined;
  const isNarrated = failed.clause?.subject?.actorClass === 'narrator';
  const told = isNarrated && hushed.length === 0 && tail === because ? `, and ${theCause}` : tail;
  const closing = hushed.find((span) => span.start < failed.body.end && span.end >= failed.body.end - 1);
  const placed = closing
    ? trimmed(text, { start: failed.body.start, end: closing.start }).end
    : failed.body.end;
  const end = all.at(-1)!.body.end;
  const edits: Edit[] = hushed
    .filter((span) => span.end < placed || span.start > failed.body.end)
    .flatMap((span) => deleteWords(text, span));
  edits.push({
    span: { start: placed, end: last === failed ? Math.max(end, placed) : failed.body.end },
    insert: told,
  });
  if (last !== failed && end > last.body.end) edits.push({ span: { start: last.body.end, end }, insert: '' });
  const start = all[0]!.body.start;
  if (first.body.start > start)
    edits.push({
      span: { start, end: first.body.start + 1 },
      insert: capitalizedLike(text, text.charAt(first.body.start)),
    });
  return disjoint(edits);
}

function shrugsIn(text: string, shrugs: RegExp, within: Span): Span[] {
  return spansOf(text, shrugs)
    .map(({ start, end }) => ({ start, end: end + (stressed.exec(text.slice(end))?.[0].length ?? 0) }))
    .filter((span) => contains(within, span));
}

/** "For no reason whatsoever": what strengthens the shrug goes along. */
const stressed =
  /^ (?:whatsoever|at all|(?:that )?(?:one|I|we|anyone) could (?:see|name|find|tell|think of))\b/i;

function disjoint(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.every(({ span }, index) => index === 0 || sorted[index - 1]!.span.end <= span.start)
    ? sorted
    : undefined;
}

/** "The cluster just decided to stop" → "The cluster stopped because {{what failed, and why}}". */
function withoutWhim(text: string, whim: RegExpExecArray, shrugs: RegExp, tail: string): Edit[] | undefined {
  const rest = /^(.*?\b(?<!not )(?:not )?to) (not )?([a-z]+)\b/.exec(text.slice(whim.index));
  const verb = rest?.[3];
  if (!rest || verb === undefined || /^(?:be|that|have)$/.test(verb) || rest[0].length > 40) return undefined;
  const whole = wholeSentence(text);
  const after = whim.index + rest[0].length;
  const closing = shrugsIn(text, shrugs, { start: after, end: whole.end }).find(
    (span) => span.end >= whole.end - 1,
  );
  const end = closing ? trimmed(text, { start: 0, end: closing.start }).end : whole.end;
  const isDenied = rest[2] !== undefined || /\bnot to$/.test(rest[1]!);
  const said = isDenied ? `did not ${verb}` : pastTense(verb);
  const day = /\b\p{Lu}\p{Ll}+day\b/u.exec(rest[0])?.[0];
  return [
    { span: { start: whim.index, end: whim.index + rest[0].length }, insert: said },
    { span: { start: end, end: whole.end }, insert: day === undefined ? tail : ` on ${day}${tail}` },
  ];
}

function capitalizedLike(text: string, words: string): string {
  return /^\W*\p{Lu}/u.test(text) ? capitalized(words) : words;
}
