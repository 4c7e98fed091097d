import { coverageOf } from '../library/coverage';
import { ownPrinciples } from '../library/ownPrinciples';
import { coverageRequest, type Coverage, type CoverageParams } from '../protocol';
import type { LibraryService } from './library';
import type { QuestionBank } from './questionBank';
import type { Session } from './session';

/** How the library covers what an interview asks for: of all folders, as it is now. */
export function provideCoverage(
  { connection, userFiles }: Session,
  library: LibraryService,
  bank: QuestionBank,
): void {
  connection.onRequest(coverageRequest, async ({ target }: CoverageParams): Promise<Coverage> => {
    const [{ stories, isComplete }, principleSets, questions] = await Promise.all([
      library.stories(),
      userFiles.all(ownPrinciples),
      bank.questions(),
    ]);
    const own = { principleSets, questions: questions.filter((question) => bank.isOwn(question)) };
    // What was not reviewed yet shows no evidence, which is not to be counted as a lack of it.
    const reviewed = stories.filter(({ isReviewed }) => isReviewed);
    return coverageOf(reviewed, own, target, isComplete);
  });
}
