import { ownPrinciples } from '../library/ownPrinciples';
import {
  storyFrameRequest,
  storyTemplatesRequest,
  type StoryFrame,
  type StoryFrameParams,
  type StoryTemplate,
} from '../protocol';
import { questionFor } from '../review/nearestQuestions';
import { frameTemplates, storyFrame } from '../review/storyFrame';
import { companyOf, companyProfiles } from '../rubric/companies';
import { normalisedName, principleOf, principleSets, type Principle } from '../rubric/principles';
import type { Question } from '../rubric/questions';
import { plainInsert, snippetInsert } from '../text/holes';
import type { QuestionBank } from './questionBank';
import type { Session } from './session';

/** Frames for new stories: from a question, for a gap, or of a kind. */
export function provideStoryFrames(session: Session, bank: QuestionBank): void {
  const { connection } = session;
  connection.onRequest(storyTemplatesRequest, (): StoryTemplate[] =>
    frameTemplates.map(({ id, name, description }) => ({ id, name, description })),
  );
  connection.onRequest(storyFrameRequest, async (params: StoryFrameParams): Promise<StoryFrame> => {
    const { title, uri, date } = params;
    const { options } = await session.settingsOf(uri);
    const frame = storyFrame({
      title,
      date,
      level: options.level,
      company: params.company ?? (options.company && companyProfiles[options.company].id),
      question: params.question === undefined ? undefined : await questionOf(params.question, uri, bank),
      principle:
        params.principle === undefined
          ? undefined
          : await principleFor(params.principle, params.company, uri, session),
      template: frameTemplates.find(({ id }) => id === params.template) ?? frameTemplates[0]!,
    });
    return { text: plainInsert(frame), snippet: snippetInsert(frame)?.snippet ?? frame };
  });
}

/** The question as it is known, else as the user put it. */
async function questionOf(idOrText: string, uri: string, bank: QuestionBank): Promise<Question> {
  const questions = await bank.questions(uri);
  return (
    questions.find(({ id }) => id === idOrText) ??
    questionFor(idOrText, questions) ?? {
      id: idOrText,
      text: idOrText,
      principles: [],
      evidence: [],
      tags: [],
    }
  );
}

/** A principle of ours or of the user's, that of the company where two have the name; else a bare name, which proves nothing. */
async function principleFor(
  idOrName: string,
  company: string | undefined,
  uri: string,
  { userFiles }: Session,
): Promise<Principle> {
  const sets = await userFiles.of(ownPrinciples, uri);
  const named = company === undefined ? undefined : companyOf(company);
  const isTheirs = (name: string): boolean =>
    company !== undefined && normalisedName(name) === normalisedName(company);
  const own = [...sets.filter((set) => isTheirs(set.company)), ...sets].flatMap(
    ({ principles }) => principles,
  );
  return (
    own.find(({ id }) => id === idOrName) ??
    (named && principleOf(idOrName, principleSets[named].principles)) ??
    (sets.some((set) => isTheirs(set.company)) ? principleOf(idOrName, own) : undefined) ??
    principleOf(idOrName) ??
    principleOf(idOrName, own) ?? {
      id: idOrName,
      name: idOrName,
      meaning: '',
      evidence: {},
      incidentFit: 'often',
    }
  );
}
