import MiniSearch, { type SearchResult } from 'minisearch';
import { stemOf } from '../judgement/stems';
import type { StorySummary } from '../protocol';
import {
  matcherOf,
  questionTerms,
  sameMeaning,
  wordsOf,
  type NearQuestion,
  type QuestionMatcher,
} from '../review/nearestQuestions';
import { normalisedName, principleOf } from '../rubric/principles';
import type { Question } from '../rubric/questions';
import { themesOfTags, themesTold } from '../rubric/themes';
import { readQuestion, type QuestionReading } from './questionReading';
import { reasonsFor, type StoryMatch } from './questionReasons';

/** A story that may answer a question. */
export interface FoundStory {
  readonly uri: string;
  /** How well it answers: the best are worth telling as they are, the weak only where there is nothing else. */
  readonly fit: 'strong' | 'fair' | 'weak';
  /** For the order; of no other meaning. */
  readonly score: number;
  /** Why it is found, in words, the weightiest first. */
  readonly reasons: readonly string[];
  /** The kinds of evidence that the question asks for and the story does not show. */
  readonly missing: readonly string[];
}

/** What a story is found by, besides its words. */
interface IndexedStory {
  readonly summary: StorySummary;
  readonly themes: ReadonlySet<string>;
  readonly principles: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
}

/** What each ground to find a story weighs; each is a share from 0 to 1. */
const weights = {
  named: 2.2,
  themes: 1.5,
  evidence: 1,
  words: 1.4,
  principles: 0.6,
  readiness: 0.3,
} as const;
/** The scores from which a story answers well, or passably. */
const fits = { strong: 2.4, fair: 1.5 } as const;

/** Where words of a question count more than in the body of a story. */
const boost = { title: 2.5, tags: 2, questions: 1.5 } as const;

/** Finds the stories that answer a question. Holds what it was given; whoever gives it the stories keeps them true. */
export class QuestionSearch {
  private readonly stories = new Map<string, IndexedStory>();
  private readonly words = new MiniSearch<{
    id: string;
    title: string;
    tags: string;
    questions: string;
    text: string;
  }>({
    fields: ['title', 'tags', 'questions', 'text'],
    tokenize: wordsOf,
    processTerm: stemOf,
    searchOptions: { boost },
  });
  private matcher: QuestionMatcher;

  /** @param bank the questions that are known, the user's own among them */
  constructor(private bank: readonly Question[]) {
    this.matcher = matcherOf(bank);
  }

  get size(): number {
    return this.stories.size;
  }

  /** Takes another bank of questions; the stories stay. */
  setBank(bank: readonly Question[]): void {
    if (bank === this.bank) return;
    this.bank = bank;
    this.matcher = matcherOf(bank);
  }

  /** Takes a story in, or its new version. @param text without its front matter */
  set(summary: StorySummary, text: string): void {
    this.remove(summary.uri);
    const tagged = themesOfTags(summary.tags).map(({ id }) => id);
    const told = themesTold(`${summary.title}\n${text}`, summary.evidence).map(({ id }) => id);
    this.stories.set(summary.uri, {
      summary,
      themes: new Set([...tagged, ...told]),
      principles: new Set(summary.principles.map((name) => principleOf(name)?.id ?? normalisedName(name))),
      evidence: new Set(summary.evidence),
    });
    const { uri, title, tags, questions } = summary;
    this.words.add({ id: uri, title, tags: tags.join(' '), questions: questions.join(' '), text });
  }

  remove(uri: string): void {
    if (this.stories.delete(uri)) this.words.discard(uri);
  }

  /** The questions of the bank that are nearest to a text in meaning. */
  nearest(question: string): NearQuestion[] {
    return this.matcher.nearest(question);
  }

  /**
   * The stories that answer a question, the best first; none where the question tells nothing, or the library has nothing that bears on it.
   */
  find(question: string, limit = 10): FoundStory[] {
    const reading = readQuestion(question, this.matcher);
    if (!reading) return [];
    const wordMatches = this.wordMatches(question);
    return [...this.stories.values()]
      .map((story) => this.match(story, reading, wordMatches.get(story.summary.uri)))
      .filter(({ isRelevant }) => isRelevant)
      .sort((a, b) => b.score - a.score || (a.summary.uri < b.summary.uri ? -1 : 1))
      .slice(0, limit)
      .map((match) => ({
        uri: match.summary.uri,
        fit: fitOf(match, reading),
        score: match.score,
        reasons: reasonsFor(match, reading),
        missing: [...reading.evidence.keys()].filter((kind) => !match.summary.evidence.includes(kind)),
      }));
  }

