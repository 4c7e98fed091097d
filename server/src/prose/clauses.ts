import { readActor } from './actors';
import { chunk, type Chunk } from './chunks';
import type { Actor, Clause, Term, VerbGroup } from './clause';
import { clauseOpeningPrepositions, nominativePronouns } from './lexicon/closedWords';
import { deedsOf, ditransitiveVerbs } from './lexicon/deeds';
import { timeNouns } from './lexicon/openWords';
import { singular } from './nouns';
import { tag } from './tagger';
import { readVerbGroup } from './verbGroups';

/** The words of one sentence and its clauses, in the order of their verbs. Spans are UTF-16 offsets in `text`; never throws. */
export function readClauses(text: string): { terms: readonly Term[]; clauses: readonly Clause[] } {
  const terms = tag(text);
  return { terms, clauses: new SentenceParser(text, terms).run() };
}

/** A subject that was found: its noun phrases from the first to the last. */
interface Subject {
  readonly actor: Actor | undefined;
  readonly isOwn: boolean;
  readonly connective: string | undefined;
  readonly isSubordinate: boolean;
  /** First chunk of the clause. */
  readonly start: number;
  /** Whether a relative clause interrupts what the subject belongs to. */
  readonly isRelative: boolean;
}

interface Draft {
  readonly clause: Clause;
  readonly subject: Subject;
  readonly chunk: number;
  readonly isFinite: boolean;
}

