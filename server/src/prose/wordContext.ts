import { candidateOf, isBoundary, isNounVerb, isOpening, isVerbTag, type Candidate } from './candidates';
import type { Term } from './clause';
import { auxiliaryForms, nominativePronouns } from './lexicon/closedWords';
import { adjectives, notVerbs } from './lexicon/openWords';
import { tokenize } from './tokens';
import { verbForm } from './verbForms';

/** A sentence half read: the words behind have their classes, those ahead are candidates. Answers what stands around a word. */
export class WordContext {
  readonly candidates: readonly Candidate[];
  readonly terms: Term[] = [];
  /** Whether a finite verb has been read since the last boundary between clauses. */
  protected hasFinite = false;
  lastVerb: Term | undefined;

  constructor(text: string) {
    const tokens = tokenize(text);
    this.candidates = tokens.map((token, index) => candidateOf(token, isOpening(tokens, index)));
  }

  /** Takes the next term in, and keeps in mind what it says of the clause. */
  protected accept(term: Term): void {
    this.terms.push(term);
    const { tag } = term;
    if (isVerbTag(tag)) this.lastVerb = term;
    if (tag === 'verb' || tag === 'past' || tag === 'auxiliary' || tag === 'modal') this.hasFinite = true;
    if (isBoundary(term)) this.hasFinite = false;
  }

