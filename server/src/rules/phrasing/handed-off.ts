import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, quoted } from '../rewriting/edits';
import { isHandOver, isWait, readHandOver, type HandOver } from '../rewriting/handOver';
import {
  carriedToTheEnd,
  insteadOfIdling,
  insteadOfLeaving,
  insteadOfStandingBack,
  insteadOfWaiting,
  untilTheyActed,
  withEvidence,
} from '../rewriting/handOverEdits';
import { covering, trimmed, wholeSentence } from '../rewriting/spans';
import { recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const handedOff: PhrasingRule = {
  kind: 'phrasing',
  id: 'handed-off',
  title: 'Handed off and left',
  summary: 'You report, escalate, assign or wait, and others do the work.',
  why: 'The interviewer hears a messenger: the problem passed through your hands, and the story is about the people who solved it.',
  advice:
    'Say what you brought along (the failing case, the cause, a tested patch), what you did until they acted, and how you checked their fix.',
  source: ['001', '004'],
  severity: 'warning',
  raisesFrom: 0.5,
  raises: (reading) => couldHandOff.test(reading.text) && handsOff(reading),
  vetoes: ({ text }) => ownRepair.test(text),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: 'I «escalated it to Payments and they fixed it the next day».',
        section: 'action',
        rewritten:
          'I escalated it to Payments with {{the evidence or fix you brought}} and they fixed it the next day, and I {{how you checked that it worked}}.',
      },
      {
        text: 'I «raised a ticket with the vendor and waited for their fix».',
        section: 'action',
        rewritten:
          'I raised a ticket with the vendor and waited for their fix; I brought {{the cause, a failing case or a patch}} and {{how you saw it through}}.',
      },
      {
        text: 'I «forwarded the alert to the database team, who restored the replica».',
        section: 'action',
        rewritten:
          'I forwarded the alert with {{the evidence or fix you brought}} to the database team, who restored the replica, and I {{how you checked that it worked}}.',
      },
      {
        text: '«Raised a P1 with the carrier and left it with them».',
        section: 'action',
        rewritten: 'Raised a P1 with the carrier and {{how you followed it up and checked the fix}}.',
      },
    ],
    strong: [
      {
        text: 'I flagged it to their lead and brought a tested fix, which they merged the same day.',
        section: 'action',
      },
      {
        text: 'I asked the storage team for their compaction schedule and laid it over our latency spikes.',
        section: 'action',
      },
      {
        text: 'I paged the database on-call and moved the reads to the standby while she killed the query.',
        section: 'action',
      },
      {
        text: 'After I sent the hosting team a working patch, they rolled it out to all 16 offices.',
        section: 'action',
      },
    ],
  },
};

const couldHandOff =
  /\b(?:told|asked|let|sent|gave|paged|pinged|called|rang|raised|opened|filed|logged|forward\w*|escalat\w*|assign\w*|delegat\w*|report\w*|inform\w*|notif\w*|pass\w*|left|handed|hand\w*|put|wait\w*|loop\w*|ticket|flagged|mention\w*|kicked|threw|rout\w*|tagged|copied|wrote|brought|had|chased|pointed)\b/i;

/** What the narrator brings along: then nothing was just handed over. */
const brought =
  /\b(?:with|along with|attached|including) (?:\w+ ){0,4}?(?:patch|fix|repro\w*|capture|diff|options?|ids|lines|test|query|trace|proposal|recommendation)\b/i;

/** The repair itself, which the narrator made: others only put it in. */
const ownRepair = /\b(?:my|our|a (?:tested|working)) (?:\w+ )?(?:patch|fix|proposal|reproducer)\b/i;

/** Whatever the narrator does in the sentence is telling, delegating or waiting. */
function handsOff({ text, clauses }: Reading): boolean {
  const mine = clauses.filter(
    ({ subject, verb }) =>
      verb && verb.tense !== 'infinitive' && (subject === undefined || subject.actorClass === 'narrator'),
  );
  return (
    !brought.test(text) &&
    !ownRepair.test(text) &&
    mine.some(isHandOver) &&
    mine.every((clause) => isHandOver(clause) || isWait(clause) || clause.verb!.deeds.has('be'))
  );
}

function locate(reading: Reading): PhrasingMatch {
  const { text } = reading;
  const { told, others, wait } = readHandOver(reading);
  const whole = wholeSentence(text);
  const found = covering([told && withoutSubject(told), others?.span, wait && withoutSubject(wait)]) ?? whole;
  const opening = told || wordsIn(text, whole.start, found.start) > 9 ? found.start : whole.start;
  const end = wordsIn(text, found.end, whole.end) > 7 ? found.end : whole.end;
  const lead = /^(?:and|but|so|then)\s+/i.exec(text.slice(opening))?.[0].length ?? 0;
  const span = trimmed(text, { start: opening + lead, end });
  const words = quoted(text.slice(span.start, span.end));
  const message = wait
    ? `${words} leaves the work to others while you wait: say what you brought and did.`
    : `${words} hands the work to others: say what you brought and how you saw it through.`;
  return { span, message };
}

function wordsIn(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function withoutSubject({ subject, hasOwnSubject, span, verb }: Clause): Span {
  const isContracted = verb !== undefined && subject?.span.end === verb.span.start;
  const start =
    hasOwnSubject && subject && verb && !isContracted ? Math.min(verb.span.start, span.end) : span.start;
  return { start, end: span.end };
}

function rewrite(reading: Reading): Rewrite[] {
  const { text } = reading;
  const handOver = readHandOver(reading);
  const ways = [
    insteadOfWaiting(reading, handOver),
    insteadOfLeaving(reading),
    insteadOfIdling(reading),
    untilTheyActed(reading, handOver),
    withEvidence(reading, handOver),
    carriedToTheEnd(reading, handOver),
    insteadOfStandingBack(reading),
    /\?\W*$|\b(?:all I|my) (?:contribut|part|involvement|role)/i.test(text)
      ? undefined
      : [appendWords(text, meanwhile(handOver))],
    recastWhole(
      reading,
      'I {{what you did yourself}}, brought {{whom}} {{the evidence or fix}} and {{how you checked that it worked}}',
    ),
  ];
  return offered(text, ways);
}

function meanwhile({ others }: HandOver): string {
  return others
    ? '; I brought {{the cause, a failing case or a patch}} and {{how you checked that it worked}}'
    : '; I brought {{the cause, a failing case or a patch}} and {{how you saw it through}}';
}
