import type { Reading } from '../../prose/reading';
import type { SectionKind } from '../../rubric/ids';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, articleBefore, quoted, replaceWords } from '../rewriting/edits';
import { wentFromTo } from '../rewriting/magnitudes';
import { recast, recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import { segmentAt, wholeSentence } from '../rewriting/segments';
import type { PhrasingRule } from '../rule';
import { changeVerb, holdsFigure, holdsMeasure, magnitude } from '../words/magnitude';

/** A way of saying how much without a figure: how it is worded, and what puts a figure in its place. */
interface Claim {
  readonly pattern: RegExp;
  /** The sections in which the words claim a magnitude whatever else the sentence says, so that they need no judge. */
  readonly raisesIn: readonly (SectionKind | undefined)[];
  readonly edits: (text: string, span: Span, words: RegExpExecArray) => readonly (readonly Edit[])[];
}

const struck = ['situation', 'result', undefined] as const;

const uncountable = /^(?:\s+\w+)?\s+(?:money|time|effort|traffic|revenue|data|storage|memory|work|toil|noise|space|pain|stress|trouble|attention|downtime|frustration)\b/i; // prettier-ignore

/** The classes of claim, the most telling first. */
const claims: readonly Claim[] = [
  {
    pattern: magnitude.money,
    raisesIn: struck,
    edits: (text, span) => [replaceWords(text, span, '{{how much money}}')],
  },
  {
    pattern: magnitude.comparison,
    raisesIn: struck,
    edits: (text, span, [, degree = '', compared = '']) => [
      replaceWords(text, { start: span.start, end: span.start + degree.length }, amountFor(compared)),
      [beforeAndAfter(text, span)],
    ],
  },
  {
    pattern: magnitude.share,
    raisesIn: struck,
    edits: (text, span) => [replaceWords(text, span, '{{what share}} of')],
  },
  {
    pattern: magnitude.count,
    raisesIn: struck,
    edits: countEdits,
  },
  {
    pattern: magnitude.degree,
    raisesIn: struck,
    edits: degreeEdits,
  },
  {
    pattern: magnitude.sized,
    raisesIn: struck,
    edits: (text, span, [, article, , noun = '']) =>
      /^\s+of\b/.test(text.slice(span.end))
        ? [[beforeAndAfter(text, span)]]
        : [
            replaceWords(
              text,
              // "Quite ridiculous bills": the degree goes with the size.
              { start: span.start - (/\b(?:quite|pretty|rather|really) $/i.exec(text.slice(0, span.start))?.[0].length ?? 0), end: span.end }, // prettier-ignore
              `${article === undefined ? '' : `${articleBefore(noun)} `}${noun} of {{how much}}`,
            ),
          ],
  },
  {
    pattern: magnitude.leap,
    raisesIn: struck,
    edits: (text, span) =>
      /^\s+to\b/.test(text.slice(span.end))
        ? [[beforeAndAfter(text, span)]]
        : [[{ span: { start: span.end, end: span.end }, insert: ' from {{before}} to {{after}}' }]],
  },
  {
    pattern: magnitude.picture,
    raisesIn: struck,
    edits: (text, span) => [[beforeAndAfter(text, span)]],
  },
  {
    pattern: magnitude.bareComparison,
    raisesIn: [],
    edits: (text, span) => {
      const words = text.slice(span.start, span.end);
      return [replaceWords(text, span, `${amountFor(words)} ${words}`), [beforeAndAfter(text, span)]];
    },
  },
];

function amountFor(comparative: string): string {
  return /^fewer$/i.test(comparative) ? '{{how many}}' : '{{how much}}';
}

/** Whether what is counted stands in the plural within the next words: "many customers", "tons of dead letters", "many of them". */
const countable = /^\s+(?:[\w’'-]+\s+){0,3}?(?:people|folks?|staff|them|us|[a-z’'-]*[^s\W]s)\b/i;

/** "So many stations that the phone did not stop" → "…, so that the phone did not stop". */
function soThat(text: string, span: Span): Edit[] {
  const that = /^so\b/i.test(text.slice(span.start)) ? /\s+that(?=\s)/.exec(text.slice(span.end)) : null;
  const start = span.end + (that?.index ?? 0);
  return that === null ? [] : [{ span: { start, end: start + that[0].length }, insert: ', so that' }];
}

/** "many customers" → "{{how many}} customers" or "{{what share}} of the customers". */
function countEdits(text: string, found: Span): Edit[][] {
  // "Thousands and thousands of": both words go.
  const doubled = /\b(\p{L}+) (?:and|upon|on) $/iu.exec(text.slice(0, found.start));
  const isDoubled =
    doubled !== null && text.slice(found.start).toLowerCase().startsWith(doubled[1]!.toLowerCase());
  const span = isDoubled ? { start: doubled.index, end: found.end } : found;
  const rest = text.slice(span.end);
  if (
    uncountable.test(rest) ||
    (!countable.test(rest) && !/\b(?:many|few)$/i.test(text.slice(span.start, span.end)))
  )
    return [replaceWords(text, span, '{{how much}}')];
  // "plenty of our customers": what is counted there is part of a known whole.
  const of = /\bof$/i.test(text.slice(span.start, span.end)) && /^\s+(?:the|our|my|their|these|those|them|us)\b/i.test(rest) ? ' of' : ''; // prettier-ignore
  const counted = [...replaceWords(text, span, `{{how many}}${of}`), ...soThat(text, span)];
  return /^\s+(?:of|the|our|my|their|these|those|were|was|are|is|had|have|could|fewer|more|less)\b/i.test(
    rest,
  )
    ? [counted]
    : [counted, replaceWords(text, span, '{{what share}} of the')];
}

const changedJustBefore = new RegExp(`\\b${changeVerb}(?: (?:up|down|back|off))?\\s+$`, 'i');

/** "dropped sharply" → "dropped from … to …"; before its verb or far from it, the degree gives way to figures in brackets. */
function degreeEdits(text: string, span: Span): Edit[][] {
  const hasBy = /\bby\s+$/i.test(text.slice(0, span.start));
  const by = replaceWords(text, span, hasBy ? '{{how much}}' : 'by {{how much}}');
  if (changedJustBefore.test(text.slice(0, span.start)))
    return [replaceWords(text, span, 'from {{before}} to {{after}}'), by];
  const closes = /^\s*(?:$|[.,;:!)–—])/.test(text.slice(span.end));
  return closes || /^by\b/i.test(text.slice(span.start, span.end)) ? [by] : [[beforeAndAfter(text, span)]];
}