  /** The term before, adverbs, negations and bracketing marks left out. */
  protected previous(index: number): Term | undefined {
    for (let at = index - 1; at >= 0; at -= 1) {
      const term = this.terms[at];
      if (!term) return undefined;
      if (
        term.tag === 'adverb' ||
        term.tag === 'negation' ||
        term.tag === 'particle' ||
        (term.tag === 'mark' && /["“”'’‘*_`]/.test(term.text))
      )
        continue;
      return term;
    }
    return undefined;
  }

  /** The next word that is no adverb and no negation; `undefined` when it is a mark or the end. */
  protected nextVerb(index: number, isAfterAuxiliary = false): Candidate | undefined {
    for (let at = index + 1; at < this.candidates.length; at += 1) {
      const candidate = this.candidates[at];
      if (!candidate || candidate.token.isMark) return undefined;
      const { closed, token } = candidate;
      const isSkipped =
        (isAfterAuxiliary && token.normal === 'since') ||
        closed === 'negation' ||
        closed === 'adverb' ||
        token.normal === 'not' ||
        (token.normal.endsWith('ly') && !adjectives.has(token.normal)) ||
        (isAfterAuxiliary && (token.normal === 'all' || token.normal === 'both' || token.normal === 'each'));
      if (!isSkipped) return candidate;
    }
    return undefined;
  }

  /** "Did anyone check …?", "How does this …?" */
  protected opensQuestion(index: number): boolean {
    const before = this.terms[index - 1];
    const isFirst =
      before === undefined ||
      before.tag === 'mark' ||
      before.tag === 'conjunction' ||
      before.tag === 'subordinator' ||
      before.tag === 'relative';
    return isFirst && this.candidates.some(({ token }, at) => at > index && token.text === '?');
  }

  /** Whether a noun phrase without determiner, or the noun after one, can begin here. */
  isNounLike(index: number): boolean {
    const candidate = this.candidates[index];
    if (!candidate || candidate.token.isMark) return false;
    const { closed, verb, token } = candidate;
    if (closed)
      return (
        closed === 'number' ||
        (closed === 'determiner' &&
          /^(?:other|own|same|last|next|first|second|third|few|many|more|most|less|previous|much)$/.test(
            token.normal,
          )) ||
        token.normal === 'one' ||
        token.normal === 'ones'
      );
    if (auxiliaryForms.has(token.normal) || token.normal.startsWith("'")) return false;
    if (token.normal.endsWith('ly') && !adjectives.has(token.normal)) return this.isNounLike(index + 1);
    if (!verb || notVerbs.has(token.normal)) return true;
    if ((verb.forms & verbForm.third) !== 0) return isNounVerb(candidate) && !this.startsObject(index + 1);
    if ((verb.forms & verbForm.base) !== 0) return isNounVerb(candidate) || adjectives.has(token.normal);
    if ((verb.forms & verbForm.gerund) !== 0) return true;
    const next = this.candidates[index + 1];
    return (
      (verb.forms & verbForm.participle) !== 0 &&
      next !== undefined &&
      !next.token.isMark &&
      next.closed === undefined &&
      !auxiliaryForms.has(next.token.normal)
    );
  }

  protected startsObject(index: number): boolean {
    const next = this.candidates[index];
    return (
      next !== undefined &&
      !next.token.isMark &&
      (next.closed === 'determiner' ||
        next.closed === 'number' ||
        (next.closed === 'pronoun' && next.token.normal !== 'there') ||
        next.isCapital ||
        /^[$€£]?\d/.test(next.token.normal) ||
        (next.closed === undefined &&
          !auxiliaryForms.has(next.token.normal) &&
          (next.verb === undefined || (next.verb.forms & verbForm.third) !== 0)))
    );
  }

  protected startsComplement(index: number): boolean {
    const next = this.candidates[index];
    if (!next || next.token.isMark) return true;
    return (
      this.startsObject(index) ||
      next.closed === 'preposition' ||
      next.closed === 'adverb' ||
      next.closed === 'relative' ||
      next.closed === 'subordinator' ||
      next.closed === 'conjunction' ||
      next.token.normal.endsWith('ly') ||
      adjectives.has(next.token.normal) ||
      (next.verb !== undefined && (next.verb.forms & verbForm.gerund) !== 0) ||
      next.token.normal === 'to' ||
      next.token.normal === 'that'
    );
  }

  /** Whether a verb that must be finite comes before the next boundary between clauses. */
  protected finiteFollows(index: number): boolean {
    for (let at = index; at < this.candidates.length; at += 1) {
      const candidate = this.candidates[at];
      if (!candidate) return false;
      const { token, closed, verb } = candidate;
      if (
        token.isMark
          ? /[,;:.?!—–(]/.test(token.text)
          : closed === 'subordinator' ||
            closed === 'relative' ||
            closed === 'conjunction' ||
            nominativePronouns.has(token.normal) ||
            token.normal === 'that'
      )
        return false;
      if (token.normal === 'to') {
        at += 1;
        continue;
      }
      if (closed === 'modal') return true;
      const auxiliary = auxiliaryForms.get(token.normal);
      if (auxiliary && (auxiliary.tense === 'past' || auxiliary.tense === 'present')) return true;
      if (token.normal === "'s" && /^(?:been|not|gone)$/.test(this.candidates[at + 1]?.token.normal ?? ''))
        return true;
      const previous = this.candidates[at - 1];
      const followsNoun =
        previous !== undefined &&
        at > index &&
        (previous.closed === undefined ||
          previous.closed === 'adverb' ||
          previous.closed === 'pronoun' ||
          previous.closed === 'number') &&
        !adjectives.has(previous.token.normal);
      if (
        verb &&
        closed === undefined &&
        (verb.forms & verbForm.past) !== 0 &&
        !notVerbs.has(token.normal) &&
        followsNoun &&
        !this.isContactLookahead(at)
      )
        return true;
    }
    return false;
  }

  protected isContactLookahead(at: number): boolean {
    const previous = this.candidates[at - 1];
    const before = this.candidates[at - 2];
    return (
      previous?.isCapital === true && before !== undefined && before.closed === undefined && !before.isCapital
    );
  }

  /** Whether what begins here is a clause: a subject, then a verb before the next mark. */
  verbFollows(index: number): boolean {
    for (let at = index; at < Math.min(this.candidates.length, index + 9); at += 1) {
      const candidate = this.candidates[at];
      if (!candidate || (candidate.token.isMark && /[,;:.?!—–]/.test(candidate.token.text))) return false;
      if (candidate.closed === 'modal' || auxiliaryForms.has(candidate.token.normal)) return true;
      if (
        candidate.verb &&
        candidate.closed === undefined &&
        at > index &&
        (candidate.verb.forms & (verbForm.past | verbForm.third)) !== 0
      )
        return true;
      if (at > index && candidate.verb && nominativePronouns.has(this.candidates[at - 1]?.token.normal ?? ''))
        return true;
    }
    return false;
  }

  /** Whether the verb before may end a relative clause, so that this verb is the main one: "the engineer who left broke it". */
  protected isRelativeEnd(index: number): boolean {
    return (
      this.terms
        .slice(0, index)
        .some(
          (term) =>
            term.tag === 'relative' ||
            term.normal === 'who' ||
            term.normal === 'whoever' ||
            term.tag === 'subordinator',
        ) || this.hasContactClause(index)
    );
  }

  /** "The patch I merged …": a subject pronoun right after a noun. */
  protected hasContactClause(index: number): boolean {
    return this.terms.some(
      (term, at) =>
        at > 0 && at < index && nominativePronouns.has(term.normal) && this.terms[at - 1]?.tag === 'noun',
    );
  }

  protected isObjectPronoun(index: number): boolean {
    const before = this.terms[index - 2];
    return before !== undefined && (isVerbTag(before.tag) || before.tag === 'preposition');
  }

  /** Whether two noun phrases stand side by side, so that the second is the subject of a relative clause: "a bug the vendor introduced". */
  protected isContactSubject(index: number): boolean {
    let at = index - 1;
    while (at >= 0 && /^(?:noun|name|adjective|number|possessive)$/.test(this.terms[at]?.tag ?? '')) at -= 1;
    const opener = this.terms[at];
    if (opener?.tag === 'determiner') return /^(?:noun|name)$/.test(this.terms[at - 1]?.tag ?? '');
    const noun = this.terms[index - 1];
    return noun?.tag === 'name' && /^(?:noun)$/.test(this.terms[index - 2]?.tag ?? '');
  }

  protected precededByPreposition(index: number): boolean {
    let at = index - 1;
    while (
      at >= 0 &&
      /^(?:noun|name|adjective|number|possessive|determiner)$/.test(this.terms[at]?.tag ?? '')
    )
      at -= 1;
    return this.terms[at]?.tag === 'preposition' && this.terms[at]?.normal !== 'of';
  }

  protected isIntransitive(lemma: string): boolean {
    return /^(?:go|come|fall|rise|arrive|happen|occur|sit|stand|fail|crash|die|vanish|disappear|work|wait|lapse|expire|stay|remain|run|look|appear|seem|agree|drop|climb|spike|decide|start|begin|turn|end|grow)$/.test(
      lemma,
    );
  }

  /** "all configuration changes", "two deploys": after a word that wants a plural the singular noun before is no subject. */
  protected isPluralPhrase(index: number): boolean {
    let at = index - 1;
    while (at >= 0 && /^(?:noun|name|adjective)$/.test(this.terms[at]?.tag ?? '')) at -= 1;
    const opener = this.terms[at];
    return (
      opener !== undefined &&
      at < index - 1 &&
      !/[^s]s$/.test(this.terms[index - 1]?.normal ?? '') &&
      (/^(?:all|these|those|both|many|few|several|other|most)$/.test(opener.normal) ||
        (opener.tag === 'number' && opener.normal !== 'one' && opener.normal !== '1'))
    );
  }

  /** Whether "did" of a question still waits for its verb, which is this word unless a noun goes on. */
  protected awaitsInfinitive(index: number): boolean {
    const last = this.terms
      .slice(0, index)
      .findLast((term) => term.tag === 'auxiliary' || isVerbTag(term.tag));
    const next = this.candidates[index + 1];
    return (
      last?.tag === 'auxiliary' &&
      last.lemma === 'do' &&
      (next === undefined || next.closed !== undefined || next.token.isMark) &&
      this.terms[index - 1]?.tag !== 'determiner'
    );
  }
}
