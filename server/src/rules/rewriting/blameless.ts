import type { Clause, DeedClass } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import { gerund, participle } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import {
  clauseEnd,
  connectiveStart,
  coordinated,
  infinitiveAfter,
  inflected,
  isAddressed,
  isCleft,
  isGap,
  isRelative,
  openingOf,
} from './clauseParts';
import { isInverted, isLeftUndone, omission } from './culprit';
import { appendWords, replaceWords } from './edits';
import { asAnyone } from './pronouns';
import { lowerFirst } from '../../text/firstLetter';

const procedure = '{{the tool or procedure}}';

/** Words of person in the object would lose whom they stand for. */
const personal =
  /\b(?:he|she|they|him|her|them|his|their|its|it|himself|herself|themselves|me|us|who|whose|this|that)\b/i;

/** Verbs by which a change goes out to users, whose object can be told to have reached production. */
const releasing = /^(?:push|ship|deploy|release|merge|roll out|publish|wave through|let through|promote)$/;

/**
 * "DevOps pushed a bad config and took us down" → "A bad config reached production because {{…}}, and took us down": the thing that
 * was let out becomes the subject, the person goes. Undefined where the deed is no release of a thing.
 */
export function releasedThing(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb, object } = clause;
  if (!subject || !verb || !object || !clause.hasOwnSubject || isRelative(clause)) return undefined;
  if (/^(?:because|since|as)$/.test(clause.connective ?? '') || text.includes('?')) return undefined;
  if (!releasing.test(verb.lemma) || verb.isNegated || verb.modal !== undefined) return undefined;
  const words = text.slice(object.start, object.end);
  if (
    text.slice(verb.mainSpan.end, object.start).trim() !== '' ||
    personal.test(words) ||
    !isObjectClosed(reading, clause)
  )
    return undefined;
  if (/\b(?:plan|number|scope|budget|contract|button|notifications?|mails?)$/i.test(words)) return undefined;
  const end = clauseEnd(reading, clause);
  if (/\bto (?:prod\w*|main|master|users|customers|everyone)\b|\bwithout\b/.test(text.slice(object.end, end)))
    return undefined;
  const goal = '{{what let it through: no validation, no staged rollout}}';
  const goesOn = coordinated(reading, clause).length > 0 && !/^\s*,/.test(text.slice(end));
  return [
    ...replaceWords(text, { start: subject.span.start, end: object.end }, `${words} reached production`),
    { span: { start: end, end }, insert: ` because ${goal}${goesOn ? ',' : ''}` },
  ];
}

/**
 * "The technician yanked the wrong fibre in Frankfurt" → "Nothing in {{…}} kept the wrong fibre from being yanked in Frankfurt".
 * Undefined where the deed has no plain object or goes on in a second verb.
 */
export function nothingKept(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb, object } = clause;
  if (
    !subject ||
    !verb ||
    !object ||
    isRelative(clause) ||
    isLeftUndone(clause) ||
    isGap(reading, clause) ||
    verb.modal !== undefined
  )
    return undefined;
  const words = text.slice(object.start, object.end);
  if (text.slice(verb.mainSpan.end, object.start).trim() !== '' || personal.test(words)) return undefined;
  if (/^\p{Lu}/u.test(words) || /^(?:call|name)\b/.test(verb.lemma)) return undefined;
  if (!isTransitive(clause) || coordinated(reading, clause).length > 0) return undefined;
  if (!isObjectClosed(reading, clause) || isHabit(clause)) return undefined;
  const done = inflected(reading, clause, participle);
  if (done === undefined) return undefined;
  const frame = `nothing in ${procedure} kept ${words} from being ${done}`;
  return withPronouns(
    reading,
    replaceWords(text, { start: openingOf(reading, clause), end: object.end }, frame),
    object.end,
  );
}

/**
 * Whether the object ends where the grammar says: what follows is an adverbial or the next clause. A second object or a complement belongs
 * to the verb ("left the cron pointing at …", "sold us a firmware"), and so does a particle that stands apart ("waved the build through").
 */
function isObjectClosed({ text }: Reading, { verb, object }: Clause): boolean {
  const isApart =
    verb!.lemma.includes(' ') && !/\s/.test(text.slice(verb!.mainSpan.start, verb!.mainSpan.end));
  return (
    !isApart &&
    /^(?:$|\s*[,.;:!?…()–—]|\s+(?:in|on|at|for|by|with|without|from|into|onto|over|during|before|after|until|till|while|when|because|and|so|again|twice|once|under|as|anyway|overnight|mid-\w+|just)\b)/.test(
      text.slice(object!.end),
    )
  );
}

/** "A competent tester sees it": what people do in general is no deed that something could have stopped. */
function isHabit(clause: Clause): boolean {
  const { verb } = clause;
  return (
    verb?.tense === 'present' &&
    !verb.isPerfect &&
    !verb.isProgressive &&
    !isLeftUndone(clause) &&
    !verb.deeds.has('harm') &&
    !verb.deeds.has('neglect')
  );
}