interface FoundClaim {
  readonly claim: Claim;
  readonly words: RegExpExecArray;
  readonly span: Span;
}

/** The first class of claim that the text makes in a part without a figure. */
function findClaim(text: string, isWanted: (claim: Claim) => boolean = () => true): FoundClaim | undefined {
  for (const claim of claims) {
    if (!isWanted(claim)) continue;
    const words = claim.pattern.exec(text);
    if (words) return { claim, words, span: { start: words.index, end: words.index + words[0].length } };
  }
  return undefined;
}

const changed = new RegExp(`\\b${changeVerb}\\b`, 'i');

function locateSpan(text: string): Span {
  const found = findClaim(text);
  if (found) return found.span;
  const verb = changed.exec(text);
  return verb ? segmentAt(text, verb.index) : wholeSentence(text);
}

/** Whether the text claims a magnitude that its section makes telling, in a part without a figure and with no measured result beside it. */
function claimsPlainly(text: string, section: SectionKind | undefined): boolean {
  if (holdsMeasure(text)) return false;
  const found = findClaim(text, ({ raisesIn }) => raisesIn.includes(section));
  if (!found) return false;
  const { start, end } = segmentAt(text, found.span.start);
  return !holdsFigure(text.slice(start, end));
}

const changeInBrackets = ' ({{before}} before, {{after}} now)';
const impactInBrackets = ' ({{how many or how much}}, {{for how long}})';

/** The figures in brackets behind the part of the sentence that makes the claim: right whatever its grammar. */
function beforeAndAfter(text: string, span: Span): Edit {
  const { end } = segmentAt(text, Math.max(span.start, span.end - 1));
  const isLast = end >= wholeSentence(text).end;
  const insert = changeInBrackets;
  return isLast ? appendWords(text, insert) : { span: { start: end, end }, insert };
}

/** The result of a change has a before and an after; what broke has a number and a length. */
function fittedTo(section: SectionKind | undefined, edits: readonly Edit[]): Edit[] {
  if (section !== 'situation' && section !== 'task') return [...edits];
  return edits.map((edit) =>
    edit.insert === changeInBrackets ? { ...edit, insert: impactInBrackets } : edit,
  );
}

