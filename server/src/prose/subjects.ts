import type { Actor, Clause } from './clause';
import { clauseOpeningPrepositions } from './lexicon/closedWords';
import { Phrases } from './phrases';

/** A subject that was found: its noun phrases from the first to the last. */
export interface Subject {
  readonly actor: Actor | undefined;
  readonly isOwn: boolean;
  readonly connective: string | undefined;
  readonly isSubordinate: boolean;
  /** First chunk of the clause. */
  readonly start: number;
  /** Whether a relative clause interrupts what the subject belongs to. */
  readonly isRelative: boolean;
}

export interface Draft {
  readonly clause: Clause;
  readonly subject: Subject;
  readonly chunk: number;
  readonly isFinite: boolean;
}

/** Finds who acts in a clause: left of the verb, or in the clause with which it is coordinated. */
export class Subjects extends Phrases {
  protected readonly drafts: Draft[] = [];
  /** Noun phrases that are already the subject of a clause. */
  protected readonly claimed = new Set<number>();

  protected finiteSubject(index: number, deeds: ReadonlySet<string>): Subject {
    let at = index - 1;
    while (this.isSkipped(at)) at -= 1;
    const left = this.chunks[at];
    if (!left) return this.none(index);
    if (left.kind === 'relative') return this.relativeSubject(at);
    if (left.kind === 'nounPhrase')
      return this.gerundBefore(at) ?? this.freeRelativeBefore(at) ?? this.nounPhraseSubject(at, index);
    if (left.kind === 'verbGroup' || left.kind === 'adjective') {
      return (
        this.pending(at, index) ??
        this.freeRelative() ??
        this.gerundSubject(at) ??
        this.shared(index, undefined, deeds)
      );
    }
    if (left.kind === 'conjunction') return this.shared(index, this.normal(left.head), deeds);
    if (left.kind === 'mark') {
      if (/^[:;—–-]|^\.$|^--/.test(this.normal(left.head)) && this.pending(at, index) === undefined)
        return /[;—–-]/.test(this.normal(left.head))
          ? this.shared(index, undefined, deeds)
          : this.none(index);
      return this.pending(at, index) ?? this.shared(index, undefined, deeds);
    }
    if (left.kind === 'subordinator') {
      const shared = this.shared(index, this.normal(left.head), deeds);
      return { ...shared, isSubordinate: true };
    }
    return this.pending(at, index) ?? this.shared(index, undefined, deeds);
  }

  protected relativeSubject(at: number): Subject {
    const connective = this.normal(this.chunks[at]?.head ?? -1);
    let before = at - 1;
    while (this.chunks[before]?.kind === 'mark' && this.normal(this.chunks[before]?.head ?? -1) === ',')
      before -= 1;
    while (this.chunks[before]?.kind === 'preposition') before -= 1;
    const isFree = connective === 'what' || connective === 'whatever' || connective === 'whoever';
    if (!isFree && this.chunks[before]?.kind === 'nounPhrase')
      return {
        ...this.antecedent(before),
        connective,
        isSubordinate: true,
        isOwn: true,
        start: at,
        isRelative: true,
      };
    const actor = isFree && connective !== 'whoever' ? this.impersonalAt(at) : this.impersonalAt(at);
    return {
      actor,
      isOwn: true,
      connective,
      isSubordinate: isFree || before >= 0,
      start: at,
      isRelative: true,
    };
  }

  /** The noun before "who" or "that"; "the one" of a cleft stands for the subject of "is". */
  protected antecedent(at: number): { actor: Actor | undefined } {
    const phrase = this.chunks[at];
    const isOne =
      phrase !== undefined &&
      /^(?:one|ones|person|guy|people|those|somebody|someone)$/.test(this.normal(phrase.head));
    const last = this.drafts.at(-1);
    if (isOne && last?.clause.verb?.lemma === 'be' && last.chunk === at - 1 && last.clause.subject) {
      const { actorClass } = last.clause.subject;
      if (actorClass !== 'impersonal') return { actor: last.clause.subject };
    }
    // Of "an engineer on the data team who …" a person is meant before a thing.
    const start = this.chainStart(at);
    const nearest = this.actorAt(at);
    if (
      start < at &&
      this.normal(this.chunks[at + 1]?.head ?? -1) === 'who' &&
      nearest?.actorClass !== 'party'
    )
      return { actor: this.actorAt(start) };
    return { actor: nearest };
  }

