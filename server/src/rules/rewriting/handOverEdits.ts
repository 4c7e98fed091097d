import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import { appendWords } from './edits';
import { isHandOver, isWait, withdrawal, type HandOver } from './handOver';
import { factsIn, recast } from './recast';
import { trimmed, wholeSentence } from './spans';

/** "…, and went back to my sprint work" → "…, and {{how you followed it up}}"; what was waited for stays: "until they had spliced it". */
export function insteadOfWaiting(reading: Reading, { told, wait }: HandOver): Edit[] | undefined {
  const { text, clauses } = reading;
  if (!told || !wait?.verb || wait === told || wait.verb.isNegated || wait.isSubordinate) return undefined;
  const until = clauses.find(
    (clause) =>
      clause.span.start > wait.verb!.span.start && /^(?:until|till|while)$/.test(clause.connective ?? ''),
  );
  // What the others then did stays: "…, and on Monday their people had it sorted".
  const theirs = clauses.find(
    ({ subject, span, isSubordinate }) =>
      subject !== undefined &&
      subject.actorClass !== 'narrator' &&
      !isSubordinate &&
      span.start > wait.verb!.span.start,
  );
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
export function insteadOfLeaving({ text, clauses }: Reading): Edit[] | undefined {
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
export function insteadOfIdling(reading: Reading): Edit[] | undefined {
  const idle =
    /\bnothing (?:left |more |else )?(?:for me )?to do\b|\bmy (?:part|job|duty|bit|work) (?:was )?(?:done|over|finished)\b|\bout of my hands\b/i.exec(
      reading.text,
    );
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
export function untilTheyActed(reading: Reading, { told }: HandOver): Edit[] | undefined {
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
export function withEvidence(reading: Reading, { told, others }: HandOver): Edit[] | undefined {
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
export function carriedToTheEnd(reading: Reading, { told }: HandOver): Edit[] | undefined {
  const { text, clauses } = reading;
  const isMain = (clause: Clause): boolean =>
    !clause.isSubordinate && (clause.subject === undefined || clause.subject.actorClass === 'narrator');
  const passed =
    told?.isSubordinate === false
      ? told
      : clauses.find((clause) => isMain(clause) && (passesOn(text, clause) || isHandOver(clause)));
  if (
    passed?.verb?.tense !== 'past' ||
    passed.verb.isNegated ||
    passed.verb.voice !== 'active' ||
    passed.isSubordinate
  )
    return undefined;
  const { end } = wholeSentence(text);
  const words = text.slice(passed.span.start, end);
  if (/\bwith\b|\blo\b|[“”"();:?]/.test(words)) return undefined;
  const next = clauses
    .slice(clauses.indexOf(passed) + 1)
    .find(({ verb, hasOwnSubject }) => verb?.tense !== 'infinitive' && hasOwnSubject);
  if (!next)
    return clauses.at(-1) === passed || clauses.at(-1)?.verb?.tense === 'infinitive'
      ? [appendWords(text, ` with ${evidence} and {{how you followed it up and checked the fix}}`)]
      : undefined;
  if (
    clauses.some(
      ({ subject, span, hasOwnSubject }) =>
        hasOwnSubject && subject?.actorClass === 'narrator' && span.start > passed.span.start,
    )
  )
    return undefined;
  const isTheirs = /^(?:who|which|whose|where)$/.test(next.connective ?? '');
  const tie =
    /(?:,\s*(?:and|but|so|then)?|\s+and)(?:\s+(?:then|by|an|within|after|the|two|three|\d+|on|in)\b[^,]{0,24})?\s*$/i.exec(
      text.slice(0, next.span.start),
    );
  const beforeWho =
    passed.object && / to\b/.test(text.slice(passed.object.end, passed.object.end + 3))
      ? passed.object.end
      : undefined;
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
  return (
    isMine &&
    verb?.tense === 'past' &&
    object !== undefined &&
    /^ (?:over |along |on |up |across )?to (?:the |our |my |an? |\p{Lu}|him|her|them)/u.test(
      text.slice(object.end, span.end + 1),
    )
  );
}

/** "I stepped back, and he drove out himself" → "I {{what you did to narrow it down or contain it}}, and he drove out himself". */
export function insteadOfStandingBack({ text, clauses }: Reading): Edit[] | undefined {
  const mine = clauses.filter(({ subject }) => subject?.actorClass === 'narrator');
  const [only] = mine;
  const verb = only?.verb;
  if (
    mine.length !== 1 ||
    !verb ||
    !only.hasOwnSubject ||
    verb.tense !== 'past' ||
    verb.isNegated ||
    !withdrawal.test(verb.lemma)
  )
    return undefined;
  const next = clauses[clauses.indexOf(only) + 1];
  const tie =
    next &&
    /(?:,\s*(?:and|but|so|while|as)?|\s+(?:and|but|while|as))(?:\s[^,]{0,60})?$/.exec(
      text.slice(verb.span.end, next.span.start),
    );
  if (next && !tie) return undefined;
  const end = tie ? verb.span.end + tie.index : wholeSentence(text).end;
  const span = { start: verb.span.start, end };
  if (end <= verb.span.start || /^['’]/.test(text.slice(span.start)) || factsIn(text, span).length > 0)
    return undefined;
  return [
    { span, insert: '{{what you did to narrow it down or contain it}}' },
    ...(next ? [appendWords(text, ', and I {{how you checked that it worked}}')] : []),
  ];
}