/** Amounts of something named: "a good deal of the lost output", "a fair few owners". */
const amount =
  /\b(?:a|an) (?:(?:good|great|fair|certain|awful|substantial|sizeable|sizable|considerable|large|huge|decent|healthy|vast|whole) )?(?:(?<much>deal|amount|bit|chunk|portion|share|part|measure|majority)|(?<many>few|number|handful|load|host|raft|bunch|couple|pile|string|stream|wave|flood|lot)) (?<of>of )?/iu;

/** "a good deal of money" → "{{how much money}}". */
function moneyInFigures(text: string): Edit[] | undefined {
  const found = /\b(?:a|an|quite a) (?:\p{L}+ ){0,2}(?:deal|amount|bit|lot|chunk|load|truckload|shedload|boatload|bucketload|pile|heap|ton|bunch|pot|sum)(?: of (?:money|cash))?\b/iu.exec(text); // prettier-ignore
  if (!found || !/money|cash|sum$/i.test(found[0])) return undefined;
  return replaceWords(text, { start: found.index, end: found.index + found[0].length }, '{{how much money}}');
}

/** "Huge numbers of containers" → "{{how many}} containers". */
function numbersInFigures({ text }: Reading): Edit[] | undefined {
  const found = /\b(?:an? )?(?:huge|large|vast|great|enormous|massive|significant|considerable|untold|shocking|alarming|record|staggering|ridiculous) (?:(numbers?)|quantit(?:y|ies)|amounts?|volumes?) of (?!(?:the|our|my|their|these|those)\b)/i.exec(text); // prettier-ignore
  if (!found) return undefined;
  const span = { start: found.index, end: found.index + found[0].trimEnd().length };
  return replaceWords(text, span, found[1] === undefined ? '{{how much}}' : '{{how many}}');
}

/** "most of the families" → "{{what share}} of the families". */
function shareInFigures({ text }: Reading): Edit[] | undefined {
  const found = /\b(?:most|much|many|a lot) (?=of (?:the|our|my|their|those|these)\b)/i.exec(text);
  const span = found && { start: found.index, end: found.index + found[0].trimEnd().length };
  return span ? replaceWords(text, span, '{{what share}}') : undefined;
}

/** "The leakage was enormous" → "The leakage was {{how much or how many}}". */
function sizeInFigures({ text }: Reading): Edit[] | undefined {
  const found = /(?<=\b(?:was|were|is|are) )(?:(?:truly|really|quite|simply|just|very) )?(?:enormous|huge|massive|considerable|immense|substantial|significant|gigantic|tremendous|vast|staggering|sizeable|sizable|colossal)(?=[.!,;]|$| (?:and|by|when|before|after|for|at|in|on|during)\b)/i.exec(text); // prettier-ignore
  if (!found) return undefined;
  return replaceWords(
    text,
    { start: found.index, end: found.index + found[0].length },
    '{{how much or how many}}',
  );
}

function amountInFigures({ text }: Reading): Edit[] | undefined {
  const found = amount.exec(text);
  if (!found || (found.groups!.much !== undefined && found.groups!.of === undefined)) return undefined;
  const span = { start: found.index, end: found.index + found[0].trimEnd().length };
  const rest = text.slice(span.end);
  if (/lot|load|heap|bunch|pile/i.test(found.groups!.many ?? '') && !countable.test(rest))
    return replaceWords(text, span, '{{how much}}');
  const isDefinite = /^\s*(?:the|our|my|their|those|these|them|us)\b/.test(rest);
  const of = isDefinite ? ' of' : '';
  return replaceWords(
    text,
    span,
    found.groups!.much === undefined ? `{{how many}}${of}` : `{{how much}}${isDefinite ? of : ' of'}`,
  );
}

/** Where the story tells what broke, not what became of it. */
function struckFirst(section: SectionKind | undefined): boolean {
  return section === 'situation' || section === 'task';
}

/** Claims that are told in a picture, which says nothing beside figures. */
const pictured: ReadonlySet<RegExp> = new Set([magnitude.picture, magnitude.leap]);

/** Figures for every claim of the sentence at once, where it makes several. */
function everyClaim({ text, section }: Reading): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const claim of claims.slice(0, -1)) {
    const words = claim.pattern.exec(text);
    if (!words) continue;
    const span = { start: words.index, end: words.index + words[0].length };
    const [way = []] = claim.edits(text, span, words);
    const isApart = way.every((edit) =>
      edits.every((other) => edit.span.end < other.span.start || edit.span.start > other.span.end),
    );
    if (isApart) edits.push(...fittedTo(section, way));
  }
  return edits.length > 1 ? edits.sort((a, b) => a.span.start - b.span.start) : undefined;
}