/** Verbs of having, saying and moving make poor passives: "nothing kept it from being had". */
function isTransitive({ verb }: Clause): boolean {
  return !/^(?:have|let|leave|keep|cost|make|get|become|be|go|come|do|take|want|like|need|think|say|tell|promise|sell|give|send|feed|drop|cut|drag|pull|use|forget|lack|miss|click)\b/.test(
    verb?.lemma ?? 'be',
  );
}

/**
 * Puts nobody in the place of the person, whatever the deed: "my predecessor had been cutting corners" → "nothing in {{…}} stopped anyone
 * from cutting corners"; what was left undone becomes "nothing in {{…}} made anyone check them". Verbs joined to it follow, and the
 * pronouns that stood for the person. A person that stands for a cause with "who …" gives way to "{{a tool or procedure}} that let anyone …".
 * Undefined where the verb says what somebody is.
 */
export function nothingStopped(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb } = clause;
  if (
    !subject ||
    !verb ||
    /^(?:be|have|owe|mean|deserve|know|hear|think|believe|want|like|see|understand|pay|apologi[sz]e|admit|confess|confirm|agree|thank|help|fix|repair|settle|accept|compensate|refund|resign|retire|die|deny|insist|argue|laugh|shrug|blame|accuse|complain)$/.test(
      verb.lemma,
    ) ||
    // "A colleague who has since left the firm": where somebody went is no deed that could have been stopped.
    (isRelative(clause) &&
      /^(?:leave|join|work|sit|quit|go|come|live|stay|start|move|become)\b/.test(verb.lemma)) ||
    /\b(?:barely|hardly|scarcely|rarely|seldom|only|merely)\b/i.test(
      text.slice(clause.span.start, clause.span.end),
    ) ||
    verb.modal === 'should'
  )
    return undefined;
  if (verb.mainSpan.start < subject.span.start || isGap(reading, clause) || isHabit(clause)) return undefined;
  if (/^(?:until|till|if)$/.test(clause.connective ?? '') || (verb.lemma === 'leave' && !clause.object))
    return undefined;
  if (isRelative(clause) && goesOnAsPerson(reading, clause)) return undefined;
  const frame = frameOf(reading, clause);
  const first = deedEdit(reading, clause, frame);
  if (!first) return undefined;
  const edits = [
    ...replaceWords(text, { start: openingOf(reading, clause), end: first.end }, frame.opening + first.words),
  ];
  for (const other of coordinated(reading, clause)) {
    const next = other.verb!.lemma === 'be' ? undefined : deedEdit(reading, other, frame);
    if (!next) return undefined;
    const changes = isLeftUndone(other) !== isLeftUndone(clause);
    const start = changes ? connectiveStart(reading, other) : other.verb!.span.start;
    edits.push({
      span: { start, end: next.end },
      insert: (changes ? frame.change(isLeftUndone(other)) : '') + next.words,
    });
  }
  return withPronouns(reading, edits, first.end);
}

const peoplesDeeds: readonly DeedClass[] = ['neglect', 'assume', 'feel', 'learn', 'decide', 'communicate'];

/** "The developers who created the table slept through class": of the tool in their place the second verb can't be said. */
function goesOnAsPerson({ clauses }: Reading, { verb: first }: Clause): boolean {
  const next = clauses.find(({ verb }) => verb !== undefined && verb.span.start > first!.span.end);
  if (!next || /^(?:when|while|because|since|as|after|before|until)$/.test(next.connective ?? ''))
    return false;
  const { deeds } = next.verb!;
  return !deeds.has('harm') && peoplesDeeds.some((deed) => deeds.has(deed));
}

/**
 * "the mess that the manager had made" → "the mess that had been made": where what was done stands before the person, the person is left
 * out and the cause asked for behind it. Undefined for other clauses.
 */
