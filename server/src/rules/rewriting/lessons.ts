import { isPersonNoun } from '../../prose/actors';
import type { Reading } from '../../prose/reading';
import { analyseVerb } from '../../prose/verbForms';
import type { Edit } from '../../text/edit';
import { recastWhole } from './recast';
import { wholeSentence } from './spans';
import { lowerFirst } from '../../text/firstLetter';

/** What the lesson preaches, in the writer's words. */
type Theme =
  /** A habit, as an infinitive without "to": "test my code", "listen to all stakeholders"; `never` where it warns of it. */
  | { readonly kind: 'habit'; readonly words: string; readonly never: boolean }
  /** A virtue, as a noun phrase or gerund: "communication", "asking for help". */
  | { readonly kind: 'virtue'; readonly words: string };

const opening =
  /\b(?:you|we|one|I|a (?:team|leader|person)|people|engineers|always|never|lesson(?: is| was)?|takeaway(?: is| was)?|it(?:['’]s| is| was)(?: \w+){1,2}|learn(?:ed|t)|taught me|remember|important|vital|crucial|essential|better|best|pays|self|is|was)[,:]? (?:(?:really|just|simply) )?(?:(?:should|must|need to|needs to|have to|has to|ought to|can(?:['’]t|not) afford to|to) )(?<never>never |not )?(?:always )?(?<verb>[a-z-]+)(?<rest>(?: [^,;:.–—]+)?)$/iu;
