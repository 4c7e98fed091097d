import type { Actor, Clause, Term, VerbGroup } from './clause';
import { deedsOf, ditransitiveVerbs } from './lexicon/deeds';
import { singular } from './nouns';
import { isPersonal, Subjects, type Draft, type Subject } from './subjects';
import { tag } from './tagger';
import { readVerbGroup } from './verbGroups';

/** The words of one sentence and its clauses, in the order of their verbs. Spans are UTF-16 offsets in `text`; never throws. */
export function readClauses(text: string): { terms: readonly Term[]; clauses: readonly Clause[] } {
  const terms = tag(text);
  return { terms, clauses: new SentenceParser(text, terms).run() };
}

class SentenceParser extends Subjects {
  run(): Clause[] {
    for (let index = 0; index < this.chunks.length; index += 1) {
      if (this.chunks[index]?.kind === 'verbGroup') this.readClause(index);
    }
    if (this.drafts.length === 0) return this.fragment();
    return this.drafts.map((draft, at) => ({
      ...draft.clause,
      span: this.clauseSpan(draft, this.drafts[at + 1]),
    }));
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
    const spoken = readVerbGroup(this.text, this.terms, group, last, {
      object: object?.head,
      isSeparate: inverted !== undefined,
      particle: this.separatedParticle(after),
    });
    const verb = this.inherited(index, spoken);
    const isFinite = verb.tense === 'past' || verb.tense === 'present' || verb.tense === 'future';
    const subject =
      inverted === undefined
        ? isFinite
          ? this.finiteSubject(index, verb.deeds)
          : this.nonFiniteSubject(index, verb.tense)
        : { ...this.own(inverted.subject, this.connectiveBefore(index)), start: index };
    const isPassive = verb.voice === 'passive';
    const direct = object === undefined ? undefined : this.directObject(after, object.chunk, verb.lemma);
    const clause: Clause = {
      span: { start: 0, end: 0 },
      subject: subject.actor,
      hasOwnSubject: subject.isOwn,
      // "A rollback was performed" tells of the deed that its subject names.
      verb:
        isPassive && subject.actor
          ? { ...verb, deeds: deedsOf(verb.lemma, singular(subject.actor.head)) }
          : verb,
      object:
        isPassive || direct === undefined ? undefined : this.spanOf(direct, this.chainEnd(direct, true)),
      affected: object === undefined || isPassive ? undefined : this.actorAt(object.chunk),
      agent: isPassive ? this.agentAfter(after) : undefined,
      connective: subject.connective,
      isSubordinate:
        subject.isSubordinate ||
        (inverted !== undefined &&
          subject.connective === undefined &&
          /^(?:had|were|should)$/.test(this.terms[group.head]?.normal ?? '') &&
          !this.text.trimEnd().endsWith('?')),
    };
    this.drafts.push({ clause, subject, chunk: after, isFinite });
  }

  /** "was traced, tagged and binned", "to slow down and think": a verb without auxiliary shares the one before. */
  private inherited(index: number, verb: VerbGroup): VerbGroup {
    const group = this.chunks[index];
    const before = this.chunks[index - 1];
    const last = this.drafts.at(-1)?.clause.verb;
    if (
      !group ||
      !last ||
      (before?.kind !== 'conjunction' && before?.kind !== 'mark') ||
      group.from !== group.head
    )
      return verb;
    const { tag: form, lemma } = this.terms[group.head] ?? {};
    if (form === 'participle' && (last.voice === 'passive' || last.isPerfect))
      return { ...verb, tense: last.tense, voice: last.voice, isPerfect: last.isPerfect, modal: last.modal };
    const isBase = form === 'verb' && this.normal(group.head) === lemma && before.kind === 'conjunction';
    return isBase && (last.tense === 'infinitive' || last.modal !== undefined)
      ? { ...verb, tense: last.tense, modal: last.modal }
      : verb;
  }

