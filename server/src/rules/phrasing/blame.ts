import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Rewrite } from '../../text/rewrite';
import {
  conditionOnProcedure,
  nothingKept,
  nothingStopped,
  owedByCheck,
  releasedThing,
  withoutDoer,
} from '../rewriting/blameless';
import {
  findCulprit,
  isHarmful,
  isLeftUndone,
  isOther,
  isPlainBlame,
  mayBlame,
  type Culprit,
} from '../rewriting/culprit';
import { isRelative } from '../rewriting/clauseParts';
import { appendWords, articleBefore, quoted, replaceWords, resultOf } from '../rewriting/edits';
import {
  checkInPlace,
  conditionOnSafeguard,
  doneToThing,
  effectAlone,
  harmAlone,
  owedByProcedure,
} from '../rewriting/effects';
import { recast, recastWhole } from '../rewriting/recast';
import { trimmed, wholeSentence } from '../rewriting/spans';
import { offered } from '../rewriting/titles';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const blame: PhrasingRule = {
  kind: 'phrasing',
  id: 'blame',
  title: 'Blame on others',
  summary: 'The sentence pins the failure on a person, a team or a vendor.',
  why: 'An interviewer hears who you blame when things go wrong, and pictures the next incident with you in the room. A person is no root cause: others would have slipped too, as long as no check caught it.',
  advice:
    'Name what let the fault through: the missing check, the alert that stayed silent, the permission that was too wide. Keep the harm and its figures. If you slipped yourself, say so.',
  source: ['001', '003'],
  severity: 'warning',
  raises: (reading, certainty = 0) =>
    couldBlame.test(reading.text) && (certainty >= 0.4 ? mayBlame(reading) : isPlainBlame(reading)),
  vetoes: (reading) => isGratitude(reading) || isOpenDoor(reading),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: '«DevOps pushed a bad config» and took us down.',
        section: 'situation',
        rewritten:
          'A bad config reached production because {{what let it through: no validation, no staged rollout}}, and took us down.',
      },
      {
        text: '«A contractor wiped the pricing table on his second day».',
        section: 'situation',
        rewritten:
          'Nothing in {{the tool or procedure}} kept the pricing table from being wiped on their second day.',
      },
      {
        text: "«The new engineer's bad commit» took us down for 40 minutes.",
        section: 'situation',
        rewritten:
          'A bad commit, let through by {{the missing check, alert or limit}}, took us down for 40 minutes.',
      },
      {
        text: '«QA should have caught it before the release».',
        section: 'situation',
        rewritten: '{{Which test, review step or alert}} should have caught it before the release.',
      },
      {
        text: 'If «the analysts had documented their columns», the model would never have shipped with 3% wrong labels.',
        section: 'reflection',
        rewritten:
          'If {{which check, alert or limit (keep: documented their columns)}} had been in place, the model would never have shipped with 3% wrong labels.',
      },
      {
        text: 'The outage goes back to «Ramesh, who skipped the checksum step» when he rotated the keys.',
        section: 'situation',
        rewritten:
          'The outage goes back to {{a tool or procedure}} that let anyone skip the checksum step when they rotated the keys.',
      },
      {
        text: 'Three hundred vans got the wrong route because «the warehouse guys could not be bothered to check the codes».',
        section: 'situation',
        rewritten:
          'Three hundred vans got the wrong route because nothing in {{the tool or procedure}} made anyone check the codes.',
      },
    ],
    strong: [
      { text: 'A config without validation reached production and took us down.', section: 'situation' },
      { text: 'I merged a faulty config, and 3% of the mails went out blank.', section: 'situation' },
      { text: 'The DBA confirmed the lock and killed the blocking session.', section: 'action' },
      { text: "The vendor's API was returning 500s for 4% of the calls.", section: 'situation' },
      { text: 'Thanks to Ops, the shop was back in nine minutes.', section: 'result' },
    ],
  },
};

/** A person, role, team or vendor may be meant: the cheap test before a sentence is parsed. */
const couldBlame =
  /\b(?:if|had|should|fault|blame|thanks|courtesy|negligence|\p{L}+(?:['’]s|s['’])|h?e|she|they|who)\b|\b(?:bad|wrong|broken|faulty|untested|unreviewed|buggy|half-\w+|misconfigured)\b|\b(?:broke|took|brought|wip|corrupt|wreck|ruin|mess|screw|botch|bungl|nuk|knock|fat-|drop|mangl|poison|unplug|overw|skip|forg|ignor|rubber|neglect|overlook|sat on|slept)/iu;

/** "A script that let anyone skip the check": what anyone could have done is the fault of what allowed it. */
function isOpenDoor({ text }: Reading): boolean {
  return /\b(?:that|which) (?:lets?|allow(?:s|ed)) any(?:one|body)?\b/i.test(text);
}

