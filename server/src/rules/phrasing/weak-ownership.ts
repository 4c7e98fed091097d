import type { Actor, Clause, VerbGroup } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, deleteWords, isAtStart, quoted, replaceWords, uncapitalized } from '../rewriting/edits';
import { trimmed, wholeSentence } from '../rewriting/spans';
import { recast, recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import { statements } from '../rewriting/statements';
import { topicIn } from '../rewriting/topic';
import { holdsFacts } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const weakOwnership: PhrasingRule = {
  kind: 'phrasing',
  id: 'weak-ownership',
  title: 'It was given to you',
  summary:
    'You were involved because somebody assigned it, because it was your turn, or because nobody else was there.',
  why: 'The interviewer looks for people who see a problem and take it. “It was assigned to me” says that without the assignment you would have passed by.',
  advice:
    'Give the decision that was yours and its reason: what was at stake, what you saw that others had not, what would have happened if you had waited.',
  source: ['001', '004'],
  severity: 'information',
  raisesFrom: 0.5,
  raises: (reading) => onOrder.test(reading.text) || assignment(reading) !== undefined,
  vetoes: ({ text }) => ownWill.test(text),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: '«My manager asked me» to look into the stuck invoices.',
        section: 'task',
        rewritten: 'I decided to look into the stuck invoices because {{what was at stake}}.',
      },
      {
        text: '«The crash landed on my desk» because it was my week on bug duty.',
        section: 'task',
        rewritten: 'I took on the crash because {{what was at stake}}.',
      },
      {
        text: 'Everyone senior was on leave, «so it fell to me».',
        section: 'task',
        rewritten: 'Everyone senior was on leave, so I took it on because {{what was at stake}}.',
      },
      {
        text: '«I drew the short straw».',
        section: 'task',
        rewritten: 'I took it on because {{what was at stake}}.',
      },
      {
        text: '«I was told» to run the migration.',
        section: 'task',
        rewritten: 'I decided to run the migration because {{what was at stake}}.',
      },
    ],
    strong: [
      {
        text: 'I was on call, and at 3% failed logins I chose to roll back without waiting for the morning.',
        section: 'task',
      },
      { text: 'Nobody had asked me to, but 40 shops were offline, so I took the ticket.', section: 'task' },
      {
        text: 'The importer belonged to another team, and I asked their lead for write access.',
        section: 'task',
      },
      { text: 'I was responsible for the checkout service and its 14 deploys a week.', section: 'task' },
    ],
  },
};

