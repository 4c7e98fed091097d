import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Span } from '../../text/span';
import { trimmed, wholeSentence } from './spans';

/** Where a sentence pins the failure on somebody, by the construction that does it. */
export type Culprit =
  /** They did harm or left something undone: "a contractor wiped the table", "QA never opened the build". */
  | { readonly kind: 'deed'; readonly clause: Clause; readonly span: Span }
  /** They are told what they owed: "QA should have caught it". */
  | { readonly kind: 'owed'; readonly clause: Clause; readonly span: Span }
  /** All would have been well: "had the platform squad read my plan", "if he hadn't unplugged it". */
  | { readonly kind: 'condition'; readonly clause: Clause; readonly span: Span }
  /** The cause is a person behind a preposition: "thanks to Ops", "courtesy of my predecessor". */
  | { readonly kind: 'source'; readonly span: Span }
  /** The cause is a person's failing, or the fault lies with one: "Product's impatience", "(the fault lay with) procurement". */
  | { readonly kind: 'failing'; readonly span: Span }
  /** Their faulty piece of work is the cause: "the new engineer's bad commit"; `work` is it without its owner. */
  | { readonly kind: 'work'; readonly span: Span; readonly work: string };

/** Nouns for what is held against a person. */
const failings =
  'fault|blame|negligence|neglect|carelessness|sloppiness|laziness|incompetence|ignorance|arrogance|impatience|stubbornness|recklessness|mistake|error|blunder|goof|cock-?up|screw-?up|fuck-?up|slip-?up|foul-?up|fat fingers|lapse|oversight|failure|failings?|indifference|inattention|mishandling|mismanagement|bungling|half-measures|shortcuts?|cowboy \\w+|lack of \\w+|bad habits?|sins?|cock up|shoddy work|greed|haste|refusal|unwillingness|inability';

const possessor = String.raw`(?:\b(?:the|a|an|our|my|their|some|that|this|one of (?:the|our)) (?:[\p{L}\p{N}-]+ ){0,3}?|^(?:[\p{L}-]+ ){0,2}?|\b)[\p{L}\p{N}-]+(?:['’]s|s['’])`;
const failingOf = new RegExp(
  String.raw`(?:\b(?:sheer|pure|plain) )?(?:${possessor}|\b(?:their|his|her)) (?:own )?(?:[\p{L}-]+ ){0,2}?(?:${failings})\b`,
  'iu',
);
const failingOnPart = new RegExp(
  String.raw`\b(?:(?:a|the|sheer|pure) )?(?:(?!(?:to|of|with|by|on|in|from|for|and|or|was|is|were|are)\b)[\p{L}-]+ )?(?:${failings})(?: in [\p{L}-]+)? (?:of|on the part of|by|from|at) (?=(?:the|our|my|a|an|some|\p{Lu}))[^,;:.–—]+?(?=,|;|:|\.|–|—|$| (?:that|which|and|cost|made|meant|was|were|is|led|took|left|had|has|brought|killed|broke|caused|sank)\b)`,
  'iu',
);
const sourceOpening =
  /\b(?:thanks to|courtesy of|no thanks to)\s+(?!(?:me|a (?:canary|flag|rollback|backup))\b)/iu;
const lieWith =
  /\b(?:fault|blame|responsibility|cause|reason|failure|outage|it|that|this|those|rests?|ones?|launch|loss|delay|mess|bug|blame)\b[^,;.]{0,40}?\b(?:(?:lies?|lay|is|was|rests?|rested|sits?|sat)\s+(?:\w+ly )?(?:with|on|upon|at the (?:door|feet) of)|belongs? to)\s+/iu;

/** Finds who or what is blamed, the plainest construction first; undefined where the grammar does not show it. */
export function findCulprit(reading: Reading): Culprit | undefined {
  const source = bySource(reading.text);
  const deed = byClause(reading);
  const isWithin = source && deed && source.span.start <= deed.span.start && deed.span.end <= source.span.end;
  return isWithin ? source : (deed ?? byFailing(reading.text) ?? source ?? byWeakClause(reading));
}

