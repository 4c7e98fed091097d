import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, quoted } from '../rewriting/edits';
import { covering, trimmed, wholeSentence } from '../rewriting/spans';
import { factsIn, recast, recastWhole } from '../rewriting/recast';
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
        text: 'I «opened a ticket with the vendor and waited for their patch».',
        section: 'action',
        rewritten:
          'I opened a ticket with the vendor and {{how you followed it up and checked the fix (keep: patch)}}.',
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

function isHandOver({ verb }: Clause): boolean {
  return verb !== undefined && (verb.deeds.has('delegate') || verb.deeds.has('communicate'));
}

function isWait({ verb }: Clause): boolean {
  return verb !== undefined && (verb.deeds.has('wait') || withdrawal.test(verb.lemma));
}

/** Verbs by which the narrator leaves the stage. */
const withdrawal =
  /^(?:leave|go back|return|go on|carry on|move on|get on|step back|sit|stand|await|stay|trust|rely|refresh|twiddle|consider|bide|wait)\b/;

/** The clauses that make the hand-over: what the narrator passed on, what others then did, and the wait. */
interface HandOver {
  readonly told: Clause | undefined;
  readonly others: Clause | undefined;
  readonly wait: Clause | undefined;
}

function readHandOver({ clauses }: Reading): HandOver {
  const isMine = ({ subject }: Clause): boolean => subject === undefined || subject.actorClass === 'narrator';
  const told = clauses.find(
    (clause) => isMine(clause) && clause.verb?.tense !== 'infinitive' && isHandOver(clause),
  );
  const from = told ? clauses.indexOf(told) + 1 : 0;
  const after = clauses.slice(from);
  return {
    told,
    wait: after.find((clause) => isMine(clause) && clause.verb?.tense !== 'infinitive' && isWait(clause)),
    others: after.find(
      ({ subject, verb }) =>
        subject !== undefined &&
        /^(?:party|unknown)$/.test(subject.actorClass) &&
        verb !== undefined &&
        !verb.deeds.has('be'),
    ),
  };
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

/** "…, and went back to my sprint work" → "…, and {{how you followed it up}}"; what was waited for stays: "until they had spliced it". */
function insteadOfWaiting(reading: Reading, { told, wait }: HandOver): Edit[] | undefined {
  const { text, clauses } = reading;
  if (!told || !wait?.verb || wait === told || wait.verb.isNegated || wait.isSubordinate) return undefined;
  const until = clauses.find(
    (clause) =>
      clause.span.start > wait.verb!.span.start && /^(?:until|till|while)$/.test(clause.connective ?? ''),
  );
  // What the others then did stays: "…, and on Monday their people had it sorted".
  const theirs = clauses.find(({ subject, span, isSubordinate }) => subject !== undefined && subject.actorClass !== 'narrator' && !isSubordinate && span.start > wait.verb!.span.start); // prettier-ignore
  const tie =
    theirs && /(?:,\s*(?:and|but|so|then)?|\s+and)(?:\s[^,]{0,24})?$/.exec(text.slice(0, theirs.span.start));
  if (theirs && !tie) return undefined;
  const end = until
    ? text.slice(0, until.span.start).trimEnd().length
    : (tie?.index ?? wholeSentence(text).end);
  const dropped = text.slice(wait.verb.span.start, end);
  // Figures, names and further deeds are the writer's facts and do not go with the wait.
  if (/\d|\b(?:he|she|they|who)\b/.test(dropped) || /[;:]/.test(dropped)) return undefined;
  if (!/^(?:and|then|,)?$/.test(wait.connective ?? '') && !wait.hasOwnSubject) return undefined;
  const hole =
    until || theirs
      ? '{{what you did to narrow it down or contain it}}'
      : '{{how you followed it up and checked the fix}}';
  const { start } = wait.verb.span;
  const edit = { span: { start, end }, insert: /\s$/.test(text.slice(0, start)) ? hole : ` ${hole}` };
  const evidence = evidenceEdit(reading, told);
  return evidence && evidence.span.start <= edit.span.start ? [evidence, edit] : [edit];
}

/** "I put it on their board and left them to it" → "I put it on their board and {{how you followed it up and checked the fix}}". */
function insteadOfLeaving({ text, clauses }: Reading): Edit[] | undefined {
  const isMine = ({ subject }: Clause): boolean => subject === undefined || subject.actorClass === 'narrator';
  const index = clauses.findLastIndex(
    (clause) => isMine(clause) && clause.verb !== undefined && leaving.test(clause.verb.lemma),
  );
  const leave = clauses[index];
  const before = clauses
    .slice(0, Math.max(index, 0))
    .some((clause) => isMine(clause) && clause.verb?.tense === 'past' && !clause.isSubordinate);
  if (!leave?.verb || !before || leave.isSubordinate || leave.verb.tense !== 'past' || leave.verb.isNegated)
    return undefined;
  const end = wholeSentence(text).end;
  const dropped = text.slice(leave.verb.span.start, end);
  if (
    /[;:]|, (?:and|who|which|but)\b/.test(dropped) ||
    factsIn(text, { start: leave.verb.span.start, end }).length > 0
  )
    return undefined;
  if (!/(?:\b(?:and|then|I)|,)\s*$/.test(text.slice(0, leave.verb.span.start))) return undefined;
  return [
    { span: { start: leave.verb.span.start, end }, insert: '{{how you followed it up and checked the fix}}' },
  ];
}

/** "…, I had nothing left to do" → "…, I {{how you followed it up and checked the fix}}". */
function insteadOfIdling(reading: Reading): Edit[] | undefined {
  const idle = /\bnothing (?:left |more |else )?(?:for me )?to do\b|\bmy (?:part|job|duty|bit|work) (?:was )?(?:done|over|finished)\b|\bout of my hands\b/i.exec(reading.text); // prettier-ignore
  if (!idle) return undefined;
  const span = { start: idle.index, end: idle.index + idle[0].length };
  return recast(reading, span, {
    words: 'I {{how you followed it up and checked the fix}}',
    opening: /^having\b/i,
  });
}

/** Verbs by which the narrator leaves it to others. */
const leaving =
  /^(?:leave|let|get on|go on|go back|return|move on|carry on|sit|stand|wait|trust|consider|turn|watch|cross|wash|rest)\b/;

/** "I sat tight until they flew someone in" → "I {{what you did to narrow it down or contain it}} until they flew someone in". */
function untilTheyActed(reading: Reading, { told }: HandOver): Edit[] | undefined {
  const { text, clauses } = reading;
  const wait = clauses.find(
    (clause) =>
      clause.subject?.actorClass === 'narrator' &&
      clause.hasOwnSubject &&
      (isWait(clause) || /^(?:watch|look on)\b/.test(clause.verb?.lemma ?? '')),
  );
  const until =
    wait &&
    clauses.find(
      ({ span, connective }) =>
        span.start > wait.verb!.span.end && /^(?:until|till|while)$/.test(connective ?? ''),
    );
  if (
    !wait ||
    !until ||
    (told && told.span.start < wait.span.start) ||
    wait.verb!.isNegated ||
    wait.verb!.modal !== undefined
  )
    return undefined;
  const span = { start: wait.verb!.span.start, end: text.slice(0, until.span.start).trimEnd().length };
  if (/^['’]/.test(text.slice(span.start)) || factsIn(text, span).length > 0) return undefined;
  return [{ span, insert: '{{what you did to narrow it down or contain it}}' }];
}

/** What the narrator brought stands behind the hand-over, what they checked at the end. */
function withEvidence(reading: Reading, { told, others }: HandOver): Edit[] | undefined {
  const evidence =
    told && !told.isSubordinate && !/^(?:have|get)$/.test(told.verb?.lemma ?? '')
      ? evidenceEdit(reading, told)
      : undefined;
  if (!evidence || !others) return undefined;
  return [evidence, appendWords(reading.text, ', and I {{how you checked that it worked}}')];
}

/** " with {{…}}" behind the words of the hand-over, where the next clause stands apart from it. */
function evidenceEdit(reading: Reading, told: Clause): Edit | undefined {
  const { text, clauses } = reading;
  const last = clauses.slice(clauses.indexOf(told)).find((clause, index, rest) => {
    const next = rest[index + 1];
    return (
      next === undefined ||
      /\band\s*$|,\s*$/.test(text.slice(clause.span.start, next.span.start)) ||
      next.verb?.tense === 'gerund' ||
      !next.isSubordinate ||
      /^(?:until|till|once|when|while|who|which|whose)$/.test(next.connective ?? '')
    );
  });
  const next = last && clauses[clauses.indexOf(last) + 1];
  if (!last || !next || /^(?:who|which|whose)$/.test(next.connective ?? '')) return undefined;
  const words = text.slice(told.span.start, last.span.end);
  if (/\bwith\b|\blo\b|[“"]/.test(words) || text.slice(last.span.end, last.span.end + 2).startsWith(' ('))
    return undefined;
  const end = trimmed(text, { start: told.span.start, end: last.span.end }).end;
  const goesOn = /^\s*(?:[,;.–—]|and\b|then\b|until\b|till\b|while\b|once\b)/.test(text.slice(end));
  return goesOn
    ? { span: { start: end, end }, insert: ' with {{the evidence or fix you brought}}' }
    : undefined;
}

/**
 * "I forwarded the mail to second level" → "I forwarded the mail to second level with {{…}} and {{how you followed it up …}}"; where others
 * go on, what the narrator brought stands before them and what they checked behind: "I asked our DBA to look into it with {{…}}, and an
 * hour later she wrote back, and I {{how you checked that it worked}}".
 */
function carriedToTheEnd(reading: Reading, { told }: HandOver): Edit[] | undefined {
  const { text, clauses } = reading;
  const isMain = (clause: Clause): boolean => !clause.isSubordinate && (clause.subject === undefined || clause.subject.actorClass === 'narrator'); // prettier-ignore
  const passed = told?.isSubordinate === false ? told : clauses.find((clause) => isMain(clause) && (passesOn(text, clause) || isHandOver(clause))); // prettier-ignore
  if (passed?.verb?.tense !== 'past' || passed.verb.isNegated || passed.verb.voice !== 'active' || passed.isSubordinate) return undefined; // prettier-ignore
  const { end } = wholeSentence(text);
  const words = text.slice(passed.span.start, end);
  if (/\bwith\b|\blo\b|[“”"();:?]/.test(words)) return undefined;
  const next = clauses.slice(clauses.indexOf(passed) + 1).find(({ verb, hasOwnSubject }) => verb?.tense !== 'infinitive' && hasOwnSubject); // prettier-ignore
  if (!next) return clauses.at(-1) === passed || clauses.at(-1)?.verb?.tense === 'infinitive' ? [appendWords(text, ` with ${evidence} and {{how you followed it up and checked the fix}}`)] : undefined; // prettier-ignore
  if (clauses.some(({ subject, span, hasOwnSubject }) => hasOwnSubject && subject?.actorClass === 'narrator' && span.start > passed.span.start)) return undefined; // prettier-ignore
  const isTheirs = /^(?:who|which|whose|where)$/.test(next.connective ?? '');
  const tie = /(?:,\s*(?:and|but|so|then)?|\s+and)(?:\s+(?:then|by|an|within|after|the|two|three|\d+|on|in)\b[^,]{0,24})?\s*$/i.exec(text.slice(0, next.span.start)); // prettier-ignore
  const beforeWho = passed.object && / to\b/.test(text.slice(passed.object.end, passed.object.end + 3)) ? passed.object.end : undefined; // prettier-ignore
  const place = isTheirs ? beforeWho : tie?.index;
  if (place === undefined || place <= passed.verb.span.end) return undefined;
  return [
    { span: { start: place, end: place }, insert: ` with ${evidence}` },
    appendWords(text, ', and I {{how you checked that it worked}}'),
  ];
}

const evidence = '{{the evidence or fix you brought}}';

/** "I submitted a request to Identity": something goes from the narrator to others, whatever the verb. */
function passesOn(text: string, { subject, verb, object, span }: Clause): boolean {
  const isMine = subject === undefined || subject.actorClass === 'narrator';
  return isMine && verb?.tense === 'past' && object !== undefined && /^ (?:over |along |on |up |across )?to (?:the |our |my |an? |\p{Lu}|him|her|them)/u.test(text.slice(object.end, span.end + 1)); // prettier-ignore
}

/** "I stepped back, and he drove out himself" → "I {{what you did to narrow it down or contain it}}, and he drove out himself". */
function insteadOfStandingBack({ text, clauses }: Reading): Edit[] | undefined {
  const mine = clauses.filter(({ subject }) => subject?.actorClass === 'narrator');
  const [only] = mine;
  const verb = only?.verb;
  if (mine.length !== 1 || !verb || !only.hasOwnSubject || verb.tense !== 'past' || verb.isNegated || !withdrawal.test(verb.lemma)) return undefined; // prettier-ignore
  const next = clauses[clauses.indexOf(only) + 1];
  const tie = next && /(?:,\s*(?:and|but|so|while|as)?|\s+(?:and|but|while|as))(?:\s[^,]{0,60})?$/.exec(text.slice(verb.span.end, next.span.start)); // prettier-ignore
  if (next && !tie) return undefined;
  const end = tie ? verb.span.end + tie.index : wholeSentence(text).end;
  const span = { start: verb.span.start, end };
  if (end <= verb.span.start || /^['’]/.test(text.slice(span.start)) || factsIn(text, span).length > 0) return undefined; // prettier-ignore
  return [
    { span, insert: '{{what you did to narrow it down or contain it}}' },
    ...(next ? [appendWords(text, ', and I {{how you checked that it worked}}')] : []),
  ];
}

function meanwhile({ others }: HandOver): string {
  return others
    ? '; I brought {{the cause, a failing case or a patch}} and {{how you checked that it worked}}'
    : '; I brought {{the cause, a failing case or a patch}} and {{how you saw it through}}';
}
