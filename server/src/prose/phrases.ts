import { readActor } from './actors';
import { chunk, type Chunk } from './chunks';
import type { Actor, Term } from './clause';
import { clauseOpeningPrepositions, nominativePronouns } from './lexicon/closedWords';
import { timeNouns } from './lexicon/openWords';

/** The chunks of a sentence, and how its noun phrases hang together. Chunks are named by their index. */
export class Phrases {
  protected readonly chunks: readonly Chunk[];

  constructor(
    protected readonly text: string,
    protected readonly terms: readonly Term[],
  ) {
    this.chunks = chunk(terms);
  }

  /** The actor of the noun phrase that begins here, with its "of …" and what "and" adds to it. */
  protected actorAt(first: number): Actor | undefined {
    const phrase = this.chunks[first];
    if (!phrase) return undefined;
    let end = this.chainEnd(first, true);
    const phrases = [this.meant(first, end)];
    while (
      this.chunks[end + 1]?.kind === 'conjunction' &&
      this.normal(this.chunks[end + 1]?.head ?? -1) !== 'but' &&
      this.chunks[end + 2]?.kind === 'nounPhrase' &&
      this.belongsToList(first, end + 2)
    ) {
      phrases.push(this.chunks[end + 2] ?? phrase);
      end += 2;
    }
    const actor = readActor(this.terms, this.text, phrase.from, (this.chunks[end] ?? phrase).to, phrases);
    const next = this.chunks[end + 1]?.kind === 'mark' ? this.chunks[end + 2] : this.chunks[end + 1];
    // Only people are followed by "who", so a name that no list holds is one.
    const isPerson =
      next?.kind === 'nounPhrase' &&
      this.normal(next.head) === 'who' &&
      (actor?.actorClass === 'system' || actor?.actorClass === 'unknown') &&
      !/^ones?$/.test(actor.head);
    return isPerson ? { ...actor, actorClass: 'party' } : actor;
  }

  /** "one of the engineers", "half of us", "the rest of the team": who is meant stands behind "of". */
  protected meant(first: number, end: number): Chunk {
    const phrase = this.chunks[first];
    const last = this.chunks[end];
    if (!phrase || !last) return { kind: 'nounPhrase', from: 0, to: 0, head: 0 };
    const head = this.terms[phrase.head];
    const isShare =
      head !== undefined &&
      (head.tag === 'adjective' ||
        head.tag === 'number' ||
        head.tag === 'determiner' ||
        /^(?:one|none|some|all|most|many|few|half|each|both|any|everyone|someone|nobody|anyone|rest|couple|number|lot|bunch|group|pair|majority|member|members|part|handful|crowd)$/.test(
          head.normal,
        ));
    const second = this.chunks[first + 2];
    return isShare && end > first && second ? second : phrase;
  }

  protected belongsToList(first: number, second: number): boolean {
    const next = this.chunks[second + 1];
    if (next?.kind === 'verbGroup' && !this.isOpenList(first)) return false;
    return !this.isNominative(second) || this.isOpenList(first);
  }

  /** The first chunk of noun phrases that hang together by prepositions and "and", seen from their last. */
  protected chainStart(last: number): number {
    let start = last;
    while (true) {
      const before = this.chunks[start - 1];
      const further = this.chunks[start - 2];
      if (
        before?.kind === 'preposition' &&
        further?.kind === 'nounPhrase' &&
        !this.isNominative(start) &&
        !(clauseOpeningPrepositions.has(this.normal(before.head)) && !this.isObjectPronoun(start)) &&
        !(this.isPronoun(start - 2) && this.normal(before.head) !== 'of' && !this.opensSentence(start - 2))
      ) {
        start -= 2;
        continue;
      }
      if (
        before?.kind === 'conjunction' &&
        further?.kind === 'nounPhrase' &&
        this.normal(before.head) !== 'but' &&
        this.isOpenList(start - 2)
      ) {
        start = this.chainStart(start - 2);
        continue;
      }
      if (
        before?.kind === 'conjunction' &&
        further?.kind === 'mark' &&
        this.chunks[start - 3]?.kind === 'nounPhrase' &&
        this.isOpenList(start - 3)
      ) {
        start = this.chainStart(start - 3);
        continue;
      }
      return start;
    }
  }

