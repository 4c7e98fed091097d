import { isNounVerb, isVerbTag, openClass, type Candidate } from './candidates';
import type { Term, WordClass } from './clause';
import { nominativePronouns, subjectPronouns } from './lexicon/closedWords';
import { adjectives, gerundNouns, notVerbs, seldomVerbs } from './lexicon/openWords';
import { PastReader } from './pastReader';
import { verbForm, type VerbAnalysis } from './verbForms';

/** Tells verbs from nouns and adjectives, and finite verbs from participles. */
export class VerbReader extends PastReader {
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

  /** A form that is the infinitive and the present tense, and often a noun as well: "deploy", "alert", "page". */
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
    if (this.isInNounPhrase(index)) return undefined;
    const isAdjective = adjectives.has(candidate.token.normal);
    if (before && /^(?:i|we|you|they|who)$/.test(before.normal))
      return isAdjective && seldomVerbs.has(verb.lemma) ? undefined : 'verb';
    if (before && (before.normal === 'let' || before.lemma === 'help' || before.lemma === 'please'))
      return 'verb';
    const isNoun = openClass(candidate) === 'adjective' || isNounVerb(candidate);
    if (before && /^(?:he|she|it|him|her|them|me|us)$/.test(before.normal))
      return !isNoun || this.followsCausative(index) ? 'verb' : undefined;
    if (!isNoun && !isAdjective) return 'verb';
    return this.isVerbByNeighbour(index, verb, before, isAdjective) ? 'verb' : undefined;
  }

  /** "the deploy", "two deploys", "of deploy", "the last deploy". */
  private isInNounPhrase(index: number): boolean {
    const adjacent = this.terms[index - 1];
    return (
      adjacent !== undefined &&
      (adjacent.tag === 'determiner' ||
        adjacent.tag === 'possessive' ||
        adjacent.tag === 'number' ||
        adjacent.tag === 'preposition' ||
        (adjacent.tag === 'adjective' && this.terms[index - 2]?.tag === 'determiner'))
    );
  }

  /** "made it page", "watched them deploy". */
  private followsCausative(index: number): boolean {
    const causative = this.terms.slice(0, index).findLast((term) => isVerbTag(term.tag));
    return causative !== undefined && /^(?:let|make|help|watch|see|have|hear)$/.test(causative.lemma);
  }

  /** Whether what may be a noun or an adjective is a verb, by the class of the word before. */
  private isVerbByNeighbour(
    index: number,
    { lemma }: VerbAnalysis,
    before: Term | undefined,
    isAdjective: boolean,
  ): boolean {
    if (before === undefined || before.tag === 'mark' || before.tag === 'subordinator')
      return !isAdjective && this.opensCommand(index, before);
    if (before.tag === 'noun' || before.tag === 'name')
      return this.isBaseAfterNoun(index, before, isAdjective);
    if (
      before.tag === 'conjunction' &&
      this.lastVerb?.tag === 'verb' &&
      !/^(?:be|have)$/.test(this.lastVerb.lemma)
    )
      return (
        this.startsObject(index + 1) ||
        (!seldomVerbs.has(lemma) && this.candidates[index + 1]?.token.isMark !== true)
      );
    return before.tag === 'relative' && (before.normal === 'that' || before.normal === 'which');
  }

  /** "Page the owner", ": page the owner", "I read the log, page the owner". */
  private opensCommand(index: number, before: Term | undefined): boolean {
    return (
      (before === undefined || before.text === ':' || this.lastVerb?.tag === 'verb') &&
      this.startsObject(index + 1) &&
      !this.finiteFollows(index + 1)
    );
  }

  /** "let the job page", "had the vendor page me", "the alerts page me". */
  private isBaseAfterNoun(index: number, before: Term, isAdjective: boolean): boolean {
    const last = this.lastVerb;
    if (this.hasFinite) {
      if (last && /^(?:let|make|help)$/.test(last.lemma) && !this.isNounLike(index + 1)) return true;
      return (
        last?.lemma === 'have' &&
        this.startsObject(index + 1) &&
        this.candidates[index + 1]?.closed !== undefined
      );
    }
    return (
      before.tag === 'noun' &&
      /[^s]s$/.test(before.normal) &&
      !isAdjective &&
      this.startsComplement(index + 1) &&
      !this.finiteFollows(index + 1)
    );
  }
}
