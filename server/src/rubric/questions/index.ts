import { incidentQuestions } from './incidents';
import { resultQuestions } from './ownership-and-results';
import { judgementQuestions } from './people-and-judgement';
import type { Question } from './question';

export type { Question } from './question';

/** The bank: behavioural questions of which a story about an incident, or about work like it, can be the answer. */
export const questions: readonly Question[] = [
  ...incidentQuestions,
  ...resultQuestions,
  ...judgementQuestions,
];

/** The question with this id; undefined when there is none. */
export function questionOf(id: string): Question | undefined {
  return questions.find((question) => question.id === id);
}
