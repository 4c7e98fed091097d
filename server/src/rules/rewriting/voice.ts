import type { Clause, Term } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import { gerund, participle, pastTense, thirdPerson } from '../../prose/verbForms';
import { wordTable } from '../../text/wordTable';
import { capitalized, isAtStart } from './edits';
import { insideWords } from './openingWord';
import { isBareParticiple, leads, patientOf } from './passive';

/** Who becomes the subject: the narrator, or a hole that stands for one other person. */
export type NewSubject = 'I' | `{{${string}}}`;

/** How the passive's auxiliaries are said in the active voice: "should have been" → "should have" and a participle. */
interface Frame {
  readonly auxiliaries: string;
  readonly form: 'past' | 'present' | 'base' | 'participle' | 'gerund';
  readonly adverbs: string;
}

/**
 * The edits that turn passive clauses of a sentence into active ones: "The batch was reversed and the balances were corrected" →
 * "I reversed the batch and corrected the balances". Undefined where one of the clauses is not understood: then no half is turned.
 */
export function activeVoice(
  reading: Reading,
  clauses: readonly Clause[],
  subject: NewSubject,
): Edit[] | undefined {
  const edits: Edit[] = [];
  const told: Clause[] = [];
  let frame: Frame | undefined;
  let previous: Clause | undefined;
  for (const clause of clauses) {
    if (!leads(reading, clause, previous)) continue;
    frame = frameOf(reading, clause, subject, frame);
    const followers = continuations(reading, clause, clauses);
    const turned =
      frame &&
      turn(reading, [clause, ...followers], frame, sharesSubject(reading, previous, clause) ? '' : subject);
    if (!turned) return undefined;
    edits.push(...turned);
    told.push(clause, ...followers);
    previous = followers.at(-1) ?? clause;
  }
  return clauses.every((clause) => told.includes(clause)) && !leavesParticiple(reading, previous, edits)
    ? edits
    : undefined;
}

