import { AuxiliaryReader } from './auxiliaryReader';
import { isVerbTag, openClass, type Candidate } from './candidates';
import type { Term, WordClass } from './clause';
import { complementVerbs } from './lexicon/deeds';
import { nominativePronouns, subjectPronouns } from './lexicon/closedWords';
import { seldomVerbs } from './lexicon/openWords';
import { verbForm, type VerbAnalysis } from './verbForms';

/** Tells the past tense from the participle where one form is both: "rolled", "left", "set". */
export class PastReader extends AuxiliaryReader {
  /** A form that is the past tense, the participle or both, by what stands before it; undefined where it is a noun. */
  protected pastOrParticiple(
    index: number,
    candidate: Candidate,
    verb: VerbAnalysis,
    before: Term | undefined,
  ): WordClass | undefined {
    const { forms } = verb;
    const adjacent = this.terms[index - 1];
    const isPastOnly = (forms & verbForm.participle) === 0;
    if (before && wantsParticiple(before, adjacent, isPastOnly)) return 'participle';
    if (adjacent && opensNounPhrase(adjacent))
      return this.pastInNounPhrase(index, candidate.token.normal, forms, adjacent);
    // "Outages come", "the jobs run": the participle looks like the base.
    const isBaseToo = (forms & verbForm.base) !== 0 && (forms & verbForm.past) === 0;
    if (isBaseToo && before && !this.hasFinite && isPluralSubject(before)) return 'verb';
    if ((forms & verbForm.past) === 0) return 'participle';
    if (before && (before.normal === 'it' || before.normal === 'you'))
      return this.hasFinite && this.isObjectPronoun(index) && !isPastOnly ? 'participle' : 'past';
    if (before && (subjectPronouns.has(before.normal) || before.tag === 'relative')) return 'past';
    return isPastOnly ? 'past' : this.pastByNeighbour(index, candidate, verb, before);
  }

  /** Behind "the", "my", "failed", "two", "of" …: an adjective, a noun, or the verb of what stands before. */
  private pastInNounPhrase(
    index: number,
    word: string,
    forms: number,
    adjacent: Term,
  ): WordClass | undefined {
    const isPastOnly = (forms & verbForm.participle) === 0;
    if (isPastOnly && adjacent.tag === 'number') return 'past';
    if ((adjacent.tag === 'number' || adjacent.tag === 'adjective') && !this.isNounLike(index + 1))
      return this.hasFinite && adjacent.tag === 'adjective' ? 'participle' : 'past';
    if (
      isPastOnly &&
      adjacent.tag === 'determiner' &&
      /^(?:the|an?|my|our|your|his|her|its|their|every)$/.test(adjacent.normal)
    )
      return undefined;
    if (isPastOnly && adjacent.tag !== 'preposition' && word !== 'saw') return 'past';
    if ((forms & verbForm.base) !== 0 || word === 'left' || word === 'saw' || word === 'set')
      return adjacent.tag === 'preposition' && word === 'left' ? 'past' : undefined;
    return 'adjective';
  }

  /** A form that may be both, by the class of the word before. */
  private pastByNeighbour(
    index: number,
    candidate: Candidate,
    { forms, lemma }: VerbAnalysis,
    before: Term | undefined,
  ): WordClass | undefined {
    if (before === undefined || before.tag === 'mark')
      return this.afterMark(index, before, this.candidates[index + 1]);
    const isBaseToo = (forms & verbForm.base) !== 0;
    switch (before.tag) {
      case 'conjunction':
        return this.afterConjunction(index, candidate);
      case 'preposition':
        return isBaseToo ? undefined : afterSubordinator(before);
      case 'subordinator':
        return afterSubordinator(before);
      case 'noun':
      case 'name':
      case 'pronoun':
      case 'number':
        return this.afterNoun(index, lemma, isBaseToo);
      default:
        return isVerbTag(before.tag) ? this.afterVerb(index, before, isBaseToo) : 'past';
    }
  }

  /** "kept failed rows", "the patch I merged broke", "got called". */
  private afterVerb(index: number, before: Term, isBaseToo: boolean): WordClass {
    const isRelativeEnd = this.isRelativeEnd(index);
    if (!isBaseToo && this.isNounLike(index + 1) && !(before.tag === 'participle' && isRelativeEnd))
      return 'adjective';
    return isRelativeEnd ? 'past' : 'participle';
  }

