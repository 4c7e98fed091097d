import { auxiliaryBase, candidateIsCapital, isVerbTag, openClass } from './candidates';
import type { WordClass } from './clause';
import { auxiliaryForms, nominativePronouns } from './lexicon/closedWords';
import { complementVerbs } from './lexicon/deeds';
import { gerundNouns, seldomVerbs } from './lexicon/openWords';
import { verbForm } from './verbForms';
import { VerbReader } from './verbReader';

/** Reads the words of grammar that are of several classes: "that", "to", "like", "once", "back" … */
export class WordReader extends VerbReader {
  /** Words whose class only their neighbours show. */
  protected special(index: number, normal: string): { tag: WordClass; lemma?: string } | undefined {
    const next = this.candidates[index + 1];
    const before = this.terms[index - 1];
    const following = next?.token.normal ?? '';
    const startsPhrase =
      next !== undefined &&
      (next.closed === 'determiner' || next.closed === 'number' || /^[$€£]?\d/.test(following));
    switch (normal) {
      case 'to': {
        const after =
          next?.closed === 'adverb' || next?.closed === 'negation' ? this.candidates[index + 2] : next;
        if (
          !after ||
          after.closed !== undefined ||
          before?.normal === 'due' ||
          before?.normal === 'according'
        )
          return auxiliaryBase(after) ? { tag: 'to' } : { tag: 'preposition' };
        const isBase =
          auxiliaryBase(after) ||
          (after.verb !== undefined && (after.verb.forms & verbForm.base) !== 0 && !after.isCapital);
        const wantsNoun =
          before !== undefined &&
          /^(?:access|switch|fail|go|move|migrate|escalate|return|lead|led|point|down|up|back|from|route|ship|push|deploy|attach|listen|reply|respond|relate|assign|attribute|send|belong|change|amount)$/.test(
            before.lemma,
          );
        return {
          tag:
            isBase &&
            !(wantsNoun && seldomVerbs.has(after.verb?.lemma ?? '')) &&
            !(wantsNoun && gerundNouns.has(after.token.normal))
              ? 'to'
              : 'preposition',
        };
      }
      case 'that': {
        if (
          before &&
          (before.tag === 'noun' || before.tag === 'name' || before.tag === 'pronoun') &&
          startsPhrase
        )
          return {
            tag: this.lastVerb && complementVerbs.has(this.lastVerb.lemma) ? 'subordinator' : 'relative',
          };
        if (before && /^(?:noun|name|pronoun|number)$/.test(before.tag) && !startsPhrase)
          return { tag: 'relative' };
        if (before && isVerbTag(before.tag) && /[^s]s$/.test(following) && this.isNounLike(index + 1))
          return { tag: 'subordinator' };
        if (
          before &&
          (isVerbTag(before.tag) || before.tag === 'adjective' || before.tag === 'particle') &&
          !this.isNounLike(index + 1)
        )
          return { tag: 'subordinator' };
        if (
          before &&
          (isVerbTag(before.tag) || before.tag === 'adjective' || before.tag === 'noun') &&
          this.verbFollows(index + 1)
        )
          return { tag: before.tag === 'noun' ? 'relative' : 'subordinator' };
        if (
          before?.tag !== 'preposition' &&
          next &&
          (next.closed === 'number' || /^[$€£]?\d/.test(following))
        )
          return { tag: 'subordinator' };
        if (before?.normal === 'so' || before?.normal === 'such' || before?.normal === 'now')
          return { tag: 'subordinator' };
        return { tag: this.isNounLike(index + 1) ? 'determiner' : 'pronoun' };
      }
      case 'past':
        return before?.tag === 'determiner' || before?.tag === 'possessive' ? { tag: 'noun' } : undefined;
      case 'since':
      case 'before':
      case 'after':
        return before?.tag === 'auxiliary' || next === undefined || next.token.isMark
          ? { tag: 'adverb' }
          : undefined;
      case 'each':
      case 'any':
      case 'another':
        if (next?.verb && (next.verb.forms & verbForm.base) !== 0 && next.closed === undefined)
          return { tag: 'determiner' };
        return { tag: this.isNounLike(index + 1) || startsPhrase ? 'determiner' : 'pronoun' };
      case 'this':
      case 'these':
      case 'those':
      case 'all':
      case 'some':
      case 'both':
      case 'most':
      case 'many':
      case 'few':
      case 'several':
      case 'neither':
      case 'either':
      case 'half':
      case 'enough':
      case 'more':
      case 'less':
        if (
          (normal === 'more' || normal === 'less') &&
          next &&
          (openClass(next) === 'adjective' || next.closed === 'conjunction')
        )
          return { tag: 'adverb' };
        return {
          tag:
            this.isNounLike(index + 1) || startsPhrase
              ? 'determiner'
              : normal === 'enough'
                ? 'adverb'
                : 'pronoun',
        };
      case 'sort':
      case 'kind':
        return following === 'of' && before?.tag === 'pronoun' && nominativePronouns.has(before.normal)
          ? { tag: 'adverb' }
          : undefined;
      case 'of':
        return before?.tag === 'adverb' && /^(?:sort|kind)$/.test(before.normal)
          ? { tag: 'adverb' }
          : undefined;
      case 'or':
        return before?.normal === 'more' && following === 'less' ? { tag: 'adverb' } : undefined;
      case 'one':
        return this.isNounLike(index + 1) && before?.tag !== 'determiner' && before?.tag !== 'adjective'
          ? { tag: 'number' }
          : undefined;
      case 'first':
      case 'last':
      case 'next':
      case 'second':
      case 'third':
      case 'much':
      case 'little':
      case 'fewer':
        if (before?.tag === 'determiner' && next?.verb && !this.isNounLike(index + 1)) return { tag: 'noun' };
        return this.isNounLike(index + 1) || before?.tag === 'determiner' || startsPhrase
          ? undefined
          : { tag: normal === 'second' || normal === 'third' ? 'adjective' : 'adverb' };
      case 'his':
      case 'her':
        return { tag: this.isNounLike(index + 1) ? 'determiner' : 'pronoun' };
      case 'what':
      case 'which':
        if (normal === 'which' && following === 'of') return { tag: 'pronoun' };
        if (
          before?.tag !== 'mark' &&
          this.isNounLike(index + 1) &&
          normal === 'which' &&
          before?.tag !== 'preposition' &&
          before?.tag !== 'noun'
        )
          return { tag: 'determiner' };
        return { tag: 'relative' };
      case 'whose':
        return { tag: 'determiner' };
      case 'no':
        return { tag: this.isNounLike(index + 1) || next?.token.normal === 'one' ? 'determiner' : 'adverb' };
      case 'like':
        if (
          before &&
          (before.tag === 'modal' || before.tag === 'to' || before.normal === 'i' || before.normal === 'not')
        )
          return { tag: 'verb' };
        return { tag: 'preposition' };
      case 'there':
        return {
          tag:
            next && (auxiliaryForms.has(following) || following.startsWith("'") || next.closed === 'modal')
              ? 'pronoun'
              : 'adverb',
        };
      case 'so':
        return {
          tag:
            before === undefined || before.tag === 'mark' || before.tag === 'conjunction'
              ? 'subordinator'
              : 'adverb',
        };
      case 'once':
        if (before?.tag === 'auxiliary' || following === 'been') return { tag: 'adverb' };
        return {
          tag:
            this.verbFollows(index + 1) &&
            next?.closed !== 'preposition' &&
            (next?.verb === undefined || next.closed !== undefined)
              ? 'subordinator'
              : 'adverb',
        };
      case 'when':
      case 'where':
      case 'why':
      case 'how':
      case 'while':
        return { tag: 'subordinator' };
      case 'others':
        return { tag: 'pronoun' };
      case 'well':
      case 'right':
      case 'back':
      case 'down':
      case 'up':
      case 'out':
      case 'off':
      case 'over':
      case 'in':
      case 'on':
      case 'away':
      case 'through':
      case 'around':
        return this.particleOrPreposition(index, normal);
      case 'left':
      case 'found':
      case 'saw':
      case 'felt':
      case 'lay':
      case 'fell':
      case 'won':
      case 'met':
      case 'led':
      case 'got':
        return undefined;
      case 'during':
      case 'following':
      case 'regarding':
      case 'including':
      case 'according':
      case 'concerning':
        if (normal === 'following' && before?.tag === 'determiner') return { tag: 'adjective' };
        return { tag: 'preposition' };
      case 'need':
      case 'dare':
        return undefined;
      case 'used':
        if (following === 'to' && before && !isVerbTag(before.tag) && before.tag !== 'auxiliary')
          return { tag: 'past', lemma: 'use' };
        return undefined;
      case 'may':
      case 'might':
      case 'will':
      case 'can':
      case 'must':
        if (
          before &&
          (before.tag === 'determiner' ||
            before.tag === 'possessive' ||
            (normal === 'may' && before.tag === 'preposition'))
        )
          return { tag: 'noun' };
        return normal === 'may' && candidateIsCapital(this.candidates[index])
          ? { tag: 'name' }
          : { tag: 'modal' };
      case 'i':
        return { tag: 'pronoun' };
      case 'am':
        if (before?.tag === 'number') return { tag: 'noun' };
        return undefined;
      case 'ok':
      case 'okay':
        return { tag: 'adjective' };
      default:
        return undefined;
    }
  }

  protected particleOrPreposition(index: number, normal: string): { tag: WordClass } | undefined {
    const before = this.terms[index - 1];
    const next = this.candidates[index + 1];
    if (normal === 'well') return { tag: 'adverb' };
    if (normal === 'right')
      return { tag: before?.tag === 'determiner' || before?.tag === 'auxiliary' ? 'adjective' : 'adverb' };
    if (normal === 'back' || normal === 'away' || normal === 'down' || normal === 'out' || normal === 'off') {
      if (before && (before.tag === 'determiner' || before.tag === 'possessive')) return { tag: 'noun' };
      if (normal === 'back' || normal === 'away') return { tag: 'adverb' };
    }
    const startsNoun =
      next !== undefined &&
      !next.token.isMark &&
      next.token.normal !== 'to' &&
      next.closed !== 'preposition' &&
      next.closed !== 'conjunction' &&
      next.closed !== 'subordinator' &&
      next.closed !== 'adverb';
    return { tag: startsNoun ? 'preposition' : 'adverb' };
  }
}
