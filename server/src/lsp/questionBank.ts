import { questionsFile, readOwnQuestions } from '../library/ownQuestions';
import { questions as builtIn, type Question } from '../rubric/questions';
import type { Session } from './session';
import type { UserFileKind } from './userFiles';

/** The questions that are known: ours, and those that the user keeps in each folder. */
export interface QuestionBank {
  /**
   * The user's own first. Those of the folder that holds the resource; without one, those of all folders. The same list as long as
   * nothing changes, so that what was read in it can be kept.
   */
  questions(uri?: string): Promise<readonly Question[]>;
  isOwn(question: Question): boolean;
}

const ownQuestions: UserFileKind<Question> = { name: questionsFile, read: readOwnQuestions };

export function createQuestionBank({ userFiles }: Pick<Session, 'userFiles'>): QuestionBank {
  const joined = new Map<string, readonly Question[]>();
  return {
    questions: async (uri) => {
      const own = await (uri === undefined ? userFiles.all(ownQuestions) : userFiles.of(ownQuestions, uri));
      if (own.length === 0) return builtIn;
      const key = JSON.stringify(own);
      let list = joined.get(key);
      if (!list) {
        // A bank that is being written makes many lists, of which the last few matter.
        if (joined.size > 8) joined.clear();
        const once = new Map(own.map((question) => [question.id, question]));
        joined.set(key, (list = [...once.values(), ...builtIn]));
      }
      return list;
    },
    isOwn: ({ id }) => !builtIn.some((question) => question.id === id),
  };
}
