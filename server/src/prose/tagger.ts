import { isAlsoNoun, isVerbTag, openClass, type Candidate } from './candidates';
import type { Term } from './clause';
import { auxiliaryForms } from './lexicon/closedWords';
import { adjectives, seldomVerbs } from './lexicon/openWords';
import { readFunctionWord } from './functionWords';
import { VerbReader } from './verbReader';
import type { WordReading } from './wordReading';

/** Reads the words of a sentence from left to right and says of each what it does there. */
export function tag(text: string): Term[] {
  return new Tagger(text).run();
}

class Tagger extends VerbReader {
  run(): Term[] {
    this.candidates.forEach((candidate, index) =>
      this.accept(termOf(candidate, this.decide(index, candidate))),
    );
    return this.terms;
  }

  private decide(index: number, candidate: Candidate): WordReading {
    const { token, closed, verb } = candidate;
    if (token.isMark) return { tag: 'mark' };
    if (token.normal.startsWith("'") && token.span.start > 0) {
      const clitic = this.clitic(index, token.normal);
      if (clitic) return clitic;
    }
    if (/^[#$€£¥₹]?\p{N}/u.test(token.normal) || /^[$€£¥₹]/.test(token.normal)) {
      return { tag: /^\d+(?:st|nd|rd|th)$/.test(token.normal) ? 'adjective' : 'number' };
    }
    const functionWord = readFunctionWord(this, index, token.normal);
    if (functionWord) return functionWord;
    const auxiliary = auxiliaryForms.get(token.normal);
    if (auxiliary) return this.auxiliary(index, auxiliary);
    if (closed) return { tag: closed };
    if (verb && this.canBeVerb(index, candidate)) {
      const form = this.verbForm(index, candidate, verb);
      if (form) return { tag: form };
    }
    // After "didn't" and "could" even a word that no lexicon holds is a verb.
    const helper = this.previous(index);
    if (
      helper &&
      verb === undefined &&
      (helper.tag === 'modal' || (helper.tag === 'auxiliary' && helper.lemma === 'do')) &&
      !token.normal.endsWith('ly') &&
      !adjectives.has(token.normal) &&
      !candidate.isCapital
    )
      return { tag: 'verb' };
    const tag = openClass(candidate);
    // "the recovery key was": an adjective that is a noun as well.
    const isNounHere =
      tag === 'adjective' &&
      this.terms[index - 1]?.tag === 'noun' &&
      (seldomVerbs.has(token.normal) ||
        isAlsoNoun(token.normal) ||
        /^(?:key|main|standard|manual|original|total|native|public)$/.test(token.normal)) &&
      !this.isNounLike(index + 1);
    return { tag: isNounHere ? 'noun' : tag };
  }
}

function termOf({ token, verb }: Candidate, reading: WordReading): Term {
  const normal = reading.normal ?? token.normal;
  const lemma = reading.lemma ?? (isVerbTag(reading.tag) ? (verb?.lemma ?? normal) : normal);
  return { text: token.text, span: token.span, normal, tag: reading.tag, lemma };
}
