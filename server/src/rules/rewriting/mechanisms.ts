import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import { participle, pastTense } from '../../prose/verbForms';
import type { Rewrite } from '../../text/rewrite';
import { recast, recastWhole } from './recast';
import { wholeSentence } from './spans';
import { openerOf, type Statement } from './statements';
import { topicIn } from './topic';
import { addExplanation, holdsFacts, put, showing, type WeakStretch } from './weakStretch';

/** A kind of lasting change, and how it is said with holes for what only the writer knows. */
interface Mechanism {
  /** Words of the sentence for which this is the likeliest one. */
  readonly fits: RegExp;
  /** What it does, as a clause in the present that fits every opening: the thing, what belongs to it, the predicate. What it is for goes between. */
  readonly state: readonly [thing: string, detail: string, predicate: string];
  /** What was done, behind "I" or "we": the verb, the thing, the rest. */
  readonly deed: readonly [verb: string, thing: string, rest: string];
}

const mechanisms: readonly Mechanism[] = [
  {
    fits: /monitor|observab|alert|alarm|dashboard|watch|\beyes?\b|attention|vigilan|spot|seen|early|visib|metric|capacity|health/i,
    state: ['an alert', 'on {{signal}}', 'pages {{who}} at {{threshold}}'],
    deed: ['add', 'an alert', 'on {{signal}} that pages {{who}} at {{threshold}}'],
  },
  {
    fits: /test|\bqa\b|review|releas|deploy|pipeline|check|careful|config|migrat|quality|rigo|process|discipline|twice|thorough|plan|rollout|cutover|code|governance|contract|hiring|caution/i,
    state: ['{{test, check or gate}}', '', 'blocks {{what it stops}} before {{step}}'],
    deed: ['add', '{{test, check or gate}}', 'that blocks {{what it stops}} before {{step}}'],
  },
  {
    fits: /wiki|docu|confluence|runbook|playbook|write-?up|wrote|report|post-?mortem|retro|lessons|handover|train|aware|refresher|everyone knows|remind|know|communicat|align|coordinat|procedure/i,
    state: ['the runbook', '', 'tells {{who}} to {{step}} when {{signal}}'],
    deed: ['add', 'a runbook step', 'that tells {{who}} to {{step}} when {{signal}}'],
  },
  {
    fits: /safeguard|guardrail|harden|robust|backup|redundan|proof|secur|resilien|strong/i,
    state: ['{{new limit, default or fallback}}', '', 'keeps {{this failure}} from {{doing what harm}}'],
    deed: [
      'add',
      '{{new limit, default or fallback}}',
      'that keeps {{this failure}} from {{doing what harm}}',
    ],
  },
];

const presentWord =
  /\b(?:now|nowadays|today|these days|going forward|from (?:now|here|that|then|this)\b[\w\s]* on|always|whenever|every time)\b/i;
const futureWord =
  /\b(?:next (?:time|year|quarter|month|week)|in (?:the )?future|should(?! not have| have)|ought to|needs? to|must|has to|have to|to-?do|(?:want|plan|intend|mean|going|hope)(?:s|ed)? to)\b/i;
const pastOpening = /\b(?:afterwards?|after|(?<!since )then|following|followed|later)\b/i;
/** An opening that fits any statement: it begins like an adverbial. */
const adverbialOpening =
  /^(?:\w+ly\b|and|but|so|then|since|from|going|in|on|at|for|as|to|after|afterwards|now|nowadays|these|next|today|also|by|once|besides|following|during|long|moving|until|before|over|beyond)\b/i;

/** Rewrites that say which mechanism stops the next failure: an alert, a gate, a runbook step, a design; the likeliest first. */
export function mechanismRewrites(reading: Reading, stretch: WeakStretch, weakness: RegExp): Rewrite[] {
  const weak = reading.text.slice(stretch.span.start, stretch.span.end);
  const ranked = mechanisms.map((mechanism, index) => ({ mechanism, rank: (mechanism.fits.exec(weak)?.index ?? 1000) + index })).sort((a, b) => a.rank - b.rank); // prettier-ignore
  const topic = topicOf(reading, stretch) || (topicIn(reading, stretch.span, vagueNoun) ?? '');
  return ranked.flatMap(({ mechanism }, index) => {
    const inPlace = mustStay(reading, stretch, topic)
      ? recastTo(reading, stretch, mechanism, weakness)
      : undefined;
    const { words, edit } = mustStay(reading, stretch, topic)
      ? explained(reading.text, mechanism)
      : replaced(reading, stretch, mechanism, topic);
    const told = showing(words, [edit], index === 0);
    return inPlace ? [inPlace, told] : [told];
  });
}

