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

/** What a word does in a clause, as flags: they are looked up once a word, and then read off for each sentence that it stands in. */
export const Role = {
  boundary: 1,
  /** A boundary that leaves a clause as dependent as the one before: "and", "or", a comma. */
  joint: 2,
  /** A boundary that makes the clause dependent: "after", "because". */
  dependent: 4,
  negation: 8,
  modal: 16,
  perfect: 32,
  preposition: 64,
  beForm: 128,
  /** What may stand between "was" and its participle. */
  loose: 256,
  participle: 512,
  adverb: 1024,
  /** A word of letters that may be a verb. */
  plainWord: 2048,
} as const;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
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
const prepositions = words(
  'to with by from of for at on in into onto about against between among through via behind under over after before than like as',
);
const beForms = words('am is are was were be been being get gets got getting gotten');
/** Only before a participle, where they are "is" and "are". */
const shortBeForms = words("'s 're");
const modals = words('should would could might may must ought shall can will');
const negations = words("not n't never no nor neither without hardly barely");
const perfects = words('have has had having');
const boundaries = words(
  '. , ; : ! ? ( ) — – - " “ ” and but so because while when after once until if then which who that as since where although though or before',
);
const joints = words('and , or');
const dependents = words('after once when because while since until before if although though');
const participles = words(
  'broken brought built bought caught chosen cut done drawn driven fallen felt found forgotten frozen given gone grown held kept known ' +
    'laid led left lost made put read rebuilt rewritten run sent set shown shut split taken taught told thrown undone understood withdrawn ' +
    'written hit spent sold paid met overwritten worn torn shed spun swept bound fed dealt blown begun thought said heard seen rung stuck struck',
);
const adverbs = words(
  "also then just only finally quickly already still immediately simply later first eventually soon never not n't always even all both again once duly actually really",
);

/** The flags of `Role` that hold for a word as it is compared. */
export function rolesOf(word: string): number {
  const isLy = word.endsWith('ly');
  const isPlain = word.length > 1 && word >= 'a' && word < '{' && !isLy;
  const isParticiple = participles.has(word) || (word.length > 3 && word.endsWith('ed'));
  return (
    (boundaries.has(word) ? Role.boundary : 0) |
    (joints.has(word) ? Role.joint : 0) |
    (dependents.has(word) ? Role.dependent : 0) |
    (negations.has(word) ? Role.negation : 0) |
    (modals.has(word) ? Role.modal : 0) |
    (perfects.has(word) ? Role.perfect : 0) |
    (prepositions.has(word) ? Role.preposition : 0) |
    (beForms.has(word) ? Role.beForm : 0) |
    (adverbs.has(word) || isLy ? Role.loose : 0) |
    (isParticiple ? Role.participle : 0) |
    (adverbs.has(word) ? Role.adverb : 0) |
    (isPlain ? Role.plainWord : 0)
  );
}

/** Whether a passive may begin with the word: a form of "be" or "get", or what is left of one. */
export function opensPassive(word: string): boolean {
  return beForms.has(word) || shortBeForms.has(word);
}

/** The actor that a pronoun stands for, or undefined where the word is none. */
export function pronounActor(word: string): number | undefined {
  return subjectPronouns.get(word);
}