/** "Thanks to Ops, the shop was back in nine minutes": no harm is told. */
function isGratitude({ text, clauses }: Reading): boolean {
  return (
    /\bthanks to\b/i.test(text) &&
    !clauses.some(
      ({ verb }) =>
        verb !== undefined &&
        (verb.isNegated || verb.deeds.has('harm') || verb.deeds.has('fail') || verb.deeds.has('neglect')),
    ) &&
    !/\b(?:no|nobody|nothing|lost|down|dead|died)\b/i.test(text)
  );
}

function locate(reading: Reading): PhrasingMatch {
  const culprit = findCulprit(reading);
  const span = culprit ? trimmed(reading.text, culprit.span) : wholeSentence(reading.text);
  const words = quoted(reading.text.slice(span.start, span.end));
  return { span, message: messageOf(culprit, words) };
}

function messageOf(culprit: Culprit | undefined, words: string): string {
  switch (culprit?.kind) {
    case 'owed':
      return `${words} says what someone owed you, not which check was missing.`;
    case 'condition':
      return `${words} makes the outcome depend on a person, not on a safeguard.`;
    case 'source':
    case 'work':
    case 'failing':
      return `${words} gives a person as the cause: say what in the system let it happen.`;
    default:
      return `${words} pins the failure on someone: say what let it happen.`;
  }
}

function rewrite(reading: Reading, match: PhrasingMatch): Rewrite[] {
  const { text } = reading;
  const culprit = findCulprit(reading);
  const span = culprit?.span ?? match.span;
  const words = lastWords(reading, culprit);
  return offered(text, [
    ...waysOut(reading, culprit).map((edits) => withoutTrace(reading, culprit, edits)),
    effectAlone(reading, span),
    harmAlone(reading),
    withoutTrace(
      reading,
      culprit,
      recast(reading, span, {
        words,
        weakOpening: /\bnext time\b/i,
        alsoWeak: ({ clause }) => clause !== undefined && isOther(clause),
      }),
    ),
    recastWhole(reading, words),
    [appendWords(text, '; what let it through was {{the missing check, alert or limit}}')],
  ]);
}

/**
 * The way, unless the one who goes is still spoken of in what stays ("doomed by them", "his fault"), or has acted before: "the designers had
 * moved the portal, and they broke it". A deed of "whoever" that is the subject of another verb can't give way either.
 */
function withoutTrace(
  reading: Reading,
  culprit: Culprit | undefined,
  edits: Edit[] | undefined,
): Edit[] | undefined {
  if (!edits) return edits;
  const { text, clauses } = reading;
  const result = resultOf(text, edits);
  if (culprit?.kind === 'owed' && /\b(?:he|she|his)\b/i.test(result)) return undefined;
  if (culprit?.kind !== 'deed' && culprit?.kind !== 'failing') return edits;
  if (
    /\b(?:by|of|at|with|on|to|for) (?:him|her|them)\b|\b(?:he|she|his)\b|\b(?:as|because|since|like) they\b|\b(?:their|her) (?:name|fault|doing|mistake|problem)\b/i.test(
      result,
    )
  )
    return undefined;
  // "The fault from a consultancy that had billed two hundred days": what is said of the person would be said of a check.
  if (culprit.kind === 'failing' && /^,? (?:that|who|which|whose)\b/.test(text.slice(culprit.span.end)))
    return undefined;
  if (culprit.kind === 'failing') return stoodForCause(text, culprit.span) ? edits : undefined;
  // "Kept the rates from being hard-coded before they quit": nobody is left whom the pronoun could mean.
  if (
    /\b(?:they|themselves)\b/i.test(result) &&
    !/\b(?:they|anyone|nobody|everyone)\b/i.test(text + result.replace(/\bthey\b/gi, ''))
  )
    return undefined;
  const { subject, span } = culprit.clause;
  const isPronoun = /^(?:he|she|they)$/i.test(subject?.text ?? '');
  if (isPronoun && clauses.some((other) => other.span.end <= span.start && isOther(other))) return undefined;
  // "A vendor whom procurement had picked": who is blamed is the one that the clause describes.
  if (
    /^whom\b/.test(culprit.clause.connective ?? '') ||
    /\bwhom\s*$/.test(text.slice(0, subject?.span.start ?? 0))
  )
    return undefined;
  if (/^\W*whoever\b[^,]*$/i.test(text)) return undefined;
  return edits;
}