const command =
  /^(?:(?:key |main |my )?(?:lesson|takeaway|moral|learning)s?(?: learn(?:ed|t))?: )?(?<never>never |don['’]t )?(?:always )?(?<verb>[a-z-]+)(?<rest> [^,;:.–—]+)$/iu;

const praised =
  /(?<!\p{L})(?<virtue>[\p{L}][\p{L}' -]{2,40}?) (?:really |truly |always )?(?:(?:is|are|was|were|can be) (?:\w+ )?(?:key|everything|important|crucial|essential|vital|half|worth|king|no shame|a must|golden|priceless|underrated)|matters?|pays?|wins?|beats?|counts?)\b/iu;
const valued =
  /\b(?:importance|value|power|worth|virtues?|benefits?|appreciation|respect|need|love|substitute|replacement) (?:of|for) (?<virtue>[^,;:.–—]{3,50})$/iu;
const howMuch =
  /\bhow (?:important|crucial|essential|vital|valuable|powerful|key) (?:it is to (?<verb>[a-z-]+)(?<rest> [^,;:.–—]+)|(?:a |an )?(?<virtue>[^,;:.–—]{3,40}?)(?: (?:really )?(?:is|are|was|were|can be))?)$/iu;

/** Words by which a lesson is only announced: they are no theme. */
const announces =
  /^(?:it|that|this|what|there|I|you|we|one|the (?:main |key |big(?:gest)? |most \w+ )?(?:lesson|thing|takeaway|moral|learning|point)|my (?:main |key |big(?:gest)? )?(?:lesson|takeaway|learning)|lesson|takeaway|everything|nothing|nobody|everyone|people|every .+|no .+|the best .+|a good .+|such|key|sometimes|and|so|as|in|at|on|if|when)\b/i;

/**
 * The lesson with its theme kept, tied to this story: "I learned that communication is key" → "Communication would have {{…}} here, so
 * now I {{what you do}}"; "always test your code" → "Here {{what happened}}, so now I test my code {{when: at which sign or step}}".
 */
export function lessonOfStory(reading: Reading): (Edit[] | undefined)[] {
  const theme = themeOf(reading);
  if (!theme) return [];
  const words =
    theme.kind === 'habit'
      ? `here {{what happened}}, so now I ${theme.never ? 'never ' : ''}${theme.words} {{when: at which sign or step}}`
      : `${theme.words} would have {{prevented or shown what}} here, so now I {{what you do}}`;
  return [recastWhole(reading, words)];
}

/** How a lesson that is said in a clause is announced: "what I learned is that", "the takeaway for me was that", "it reminded me that". */
const announced =
  /^(?!.*["“”?]).{0,90}?\b(?:learn(?:ed|t)|reali[sz]ed|understood|discovered|found out|taught me|showed me|reminded me|(?:confirmed|proved)(?: to| for)? me|(?:lesson|takeaway|learning|moral|conclusion)\b[^,;:.]{0,40}? (?:is|was)|(?:learn(?:ed|t)|took|take|(?:showed|taught|reminded) me)(?:,[^,]{3,30},)? (?:away )?(?:from (?:it|this|that) )?(?:is|was)|it['’]s|it was),? (?:more than anything,? )?(?:that (?<clause>[^;:.–—]+)|(?<how>how [^;:.–—]+))$/iu;
/** What the story did to the narrator. */
const taught =
  /^(?:it|this|that|this \p{L}+|the (?:whole )?\p{L}+|that \p{L}+) (?:has |had |really )?(?<effect>(?:taught|showed|reminded) me (?!that\b|a lot\b|much\b|so\b)[^,;:.–—]+)$/iu;
const changed =
  /^I(?: have|['’]ve)? (?:become|became|grown|got|am)(?: now)? (?<adjective>(?:much |far |a lot |even )?(?:more \p{L}+|better at|calmer|humbler|wiser about)\b[^,;:.–—]*)$/iu;

const moment = '{{which moment of this story}}';

/**
 * A lesson in a clause of its own keeps it whole, and the story's moment that taught it becomes the subject: "I learned that people matter
 * most" → "{{Which moment of this story}} showed me that people matter most, so now I {{what you do}}". Undefined where no lesson is said.
 */
export function lessonFromMoment(reading: Reading): Edit[] | undefined {
  const { text } = reading;
  const whole = wholeSentence(text);
  const told = text.slice(whole.start, whole.end);
  const effect = taught.exec(told)?.groups?.effect;
  const adjective = changed.exec(told)?.groups?.adjective;
  const { clause = plainTruth(reading), how } = announced.exec(told)?.groups ?? {};
  const said =
    effect ??
    (adjective !== undefined
      ? `made me ${adjective}`
      : how !== undefined
        ? `showed me ${how}`
        : clause && `showed me that ${clause}`);
  return said === undefined || said === ''
    ? undefined
    : recastWhole(reading, `${moment} ${said}, so now I {{what you do}}`);
}

/** "Compliance is a team sport": a truth for all times, as it stands, without the capital of its first word. */
function plainTruth({ text, clauses, terms }: Reading): string | undefined {
  const whole = wholeSentence(text);
  const told = text.slice(whole.start, whole.end);
  const [first] = clauses;
  const isTruth =
    first?.verb?.tense === 'present' &&
    first.hasOwnSubject &&
    isOpening(text.slice(whole.start, first.subject?.span.start));
  if (
    !isTruth ||
    /["“”?;:]|\b(?:I|I['’]\p{L}+|me|my|lesson|learning|takeaway|moral|this|that['’]s)\b/u.test(told)
  )
    return undefined;
  return terms[0]?.tag === 'name' ? told : lowerFirst(told);
}

/** Nothing, or an adverbial: "in hardware, the devil is in the detail". */
function isOpening(words: string): boolean {
  return /^(?:(?:in|at|for|with|on) [^,]{2,30}, )?$/i.test(words);
}

function themeOf({ text }: Reading): Theme | undefined {
  const whole = wholeSentence(text);
  const told = text.slice(whole.start, whole.end);
  if (/["“”(]|\b(?:never|not) to\b|\b(?:but|although|though|because|until|if)\b/.test(told)) return undefined;
  const valuedHere = howMuch.exec(told)?.groups ?? valued.exec(told)?.groups;
  if (valuedHere?.virtue !== undefined) return virtue(valuedHere.virtue);
  const { verb, rest, never } = valuedHere ?? opening.exec(told)?.groups ?? command.exec(told)?.groups ?? {};
  const preached = verb === undefined ? undefined : habit(verb, rest ?? '', never !== undefined);
  if (preached) return preached;
  const lesson = told.replace(/^.*\b(?:that|how|is that|:) (?=\p{L})/iu, '');
  const found = praised.exec(lesson);
  const subject = found?.groups?.virtue;
  // "Communication is everything in consulting": where it holds would be lost.
  const isLimited = found !== null && /^(?: (?:in|at|for|with|among|between|when|during|under|on)\b|,? (?:and|but|so) )/.test(lesson.slice(found.index + found[0].length)); // prettier-ignore
  return subject === undefined || isLimited ? undefined : virtue(subject);
}

function habit(verb: string, rest: string, never: boolean): Theme | undefined {
  // Nobody does it "to one another" alone.
  if (/\b(?:one another|each other|together)\b/i.test(rest)) return undefined;
  const known = analyseVerb(verb.toLowerCase());
  if (known?.isKnown !== true || known.lemma !== verb.toLowerCase()) return undefined;
  if (/^(?:be|have|do|learn|grow|know|understand|realise|realize|get|become|say|see|key|lesson|look|take|expect|trust|remember)$/.test(known.lemma))
    return undefined; // prettier-ignore
  const words = `${verb.toLowerCase()}${rest}`
    .replace(/\byour\b/g, 'my')
    .replace(/\byourself\b/g, 'myself')
    .replace(/\byou\b/g, 'I')
    .replace(/\bour\b/g, 'my')
    .replace(/\b(and|or) to (?=\p{Ll})/gu, '$1 ');
  const isPlain =
    words.split(/\s+/).length <= 14 &&
    words.includes(' ') &&
    !/\b(?:is|are|was|were|takes|needs|beats|makes|matters|pays|comes|wins|has|who|what|which|we|one(?= (?:can|should|must|is|has|does)\b)|it)\b|,/.test(
      words,
    );
  return isPlain ? { kind: 'habit', words, never } : undefined; // prettier-ignore
}

function virtue(found: string): Theme | undefined {
  const words = found
    .trim()
    .replace(/\b(?:your|our)\b/g, 'my')
    .replace(/^(?:much|more|real|really) /, '');
  if (/\b(?:hard work|effort|change|pressure|failures?|mistakes?|luck|people|persistence)$/i.test(words))
    return undefined;
  if (/\bworth\b/i.test(words)) return undefined;
  if (announces.test(words) || words.split(/\s+/).length > 5 || /\b(?:is|are|was|were|I|you|we|which|that|not|can|will|who|and then)\b/i.test(words))
    return undefined; // prettier-ignore
  // "User is king": somebody without an article is not spoken of so elsewhere.
  if (!words.includes(' ') && !words.endsWith('s') && isPersonNoun(words.toLowerCase())) return undefined;
  return { kind: 'virtue', words: lowerFirst(words) };
}
