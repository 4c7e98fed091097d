import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import { analyseVerb, pastTense } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import { replaceWords } from './edits';
import { clauseEnd } from './clauseParts';
import { wholeSentence } from './spans';
import { put } from './weakStretch';

/** Words that set the narrator above the others, or the others below. */
export const boast =
  /\b(?:nobody|no ?one|none|not one|everyone|everybody|the others?|the rest|alone|myself|single-?handed(?:ly)?|only (?:I|me|one|person)|one and only|genius|hero|rescued?|saved the|one-(?:man|woman|person)|on my (?:own|back|shoulders|tod)|had (?:all )?(?:given up|failed|missed|drawn a blank)|gave (?:it )?up|stumped|without me|bare hands|own two hands|back from the dead|without (?:any )?(?:help|assistance)|modesty|exaggeration|yours truly)\b/i;

/** How the deed stands behind a boast: as what it took, as what others could not do, as what only the narrator can. */
const frames: readonly RegExp[] = [
  /\b(?<!time )(?:it (?:took|needed|takes)|(?<!\bit )(?:took|takes)) (?:\p{L}+ ){0,8}?to (?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
  /\b(?:capable of|the (?:wit|nerve|presence of mind|courage|brains?|chops) (?:for|of)) (?<verb>[a-z]+ing) (?<rest>[^;:–—]+)$/iu,
  /\b(?:the (?:wit|nerve|presence of mind|courage|brains?|chops|guts|skill)|enough|able|down to me) to (?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
  /\b(?:outmatched|outsmarted|outdid|beat|humbled|saved|rescued|carried|trumped|upstaged)\b[^;:–—]*? by (?<verb>[a-z]+ing) (?<rest>[^;:–—]+)$/iu,
  /\bcould (?:ever |still |possibly )?have (?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
  /\b(?:only )?I (?:alone )?(?:could|can) (?:ever |still )?(?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
  /\bthe (?:only|one)(?: \p{L}+){0,6}? who (?:actually |really |ever )?(?:could )?(?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
  /\b(?:was|is|been)(?: again)? me(?: alone)?,? (?:\p{L}+ ){0,5}?who (?<verb>[a-z]+) (?<rest>[^;:–—]+)$/iu,
];

/** The deed that a boast tells, with those named who were there: "I saw that the phi nodes were swapped, with {{who}} on {{what}}". */
export function deedBehindBoast(reading: Reading): (Edit[] | undefined)[] {
  return [framedDeed(reading), ownDeed(reading)];
}

function framedDeed({ text }: Reading): Edit[] | undefined {
  const whole = wholeSentence(text);
  const told = text.slice(whole.start, whole.end);
  for (const frame of frames) {
    const { verb, rest } = frame.exec(told)?.groups ?? {};
    if (verb === undefined || rest === undefined) continue;
    const lemma = analyseVerb(verb.toLowerCase());
    if (
      !lemma?.isKnown ||
      /^(?:be|help|think|manage|have|do|pull|tell|say|stand|like|know|understand)$/.test(lemma.lemma)
    )
      continue;
    const kept = rest
      .replace(/(?:, |\b(?:and|but|so|because|since|while|except|besides|apart from)\b).*$/, '')
      .trim();
    if (
      kept.split(/\s+/).length < 2 ||
      kept.split(/\s+/).length > 14 ||
      boast.test(kept) ||
      /\b(?:I|way I)\b|["“]/.test(kept)
    )
      continue;
    return withCompany(text, `I ${pastTense(lemma.lemma)} ${kept}`);
  }
  return undefined;
}

/** A clause in which the narrator does something that can be pictured. */
function ownDeed(reading: Reading): Edit[] | undefined {
  const { text, clauses } = reading;
  const deed = clauses.find(isOwnDeed);
  if (!deed) return undefined;
  const end = clauseEnd(reading, deed);
  const next = clauses[clauses.indexOf(deed) + 1];
  const until =
    next && next.isSubordinate && /^(?:that|to|what)?$/.test(next.connective ?? '')
      ? clauseEnd(reading, next)
      : end;
  const words = text
    .slice(deed.verb!.span.start, Math.max(end, until))
    .replace(/[,\s]+(?:that|who|which|what|and|but|before|while|where|when|when even|even)$/, '')
    .replace(/\s+in the time$/, '');
  // "Nobody but me has ever opened …": the verb is another's.
  if (/^['’]|^has\b|\bwhich is\b|\band (?:in|on|at|by)\b/.test(words)) return undefined;
  if (words.split(/\s+/).length < 3 || boast.test(words) || /["“”(;:]/.test(words)) return undefined;
  return withCompany(text, `I ${words}`);
}

function isOwnDeed({ subject, verb, object }: Clause): boolean {
  return (
    subject?.actorClass === 'narrator' &&
    verb?.voice === 'active' &&
    verb.tense === 'past' &&
    !verb.isNegated &&
    verb.modal === undefined &&
    object !== undefined &&
    object.start >= verb.mainSpan.end &&
    !/^(?:be|have|tell|say|carry|save|rescue|outsmart|crack|do|need|take|ignore|prove|put|know|keep|outmatch|outdo|beat|humble|trump|upstage|overrule|see off|hold|brush|push|wave|elbow|wear|turn|understand|let|outperform|surpass|outshine|outrun|outthink|outlast)\b/.test(
      verb.lemma,
    )
  );
}

function withCompany(text: string, deed: string): Edit[] {
  const whole = wholeSentence(text);
  return [put(text, whole, `${deed}, with {{who}} on {{what}}`)];
}

const myStep = '{{the step I took, and who helped}}';

/** Ways to say that all hung on the narrator: what follows, or what stands before, tells what for. */
const conditions = [
  /^\W*(?<weak>(?:if I(?:['’]d| had| hadn['’]t| would| were| weren['’]t| wasn['’]t)\b[^,]*?|had I\b[^,]*?|without my [\p{L} ]{3,40}?)),? (?=(?:(?:the|this|that(?! (?:week|day|night|morning|evening|month|year))|our|no|my) (?:[\p{L}-]+ ){1,3}|(?:we|it|there|nobody|they|[\p{L}-]+) )(?:would|could|might)(?:n['’]t)?\b|no [\p{L}-]+\W*$)/iu,
  /^\W*(?:it was|it['’]s) (?<weak>my [\p{L} ]{3,40}?,?(?: and mine)?(?: alone)?,? that) /iu,
] as const;
const credit =
  /\b(?:owes? [^,;]{3,60}? to|because of|down to|attributable (?:solely |only )?to|thanks to|goes to|belongs? to) (?<weak>(?:me|yours truly|my intervention|one (?:engineer|person|man|woman))\b[^.;!?]*)$/iu;

/** "If I hadn't been there, the platform would have gone under" → "Without {{the step I took, and who helped}}, the platform would …". */
export function hangsOnPerson(text: string): (Edit[] | undefined)[] {
  const whole = wholeSentence(text);
  const told = text.slice(0, whole.end);
  const condition = conditions.map((pattern) => pattern.exec(told)).find((match) => match !== null);
  const owed = credit.exec(told);
  return [
    condition ? conditionEdits(text, condition) : undefined,
    owed && !/\d|\b(?:is|are|was|were|had|has|have|would|could|got|did)\b/.test(owed.groups!.weak!)
      ? replaceWords(text, { start: whole.end - owed.groups!.weak!.length, end: whole.end }, myStep)
      : undefined,
  ];
}

function conditionEdits(text: string, match: RegExpExecArray): Edit[] | undefined {
  const weak = match.groups!.weak!;
  const isCleft = weak.endsWith('that');
  const start = isCleft ? (/\S/.exec(text)?.index ?? 0) : match[0].indexOf(weak);
  const end = match[0].indexOf(weak) + weak.length;
  const words = isCleft ? myStep : `without ${myStep}`;
  const comma = isCleft || text.charAt(end) === ',' ? '' : ',';
  return [put(text, { start, end }, words + comma)];
}
