import type { Span } from '../text/span';

/** A word of a sentence as the tagger reads it. `text` is the slice of the sentence at `span`. */
export interface Term {
  readonly text: string;
  readonly span: Span;
  /** In lower case, contractions taken apart ("didn't" is the two terms "did" and "not"; the second may have an empty span). */
  readonly normal: string;
  readonly tags: ReadonlySet<string>;
}

/** Who acts, seen from the narrator. */
export type ActorClass =
  | 'narrator' // I, me, my pair and I
  | 'own-team' // we, us, the team, our squad
  | 'party' // any other person, role, team, vendor or company, "they" included
  | 'system' // software, hardware, data, process: what has no will
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
  | 'prevent' // guards, gates, alerts
  | 'measure' // measured, confirmed, verified, watched
  | 'decide' // decided, chose, agreed
  | 'feel' // was happy, impressed, thanked, praised
  | 'learn' // learned, realised, understood
  | 'assume' // assumed, hoped, guessed
  | 'change' // improved, rose, fell
  | 'be'; // states

export interface Actor {
  readonly span: Span;
  readonly text: string;
  readonly actorClass: ActorClass;
  readonly isPlural: boolean;
}

export interface VerbGroup {
  /** Auxiliaries, negation, adverbs between and the main verb with its particle: "had not been rolled back". */
  readonly span: Span;
  /** The main verb alone with its particle. */
  readonly mainSpan: Span;
  /** The main verb's infinitive with its particle: "roll back". */
  readonly lemma: string;
  readonly tense: 'past' | 'present' | 'future' | 'infinitive' | 'gerund' | 'participle';
  readonly voice: 'active' | 'passive';
  readonly isNegated: boolean;
  /** "should", "could", "would", "must", "may", "can" … in lower case. */
  readonly modal: string | undefined;
  readonly isPerfect: boolean;
  readonly isProgressive: boolean;
  readonly deeds: ReadonlySet<DeedClass>;
}

/** One predication: a verb with who does it and what follows. */
export interface Clause {
  readonly span: Span;
  /** The subject that is spoken in this clause or shared with the clause it is coordinated with. */
  readonly subject: Actor | undefined;
  /** Whether the subject stands in this clause itself, and not only in the one before. */
  readonly hasOwnSubject: boolean;
  readonly verb: VerbGroup | undefined;
  /** The noun phrase after an active verb. */
  readonly object: Span | undefined;
  /** Who acts in a passive clause: "by the DBA". */
  readonly agent: Actor | undefined;
  /** What ties the clause to its neighbour: "because", "after", "who", "and" … in lower case. */
  readonly connective: string | undefined;
  readonly isSubordinate: boolean;
}
