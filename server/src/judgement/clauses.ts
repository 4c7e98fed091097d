import { Actor, Role } from './clause-words';
import { classNames, type Mention } from './lexicon/index';
import type { Tokens } from './tokens';
import type { Word } from './words';

export { Actor } from './clause-words';

/** One deed of a sentence: who did what, and how it is put. All parts are small numbers, to be mixed into features. */
export interface Clause {
  /** Number of the class of whoever acts (see `Actor`). */
  actor: number;
  /** The deed's lexicon class, or 0 where the verb is in none. */
  deed: number;
  /** Hash of the verb's stem. */
  verb: number;
  /** Sum of `Manner` flags. */
  manner: number;
  /** Tokens, half-open. */
  from: number;
  to: number;
}

/** How a deed is put. */
export const Manner = {
  negated: 1,
  modal: 2,
  passive: 4,
  agent: 8,
  progressive: 16,
  perfect: 32,
  dependent: 64,
} as const;

const peopleActors: readonly [string, number][] = [
  ['predecessor', Actor.predecessor],
  ['boss', Actor.boss],
  ['outsider', Actor.outsider],
  ['department', Actor.department],
  ['role', Actor.role],
  ['audience', Actor.audience],
  ['system', Actor.system],
];
const deedClasses =
  'harm neglect contain repair investigate communicate delegate wait assigned initiative praise complete learn develop assume verify vague change effort deny panic';
const kindOf = (name: string): number => classNames.indexOf(name);
const actorOfKind = new Map(peopleActors.map(([name, actor]) => [kindOf(name), actor]));
const deedKinds = new Map(deedClasses.split(' ').map((name, rank) => [kindOf(name), rank]));

/**
 * Reads the deeds of a sentence from left to right: the actor is the last likely subject, "and" keeps it, a form of
 * "be" before a participle makes a passive. A reading by rule of thumb: quick, and good enough to weigh.
 */
export function readClauses(tokens: Tokens, mentions: readonly Mention[]): Clause[] {
  const { length, known } = tokens;
  const actors = new Uint8Array(length);
  const deeds = new Int16Array(length);
  const deedEnds = new Int32Array(length);
  markMentions(tokens, mentions, actors, deeds, deedEnds);
  const clauses: Clause[] = [];
  let actor: number = Actor.none;
  let lastActor: number = Actor.none;
  let manner = 0;
  let sinceActor = 9;
  let dependent = 0;
  for (let i = 0; i < length; i++) {
    const { text, roles, pronoun } = known[i]!;
    if (roles & Role.boundary) {
      manner = 0;
      if (!(roles & Role.joint)) dependent = roles & Role.dependent ? Manner.dependent : 0;
    }
    if (roles & Role.negation) manner |= Manner.negated;
    else if (roles & Role.modal) manner |= Manner.modal;
    else if (roles & Role.perfect) manner |= Manner.perfect;
    const previous = i > 0 ? known[i - 1] : undefined;
    if (pronoun >= 0 && !(previous && previous.roles & Role.preposition)) {
      actor = text === 'who' && lastActor !== Actor.none ? lastActor : pronoun;
      lastActor = actor;
      sinceActor = 0;
      continue;
    }
    if (actors[i]! > 0 && deeds[i] === 0) {
      lastActor = actors[i]!;
      if (isSubjectPlace(known, i, clauses.at(-1))) {
        actor = actors[i]!;
        sinceActor = 0;
        continue;
      }
    }
    const passive = passiveAt(known, i);
    const isVerb = deeds[i]! > 0 || passive || (sinceActor <= 1 && isBesidePronoun(actor, roles));
    if (roles & (Role.adverb | Role.modal | Role.perfect | Role.negation)) continue;
    sinceActor++;
    if (!isVerb || roles & Role.preposition) continue;
    const end = Math.max(i + 1, deedEnds[i]!);
    const voice = passive ? passiveManner(previous, agentFollows(known, end)) : 0;
    const flags = manner | dependent | voice;
    clauses.push({ actor, deed: deeds[i]!, verb: known[i]!.stem, manner: flags, from: i, to: end });
    sinceActor = 9;
    if (end > i + 1) i = end - 1;
  }
  return clauses;
}

/** Whether a word that no lexicon names may be what "I" or "we" did: "I rebased …". */
function isBesidePronoun(actor: number, roles: number): boolean {
  return (
    actor <= Actor.you &&
    actor > 0 &&
    (roles & Role.plainWord) !== 0 &&
    (roles & (Role.adverb | Role.modal | Role.perfect | Role.beForm | Role.boundary)) === 0
  );
}

function passiveManner(previous: Word | undefined, hasAgent: boolean): number {
  return (
    Manner.passive | (hasAgent ? Manner.agent : 0) | (previous?.text === 'being' ? Manner.progressive : 0)
  );
}

function markMentions(
  tokens: Tokens,
  mentions: readonly Mention[],
  actors: Uint8Array,
  deeds: Int16Array,
  deedEnds: Int32Array,
): void {
  for (const { kind, from, to } of mentions) {
    const actor = actorOfKind.get(kind);
    if (actor !== undefined && (actors[to - 1] === 0 || actor < actors[to - 1]!)) actors[to - 1] = actor;
    const rank = deedKinds.get(kind);
    if (rank !== undefined && (deedEnds[from]! < to || (deedEnds[from] === to && rank + 1 < deeds[from]!))) {
      deeds[from] = rank + 1;
      deedEnds[from] = to;
    }
  }
  for (let i = 1; i < tokens.length; i++) {
    if (
      tokens.capital[i] &&
      actors[i] === 0 &&
      !tokens.figure[i] &&
      tokens.words[i] !== 'i' &&
      tokens.words[i]!.length > 2
    )
      actors[i] = Actor.name;
  }
}

/** Whether a noun at `at` is likelier a subject than an object: it opens a clause and stands after no preposition. */
function isSubjectPlace(known: readonly Word[], at: number, last: Clause | undefined): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const { roles } = known[i]!;
    if (roles & Role.boundary) return true;
    if (roles & Role.preposition) return false;
    if (last !== undefined && i < last.to) return false;
  }
  return last === undefined || at - last.to > 3;
}

function passiveAt(known: readonly Word[], at: number): boolean {
  if (!(known[at]!.roles & Role.participle)) return false;
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    if (known[i]!.opensPassive) return true;
    if (!(known[i]!.roles & Role.loose)) return false;
  }
  return false;
}

function agentFollows(known: readonly Word[], from: number): boolean {
  for (let i = from; i < known.length && i < from + 6; i++) {
    const { text } = known[i]!;
    const after = known[i + 1]?.text;
    if (text === 'by') return after === undefined || (!after.endsWith('ing') && after !== 'hand');
    if (text === ',' || text === 'and') return false;
  }
  return false;
}
