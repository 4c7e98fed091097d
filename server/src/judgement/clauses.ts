import { classNames, type Mention } from './lexicon/index';
import type { Tokens } from './tokens';

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

/** Who acts. The first ones are pronouns; the rest come from the lexicon's classes of people and things. */
export const Actor = {
  none: 0,
  narrator: 1,
  ownTeam: 2,
  they: 3,
  it: 4,
  someone: 5,
  nobody: 6,
  role: 7,
  department: 8,
  outsider: 9,
  predecessor: 10,
  boss: 11,
  audience: 12,
  name: 13,
  system: 14,
  you: 15,
} as const;

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

const words = (list: string): Set<string> => new Set(list.split(' '));
const subjectPronouns = new Map<string, number>([
  ...['i', 'myself'].map((word): [string, number] => [word, Actor.narrator]),
  ['we', Actor.ownTeam],
  ...['he', 'she', 'they', 'who'].map((word): [string, number] => [word, Actor.they]),
  ...['it', 'this', 'that', 'which', 'these', 'those'].map((word): [string, number] => [word, Actor.it]),
  ...['someone', 'somebody', 'whoever', 'people', 'one'].map((word): [string, number] => [
    word,
    Actor.someone,
  ]),
  ...['nobody', 'noone', 'none', 'anyone', 'anybody'].map((word): [string, number] => [word, Actor.nobody]),
  ...['everyone', 'everybody', 'both'].map((word): [string, number] => [word, Actor.ownTeam]),
  ['you', Actor.you],
]);
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
const prepositions = words(
  'to with by from of for at on in into onto about against between among through via behind under over after before than like as',
);
const beForms = words('am is are was were be been being get gets got getting gotten');
const modals = words('should would could might may must ought shall can will');
const negations = words("not n't never no nor neither without hardly barely");
const perfects = words('have has had having');
const boundaries = words(
  '. , ; : ! ? ( ) — – - " “ ” and but so because while when after once until if then which who that as since where although though or before',
);
const participles = words(
  'broken brought built bought caught chosen cut done drawn driven fallen felt found forgotten frozen given gone grown held kept known ' +
    'laid led left lost made put read rebuilt rewritten run sent set shown shut split taken taught told thrown undone understood withdrawn ' +
    'written hit spent sold paid met overwritten worn torn shed spun swept bound fed dealt blown begun thought said heard seen rung stuck struck',
);
const adverbs = words(
  "also then just only finally quickly already still immediately simply later first eventually soon never not n't always even all both again once duly actually really",
);

const kindOf = (name: string): number => classNames.indexOf(name);
const actorOfKind = new Map(peopleActors.map(([name, actor]) => [kindOf(name), actor]));
const deedKinds = new Map(deedClasses.split(' ').map((name, rank) => [kindOf(name), rank]));

/**
 * Reads the deeds of a sentence from left to right: the actor is the last likely subject, "and" keeps it, a form of
 * "be" before a participle makes a passive. A reading by rule of thumb: quick, and good enough to weigh.
 */
export function readClauses(tokens: Tokens, mentions: readonly Mention[]): Clause[] {
  const { length, words: text, stems } = tokens;
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
    const word = text[i]!;
    if (boundaries.has(word)) {
      manner = 0;
      if (word !== 'and' && word !== ',' && word !== 'or')
        dependent = /^(after|once|when|because|while|since|until|before|if|although|though)$/.test(word)
          ? Manner.dependent
          : 0;
    }
    if (negations.has(word)) manner |= Manner.negated;
    else if (modals.has(word)) manner |= Manner.modal;
    else if (perfects.has(word)) manner |= Manner.perfect;
    const pronoun = subjectPronouns.get(word);
    const previous = i > 0 ? text[i - 1]! : '.';
    if (pronoun !== undefined && !prepositions.has(previous)) {
      actor = word === 'who' && lastActor !== Actor.none ? lastActor : pronoun;
      lastActor = actor;
      sinceActor = 0;
      continue;
    }
    if (actors[i]! > 0 && deeds[i] === 0) {
      lastActor = actors[i]!;
      if (isSubjectPlace(text, i, clauses.at(-1))) {
        actor = actors[i]!;
        sinceActor = 0;
        continue;
      }
    }
    const passive = passiveAt(text, i);
    const isVerb =
      deeds[i]! > 0 ||
      passive ||
      (sinceActor <= 1 &&
        actor <= Actor.you &&
        actor > 0 &&
        isWord(word) &&
        !adverbs.has(word) &&
        !modals.has(word) &&
        !perfects.has(word) &&
        !beForms.has(word) &&
        !boundaries.has(word));
    if (adverbs.has(word) || modals.has(word) || perfects.has(word) || negations.has(word)) continue;
    sinceActor++;
    if (!isVerb || prepositions.has(word)) continue;
    const end = Math.max(i + 1, deedEnds[i]!);
    let flags = manner | dependent;
    if (passive)
      flags |=
        Manner.passive |
        (agentFollows(text, end) ? Manner.agent : 0) |
        (previous === 'being' ? Manner.progressive : 0);
    clauses.push({ actor, deed: deeds[i]!, verb: stems[i]!, manner: flags, from: i, to: end });
    sinceActor = 9;
    if (end > i + 1) i = end - 1;
  }
  return clauses;
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
function isSubjectPlace(text: readonly string[], at: number, last: Clause | undefined): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const word = text[i]!;
    if (boundaries.has(word)) return true;
    if (prepositions.has(word)) return false;
    if (last !== undefined && i < last.to) return false;
  }
  return last === undefined || at - last.to > 3;
}

function passiveAt(text: readonly string[], at: number): boolean {
  const word = text[at]!;
  if (!(participles.has(word) || (word.length > 3 && word.endsWith('ed')))) return false;
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    if (beForms.has(text[i]!) || text[i] === "'s" || text[i] === "'re") return true;
    if (!adverbs.has(text[i]!) && !text[i]!.endsWith('ly')) return false;
  }
  return false;
}

function agentFollows(text: readonly string[], from: number): boolean {
  for (let i = from; i < text.length && i < from + 6; i++) {
    if (text[i] === 'by') return !(text[i + 1] ?? '').endsWith('ing') && text[i + 1] !== 'hand';
    if (text[i] === ',' || text[i] === 'and') return false;
  }
  return false;
}

function isWord(word: string): boolean {
  return word.length > 1 && word >= 'a' && word < '{' && !word.endsWith('ly');
}
