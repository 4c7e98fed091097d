import { stemOf } from '../judgement/stems';
import type { Question } from '../rubric/questions';
import { themesAsked, themesOfTags } from '../rubric/themes';

/** A question of a bank, and how near it is to a text in meaning: 0 to 1, where 1 is the same words. */
export interface NearQuestion {
  readonly question: Question;
  readonly similarity: number;
}

/** Questions from this similarity on ask for the same thing in other words. */
export const sameMeaning = 0.45;

/** Words in which interviewers wrap any question, and those that hold a sentence together: they tell nothing of what is asked. */
const wrapping = new Set(
  (
    'a an and any are as at be been but by can could describe did do does ever every example explain for from give had has have ' +
    'how i if in into is it its last like me my of on or our out please share should so some something story tell that the ' +
    'their them then there they thing this time to up us walk was way we went were what when where which who why with would ' +
    'you your yours situation instance occasion recall think about through experience experienced case someone somebody anything ' +
    'ever let hear talk okay ok well got get just really most very'
  ).split(' '),
);

/** The words of a question that tell what it asks for, as stems, in their order; each once. */
export function questionTerms(text: string): string[] {
  return [...new Set(wordsOf(text).map(stemOf))];
}

/** The words that tell something, as they are written but for case. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .map((word) => word.replace(/'(?:s|ve|re|d|ll|m|t)$/, ''))
    .filter((word) => word.length > 1 && !wrapping.has(word));
}

interface Profile {
  /** As it is compared letter by letter. */
  readonly words: string;
  readonly vector: ReadonlyMap<string, number>;
  readonly length: number;
}

/** What a theme in common weighs against a rare word in common. */
const themeWeight = 1.1;
/** How many texts outside the bank are kept with what was read in them. */
const mostRemembered = 5000;

/** Finds the questions of one bank that are nearest in meaning: by words, the rare ones foremost, and by themes. */
export interface QuestionMatcher {
  /** The questions, the nearest first; those that have nothing in common with the text are left out. */
  nearest(text: string): NearQuestion[];
  /** How near two texts are to each other, whether or not they stand in the bank. */
  similarity(one: string, other: string): number;
}

/** Reads the bank once. The texts of a bank may be any; one that asks nothing is near to nothing. */
export function createQuestionMatcher(bank: readonly Question[]): QuestionMatcher {
  const terms = bank.map(({ text }) => questionTerms(text));
  const count = new Map<string, number>();
  for (const term of terms.flat()) count.set(term, (count.get(term) ?? 0) + 1);
  const rarity = (term: string): number => Math.log(1 + bank.length / (1 + (count.get(term) ?? 0)));
  const most = Math.log(1 + bank.length);
  const vectorOf = (text: string, tags: readonly string[]): Map<string, number> => {
    const vector = new Map(questionTerms(text).map((term) => [term, rarity(term) / most]));
    for (const { id } of [...themesAsked(text), ...themesOfTags(tags)])
      vector.set(`theme ${id}`, themeWeight);
    return vector;
  };
  const profileOf = (text: string, tags: readonly string[]): Profile => {
    const vector = vectorOf(text, tags);
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
    return { words: plain(text), vector, length };
  };
  const profiles = bank.map((question) => ({ question, profile: profileOf(question.text, question.tags) }));
  // Front matter may name a question by its id.
  const known = new Map(profiles.flatMap(({ question: { id, text }, profile }) => [[id, profile], [text, profile]])); // prettier-ignore
  const profileFor = (text: string): Profile => {
    let profile = known.get(text);
    if (!profile) {
      // What is typed letter by letter is not kept for ever.
      if (known.size > bank.length + mostRemembered) known.clear();
      known.set(text, (profile = profileOf(text, [])));
    }
    return profile;
  };
  return {
    nearest: (text) =>
      profiles
        .map(({ question, profile }) => ({ question, similarity: similarityOf(profileFor(text), profile) }))
        .filter(({ similarity }) => similarity > 0)
        .sort((a, b) => b.similarity - a.similarity),
    similarity: (one, other) => similarityOf(profileFor(one), profileFor(other)),
  };
}

const matchers = new WeakMap<readonly Question[], QuestionMatcher>();

/** The matcher of a bank, which is read when it is first asked for. */
export function matcherOf(bank: readonly Question[]): QuestionMatcher {
  let matcher = matchers.get(bank);
  if (!matcher) matchers.set(bank, (matcher = createQuestionMatcher(bank)));
  return matcher;
}

/**
 * The question that an id or a text stands for: the bank's own; else, under its own words, what the question of the bank asks for that
 * means the same, or what its themes ask for. Undefined where nothing can be told of it.
 */
export function questionFor(idOrText: string, bank: readonly Question[]): Question | undefined {
  const text = idOrText.trim();
  const [near] = matcherOf(bank).nearest(text);
  if (near?.similarity === 1) return near.question;
  if (near && near.similarity >= sameMeaning) return { ...near.question, id: text, text };
  const asked = themesAsked(text);
  if (asked.length === 0) return undefined;
  const evidence = [...new Set(asked.flatMap((theme) => theme.evidence))];
  return { id: text, text, principles: [], evidence, tags: asked.flatMap(({ id, tags }) => [id, ...tags]) };
}

function similarityOf(one: Profile, other: Profile): number {
  if (one.words === other.words) return one.words === '' ? 0 : 1;
  let product = 0;
  for (const [term, value] of one.vector) product += value * (other.vector.get(term) ?? 0);
  return Math.min(0.99, product / Math.max(1e-9, one.length * other.length));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