export function withoutDoer(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb } = clause;
  if (
    !subject ||
    !verb ||
    !isGap(reading, clause) ||
    isLeftUndone(clause) ||
    verb.modal !== undefined ||
    coordinated(reading, clause).length > 0
  )
    return undefined;
  const done = inflected(reading, clause, participle);
  const before = text.slice(0, subject.span.start).trimEnd();
  // "it is known that they …" reports, whatever noun stands before "that".
  if (done === undefined || /\bit(?: is| was|['’]s) \w+/i.test(before)) return undefined;
  const noun = before.replace(/\s+(?:that|which|what)$/, '');
  const isReduced = noun === before;
  const isPlural = /[^s]s$/.test(noun) && !/\bwhat$/.test(before);
  const tense = verb.isPerfect ? 'had been' : isPlural ? 'were' : 'was';
  return withPronouns(
    reading,
    [
      {
        span: { start: subject.span.start, end: verb.mainSpan.end },
        insert: `${isReduced ? 'that ' : ''}${tense} ${done}`,
      },
      appendWords(text, `; ${throughWhat}`),
    ],
    verb.mainSpan.end,
  );
}

const throughWhat = 'what let it happen was {{the missing check, alert or limit}}';

/** The words that carry the deed of nobody in particular. */
interface Frame {
  readonly opening: string;
  /** Leads over to a joined deed that was left undone where the first was done, or the other way round. */
  readonly change: (undone: boolean) => string;
  readonly done: (lemma: string) => string;
}

function frameOf(reading: Reading, clause: Clause): Frame {
  const undone = isLeftUndone(clause);
  const base = (lemma: string): string => lemma;
  if (isRelative(clause) && !isCleft(reading, clause) && !isAddressed(reading, clause)) {
    const change = (other: boolean): string => (other ? 'and made nobody ' : 'and let anyone ');
    return {
      opening: `{{a tool or procedure}} that ${undone ? 'made nobody' : 'let anyone'} `,
      change,
      done: base,
    };
  }
  const lead = isAddressed(reading, clause) ? '; ' : '';
  const who = /^whoever$/i.test(clause.subject!.text) ? uncapital(reading.text.slice(clause.subject!.span.start, clause.verb!.span.start).trim()) : 'anyone'; // prettier-ignore
  const done = `stopped ${who} from `;
  const left = `made ${who} `;
  return {
    opening: `${lead}nothing in ${procedure} ${undone ? left : done}`,
    change: (other) => `or ${other ? left : done}`,
    done: gerund,
  };
}

function uncapital(words: string): string {
  return lowerFirst(words).replace(/\s+(?:clearly|obviously|evidently|plainly|simply|just|never)$/, '');
}

/** The deed as the frame takes it, and where the words end that it replaces. */
function deedEdit(
  reading: Reading,
  clause: Clause,
  frame: Frame,
): { words: string; end: number } | undefined {
  const { text } = reading;
  const verb = clause.verb!;
  if (isLeftUndone(clause)) {
    const infinitive = infinitiveAfter(reading, clause);
    if (infinitive) return { words: '', end: infinitive.start };
    const words = omission.test(verb.lemma) ? undefined : inflected(reading, clause, (lemma) => lemma);
    return words === undefined ? undefined : { words, end: verb.mainSpan.end };
  }
  const repeated = verb.lemma === 'keep' ? /^\s+(?=\p{L}+ing\b)/u.exec(text.slice(verb.mainSpan.end)) : null;
  if (repeated && frame.done === gerund) return { words: '', end: verb.mainSpan.end + repeated[0].length };
  const words =
    verb.modal === undefined || verb.modal === 'would' ? inflected(reading, clause, frame.done) : undefined;
  return words === undefined ? undefined : { words, end: verb.mainSpan.end };
}

/**
 * "Had the squad read my plan" → "Had {{…}} made everyone read my plan", "if he hadn't unplugged it" → "if {{…}} had kept everyone
 * from unplugging it". Undefined where the verb is none of a deed.
 */
export function conditionOnProcedure(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb } = clause;
  if (
    !subject ||
    !verb ||
    verb.lemma === 'be' ||
    verb.lemma === 'have' ||
    coordinated(reading, clause).length > 0
  )
    return undefined;
  const infinitive = infinitiveAfter(reading, clause);
  const had = isInverted(text, clause) || !verb.isPerfect ? '' : 'had ';
  const { start } = subject.span;
  if (omission.test(verb.lemma)) {
    if (!infinitive) return undefined;
    return withPronouns(
      reading,
      replaceWords(text, { start, end: infinitive.start }, `${procedure} ${had}made everyone `),
      infinitive.start,
    );
  }
  const form = inflected(reading, clause, verb.isNegated ? gerund : (lemma) => lemma);
  if (form === undefined) return undefined;
  const frame = verb.isNegated ? 'kept everyone from ' : 'made everyone ';
  const { end } = verb.mainSpan;
  return withPronouns(reading, replaceWords(text, { start, end }, `${procedure} ${had}${frame}${form}`), end);
}

/** "QA should have caught it" → "{{Which test or alert}} should have caught it". */
export function owedByCheck(reading: Reading, clause: Clause): Edit[] | undefined {
  const { subject } = clause;
  if (!subject) return undefined;
  const determiner = /\b(?:an?|the|any|some|our|my) (?:[\p{L}-]+ ){0,2}$/iu.exec(
    reading.text.slice(0, subject.span.start),
  );
  const isAdjective = determiner !== null && !/\b(?:that|which|and|of)\b/.test(determiner[0]);
  const start = isAdjective ? determiner.index : subject.span.start;
  // "the intern before me should have …": what tells the person apart goes along.
  const gap = reading.text.slice(subject.span.end, clause.verb!.span.start);
  const end = /^\s\p{L}[\p{L} -]{0,24} $/u.test(gap) ? clause.verb!.span.start - 1 : subject.span.end;
  return replaceWords(reading.text, { start, end }, '{{which test, review step or alert}}');
}

/** Adds the pronouns behind `start` that stood for the person, where no other edit stands. */
function withPronouns(reading: Reading, edits: readonly Edit[], start: number): Edit[] {
  const pronouns = asAnyone(reading, { start, end: reading.text.length });
  const free = pronouns.filter(
    ({ span }) => !edits.some((edit) => span.start < edit.span.end && edit.span.start < span.end),
  );
  return [...edits, ...free].sort((a, b) => a.span.start - b.span.start);
}
