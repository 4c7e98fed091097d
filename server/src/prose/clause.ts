import type { Span } from '../text/span';

/** What a word does in its sentence. */
export type WordClass =
  | 'noun'
  | 'name' // a proper noun, acronyms and team names included
  | 'pronoun'
  | 'determiner' // the, a, this, my, every
  | 'number'
  | 'adjective'
  | 'adverb'
  | 'verb' // present or infinitive: "roll", "rolls"
  | 'past' // "rolled", "broke"
  | 'participle' // "(was) rolled", "(had) broken"
  | 'gerund' // "rolling"
  | 'auxiliary' // be, have, do, and get of a passive, before another verb
  | 'modal'
  | 'to' // before an infinitive
  | 'negation' // not, n't, never
  | 'particle' // "back" of "rolled back"
  | 'preposition'
  | 'conjunction' // and, or, but
  | 'subordinator' // because, when, if
  | 'relative' // who, which, that, what
  | 'possessive' // the 's of "the team's"
  | 'interjection'
  | 'mark'; // punctuation

/** A word or a mark of a sentence. `text` is the slice of the sentence at `span`. */
export interface Term {
  readonly text: string;
  readonly span: Span;
  /**
   * In lower case, with straight apostrophes; contractions taken apart: "didn't" is the two terms "did" ("did") and "n't" ("not"), each
   * with its own slice; figures as they are written ("$8k", "2.5s").
   */
  readonly normal: string;
  /** What it does here. */
  readonly tag: WordClass;
  /** A verb's infinitive, for verbs and auxiliaries; else `normal`. */
  readonly lemma: string;
}

/** Who acts, seen from the narrator. */
export type ActorClass =
  | 'narrator' // I, me, my pair and I
  | 'own-team' // we, us, the team, our squad
  | 'party' // any other person, role, team, vendor or company, "they" included
  | 'system' // software, hardware, data, process, events: what has no will
  | 'impersonal' // it, there, this, that, nobody in particular
  | 'unknown';

/** What kind of deed a verb tells of. A verb may be of several. */
export type DeedClass =
  | 'harm' // broke, took down, deleted, wiped
  | 'neglect' // forgot, skipped, ignored, failed to, rubber-stamped
  | 'repair' // fixed, rolled back, patched, restored
  | 'contain' // rolled back, disabled, throttled, rerouted
  | 'investigate' // traced, compared, profiled, looked into
  | 'build' // wrote, added, designed, migrated
  | 'communicate' // told, posted, mailed, updated
  | 'delegate' // escalated, assigned, handed over, opened a ticket
  | 'wait' // waited, stood by
  | 'prevent' // guarded, gated, alerted
  | 'measure' // measured, confirmed, verified, watched
  | 'decide' // decided, chose, agreed
  | 'feel' // was happy, impressed, thanked, praised
  | 'learn' // learned, realised, understood
  | 'assume' // assumed, hoped, guessed
  | 'change' // improved, rose, fell
  | 'fail' // crashed, broke down, went down: what systems do by themselves
  | 'be'; // states: was, had, seemed

export interface Actor {
  /** The whole noun phrase with its "of …"; of several joined by "and", all of them. */
  readonly span: Span;
  readonly text: string;
  /** The head noun, singular or plural as written, in lower case: "people" of "the client's own IT people". */
  readonly head: string;
  readonly actorClass: ActorClass;
  readonly isPlural: boolean;
}

export interface VerbGroup {
  /** Auxiliaries, negation, adverbs between and the main verb with its particle: "had not been rolled back". */
  readonly span: Span;
  /** The main verb alone; its particle too where it follows at once ("rolled back", but "rolled" of "rolled it back"). */
  readonly mainSpan: Span;
  /** The main verb's infinitive with its particle: "roll back". */
  readonly lemma: string;
  /** Of the group as a whole; a past participle without auxiliary ("a bug found by QA") is 'participle'. */
  readonly tense: 'past' | 'present' | 'future' | 'infinitive' | 'gerund' | 'participle';
  readonly voice: 'active' | 'passive';
  readonly isNegated: boolean;
  /** "should", "could", "would", "must", "may", "can" … in lower case. */
  readonly modal: string | undefined;
  readonly isPerfect: boolean;
  readonly isProgressive: boolean;
  readonly deeds: ReadonlySet<DeedClass>;
}

/** One predication: a verb with who does it and what follows. A fragment without a verb is one clause with `verb` undefined. */
export interface Clause {
  readonly span: Span;
  /** The subject that is spoken in this clause or shared with the clause it is tied to; the antecedent of "who", "which" and "that". */
  readonly subject: Actor | undefined;
  /** Whether the subject (or its relative pronoun) stands in this clause itself, and not only in the one before. */
  readonly hasOwnSubject: boolean;
  readonly verb: VerbGroup | undefined;
  /** The noun phrase after an active verb, with its "of …" (of two, the thing: "the log" of "sent me the log"). */
  readonly object: Span | undefined;
  /** The object seen as one who acts: "my manager asked *me* to look", "I paged *Payments*". Of two objects the person. */
  readonly affected: Actor | undefined;
  /** Who acts in a passive clause: "by the DBA". */
  readonly agent: Actor | undefined;
  /** What ties the clause to its neighbour: "because", "after", "who", "and" … in lower case. */
  readonly connective: string | undefined;
  /** Relative, adverbial, reported, infinitive and participle clauses. */
  readonly isSubordinate: boolean;
}