  /** "Had the squad read", "did anyone check": the auxiliary, its subject and the verb stand apart. */
  private inverted(index: number): { subject: number; verb: number } | 'skip' | undefined {
    const group = this.chunks[index];
    const before = this.chunks[index - 1];
    if (!group) return undefined;
    const head = this.terms[group.head];
    if (this.drafts.some((draft) => draft.chunk === index)) return 'skip';
    if (
      head === undefined ||
      !/^(?:had|have|has|did|do|does|should|were|was|is|are|am|could|can|would|will|must)$/.test(head.normal)
    )
      return undefined;
    const opens =
      before === undefined ||
      before.kind === 'mark' ||
      before.kind === 'conjunction' ||
      before.kind === 'relative' ||
      (before.kind === 'subordinator' && /^(?:how|why|when|where)$/.test(this.normal(before.head))) ||
      (before.kind === 'adverb' && /^(?:never|only|nor|not|so)$/.test(this.normal(before.head)));
    const subject = this.chunks[index + 1];
    if (subject?.kind !== 'nounPhrase') return undefined;
    // "Only then did I …"
    const isFronted = /^(?:did|do|does)$/.test(head.normal) && this.isNominative(index + 1);
    const isCondition = head.normal === 'had' && this.drafts.at(-1)?.clause.verb?.modal === 'would';
    if (!opens && !isFronted && !isCondition) return undefined;
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
    return (startsQuestion || before !== undefined) &&
      !isTensed &&
      (head.lemma !== 'be' || main.tag !== 'past')
      ? { subject: index + 1, verb: at }
      : undefined;
  }