/**
 * Whether the sentence blames somebody by its construction alone: what would have been without them, what they owed, a failing of theirs
 * as the cause. Deeds are left to the judge: "they lost a day" and "the DBA killed the session" blame nobody.
 */
export function isPlainBlame(reading: Reading): boolean {
  if (plainFailing.test(reading.text) || reading.clauses.some((clause) => isPlainFault(reading.text, clause)))
    return true;
  const culprit = byClause(reading);
  if (culprit?.kind === 'owed') return culprit.clause.verb?.modal === 'should' && isNamed(culprit.clause);
  if (culprit?.kind !== 'condition' || !isNamed(culprit.clause)) return false;
  return (
    reading.clauses.some(({ verb }) => verb?.modal === 'would') || /\bwould\b|['’]d\b/.test(reading.text)
  );
}

/** Verbs that are held against whoever did it, whatever the object: harm that nobody intends, and duties left. */
const faultVerbs =
  /^(?:break|take down|bring down|wipe|corrupt|wreck|ruin|mess up|screw up|botch|bungle|nuke|knock out|fat-finger|drop the ball|mangle|poison|unplug|overwrite|skip|forget|ignore|rubber-stamp|neglect|overlook|sit on|sleep through)$/;

/** "the vendor's fault", "the new engineer's bad commit": a failing, or a faulty piece of work, with its owner; not the narrator's. */
const plainFailing =
  /\b(?!my\b|our\b|I\b)[\p{L}\p{N}-]+(?:['’]s|s['’]) (?:own )?(?:(?:\p{L}+ )?(?:fault|negligence|carelessness|sloppiness|laziness|incompetence|recklessness|arrogance|impatience|cock-?up|screw-?up|fat fingers)|(?:bad|broken|faulty|careless|bungled|botched|sloppy|untested|reckless) \p{L}+)\b/iu;

/** What makes a thing that somebody let out a fault of theirs: "pushed a bad config". */
const faultyThing =
  /\b(?:bad|wrong|broken|faulty|untested|unreviewed|buggy|half-baked|half-finished|misconfigured)\b/i;

/** "DevOps pushed a bad config", "a contractor wiped the table": a named person or team did it, and in the past. */
function isPlainFault(text: string, clause: Clause): boolean {
  const { verb, object } = clause;
  if (
    !isOther(clause) ||
    !isNamed(clause) ||
    !isDeed(clause) ||
    verb!.tense !== 'past' ||
    verb!.isNegated ||
    verb!.modal !== undefined
  )
    return false;
  if (faultVerbs.test(verb!.lemma))
    return !/^(?:because|if|so that|when)$/.test(clause.connective ?? '') || clause.connective === 'because';
  const lets =
    verb!.deeds.has('build') ||
    /^(?:push|ship|deploy|release|merge|send|give|feed|use|copy|enter|type|set|yank|pull|cut|delete|swap|plug|sell)\b/.test(
      verb!.lemma,
    );
  return lets && object !== undefined && faultyThing.test(text.slice(object.start, object.end));
}

/** A team, role or name, and not "someone", "people" or a pronoun. */
function isNamed({ subject }: Clause): boolean {
  return (
    subject !== undefined &&
    !/^(?:some|any|every|no)(?:one|body)\b|\b(?:them|these|those)\b|^(?:he|she|they|who)$|\b(?:users?|people|customers?|clients?|players?|readers?|viewers?|visitors?|passengers?|guests?|shoppers?)$/i.test(
      subject.text,
    )
  );
}

/** Whether somebody else's deed in the sentence did harm or was left undone, or one of the plainer constructions stands in it. */
export function mayBlame(reading: Reading): boolean {
  return (byClause(reading) ?? byFailing(reading.text) ?? bySource(reading.text)) !== undefined;
}

/** Whether an actor can be blamed: anyone but the narrator, the narrator's own team and nobody in particular. */
export function isOther(clause: Clause): boolean {
  return (
    clause.subject?.actorClass === 'party' &&
    !/^(?:you|nobody|no one|anyone|anybody|everyone|everybody)\b/i.test(clause.subject.text)
  );
}

/** Deeds of another that did harm or were left undone, by what the verb means. */
export function isHarmful(clause: Clause): boolean {
  const { verb } = clause;
  if (!verb) return false;
  if (verb.deeds.has('harm') || verb.deeds.has('neglect')) return !verb.isNegated;
  return false;
}

function byClause(reading: Reading): Culprit | undefined {
  const { text } = reading;
  const others = reading.clauses.filter((clause) => isOther(clause) && isDeed(clause));
  const condition = reading.clauses.find((clause) => isOther(clause) && isCounterfactual(text, clause));
  const owed = others.find(
    ({ verb }) => /^(?:should|would|could)$/.test(verb?.modal ?? '') && verb?.isPerfect,
  );
  if (owed && !condition) return { kind: 'owed', clause: owed, span: spanOf(reading, owed) };
  if (condition) return { kind: 'condition', clause: condition, span: spanOf(reading, condition) };
  const named = others.filter(({ subject }) => !/^(?:he|she|they)$/i.test(subject!.text));
  const deed = named.find(isHarmful) ?? named.find(isLeftUndone);
  return deed && asDeed(reading, deed);
}

/** The deed with the verb that its subject stands before: "typed the codes and could not be bothered to check them". */
function asDeed(reading: Reading, deed: Clause): Culprit {
  const isHead = (clause: Clause): boolean =>
    clause.hasOwnSubject &&
    clause.subject?.span.start === deed.subject?.span.start &&
    clause.span.start < deed.span.start &&
    isDeed(clause) &&
    clause.verb?.lemma !== 'be';
  const head = deed.hasOwnSubject ? deed : (reading.clauses.find(isHead) ?? deed);
  const start = spanOf(reading, head).start;
  return { kind: 'deed', clause: head, span: { start, end: spanOf(reading, deed).end } };
}

/** What another did that is neither harm nor neglect by its verb: the judge says that it is blamed. */
function byWeakClause(reading: Reading): Culprit | undefined {
  const others = reading.clauses.filter(
    (clause) => isOther(clause) && isDeed(clause) && clause.verb!.tense !== 'infinitive',
  );
  const deed =
    others.find(isHarmful) ?? others.find(({ verb }) => verb!.lemma !== 'be') ?? byDepartment(reading);
  return deed && asDeed(reading, deed);
}

/** "Legal sat on it", "Product kept …": a noun without an article that opens the sentence and acts is a department. */
function byDepartment({ clauses, text }: Reading): Clause | undefined {
  return clauses.find(
    ({ subject, verb, isSubordinate }) =>
      subject !== undefined &&
      verb?.voice === 'active' &&
      verb.lemma !== 'be' &&
      !isSubordinate &&
      !/^(?:narrator|own-team|impersonal)$/.test(subject.actorClass) &&
      /^[\p{L}-]+(?: (?:from|in|at) \p{L}+)?$/u.test(subject.text) &&
      /(?:^|[.:;,]\s|\b(?:that|because) )$/.test(text.slice(0, subject.span.start)),
  );
}

/** "Had they read it", "if they hadn't", "if they did their job": what did not happen. */
export function isCounterfactual(text: string, clause: Clause): boolean {
  const { subject, verb } = clause;
  if (!subject || !verb || !clause.hasOwnSubject) return false;
  if (clause.connective === 'if') return verb.tense === 'past' || verb.isPerfect;
  return isInverted(text, clause);
}

/** "had their own IT department kept …": the auxiliary before the subject stands for "if". */
export function isInverted(text: string, { subject }: Clause): boolean {
  return (
    subject !== undefined &&
    /(?:^|[.;:,(—–“"]\s*|\b(?:but|and|that) |\bwould\b.*\s)had $/i.test(text.slice(0, subject.span.start))
  );
}

/** Something that a person did, or could not be bothered to do. */
function isDeed({ verb, connective }: Clause): boolean {
  return (
    verb !== undefined &&
    connective !== 'whoever' &&
    /^(?:past|present)$/.test(verb.tense) &&
    (verb.voice === 'active' || /^(?:bother|arse)$/.test(verb.lemma))
  );
}

/** "did not test", "forgot to", "could not be bothered to". */
export function isLeftUndone(clause: Clause): boolean {
  const { verb } = clause;
  return verb !== undefined && (verb.isNegated || omission.test(verb.lemma));
}

/** Verbs whose infinitive says what was left undone. */
export const omission = /^(?:forget|fail|refuse|neglect|omit|decline|bother|arse)\b/;

function spanOf(reading: Reading, clause: Clause): Span {
  const { text, clauses } = reading;
  const next = clauses[clauses.indexOf(clause) + 1];
  const takesInfinitive = omission.test(clause.verb?.lemma ?? '') && next?.verb?.tense === 'infinitive';
  const start =
    clause.subject && clause.hasOwnSubject
      ? Math.min(clause.subject.span.start, clause.span.start)
      : clause.span.start;
  const end = takesInfinitive ? next.span.end : Math.max(clause.span.end, clause.verb?.span.end ?? 0);
  const words = text
    .slice(0, end)
    .replace(/[\s,;:–—]*\b(?:so|and|but|then|because|without(?: once| even)?|by then)$/i, '');
  return trimmed(text, { start: clause.subject?.span.start ?? start, end: words.length });
}

const faultyWork = new RegExp(
  String.raw`(?!(?:my|our)\b)${possessor} (?:own )?((?:bad|broken|faulty|careless|bungled|botched|sloppy|untested|half-finished) [\p{L}-]+)\b`,
  'iu',
);

function byFailing(text: string): Culprit | undefined {
  const faulty = faultyWork.exec(text);
  if (faulty)
    return {
      kind: 'work',
      span: { start: faulty.index, end: faulty.index + faulty[0].length },
      work: faulty[1] ?? '',
    };
  const failing = failingOf.exec(text) ?? failingOnPart.exec(text);
  if (failing)
    return {
      kind: 'failing',
      span: withComplement(text, { start: failing.index, end: failing.index + failing[0].length }),
    };
  const lying = lieWith.exec(text);
  if (!lying) return undefined;
  const start = lying.index + lying[0].length;
  const [party = ''] = /^[^,;:.!?–—]+(?:, who(?: [^\s,;:.!?\d–—]+)+)?/u.exec(text.slice(start)) ?? [];
  return party.trim() === ''
    ? undefined
    : { kind: 'failing', span: { start, end: start + party.trimEnd().length } };
}

/** What the failing was about: "carelessness *with a cable*", "refusal *to buy a second scanner*". */
function withComplement(text: string, { start, end }: Span): Span {
  const complement = /^ (?:to|with|about|over|in|around|regarding|towards?) (?:[\p{L}\p{N}'’-]+ ){0,6}?[\p{L}\p{N}'’-]+(?=[,;:.!?–—]|$| (?:is|was|had|has|cost|made|meant|took|led|left|brought|sank|killed|broke|caused|that|which|and)\b)/u.exec(text.slice(end)); // prettier-ignore
  return { start, end: end + (complement?.[0].length ?? 0) };
}

/** "Thanks to our DBA, who thought that …, we had nothing": the preposition with all that belongs to the person. */
function bySource(text: string): Culprit | undefined {
  const match = sourceOpening.exec(text);
  if (!match) return undefined;
  const rest = text.slice(match.index);
  const { end } = wholeSentence(text);
  const opensSentence = !/[\p{L}\p{N}]/u.test(text.slice(0, match.index));
  const person = opensSentence
    ? /^[^,;:–—]+(?:, (?:who|whose|which)\b[^,;:–—]+)?(?=,)/u.exec(rest)
    : /^[^,;–—]+(?:, (?:who|whose|which)\b.+)?/u.exec(text.slice(match.index, end));
  return person
    ? { kind: 'source', span: { start: match.index, end: match.index + person[0].length } }
    : undefined;
}
