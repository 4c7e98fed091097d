import { formsOf } from './candidates';
import type { WordClass } from './clause';
import { adjectives } from './lexicon/openWords';
import { verbForm } from './verbForms';
import { WordContext } from './wordContext';
import type { WordReading } from './wordReading';

/** Tells auxiliaries from main verbs, and what 's, 'd and the like stand for. */
export class AuxiliaryReader extends WordContext {
  /** 's, 'd, 're … after a word. */
  protected clitic(index: number, normal: string): WordReading | undefined {
    const next = this.nextVerb(index);
    if (normal === "'d") {
      const isPerfect =
        next?.verb !== undefined &&
        (next.verb.forms & verbForm.participle) !== 0 &&
        (next.verb.forms & verbForm.base) === 0;
      const isBeen =
        next?.token.normal === 'been' ||
        next?.token.normal === 'had' ||
        next?.token.normal === 'done' ||
        next?.token.normal === 'better';
      return isPerfect || isBeen
        ? { tag: 'auxiliary', lemma: 'have', normal: 'had' }
        : { tag: 'modal', normal: 'would' };
    }
    if (normal !== "'s") return undefined;
    const before = this.terms[index - 1];
    if (before?.normal === 'let') return { tag: 'pronoun', normal: 'us' };
    const isPronoun =
      before !== undefined &&
      (before.tag === 'pronoun' ||
        before.tag === 'relative' ||
        before.tag === 'subordinator' ||
        before.normal === 'that' ||
        before.normal === 'this' ||
        before.normal === 'here') &&
      !/(?:body|one|who|other|else)$/.test(before.normal);
    const following = this.candidates[index + 1]?.token.normal ?? '';
    const isPredicate =
      /^(?:been|not|n't|the|a|an|going|gone|because|how|why|what|where|that|my|our|your|still|always|never|probably|only|just|no|also|now|had|got|down|up|in|on)$/.test(
        following,
      ) || before?.normal === 'who';
    if (!isPronoun && !isPredicate) return { tag: 'possessive' };
    const pronoun = before === undefined ? '' : before.normal;
    const participle = next?.verb && (next.verb.forms & verbForm.participle) !== 0;
    const isHas =
      following === 'been' ||
      following === 'had' ||
      following === 'got' ||
      (participle === true &&
        /^(?:it|he|she|who|what)$/.test(pronoun) &&
        /^(?:gone|become|come|taken|happened|changed|grown|run)$/.test(next.token.normal));
    return { tag: 'auxiliary', lemma: isHas ? 'have' : 'be', normal: isHas ? 'has' : 'is' };
  }

  protected auxiliary(
    index: number,
    form: { lemma: string; tense: string },
  ): { tag: WordClass; lemma: string } {
    const next = this.nextVerb(index, true);
    const before = this.previous(index);
    const main = (): WordClass =>
      form.tense === 'past'
        ? 'past'
        : form.tense === 'participle'
          ? 'participle'
          : form.tense === 'gerund'
            ? 'gerund'
            : 'verb';
    if (form.lemma === 'do' && (form.tense === 'participle' || form.tense === 'gerund')) {
      if (form.tense === 'participle' && !before) return { tag: 'past', lemma: 'do' };
      return { tag: main(), lemma: 'do' };
    }
    if (form.lemma === 'do' && this.opensQuestion(index)) return { tag: 'auxiliary', lemma: 'do' };
    if (!next) return { tag: main(), lemma: form.lemma };
    if (form.lemma === 'do' && this.candidates[index + 1]?.closed === 'negation' && next.closed === undefined)
      return { tag: 'auxiliary', lemma: 'do' };
    const forms = formsOf(next);
    const wanted =
      form.lemma === 'be'
        ? verbForm.participle | verbForm.gerund
        : form.lemma === 'have'
          ? verbForm.participle
          : verbForm.base;
    const isAuxiliary =
      (forms & wanted) !== 0 &&
      !(form.lemma === 'be' && adjectives.has(next.token.normal)) &&
      !(form.lemma !== 'be' && next.closed === 'determiner');
    return { tag: isAuxiliary ? 'auxiliary' : main(), lemma: form.lemma };
  }
}