/** The clause of the claim, or the sentence, gives way to figures. */
function inFigures(reading: Reading, span: Span): (Edit[] | undefined)[] {
  const words = struckFirst(reading.section) ? '{{how many users}} could not {{do what}} for {{how long}}' : '{{metric}} went from {{before}} to {{after}}'; // prettier-ignore
  return [recast(reading, span, { words }), recastWhole(reading, words)];
}

const shareAsFigure = /\b(?:to|by) (?:a|one) (?:half|third|quarter|fifth|tenth)\b/i;
/** The claim stands as it was told, and its figures behind it: "(40 before, 3 now)", as the rewrites ask for. */
const beforeAndNow = /\([^()]*\d[^()]* before, [^()]*\d[^()]* now\)/i;

export const unquantifiedClaim: PhrasingRule = {
  kind: 'phrasing',
  id: 'unquantified-claim',
  title: 'Claim without a figure',
  summary: 'Says that something changed a lot, or was big, and gives no figure.',
  why: 'An interviewer writes down figures. “Much faster” cannot be written down, and it sounds like a result that was never measured.',
  advice:
    'Give the figure: from what to what, how many, how much, for how long. An estimate that you call one is fine.',
  source: ['000', '004'],
  severity: 'warning',
  raises: ({ text, section }) => claimsPlainly(text, section),
  vetoes: ({ text }) => shareAsFigure.test(text) || beforeAndNow.test(text),
  locate: ({ text }) => {
    const span = locateSpan(text);
    return { span, message: `${quoted(text.slice(span.start, span.end), 60)} gives no figure.` };
  },
  rewrite: (reading, { span }): Rewrite[] => {
    const found = findClaim(reading.text);
    const ways = found ? found.claim.edits(reading.text, found.span, found.words) : [];
    const all = ways.length > 0 ? ways : [[beforeAndAfter(reading.text, span)]];
    return offered(reading.text, [
      found && pictured.has(found.claim.pattern) && !struckFirst(reading.section)
        ? wentFromTo(reading, found.span)
        : undefined,
      ...(reading.text.includes('?') ? inFigures(reading, span) : []),
      moneyInFigures(reading.text),
      numbersInFigures(reading),
      found ? undefined : shareInFigures(reading),
      found ? undefined : sizeInFigures(reading),
      found ? undefined : amountInFigures(reading),
      ...all.map((edits) => fittedTo(reading.section, edits)),
      amountInFigures(reading),
      everyClaim(reading),
      struckFirst(reading.section) ? undefined : wentFromTo(reading, span),
      ...inFigures(reading, span),
    ]);
  },
  examples: {
    weak: [
      {
        text: 'The nightly report runs «much faster» since I added the index.',
        section: 'result',
        rewritten: 'The nightly report runs {{how much}} faster since I added the index.',
      },
      {
        text: 'Checkout errors dropped «significantly» after the rollout.',
        section: 'result',
        rewritten: 'Checkout errors dropped from {{before}} to {{after}} after the rollout.',
      },
      {
        text: '«Lots of» customers could not log in during the sale.',
        section: 'situation',
        rewritten: '{{How many}} customers could not log in during the sale.',
      },
      {
        text: 'The new storage tier saved the company «a fortune».',
        section: 'result',
        rewritten: 'The new storage tier saved the company {{how much money}}.',
      },
      {
        text: '«A large share of» our drivers saw the wrong route.',
        section: 'situation',
        rewritten: '{{What share}} of our drivers saw the wrong route.',
      },
      {
        text: 'Since then the flaky tests have «all but disappeared».',
        section: 'result',
        rewritten: 'Since then the flaky tests have all but disappeared ({{before}} before, {{after}} now).',
      },
    ],
    strong: [
      {
        text: 'The nightly report runs in 4 minutes instead of 50 since I added the index.',
        section: 'result',
      },
      { text: 'Checkout errors dropped from 2.1% to 0.2% after the rollout.', section: 'result' },
      { text: 'The change halved the build time.', section: 'result' },
      { text: 'I compared the two traces span by span and found the slow query.', section: 'action' },
      { text: '14,200 customers could not log in during the sale.', section: 'situation' },
      { text: 'The job writes many small files, one for each tenant.', section: 'action' },
    ],
  },
};
