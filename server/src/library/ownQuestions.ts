import * as v from 'valibot';
import { matcherOf, sameMeaning } from '../review/nearestQuestions';
import { evidenceKinds, type EvidenceKind } from '../rubric/ids';
import { normalisedName, principleOf } from '../rubric/principles';
import { questions as builtIn, type Question } from '../rubric/questions';
import { themesAsked } from '../rubric/themes';
import { readUserFile, type UserFile, type UserFileProblem } from './userFiles';

/** Where users keep questions of their own, below `userFolder`. */
export const questionsFile = 'questions.yaml';

const text = (message: string) => v.pipe(v.string(message), v.trim(), v.nonEmpty(message));

const questionSchema = v.strictObject(
  {
    text: text('the question as it is asked'),
    id: v.optional(
      v.pipe(
        v.string('a short id'),
        v.regex(/^[a-z0-9][a-z0-9-]*$/, 'a short id of lower-case letters, digits and hyphens'),
      ),
    ),
    principles: v.optional(v.array(text('the name of a principle'), 'a list of principles')),
    evidence: v.optional(
      v.array(v.picklist(evidenceKinds, `one of ${evidenceKinds.join(', ')}`), 'a list of kinds of evidence'),
    ),
    tags: v.optional(v.array(text('a text'), 'a list of tags')),
  },
  'a question, or keys with values',
);
/** A question that is its mere text. */
const textSchema = v.pipe(
  text('the question as it is asked'),
  v.transform((question): v.InferOutput<typeof questionSchema> => ({ text: question })),
);
const entrySchema = v.lazy((input) => (typeof input === 'string' ? textSchema : questionSchema));

/**
 * Reads the user's own bank of questions: a list of questions, each a text, or a text with `id`, `principles`, `evidence` and `tags`.
 * What is not said is taken from the question of our bank that asks for the same, where there is one. Never throws; what does not fit is
 * left out and told, and so is an id that stands twice.
 */
export function readOwnQuestions(file: string): UserFile<Question> {
  const { entries, problems } = readUserFile(file, entrySchema, 'a question');
  const taken = new Map<string, string>(builtIn.map(({ id, text: asked }) => [id, asked]));
  const more: UserFileProblem[] = [];
  const questions = entries.flatMap(({ value, span }) => {
    const question = toQuestion(value);
    if (!taken.has(question.id)) {
      taken.set(question.id, question.text);
      return [{ value: question, span }];
    }
    const isSame = taken.get(question.id) === question.text;
    const message = isSame
      ? 'This question stands here twice, and is taken once.'
      : `The id “${question.id}” belongs to another question: “${taken.get(question.id)!}” Choose another id.`;
    more.push({ message, span, line: file.slice(0, span.start).split('\n').length });
    return [];
  });
  return { entries: questions, problems: [...problems, ...more] };
}

function toQuestion(entry: v.InferOutput<typeof questionSchema>): Question {
  const near = matcherOf(builtIn)
    .nearest(entry.text)
    .find(({ similarity }) => similarity >= sameMeaning)?.question;
  const asked = themesAsked(entry.text);
  const fromThemes = [...new Set(asked.flatMap(({ evidence }) => evidence.slice(0, 2)))];
  const evidence: readonly EvidenceKind[] = entry.evidence ?? near?.evidence ?? fromThemes;
  return {
    // An id of one's own never is one of ours, unless it was given.
    id: entry.id ?? `own/${normalisedName(entry.text).replaceAll(' ', '-').slice(0, 60)}`,
    text: entry.text,
    principles: entry.principles?.map((name) => principleOf(name)?.id ?? name) ?? near?.principles ?? [],
    evidence,
    tags: entry.tags ?? near?.tags ?? asked.map(({ id }) => id),
  };
}
