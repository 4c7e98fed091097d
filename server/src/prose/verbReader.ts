import { AuxiliaryReader } from './auxiliaryReader';
import { isNounVerb, isVerbTag, openClass, type Candidate } from './candidates';
import type { Term, WordClass } from './clause';
import { complementVerbs } from './lexicon/deeds';
import { nominativePronouns, subjectPronouns } from './lexicon/closedWords';
import { adjectives, gerundNouns, notVerbs, seldomVerbs } from './lexicon/openWords';
import { verbForm, type VerbAnalysis } from './verbForms';

/** Tells verbs from nouns and adjectives, and finite verbs from participles. */
export class VerbReader extends AuxiliaryReader {
  protected canBeVerb(index: number, { token, isCapital, verb }: Candidate): boolean {
    if (notVerbs.has(token.normal)) return false;
    if (/^(?:sprint|spring|march|may)$/.test(token.normal) && isCapital) return false;
    if (isCapital && index > 0 && (verb?.forms ?? 0) <= verbForm.third) return false;
    return !(
      isCapital &&
      index > 0 &&
      this.terms[index - 1]?.tag !== 'mark' &&
      /[a-z]/.test(token.text) &&
      !token.normal.endsWith('ed')
    );
  }

  protected verbForm(index: number, candidate: Candidate, verb: VerbAnalysis): WordClass | undefined {
    const before = this.previous(index);
    const { forms } = verb;
    if (
      before &&
      (before.tag === 'to' ||
        before.tag === 'modal' ||
        (before.tag === 'auxiliary' && before.lemma === 'do')) &&
      (forms & verbForm.base) !== 0
    )
      return 'verb';
    if ((forms & verbForm.gerund) !== 0) return this.gerund(index, candidate, before);
    if ((forms & (verbForm.past | verbForm.participle)) !== 0)
      return this.pastOrParticiple(index, candidate, verb, before);
    if ((forms & verbForm.third) !== 0) return this.third(index, candidate, verb, before);
    return this.base(index, candidate, verb, before);
  }

  protected gerund(
    index: number,
    { token, verb }: Candidate,
    before: Term | undefined,
  ): WordClass | undefined {
    const next = this.candidates[index + 1];
    const takesObject =
      next !== undefined &&
      (next.closed === 'determiner' ||
        next.closed === 'pronoun' ||
        next.closed === 'relative' ||
        next.closed === 'number');
    if (before?.lemma === 'be' && adjectives.has(token.normal)) return undefined;
    if (before?.tag === 'auxiliary' && before.lemma === 'be') return 'gerund';
    if (/^be|get$/.test(before?.lemma ?? '') && before?.tag !== 'noun' && !gerundNouns.has(token.normal))
      return 'gerund';
    if (
      verb?.isKnown !== true &&
      !/^(?:to|by|while|when|before|after)$/.test(before?.normal ?? '') &&
      !takesObject
    )
      return undefined;
    if (
      before &&
      this.terms[index - 1] === before &&
      (before.tag === 'determiner' ||
        before.tag === 'adjective' ||
        before.tag === 'possessive' ||
        before.tag === 'number')
    )
      return takesObject && before.tag !== 'determiner' ? 'gerund' : undefined;
    if (gerundNouns.has(token.normal) && (!takesObject || this.terms[index - 1]?.tag === 'noun'))
      return undefined;
    return 'gerund';
  }

