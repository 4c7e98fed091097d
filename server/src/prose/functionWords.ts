import { auxiliaryBase, candidateIsCapital, isVerbTag, type Candidate } from './candidates';
import type { Term } from './clause';
import {
  readEach,
  readEnough,
  readHer,
  readMore,
  readNo,
  readOne,
  readOrder,
  readQuantity,
  readThat,
  readWhich,
} from './determiners';
import { auxiliaryForms, nominativePronouns } from './lexicon/closedWords';
import { gerundNouns, seldomVerbs } from './lexicon/openWords';
import { verbForm } from './verbForms';
import type { WordContext } from './wordContext';
import {
  asAdjective,
  asAdverb,
  asDeterminer,
  asModal,
  asName,
  asNoun,
  asPreposition,
  asPronoun,
  asRelative,
  asSubordinator,
  asTo,
  asVerb,
  type WordReader,
  type WordReading,
} from './wordReading';

/**
 * Reads a word of grammar that is of several classes: "that", "to", "like", "once", "back" …; undefined for all other words, and where
 * the neighbours leave it at what its spelling says.
 */
export function readFunctionWord(
  sentence: WordContext,
  index: number,
  normal: string,
): WordReading | undefined {
  return readers.get(normal)?.(sentence, index, normal);
}

function wordBefore(sentence: WordContext, index: number): Term | undefined {
  return sentence.terms[index - 1];
}

function wordAfter(sentence: WordContext, index: number): string {
  return sentence.candidates[index + 1]?.token.normal ?? '';
}

/** "to restart", "to not restart" against "to the vendor", "due to", "switched to backups". */
function readTo(sentence: WordContext, index: number): WordReading {
  const next = sentence.candidates[index + 1];
  const after =
    next?.closed === 'adverb' || next?.closed === 'negation' ? sentence.candidates[index + 2] : next;
  if (auxiliaryBase(after)) return asTo;
  const before = wordBefore(sentence, index);
  if (!after || after.closed !== undefined || before?.normal === 'due' || before?.normal === 'according')
    return asPreposition;
  const isBase = after.verb !== undefined && (after.verb.forms & verbForm.base) !== 0 && !after.isCapital;
  return isBase && !(wantsNounAfterTo(before) && isOftenNoun(after)) ? asTo : asPreposition;
}

/** "access to", "failed over to", "escalated to": what comes next is sooner a thing than a deed. */
function wantsNounAfterTo(before: Term | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:access|switch|fail|go|move|migrate|escalate|return|lead|led|point|down|up|back|from|route|ship|push|deploy|attach|listen|reply|respond|relate|assign|attribute|send|belong|change|amount)$/.test(
      before.lemma,
    )
  );
}

function isOftenNoun({ token, verb }: Candidate): boolean {
  return seldomVerbs.has(verb?.lemma ?? '') || gerundNouns.has(token.normal);
}

/** "in the past", "the back", "a must". */
function nounAfterDeterminer(sentence: WordContext, index: number): WordReading | undefined {
  const before = wordBefore(sentence, index);
  return before?.tag === 'determiner' || before?.tag === 'possessive' ? asNoun : undefined;
}

/** "had since grown", "the day after." against "since the deploy". */
function readSince(sentence: WordContext, index: number): WordReading | undefined {
  const next = sentence.candidates[index + 1];
  const standsAlone = next === undefined || next.token.isMark;
  return standsAlone || wordBefore(sentence, index)?.tag === 'auxiliary' ? asAdverb : undefined;
}

/** "I sort of hoped". */
function readSort(sentence: WordContext, index: number): WordReading | undefined {
  const before = wordBefore(sentence, index);
  return wordAfter(sentence, index) === 'of' &&
    before?.tag === 'pronoun' &&
    nominativePronouns.has(before.normal)
    ? asAdverb
    : undefined;
}

/** "of" in "I sort of hoped". */
function readOf(sentence: WordContext, index: number): WordReading | undefined {
  const before = wordBefore(sentence, index);
  return before?.tag === 'adverb' && /^(?:sort|kind)$/.test(before.normal) ? asAdverb : undefined;
}

/** "more or less". */
function readOr(sentence: WordContext, index: number): WordReading | undefined {
  return wordBefore(sentence, index)?.normal === 'more' && wordAfter(sentence, index) === 'less'
    ? asAdverb
    : undefined;
}

/** "would like" against "like a cache". */
function readLike(sentence: WordContext, index: number): WordReading {
  const before = wordBefore(sentence, index);
  return before &&
    (before.tag === 'modal' || before.tag === 'to' || before.normal === 'i' || before.normal === 'not')
    ? asVerb
    : asPreposition;
}

/** "There was no alert" against "I looked there". */
function readThere(sentence: WordContext, index: number): WordReading {
  const following = wordAfter(sentence, index);
  return auxiliaryForms.has(following) ||
    following.startsWith("'") ||
    sentence.candidates[index + 1]?.closed === 'modal'
    ? asPronoun
    : asAdverb;
}

