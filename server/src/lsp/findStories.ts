import type { CancellationToken } from 'vscode-languageserver';
import { QuestionSearch } from '../library/questionSearch';
import {
  findStoriesRequest,
  questionsRequest,
  type FindStoriesParams,
  type FoundStories,
  type KnownQuestion,
  type QuestionsParams,
  type StorySummary,
} from '../protocol';
import { sameMeaning } from '../review/nearestQuestions';
import { evidence } from '../rubric/evidence';
import { principleOf } from '../rubric/principles';
import type { Question } from '../rubric/questions';
import { readFrontMatter } from '../story/frontMatter';
import type { LibraryService } from './library';
import type { QuestionBank } from './questionBank';
import type { Session } from './session';

/** How long stories are taken into the index before requests are let through, in milliseconds: less than a frame. */
const sliceTime = 10;
/** How many files are read at once. */
const readAtOnce = 16;

/** Answers “which of my stories answers this?”. Nothing is read or held before the first question. */
export function provideFindStories(session: Session, library: LibraryService, bank: QuestionBank): void {
  const { connection } = session;
  let index: StoryIndex | undefined;
  connection.onRequest(
    findStoriesRequest,
    async ({ question }: FindStoriesParams, token: CancellationToken): Promise<FoundStories> => {
      const questions = await bank.questions();
      index ??= new StoryIndex(session, library, questions);
      const isComplete = await index.update(questions, token);
      const found = token.isCancellationRequested ? [] : index.search.find(question);
      const [near] = index.search.nearest(question);
      return {
        question: near && near.similarity >= sameMeaning ? toKnown(near.question, bank) : null,
        stories: found.flatMap(({ uri, fit, reasons, missing }) => {
          const summary = index?.summaryOf(uri);
          return summary ? [{ summary, fit, reasons, missing: missing.map(shortName) }] : [];
        }),
        isComplete,
      };
    },
  );
  connection.onRequest(questionsRequest, async ({ uri }: QuestionsParams): Promise<KnownQuestion[]> => {
    const questions = await bank.questions(uri);
    return questions.map((question) => toKnown(question, bank));
  });
}

function toKnown(question: Question, bank: QuestionBank): KnownQuestion {
  const { id, text, principles, evidence: kinds } = question;
  return {
    id,
    text,
    principles: principles.map((principle) => principleOf(principle)?.name ?? principle),
    evidence: kinds.map(shortName),
    isOwn: bank.isOwn(question),
  };
}

function shortName(kind: string): string {
  return kind in evidence ? evidence[kind as keyof typeof evidence].short : kind;
}

/**
 * Holds the texts of the library ready for the search. Which of them are out of date it sees by what the library made of them, which is
 * made anew whenever a story changes; so there is nothing that could be forgotten.
 */
class StoryIndex {
  readonly search: QuestionSearch;
  private readonly taken = new Map<
    string,
    { readonly stamp: unknown; readonly version: number | undefined }
  >();
  private summaries: ReadonlyMap<string, StorySummary> = new Map();
  /** One update after the other: two at once would read the same files. */
  private updating: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: Session,
    private readonly library: LibraryService,
    questions: readonly Question[],
  ) {
    this.search = new QuestionSearch(questions);
  }

  summaryOf(uri: string): StorySummary | undefined {
    return this.summaries.get(uri);
  }

  /** Takes in what has changed, and resolves to whether that is all there is. Stops early when the question is no longer of interest. */
  update(questions: readonly Question[], token: CancellationToken): Promise<boolean> {
    const update = this.updating.then(() => this.takeIn(questions, token));
    this.updating = update.catch(() => undefined);
    return update;
  }

  private async takeIn(questions: readonly Question[], token: CancellationToken): Promise<boolean> {
    this.search.setBank(questions);
    const { stories: known, isComplete, stamps } = await this.library.stories();
    // What was not reviewed yet shows no evidence, which is not to count against it.
    const stories = known.filter(({ isReviewed }) => isReviewed);
    this.summaries = new Map(stories.map((summary) => [summary.uri, summary]));
    for (const uri of this.taken.keys()) {
      if (this.summaries.has(uri)) continue;
      this.taken.delete(uri);
      this.search.remove(uri);
    }
    const stale = stories.filter(({ uri }) => this.isStale(uri, stamps.get(uri)));
    let sliceEnd = Date.now() + sliceTime;
    for (let at = 0; at < stale.length; at += readAtOnce) {
      const batch = stale.slice(at, at + readAtOnce);
      const texts = await Promise.all(
        batch.map(({ uri }) => this.library.textOf(uri).catch(() => undefined)),
      );
      if (token.isCancellationRequested) return false;
      for (const [place, summary] of batch.entries()) {
        this.takeStory(summary, stamps.get(summary.uri), texts[place]);
        if (Date.now() < sliceEnd) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        sliceEnd = Date.now() + sliceTime;
      }
    }
    return isComplete;
  }

  private isStale(uri: string, stamp: unknown): boolean {
    const taken = this.taken.get(uri);
    return taken?.stamp !== stamp || taken?.version !== this.session.documents.get(uri)?.version;
  }

  private takeStory(summary: StorySummary, stamp: unknown, text: string | undefined): void {
    const version = this.session.documents.get(summary.uri)?.version;
    this.taken.set(summary.uri, { stamp, version });
    if (text === undefined || summary.problem !== null) this.search.remove(summary.uri);
    else this.search.set(summary, text.slice(readFrontMatter(text).span.end));
  }
}
