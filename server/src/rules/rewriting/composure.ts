import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { appendWords } from './edits';
import { recast, recastWhole } from './recast';
import { openerOf, type Statement } from './statements';
import { offered } from './titles';
import { holdsFacts, put, showing, type WeakStretch } from './weakStretch';

const firstStep = 'I {{what you did first}}';
const steadied = ', so I {{how you steadied yourself}} and {{what you did first}}';
const order = 'I {{how you brought order}}';
const bodyPart = /^(?:hands?|heart|stomach|mind|brain|knees|head|blood|face|ground|floor)$/;

/** How an opening begins that fits any statement. */
const adverbial =
  /^(?:when|for|by|with|at|in|on|after|before|once|as|seeing|initially|suddenly|then|so|and|but|while|during|from|the first)\b.*\s$/i;

/**
 * Rewrites that tell how a panic was brought under control: the first step in the place of the fear ("When the dashboard turned red
 * I {{what you did first}}"), or behind it, so that all the rest stays.
 */
export function calmRewrites(reading: Reading, stretch: WeakStretch): Rewrite[] {
  const { text } = reading;
  const isOwn = isNarrators(reading, stretch);
  const shared = isOwn
    ? /\bso\b/.test(text)
      ? steadied.replace(', so', '; then')
      : steadied
    : /\buntil\b|\bby the time\b|\bme (?:neither|too|included)\b|\b(?:is|are|['’]s|['’]re) \w+ing\b/i.test(
          text,
        )
      ? `, so ${order}`
      : ` until ${order}`;
  const behind = (words: string, preferred: boolean): Rewrite =>
    showing(words, [appendWords(text, words)], preferred);
  const words = isOwn ? firstStep : order;
  const hangs = ({ clause }: Statement): boolean => clause?.hasOwnSubject === false;
  // A scene that is told says more than its fear: only a few words give way as a whole.
  const isShort = text.trim().split(/\s+/).length <= 8;
  // Behind a question nothing can be told: "and could I think, so I {{…}}?"
  const isAsked = /\?\W*$/.test(text);
  const last = offered(
    text,
    !isShort && !isAsked && !text.includes(':')
      ? []
      : [
          stretch.statements.some(isDeed)
            ? undefined
            : recast(reading, stretch.span, { words, alsoWeak: hangs }),
          recastWhole(reading, placeIn(text) + words),
        ],
  );
  if (isAsked) return last;
  if (text.includes(':') || /\b(?:me|myself) (?:neither|included|too)\b/.test(text))
    return [...last, behind(shared, false)];
  if (!isOwn) return [behind(shared, true), ...last];
  return canReplace(reading, stretch) && keepsOpener(reading, stretch)
    ? [replacing(reading, stretch), behind(shared, false), ...last]
    : [behind(shared, true), ...last];
}

/** Where it was, as an opening: "in the war room " of "It was total chaos in the war room". */
function placeIn(text: string): string {
  const place =
    /\b(?:in|on) the (?!spot|middle|headlights|face|whole|end|worst|first|mud|way)[\p{Ll}][\p{Ll} -]{2,20}?(?=[.,;:]|$)/u.exec(
      text,
    )?.[0];
  return place === undefined ? '' : `${place} `;
}

/** Whether the fear is the narrator's or that of someone with them, rather than a scene. */
function isNarrators({ text }: Reading, { statements, span }: WeakStretch): boolean {
  const words = text.slice(span.start, span.end);
  if (
    /\bI (?:was|stood|felt|sat|could|had|lost|froze)\b/.test(words) &&
    !/\b(?:every(?:body|one)|nobody|no one|people)\b/i.test(words)
  )
    return true;
  return statements.some(({ clause }) => {
    const subject = clause?.subject;
    return subject === undefined
      ? clause?.verb !== undefined
      : subject.actorClass === 'narrator' || bodyPart.test(subject.head);
  });
}

/** Only what holds nothing but the fear may go: no figure, no name, no side clause, no other statement behind it. */
function canReplace({ text, clauses }: Reading, { span, after, statements }: WeakStretch): boolean {
  const verb = statements[0]!.clause?.verb;
  const hasSideClause = clauses.some(
    ({ isSubordinate, span: place }) =>
      isSubordinate && verb !== undefined && place.start >= verb.span.end && place.end <= span.end + 1,
  );
  const opener = openerOf(statements[0]!);
  const length = text.slice(opener.end, span.end).split(/\s+/).length;
  return (
    after.length === 0 &&
    !text.slice(statements[0]!.joint.start, statements[0]!.joint.end).includes(':') &&
    !/["“”]/.test(text) &&
    !isDeed(statements[0]!) &&
    !hasSideClause &&
    length <= 8 &&
    !holdsFacts(text, { start: opener.end, end: span.end }) &&
    statements[0]!.clause?.subject?.actorClass !== 'party'
  );
}

/** "In blind alarm I restarted every pod": what was done is no fear, and stays. */
function isDeed({ clause }: Statement): boolean {
  const { verb, object, subject } = clause ?? {};
  const kinds = ['repair', 'contain', 'build', 'harm'] as const;
  return (
    subject?.actorClass === 'narrator' &&
    object !== undefined &&
    kinds.some((kind) => verb?.deeds.has(kind) ?? false)
  );
}

/** Whether what stands in front of the fear is kept with it: "when I saw the tweet with the screenshot" is no fear. */
function keepsOpener({ text }: Reading, { statements }: WeakStretch): boolean {
  const opener = openerOf(statements[0]!);
  const opens = /^\W*(?:when|while|after|as|once|before|with)\b/i.test(text);
  if (opens && !isKeptOpener(text, statements[0]!)) return false;
  return (
    text.slice(opener.start, opener.end).trim().split(/\s+/).length < 4 || isKeptOpener(text, statements[0]!)
  );
}

function isKeptOpener(text: string, statement: Statement): boolean {
  const opener = openerOf(statement);
  const words = text.slice(opener.start, opener.end);
  return (
    statement.clause?.hasOwnSubject === true &&
    adverbial.test(words) &&
    !/\b(?:rabbit|deer|terror|panic|rush|tears|wits)\b/i.test(words)
  );
}

function replacing({ text }: Reading, { statements, span, before }: WeakStretch): Rewrite {
  const first = statements[0]!;
  const opener = openerOf(first);
  const isKept = isKeptOpener(text, first);
  const start = isKept ? opener.end : span.start;
  const { joint } = first;
  const isLoose = before.length > 0 && !/\p{L}/u.test(text.slice(joint.start, joint.end));
  const edit: Edit = isLoose
    ? {
        span: { start: joint.start, end: span.end },
        insert: `, and ${text.slice(span.start, start)}${firstStep}`,
      }
    : put(text, { start, end: span.end }, firstStep);
  return showing(firstStep, [edit], true);
}