/** The mechanism in the place of the promise, where more is said behind that. */
function recastTo(
  reading: Reading,
  { span }: WeakStretch,
  { deed }: Mechanism,
  weakness: RegExp,
): Rewrite | undefined {
  const [verb, ...rest] = deed;
  const words = joined('we', pastTense(verb), ...rest);
  const isEmpty = ({ body, clause }: Statement): boolean =>
    weakness.test(reading.text.slice(body.start, body.end)) ||
    /^(?:that|this|it)\b/i.test(clause?.subject?.text ?? '') ||
    /^(?:you can be (?:sure|certain)|believe me|I promise|trust me|mark my words|that['’]s (?:a promise|for sure))\b/i.test(
      reading.text.slice(body.start, body.end),
    );
  const isPlain = !holdsFacts(reading.text, wholeSentence(reading.text));
  const edits =
    recast(reading, span, { words, alsoWeak: isEmpty }) ??
    (isPlain ? recastWhole(reading, words) : undefined);
  return edits && showing(words, edits, false);
}

/** Figures, names and many of the writer's own words stay, and the mechanism is told behind them. */
function mustStay(
  { text }: Reading,
  { span, before, after, statements }: WeakStretch,
  topic: string,
): boolean {
  const { joint } = statements[0]!;
  // What stands under a condition is no promise of the narrator's.
  if (/^\W*(?:if|unless)\b/i.test(text)) return true;
  if (before.length > 0 && !/\p{L}/u.test(text.slice(joint.start, joint.end))) return true;
  const weak = text.slice(span.start, span.end);
  const at = topic === '' ? -1 : weak.indexOf(topic);
  const parts =
    at < 0
      ? [span]
      : [
          { start: span.start, end: span.start + at },
          { start: span.start + at + topic.length, end: span.end },
        ];
  return (
    after.length > 0 ||
    weak.split(/\s+/).length > 24 ||
    parts.some((part) => /\d/.test(text.slice(part.start, part.end)))
  );
}

function explained(text: string, { state }: Mechanism): { words: string; edit: Edit } {
  const words = joined(...state);
  return { words, edit: addExplanation(text, words) };
}

/** The opening of the first weak statement stays ("Going forward, …"), and so does its subject where that is "I" or "we". */
function replaced(
  reading: Reading,
  stretch: WeakStretch,
  mechanism: Mechanism,
  topic: string,
): { words: string; edit: Edit } {
  const { text } = reading;
  const { statements, span, before } = stretch;
  const first = statements[0]!;
  const opening = openerOf(first);
  const openingWords = text.slice(opening.start, opening.end);
  const isKept =
    first.clause?.hasOwnSubject === true &&
    adverbialOpening.test(openingWords) &&
    openingWords.length < 60 &&
    !/['’]s \p{L}+ $|\b(?:all|the|an?|our|my|every|each|this|some|any|more|most)\s*$/iu.test(openingWords) &&
    !/\b(?:I|we|they|he|she)\b/i.test(openingWords);
  const start = isKept ? opening.end : span.start;
  const words = clauseOf(reading, stretch, mechanism, isKept ? openingWords : '', topic);
  const { joint } = first;
  if (before.length > 0 && /\b(?:so|therefore|hence)\b/.test(text.slice(joint.start, joint.end))) {
    return {
      words,
      edit: {
        span: { start: joint.start, end: span.end },
        insert: `, and ${text.slice(span.start, start)}${words}`,
      },
    };
  }
  return { words, edit: put(text, { start, end: span.end }, words) };
}

function clauseOf(
  { text }: Reading,
  { statements, span }: WeakStretch,
  mechanism: Mechanism,
  opening: string,
  topic: string,
): string {
  const { clause, body } = statements[0]!;
  const weak = text.slice(body.start, body.end);
  const purpose = topic === '' || opening.includes(topic) ? '' : `for ${topic}`;
  const [thing, detail, predicate] = mechanism.state;
  const [verb, object, rest] = mechanism.deed;
  const actor = clause?.subject?.actorClass;
  const isNote = clause?.verb?.tense === 'past' && !clause.hasOwnSubject;
  const person = isNote ? '' : actor === 'narrator' ? 'I' : actor === 'own-team' ? 'we' : undefined;
  const also = /\balso\b/i.test(weak) && !/\balso\b/i.test(opening) ? 'also' : '';
  const isTheirs = /^(?:it|this|that)$/i.test(clause?.subject?.text ?? '');
  if ((clause?.verb?.tense === 'future' && !isTheirs) || futureWord.test(weak))
    return joined(person === 'I' ? 'I' : 'we', 'will', also, verb, object, purpose, rest);
  const isPresent = presentWord.test(weak) && !pastOpening.test(opening);
  if (person === undefined || isPresent) {
    if (/\bsince\b/i.test(opening))
      return joined(person === 'I' ? 'I' : 'we', 'have', also, participle(verb), object, purpose, rest);
    if (pastOpening.test(opening)) return joined('we', also, pastTense(verb), object, purpose, rest);
    const [head = '', ...tail] = predicate.split(' ');
    return joined(thing, purpose, detail, opening === '' ? 'now' : '', also, head, ...tail);
  }
  const isPerfect = clause?.verb?.isPerfect === true || /\bsince\b/i.test(text.slice(body.start, span.end));
  return isPerfect && person !== ''
    ? joined(person, 'have', also, participle(verb), object, purpose, rest)
    : joined(person, also, pastTense(verb), object, purpose, rest);
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** Words that name nothing in particular. */
export const vagueNoun =
  /^(?:things?|future|general|whole|place|quality|matter|everything|anything|it|itself|themselves|us|them|me|him|her|one|that|this|these|those|what|now|then|on|here|repeat|recurrence|care|caution|case|kind|sort|time|point|side|board|measures?|steps?|way|ways|discipline|process(?:es)?|outage|incident|good|self|more|diligence|person|day|days|week|month|months|year|years|review|retro|retrospective|safeguard|consequence|next|end|toes|mind|ourselves|myself|gear|run|term|reviews?|wiki|confluence|post-mortem|culture|monitoring|radar|company|motto|same|top|attention|vigilance|production|prod|team|teams|squad|everyone|guild|people|folks|org|organisation|best|efforts?|practices?|lessons?|story|topics?|workshop|prevention|respect|change|awareness|rigou?r|emphasis|appreciation|understanding|mindset|colleagues?|subject|problem|problems|mistakes?|error|errors|bar|ante|game|loop|agenda|reins|screws|bolts|hatches|stakes)$/i;

/** What the care is for, in the writer's words: "the caches" of "keep an eye on the caches". Empty where nothing in particular is named. */
function topicOf(reading: Reading, { span }: WeakStretch): string {
  const terms = reading.terms.filter((term) => term.span.start >= span.start && term.span.end <= span.end);
  let topic = '';
  for (const [index, term] of terms.entries()) {
    if (!/^(?:with|around|on|to|for|about|regarding|touching)$/.test(term.normal)) continue;
    if (term.normal === 'to' && !/^(?:attention|change|changes)$/.test(terms[index - 1]?.normal ?? ''))
      continue;
    const phrase = terms.slice(index + 1);
    const length = phrase.findIndex(
      ({ tag }, at) =>
        !/^(?:determiner|adjective|noun|name|number|possessive)$/.test(tag) && !(tag === 'gerund' && at > 0),
    );
    const words = phrase.slice(0, length < 0 ? phrase.length : length);
    const head = words.at(-1);
    if (
      !head ||
      !/^(?:noun|name)$/.test(head.tag) ||
      vagueNoun.test(head.normal) ||
      /^(?:someone|anyone|any|no|another|every|a|an|some|my|their|his|her)$/.test(words[0]!.normal)
    )
      continue;
    // "with confidence" names no thing: one has a determiner, stands in the plural or is a name.
    if (words[0]!.tag !== 'determiner' && head.tag !== 'name' && !head.normal.endsWith('s')) continue;
    // "I made the archive safer": how it is now is no part of its name.
    if (/^(?:safer|stronger|better|stricter|tighter|cleaner|clearer|easier|faster|simpler|tougher|sturdier|healthier|harder|sharper)$/.test(head.normal))
      continue; // prettier-ignore
    // A verb right behind may be the rest of the phrase, misread: "feature flags".
    if (/^(?:verb|past|participle|gerund|possessive)$/.test(phrase[words.length]?.tag ?? '')) continue;
    if (/^['’]/.test(reading.text.slice(head.span.end))) continue;
    topic = reading.text.slice(words[0]!.span.start, head.span.end);
  }
  return topic;
}