  protected pastOrParticiple(
    index: number,
    candidate: Candidate,
    verb: VerbAnalysis,
    before: Term | undefined,
  ): WordClass | undefined {
    const { forms, lemma } = verb;
    const word = candidate.token.normal;
    const next = this.candidates[index + 1];
    const adjacent = this.terms[index - 1];
    const isPastOnly = (forms & verbForm.participle) === 0;
    if (before?.tag === 'auxiliary' && before.lemma !== 'do') return 'participle';
    if (before?.lemma === 'get' && isVerbTag(before.tag) && adjacent === before && !isPastOnly)
      return 'participle';
    if (before?.lemma === 'be' && !isPastOnly) return 'participle';
    if (
      before &&
      /^(?:have|had|keep|get|leave|need|want|make)$/.test(before.lemma) &&
      isVerbTag(before.tag) &&
      !isPastOnly &&
      adjacent === before
    )
      return 'participle';
    const opens =
      adjacent &&
      (adjacent.tag === 'determiner' ||
        adjacent.tag === 'possessive' ||
        adjacent.tag === 'adjective' ||
        adjacent.tag === 'number' ||
        (adjacent.tag === 'preposition' &&
          adjacent.normal !== 'before' &&
          adjacent.normal !== 'than' &&
          adjacent.normal !== 'as' &&
          adjacent.normal !== 'in'));
    if (opens) {
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
    // "Outages come", "the jobs run": the participle looks like the base.
    const isBaseToo = (forms & verbForm.base) !== 0 && (forms & verbForm.past) === 0;
    if (
      isBaseToo &&
      before &&
      !this.hasFinite &&
      (/^(?:i|we|you|they|who|that|which)$/.test(before.normal) ||
        (before.tag === 'noun' && /[^s]s$/.test(before.normal)))
    )
      return 'verb';
    if ((forms & verbForm.past) === 0) return 'participle';
    if (
      before &&
      (subjectPronouns.has(before.normal) || before.tag === 'relative') &&
      before.normal !== 'it' &&
      before.normal !== 'you'
    )
      return 'past';
    if (before && (before.normal === 'it' || before.normal === 'you'))
      return this.hasFinite && this.isObjectPronoun(index) && !isPastOnly ? 'participle' : 'past';
    if (isPastOnly) return 'past';
    if (before === undefined || before.tag === 'mark') return this.afterMark(index, before, next);
    if (before.tag === 'conjunction') return this.afterConjunction(index, candidate);
    if (before.tag === 'preposition' && (forms & verbForm.base) !== 0) return undefined;
    if (before.tag === 'subordinator' || before.tag === 'preposition')
      return /^(?:when|if|as|once|until|unless|while|than|though|where|before|after|in)$/.test(before.normal)
        ? 'participle'
        : 'past';
    if (before.tag === 'noun' || before.tag === 'name' || before.tag === 'pronoun' || before.tag === 'number')
      return this.afterNoun(index, lemma, (forms & verbForm.base) !== 0);
    if (isVerbTag(before.tag)) {
      if (
        this.isNounLike(index + 1) &&
        (forms & verbForm.base) === 0 &&
        !(before.tag === 'participle' && this.isRelativeEnd(index))
      )
        return 'adjective';
      return this.isRelativeEnd(index) ? 'past' : 'participle';
    }
    return 'past';
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

  protected third(
    index: number,
    candidate: Candidate,
    verb: VerbAnalysis,
    before: Term | undefined,
  ): WordClass | undefined {
    if (!before) return undefined;
    if (isVerbTag(before.tag) && before === this.terms[index - 1]) return undefined;
    const isPlain =
      !isNounVerb(candidate) &&
      !/^(?:determiner|possessive|adjective|number|preposition)$/.test(this.terms[index - 1]?.tag ?? '');
    if (isPlain) return 'verb';
    if (subjectPronouns.has(before.normal) || before.tag === 'relative')
      return this.isNounLike(index + 1) && before.tag === 'determiner'
        ? undefined
        : before.tag === 'determiner'
          ? undefined
          : 'verb';
    if (before.tag === 'conjunction' && this.lastVerb?.tag === 'verb')
      return this.startsComplement(index + 1) && !this.finiteFollows(index + 1) ? 'verb' : undefined;
    if (this.isPluralPhrase(index)) return undefined;
    if (this.hasFinite || !(before.tag === 'noun' || before.tag === 'name')) return undefined;
    if (
      this.finiteFollows(index + 1) ||
      nominativePronouns.has(this.candidates[index + 1]?.token.normal ?? '')
    )
      return undefined;
    const next = this.candidates[index + 1];
    const isCompoundNoun =
      seldomVerbs.has(verb.lemma) &&
      (next === undefined || next.token.isMark || !this.startsComplement(index + 1));
    return isCompoundNoun ? undefined : 'verb';
  }

  protected base(
    index: number,
    candidate: Candidate,
    verb: VerbAnalysis,
    before: Term | undefined,
  ): WordClass | undefined {
    if (
      before &&
      /^(?:noun|name|pronoun|determiner|number)$/.test(before.tag) &&
      this.awaitsInfinitive(index)
    )
      return 'verb';
    const isNoun = openClass(candidate) !== 'adjective' ? isNounVerb(candidate) : true;
    const adjacent = this.terms[index - 1];
    if (
      adjacent &&
      (adjacent.tag === 'determiner' ||
        adjacent.tag === 'possessive' ||
        adjacent.tag === 'number' ||
        adjacent.tag === 'preposition' ||
        (adjacent.tag === 'adjective' && this.terms[index - 2]?.tag === 'determiner'))
    )
      return undefined;
    if (before && /^(?:i|we|you|they|who)$/.test(before.normal))
      return adjectives.has(candidate.token.normal) && seldomVerbs.has(verb.lemma) ? undefined : 'verb';
    if (before && (before.normal === 'let' || before.lemma === 'help' || before.lemma === 'please'))
      return 'verb';
    if (before && /^(?:he|she|it|him|her|them|me|us)$/.test(before.normal)) {
      const causative = this.terms.slice(0, index).findLast((term) => isVerbTag(term.tag));
      return causative && /^(?:let|make|help|watch|see|have|hear)$/.test(causative.lemma)
        ? 'verb'
        : isNoun
          ? undefined
          : 'verb';
    }
    if (!isNoun && !adjectives.has(candidate.token.normal)) return 'verb';
    if (before && (before.tag === 'noun' || before.tag === 'name')) {
      const last = this.lastVerb;
      if (last && /^(?:let|make|help)$/.test(last.lemma) && this.hasFinite && !this.isNounLike(index + 1))
        return 'verb';
      if (
        last?.lemma === 'have' &&
        this.startsObject(index + 1) &&
        this.candidates[index + 1]?.closed !== undefined &&
        this.hasFinite
      )
        return 'verb';
      if (
        /[^s]s$/.test(before.normal) &&
        before.tag === 'noun' &&
        !this.hasFinite &&
        this.startsComplement(index + 1) &&
        !this.finiteFollows(index + 1) &&
        !adjectives.has(candidate.token.normal)
      )
        return 'verb';
      return undefined;
    }
    const takesObject = this.startsObject(index + 1);
    if (before === undefined || before.tag === 'mark' || before.tag === 'subordinator')
      return takesObject &&
        !this.finiteFollows(index + 1) &&
        (before === undefined || before.text === ':' || this.lastVerb?.tag === 'verb') &&
        !adjectives.has(candidate.token.normal)
        ? 'verb'
        : undefined;
    if (
      before.tag === 'conjunction' &&
      this.lastVerb?.tag === 'verb' &&
      !/^(?:be|have)$/.test(this.lastVerb.lemma)
    )
      return takesObject || !seldomVerbs.has(verb.lemma)
        ? this.candidates[index + 1]?.token.isMark === true && !takesObject
          ? undefined
          : 'verb'
        : undefined;
    if (before.tag === 'relative' && (before.normal === 'that' || before.normal === 'which')) return 'verb';
    return undefined;
  }
}
