import type { CancellationToken } from 'vscode-languageserver';
import { ownPrinciples } from '../library/ownPrinciples';
import { reportedCoverages } from '../library/report/coverages';
import { cueSheet } from '../library/report/cueSheet';
import { libraryReport } from '../library/report/libraryReport';
import { reportStory, type ReportStory } from '../library/report/reportStory';
import {
  cueSheetRequest,
  reportRequest,
  type ReportPage,
  type ReportParams,
  type StoryParams,
  type StorySummary,
} from '../protocol';
import { folderHolding } from './folders';
import type { LibraryService } from './library';
import type { QuestionBank } from './questionBank';
import type { Session } from './session';

/** How long to wait before the library is looked at again while it is still being read, in milliseconds. */
const waitingTime = 100;

/** Pages to print or to keep: on the library, and on one story. */
export function provideReports(session: Session, library: LibraryService, bank: QuestionBank): void {
  const { connection, userFiles } = session;
  connection.onRequest(
    reportRequest,
    async ({ date }: ReportParams, token: CancellationToken): Promise<ReportPage | null> => {
      const summaries = await allStories(library, token);
      const stories: ReportStory[] = [];
      for (const summary of summaries) {
        if (token.isCancellationRequested) return null;
        stories.push(await readStory(summary, session, library));
        // What is typed meanwhile comes in between.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      const own = {
        principleSets: await userFiles.all(ownPrinciples),
        questions: (await bank.questions()).filter((question) => bank.isOwn(question)),
      };
      const [folder, ...others] = session.folders;
      const html = libraryReport({
        name: others.length === 0 ? (folder?.name ?? '') : '',
        date,
        stories,
        coverages: reportedCoverages(
          stories.map(({ summary }) => summary),
          own,
        ),
        problems: [],
      });
      return { html, stories: stories.length };
    },
  );
  connection.onRequest(cueSheetRequest, async ({ uri }: StoryParams): Promise<ReportPage | null> => {
    const opened = (await session.openStory(uri)) ?? (await library.open(uri));
    return opened ? { html: cueSheet(uri, opened.review), stories: 1 } : null;
  });
}

/** All stories, once all have been read. */
async function allStories(
  library: LibraryService,
  token: CancellationToken,
): Promise<readonly StorySummary[]> {
  for (;;) {
    const { stories, isComplete } = await library.stories();
    if (isComplete || token.isCancellationRequested) return stories;
    await new Promise((resolve) => setTimeout(resolve, waitingTime));
  }
}

async function readStory(
  summary: StorySummary,
  session: Session,
  library: LibraryService,
): Promise<ReportStory> {
  const { uri } = summary;
  const folder = folderHolding(
    uri,
    session.folders.map((each) => each.uri),
  );
  const { options } = await session.settingsOf(folder ?? uri);
  const opened = summary.problem === null ? await library.open(uri) : null;
  if (opened) return reportStory(uri, opened.review, options.budgets);
  const time = { total: summary.seconds, setup: 0, action: summary.seconds, budgets: options.budgets };
  return { summary, readinessTerms: [], time, holes: [] };
}
