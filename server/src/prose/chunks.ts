import type { Term, WordClass } from './clause';
import { givenNames, roleNouns, teamNames } from './lexicon/actors';
import { isPhrasalVerb, isTransitivePhrasal } from './lexicon/deeds';
import { particles } from './lexicon/closedWords';
import { timeNouns } from './lexicon/openWords';

export type ChunkKind =
  | 'nounPhrase'
  | 'verbGroup'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'adjective'
  | 'adverb'
  | 'mark';

/** A run of terms that act as one: a noun phrase, a verb group, or a single tie or mark. `to` is exclusive. */
export interface Chunk {
  readonly kind: ChunkKind;
  readonly from: number;
  readonly to: number;
  /** For a noun phrase the term that carries its sense; for a verb group the main verb. */
  readonly head: number;
  /** For a verb group the end of its particle when that follows at once. */
  readonly particle?: string;
}

/** Groups the terms of a sentence into chunks; every term lies in exactly one. */
export function chunk(terms: readonly Term[]): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  while (from < terms.length) {
    const next = verbGroup(terms, from) ?? nounPhrase(terms, from) ?? single(terms, from);
    chunks.push(next);
    from = next.to;
  }
  return chunks;
}

function isVerb(tag: WordClass | undefined): boolean {
  return tag === 'verb' || tag === 'past' || tag === 'participle' || tag === 'gerund';
}

function isBetween(tag: WordClass | undefined): boolean {
  return tag === 'adverb' || tag === 'negation';
}

function verbGroup(terms: readonly Term[], from: number): Chunk | undefined {
  let at = from;
  let main = -1;
  while (at < terms.length) {
    const term = terms[at];
    if (!term) break;
    if (isVerb(term.tag)) {
      main = at;
      const continued = continuation(terms, at);
      if (continued === undefined) break;
      at = continued;
    } else if (term.tag === 'auxiliary' || term.tag === 'modal' || term.tag === 'to') {
      main = term.tag === 'to' ? main : at;
      at += 1;
    } else if (
      isBetween(term.tag) &&
      (at > from || term.tag === 'negation') &&
      leadsToVerb(terms, at, at > from)
    ) {
      at += 1;
    } else break;
  }
  if (main < 0 || (terms[from]?.tag === 'negation' && main === from)) return undefined;
  if (terms[from]?.tag === 'to' && !isVerb(terms[main]?.tag) && terms[main]?.tag !== 'auxiliary')
    return undefined;
  const end = main + 1;
  const lemma = terms[main]?.lemma ?? '';
  const after = terms[end];
  if (after && particles.has(after.normal) && after.tag !== 'noun' && isParticle(lemma, after)) {
    return { kind: 'verbGroup', from, to: end + 1, head: main, particle: after.normal };
  }
  return { kind: 'verbGroup', from, to: end, head: main };
}

/** A word that stands before a noun phrase is a particle only where the verb is known to take it: "took down the site", not "wired in series". */
function isParticle(lemma: string, after: Term): boolean {
  const phrasal = `${lemma} ${after.normal}`;
  if (after.tag !== 'preposition' || /^(?:up|down|out|off|back|away|apart)$/.test(after.normal))
    return isPhrasalVerb(phrasal);
  return isTransitivePhrasal(phrasal);
}

/** Where the group goes on after a verb that itself works as an auxiliary: "got picked up", "had to roll back", "is going to". */
function continuation(terms: readonly Term[], at: number): number | undefined {
  const term = terms[at];
  const next = terms[at + 1];
  if (!term || !next) return undefined;
  if (term.lemma === 'get' && next.tag === 'participle') return at + 1;
  if (next.tag !== 'to') return undefined;
  const isSemiModal =
    term.lemma === 'have' ||
    (term.normal === 'going' && terms[at - 1]?.lemma === 'be') ||
    (term.normal === 'used' && term.tag === 'past');
  return isSemiModal ? at + 1 : undefined;
}