  private match(
    { summary, themes, principles, evidence }: IndexedStory,
    reading: QuestionReading,
    words: WordMatch = noWords,
  ): StoryMatch & { score: number; isRelevant: boolean } {
    const named = nearestOwnQuestion(summary, reading, this.matcher);
    const shares = {
      named: named.similarity ** 2,
      themes: share(reading.themes, themes),
      evidence: share(reading.evidence, evidence),
      words: words.share,
      principles: largest(reading.principles, principles),
      readiness: summary.readiness / 100,
    };
    const score = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
      (sum, ground) => sum + weights[ground] * shares[ground],
      0,
    );
    const isRelevant = shares.named + shares.themes + shares.evidence + shares.words + shares.principles > 0;
    return { summary, themes, principles, evidence, named, words: words.words, score, isRelevant };
  }

  /** For each story that holds a word of the question: which, and their share of all that the question says, the rare ones counting more. */
  private wordMatches(question: string): Map<string, WordMatch> {
    const terms = questionTerms(question);
    if (terms.length === 0) return new Map();
    const results = this.words.search(question);
    const holding = new Map<string, number>();
    for (const { terms: found } of results)
      for (const term of new Set(found)) holding.set(term, (holding.get(term) ?? 0) + 1);
    const rarity = (term: string): number =>
      Math.log(1 + (this.stories.size + 1) / ((holding.get(term) ?? 0) + 0.5));
    const all = terms.reduce((sum, term) => sum + rarity(term), 0);
    const best = results[0]?.score ?? 1;
    const written = new Map(wordsOf(question).map((word) => [stemOf(word), word]));
    return new Map(
      results.map((result) => {
        const found = [...new Set(result.terms)];
        const covered = found.reduce((sum, term) => sum + rarity(term), 0) / all;
        const rare = found.filter((term) => (holding.get(term) ?? 0) <= Math.max(2, this.stories.size / 3));
        return [
          String(result.id),
          {
            share: (covered + strengthOf(result, best)) / 2,
            words: rare.map((term) => written.get(term) ?? term),
          },
        ];
      }),
    );
  }
}

/** A story that is about something else is a weak answer, however complete it is. */
function fitOf(
  { score, named, themes, words }: StoryMatch & { score: number },
  reading: QuestionReading,
): FoundStory['fit'] {
  const asked = [...reading.themes].filter(([, weight]) => weight === 1);
  const isToThePoint =
    named.similarity >= sameMeaning ||
    words.length > 1 ||
    asked.length === 0 ||
    asked.some(([id]) => themes.has(id));
  if (!isToThePoint || score < fits.fair) return 'weak';
  return score >= fits.strong ? 'strong' : 'fair';
}

interface WordMatch {
  readonly share: number;
  /** The words of the question that the story holds and few others do. */
  readonly words: readonly string[];
}
const noWords: WordMatch = { share: 0, words: [] };

function strengthOf({ score }: SearchResult, best: number): number {
  return score / best;
}

function nearestOwnQuestion(
  { questions }: StorySummary,
  { text, nearest }: QuestionReading,
  matcher: QuestionMatcher,
): { text: string; similarity: number } {
  let found = { text: '', similarity: 0 };
  for (const own of questions) {
    // Two wordings of one question of the bank are one question.
    const byBank = nearest.find(({ question }) => question.text === own)?.similarity ?? 0;
    const similarity = Math.max(byBank, matcher.similarity(text, own));
    if (similarity > found.similarity) found = { text: own, similarity };
  }
  return found;
}

/** How much of what is asked for is there. */
function share(asked: ReadonlyMap<string, number>, shown: ReadonlySet<string>): number {
  let all = 0;
  let there = 0;
  for (const [id, weight] of asked) {
    all += weight;
    if (shown.has(id)) there += weight;
  }
  return all === 0 ? 0 : there / all;
}

function largest(asked: ReadonlyMap<string, number>, shown: ReadonlySet<string>): number {
  return Math.max(0, ...[...asked].filter(([id]) => shown.has(id)).map(([, weight]) => weight));
}