  protected nounPhraseSubject(at: number, index: number): Subject {
    const phrase = this.chunks[at];
    const isWho =
      phrase !== undefined &&
      phrase.to - phrase.from === 1 &&
      /^(?:who|whoever)$/.test(this.normal(phrase.head));
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
      return this.drafts.length === 0 && start - 1 === 0
        ? this.none(index)
        : this.shared(index, undefined, new Set());
    }
    if (before?.kind === 'nounPhrase' && !this.isTime(start - 1)) {
      const isBare = !this.isIntroduction(start - 1);
      this.claimed.add(subject);
      return { ...this.own(subject, undefined), isSubordinate: isBare, isRelative: isBare };
    }
    if (
      before?.kind === 'verbGroup' ||
      (before?.kind === 'adverb' && this.chunks[start - 2]?.kind === 'verbGroup')
    ) {
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
      return {
        ...this.own(subject, connective),
        isSubordinate:
          before.kind !== 'conjunction' && !(connective === 'so' && start > 1) && !(connective === 'so'),
        start: start - 1,
      };
    }
    return this.own(subject, undefined);
  }

  /** "On my own laptop I …", "While reading the reports I …": what stands before the subject belongs to no finite verb and is no antecedent. */
  protected isIntroduction(last: number): boolean {
    const start = this.chainStart(last);
    const opener = this.chunks[start - 1];
    if (this.drafts.length > 0 && this.drafts.every((draft) => !draft.isFinite)) return true;
    if (opener?.kind !== 'preposition') return false;
    const before = this.chunks[start - 2];
    return (
      before === undefined ||
      before.kind === 'mark' ||
      before.kind === 'conjunction' ||
      (before.kind === 'adverb' && start === 3)
    );
  }

  /** A relative clause with its own subject has come to its end: the noun phrase before it waits for its verb. */
  protected pendingBefore(verb: number, index: number): Subject | undefined {
    const draft = this.drafts.find((candidate) => candidate.chunk === verb);
    if (!draft?.subject.isRelative) return undefined;
    return this.pending(verb, index);
  }

  /** The nearest noun phrase that opens a clause and has had no verb yet: "The contractor, who had left, broke it". */
  protected pending(from: number, index: number): Subject | undefined {
    for (let at = from; at >= 0; at -= 1) {
      const candidate = this.chunks[at];
      if (!candidate) return undefined;
      if (candidate.kind === 'mark' && /^(?:[;:]|\.|\?)$/.test(this.normal(candidate.head))) return undefined;
      if (candidate.kind !== 'nounPhrase' || /^who(?:ever)?$/.test(this.normal(candidate.head))) continue;
      const start = this.chainStart(at);
      const before = this.chunks[start - 1];
      const opens =
        before === undefined ||
        before.kind === 'conjunction' ||
        before.kind === 'subordinator' ||
        (before.kind === 'mark' && !/^["“'‘)]/.test(this.normal(before.head))) ||
        (before.kind === 'adverb' && start - 1 === 0) ||
        (before.kind === 'nounPhrase' && this.isTime(start - 1)) ||
        (before.kind === 'relative' && this.normal(before.head) === 'that') ||
        (before.kind === 'preposition' &&
          clauseOpeningPrepositions.has(this.normal(before.head)) &&
          this.chunks[at + 1]?.kind === 'mark' &&
          /^(?:which|who)$/.test(this.normal(this.chunks[at + 2]?.head ?? -1)));
      const isAdverbial =
        before?.kind === 'mark' &&
        start > 1 &&
        this.drafts.some((draft) => draft.isFinite && draft.chunk < start && !draft.subject.isRelative) &&
        !this.hasRelativeSince(start);
      if (opens && !isAdverbial && !this.claimed.has(start) && !this.isTime(start)) {
        this.claimed.add(start);
        const own = this.own(
          start,
          before?.kind === 'conjunction' || before?.kind === 'subordinator'
            ? this.normal(before.head)
            : undefined,
        );
        return { ...own, isSubordinate: before?.kind === 'subordinator', start: index, isOwn: true };
      }
      at = start;
    }
    // "Mean time to detect went …": a time that opens the sentence and is all there is.
    const isAlone =
      from < index &&
      this.drafts.every((draft) => !draft.isFinite) &&
      this.chunks[0]?.kind === 'nounPhrase' &&
      !this.claimed.has(0) &&
      this.chunks[1]?.kind === 'verbGroup';
    return isAlone ? this.own(0, undefined) : undefined;
  }

  protected hasRelativeSince(start: number): boolean {
    return this.drafts.some(
      (draft) => draft.chunk > start && (draft.subject.isRelative || draft.clause.isSubordinate),
    );
  }

  /** "What emerged from our huddle was …" */
  protected freeRelativeBefore(at: number): Subject | undefined {
    const start = this.chainStart(at);
    const before = this.chunks[start - 1];
    return !this.isNominative(at) &&
      (before?.kind === 'preposition' || before?.kind === 'verbGroup') &&
      /^(?:what|whoever)$/.test(this.drafts.at(-1)?.clause.connective ?? '') &&
      this.drafts.length === 1
      ? this.freeRelative()
      : undefined;
  }

  /** "What I had overlooked was …": the whole clause is the subject. */
  protected freeRelative(): Subject | undefined {
    const last = this.drafts.at(-1);
    if (
      !/^(?:what|whoever)$/.test(last?.clause.connective ?? '') ||
      !last ||
      this.drafts.filter((draft) => draft.isFinite).length !== 1
    )
      return undefined;
    const at = this.chunks.findIndex((candidate) => /^(?:what|whoever)$/.test(this.normal(candidate.head)));
    return at < 0
      ? undefined
      : {
          actor: this.impersonalAt(at),
          isOwn: true,
          connective: undefined,
          isSubordinate: false,
          start: last.chunk + 1,
          isRelative: false,
        };
  }

  /** "Clearing it on the gateway proved me right": the noun phrase before the verb belongs to the gerund. */
  protected gerundBefore(at: number): Subject | undefined {
    const start = this.chainStart(at);
    const before = this.chunks[start - 1];
    if (this.isNominative(at) || (this.isPronoun(at) && start === at && before?.kind !== 'verbGroup'))
      return undefined;
    const gerund = before?.kind === 'preposition' || before?.kind === 'adverb' ? start - 2 : start - 1;
    return this.drafts.at(-1)?.chunk === gerund ? this.gerundSubject(at) : undefined;
  }

  /** "Splitting the roles came out of that night": the gerund is the subject. */
  protected gerundSubject(at: number): Subject | undefined {
    const first = this.drafts.at(-1);
    const opener = this.chunks[(first?.chunk ?? 0) - 1];
    if (
      first?.clause.verb?.tense !== 'gerund' ||
      (opener !== undefined &&
        opener.kind !== 'mark' &&
        opener.kind !== 'conjunction' &&
        this.normal(opener.head) !== 'that')
    )
      return undefined;
    if (this.chunks.slice(first.chunk, at).some((candidate) => candidate.kind === 'mark')) return undefined;
    return {
      actor: this.impersonalAt(first.chunk),
      isOwn: true,
      connective: undefined,
      isSubordinate: false,
      start: at + 1,
      isRelative: false,
    };
  }

  /** The subject of the clause with which this verb is coordinated. */
  protected shared(index: number, connective: string | undefined, deeds: ReadonlySet<string>): Subject {
    const finite = this.drafts.filter((draft) => draft.isFinite);
    let source = finite.at(-1);
    // "I watched the graph sit at zero and went to bed": a bare infinitive shares nothing with a past tense.
    const isBare =
      source?.clause.verb?.tense === 'present' &&
      source.clause.isSubordinate &&
      source.clause.connective === undefined;
    if (isBare && this.terms[this.chunks[index]?.head ?? -1]?.tag === 'past')
      source = finite.at(-2) ?? source;
    // What only people do goes back to the clause in which a person acts: "… because the canary failed, and paged Payments".
    const isHuman =
      ['communicate', 'investigate', 'delegate', 'decide', 'learn', 'measure', 'wait'].some((deed) =>
        deeds.has(deed),
      ) && !deeds.has('fail');
    if (
      source?.clause.isSubordinate &&
      isHuman &&
      source.clause.subject &&
      !isPersonal(source.clause.subject)
    ) {
      source =
        finite.findLast((draft) =>
          draft.clause.subject === undefined ? !draft.clause.isSubordinate : isPersonal(draft.clause.subject),
        ) ?? source;
    }
    // "I paged her and, while she joined, killed the query": the clause between is an aside.
    const opener = source?.clause.isSubordinate ? this.chunks[source.subject.start - 1] : undefined;
    if (opener?.kind === 'mark' && this.chunks[(source?.subject.start ?? 0) - 2]?.kind === 'conjunction')
      source = finite.findLast((draft) => !draft.clause.isSubordinate) ?? source;
    const isTied = connective !== undefined || source !== undefined;
    if (!source || !isTied) return this.none(index, connective);
    return {
      actor: source.clause.subject,
      isOwn: false,
      connective,
      isSubordinate: source.clause.isSubordinate,
      start: index,
      isRelative: source.subject.isRelative,
    };
  }

  protected own(first: number, connective: string | undefined): Subject {
    this.claimed.add(first);
    return {
      actor: this.actorAt(first),
      isOwn: true,
      connective,
      isSubordinate: false,
      start: first,
      isRelative: false,
    };
  }

  protected none(index: number, connective?: string): Subject {
    return {
      actor: undefined,
      isOwn: false,
      connective,
      isSubordinate: false,
      start: index,
      isRelative: false,
    };
  }
}

export function isPersonal(actor: Actor): boolean {
  return actor.actorClass === 'narrator' || actor.actorClass === 'own-team' || actor.actorClass === 'party';
}
