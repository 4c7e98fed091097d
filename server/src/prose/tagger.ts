import type { Term, WordClass } from './clause';
import { auxiliaryForms, closedWords, nominativePronouns, subjectPronouns } from './lexicon/closedWords';
import { nounVerbs } from './lexicon/verbs';
import { adjectives, gerundNouns, notVerbs, seldomVerbs, timeNouns } from './lexicon/openWords';
import { alwaysTeams, givenNames } from './lexicon/actors';
import { complementVerbs } from './lexicon/deeds';
import { tokenize, type Token } from './tokens';
import { analyseVerb, verbForm, withoutPrefix, type VerbAnalysis } from './verbForms';

/** What a word can be, before its neighbours are asked. */
interface Candidate {
  readonly token: Token;
  readonly closed: WordClass | undefined;
  readonly verb: VerbAnalysis | undefined;
  readonly isCapital: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the words of a sentence from left to right and says of each what it does there. */
export function tag(text: string): Term[] {
  return new Tagger(text).run();
}

class Tagger {
  private readonly candidates: Candidate[];
  private readonly terms: Mutable<Term>[] = [];
  /** Whether a finite verb has been read since the last boundary between clauses. */
  private hasFinite = false;
  private lastVerb: Term | undefined;

  constructor(text: string) {
    const tokens = tokenize(text);
    this.candidates = tokens.map((token, index) => candidateOf(token, isOpening(tokens, index)));
  }

  run(): Term[] {
    for (let index = 0; index < this.candidates.length; index += 1) {
      const candidate = this.candidates[index];
      if (candidate) this.push(candidate, this.decide(index, candidate));
    }
    return this.terms;
  }

  private push(candidate: Candidate, tagged: { tag: WordClass; lemma?: string; normal?: string }): void {
    const { token } = candidate;
    const isVerbal = /^(?:verb|past|participle|gerund)$/.test(tagged.tag);
    const normal = tagged.normal ?? token.normal;
    const lemma = tagged.lemma ?? (isVerbal ? (candidate.verb?.lemma ?? normal) : normal);
    const term = { text: token.text, span: token.span, normal, tag: tagged.tag, lemma };
    this.terms.push(term);
    if (isVerbal || tagged.tag === 'auxiliary' || tagged.tag === 'modal') {
      if (isVerbal) this.lastVerb = term;
      if (tagged.tag === 'verb' || tagged.tag === 'past' || tagged.tag === 'auxiliary' || tagged.tag === 'modal') this.hasFinite = true;
    }
    if (isBoundary(term)) this.hasFinite = false;
  }