  private nonFiniteSubject(index: number, tense: string): Subject {
    const before = this.chunks[index - 1];
    const connective =
      before &&
      (before.kind === 'preposition' || before.kind === 'subordinator' || before.kind === 'conjunction')
        ? this.normal(before.head)
        : tense === 'infinitive'
          ? 'to'
          : undefined;
    const last =
      this.drafts.findLast((draft) => draft.clause.verb?.tense !== 'participle') ?? this.drafts.at(-1);
    const make = (actor: Actor | undefined, isOwn: boolean): Subject => ({
      actor,
      isOwn,
      connective,
      isSubordinate: true,
      start: connective === undefined || connective === 'to' ? index : index - 1,
      isRelative: false,
    });
    if (before?.kind === 'nounPhrase') {
      const start = this.chainStart(index - 1);
      const actor = this.actorAt(start);
      if (tense === 'participle') return make(this.actorAt(index - 1), true);
      const isObject =
        last?.clause.affected !== undefined &&
        last.clause.affected.span.end <= (this.terms[this.chunks[index]?.from ?? 0]?.span.start ?? 0) &&
        last.chunk < index;
      if (tense === 'infinitive') {
        const person = isObject && isPersonal(last.clause.affected) ? last.clause.affected : undefined;
        return make(person ?? (last ? last.clause.subject : actor), false);
      }
      const governor = this.chunks[start - 1];
      if (
        actor &&
        (isPersonal(actor) ||
          (governor?.kind === 'preposition' && /^(?:with|of|to|without)$/.test(this.normal(governor.head))) ||
          start === 0)
      )
        return make(actor, true);
      return make(isObject ? last.clause.affected : last?.clause.subject, false);
    }
    if (before?.kind === 'mark' || before === undefined || last === undefined) {
      const coming = last?.isFinite ? undefined : this.comingSubject(index);
      return make(coming ?? last?.clause.subject, false);
    }
    const coming =
      before.kind !== 'conjunction' && !this.drafts.some((draft) => draft.isFinite)
        ? this.comingSubject(index)
        : undefined;
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
      return start > index && (opener?.kind === 'mark' || this.isNominative(start))
        ? this.actorAt(start)
        : undefined;
    }
    return undefined;
  }

  private objectAfter(index: number): { chunk: number; head: string } | undefined {
    let at = index + 1;
    while (this.chunks[at]?.kind === 'adverb') at += 1;
    const object = this.chunks[at];
    if (object?.kind !== 'nounPhrase' || this.isNominative(at)) return undefined;
    // A time is an adverbial: "waited two hours".
    if (
      this.isTime(at) &&
      this.terms[object.head]?.tag !== 'pronoun' &&
      !/^(?:spend|spent|waste|take|save|lose|cost|last)$/.test(
        this.terms[this.chunks[index]?.head ?? -1]?.lemma ?? '',
      )
    )
      return undefined;
    // Followed by a finite verb at once, it is that verb's subject.
    const next = this.chunks[this.chainEnd(at, true) + 1];
    if (
      next?.kind === 'verbGroup' &&
      /^(?:past|auxiliary|modal)$/.test(this.terms[next.from]?.tag ?? '') &&
      this.terms[next.from]?.lemma !== 'get'
    ) {
      const lemma = this.terms[this.chunks[index]?.head ?? -1]?.lemma ?? '';
      if (lemma !== 'tell' && lemma !== 'show' && lemma !== 'remind') return undefined;
    }
    const second = this.chunks[at + 1];
    const direct = second?.kind === 'nounPhrase' && !this.isTime(at + 1) ? second : object;
    return { chunk: at, head: singular(this.normal(direct.head)) };
  }

  private directObject(index: number, object: number, lemma: string): number {
    const second = this.chunks[object + 1];
    const isSecond =
      second?.kind === 'nounPhrase' &&
      ditransitiveVerbs.has(lemma.split(' ')[0] ?? '') &&
      !this.isNominative(object + 1) &&
      !this.isTime(object + 1) &&
      this.chunks[object + 2]?.kind !== 'verbGroup';
    return isSecond && index < object ? object + 1 : object;
  }

  /** "rolled it back", "took the site down". */
  private separatedParticle(index: number): string | undefined {
    if (this.chunks[index]?.particle !== undefined || this.chunks[index + 1]?.kind !== 'nounPhrase')
      return undefined;
    const end = this.chainEnd(index + 1, false);
    const after = this.chunks[end + 1];
    return after && (after.kind === 'adverb' || after.kind === 'adjective')
      ? this.normal(after.head)
      : undefined;
  }

  private agentAfter(index: number): Actor | undefined {
    for (let at = index + 1; at < Math.min(this.chunks.length, index + 7); at += 1) {
      const candidate = this.chunks[at];
      if (
        !candidate ||
        candidate.kind === 'verbGroup' ||
        candidate.kind === 'conjunction' ||
        candidate.kind === 'mark'
      )
        return undefined;
      if (candidate.kind !== 'preposition' || this.normal(candidate.head) !== 'by') continue;
      const agent = this.chunks[at + 1];
      if (agent?.kind !== 'nounPhrase' || this.isTime(at + 1) || this.terms[agent.head]?.tag === 'number')
        return undefined;
      if (this.terms[agent.from]?.tag === 'number' && this.terms[agent.head]?.tag === 'noun')
        return undefined;
      return this.actorAt(at + 1);
    }
    return undefined;
  }

  private connectiveBefore(index: number): string | undefined {
    const before = this.chunks[index - 1];
    return before &&
      (before.kind === 'conjunction' || before.kind === 'subordinator' || before.kind === 'relative')
      ? this.normal(before.head)
      : undefined;
  }

  private clauseSpan(draft: Draft, next: Draft | undefined): { start: number; end: number } {
    const first = this.chunks[Math.min(draft.subject.start, draft.chunk)];
    let to = this.terms.length;
    if (next) {
      const nextStart = Math.min(next.subject.start, next.chunk);
      to = this.chunks[nextStart]?.from ?? to;
      if (to <= (this.chunks[draft.chunk]?.from ?? 0)) to = this.chunks[draft.chunk]?.to ?? to;
    }
    while (
      to > (this.chunks[draft.chunk]?.to ?? 0) &&
      /^(?:mark|conjunction)$/.test(this.terms[to - 1]?.tag ?? '')
    )
      to -= 1;
    return {
      start: this.terms[first?.from ?? 0]?.span.start ?? 0,
      end: this.terms[to - 1]?.span.end ?? this.text.length,
    };
  }

  private fragment(): Clause[] {
    const first = this.chunks.findIndex((candidate) => candidate.kind === 'nounPhrase');
    const start = this.terms[0]?.span.start;
    const last = this.terms.findLast((term) => term.tag !== 'mark');
    if (start === undefined || !last) return [];
    const isGoverned = this.chunks[first - 1]?.kind === 'preposition';
    return [
      {
        span: { start, end: last.span.end },
        subject: first < 0 || isGoverned ? undefined : this.actorAt(first),
        hasOwnSubject: first >= 0 && !isGoverned,
        verb: undefined,
        object: undefined,
        affected: undefined,
        agent: undefined,
        connective: undefined,
        isSubordinate: false,
      },
    ];
  }
}