/** "So I paged them", ", so I paged them" against "so slow". */
function readSo(sentence: WordContext, index: number): WordReading {
  const before = wordBefore(sentence, index);
  return before === undefined || before.tag === 'mark' || before.tag === 'conjunction'
    ? asSubordinator
    : asAdverb;
}

/** "once the queue was empty" against "once a week", "was once". */
function readOnce(sentence: WordContext, index: number): WordReading {
  if (wordBefore(sentence, index)?.tag === 'auxiliary' || wordAfter(sentence, index) === 'been')
    return asAdverb;
  const next = sentence.candidates[index + 1];
  const opensClause =
    next?.closed !== 'preposition' && (next?.verb === undefined || next.closed !== undefined);
  return opensClause && sentence.verbFollows(index + 1) ? asSubordinator : asAdverb;
}

/** "the right index", "was right" against "right away". */
function readRight(sentence: WordContext, index: number): WordReading {
  const before = wordBefore(sentence, index);
  return before?.tag === 'determiner' || before?.tag === 'auxiliary' ? asAdjective : asAdverb;
}

/** "rolled it back" against "on the back". */
function readBack(sentence: WordContext, index: number): WordReading {
  return nounAfterDeterminer(sentence, index) ?? asAdverb;
}

/** "took it down", "down the page" against "the down". */
function readDown(sentence: WordContext, index: number): WordReading {
  return nounAfterDeterminer(sentence, index) ?? readOver(sentence, index);
}

/** "over the limit" against "it was over". */
function readOver(sentence: WordContext, index: number): WordReading {
  const next = sentence.candidates[index + 1];
  const startsNoun =
    next !== undefined &&
    !next.token.isMark &&
    next.token.normal !== 'to' &&
    next.closed !== 'preposition' &&
    next.closed !== 'conjunction' &&
    next.closed !== 'subordinator' &&
    next.closed !== 'adverb';
  return startsNoun ? asPreposition : asAdverb;
}

/** "the following day" against "following the deploy". */
function readFollowing(sentence: WordContext, index: number): WordReading {
  return wordBefore(sentence, index)?.tag === 'determiner' ? asAdjective : asPreposition;
}

const usedToDo: WordReading = { tag: 'past', lemma: 'use' };

/** "we used to deploy" against "was used to deploy". */
function readUsed(sentence: WordContext, index: number): WordReading | undefined {
  const before = wordBefore(sentence, index);
  return wordAfter(sentence, index) === 'to' && before && !isVerbTag(before.tag) && before.tag !== 'auxiliary'
    ? usedToDo
    : undefined;
}

/** "must fail" against "a must". */
function readModal(sentence: WordContext, index: number): WordReading {
  return nounAfterDeterminer(sentence, index) ?? asModal;
}

/** "it may fail" against "in May". */
function readMay(sentence: WordContext, index: number): WordReading {
  if (wordBefore(sentence, index)?.tag === 'preposition') return asNoun;
  return (
    nounAfterDeterminer(sentence, index) ??
    (candidateIsCapital(sentence.candidates[index]) ? asName : asModal)
  );
}

/** "at 3 am" against "I am". */
function readAm(sentence: WordContext, index: number): WordReading | undefined {
  return wordBefore(sentence, index)?.tag === 'number' ? asNoun : undefined;
}

/** Words with one reader, and all of them. */
const wordsByReader: readonly (readonly [WordReader, string])[] = [
  [readTo, 'to'],
  [readThat, 'that'],
  [nounAfterDeterminer, 'past'],
  [readSince, 'since before after'],
  [readEach, 'each any another'],
  [readQuantity, 'this these those all some both most many few several neither either half'],
  [readEnough, 'enough'],
  [readMore, 'more less'],
  [readSort, 'sort kind'],
  [readOf, 'of'],
  [readOr, 'or'],
  [readOne, 'one'],
  [readOrder, 'first last next second third much little fewer'],
  [readHer, 'his her'],
  [readWhich, 'which'],
  [() => asRelative, 'what'],
  [() => asDeterminer, 'whose'],
  [readNo, 'no'],
  [readLike, 'like'],
  [readThere, 'there'],
  [readSo, 'so'],
  [readOnce, 'once'],
  [() => asSubordinator, 'when where why how while'],
  [() => asPronoun, 'i others'],
  [readRight, 'right'],
  [readBack, 'back away'],
  [readDown, 'down out off'],
  [readOver, 'up over in on through around'],
  [() => asAdverb, 'well'],
  [readFollowing, 'following'],
  [() => asPreposition, 'during regarding including according concerning'],
  [readUsed, 'used'],
  [readModal, 'might will can must'],
  [readMay, 'may'],
  [readAm, 'am'],
  [() => asAdjective, 'ok okay'],
];

const readers: ReadonlyMap<string, WordReader> = new Map(
  wordsByReader.flatMap(([reader, words]) => words.split(' ').map((word) => [word, reader] as const)),
);