/** "It was their carelessness", but not "the refund was their carelessness": only a cause can be a missing check. */
function stoodForCause(text: string, { start }: Span): boolean {
  const before = text.slice(0, start).trimEnd();
  // "I've never seen such negligence": what was met with is no cause.
  if (/\b(?:seen|met|known|witnessed|experienced|forgive|tolerate|accept|stand)\b[^,;]{0,20}$/i.test(before)) return false; // prettier-ignore
  if (!/(?:\b(?:is|was|were|are|been|be)|['’]s)(?: \w+ly)?$/i.test(before)) return true;
  return /(?:^|[,;:–—]|\b(?:and|but|so|that|say|because))\s*(?:(?:it|that|this|which|what|whose)\b|(?:the |our |my )?(?:\p{L}+ )*(?:cause|reason|fault|problem|culprit|trigger|origin|root|explanation|answer|truth|bug|mess|issue|outage|incident|failure)\b)[^,;]*$/iu.test(
    before,
  );
}

function waysOut(reading: Reading, culprit: Culprit | undefined): (Edit[] | undefined)[] {
  const { text } = reading;
  switch (culprit?.kind) {
    case 'deed':
      if (isReproachedOn(reading, culprit.clause) || hangsOnSubject(reading, culprit.clause)) return [];
      return [
        releasedThing(reading, culprit.clause),
        doneToThing(reading, culprit.clause),
        nothingKept(reading, culprit.clause),
        nothingStopped(reading, culprit.clause),
        withoutDoer(reading, culprit.clause),
        checkInPlace(reading, culprit.clause),
      ];
    case 'owed':
      return [
        catches.test(culprit.clause.verb?.lemma ?? '') ? owedByCheck(reading, culprit.clause) : undefined,
        owedByProcedure(reading, culprit.clause),
      ];
    case 'condition':
      return [conditionOnProcedure(reading, culprit.clause), conditionOnSafeguard(reading, culprit.clause)];
    case 'source':
      return [replaceWords(text, culprit.span, 'because {{what let it happen}}')];
    case 'work':
      return [workLetThrough(text, culprit.work, culprit.span)];
    case 'failing':
      return [replaceWords(text, culprit.span, '{{the missing check, alert or limit}}')];
    default:
      return [];
  }
}

/** "QA's bad judgement took us down" → "a bad judgement, let through by {{…}}, took us down"; not where the name goes on to the left: "trust and safety's". */
function workLetThrough(text: string, work: string, span: Span): Edit[] | undefined {
  if (/\b(?:and|or)\s*$/i.test(text.slice(0, span.start))) return undefined;
  const comma = /^\s*[.,;:!?…]/.test(text.slice(span.end)) ? '' : ',';
  const told = `${articleBefore(work)} ${work}, let through by {{the missing check, alert or limit}}${comma}`;
  return replaceWords(text, span, told);
}

/** "The agency, bless them, had shoved an update on": what stands before the clause is no opening but its subject. */
function hangsOnSubject({ text }: Reading, { subject }: Clause): boolean {
  const before = text.slice(0, subject?.span.start ?? 0);
  return /^\W*(?:the|an?|our|my|their|some)\s[^,;:]{1,40},[^,;:]{0,12}$/i.test(before);
}

/** What a check could have done as well as a person. */
const catches = /^(?:catch|notice|see|find|spot|stop|prevent|flag|block|warn|detect|reveal)\b/;

/** Another clause goes on to say what they did or left undone, which would stand alone without them. */
function isReproachedOn({ clauses, text }: Reading, clause: Clause): boolean {
  const { verb } = clause;
  // "had been written by a contractor who …": no tool could stand for one who did something else before.
  if (isRelative(clause) && /\bby\s+(?:[\p{L}-]+\s+)?$/iu.test(text.slice(0, clause.subject?.span.start)))
    return true;
  // "The guy who had worked on it before me was notorious": what is said of the person would be said of a tool.
  if (
    isRelative(clause) &&
    clauses.some(
      ({ subject, hasOwnSubject, connective, verb: other }) =>
        other !== verb &&
        subject?.span.start === clause.subject?.span.start &&
        other !== undefined &&
        other.span.start > verb!.span.end &&
        (hasOwnSubject || connective === undefined),
    )
  )
    return true;
  return clauses.some(
    (other) =>
      other.verb !== verb &&
      other.hasOwnSubject &&
      /^(?:he|she|they)$/i.test(other.subject?.text ?? '') &&
      other.subject!.span.start > verb!.span.end &&
      (isHarmful(other) || isLeftUndone(other)),
  );
}

/** Nothing but a reproach gives way to what broke, and why nothing stopped it. */
function lastWords({ text }: Reading, culprit: Culprit | undefined): string {
  const object = culprit !== undefined && 'clause' in culprit ? culprit.clause.object : undefined;
  const thing = object === undefined ? '' : text.slice(object.start, object.end);
  const isTold =
    culprit !== undefined &&
    'clause' in culprit &&
    culprit.clause.verb?.modal === undefined &&
    !/^(?:understand|know|have|hold|get|refuse|tell|say|want|consider|treat|promise|give|owe|read|like|pay|pick|choose|commit|leave|blame|see|think)\b/.test(
      culprit.clause.verb?.lemma ?? '',
    );
  const isThing = isTold && /^(?:the|our|my|this|that|these|those)\s/i.test(thing) && !/\b(?:time|day|week|year|word|chance|ball|bug|us|me|thing|job|one)s?\b/i.test(thing); // prettier-ignore
  const what = isThing ? `what went wrong with ${thing}` : 'what broke';
  return `{{${what}}} because {{which check, alert or limit was missing}}`;
}