  private decide(index: number, candidate: Candidate): { tag: WordClass; lemma?: string; normal?: string } {
    const { token, closed, verb } = candidate;
    if (token.isMark) return { tag: 'mark' };
    if (token.normal.startsWith("'") && token.span.start > 0) {
      const clitic = this.clitic(index, token.normal);
      if (clitic) return clitic;
    }
    if (/^[#$€£¥₹]?\p{N}/u.test(token.normal) || /^[$€£¥₹]/.test(token.normal)) {
      return { tag: /^\d+(?:st|nd|rd|th)$/.test(token.normal) ? 'adjective' : 'number' };
    }
    const special = this.special(index, token.normal);
    if (special) return special;
    const auxiliary = auxiliaryForms.get(token.normal);
    if (auxiliary) return this.auxiliary(index, auxiliary);
    if (closed) return { tag: closed };
    if (verb && this.canBeVerb(index, candidate)) {
      const form = this.verbForm(index, candidate, verb);
      if (form) return { tag: form };
    }
    // After "didn't" and "could" even a word that no lexicon holds is a verb.
    const helper = this.previous(index);
    if (helper && verb === undefined && (helper.tag === 'modal' || (helper.tag === 'auxiliary' && helper.lemma === 'do')) && !/ly$/.test(token.normal) && !adjectives.has(token.normal) && !candidate.isCapital) return { tag: 'verb' };
    const tag = openClass(candidate);
    // "the recovery key was": an adjective that is a noun as well.
    const isNounHere = tag === 'adjective' && this.terms[index - 1]?.tag === 'noun' && (seldomVerbs.has(token.normal) || isAlsoNoun(token.normal) || /^(?:key|main|standard|manual|original|total|native|public)$/.test(token.normal)) && !this.isNounLike(index + 1);
    return { tag: isNounHere ? 'noun' : tag };
  }

  /** 's, 'd, 're … after a word. */
  private clitic(index: number, normal: string): { tag: WordClass; lemma?: string; normal?: string } | undefined {
    const next = this.nextVerb(index);
    if (normal === "'d") {
      const isPerfect = next?.verb !== undefined && (next.verb.forms & verbForm.participle) !== 0 && (next.verb.forms & verbForm.base) === 0;
      const isBeen = next?.token.normal === 'been' || next?.token.normal === 'had' || next?.token.normal === 'done' || next?.token.normal === 'better';
      return isPerfect || isBeen ? { tag: 'auxiliary', lemma: 'have', normal: 'had' } : { tag: 'modal', normal: 'would' };
    }
    if (normal !== "'s") return undefined;
    const before = this.terms[index - 1];
    if (before?.normal === 'let') return { tag: 'pronoun', normal: 'us' };
    const isPronoun = before !== undefined && (before.tag === 'pronoun' || before.tag === 'relative' || before.tag === 'subordinator' || before.normal === 'that' || before.normal === 'this' || before.normal === 'here') && !/(?:body|one|who|other|else)$/.test(before.normal);
    const following = this.candidates[index + 1]?.token.normal ?? '';
    const isPredicate = /^(?:been|not|n't|the|a|an|going|gone|because|how|why|what|where|that|my|our|your|still|always|never|probably|only|just|no|also|now|had|got|down|up|in|on)$/.test(following) || before?.normal === 'who';
    if (!isPronoun && !isPredicate) return { tag: 'possessive' };
    const participle = next?.verb && (next.verb.forms & verbForm.participle) !== 0;
    const isHas = following === 'been' || following === 'had' || following === 'got' || (participle === true && /^(?:it|he|she|who|what)$/.test(before?.normal ?? '') && /^(?:gone|become|come|taken|happened|changed|grown|run)$/.test(next?.token.normal ?? ''));
    return { tag: 'auxiliary', lemma: isHas ? 'have' : 'be', normal: isHas ? 'has' : 'is' };
  }

  /** Words whose class only their neighbours show. */
  private special(index: number, normal: string): { tag: WordClass; lemma?: string } | undefined {
    const next = this.candidates[index + 1];
    const before = this.terms[index - 1];
    const following = next?.token.normal ?? '';
    const startsPhrase = next !== undefined && (next.closed === 'determiner' || next.closed === 'number' || /^[$€£]?\d/.test(following));
    switch (normal) {
      case 'to': {
        const after = next?.closed === 'adverb' || next?.closed === 'negation' ? this.candidates[index + 2] : next;
        if (!after || after.closed !== undefined || before?.normal === 'due' || before?.normal === 'according') return auxiliaryBase(after) ? { tag: 'to' } : { tag: 'preposition' };
        const isBase = auxiliaryBase(after) || (after.verb !== undefined && (after.verb.forms & verbForm.base) !== 0 && !after.isCapital);
        const wantsNoun = before !== undefined && /^(?:access|switch|fail|go|move|migrate|escalate|return|lead|led|point|down|up|back|from|route|ship|push|deploy|attach|listen|reply|respond|relate|assign|attribute|send|belong|change|amount)$/.test(before.lemma);
        return { tag: isBase && !(wantsNoun && seldomVerbs.has(after.verb?.lemma ?? '')) && !(wantsNoun && gerundNouns.has(after.token.normal)) ? 'to' : 'preposition' };
      }
      case 'that': {
        if (before && (before.tag === 'noun' || before.tag === 'name' || before.tag === 'pronoun') && startsPhrase) return { tag: this.lastVerb && complementVerbs.has(this.lastVerb.lemma) ? 'subordinator' : 'relative' };
        if (before && /^(?:noun|name|pronoun|number)$/.test(before.tag) && !startsPhrase) return { tag: 'relative' };
        if (before && isVerbTag(before.tag) && /[^s]s$/.test(following) && this.isNounLike(index + 1)) return { tag: 'subordinator' };
        if (before && (isVerbTag(before.tag) || before.tag === 'adjective' || before.tag === 'particle') && !this.isNounLike(index + 1)) return { tag: 'subordinator' };
        if (before && (isVerbTag(before.tag) || before.tag === 'adjective' || before.tag === 'noun') && this.verbFollows(index + 1)) return { tag: before.tag === 'noun' ? 'relative' : 'subordinator' };
        if (before?.tag !== 'preposition' && next && (next.closed === 'number' || /^[$€£]?\d/.test(following))) return { tag: 'subordinator' };
        if (before?.normal === 'so' || before?.normal === 'such' || before?.normal === 'now') return { tag: 'subordinator' };
        return { tag: this.isNounLike(index + 1) ? 'determiner' : 'pronoun' };
      }
      case 'past': return before?.tag === 'determiner' || before?.tag === 'possessive' ? { tag: 'noun' } : undefined;
      case 'since': case 'before': case 'after': return before?.tag === 'auxiliary' || next === undefined || next.token.isMark ? { tag: 'adverb' } : undefined;
      case 'each': case 'any': case 'another':
        if (next?.verb && (next.verb.forms & verbForm.base) !== 0 && next.closed === undefined) return { tag: 'determiner' };
        return { tag: this.isNounLike(index + 1) || startsPhrase ? 'determiner' : 'pronoun' };
      case 'this': case 'these': case 'those': case 'all': case 'some': case 'both': case 'most': case 'many': case 'few': case 'several': case 'neither': case 'either': case 'half': case 'enough': case 'more': case 'less':
        if ((normal === 'more' || normal === 'less') && next && (openClass(next) === 'adjective' || next.closed === 'conjunction')) return { tag: 'adverb' };
        return { tag: this.isNounLike(index + 1) || startsPhrase ? 'determiner' : normal === 'enough' ? 'adverb' : 'pronoun' };
      case 'or': return before?.normal === 'more' && following === 'less' ? { tag: 'adverb' } : undefined;
      case 'one': return this.isNounLike(index + 1) && before?.tag !== 'determiner' && before?.tag !== 'adjective' ? { tag: 'number' } : undefined;
      case 'first': case 'last': case 'next': case 'second': case 'third': case 'much': case 'little': case 'fewer':
        if (before?.tag === 'determiner' && next?.verb && !this.isNounLike(index + 1)) return { tag: 'noun' };
        return this.isNounLike(index + 1) || before?.tag === 'determiner' || startsPhrase ? undefined : { tag: normal === 'second' || normal === 'third' ? 'adjective' : 'adverb' };
      case 'his': case 'her':
        return { tag: this.isNounLike(index + 1) ? 'determiner' : 'pronoun' };
      case 'what': case 'which':
        if (normal === 'which' && following === 'of') return { tag: 'pronoun' };
        if (before?.tag !== 'mark' && this.isNounLike(index + 1) && normal === 'which' && before?.tag !== 'preposition' && before?.tag !== 'noun') return { tag: 'determiner' };
        return { tag: 'relative' };
      case 'whose': return { tag: 'determiner' };
      case 'no': return { tag: this.isNounLike(index + 1) || next?.token.normal === 'one' ? 'determiner' : 'adverb' };
      case 'like':
        if (before && (before.tag === 'modal' || before.tag === 'to' || before.normal === 'i' || before.normal === 'not')) return { tag: 'verb' };
        return { tag: 'preposition' };
      case 'there': return { tag: next && (auxiliaryForms.has(following) || /^'/.test(following) || next.closed === 'modal') ? 'pronoun' : 'adverb' };
      case 'so': return { tag: before === undefined || before.tag === 'mark' || before.tag === 'conjunction' ? 'subordinator' : 'adverb' };
      case 'once': if (before?.tag === 'auxiliary' || following === 'been') return { tag: 'adverb' }; return { tag: this.verbFollows(index + 1) && next?.closed !== 'preposition' && (next?.verb === undefined || next.closed !== undefined) ? 'subordinator' : 'adverb' };
      case 'when': case 'where': case 'why': case 'how': case 'while': return { tag: 'subordinator' };
      case 'others': return { tag: 'pronoun' };
      case 'well': case 'right': case 'back': case 'down': case 'up': case 'out': case 'off': case 'over': case 'in': case 'on': case 'away': case 'through': case 'around':
        return this.particleOrPreposition(index, normal);
      case 'left': case 'found': case 'saw': case 'felt': case 'lay': case 'fell': case 'won': case 'met': case 'led': case 'got': return undefined;
      case 'during': case 'following': case 'regarding': case 'including': case 'according': case 'concerning':
        if (normal === 'following' && before?.tag === 'determiner') return { tag: 'adjective' };
        return { tag: 'preposition' };
      case 'need': case 'dare': return undefined;
      case 'used': if (following === 'to' && before && !isVerbTag(before.tag) && before.tag !== 'auxiliary') return { tag: 'past', lemma: 'use' }; return undefined;
      case 'may': case 'might': case 'will': case 'can': case 'must':
        if (before && (before.tag === 'determiner' || before.tag === 'possessive' || (normal === 'may' && before.tag === 'preposition'))) return { tag: 'noun' };
        return normal === 'may' && candidateIsCapital(this.candidates[index]) ? { tag: 'name' } : { tag: 'modal' };
      case 'i': return { tag: 'pronoun' };
      case 'am': if (before?.tag === 'number') return { tag: 'noun' }; return undefined;
      case 'ok': case 'okay': return { tag: 'adjective' };
      default: return undefined;
    }
  }

  private particleOrPreposition(index: number, normal: string): { tag: WordClass } | undefined {
    const before = this.terms[index - 1];
    const next = this.candidates[index + 1];
    if (normal === 'well') return { tag: 'adverb' };
    if (normal === 'right') return { tag: before?.tag === 'determiner' || before?.tag === 'auxiliary' ? 'adjective' : 'adverb' };
    if (normal === 'back' || normal === 'away' || normal === 'down' || normal === 'out' || normal === 'off') {
      if (before && (before.tag === 'determiner' || before.tag === 'possessive')) return { tag: 'noun' };
      if (normal === 'back' || normal === 'away') return { tag: 'adverb' };
    }
    const startsNoun = next !== undefined && !next.token.isMark && next.token.normal !== 'to' && next.closed !== 'preposition' && next.closed !== 'conjunction' && next.closed !== 'subordinator' && next.closed !== 'adverb';
    return { tag: startsNoun ? 'preposition' : 'adverb' };
  }

  private auxiliary(index: number, form: { lemma: string; tense: string }): { tag: WordClass; lemma: string } {
    const next = this.nextVerb(index, true);
    const before = this.previous(index);
    const main = (): WordClass =>
      form.tense === 'past' ? 'past' : form.tense === 'participle' ? 'participle' : form.tense === 'gerund' ? 'gerund' : 'verb';
    if (form.lemma === 'do' && (form.tense === 'participle' || form.tense === 'gerund')) {
      if (form.tense === 'participle' && !before) return { tag: 'past', lemma: 'do' };
      return { tag: main(), lemma: 'do' };
    }
    if (form.lemma === 'do' && this.opensQuestion(index)) return { tag: 'auxiliary', lemma: 'do' };
    if (!next) return { tag: main(), lemma: form.lemma };
    if (form.lemma === 'do' && this.candidates[index + 1]?.closed === 'negation' && next.closed === undefined) return { tag: 'auxiliary', lemma: 'do' };
    const forms = formsOf(next);
    const wanted =
      form.lemma === 'be' ? verbForm.participle | verbForm.gerund : form.lemma === 'have' ? verbForm.participle : verbForm.base;
    const isAuxiliary = (forms & wanted) !== 0 && !(form.lemma === 'be' && adjectives.has(next.token.normal)) && !(form.lemma !== 'be' && next.closed === 'determiner');
    return { tag: isAuxiliary ? 'auxiliary' : main(), lemma: form.lemma };
  }

  /** "Did anyone check …?", "How does this …?" */
  private opensQuestion(index: number): boolean {
    const before = this.terms[index - 1];
    const isFirst = before === undefined || before.tag === 'mark' || before.tag === 'conjunction' || before.tag === 'subordinator' || before.tag === 'relative';
    return isFirst && this.candidates.at(-1)?.token.text.endsWith('?') === true;
  }

  /** The next word that is no adverb and no negation; `undefined` when it is a mark or the end. */
  private nextVerb(index: number, isAfterAuxiliary = false): Candidate | undefined {
    for (let at = index + 1; at < this.candidates.length; at += 1) {
      const candidate = this.candidates[at];
      if (!candidate || candidate.token.isMark) return undefined;
      const { closed, token } = candidate;
      const isSkipped = (isAfterAuxiliary && token.normal === 'since') || closed === 'negation' || closed === 'adverb' || token.normal === 'not' || (/ly$/.test(token.normal) && !adjectives.has(token.normal)) || (isAfterAuxiliary && (token.normal === 'all' || token.normal === 'both' || token.normal === 'each'));
      if (!isSkipped) return candidate;
    }
    return undefined;
  }

  /** The term before, adverbs, negations and bracketing marks left out. */
  private previous(index: number): Term | undefined {
    for (let at = index - 1; at >= 0; at -= 1) {
      const term = this.terms[at];
      if (!term) return undefined;
      if (term.tag === 'adverb' || term.tag === 'negation' || term.tag === 'particle' || (term.tag === 'mark' && /["“”'’‘*_`]/.test(term.text))) continue;
      return term;
    }
    return undefined;
  }

  private canBeVerb(index: number, { token, isCapital, verb }: Candidate): boolean {
    if (notVerbs.has(token.normal)) return false;
    if (/^(?:sprint|spring|march|may)$/.test(token.normal) && isCapital) return false;
    if (isCapital && index > 0 && (verb?.forms ?? 0) <= verbForm.third) return false;
    return !(isCapital && index > 0 && this.terms[index - 1]?.tag !== 'mark' && /[a-z]/.test(token.text) && !/ed$/.test(token.normal));
  }

  private verbForm(index: number, candidate: Candidate, verb: VerbAnalysis): WordClass | undefined {
    const before = this.previous(index);
    const { forms } = verb;
    if (before && (before.tag === 'to' || before.tag === 'modal' || (before.tag === 'auxiliary' && before.lemma === 'do')) && (forms & verbForm.base) !== 0) return 'verb';
    if ((forms & verbForm.gerund) !== 0) return this.gerund(index, candidate, before);
    if ((forms & (verbForm.past | verbForm.participle)) !== 0) return this.pastOrParticiple(index, candidate, verb, before);
    if ((forms & verbForm.third) !== 0) return this.third(index, candidate, verb, before);
    return this.base(index, candidate, verb, before);
  }

  private gerund(index: number, { token, verb }: Candidate, before: Term | undefined): WordClass | undefined {
    const next = this.candidates[index + 1];
    const takesObject = next !== undefined && (next.closed === 'determiner' || next.closed === 'pronoun' || next.closed === 'relative' || next.closed === 'number');
    if (before?.lemma === 'be' && adjectives.has(token.normal)) return undefined;
    if (before?.tag === 'auxiliary' && before.lemma === 'be') return 'gerund';
    if (/^be|get$/.test(before?.lemma ?? '') && before?.tag !== 'noun' && !gerundNouns.has(token.normal)) return 'gerund';
    if (verb?.isKnown !== true && !/^(?:to|by|while|when|before|after)$/.test(before?.normal ?? '') && !takesObject) return undefined;
    if (before && this.terms[index - 1] === before && (before.tag === 'determiner' || before.tag === 'adjective' || before.tag === 'possessive' || before.tag === 'number')) return takesObject && before.tag !== 'determiner' ? 'gerund' : undefined;
    if (gerundNouns.has(token.normal) && (!takesObject || this.terms[index - 1]?.tag === 'noun')) return undefined;
    return 'gerund';
  }

  private pastOrParticiple(index: number, candidate: Candidate, verb: VerbAnalysis, before: Term | undefined): WordClass | undefined {
    const { forms, lemma } = verb;
    const word = candidate.token.normal;
    const next = this.candidates[index + 1];
    const adjacent = this.terms[index - 1];
    const isPastOnly = (forms & verbForm.participle) === 0;
    if (before?.tag === 'auxiliary' && before.lemma !== 'do') return 'participle';
    if (before && before.lemma === 'get' && isVerbTag(before.tag) && adjacent === before && !isPastOnly) return 'participle';
    if (before && before.lemma === 'be' && !isPastOnly) return 'participle';
    if (before && /^(?:have|had|keep|get|leave|need|want|make)$/.test(before.lemma) && isVerbTag(before.tag) && !isPastOnly && adjacent === before) return 'participle';
    const opens = adjacent && (adjacent.tag === 'determiner' || adjacent.tag === 'possessive' || adjacent.tag === 'adjective' || adjacent.tag === 'number' || (adjacent.tag === 'preposition' && adjacent.normal !== 'before' && adjacent.normal !== 'than' && adjacent.normal !== 'as' && adjacent.normal !== 'in'));
    if (opens) {
      if (isPastOnly && adjacent.tag === 'number') return 'past';
      if ((adjacent.tag === 'number' || adjacent.tag === 'adjective') && !this.isNounLike(index + 1)) return this.hasFinite && adjacent.tag === 'adjective' ? 'participle' : 'past';
      if (isPastOnly && adjacent.tag === 'determiner' && /^(?:the|an?|my|our|your|his|her|its|their|every)$/.test(adjacent.normal)) return undefined;
      if (isPastOnly && adjacent.tag !== 'preposition' && word !== 'saw') return 'past';
      if ((forms & verbForm.base) !== 0 || word === 'left' || word === 'saw' || word === 'set') return adjacent.tag === 'preposition' && word === 'left' ? 'past' : undefined;
      return 'adjective';
    }
    // "Outages come", "the jobs run": the participle looks like the base.
    const isBaseToo = (forms & verbForm.base) !== 0 && (forms & verbForm.past) === 0;
    if (isBaseToo && before && !this.hasFinite && (/^(?:i|we|you|they|who|that|which)$/.test(before.normal) || (before.tag === 'noun' && /[^s]s$/.test(before.normal)))) return 'verb';
    if ((forms & verbForm.past) === 0) return 'participle';
    if (before && (subjectPronouns.has(before.normal) || before.tag === 'relative') && before.normal !== 'it' && before.normal !== 'you') return 'past';
    if (before && (before.normal === 'it' || before.normal === 'you')) return this.hasFinite && this.isObjectPronoun(index) && !isPastOnly ? 'participle' : 'past';
    if (isPastOnly) return 'past';
    if (before === undefined || before.tag === 'mark') return this.afterMark(index, before, next);
    if (before.tag === 'conjunction') return this.afterConjunction(index, candidate);
    if (before.tag === 'preposition' && (forms & verbForm.base) !== 0) return undefined;
    if (before.tag === 'subordinator' || before.tag === 'preposition') return /^(?:when|if|as|once|until|unless|while|than|though|where|before|after|in)$/.test(before.normal) ? 'participle' : 'past';
    if (before.tag === 'noun' || before.tag === 'name' || before.tag === 'pronoun' || before.tag === 'number') return this.afterNoun(index, lemma, (forms & verbForm.base) !== 0);
    if (isVerbTag(before.tag)) {
      if (this.isNounLike(index + 1) && (forms & verbForm.base) === 0 && !(before.tag === 'participle' && this.isRelativeEnd(index))) return 'adjective';
      return this.isRelativeEnd(index) ? 'past' : 'participle';
    }
    return 'past';
  }

  /** Whether the verb before may end a relative clause, so that this verb is the main one: "the engineer who left broke it". */
  private isRelativeEnd(index: number): boolean {
    return this.terms.slice(0, index).some((term) => term.tag === 'relative' || term.normal === 'who' || term.normal === 'whoever' || term.tag === 'subordinator') || this.hasContactClause(index);
  }

  /** "The patch I merged …": a subject pronoun right after a noun. */
  private hasContactClause(index: number): boolean {
    return this.terms.some((term, at) => at > 0 && at < index && nominativePronouns.has(term.normal) && this.terms[at - 1]?.tag === 'noun');
  }

  private isObjectPronoun(index: number): boolean {
    const before = this.terms[index - 2];
    return before !== undefined && (isVerbTag(before.tag) || before.tag === 'preposition');
  }

  private afterMark(index: number, before: Term | undefined, next: Candidate | undefined): WordClass {
    const isFollowedByAgent = next?.token.normal === 'by';
    if (before === undefined) {
      // "Confused by the graph, I …" against "Rolled back the deploy, then paged Payments".
      const hasSubjectLater = this.candidates.some((candidate, at) => at > index && this.candidates[at - 1]?.token.text === ',' && (nominativePronouns.has(candidate.token.normal) || candidate.closed === 'determiner'));
      return hasSubjectLater && (isFollowedByAgent || next?.closed === 'preposition') && (isFollowedByAgent || next.token.normal === 'in' || next.token.normal === 'with') ? 'participle' : 'past';
    }
    if (isFollowedByAgent) return 'participle';
    // "was traced, tagged and binned"
    const isSeries = this.lastVerb?.tag === 'participle' && (next === undefined || next.token.isMark || next.closed === 'conjunction');
    return isSeries && this.terms.some((term) => term.tag === 'auxiliary') ? 'participle' : 'past';
  }

  private afterConjunction(index: number, candidate: Candidate): WordClass {
    const next = this.candidates[index + 1];
    const last = this.lastVerb;
    const hasObject = next !== undefined && !next.token.isMark && (next.closed === 'determiner' || next.closed === 'pronoun' || next.closed === 'number' || next.isCapital || next.closed === 'relative' || (next.closed === undefined && (next.verb === undefined || openClass(next) === 'noun')));
    if (last?.tag === 'participle' && !hasObject && candidate.verb?.isKnown === true && !this.isIntransitive(candidate.verb.lemma)) {
      const auxiliary = this.terms.findLast((term) => term.tag === 'auxiliary' || term.normal === 'got');
      return auxiliary && auxiliary.lemma !== 'have' && !this.terms.slice(this.terms.indexOf(auxiliary)).some((term) => term.tag === 'mark' && /[;:—–]/.test(term.text)) ? 'participle' : 'past';
    }
    return 'past';
  }

  private afterNoun(index: number, lemma: string, isBaseToo: boolean): WordClass | undefined {
    const next = this.candidates[index + 1];
    const following = next?.token.normal ?? '';
    const isObjectNoun = this.hasFinite;
    if (!isObjectNoun) {
      const seemsReduced = following === 'by' || ((next?.closed === 'preposition' || next?.closed === 'adverb') && !this.isIntransitive(lemma) && this.finiteFollows(index + 1));
      if (seemsReduced) return 'participle';
      if (isBaseToo && this.isNounLike(index + 1) && next?.closed !== 'determiner' && seldomVerbs.has(lemma)) return undefined;
      // "the payroll run reads the calendar"
      if (isBaseToo && next?.verb !== undefined && (next.verb.forms & (verbForm.third | verbForm.past)) !== 0 && next.closed === undefined) return undefined;
      return 'past';
    }
    if (following === 'by' && lemma !== 'go' && lemma !== 'stop') return 'participle';
    const last = this.lastVerb;
    const noun = this.terms[index - 1];
    if (last && complementVerbs.has(last.lemma) && !this.precededByPreposition(index)) return 'past';
    if (noun && this.isContactSubject(index)) return 'past';
    if (this.isRelativeEnd(index) && !this.finiteInRelative(index)) return 'past';
    if (isBaseToo && !this.startsObject(index + 1)) return undefined;
    return this.startsObject(index + 1) && last?.tag !== 'past' ? 'past' : this.startsObject(index + 1) && this.isRelativeEnd(index) ? 'past' : 'participle';
  }

  private finiteInRelative(index: number): boolean {
    return this.terms[index - 1]?.tag !== 'noun';
  }

  /** Whether two noun phrases stand side by side, so that the second is the subject of a relative clause: "a bug the vendor introduced". */
  private isContactSubject(index: number): boolean {
    let at = index - 1;
    while (at >= 0 && /^(?:noun|name|adjective|number|possessive)$/.test(this.terms[at]?.tag ?? '')) at -= 1;
    const opener = this.terms[at];
    if (opener?.tag === 'determiner') return /^(?:noun|name)$/.test(this.terms[at - 1]?.tag ?? '');
    const noun = this.terms[index - 1];
    return noun?.tag === 'name' && /^(?:noun)$/.test(this.terms[index - 2]?.tag ?? '');
  }

  private precededByPreposition(index: number): boolean {
    let at = index - 1;
    while (at >= 0 && /^(?:noun|name|adjective|number|possessive|determiner)$/.test(this.terms[at]?.tag ?? '')) at -= 1;
    return this.terms[at]?.tag === 'preposition' && this.terms[at]?.normal !== 'of';
  }

  private isIntransitive(lemma: string): boolean {
    return /^(?:go|come|fall|rise|arrive|happen|occur|sit|stand|fail|crash|die|vanish|disappear|work|wait|lapse|expire|stay|remain|run|look|appear|seem|agree|drop|climb|spike|decide|start|begin|turn|end|grow)$/.test(lemma);
  }

  private third(index: number, candidate: Candidate, verb: VerbAnalysis, before: Term | undefined): WordClass | undefined {
    if (!before) return undefined;
    if (isVerbTag(before.tag) && before === this.terms[index - 1]) return undefined;
    const isPlain = !isNounVerb(candidate) && !/^(?:determiner|possessive|adjective|number|preposition)$/.test(this.terms[index - 1]?.tag ?? '');
    if (isPlain) return 'verb';
    if (subjectPronouns.has(before.normal) || before.tag === 'relative') return this.isNounLike(index + 1) && before.tag === 'determiner' ? undefined : before.tag === 'determiner' ? undefined : 'verb';
    if (before.tag === 'conjunction' && this.lastVerb?.tag === 'verb') return this.startsComplement(index + 1) && !this.finiteFollows(index + 1) ? 'verb' : undefined;
    if (this.isPluralPhrase(index)) return undefined;
    if (this.hasFinite || !(before.tag === 'noun' || before.tag === 'name')) return undefined;
    if (this.finiteFollows(index + 1) || nominativePronouns.has(this.candidates[index + 1]?.token.normal ?? '')) return undefined;
    const next = this.candidates[index + 1];
    const isCompoundNoun = seldomVerbs.has(verb.lemma) && (next === undefined || next.token.isMark || !this.startsComplement(index + 1));
    return isCompoundNoun ? undefined : 'verb';
  }

  /** "all configuration changes", "two deploys": after a word that wants a plural the singular noun before is no subject. */
  private isPluralPhrase(index: number): boolean {
    let at = index - 1;
    while (at >= 0 && /^(?:noun|name|adjective)$/.test(this.terms[at]?.tag ?? '')) at -= 1;
    const opener = this.terms[at];
    return opener !== undefined && at < index - 1 && !/[^s]s$/.test(this.terms[index - 1]?.normal ?? '') && (/^(?:all|these|those|both|many|few|several|other|most)$/.test(opener.normal) || (opener.tag === 'number' && opener.normal !== 'one' && opener.normal !== '1'));
  }

  private base(index: number, candidate: Candidate, verb: VerbAnalysis, before: Term | undefined): WordClass | undefined {
    if (before && /^(?:noun|name|pronoun|determiner|number)$/.test(before.tag) && this.awaitsInfinitive(index)) return 'verb';
    const isNoun = openClass(candidate) !== 'adjective' ? isNounVerb(candidate) : true;
    const adjacent = this.terms[index - 1];
    if (adjacent && (adjacent.tag === 'determiner' || adjacent.tag === 'possessive' || adjacent.tag === 'number' || adjacent.tag === 'preposition' || (adjacent.tag === 'adjective' && this.terms[index - 2]?.tag === 'determiner'))) return undefined;
    if (before && /^(?:i|we|you|they|who)$/.test(before.normal)) return adjectives.has(candidate.token.normal) && seldomVerbs.has(verb.lemma) ? undefined : 'verb';
    if (before && (before.normal === 'let' || before.lemma === 'help' || before.lemma === 'please')) return 'verb';
    if (before && /^(?:he|she|it|him|her|them|me|us)$/.test(before.normal)) {
      const causative = this.terms.slice(0, index).findLast((term) => isVerbTag(term.tag));
      return causative && /^(?:let|make|help|watch|see|have|hear)$/.test(causative.lemma) ? 'verb' : isNoun ? undefined : 'verb';
    }
    if (!isNoun && !adjectives.has(candidate.token.normal)) return 'verb';
    if (before && (before.tag === 'noun' || before.tag === 'name')) {
      const last = this.lastVerb;
      if (last && /^(?:let|make|help)$/.test(last.lemma) && this.hasFinite && !this.isNounLike(index + 1)) return 'verb';
      if (last?.lemma === 'have' && this.startsObject(index + 1) && this.candidates[index + 1]?.closed !== undefined && this.hasFinite) return 'verb';
      if (/[^s]s$/.test(before.normal) && before.tag === 'noun' && !this.hasFinite && this.startsComplement(index + 1) && !this.finiteFollows(index + 1) && !adjectives.has(candidate.token.normal)) return 'verb';
      return undefined;
    }
    const takesObject = this.startsObject(index + 1);
    if (before === undefined || before.tag === 'mark' || before.tag === 'subordinator') return takesObject && !this.finiteFollows(index + 1) && (before === undefined || before.text === ':' || this.lastVerb?.tag === 'verb') && !adjectives.has(candidate.token.normal) ? 'verb' : undefined;
    if (before.tag === 'conjunction' && this.lastVerb?.tag === 'verb' && !/^(?:be|have)$/.test(this.lastVerb.lemma)) return takesObject || !seldomVerbs.has(verb.lemma) ? (this.candidates[index + 1]?.token.isMark === true && !takesObject ? undefined : 'verb') : undefined;
    if (before.tag === 'relative' && (before.normal === 'that' || before.normal === 'which')) return 'verb';
    return undefined;
  }

  /** Whether "did" of a question still waits for its verb, which is this word unless a noun goes on. */
  private awaitsInfinitive(index: number): boolean {
    const last = this.terms.slice(0, index).findLast((term) => term.tag === 'auxiliary' || isVerbTag(term.tag));
    const next = this.candidates[index + 1];
    return last?.tag === 'auxiliary' && last.lemma === 'do' && (next === undefined || next.closed !== undefined || next.token.isMark) && this.terms[index - 1]?.tag !== 'determiner';
  }

  /** Whether a noun phrase without determiner, or the noun after one, can begin here. */
  private isNounLike(index: number): boolean {
    const candidate = this.candidates[index];
    if (!candidate || candidate.token.isMark) return false;
    const { closed, verb, token } = candidate;
    if (closed) return closed === 'number' || (closed === 'determiner' && /^(?:other|own|same|last|next|first|second|third|few|many|more|most|less|previous|much)$/.test(token.normal)) || token.normal === 'one' || token.normal === 'ones';
    if (auxiliaryForms.has(token.normal) || token.normal.startsWith("'")) return false;
    if (/ly$/.test(token.normal) && !adjectives.has(token.normal)) return this.isNounLike(index + 1);
    if (!verb || notVerbs.has(token.normal)) return true;
    if ((verb.forms & verbForm.third) !== 0) return isNounVerb(candidate) && !this.startsObject(index + 1);
    if ((verb.forms & verbForm.base) !== 0) return isNounVerb(candidate) || adjectives.has(token.normal);
    if ((verb.forms & verbForm.gerund) !== 0) return true;
    const next = this.candidates[index + 1];
    return (verb.forms & verbForm.participle) !== 0 && next !== undefined && !next.token.isMark && next.closed === undefined && !auxiliaryForms.has(next.token.normal);
  }

  private startsObject(index: number): boolean {
    const next = this.candidates[index];
    return next !== undefined && !next.token.isMark && (next.closed === 'determiner' || next.closed === 'number' || (next.closed === 'pronoun' && next.token.normal !== 'there') || next.isCapital || /^[$€£]?\d/.test(next.token.normal) || (next.closed === undefined && !auxiliaryForms.has(next.token.normal) && (next.verb === undefined || (next.verb.forms & verbForm.third) !== 0)));
  }

  private startsComplement(index: number): boolean {
    const next = this.candidates[index];
    if (!next || next.token.isMark) return true;
    return this.startsObject(index) || next.closed === 'preposition' || next.closed === 'adverb' || next.closed === 'relative' || next.closed === 'subordinator' || next.closed === 'conjunction' || /ly$/.test(next.token.normal) || adjectives.has(next.token.normal) || (next.verb !== undefined && (next.verb.forms & verbForm.gerund) !== 0) || next.token.normal === 'to' || next.token.normal === 'that';
  }

  /** Whether a verb that must be finite comes before the next boundary between clauses. */
  private finiteFollows(index: number): boolean {
    for (let at = index; at < this.candidates.length; at += 1) {
      const candidate = this.candidates[at];
      if (!candidate) return false;
      const { token, closed, verb } = candidate;
      if (token.isMark ? /[,;:.?!—–(]/.test(token.text) : closed === 'subordinator' || closed === 'relative' || closed === 'conjunction' || nominativePronouns.has(token.normal) || token.normal === 'that') return false;
      if (token.normal === 'to') { at += 1; continue; }
      if (closed === 'modal') return true;
      const auxiliary = auxiliaryForms.get(token.normal);
      if (auxiliary && (auxiliary.tense === 'past' || auxiliary.tense === 'present')) return true;
      if (token.normal === "'s" && /^(?:been|not|gone)$/.test(this.candidates[at + 1]?.token.normal ?? '')) return true;
      const previous = this.candidates[at - 1];
      const followsNoun = previous !== undefined && at > index && (previous.closed === undefined || previous.closed === 'adverb' || previous.closed === 'pronoun' || previous.closed === 'number') && !adjectives.has(previous.token.normal);
      if (verb && closed === undefined && (verb.forms & verbForm.past) !== 0 && !notVerbs.has(token.normal) && followsNoun && !this.isContactLookahead(at)) return true;
    }
    return false;
  }

  private isContactLookahead(at: number): boolean {
    const previous = this.candidates[at - 1];
    const before = this.candidates[at - 2];
    return previous?.isCapital === true && before !== undefined && before.closed === undefined && !before.isCapital;
  }

  /** Whether what begins here is a clause: a subject, then a verb before the next mark. */
  private verbFollows(index: number): boolean {
    for (let at = index; at < Math.min(this.candidates.length, index + 9); at += 1) {
      const candidate = this.candidates[at];
      if (!candidate || (candidate.token.isMark && /[,;:.?!—–]/.test(candidate.token.text))) return false;
      if (candidate.closed === 'modal' || auxiliaryForms.has(candidate.token.normal)) return true;
      if (candidate.verb && candidate.closed === undefined && at > index && (candidate.verb.forms & (verbForm.past | verbForm.third)) !== 0) return true;
      if (at > index && candidate.verb && nominativePronouns.has(this.candidates[at - 1]?.token.normal ?? '')) return true;
    }
    return false;
  }
}

function candidateOf(token: Token, isOpeningWord: boolean): Candidate {
  const closed = token.isMark ? 'mark' : closedWords.get(token.normal);
  const hasCapital = /^\p{Lu}/u.test(token.text);
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(token.text);
  const isKnownName = isOpeningWord && hasCapital && (givenNames.has(token.normal) || alwaysTeams.has(token.normal));
  const isCapital = hasCapital && token.normal !== 'i' && (!isOpeningWord || isAcronym || isKnownName);
  return { token, closed: isAcronym && closed !== undefined && closed !== 'negation' && closed !== 'conjunction' && token.normal !== 'no' ? undefined : closed, verb: closed === undefined || /^(?:like|back|down|out|up)$/.test(token.normal) ? analyseVerb(token.normal) : undefined, isCapital };
}

/** Whether a capital here shows nothing: first word of the sentence, or after a colon or an opening quote. */
function isOpening(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index).findLast((token) => !/^["“”'‘’(*_`-]$/.test(token.text));
  return before === undefined || /^[.?!:…]$/.test(before.text);
}

function candidateIsCapital(candidate: Candidate | undefined): boolean {
  return candidate?.isCapital ?? false;
}

function auxiliaryBase(candidate: Candidate | undefined): boolean {
  return candidate !== undefined && /^(?:be|have|do)$/.test(candidate.token.normal);
}

function formsOf(candidate: Candidate): number {
  const auxiliary = auxiliaryForms.get(candidate.token.normal);
  if (auxiliary) {
    return auxiliary.lemma === 'have' && auxiliary.tense === 'past' ? verbForm.participle : auxiliary.tense === 'participle' ? verbForm.participle : auxiliary.tense === 'gerund' ? verbForm.gerund : /^(?:be|have|do)$/.test(candidate.token.normal) ? verbForm.base : 0;
  }
  return candidate.closed !== undefined || notVerbs.has(candidate.token.normal) ? 0 : (candidate.verb?.forms ?? 0);
}

function isNounVerb({ token, verb }: Candidate): boolean {
  return verb !== undefined && (isAlsoNoun(verb.lemma) || isAlsoNoun(withoutPrefix(verb.lemma) ?? '') || token.normal.includes('-'));
}

function openClass({ token, isCapital, verb }: Candidate): WordClass {
  const { normal, text } = token;
  if (/^\{\{/.test(text)) return 'noun';
  if (isCapital && !timeNouns.has(normal)) return 'name';
  if (adjectives.has(normal) || notVerbs.has(normal) && normal.endsWith('ed')) return 'adjective';
  if (/ly$/.test(normal) && normal.length > 4 && !/^(?:supply|reply|family|assembly|anomaly|fly|july|monopoly|italy|ally|bully|tally|rally|folly|early|daily|weekly|monthly|hourly|quarterly|yearly|nightly|friendly|costly|ugly|silly|unlikely|likely|lovely|lonely|deadly|orderly|timely)$/.test(normal)) return 'adverb';
  if (/(?:able|ible|ful|less|ous|ish|ive|ical|ical|ary|ial|onal|ic|est)$/.test(normal) && normal.length > 5 && !verb && !/^(?:metric|logic|traffic|topic|public|music|clinic|archive|drive|executive|initiative|objective|perspective|alternative|variable|table|cable|arrive|summary|library|canary|salary|boundary|dictionary|diary|secretary|january|february|panic|critic|mechanic|statistic|diagnostic|heuristic|characteristic|basic|trial|material|serial|tutorial|credential|potential|testimonial|request|test|guest|forest|interest|manifest|ingest|digest|harvest|arrest|west|representative|native|adjective|motive|narrative|relative|detective|collective|incentive|directive|negative|positive|handful|spoonful|timetable|syllable|vegetable|hive|olive|parish|finish|publish|dish|fish|english|spanish)$/.test(normal)) return 'adjective';
  return 'noun';
}

function isVerbTag(tag: WordClass): boolean {
  return tag === 'verb' || tag === 'past' || tag === 'participle' || tag === 'gerund';
}

/** Whether a new clause may begin after the term, so that another finite verb is to be expected. */
function isBoundary(term: Term): boolean {
  return (term.tag === 'mark' && /[,;:.?!—–()…]|--/.test(term.text)) || term.tag === 'conjunction' || term.tag === 'subordinator' || term.tag === 'relative' || nominativePronouns.has(term.normal) || (term.tag === 'preposition' && /^(?:after|before|since|until|till)$/.test(term.normal));
}

function isAlsoNoun(lemma: string): boolean {
  return nounVerbs.has(lemma) || seldomVerbs.has(lemma);
}
