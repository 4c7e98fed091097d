import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import { lowerFirst } from '../../text/firstLetter';
import type { Rewrite } from '../../text/rewrite';
import { appendWords, deleteWords, quoted } from '../rewriting/edits';
import { trimmed, wholeSentence } from '../rewriting/spans';
import { recast, recastWhole } from '../rewriting/recast';
import type { Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const lateCommunication: PhrasingRule = {
  kind: 'phrasing',
  id: 'late-communication',
  title: 'Told only afterwards',
  summary: 'Others hear of the problem only when it is fixed, or at the very end.',
  why: 'The interviewer pictures support and customers in the dark while you worked. Silence costs you their trust, whatever the fix was.',
  advice:
    'Say whom you told first and how soon, how often you sent an update, and what it said. If you did stay silent, say what you do now instead.',
  source: ['001'],
  severity: 'information',
  raisesFrom: 0.4,
  raises: (reading, certainty = 0) =>
    over.test(reading.text) && (certainty >= 0.6 ? isLate(reading) : toldAfterRecovery(reading)),
  vetoes: ({ text }) => regular.test(text) || ongoing.test(text),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: '«I emailed the account managers once the fix was out».',
        section: 'action',
        rewritten:
          'I emailed the account managers {{how soon}}, then every {{interval}}, and again once the fix was out.',
      },
      {
        text: '«Told my lead only after the rollback was done».',
        section: 'action',
        rewritten:
          'Told my lead {{how soon}}, then every {{interval}}, and again after the rollback was done.',
      },
      {
        text: '«Nobody outside the squad heard a word until the database was back».',
        section: 'action',
        rewritten:
          'Nobody outside the squad heard a word until the database was back; today I would tell {{whom}} within {{how long}}, then every {{interval}}.',
      },
      {
        text: '«When everything was green again, I posted a note in the support channel».',
        section: 'action',
        rewritten:
          'When everything was green again, I posted a note in the support channel; today I would tell {{whom}} within {{how long}}, then every {{interval}}.',
      },
    ],
    strong: [
      {
        text: 'I posted the number of stuck orders in the support channel every 20 minutes.',
        section: 'action',
      },
      {
        text: 'Before I touched the router I told the branch managers what they would see.',
        section: 'action',
      },
      {
        text: 'I emailed the mobile team the list of broken builds an hour ahead of the patch.',
        section: 'action',
      },
      {
        text: 'The post-mortem went to all nine account managers, who had followed the hourly thread.',
        section: 'result',
      },
    ],
  },
};

/** Updates that came again and again, or came first, are no late word. */
const regular =
  /\b(?:every|each) (?:\d+|\w+ (?:minutes|hours?)|\w+teen|hour|half|quarter|few)\b|\bhourly\b|\bbefore (?:(?:I|we) (?!knew|had|could|was|tell|told|bother|spoke|speak|wrote|write|said|say|let|inform)|touching|the fix\b)|\b(?:had|having) (?:been told|followed|my bulletins)\b|\b(?:today|now|next time) I(?: would|['’]d|['’]ll| will)? (?:tell|post|mail|warn|page)\b/i;

/** Word went out while the problem lasted. */
const ongoing =
  /\bstill (?:live|down|running|out|broken|failing|open|going|red|on)\b|\bup yet\b|(?<!\bnot\b.{0,40})\bat once\b|\bright away\b|\b(?:had|have) (?:already )?(?:\w+ )(?:updates|messages|notes|mails|bulletins) from (?:me|us)\b|\balready (?:had )?\w+ (?:updates|messages) from\b/i;

/** What stands in a sentence where word came late: a repair that is over, or silence. */
const over =
  /\b(?:after|afterwards|once|only (?:when|after|once|with|then)|as soon as|until|till|when|by the time|with the|upon|having|then|later|next (?:morning|day)|at the end|in the end|post factum|retroactively|first|fixed|resolved)\b/i;

function isLate({ clauses }: Reading): boolean {
  return clauses.some(isTelling);
}

/** "I emailed the team once the fix was out": we tell, and a clause of time says that all is well again. */
function toldAfterRecovery({ text, clauses }: Reading): boolean {
  const telling = clauses.find(
    (clause) =>
      isTelling(clause) &&
      clause.verb!.deeds.has('communicate') &&
      clause.verb!.tense === 'past' &&
      !clause.verb!.isNegated &&
      !clause.isSubordinate,
  );
  if (
    !telling ||
    (telling.subject !== undefined && !/^(?:narrator|own-team)$/.test(telling.subject.actorClass))
  )
    return false;
  return clauses.some(
    ({ connective, span }) =>
      /^(?:after|once|as soon as|when)$/.test(connective ?? '') &&
      recovered.test(text.slice(span.start, span.end)),
  );
}

