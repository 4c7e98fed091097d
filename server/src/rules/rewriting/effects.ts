import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import { gerund, participle } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { clauseEnd, coordinated, inflected, isGap, isRelative } from './clauseParts';
import { isLeftUndone } from './culprit';
import { replaceWords, uncapitalized } from './edits';
import { wholeSentence } from './spans';
import { statements } from './statements';
import { put } from './weakStretch';

/** What a person's deed is told as: what let it happen. */
const missing = ' because {{which check, alert or limit was missing}}';
const whatBroke = '{{the failure}}';

/** A subject that points back at the deed: "that sloppiness cost us …", "his negligence took …", "which nuked …". */
const pointsBack =
  /^(?:that|this|it|which|(?:that|this|his|her|their|such) [\p{L}-]+|all of (?:it|that|this)|that alone|this alone)$/iu;

/**
 * Leaves the person out and keeps what came of it, with the cause asked for behind: "Nobody in QA opened the build, so 3% of the mails
 * went out blank" → "3% of the mails went out blank because {{…}}". Undefined where the sentence tells no effect of its own, or where a
 * figure or a name would go with the deed.
 */
export function effectAlone(reading: Reading, culprit: Span): Edit[] | undefined {
  return effectBefore(reading, culprit) ?? effectAfter(reading, culprit);
}

/** "The restore took long because they never practised it" → "The restore took long because {{…}}". */
function effectBefore(reading: Reading, culprit: Span): Edit[] | undefined {
  const { text, clauses } = reading;
  const { end } = wholeSentence(text);
  const reason = clauses.find(
    ({ span, connective, isSubordinate }) =>
      isSubordinate &&
      /^(?:because|since|as|when|after|once)$/.test(connective ?? '') &&
      span.start <= culprit.start &&
      culprit.start <= span.end + 1,
  );
  if (!reason || text.slice(0, reason.span.start).trim().split(/\s+/).length < 3) return undefined;
  const start = text
    .slice(0, reason.span.start)
    .replace(/[\s,]*(?:\b(?:simply|just|only|all))?\s*$/, '').length;
  const main = clauses.find(({ isSubordinate, verb }) => !isSubordinate && verb !== undefined);
  if (!main || main.span.start > start || main.subject?.actorClass === 'party') return undefined;
  // What holds in general is no effect: "you can't run a network when …".
  if (main.verb?.tense !== 'past' || main.verb.modal !== undefined) return undefined;
  if (/[;:–—]/.test(text.slice(start, end))) return undefined;
  return [{ span: { start, end }, insert: missing }];
}