/** A participle that hung on the passive's auxiliary and would hang in the air: "… and one rewritten", "then drained". */
const hangingParticiple =
  /(?:,|\b(?:and|then|or))\s+(?:(?:then|one|two|three|several|both|others?|new ones|(?:two|some|most) of (?:them|those)|the [\p{L}\p{N}\s’'-]{1,40}?)\s+)?(?!(?:recover|dropp|stopp|improv|stabilis|stabiliz|return|chang|mov|follow|open|start|fail|crash|increas|decreas|settl|vanish|disappear|resum|pass|continu|end|work|arriv|cool|appear|eas|flatten)ed)\p{L}+(?:ed|en|wn)(?=\s*(?:[.,;!]|$)|\s+(?:for|by|in|on|to)\b)/u;

function leavesParticiple({ text }: Reading, last: Clause | undefined, edits: readonly Edit[]): boolean {
  const from = Math.max(last?.verb?.span.end ?? 0, ...edits.map(({ span }) => span.end));
  return hangingParticiple.test(text.slice(from));
}

/** The edits that name who acted without touching the rest: "The rollback was performed by {{whom}} at 10:32". */
export function namedAgent(reading: Reading, clauses: readonly Clause[], agent: string): Edit[] {
  return clauses
    .filter(({ verb }) => verb?.voice === 'passive')
    .map((clause) => {
      const end = groupEnd(reading, clause);
      return { span: { start: end, end }, insert: ` by ${agent}` };
    });
}

/** What others do to the narrator's work: it stays passive behind a deed of the narrator's. */
const judged = /^(?:accept|approve|reject|adopt|welcome|refuse|praise)$/;

/** Turns one statement: its first clause with a subject of its own, and the verbs that go on with that subject. */
function turn(
  reading: Reading,
  [first, ...followers]: readonly Clause[],
  frame: Frame,
  subject: string,
): Edit[] | undefined {
  const object = objectOf(reading, first!);
  if (object === undefined) return undefined;
  const edits: Edit[] = [];
  let end = groupEnd(reading, first!);
  let pending =
    followers.length > 0 &&
    /^[\s,]*(?:(?:and|or|then)\b)?[\s,]*$/.test(reading.text.slice(end, followers[0]!.verb!.span.start)) &&
    object !== '';
  const { start } = patientOf(reading, first!)!;
  const words = [subject, ...verbWithObject(reading, first!, frame, pending ? '' : object)]
    .filter((part) => part !== '')
    .join(' ');
  edits.push({
    span: { start, end },
    insert:
      isAtStart(reading.text, start) && /^\W*(?:\p{Lu}|\p{N})/u.test(reading.text)
        ? capitalized(words)
        : words,
  });
  for (const [index, clause] of followers.entries()) {
    if (
      (clause.verb!.voice === 'active' && !isBareParticiple(reading, clause, first)) ||
      judged.test(clause.verb!.lemma)
    ) {
      const at = clause.verb!.span.start;
      if (/\b(?:and|then|but)\s+$/.test(reading.text.slice(0, at)))
        edits.push({ span: { start: at, end: at }, insert: `${first!.subject!.isPlural ? 'they' : 'it'} ` });
      break;
    }
    const own = frameOf(reading, clause, subject === '' ? 'I' : (subject as NewSubject), undefined);
    end = groupEnd(reading, clause);
    const next = followers[index + 1];
    const staysPending =
      pending &&
      next !== undefined &&
      /^[\s,]*(?:(?:and|or|then)\b)?[\s,]*$/.test(reading.text.slice(end, next.verb!.span.start));
    const repeated = pending ? object : first!.subject!.isPlural ? 'them' : 'it';
    const continued = own ?? { ...frame, auxiliaries: '', adverbs: '' };
    const said = verbWithObject(reading, clause, continued, staysPending ? '' : repeated).filter((part) => part !== '').join(' '); // prettier-ignore
    edits.push({ span: { start: clause.verb!.span.start, end }, insert: said });
    pending = staysPending;
  }
  return edits;
}

const objectForms = wordTable({
  they: 'them',
  he: 'him',
  she: 'her',
  we: 'us',
  i: 'me',
  who: '',
  which: '',
  that: '',
  there: '',
  what: '',
});

/**
 * The subject of the passive as an object, a comma that closes an aside with it. Empty for the "it" of "it was agreed that" and the
 * "there" of "there was taken a dump"; undefined for what cannot be moved, such as a relative pronoun.
 */
function objectOf(reading: Reading, clause: Clause): string | undefined {
  const { subject, verb } = clause;
  const span = patientOf(reading, clause);
  if (!subject || !verb || !span) return undefined;
  const between = reading.text.slice(subject.span.end, span.end);
  const before = reading.terms.findLast((term) => term.span.end <= span.start);
  if (
    before &&
    /^(?:verb|gerund|to|past|determiner)$/.test(before.tag) &&
    !/^(?:next|then)$/.test(before.normal)
  )
    return undefined;
  const holdsVerb = reading.clauses.some((other) => other !== clause && other.verb && other.verb.span.start > subject.span.end && other.verb.span.end < span.end && !/^(?:which|who|that)$/.test(other.connective ?? '')); // prettier-ignore
  if (
    holdsVerb ||
    !/^\s+$|^\s(?:[\p{L}\p{N}'’/-]+\s){1,9}$|^,[^,]+,\s$|^\s?\([^()]*\)\s$|^,? (?:which|that|who)\b[^,]*,?\s$/u.test(
      between,
    )
  )
    return undefined;
  const words = subject.text.toLowerCase();
  if (words === 'there') return '';
  const after = reading.text.slice(groupEnd(reading, clause));
  if (
    words === 'it' &&
    (/^\s+(?:[\w\s]{0,20}\b)?(?:that|how|whether)\b/.test(after) ||
      (/^\s+to \w/.test(after) && verb.deeds.has('decide')))
  )
    return '';
  const pronoun = objectForms[words];
  if (pronoun !== undefined) return pronoun === '' ? undefined : pronoun;
  const object = withArticle(reading, clause, insideWords(reading, span, subject.isPlural).trim());
  return /[,]$/.test(object) && !/^\s+\p{L}/u.test(after) ? object.slice(0, -1) : object;
}

/** Notes leave the article out, sentences don't: "rollback was done" → "I did the rollback". */
function withArticle(reading: Reading, { subject, verb }: Clause, object: string): string {
  const isNote = /^\p{Ll}/u.test(reading.text) || verb?.span.start === verb?.mainSpan.start;
  const isBare =
    /^\p{Ll}/u.test(object) &&
    !/^(?:the|an?|this|that|these|those|my|our|their|its|all|both|some|any|no|every|each|another|more|most|one|two|three|several|many|traffic|access)\b/.test(
      object,
    );
  return isNote && isBare && subject?.isPlural === false ? `the ${object}` : object;
}

/** The clauses behind this one that share its subject and are tied to it by "and", "then" or a comma. */
function continuations(reading: Reading, clause: Clause, deeds: readonly Clause[]): Clause[] {
  const index = reading.clauses.indexOf(clause);
  const found: Clause[] = [];
  for (const other of reading.clauses.slice(index + 1)) {
    if (other.isSubordinate && !clause.isSubordinate && !deeds.includes(other)) continue;
    if (other.isSubordinate !== clause.isSubordinate || other.verb?.tense === 'gerund') break;
    // "with penalties capped at 5%" has its own subject, behind "with".
    if (
      other.verb &&
      /\bwith (?:[\p{L}\p{N}'’-]+ ){1,4}$/u.test(reading.text.slice(0, other.verb.span.start))
    )
      break;
    if (other.hasOwnSubject || !other.verb || !/^(?:and|or|then|but|,|)$/.test(other.connective ?? '')) break;
    if (other.subject?.span.start !== clause.subject?.span.start) break;
    found.push(other);
    if (other.verb.voice === 'active') break;
  }
  return found;
}

/** Whether the new subject of the clause before stands for this one too: "I reversed the batch and corrected the balances". */
function sharesSubject(reading: Reading, previous: Clause | undefined, clause: Clause): boolean {
  if (!previous?.verb || clause.isSubordinate !== previous.isSubordinate) return false;
  const between = reading.text.slice(previous.verb.span.end, clause.subject!.span.start);
  const hasOther = reading.clauses.some(
    ({ span, hasOwnSubject, isSubordinate }) =>
      hasOwnSubject && !isSubordinate && span.start > previous.span.start && span.start < clause.span.start,
  );
  return !hasOther && /(?:,|\b(?:and|then|or))\s*$/.test(between);
}

const participleForms = /^(?:been|being|gotten)$/;

/** Reads the auxiliaries of a passive. Without any, the frame of the clause before holds on: "were reset, sessions killed". */
function frameOf(
  reading: Reading,
  { verb }: Clause,
  subject: NewSubject,
  inherited: Frame | undefined,
): Frame | undefined {
  if (!verb || (verb.voice !== 'passive' && !inherited)) return undefined;
  const before = reading.terms.filter(
    ({ span }) => span.start >= verb.span.start && span.end <= verb.mainSpan.start,
  );
  const isAuxiliary = ({ tag, lemma, normal }: Term): boolean =>
    /^(?:auxiliary|modal|to)$/.test(tag) ||
    /^(?:be|have|get|end|need)$/.test(lemma) ||
    normal === 'up' ||
    participleForms.test(normal);
  const chain = before.filter(isAuxiliary).map(({ normal }) => normal).join(' '); // prettier-ignore
  const isNegated = before.some(({ normal }) => normal === 'not');
  const adverbs = before.filter((term) => !isAuxiliary(term) && term.normal !== 'not' && term.tag !== 'mark').map(({ text }) => text).join(' '); // prettier-ignore
  if (chain === '')
    return inherited
      ? { ...inherited, auxiliaries: '', adverbs }
      : { auxiliaries: '', form: 'past', adverbs };
  const frame = activeFrame(chain, subject === 'I', isNegated);
  return frame && { ...frame, adverbs };
}

function activeFrame(
  chain: string,
  isNarrator: boolean,
  isNegated: boolean,
): Omit<Frame, 'adverbs'> | undefined {
  const not = isNegated ? ' not' : '';
  const [, modal] = /^(can|could|will|would|shall|should|may|might|must|ought)\b/.exec(chain) ?? [];
  const rest = modal === undefined ? chain : chain.slice(modal.length + 1);
  const said = modal === 'ought' ? `ought${not} to` : `${modal}${not}`;
  if (modal !== undefined && /^(?:to )?(?:be|get)$/.test(rest)) return { auxiliaries: said, form: 'base' };
  if (modal !== undefined && /^(?:to )?have been$/.test(rest))
    return { auxiliaries: `${said} have`, form: 'participle' };
  const [, needed] =
    /^(had to|has to|have to|needed to|need to|needs to|ended up) (?:be|being|get|getting)$/.exec(chain) ??
    [];
  if (needed !== undefined && !isNegated) {
    const agreed = isNarrator
      ? needed.replace(/^has\b/, 'have').replace(/^needs\b/, 'need')
      : needed.replace(/^have\b/, 'has').replace(/^need\b/, 'needs');
    return { auxiliaries: agreed, form: needed === 'ended up' ? 'gerund' : 'base' };
  }
  switch (chain) {
    case 'was': case 'were': case 'got':
      return isNegated ? { auxiliaries: 'did not', form: 'base' } : { auxiliaries: '', form: 'past' };
    case 'is': case 'are': case 'get': case 'gets':
      return isNegated ? { auxiliaries: isNarrator ? 'do not' : 'does not', form: 'base' } : { auxiliaries: '', form: isNarrator ? 'base' : 'present' };
    case 'was being': case 'were being':
      return { auxiliaries: `was${not}`, form: 'gerund' };
    case 'is being': case 'are being':
      return { auxiliaries: `${isNarrator ? 'am' : 'is'}${not}`, form: 'gerund' };
    case 'has been': case 'have been':
      return { auxiliaries: `${isNarrator ? 'have' : 'has'}${not}`, form: 'participle' };
    case 'had been':
      return { auxiliaries: `had${not}`, form: 'participle' };
    default:
      return undefined;
  } // prettier-ignore
}

/** Auxiliaries, adverbs, verb, particle and object in their order: "have since rolled", "it", "back". */
function verbWithObject(reading: Reading, clause: Clause, frame: Frame, object: string): string[] {
  const verb = clause.verb!;
  const particle = particleOf(reading, clause);
  const head = verb.lemma.split(' ')[0]!;
  const inflected = {
    past: pastTense,
    present: thirdPerson,
    participle,
    gerund,
    base: (lemma: string) => lemma,
  }[frame.form](head);
  const hanging = reading.text.slice(verb.span.end, groupEnd(reading, clause)).trim();
  const isPronoun = /^(?:it|them|him|her|us|me|this|that)$/.test(object);
  const behind = particle !== '' && (isPronoun || opensPhrase(reading, verb.span.end));
  if (object === '' && verb.lemma === 'agree')
    return [frame.auxiliaries, frame.adverbs, inflected, 'with {{whom}}'];
  return [
    frame.auxiliaries,
    frame.adverbs,
    inflected,
    ...(behind ? [object, particle] : [particle, hanging, object]),
  ];
}

/** The particle at the end of the verb: "back" of "was rolled back". */
function particleOf(reading: Reading, { verb }: Clause): string {
  const [, particle = ''] = /\s(\S+)$/.exec(reading.text.slice(verb!.mainSpan.start, verb!.span.end)) ?? [];
  return particle;
}

/** Whether a noun phrase follows, so that what was taken for a particle is its preposition: "taken off the product page". */
function opensPhrase(reading: Reading, offset: number): boolean {
  const next = reading.terms.find(({ span }) => span.start >= offset);
  return (
    next !== undefined &&
    (/^(?:determiner|noun|name|number|adjective|pronoun)$/.test(next.tag) ||
      /^(?:of|to|into|onto|from)$/.test(next.normal))
  );
}

/** The end of the verb with a preposition that hangs on it without words of its own: "were taken care of", "had been dealt with". */
function groupEnd(reading: Reading, { verb }: Clause): number {
  const rest = reading.text.slice(verb!.span.end);
  const hanging =
    /^(?: care)? (?:of|with|at|into|for|after|to|on)(?=\s*(?:[.,;:!?)–—]|$|and\b|but\b))/.exec(rest)?.[0] ??
    '';
  return verb!.span.end + hanging.length;
}
