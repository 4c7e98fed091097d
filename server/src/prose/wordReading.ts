import type { WordClass } from './clause';
import type { WordContext } from './wordContext';

/** What a word was found to be. `lemma` and `normal` where they differ from what the candidate says. */
export interface WordReading {
  readonly tag: WordClass;
  readonly lemma?: string;
  readonly normal?: string;
}

/** Reads one word by its neighbours; undefined where they show nothing that its spelling does not. */
export type WordReader = (sentence: WordContext, index: number, normal: string) => WordReading | undefined;

// Made once: a reading is asked for at every word.
export const asAdjective: WordReading = { tag: 'adjective' };
export const asAdverb: WordReading = { tag: 'adverb' };
export const asDeterminer: WordReading = { tag: 'determiner' };
export const asModal: WordReading = { tag: 'modal' };
export const asName: WordReading = { tag: 'name' };
export const asNoun: WordReading = { tag: 'noun' };
export const asNumber: WordReading = { tag: 'number' };
export const asPreposition: WordReading = { tag: 'preposition' };
export const asPronoun: WordReading = { tag: 'pronoun' };
export const asRelative: WordReading = { tag: 'relative' };
export const asSubordinator: WordReading = { tag: 'subordinator' };
export const asTo: WordReading = { tag: 'to' };
export const asVerb: WordReading = { tag: 'verb' };
