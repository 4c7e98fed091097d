import { isVerbTag, openClass, type Candidate } from './candidates';
import type { Term } from './clause';
import { complementVerbs } from './lexicon/deeds';
import { verbForm } from './verbForms';
import type { WordContext } from './wordContext';
import {
  asAdjective,
  asAdverb,
  asDeterminer,
  asNoun,
  asNumber,
  asPronoun,
  asRelative,
  asSubordinator,
  type WordReading,
} from './wordReading';

// Words that open a noun phrase or stand for one: "that", "this", "each", "which", "his", "first" …

function isNumeric(next: Candidate | undefined): boolean {
  return next !== undefined && (next.closed === 'number' || /^[$€£]?\d/.test(next.token.normal));
}

/** Whether the next word can only be the first of a noun phrase: "the", "our", "40", "$8k". */
function startsPhrase(next: Candidate | undefined): boolean {
  return next?.closed === 'determiner' || isNumeric(next);
}

/** "the deploy that broke", "knew that the deploy broke", "that deploy", "so that". */
export function readThat(sentence: WordContext, index: number): WordReading {
  const next = sentence.candidates[index + 1];
  const before = sentence.terms[index - 1];
  if (before) {
    if (before.tag === 'noun' || before.tag === 'name' || before.tag === 'pronoun')
      return thatAfterNoun(sentence, next);
    if (before.tag === 'number' && !startsPhrase(next)) return asRelative;
    if (opensReportedClause(sentence, index, before)) return asSubordinator;
  }
  if (before?.tag !== 'preposition' && isNumeric(next)) return asSubordinator;
  if (before?.normal === 'so' || before?.normal === 'such' || before?.normal === 'now') return asSubordinator;
  return sentence.isNounLike(index + 1) ? asDeterminer : asPronoun;
}

/** "the queue that filled" against "told the vendor that the queue …". */
function thatAfterNoun({ lastVerb }: WordContext, next: Candidate | undefined): WordReading {
  return startsPhrase(next) && lastVerb && complementVerbs.has(lastVerb.lemma) ? asSubordinator : asRelative;
}

/** "saw that disks were full", "sure that it …", "found out that …": after a verb or an adjective, before a clause. */
function opensReportedClause(sentence: WordContext, index: number, before: Term): boolean {
  const isAfterVerb = isVerbTag(before.tag);
  const isAfterAdjective = before.tag === 'adjective';
  if (!isAfterVerb && !isAfterAdjective && before.tag !== 'particle') return false;
  const isNounNext = sentence.isNounLike(index + 1);
  if (!isNounNext) return true;
  if (isAfterVerb && /[^s]s$/.test(sentence.candidates[index + 1]?.token.normal ?? '')) return true;
  return (isAfterVerb || isAfterAdjective) && sentence.verbFollows(index + 1);
}

/** "each deploy", "another 40" against "each of them". */
export function readEach(sentence: WordContext, index: number): WordReading {
  const next = sentence.candidates[index + 1];
  if (next?.verb && (next.verb.forms & verbForm.base) !== 0 && next.closed === undefined) return asDeterminer;
  return opensPhrase(sentence, index) ? asDeterminer : asPronoun;
}

/** "these alerts", "all the alerts" against "all of them", "these fired". */
export function readQuantity(sentence: WordContext, index: number): WordReading {
  return opensPhrase(sentence, index) ? asDeterminer : asPronoun;
}

/** "enough disks" against "fast enough". */
export function readEnough(sentence: WordContext, index: number): WordReading {
  return opensPhrase(sentence, index) ? asDeterminer : asAdverb;
}

/** "more alerts" against "more careful", "more or less". */
export function readMore(sentence: WordContext, index: number): WordReading {
  const next = sentence.candidates[index + 1];
  if (next && (openClass(next) === 'adjective' || next.closed === 'conjunction')) return asAdverb;
  return readQuantity(sentence, index);
}

function opensPhrase(sentence: WordContext, index: number): boolean {
  return sentence.isNounLike(index + 1) || startsPhrase(sentence.candidates[index + 1]);
}

/** "one deploy", but "the one", "the last one". */
export function readOne(sentence: WordContext, index: number): WordReading | undefined {
  const before = sentence.terms[index - 1];
  return sentence.isNounLike(index + 1) && before?.tag !== 'determiner' && before?.tag !== 'adjective'
    ? asNumber
    : undefined;
}

/** "the first deploy", "the last to leave" against "I first checked …". */
export function readOrder(sentence: WordContext, index: number, normal: string): WordReading | undefined {
  const next = sentence.candidates[index + 1];
  const isAfterDeterminer = sentence.terms[index - 1]?.tag === 'determiner';
  const isNounNext = sentence.isNounLike(index + 1);
  if (isAfterDeterminer && next?.verb && !isNounNext) return asNoun;
  if (isNounNext || isAfterDeterminer || startsPhrase(next)) return undefined;
  return normal === 'second' || normal === 'third' ? asAdjective : asAdverb;
}

/** "her deploy" against "told her". */
export function readHer(sentence: WordContext, index: number): WordReading {
  return sentence.isNounLike(index + 1) ? asDeterminer : asPronoun;
}

/** "the deploy which broke", "asked which deploy broke", "none of which". */
export function readWhich(sentence: WordContext, index: number): WordReading {
  if (sentence.candidates[index + 1]?.token.normal === 'of') return asPronoun;
  const before = sentence.terms[index - 1];
  const asks = before?.tag !== 'mark' && before?.tag !== 'preposition' && before?.tag !== 'noun';
  return asks && sentence.isNounLike(index + 1) ? asDeterminer : asRelative;
}

/** "no alert", "no one" against "no, it …". */
export function readNo(sentence: WordContext, index: number): WordReading {
  const isBeforeOne = sentence.candidates[index + 1]?.token.normal === 'one';
  return isBeforeOne || sentence.isNounLike(index + 1) ? asDeterminer : asAdverb;
}