const recovered =
  /\b(?:fixed|back(?: (?:up|online))?|green|over|healthy|stable|resolved|restored|recovered|repaired|finished|gone|(?:was|were) (?:out|live|done|up|in|normal|clean)|(?:running|working|fine|right|up) again|settled|cleared|solved)\b/i;

function isTelling({ verb }: Clause): boolean {
  return (
    verb !== undefined &&
    (verb.deeds.has('communicate') || /^(?:hear|learn|find out|know)\b/.test(verb.lemma))
  );
}

function locate(reading: Reading): PhrasingMatch {
  const { text, clauses } = reading;
  const whole = wholeSentence(text);
  const telling = clauses.find(isTelling);
  const marker = telling && lateMarker(text, telling);
  const start =
    telling && marker !== undefined
      ? telling.hasOwnSubject
        ? (telling.subject?.span.start ?? telling.span.start)
        : telling.span.start
      : whole.start;
  const span = trimmed(text, { start: Math.max(start, whole.start), end: whole.end });
  return { span, message: `${quoted(text.slice(span.start, span.end))} lets others hear of it too late.` };
}

/** Where the late moment begins behind the telling: "after the smoke had cleared" of "emailed the partners after …". */
function lateMarker(text: string, telling: Clause): number | undefined {
  const from = telling.verb!.span.end;
  const found =
    /,?\s+(?:only |just )?(?=(?:(?:an?|one|two|three|several|some|\d+) (?:minutes?|hours?|days?|weeks?|months?) )?(?:after|once|as soon as|when) (?!which\b)|the (?:next|following) |afterwards\b)/i.exec(
      text.slice(from),
    );
  return found ? from + found.index : undefined;
}

function rewrite(reading: Reading, match: PhrasingMatch): Rewrite[] {
  const { text } = reading;
  const sooner = soonerAndAgain(reading);
  const ways = sooner ? [sooner] : [];
  const whom = recipientOf(reading) ?? '{{whom}}';
  const told = `told ${whom} {{what you knew}} {{how soon}} and sent an update every {{interval}}`;
  const isNote = reading.clauses[0]?.hasOwnSubject !== true && !/\bI\b/.test(text) && (reading.clauses[0]?.verb?.span.start ?? 99) <= wholeSentence(text).start; // prettier-ignore
  const words = isNote && reading.clauses[0]?.verb?.tense === 'past' ? told : `I ${told}`;
  const alsoWeak = ({ body, clause }: Statement): boolean =>
    keptSilent.test(text.slice(body.start, body.end)) || (clause !== undefined && isTelling(clause));
  const inTime = [
    besidesTheWork(reading, words),
    recast(reading, match.span, { words, weakOpening: lateOpening, alsoWeak }),
    recastWhole(reading, words),
  ];
  const rule = text.includes('?')
    ? undefined
    : [appendWords(text, `; today I would tell ${whom} within {{how long}}, then every {{interval}}`)];
  return offered(text, deniesWord.test(text) ? [...ways, rule, ...inTime] : [...ways, ...inTime, rule]);
}