  protected afterMark(index: number, before: Term | undefined, next: Candidate | undefined): WordClass {
    const isFollowedByAgent = next?.token.normal === 'by';
    if (before === undefined) {
      // "Corrupted rows were blocking …"
      const isAttribute =
        next?.closed === undefined && this.isNounLike(index + 1) && this.finiteFollows(index + 1);
      if (isAttribute) return 'adjective';
      // "Confused by the graph, I …" against "Rolled back the deploy, then paged Payments".
      const hasSubjectLater = this.candidates.some(
        (candidate, at) =>
          at > index &&
          this.candidates[at - 1]?.token.text === ',' &&
          (nominativePronouns.has(candidate.token.normal) || candidate.closed === 'determiner'),
      );
      return hasSubjectLater &&
        (isFollowedByAgent || next?.closed === 'preposition') &&
        (isFollowedByAgent || next.token.normal === 'in' || next.token.normal === 'with')
        ? 'participle'
        : 'past';
    }
    if (isFollowedByAgent) return 'participle';
    // "was traced, tagged and binned"
    const isSeries =
      this.lastVerb?.tag === 'participle' &&
      (next === undefined || next.token.isMark || next.closed === 'conjunction');
    return isSeries && this.terms.some((term) => term.tag === 'auxiliary') ? 'participle' : 'past';
  }

  protected afterConjunction(index: number, candidate: Candidate): WordClass {
    const next = this.candidates[index + 1];
    const last = this.lastVerb;
    const hasObject =
      next !== undefined &&
      !next.token.isMark &&
      (next.closed === 'determiner' ||
        next.closed === 'pronoun' ||
        next.closed === 'number' ||
        next.isCapital ||
        next.closed === 'relative' ||
        (next.closed === undefined && (next.verb === undefined || openClass(next) === 'noun')));
    if (
      last?.tag === 'participle' &&
      !hasObject &&
      candidate.verb?.isKnown === true &&
      !this.isIntransitive(candidate.verb.lemma)
    ) {
      const auxiliary = this.terms.findLast((term) => term.tag === 'auxiliary' || term.normal === 'got');
      return auxiliary &&
        auxiliary.lemma !== 'have' &&
        !this.terms
          .slice(this.terms.indexOf(auxiliary))
          .some((term) => term.tag === 'mark' && /[;:—–]/.test(term.text))
        ? 'participle'
        : 'past';
    }
    return 'past';
  }

  protected afterNoun(index: number, lemma: string, isBaseToo: boolean): WordClass | undefined {
    const next = this.candidates[index + 1];
    const following = next?.token.normal ?? '';
    const isObjectNoun = this.hasFinite;
    if (!isObjectNoun) {
      const seemsReduced =
        following === 'by' ||
        ((next?.closed === 'preposition' || next?.closed === 'adverb') &&
          !this.isIntransitive(lemma) &&
          this.finiteFollows(index + 1));
      if (seemsReduced) return 'participle';
      if (isBaseToo && this.isNounLike(index + 1) && next?.closed !== 'determiner' && seldomVerbs.has(lemma))
        return undefined;
      // "the payroll run reads the calendar"
      if (
        isBaseToo &&
        next?.verb !== undefined &&
        (next.verb.forms & (verbForm.third | verbForm.past)) !== 0 &&
        next.closed === undefined
      )
        return undefined;
      return 'past';
    }
    if (following === 'by' && lemma !== 'go' && lemma !== 'stop') return 'participle';
    const last = this.lastVerb;
    const noun = this.terms[index - 1];
    if (last && complementVerbs.has(last.lemma) && !this.precededByPreposition(index)) return 'past';
    if (noun && this.isContactSubject(index)) return 'past';
    if (this.isRelativeEnd(index) && this.terms[index - 1]?.tag === 'noun') return 'past';
    if (isBaseToo && !this.startsObject(index + 1)) return undefined;
    return this.startsObject(index + 1) && last?.tag !== 'past'
      ? 'past'
      : this.startsObject(index + 1) && this.isRelativeEnd(index)
        ? 'past'
        : 'participle';
  }
}

/** "was rolled", "had it rolled", "got rolled", "kept pinned". */
function wantsParticiple(before: Term, adjacent: Term | undefined, isPastOnly: boolean): boolean {
  if (before.tag === 'auxiliary' && before.lemma !== 'do') return true;
  if (isPastOnly) return false;
  return (
    before.lemma === 'be' ||
    (adjacent === before &&
      isVerbTag(before.tag) &&
      /^(?:have|had|keep|get|leave|need|want|make)$/.test(before.lemma))
  );
}

/** Whether a noun or an adjective is to be expected next to it. */
function opensNounPhrase({ tag, normal }: Term): boolean {
  return (
    tag === 'determiner' ||
    tag === 'possessive' ||
    tag === 'adjective' ||
    tag === 'number' ||
    (tag === 'preposition' && normal !== 'before' && normal !== 'than' && normal !== 'as' && normal !== 'in')
  );
}

function isPluralSubject({ tag, normal }: Term): boolean {
  return /^(?:i|we|you|they|who|that|which)$/.test(normal) || (tag === 'noun' && /[^s]s$/.test(normal));
}

/** "when asked", "as planned" against "because asked". */
function afterSubordinator({ normal }: Term): WordClass {
  return /^(?:when|if|as|once|until|unless|while|than|though|where|before|after|in)$/.test(normal)
    ? 'participle'
    : 'past';
}