/** "…, and that sloppiness cost us the whole POP" → "{{The failure}} cost us the whole POP because {{…}}". */
function effectAfter(reading: Reading, culprit: Span): Edit[] | undefined {
  const { text } = reading;
  const all = statements(reading);
  const at = all.findIndex(({ body }) => culprit.start < body.end && body.start < culprit.end);
  const effect = all.slice(at + 1).find(({ body }) => body.start >= culprit.end);
  if (
    at < 0 ||
    !effect?.clause?.verb ||
    effect.clause.verb.modal !== undefined ||
    !effect.clause.hasOwnSubject ||
    !effect.clause.subject
  )
    return undefined;
  const { start } = all[at]!.body;
  const words = text.slice(effect.body.start, effect.body.end);
  const rest = { start: effect.body.end, end: wholeSentence(text).end };
  if (rest.end - rest.start > 2) return undefined;
  if (/\bpaid for (?:it|that|them)\b/.test(words)) return undefined;
  if (
    effect.clause.verb.lemma === 'be' &&
    pointsBack.test(effect.clause.subject.text) &&
    !/^\S+(?: is|['’]s| was) (?:\w+ )?(?:how|why|where|when|what)\b/i.test(words)
  )
    return undefined;
  const told = toldBy(words, effect.clause, effect.body.start);
  if (told === undefined || (effect.clause.subject.actorClass === 'party' && told.words !== whatBroke))
    return undefined;
  if (
    /["“”]|\b(?:he|she|they|him|her|them|his|their|theirs|blame|fault|doing)\b/i.test(words.slice(told.cut))
  )
    return undefined;
  const tail = { span: { start: effect.body.end, end: effect.body.end }, insert: missing };
  return [put(text, { start, end: effect.body.start + told.cut }, told.words), tail];
}

/**
 * The clause that tells the harm, wherever it stands, with the cause asked for behind it: "… explains why 4,000 employees were locked out"
 * → "4,000 employees were locked out because {{…}}".
 */
export function harmAlone(reading: Reading, because = missing): Edit[] | undefined {
  const { text, clauses } = reading;
  const whole = wholeSentence(text);
  const harm = clauses.findLast((clause) => tellsHarm(reading, clause));
  if (!harm) return harmBehindWhich(reading, because);
  const start = harm.subject!.span.start;
  const words = text
    .slice(start, clauseEnd(reading, harm))
    .replace(/[,;:\s]*\b(?:(?:exactly|just|much) )?(?:as|because|like|since|which|with|exactly)$/, '')
    .trim();
  if (
    words.split(/\s+/).length < 3 ||
    /["“”(]/.test(words) ||
    /\b(?:he|she|they|him|her|them|his|their|who|whose)\b/i.test(words)
  )
    return undefined;
  if (
    !/^(?:\W*$|[,;:.–—)]|\s+(?:and|but|so|because|as|while|after|when|which|since)\b)/.test(
      text.slice(start + words.length),
    )
  )
    return undefined;
  const opening = start === whole.start ? words : uncapitalized(words);
  return [put(text, whole, opening + because)];
}

/** "…, which nuked the landing page" → "{{The failure}} nuked the landing page because {{…}}". */
function harmBehindWhich(reading: Reading, because: string): Edit[] | undefined {
  const { text, clauses } = reading;
  const harm = clauses.findLast(
    ({ connective, verb, isSubordinate }) =>
      isSubordinate &&
      connective === 'which' &&
      verb?.voice === 'active' &&
      verb.tense === 'past' &&
      !verb.isNegated &&
      verb.deeds.has('harm'),
  );
  if (!harm?.verb) return undefined;
  const words = text.slice(harm.verb.span.start, clauseEnd(reading, harm));
  if (words.split(/\s+/).length < 2 || /\b(?:he|she|they|him|her|them|his|their)\b/i.test(words))
    return undefined;
  const whole = wholeSentence(text);
  return [put(text, whole, `${whatBroke} ${words}${because}`)];
}

/** What a thing is that does not serve any more: "was offline", "were without power". */
const isOut =
  /^ (?:\w+ly |all |still |completely )?(?:offline|down|dead|dark|out|unreachable|unavailable|unusable|inaccessible|gone|stuck|blank|locked|closed|blocked|broken|empty|wrong|without)\b/i;

function tellsHarm(reading: Reading, clause: Clause): boolean {
  const { text } = reading;
  const { subject, verb, hasOwnSubject, connective } = clause;
  if (!subject || !verb || !hasOwnSubject || verb.tense !== 'past' || verb.modal !== undefined) return false;
  if (
    !/^(?:system|own-team|narrator|unknown|party)$/.test(subject.actorClass) ||
    subject.span.start < clause.span.start
  )
    return false;
  // "I wrote the index and p95 went down": what came of the narrator's own work is no harm.
  const before = reading.clauses[reading.clauses.indexOf(clause) - 1];
  if (
    /^(?:and|so)$/.test(connective ?? '') &&
    before?.subject?.actorClass === 'narrator' &&
    before.verb?.voice === 'active'
  )
    return false;
  if (
    /^(?:if|whether|until|till|although|though|unless|who|which|that)$/.test(connective ?? '') &&
    connective !== 'that'
  )
    return false;
  if (
    pointsBack.test(subject.text) ||
    /^(?:who|what|one|none|nobody|everything|everyone|there|he|she|they)\b/i.test(subject.text)
  )
    return false;
  const suffers =
    /^(?:lose|pay|miss|receive|see|get|stop|go|fall|burn|shut|end|fill|turn|run out|stand|crash|die|drop|fail|break|double|slip|leak|freeze|hang|stall|vanish|disappear|cease)\b/.test(
      verb.lemma,
    );
  const isThing =
    subject.actorClass === 'system' ||
    /^\d/.test(subject.text) ||
    /\b(?:customers?|users?|employees|clients|patients|shoppers|passengers|players|people|stores?|shops?|orders|invites)\b/i.test(
      subject.text,
    );
  if (subject.actorClass === 'own-team' || subject.actorClass === 'narrator')
    return /^(?:lose|pay|miss)\b/.test(verb.lemma) && verb.voice === 'active';
  if (!isThing || verb.isNegated) return false;
  const isHarmed =
    verb.voice === 'passive'
      ? verb.deeds.has('harm') ||
        /^(?:lock|lose|charge|delay|wipe|delete|corrupt|drop|send|ship|overwrite|cancel|affect|hit|block|expose|leak|stop|take down|knock|shut|bury|strand|double)\b/.test(
          verb.lemma,
        )
      : verb.deeds.has('fail') ||
        suffers ||
        (verb.lemma === 'be' && isOut.test(text.slice(verb.span.end, clause.span.end)));
  return (
    isHarmed &&
    !/\b(?:by|behind) (?:the|my|our|a|an|\p{Lu})/u.test(text.slice(verb.span.end, clause.span.end))
  );
}

/** How the effect opens when what it points back at has gone, and how many of its characters that replaces. */
function toldBy(
  words: string,
  { subject }: Clause,
  start: number,
): { cut: number; words: string } | undefined {
  const frame =
    /^(?:that|this|it)(?: is|['’]s| was) (?:precisely |exactly |more or less )?(?:how|why|where|when) (?:it (?:all )?(?:went|came|goes)\b)?/i.exec(
      words,
    );
  if (frame)
    return /went|came|goes/.test(frame[0])
      ? undefined
      : { cut: frame[0].length + 1, words: words.charAt(frame[0].length) };
  if (pointsBack.test(subject!.text)) {
    const cut = subject!.span.end - start;
    return cut > 0 && cut <= 40 && /^\s/.test(words.slice(cut)) ? { cut, words: whatBroke } : undefined;
  }
  return { cut: 1, words: uncapitalized(words).charAt(0) };
}

/**
 * "The technician yanked the wrong fibre in Frankfurt" → "The wrong fibre was yanked in Frankfurt because {{what let it happen}}".
 * Undefined where the deed has no plain object, was left undone or goes on in a second verb that the object can't do.
 */
export function doneToThing(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text, clauses } = reading;
  const { subject, verb, object } = clause;
  if (!subject || !verb || !object || !clause.hasOwnSubject || isRelative(clause) || isGap(reading, clause))
    return undefined;
  if (isLeftUndone(clause) || verb.modal !== undefined || verb.tense !== 'past' || clause.isSubordinate)
    return undefined;
  const words = text.slice(object.start, object.end);
  if (text.slice(verb.mainSpan.end, object.start).trim() !== '') return undefined;
  if (!/^(?:the|a|an|our|my|this|that|these|those|all|every|half|\d+|two|three|four|both)\b/i.test(words))
    return undefined;
  if (
    /^(?:have|let|leave|keep|make|get|be|want|like|need|think|say|tell|promise|give|take|see|know|lack|miss|decide|cost)\b/.test(
      verb.lemma,
    )
  )
    return undefined;
  const done = inflected(reading, clause, participle);
  const others = coordinated(reading, clause);
  if (done === undefined || others.some(({ verb: next }) => !next!.deeds.has('harm'))) return undefined;
  const own = statements(reading).find(
    ({ body }) => body.start <= subject.span.start && subject.span.end <= body.end,
  );
  const end =
    others.length > 0 ? clauseEnd(reading, others.at(-1)!) : (own?.body.end ?? clauseEnd(reading, clause));
  const behind = text.slice(object.end, end);
  const cut = /[,;:–—]|\b(?:and|but)\b|\bso\b(?! \w+ly\b)/.exec(behind);
  if (cut && others.length > 0) return undefined;
  const place = cut ? object.end + behind.slice(0, cut.index).trimEnd().length : end;
  if (
    /\b(?:with|without|by|of|to|for|from|at|in|on|into|about|the|an?)$/.test(text.slice(0, place).trimEnd())
  )
    return undefined;
  // "The note about the crystal": what belongs to the thing would stand apart from it.
  if (/^\s+(?:about|regarding|of|that|which)\b/.test(text.slice(object.end))) return undefined;
  const isFollowed = clauses.some(
    ({ span, isSubordinate, verb: other }) =>
      isSubordinate && other !== undefined && span.start >= object.end && span.start < end,
  );
  if (isFollowed || /[?“"]/.test(text)) return undefined;
  if (/\b(?:he|she|they|him|his|her|their|himself|herself|themselves)\b/i.test(text.slice(object.end)))
    return undefined;
  const idiom = /^the (?:ball|rug|plug|trigger|place|pooch|deal|line|ropes?)$/i;
  if (idiom.test(words)) return undefined;
  const plural = isPlural(words) ? 'were' : 'was';
  const tense = verb.isPerfect ? 'had been' : verb.isProgressive ? `${plural} being` : plural;
  return [
    ...replaceWords(text, { start: subject.span.start, end: object.end }, `${words} ${tense} ${done}`),
    { span: { start: place, end: place }, insert: ' because {{what let it happen}}' },
  ];
}

function isPlural(words: string): boolean {
  const [head = ''] = words.split(/ (?:of|in|for|to|on|with|from) /);
  return /^(?:these|those|all|both|two|three|four|\d+)\b/i.test(words) || /[^su]s$/.test(head);
}

/**
 * "Had the agency read the contract, we would not have launched late" → "Had {{which check, alert or limit}} been in place, we would …":
 * the condition on a person becomes one on a safeguard, whatever it was. Undefined where the condition can't be told from the rest.
 */
export function conditionOnSafeguard(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text, clauses } = reading;
  const isIf = clause.connective === 'if';
  const had = /\bhad\s+$/i.exec(text.slice(0, clause.subject?.span.start ?? 0));
  const start = isIf ? clause.span.start : had?.index;
  if (start === undefined || (!isIf && !had)) return undefined;
  const main = clauses.find(
    ({ isSubordinate, hasOwnSubject, span }) =>
      !isSubordinate && hasOwnSubject && span.start > clause.span.start,
  );
  const isLast = main === undefined;
  const end = isLast
    ? wholeSentence(text).end
    : text.slice(0, main.span.start).replace(/,?\s*(?:then\s*)?$/, '').length;
  if (end <= start || (!isLast && !text.slice(end).startsWith(','))) return undefined;
  const hole = '{{which check, alert or limit}}';
  const isNow = main?.verb?.tense === 'present' && main.verb.modal === undefined;
  const isOpen = !isNow && main?.verb !== undefined && !main.verb.isPerfect;
  const was = isNow ? 'is' : isOpen ? 'were' : 'had been';
  return [put(text, { start, end }, isIf ? `if ${hole} ${was} in place` : `had ${hole} been in place`)];
}

/** "The outage goes back to Ramesh, who skipped the step" → "The outage goes back to {{the missing check, alert or limit}}". */
export function checkInPlace(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text, clauses } = reading;
  const person = clause.subject;
  if (
    !person ||
    !isRelative(clause) ||
    !/\b(?:to|with|by|was|is|on|of|from)\s+$/.test(text.slice(0, person.span.start))
  )
    return undefined;
  const host = clauses.find(({ span, isSubordinate }) => !isSubordinate && span.start <= person.span.start);
  if (
    !host?.subject ||
    host.subject.span.end > person.span.start ||
    /^(?:narrator|party|own-team)$/.test(host.subject.actorClass)
  )
    return undefined;
  const span = { start: person.span.start, end: wholeSentence(text).end };
  if (
    clauses.some(
      ({ span: place, isSubordinate, verb }) => !isSubordinate && verb && place.start > person.span.end,
    )
  )
    return undefined;
  return replaceWords(text, span, '{{the missing check, alert or limit}}');
}

/** "The intern should have written a test for that" → "Nothing in {{the tool or procedure}} made anyone write a test for that". */
export function owedByProcedure(reading: Reading, clause: Clause): Edit[] | undefined {
  const { text } = reading;
  const { subject, verb } = clause;
  if (
    !subject ||
    !verb ||
    !clause.hasOwnSubject ||
    isRelative(clause) ||
    /^(?:be|know|have)$/.test(verb.lemma)
  )
    return undefined;
  const form = inflected(reading, clause, verb.isNegated ? gerund : (lemma) => lemma);
  if (form === undefined || /\b(?:but|and) (?!didn|did not)\w/.test(text.slice(verb.span.end)))
    return undefined;
  const frame = verb.isNegated ? 'kept anyone from' : 'made anyone';
  const denial = /,? (?:and|but) (?:he |she |they )?(?:did(?:n['’]t| not)|never did)(?=\W*$)/i.exec(text);
  return [
    ...replaceWords(
      text,
      { start: subject.span.start, end: verb.mainSpan.end },
      `nothing in {{the tool or procedure}} ${frame} ${form}`,
    ),
    ...(denial ? [{ span: { start: denial.index, end: denial.index + denial[0].length }, insert: '' }] : []),
  ];
}