/** Who was told, in the writer's own words: "the account managers", "my director". */
function recipientOf({ text, clauses, terms }: Reading): string | undefined {
  const telling = clauses.find(isTelling);
  if (!telling?.verb) return undefined;
  const hears = /^(?:hear|learn|find out|know)\b/.test(telling.verb.lemma);
  const actor = hears ? telling.subject : (telling.affected ?? undefined);
  const to =
    /^ (?:an? \p{L}+ |\p{L}+ )?to ((?:the|our|my|all|both) [\p{L}’' -]+?|\p{L}+)(?= (?:that|when|once|after|about|only|saying|with|in|on|at|and|what|how)\b|[,.;:]|$)/u.exec(
      text.slice(telling.verb.span.end),
    );
  const heard =
    /^\W*((?:the |our |my )?[\p{L}’' -]{3,40}?) (?:got|received|had|were sent|was sent) (?:\p{L}+ ){0,3}(?:from|by) (?:me|us)\b/iu.exec(
      text,
    )?.[1];
  const isOwner = actor !== undefined && (/^['’]/.test(text.slice(actor.span.end)) || /['’]s?\s+$/.test(text.slice(0, actor.span.start))); // prettier-ignore
  if (isOwner && heard === undefined) return undefined;
  const words = heard ?? actor?.text ?? to?.[1];
  const isParty =
    heard !== undefined || actor === undefined
      ? (heard ?? to) !== null
      : /^(?:party|own-team|unknown)$/.test(actor.actorClass);
  if (
    words === undefined ||
    !isParty ||
    words.split(' ').length > 7 ||
    /\b(?:first|last|only)\b/.test(words) ||
    /\d/.test(words)
  )
    return undefined;
  if (
    /^(?:nobody|no ?one|none|anybody|anyone|people|they|them|she|he|him|her|it|us|we|who|which|this|that|what|one|not|as|so|nothing|everyone|every)\b/i.test(
      words,
    )
  )
    return undefined;
  const first = terms.find(({ span }) => span.start >= (actor?.span.start ?? text.indexOf(words)));
  return first?.tag === 'name' ? words : lowerFirst(words);
}

/** "I fixed the table, ran the job and then told them": what was done stays, and the word that came first stands before it. */
function besidesTheWork({ text, clauses }: Reading, words: string): Edit[] | undefined {
  const telling = clauses.find(isTelling);
  const works = clauses.some(
    ({ subject, verb, span }) =>
      telling !== undefined && span.start < telling.span.start && subject?.actorClass === 'narrator' && verb?.tense === 'past' && (['repair', 'contain', 'build'] as const).some((kind) => verb.deeds.has(kind)),
  ); // prettier-ignore
  const { start } = wholeSentence(text);
  const opener = /^(?:(?:First|Then|So),? )?(?=I\b)/.exec(text.slice(start));
  if (!works || !opener) return undefined;
  const told = words.startsWith('I ') ? words : `I ${words}`;
  return [{ span: { start, end: start + opener[0].length }, insert: `${told}; ${opener[0].toLowerCase()}` }];
}

/** Openings that say how late it was. */
const lateOpening =
  /\b(?:after|once|when|only|until|till|by the time|later|then|afterwards|next|end|as soon as|with)\b/i;

/** The writer says outright that nobody was told: an update line would turn that round. */
const deniesWord =
  /\b(?:not|never|nothing|nobody|no one|no|none|quiet\w*|silen\w+|dark|held|holding|mum|kept|secret|saved|waited|put off|delayed|unaware|without)\b|n['’]t\b/i;

/** Words of silence or of a first word: to say that there had been updates would contradict them. */
const keptSilent =
  /\b(?:not|never|nothing|nobody|no one|no|none|quiet|silen\w+|dark|first|held|holding|kept|mum|saved|until|till|knew|learn\w*|heard|found out|without|only|last|finally|before|later|afterwards|retrospect|factum|confess\w*)\b|n['’]t\b/i;

/** "Emailed the partners after the smoke had cleared" → "Emailed the partners {{how soon}}, every {{interval}} and again after …". */
function soonerAndAgain({ text, clauses }: Reading): Edit[] | undefined {
  const telling = clauses.find((clause) => isTelling(clause) && clause.verb!.deeds.has('communicate'));
  if (
    !telling?.verb ||
    telling.verb.isNegated ||
    telling.verb.tense !== 'past' ||
    telling.isSubordinate ||
    telling.verb.voice === 'passive'
  )
    return undefined;
  const isOurs = telling.subject === undefined || /^(?:narrator|own-team)$/.test(telling.subject.actorClass);
  const start = isOurs ? lateMarker(text, telling) : undefined;
  if (
    start === undefined ||
    /[;:]|\bthat\b|\bwho\b|\b(?:evening|morning|afternoon|night|later|day|end|midnight|noon|o['’]clock|[A-Z][a-z]+day)\b/.test(
      text.slice(telling.verb.span.end, start),
    )
  )
    return undefined;
  if (
    /\b(?:first|nothing|quiet|dark|wait|since there|because|no point|so as not|until|till|end)\b/i.test(text)
  )
    return undefined;
  const skipped = /^,?\s+(?:only |just )?/i.exec(text.slice(start))![0].length;
  // "I only told my manager the next day": it was no longer the only time.
  const only = /\bonly\s+$/i.exec(text.slice(0, telling.verb.span.start));
  return [
    ...(only ? deleteWords(text, { start: only.index, end: only.index + 4 }) : []),
    { span: { start, end: start + skipped }, insert: ' {{how soon}}, then every {{interval}}, and again ' },
  ];
}