/** A decision of the narrator's own, or an assignment that there was not. */
const ownWill =
  /\bI (?:chose|decided|offered|volunteered|proposed|asked for|signed up)\b|\b(?:took it|took this|take it|taking it) (?:anyway|on|myself)\b|\b(?:not on|hadn['’]t|without any(?:one|body)|nobody had (?:asked|put|told))\b.*\b(?:I|took)\b/i;

const stake = ' because {{what was at stake}}';

/** Something comes to the narrator by itself: "landed on my desk", "became my problem". */
const cameToMe =
  /\b(?:(?:on|in|into|onto|to|at|with) (?:me|my (?:desk|plate|lap|queue|column|list|feet|inbox|shoulders|table|name))|(?:became|was|is) (?:mine|my (?:problem|job|task|turn|baby)))\b/i;

/** On whose word the narrator acted: "on instruction from the program office", "as per the sprint planning". */
const onOrder =
  /(?:^|,\s+|\s)(?:(?:on|under|by|at|per|as per|according to|following) (?:the |my |our |explicit )?(?:[\p{L}]+['’]s )?(?:order|instruction|request|direction|orders|instructions|sprint planning|rota|roster|duty roster|job description|command)s?(?: (?:of|from|by) [^,;.]+?)?)(?=,|\s+I\b|$|\.)/iu;

function locate(reading: Reading): PhrasingMatch {
  const { text } = reading;
  const order = onOrder.exec(text);
  const found = order
    ? { start: order.index, end: order.index + order[0].length }
    : (assignment(reading)?.span ?? cause(reading)?.span ?? wholeSentence(text));
  const whole = wholeSentence(text);
  const isNearlyAll =
    (text.slice(whole.start, found.start) + text.slice(found.end, whole.end)).trim().split(/\s+/).length < 4;
  const span = trimmed(text, isNearlyAll && !order ? whole : found);
  return {
    span,
    message: `${quoted(text.slice(span.start, span.end))} gives an assignment as your reason: say what you decided, and why.`,
  };
}

/** The clause in which somebody or something brings it to the narrator. */
function assignment({ text, clauses }: Reading): Clause | undefined {
  return (
    clauses.find(
      ({ subject, affected, verb }) =>
        subject?.actorClass !== 'narrator' && affected?.actorClass === 'narrator' && verb !== undefined,
    ) ??
    clauses.find(({ subject, verb }) => subject?.actorClass === 'narrator' && verb?.voice === 'passive') ??
    clauses.find(
      (clause) =>
        clause.subject !== undefined &&
        clause.subject.actorClass !== 'narrator' &&
        cameToMe.test(text.slice(clause.span.start, clause.span.end)),
    )
  );
}

/** The clause that gives the reason for a deed of the narrator's. */
function cause({ clauses }: Reading): Clause | undefined {
  return clauses.find(
    ({ connective, span }) => /^(?:because|since|as|for)$/.test(connective ?? '') && span.start > 0,
  );
}

function rewrite(reading: Reading, match: PhrasingMatch): Rewrite[] {
  const { text } = reading;
  const { span } = match;
  // "The lead divided the tickets and this one was left": what was shared out is more than the narrator took.
  const topic = /\b(?:meeting|call|thread)\b|\b(?:divid|split|shar|distribut|carv|dol)\w*\b/i.test(text)
    ? undefined
    : topicIn(reading, toldPart(reading, span), notWork);
  const tookIt = topic === undefined ? `I took it on${stake}` : `I took on ${topic}${stake}`;
  return offered(text, [
    decidedInstead(reading),
    tookOn(reading),
    tookWhatWasGiven(reading),
    withoutOrder(text),
    ownReason(reading),
    decidedTo(reading),
    recast(reading, span, {
      words: tookIt,
      weakOpening: reasonOpening,
      // "… and the newest one gets the flaky builds": how it goes with such work is the assignment again.
      alsoWeak: ({ body, clause }) =>
        obeyed.test(text.slice(body.start, body.end)) ||
        (clause?.verb?.tense === 'present' &&
          clause.subject?.actorClass !== 'narrator' &&
          body.start > span.end),
    }),
    recastWhole(reading, tookIt),
    recastWhole(reading, 'I saw that {{what was at stake}}, so I decided to {{do what}}'),
    [appendWords(text, `; I made it mine${stake}`)],
  ]);
}

/** What was told of this time, without what is always so: "…, we divide the city by postcodes". */
function toldPart(reading: Reading, span: Span): Span {
  const general = statements(reading).find(({ clause, body }) => body.start > span.start && clause?.verb?.tense === 'present' && clause.subject?.actorClass !== 'narrator'); // prettier-ignore
  return general && general.body.start < span.end ? { start: span.start, end: general.body.start } : span;
}

/** What came of the order, and goes with it. */
const obeyed =
  /\bI (?:had to|just |then )?\s*(?:deal|dealt|did|do|led|started|took|went|began|complied|obeyed|said yes)\b[^.;]{0,24}$/i;

/** "It was in my objectives to bring the recall rate up" → "I decided to bring the recall rate up because {{…}}". */
function decidedTo({ text, clauses }: Reading): Edit[] | undefined {
  const aim = clauses.find(
    ({ verb, span }) =>
      verb?.tense === 'infinitive' &&
      /^\s*to\b/.test(text.slice(span.start)) &&
      ordered.test(text.slice(0, span.start)),
  );
  if (!aim?.verb || /^(?:be|have|do|come|go)\b/.test(aim.verb.lemma)) return undefined;
  const whole = wholeSentence(text);
  const words = text
    .slice(aim.span.start, aim.span.end)
    .replace(/[\s,]+(?:and|so|because|which|as|since)?$/, '');
  if (
    words.split(/\s+/).length < 3 ||
    holdsFacts(text, { start: whole.start, end: aim.span.start }) ||
    holdsFacts(text, { start: aim.span.start + words.length, end: whole.end })
  )
    return undefined;
  return replaceWords(text, whole, `I decided ${words}${stake}`);
}

const ordered =
  /\b(?:me|objectives?(?:, [^,]+)?|turn|job|task|duty|order|instructions?|told|assigned|supposed|expected|picked|chosen|selected|nominated|sent|named|designated|appointed|elected|asked|required),?\s*$/i;

/** What stands in an assignment and is no work that one could take on. */
const notWork =
  /^(?:(?:the|a|an|our|this|that) )?(?:[\p{L}-]+ )*(?:letter \p{L}|plan|plans|schedule|calendar|grads?|newbies?|juniors?|trainees?|rookies?|newcomers?|student|names?|desks?|lists?|rota|roster|plate|lap|queue|inbox|list|turn|week|day|night|morning|evening|afternoon|month|year|ball|baton|buck|torch|hat|reins|parcel|baby|potato|monkey|half-year|semester|season|term|cycle|period|shift|straw|boss|lead|manager|director|team|squad|group|one|person|man|guy|engineer|developer|head|order|orders|call|phone|file|sheet|board|meeting|standup|stand-up|planning|sprint|room|floor|office|company|firm|job|contract|way|end|time|moment|others?|rest|hook|blame|case|choice|reason|matter|thing|story|right|leave|vacation|holiday|parental|middle|same|first|last|next|only|nearest|youngest|most|title|table|body|top|bottom|hands?|cycles?|[\p{L}-]+(?:er|or|ist|ant))$/iu;

/** Openings that give the assignment as the reason. */
const reasonOpening = /^(?:as|since|because|by|on|under|per)\b/i;

/** "Our instructor put me down for the login bug", "my boss handed me the model" → "I took on the model because {{…}}". */
function tookWhatWasGiven(reading: Reading): Edit[] | undefined {
  const { text, clauses } = reading;
  const given = plainAssignment(reading);
  if (
    given?.affected?.actorClass !== 'narrator' ||
    given.verb.isNegated ||
    given.subject.span.start < given.span.start ||
    clauses.at(-1)?.span.start !== given.span.start
  )
    return undefined;
  const behind =
    /^.*?\bme\s+(?:(?:down|in charge|up|forward|on board) )?(?:(?:for|of|on|with|onto) )?((?:the|this|that|our|its|a|an) [^,;:]+|it|this|them)$/i.exec(
      text.slice(given.subject.span.start, wholeSentence(text).end),
    );
  const thing = behind?.[1];
  if (
    thing === undefined ||
    /["“”]|\b(?:quarter|week|month|year|day|sprint|term|semester|season)\b/.test(thing) ||
    /\b(?:on|in|at|to|from|with|for|by|as) (?:his|her|their|the way)\b|\b(?:coordinator|lead|owner|contact|name)\b/.test(
      thing,
    )
  )
    return undefined;
  const words = /^(?:it|this|them)$/i.test(thing) ? `I took ${thing} on` : `I took on ${thing}`;
  return replaceWords(text, { start: given.subject.span.start, end: wholeSentence(text).end }, words + stake);
}

/** "My boss asked me to look at it" and "I was told to look at it" → "I decided to look at it because {{…}}". */
function decidedInstead(reading: Reading): Edit[] | undefined {
  const { text, clauses } = reading;
  const given = assignment(reading);
  const next = given && clauses[clauses.indexOf(given) + 1];
  if (
    !given?.verb ||
    given.verb.isNegated ||
    given.verb.tense !== 'past' ||
    next?.verb?.tense !== 'infinitive'
  )
    return undefined;
  if (
    !/^\s*to\b/.test(text.slice(next.span.start)) ||
    isHypothetical(given) ||
    next.verb.lemma === 'be' ||
    /^(?:call|ring|phone|write|mail|come|go|stop)\b/.test(given.verb.lemma) ||
    /\bbecause\b/.test(text.slice(next.span.start)) ||
    // "I was asked to look at it by the head of development": who asked would stay.
    (given.verb.voice === 'passive' &&
      /\bby (?:the|my|our|an?|\p{Lu}\p{Ll}+)\b/u.test(text.slice(next.span.start)))
  )
    return undefined;
  const isMine = given.subject?.actorClass === 'narrator';
  if (!given.hasOwnSubject || (!isMine && !/\bme\s*$/.test(text.slice(given.span.start, next.span.start))))
    return undefined;
  const start = isMine ? given.verb.span.start : given.subject!.span.start;
  const words = isMine ? 'decided ' : 'I decided ';
  const tail =
    /,? (?:so|and) (?:so )?(?:I did|I complied|I obeyed|that['’]s what I did|I did so|I took it)(?: it)?(?=[.!?]*$)/i.exec(
      text,
    );
  const end = tail ? tail.index : wholeSentence(text).end;
  if (!tail && /,? (?:so|and|but) (?:that|this|it|they|he|she|we)\b/.test(text.slice(next.span.end)))
    return undefined;
  if (
    !tail &&
    clauses.some(
      ({ span, hasOwnSubject, isSubordinate }) =>
        span.start > next.span.start && hasOwnSubject && !isSubordinate,
    )
  )
    return undefined;
  return [
    ...replaceWords(text, { start, end: next.span.start }, words),
    { span: { start: end, end: tail ? tail.index + tail[0].length : end }, insert: stake },
  ];
}

/** An assignment that is told as a fact, with who gave it and how. */
function plainAssignment(reading: Reading): (Clause & { subject: Actor; verb: VerbGroup }) | undefined {
  const given = assignment(reading);
  const { subject, verb } = given ?? {};
  return given && subject && verb && given.hasOwnSubject && !isHypothetical(given)
    ? { ...given, subject, verb }
    : undefined;
}

function isHypothetical({ verb, connective }: Clause): boolean {
  return verb?.modal !== undefined || /^(?:who|which|that|if|when|because|since|as)$/.test(connective ?? '');
}

/** "It landed on my desk because it was my week" → "I took it on because {{…}}". */
function tookOn(reading: Reading): Edit[] | undefined {
  const { text, clauses } = reading;
  const given = plainAssignment(reading);
  if (!given || given.subject.actorClass === 'narrator') return undefined;
  const phrase = cameToMe.exec(text.slice(given.span.start, given.span.end));
  if (
    !phrase ||
    /^(?:party|own-team)$/.test(given.subject.actorClass) ||
    given.subject.span.start < given.span.start
  )
    return undefined;
  const thing = uncapitalized(given.subject.text);
  if (
    !/^(?:come|land|fall|drop|go|end up|become|be|default|belong|roll|pass|wind up)\b/.test(
      given.verb.lemma,
    ) ||
    given.verb.isNegated
  )
    return undefined;
  if (
    /^(?:there|what|that|who|which|one|everything|everyone|nobody|their|his|her)\b|\bstraw$|\bturn$|\bname$|\blot$|\bbuck$|\bdice$|\bchoice$|\bmusic$/iu.test(
      thing,
    )
  )
    return undefined;
  const next = clauses[clauses.findIndex(({ span }) => span.start === given.span.start) + 1];
  const whole = wholeSentence(text);
  const behind = given.span.start + phrase.index + phrase[0].length;
  const rest = text.slice(behind, whole.end);
  // A reason that follows is the assignment again; anything else stays, and so do figures and names.
  const dropsRest =
    next !== undefined &&
    /^(?:because|since|as|for)$/.test(next.connective ?? '') &&
    !holdsFacts(text, { start: behind, end: whole.end });
  if (
    !dropsRest &&
    rest.trim() !== '' &&
    (!/^\s*(?:that\b|this\b|when\b|after\b|one\b|in\b|on\b|at\b)/.test(rest) ||
      /,? (?:so|and|because)\b/.test(rest))
  )
    return undefined;
  const words = /^(?:it|this|they|them)$/i.test(thing)
    ? `I took ${thing === 'they' ? 'them' : thing} on`
    : `I took on ${thing}`;
  if (words.endsWith(' on') && /^\s*on\b/.test(rest)) return undefined;
  const edits = replaceWords(
    text,
    { start: given.subject.span.start, end: dropsRest ? whole.end : behind },
    dropsRest ? words + stake : words,
  );
  return dropsRest
    ? edits
    : [...edits, appendWords(text, rest.trim() === '' ? stake : `, and my reason was {{what was at stake}}`)];
}

/** "On instruction from the office I began with the gateway" → "I began with the gateway because {{…}}". */
function withoutOrder(text: string): Edit[] | undefined {
  const order = onOrder.exec(text);
  if (!order || /\d/.test(order[0])) return undefined;
  const lead = /^(?:,\s+|\s)/.exec(order[0])?.[0].length ?? 0;
  const start = order.index + lead;
  const rest = text.slice(order.index + order[0].length);
  if (!isAtStart(text, start) || !/^,?\s+I (?!was|had|am|have|got)/.test(rest)) return undefined;
  return [...deleteWords(text, { start, end: order.index + order[0].length }), appendWords(text, stake)];
}

/** "I took it because it was my turn" → "I took it because {{what was at stake}}". */
function ownReason(reading: Reading): Edit[] | undefined {
  const { text, clauses } = reading;
  const reason = cause(reading);
  const mine = clauses.find(
    ({ subject, verb, isSubordinate }) =>
      subject?.actorClass === 'narrator' && verb?.voice === 'active' && !isSubordinate,
  );
  if (!reason || !mine || mine.span.start > reason.span.start || mine.verb!.lemma === 'be') return undefined;
  const whole = wholeSentence(text);
  if (
    /\d/.test(text.slice(reason.span.start, whole.end)) ||
    /[;:]/.test(text.slice(reason.span.start, whole.end))
  )
    return undefined;
  const before = text.slice(0, reason.span.start).trimEnd().replace(/,$/, '');
  if (/\bended up\b|\bhad to\b/.test(before)) return undefined;
  const onlyGot = /\bI (?:only )?(?:got|was|had|came)\b(?! (?:my|the|a|\w+ed))/.test(before);
  return onlyGot ? undefined : [{ span: { start: before.length, end: whole.end }, insert: stake }];
}