class SentenceParser {
  private readonly chunks: readonly Chunk[];
  private readonly drafts: Draft[] = [];
  /** Chunks that are the subject of a clause that is no relative clause. */
  private readonly claimed = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly terms: readonly Term[],
  ) {
    this.chunks = chunk(terms);
  }

  run(): Clause[] {
    for (let index = 0; index < this.chunks.length; index += 1) {
      if (this.chunks[index]?.kind === 'verbGroup') this.readClause(index);
    }
    if (this.drafts.length === 0) return this.fragment();
    return this.drafts.map((draft, at) => ({ ...draft.clause, span: this.clauseSpan(draft, this.drafts[at + 1]) }));
  }

  private readClause(index: number): void {
    const group = this.chunks[index];
    if (!group) return;
    const inverted = this.inverted(index);
    if (inverted === 'skip') return;
    const last = inverted === undefined ? group : this.chunks[inverted.verb];
    if (!last) return;
    const after = inverted === undefined ? index : inverted.verb;
    const object = this.objectAfter(after);
    const spoken = readVerbGroup(this.text, this.terms, group, last, { object: object?.head, isSeparate: inverted !== undefined, particle: this.separatedParticle(after) });
    const verb = this.inherited(index, spoken);
    const isFinite = verb.tense === 'past' || verb.tense === 'present' || verb.tense === 'future';
    const subject = inverted === undefined ? (isFinite ? this.finiteSubject(index, verb.deeds) : this.nonFiniteSubject(index, verb.tense)) : { ...this.own(inverted.subject, this.connectiveBefore(index)), start: index };
    const isPassive = verb.voice === 'passive';
    const direct = object === undefined ? undefined : this.directObject(after, object.chunk, verb.lemma);
    const clause: Clause = {
      span: { start: 0, end: 0 },
      subject: subject.actor,
      hasOwnSubject: subject.isOwn,
      // "A rollback was performed" tells of the deed that its subject names.
      verb: isPassive && subject.actor ? { ...verb, deeds: deedsOf(verb.lemma, singular(subject.actor.head)) } : verb,
      object: isPassive || direct === undefined ? undefined : this.spanOf(direct, this.chainEnd(direct, true)),
      affected: object === undefined || isPassive ? undefined : this.actorAt(object.chunk),
      agent: isPassive ? this.agentAfter(after) : undefined,
      connective: subject.connective,
      isSubordinate: subject.isSubordinate || (inverted !== undefined && subject.connective === undefined && /^(?:had|were|should)$/.test(this.terms[group.head]?.normal ?? '') && !this.text.trimEnd().endsWith('?')),
    };
    this.drafts.push({ clause, subject, chunk: after, isFinite });
  }

  /** "was traced, tagged and binned", "to slow down and think": a verb without auxiliary shares the one before. */
  private inherited(index: number, verb: VerbGroup): VerbGroup {
    const group = this.chunks[index];
    const before = this.chunks[index - 1];
    const last = this.drafts.at(-1)?.clause.verb;
    if (!group || !last || (before?.kind !== 'conjunction' && before?.kind !== 'mark') || group.from !== group.head) return verb;
    const { tag: form, lemma } = this.terms[group.head] ?? {};
    if (form === 'participle' && (last.voice === 'passive' || last.isPerfect)) return { ...verb, tense: last.tense, voice: last.voice, isPerfect: last.isPerfect, modal: last.modal };
    const isBase = form === 'verb' && this.normal(group.head) === lemma && before.kind === 'conjunction';
    return isBase && (last.tense === 'infinitive' || last.modal !== undefined) ? { ...verb, tense: last.tense, modal: last.modal } : verb;
  }

  /** "Had the squad read", "did anyone check": the auxiliary, its subject and the verb stand apart. */
  private inverted(index: number): { subject: number; verb: number } | 'skip' | undefined {
    const group = this.chunks[index];
    const before = this.chunks[index - 1];
    if (!group) return undefined;
    const head = this.terms[group.head];
    if (this.drafts.some((draft) => draft.chunk === index)) return 'skip';
    if (head === undefined || !/^(?:had|have|has|did|do|does|should|were|was|is|are|am|could|can|would|will|must)$/.test(head.normal)) return undefined;
    const opens = before === undefined || before.kind === 'mark' || before.kind === 'conjunction' || before.kind === 'relative' || (before.kind === 'subordinator' && /^(?:how|why|when|where)$/.test(this.normal(before.head))) || (before.kind === 'adverb' && /^(?:never|only|nor|not|so)$/.test(this.normal(before.head)));
    const subject = this.chunks[index + 1];
    if (subject?.kind !== 'nounPhrase') return undefined;
    // "Only then did I …"
    const isFronted = /^(?:did|do|does)$/.test(head.normal) && this.isNominative(index + 1);
    if (!opens && !isFronted) return undefined;
    const end = this.chainEnd(index + 1, false);
    let at = end + 1;
    while (this.chunks[at]?.kind === 'adverb') at += 1;
    const verb = this.chunks[at];
    const main = verb?.kind === 'verbGroup' ? this.terms[verb.head] : undefined;
    if (!verb || !main || this.terms[verb.from]?.tag === 'to') return undefined;
    const startsQuestion = this.text.includes('?') || head.normal === 'had' || head.normal === 'should';
    const first = this.terms[verb.from];
    if (head.lemma === 'have' && main.tag === 'verb') return undefined;
    const isTensed = first?.tag === 'auxiliary' && /^(?:was|were|had|is|are|has)$/.test(first.normal);
    return (startsQuestion || before !== undefined) && !isTensed && (head.lemma !== 'be' || main.tag !== 'past') ? { subject: index + 1, verb: at } : undefined;
  }

  private finiteSubject(index: number, deeds: ReadonlySet<string>): Subject {
    let at = index - 1;
    while (this.isSkipped(at)) at -= 1;
    const left = this.chunks[at];
    if (!left) return this.none(index);
    if (left.kind === 'relative') return this.relativeSubject(at);
    if (left.kind === 'nounPhrase') return this.gerundBefore(at) ?? this.freeRelativeBefore(at) ?? this.nounPhraseSubject(at, index);
    if (left.kind === 'verbGroup' || left.kind === 'adjective') {
      return this.pending(at, index) ?? this.freeRelative() ?? this.gerundSubject(at) ?? this.shared(index, undefined, deeds);
    }
    if (left.kind === 'conjunction') return this.shared(index, this.normal(left.head), deeds);
    if (left.kind === 'mark') {
      if (/^[:;—–-]|^\.$|^--/.test(this.normal(left.head)) && this.pending(at, index) === undefined) return /[;—–-]/.test(this.normal(left.head)) ? this.shared(index, undefined, deeds) : this.none(index);
      return this.pending(at, index) ?? this.shared(index, undefined, deeds);
    }
    if (left.kind === 'subordinator') {
      const shared = this.shared(index, this.normal(left.head), deeds);
      return { ...shared, isSubordinate: true };
    }
    return this.pending(at, index) ?? this.shared(index, undefined, deeds);
  }

  /** Adverbs before a verb, with the marks of a short aside of adverbs alone. */
  private isSkipped(at: number): boolean {
    const candidate = this.chunks[at];
    if (candidate?.kind === 'adverb') return true;
    return candidate?.kind === 'mark' && /^["“”'’‘*_`]$/.test(this.normal(candidate.head));
  }

  private relativeSubject(at: number): Subject {
    const connective = this.normal(this.chunks[at]?.head ?? -1);
    let before = at - 1;
    while (this.chunks[before]?.kind === 'mark' && this.normal(this.chunks[before]?.head ?? -1) === ',') before -= 1;
    while (this.chunks[before]?.kind === 'preposition') before -= 1;
    const isFree = connective === 'what' || connective === 'whatever' || connective === 'whoever';
    if (!isFree && this.chunks[before]?.kind === 'nounPhrase') return { ...this.antecedent(before), connective, isSubordinate: true, isOwn: true, start: at, isRelative: true };
    const actor = isFree && connective !== 'whoever' ? this.impersonalAt(at) : this.impersonalAt(at);
    return { actor, isOwn: true, connective, isSubordinate: isFree || before >= 0, start: at, isRelative: true };
  }

  /** The noun before "who" or "that"; "the one" of a cleft stands for the subject of "is". */
  private antecedent(at: number): { actor: Actor | undefined } {
    const phrase = this.chunks[at];
    const isOne = phrase !== undefined && /^(?:one|ones|person|guy|people|those|somebody|someone)$/.test(this.normal(phrase.head));
    const last = this.drafts.at(-1);
    if (isOne && last?.clause.verb?.lemma === 'be' && last.chunk === at - 1 && last.clause.subject) {
      const { actorClass } = last.clause.subject;
      if (actorClass !== 'impersonal') return { actor: last.clause.subject };
    }
    // Of "an engineer on the data team who …" a person is meant before a thing.
    const start = this.chainStart(at);
    const nearest = this.actorAt(at);
    if (start < at && this.normal(this.chunks[at + 1]?.head ?? -1) === 'who' && nearest?.actorClass !== 'party') return { actor: this.actorAt(start) };
    return { actor: nearest };
  }

  private nounPhraseSubject(at: number, index: number): Subject {
    const phrase = this.chunks[at];
    const isWho = phrase !== undefined && phrase.to - phrase.from === 1 && /^(?:who|whoever)$/.test(this.normal(phrase.head));
    if (isWho) return this.relativeSubject(at);
    const start = this.chainStart(at);
    const before = this.chunks[start - 1];
    const subject = start;
    if (before?.kind === 'preposition') {
      const preposition = this.normal(before.head);
      if (clauseOpeningPrepositions.has(preposition)) {
        this.claimed.add(start);
        return { ...this.own(start, preposition), isSubordinate: true, start: start - 1 };
      }
      const nominative = this.isNominative(at) ? at : undefined;
      if (nominative !== undefined && nominative !== start) return this.own(nominative, undefined);
      const pending = this.pending(start - 1, index);
      if (pending) return pending;
      // A preposition that the tagger took for an adverb's place: the noun phrase is all there is.
      return this.drafts.length === 0 && start - 1 === 0 ? this.none(index) : this.shared(index, undefined, new Set());
    }
    if (before?.kind === 'nounPhrase' && !this.isTime(start - 1)) {
      const isBare = !this.isIntroduction(start - 1);
      this.claimed.add(subject);
      return { ...this.own(subject, undefined), isSubordinate: isBare, isRelative: isBare };
    }
    if (before?.kind === 'verbGroup' || (before?.kind === 'adverb' && this.chunks[start - 2]?.kind === 'verbGroup')) {
      const ofVerb = before.kind === 'verbGroup' ? start - 1 : start - 2;
      const pending = this.isNominative(subject) ? undefined : this.pendingBefore(ofVerb, index);
      if (pending) return pending;
      this.claimed.add(subject);
      const isComplement = this.drafts.some((draft) => draft.chunk === ofVerb && draft.isFinite);
      return { ...this.own(subject, undefined), isSubordinate: isComplement };
    }
    this.claimed.add(subject);
    if (before?.kind === 'subordinator' || before?.kind === 'relative' || before?.kind === 'conjunction') {
      const connective = this.normal(before.head);
      return { ...this.own(subject, connective), isSubordinate: before.kind !== 'conjunction' && !(connective === 'so' && start > 1) && !(connective === 'so'), start: start - 1 };
    }
    return this.own(subject, undefined);
  }

  /** "On my own laptop I …", "While reading the reports I …": what stands before the subject belongs to no finite verb and is no antecedent. */
  private isIntroduction(last: number): boolean {
    const start = this.chainStart(last);
    const opener = this.chunks[start - 1];
    if (this.drafts.length > 0 && this.drafts.every((draft) => !draft.isFinite)) return true;
    if (opener?.kind !== 'preposition') return false;
    const before = this.chunks[start - 2];
    return before === undefined || before.kind === 'mark' || before.kind === 'conjunction' || (before.kind === 'adverb' && start === 3);
  }

  /** A relative clause with its own subject has come to its end: the noun phrase before it waits for its verb. */
  private pendingBefore(verb: number, index: number): Subject | undefined {
    const draft = this.drafts.find((candidate) => candidate.chunk === verb);
    if (!draft?.subject.isRelative) return undefined;
    return this.pending(verb, index);
  }

  /** The nearest noun phrase that opens a clause and has had no verb yet: "The contractor, who had left, broke it". */
  private pending(from: number, index: number): Subject | undefined {
    for (let at = from; at >= 0; at -= 1) {
      const candidate = this.chunks[at];
      if (!candidate) return undefined;
      if (candidate.kind === 'mark' && /^(?:[;:]|\.|\?)$/.test(this.normal(candidate.head))) return undefined;
      if (candidate.kind !== 'nounPhrase' || /^who(?:ever)?$/.test(this.normal(candidate.head))) continue;
      const start = this.chainStart(at);
      const before = this.chunks[start - 1];
      const opens = before === undefined || before.kind === 'conjunction' || before.kind === 'subordinator' || (before.kind === 'mark' && !/^["“'‘)]/.test(this.normal(before.head))) || (before.kind === 'adverb' && start - 1 === 0) || (before.kind === 'nounPhrase' && this.isTime(start - 1)) || (before.kind === 'relative' && this.normal(before.head) === 'that') || (before.kind === 'preposition' && clauseOpeningPrepositions.has(this.normal(before.head)) && this.chunks[at + 1]?.kind === 'mark');
      const isAdverbial = before?.kind === 'mark' && start > 1 && this.drafts.some((draft) => draft.isFinite && draft.chunk < start && !draft.subject.isRelative) && !this.hasRelativeSince(start);
      if (opens && !isAdverbial && !this.claimed.has(start) && !this.isTime(start)) {
        this.claimed.add(start);
        const own = this.own(start, before?.kind === 'conjunction' || before?.kind === 'subordinator' ? this.normal(before.head) : undefined);
        return { ...own, isSubordinate: before?.kind === 'subordinator', start: index, isOwn: true };
      }
      at = start;
    }
    // "Mean time to detect went …": a time that opens the sentence and is all there is.
    const isAlone = from < index && this.drafts.every((draft) => !draft.isFinite) && this.chunks[0]?.kind === 'nounPhrase' && !this.claimed.has(0) && this.chunks[1]?.kind === 'verbGroup';
    return isAlone ? this.own(0, undefined) : undefined;
  }

  private hasRelativeSince(start: number): boolean {
    return this.drafts.some((draft) => draft.chunk > start && (draft.subject.isRelative || draft.clause.isSubordinate));
  }

  /** "What emerged from our huddle was …" */
  private freeRelativeBefore(at: number): Subject | undefined {
    const start = this.chainStart(at);
    const before = this.chunks[start - 1];
    return !this.isNominative(at) && (before?.kind === 'preposition' || before?.kind === 'verbGroup') && /^(?:what|whoever)$/.test(this.drafts.at(-1)?.clause.connective ?? '') && this.drafts.length === 1 ? this.freeRelative() : undefined;
  }

  /** "What I had overlooked was …": the whole clause is the subject. */
  private freeRelative(): Subject | undefined {
    const last = this.drafts.at(-1);
    if (!/^(?:what|whoever)$/.test(last?.clause.connective ?? '') || !last || this.drafts.filter((draft) => draft.isFinite).length !== 1) return undefined;
    const at = this.chunks.findIndex((candidate) => /^(?:what|whoever)$/.test(this.normal(candidate.head)));
    return at < 0 ? undefined : { actor: this.impersonalAt(at), isOwn: true, connective: undefined, isSubordinate: false, start: last.chunk + 1, isRelative: false };
  }

  /** "Clearing it on the gateway proved me right": the noun phrase before the verb belongs to the gerund. */
  private gerundBefore(at: number): Subject | undefined {
    const start = this.chainStart(at);
    const before = this.chunks[start - 1];
    if (this.isNominative(at) || this.isPronoun(at) && start === at && before?.kind !== 'verbGroup') return undefined;
    const gerund = before?.kind === 'preposition' || before?.kind === 'adverb' ? start - 2 : start - 1;
    return this.drafts.at(-1)?.chunk === gerund ? this.gerundSubject(at) : undefined;
  }

  /** "Splitting the roles came out of that night": the gerund is the subject. */
  private gerundSubject(at: number): Subject | undefined {
    const first = this.drafts.at(-1);
    const opener = this.chunks[(first?.chunk ?? 0) - 1];
    if (first?.clause.verb?.tense !== 'gerund' || (opener !== undefined && opener.kind !== 'mark' && opener.kind !== 'conjunction' && this.normal(opener.head) !== 'that')) return undefined;
    if (this.chunks.slice(first.chunk, at).some((candidate) => candidate.kind === 'mark')) return undefined;
    return { actor: this.impersonalAt(first.chunk), isOwn: true, connective: undefined, isSubordinate: false, start: at + 1, isRelative: false };
  }

  /** The subject of the clause with which this verb is coordinated. */
  private shared(index: number, connective: string | undefined, deeds: ReadonlySet<string>): Subject {
    const finite = this.drafts.filter((draft) => draft.isFinite);
    let source = finite.at(-1);
    // "I watched the graph sit at zero and went to bed": a bare infinitive shares nothing with a past tense.
    const isBare = source?.clause.verb?.tense === 'present' && source.clause.isSubordinate && source.clause.connective === undefined;
    if (isBare && this.terms[this.chunks[index]?.head ?? -1]?.tag === 'past') source = finite.at(-2) ?? source;
    // What only people do goes back to the clause in which a person acts: "… because the canary failed, and paged Payments".
    const isHuman = ['communicate', 'investigate', 'delegate', 'decide', 'learn', 'measure', 'wait'].some((deed) => deeds.has(deed)) && !deeds.has('fail');
    if (source?.clause.isSubordinate && isHuman && source.clause.subject && !isPersonal(source.clause.subject)) {
      source = finite.findLast((draft) => (draft.clause.subject === undefined ? !draft.clause.isSubordinate : isPersonal(draft.clause.subject))) ?? source;
    }
    // "I paged her and, while she joined, killed the query": the clause between is an aside.
    const opener = source?.clause.isSubordinate ? this.chunks[source.subject.start - 1] : undefined;
    if (opener?.kind === 'mark' && this.chunks[(source?.subject.start ?? 0) - 2]?.kind === 'conjunction') source = finite.findLast((draft) => !draft.clause.isSubordinate) ?? source;
    const isTied = connective !== undefined || source !== undefined;
    if (!source || !isTied) return this.none(index, connective);
    return { actor: source.clause.subject, isOwn: false, connective, isSubordinate: source.clause.isSubordinate, start: index, isRelative: source.subject.isRelative };
  }

  private nonFiniteSubject(index: number, tense: string): Subject {
    const before = this.chunks[index - 1];
    const connective = before && (before.kind === 'preposition' || before.kind === 'subordinator' || before.kind === 'conjunction') ? this.normal(before.head) : tense === 'infinitive' ? 'to' : undefined;
    const last = this.drafts.findLast((draft) => draft.clause.verb?.tense !== 'participle') ?? this.drafts.at(-1);
    const make = (actor: Actor | undefined, isOwn: boolean): Subject => ({ actor, isOwn, connective, isSubordinate: true, start: connective === undefined || connective === 'to' ? index : index - 1, isRelative: false });
    if (before?.kind === 'nounPhrase') {
      const start = this.chainStart(index - 1);
      const actor = this.actorAt(start);
      if (tense === 'participle') return make(this.actorAt(index - 1), true);
      const isObject = last?.clause.affected !== undefined && last.clause.affected.span.end <= (this.terms[this.chunks[index]?.from ?? 0]?.span.start ?? 0) && last.chunk < index;
      if (tense === 'infinitive') {
        const takesPerson = isObject && last.clause.affected && isPersonal(last.clause.affected);
        return make(takesPerson ? last.clause.affected : last ? last.clause.subject : actor, false);
      }
      const governor = this.chunks[start - 1];
      if (actor && (isPersonal(actor) || (governor?.kind === 'preposition' && /^(?:with|of|to|without)$/.test(this.normal(governor.head))) || start === 0)) return make(actor, true);
      return make(isObject ? last.clause.affected : last?.clause.subject, false);
    }
    if (before?.kind === 'mark' || before === undefined || last === undefined) {
      const coming = last?.isFinite ? undefined : this.comingSubject(index);
      return make(coming ?? last?.clause.subject, false);
    }
    const coming = before.kind !== 'conjunction' && !this.drafts.some((draft) => draft.isFinite) ? this.comingSubject(index) : undefined;
    return make(coming ?? last.clause.subject, false);
  }

  /** "While reading the reports I saw …": the subject of the clause that follows. */
  private comingSubject(index: number): Actor | undefined {
    for (let at = index + 1; at < this.chunks.length; at += 1) {
      const candidate = this.chunks[at];
      if (candidate?.kind !== 'verbGroup') continue;
      const first = this.terms[candidate.from];
      if (first?.tag === 'to' || first?.tag === 'gerund' || first?.tag === 'participle') continue;
      let left = at - 1;
      while (this.isSkipped(left)) left -= 1;
      const start = this.chunks[left]?.kind === 'nounPhrase' ? this.chainStart(left) : -1;
      const opener = this.chunks[start - 1];
      return start > index && (opener?.kind === 'mark' || this.isNominative(start)) ? this.actorAt(start) : undefined;
    }
    return undefined;
  }

  private objectAfter(index: number): { chunk: number; head: string } | undefined {
    let at = index + 1;
    while (this.chunks[at]?.kind === 'adverb') at += 1;
    const object = this.chunks[at];
    if (object?.kind !== 'nounPhrase' || this.isNominative(at)) return undefined;
    // A time is an adverbial: "waited two hours".
    if (this.isTime(at) && this.terms[object.head]?.tag !== 'pronoun' && !/^(?:spend|spent|waste|take|save|lose|cost|last)$/.test(this.terms[this.chunks[index]?.head ?? -1]?.lemma ?? '')) return undefined;
    // Followed by a finite verb at once, it is that verb's subject.
    const next = this.chunks[this.chainEnd(at, true) + 1];
    if (next?.kind === 'verbGroup' && /^(?:past|auxiliary|modal)$/.test(this.terms[next.from]?.tag ?? '') && this.terms[next.from]?.lemma !== 'get') {
      const lemma = this.terms[this.chunks[index]?.head ?? -1]?.lemma ?? '';
      if (lemma !== 'tell' && lemma !== 'show' && lemma !== 'remind') return undefined;
    }
    const second = this.chunks[at + 1];
    const direct = second?.kind === 'nounPhrase' && !this.isTime(at + 1) ? second : object;
    return { chunk: at, head: singular(this.normal(direct.head)) };
  }

  private directObject(index: number, object: number, lemma: string): number {
    const second = this.chunks[object + 1];
    const isSecond = second?.kind === 'nounPhrase' && ditransitiveVerbs.has(lemma.split(' ')[0] ?? '') && !this.isNominative(object + 1) && !this.isTime(object + 1) && this.chunks[object + 2]?.kind !== 'verbGroup';
    return isSecond && index < object ? object + 1 : object;
  }

  /** "rolled it back", "took the site down". */
  private separatedParticle(index: number): string | undefined {
    if (this.chunks[index]?.particle !== undefined || this.chunks[index + 1]?.kind !== 'nounPhrase') return undefined;
    const end = this.chainEnd(index + 1, false);
    const after = this.chunks[end + 1];
    return after && (after.kind === 'adverb' || after.kind === 'adjective') ? this.normal(after.head) : undefined;
  }

  private agentAfter(index: number): Actor | undefined {
    for (let at = index + 1; at < Math.min(this.chunks.length, index + 7); at += 1) {
      const candidate = this.chunks[at];
      if (!candidate || candidate.kind === 'verbGroup' || candidate.kind === 'conjunction' || candidate.kind === 'mark') return undefined;
      if (candidate.kind !== 'preposition' || this.normal(candidate.head) !== 'by') continue;
      const agent = this.chunks[at + 1];
      if (agent?.kind !== 'nounPhrase' || this.isTime(at + 1) || this.terms[agent.head]?.tag === 'number') return undefined;
      if (this.terms[agent.from]?.tag === 'number' && this.terms[agent.head]?.tag === 'noun') return undefined;
      return this.actorAt(at + 1);
    }
    return undefined;
  }

  /** The first chunk of noun phrases that hang together by prepositions and "and", seen from their last. */
  private chainStart(last: number): number {
    let start = last;
    while (true) {
      const before = this.chunks[start - 1];
      const further = this.chunks[start - 2];
      if (before?.kind === 'preposition' && further?.kind === 'nounPhrase' && !this.isNominative(start) && !(clauseOpeningPrepositions.has(this.normal(before.head)) && !this.isObjectPronoun(start)) && !(this.isPronoun(start - 2) && this.normal(before.head) !== 'of' && !this.opensSentence(start - 2))) {
        start -= 2;
        continue;
      }
      if (before?.kind === 'conjunction' && further?.kind === 'nounPhrase' && this.normal(before.head) !== 'but' && this.isOpenList(start - 2)) {
        start = this.chainStart(start - 2);
        continue;
      }
      if (before?.kind === 'conjunction' && further?.kind === 'mark' && this.chunks[start - 3]?.kind === 'nounPhrase' && this.isOpenList(start - 3)) {
        start = this.chainStart(start - 3);
        continue;
      }
      return start;
    }
  }

  /** Whether noun phrases up to here stand at the opening of a clause, so that "and" joins them to one subject. */
  private isOpenList(at: number): boolean {
    let start = at;
    while (this.chunks[start - 1]?.kind === 'preposition' && this.chunks[start - 2]?.kind === 'nounPhrase') start -= 2;
    const before = this.chunks[start - 1];
    if (before === undefined || before.kind === 'subordinator' || before.kind === 'relative') return true;
    if (before.kind === 'preposition') return clauseOpeningPrepositions.has(this.normal(before.head)) && !/^(?:for|in|as|like|than)$/.test(this.normal(before.head));
    if (before.kind === 'adverb') return start === 1;
    if (before.kind === 'mark') return this.chunks[start - 2]?.kind !== 'nounPhrase' ? this.drafts.length === 0 || !this.drafts.at(-1)?.isFinite || this.chunks[start - 2]?.kind === 'verbGroup' || true : this.isOpenList(start - 2);
    return false;
  }

  private chainEnd(first: number, isWhole: boolean): number {
    let end = first;
    while (this.chunks[end + 1]?.kind === 'preposition' && this.chunks[end + 2]?.kind === 'nounPhrase' && (isWhole ? this.normal(this.chunks[end + 1]?.head ?? -1) === 'of' : !clauseOpeningPrepositions.has(this.normal(this.chunks[end + 1]?.head ?? -1)))) end += 2;
    return end;
  }

  /** The actor of the noun phrase that begins here, with its "of …" and what "and" adds to it. */
  private actorAt(first: number): Actor | undefined {
    const phrase = this.chunks[first];
    if (!phrase) return undefined;
    let end = this.chainEnd(first, true);
    const phrases = [this.meant(first, end)];
    while (this.chunks[end + 1]?.kind === 'conjunction' && this.normal(this.chunks[end + 1]?.head ?? -1) !== 'but' && this.chunks[end + 2]?.kind === 'nounPhrase' && this.belongsToList(first, end + 2)) {
      phrases.push(this.chunks[end + 2] ?? phrase);
      end += 2;
    }
    const actor = readActor(this.terms, this.text, phrase.from, (this.chunks[end] ?? phrase).to, phrases);
    const next = this.chunks[end + 1]?.kind === 'mark' ? this.chunks[end + 2] : this.chunks[end + 1];
    // Only people are followed by "who", so a name that no list holds is one.
    const isPerson = next !== undefined && next.kind === 'nounPhrase' && this.normal(next.head) === 'who' && (actor?.actorClass === 'system' || actor?.actorClass === 'unknown') && !/^ones?$/.test(actor.head);
    return isPerson && actor ? { ...actor, actorClass: 'party' } : actor;
  }

  /** "one of the engineers", "half of us", "the rest of the team": who is meant stands behind "of". */
  private meant(first: number, end: number): Chunk {
    const phrase = this.chunks[first];
    const last = this.chunks[end];
    if (!phrase || !last) return { kind: 'nounPhrase', from: 0, to: 0, head: 0 };
    const head = this.terms[phrase.head];
    const isShare = head !== undefined && (head.tag === 'adjective' || head.tag === 'number' || head.tag === 'determiner' || /^(?:one|none|some|all|most|many|few|half|each|both|any|everyone|someone|nobody|anyone|rest|couple|number|lot|bunch|group|pair|majority|member|members|part|handful|crowd)$/.test(head.normal));
    const second = this.chunks[first + 2];
    return isShare && end > first && second ? second : phrase;
  }

  private belongsToList(first: number, second: number): boolean {
    const next = this.chunks[second + 1];
    if (next?.kind === 'verbGroup' && !this.isOpenList(first)) return false;
    return !this.isNominative(second) || this.isOpenList(first);
  }

  private own(first: number, connective: string | undefined): Subject {
    this.claimed.add(first);
    return { actor: this.actorAt(first), isOwn: true, connective, isSubordinate: false, start: first, isRelative: false };
  }

  private none(index: number, connective?: string): Subject {
    return { actor: undefined, isOwn: false, connective, isSubordinate: false, start: index, isRelative: false };
  }

  private impersonalAt(index: number): Actor | undefined {
    const at = this.chunks[index];
    if (!at) return undefined;
    const span = this.spanOf(index, index);
    return { span, text: this.text.slice(span.start, span.end), head: this.normal(at.head), actorClass: /^who(?:ever)?$/.test(this.normal(at.head)) ? 'party' : 'impersonal', isPlural: false };
  }

  private connectiveBefore(index: number): string | undefined {
    const before = this.chunks[index - 1];
    return before && (before.kind === 'conjunction' || before.kind === 'subordinator' || before.kind === 'relative') ? this.normal(before.head) : undefined;
  }

  private clauseSpan(draft: Draft, next: Draft | undefined): { start: number; end: number } {
    const first = this.chunks[Math.min(draft.subject.start, this.verbStart(draft))];
    let to = this.terms.length;
    if (next) {
      const nextStart = Math.min(next.subject.start, this.verbStart(next));
      to = this.chunks[nextStart]?.from ?? to;
      if (to <= (this.chunks[draft.chunk]?.from ?? 0)) to = this.chunks[draft.chunk]?.to ?? to;
    }
    while (to > (this.chunks[draft.chunk]?.to ?? 0) && /^(?:mark|conjunction)$/.test(this.terms[to - 1]?.tag ?? '')) to -= 1;
    return { start: this.terms[first?.from ?? 0]?.span.start ?? 0, end: this.terms[to - 1]?.span.end ?? this.text.length };
  }

  private verbStart(draft: Draft): number {
    return draft.chunk;
  }

  private fragment(): Clause[] {
    const first = this.chunks.findIndex((candidate) => candidate.kind === 'nounPhrase');
    const start = this.terms[0]?.span.start;
    const last = this.terms.findLast((term) => term.tag !== 'mark');
    if (start === undefined || !last) return [];
    const isGoverned = this.chunks[first - 1]?.kind === 'preposition';
    return [{ span: { start, end: last.span.end }, subject: first < 0 || isGoverned ? undefined : this.actorAt(first), hasOwnSubject: first >= 0 && !isGoverned, verb: undefined, object: undefined, affected: undefined, agent: undefined, connective: undefined, isSubordinate: false }];
  }

  private spanOf(first: number, last: number): { start: number; end: number } {
    const from = this.terms[this.chunks[first]?.from ?? 0];
    const to = this.terms[(this.chunks[last]?.to ?? 1) - 1];
    return { start: from?.span.start ?? 0, end: to?.span.end ?? 0 };
  }

  private normal(term: number): string {
    return this.terms[term]?.normal ?? '';
  }

  private isNominative(at: number): boolean {
    const phrase = this.chunks[at];
    return phrase !== undefined && phrase.to - phrase.from === 1 && nominativePronouns.has(this.normal(phrase.head));
  }

  private isPronoun(at: number): boolean {
    const phrase = this.chunks[at];
    return phrase !== undefined && this.terms[phrase.head]?.tag === 'pronoun';
  }

  /** "The contractor before me had left": no subject, whatever follows. */
  private isObjectPronoun(at: number): boolean {
    return this.isPronoun(at) && /^(?:me|us|him|them|whom)$/.test(this.normal(this.chunks[at]?.head ?? -1));
  }

  private opensSentence(at: number): boolean {
    const before = this.chunks[at - 1];
    return before === undefined || before.kind === 'mark' || before.kind === 'conjunction' || before.kind === 'subordinator';
  }

  private isTime(at: number): boolean {
    const phrase = this.chunks[at];
    return phrase?.kind === 'nounPhrase' && timeNouns.has(this.normal(phrase.head)) && this.terms[phrase.head]?.tag !== 'pronoun';
  }
}

function isPersonal(actor: Actor): boolean {
  return actor.actorClass === 'narrator' || actor.actorClass === 'own-team' || actor.actorClass === 'party';
}