function leadsToVerb(terms: readonly Term[], at: number, isInside: boolean): boolean {
  for (let index = at; index < terms.length; index += 1) {
    const tag = terms[index]?.tag;
    if (isBetween(tag)) continue;
    return isInside
      ? isVerb(tag) || tag === 'auxiliary'
      : tag === 'gerund' || tag === 'to' || tag === 'participle';
  }
  return false;
}

function nounPhrase(terms: readonly Term[], from: number): Chunk | undefined {
  const first = terms[from];
  if (!first) return undefined;
  if (first.tag === 'pronoun' && !/^(?:one|ones|others|none|someone|nobody|everyone)$/.test(first.normal)) {
    return { kind: 'nounPhrase', from, to: from + 1, head: from };
  }
  let at = from;
  let head = -1;
  while (at < terms.length) {
    const term = terms[at];
    if (!term || !belongs(terms, from, at, head)) break;
    if (term.tag === 'noun' || term.tag === 'name' || term.tag === 'pronoun') head = at;
    at += 1;
  }
  if (at === from) return undefined;
  if (head < 0) {
    // "the new one" aside: "this", "all 40", "the latter".
    const last = terms[at - 1];
    const hasOpener = first.tag === 'determiner' || first.tag === 'number';
    if (!hasOpener || !last) return { kind: 'adjective', from, to: at, head: at - 1 };
    head = at - 1;
  }
  return { kind: 'nounPhrase', from, to: at, head };
}

function belongs(terms: readonly Term[], from: number, at: number, head: number): boolean {
  const term = terms[at];
  const before = at > from ? terms[at - 1] : undefined;
  if (!term) return false;
  switch (term.tag) {
    case 'determiner':
      return (
        before === undefined ||
        before.tag === 'determiner' ||
        before.tag === 'possessive' ||
        (before.tag === 'adjective' && head < 0 && term.normal === 'other')
      );
    case 'adjective':
      return head < 0 || before?.tag === 'possessive' || before?.tag === 'number';
    case 'number':
      // "step 3", but not "in the end 4% of calls".
      if (head >= 0 && before?.tag !== 'possessive')
        return (
          /^\d+(?:\.\d+)*$/.test(term.normal) &&
          !timeNouns.has(before?.normal ?? '') &&
          before?.normal !== 'end' &&
          terms[at + 1]?.normal !== 'of'
        );
      return before?.tag !== 'pronoun';
    case 'noun':
      return before?.tag !== 'pronoun';
    case 'name':
      if (head < 0 || before?.tag !== 'noun') return true;
      return (
        !timeNouns.has(before.normal) &&
        (roleNouns.has(before.normal) || !(teamNames.has(term.normal) || givenNames.has(term.normal)))
      );
    case 'pronoun':
      return (
        /^(?:one|ones|others|none|someone|nobody|everyone)$/.test(term.normal) &&
        (before === undefined ||
          before.tag === 'determiner' ||
          before.tag === 'adjective' ||
          before.tag === 'number')
      );
    case 'possessive':
      return before !== undefined;
    case 'adverb':
      return (
        before?.tag === 'determiner' &&
        (/^(?:adjective|number)$/.test(terms[at + 1]?.tag ?? '') ||
          (/^(?:only|very|then|now|once|once|still)$/.test(term.normal) && terms[at + 1]?.tag === 'noun'))
      );
    default:
      return false;
  }
}

function single(terms: readonly Term[], from: number): Chunk {
  const kinds: Partial<Record<WordClass, ChunkKind>> = {
    preposition: 'preposition',
    conjunction: 'conjunction',
    subordinator: 'subordinator',
    relative: 'relative',
    adjective: 'adjective',
    mark: 'mark',
  };
  const tag = terms[from]?.tag ?? 'adverb';
  return { kind: kinds[tag] ?? 'adverb', from, to: from + 1, head: from };
}