  /** Whether noun phrases up to here stand at the opening of a clause, so that "and" joins them to one subject. */
  protected isOpenList(at: number): boolean {
    let start = at;
    while (this.chunks[start - 1]?.kind === 'preposition' && this.chunks[start - 2]?.kind === 'nounPhrase')
      start -= 2;
    const before = this.chunks[start - 1];
    if (before === undefined || before.kind === 'subordinator' || before.kind === 'relative') return true;
    if (before.kind === 'preposition')
      return (
        clauseOpeningPrepositions.has(this.normal(before.head)) &&
        !/^(?:for|in|as|like|than)$/.test(this.normal(before.head))
      );
    if (before.kind === 'adverb') return start === 1;
    if (before.kind === 'mark')
      return this.chunks[start - 2]?.kind !== 'nounPhrase' || this.isOpenList(start - 2);
    return false;
  }

  protected chainEnd(first: number, isWhole: boolean): number {
    let end = first;
    while (
      this.chunks[end + 1]?.kind === 'preposition' &&
      this.chunks[end + 2]?.kind === 'nounPhrase' &&
      (isWhole
        ? this.normal(this.chunks[end + 1]?.head ?? -1) === 'of'
        : !clauseOpeningPrepositions.has(this.normal(this.chunks[end + 1]?.head ?? -1)))
    )
      end += 2;
    return end;
  }

  protected spanOf(first: number, last: number): { start: number; end: number } {
    const from = this.terms[this.chunks[first]?.from ?? 0];
    const to = this.terms[(this.chunks[last]?.to ?? 1) - 1];
    return { start: from?.span.start ?? 0, end: to?.span.end ?? 0 };
  }

  protected impersonalAt(index: number): Actor | undefined {
    const at = this.chunks[index];
    if (!at) return undefined;
    const span = this.spanOf(index, index);
    return {
      span,
      text: this.text.slice(span.start, span.end),
      head: this.normal(at.head),
      actorClass: /^who(?:ever)?$/.test(this.normal(at.head)) ? 'party' : 'impersonal',
      isPlural: false,
    };
  }

  protected isNominative(at: number): boolean {
    const phrase = this.chunks[at];
    return (
      phrase !== undefined &&
      phrase.to - phrase.from === 1 &&
      nominativePronouns.has(this.normal(phrase.head))
    );
  }

  protected isPronoun(at: number): boolean {
    const phrase = this.chunks[at];
    return phrase !== undefined && this.terms[phrase.head]?.tag === 'pronoun';
  }

  /** "The contractor before me had left": no subject, whatever follows. */
  protected isObjectPronoun(at: number): boolean {
    return this.isPronoun(at) && /^(?:me|us|him|them|whom)$/.test(this.normal(this.chunks[at]?.head ?? -1));
  }

  protected opensSentence(at: number): boolean {
    const before = this.chunks[at - 1];
    return (
      before === undefined ||
      before.kind === 'mark' ||
      before.kind === 'conjunction' ||
      before.kind === 'subordinator'
    );
  }

  protected isTime(at: number): boolean {
    const phrase = this.chunks[at];
    return (
      phrase?.kind === 'nounPhrase' &&
      timeNouns.has(this.normal(phrase.head)) &&
      this.terms[phrase.head]?.tag !== 'pronoun'
    );
  }

  /** Adverbs before a verb, with the marks of a short aside of adverbs alone. */
  protected isSkipped(at: number): boolean {
    const candidate = this.chunks[at];
    if (candidate?.kind === 'adverb') return true;
    return candidate?.kind === 'mark' && /^["“”'’‘*_`]$/.test(this.normal(candidate.head));
  }

  protected normal(term: number): string {
    return this.terms[term]?.normal ?? '';
  }
}
