import type { CoverageTarget } from '../protocol';
import { companyProfiles } from '../rubric/companies';
import { companies, evidenceKinds, type EvidenceKind } from '../rubric/ids';
import { principleSets, type IncidentFit, type Principle } from '../rubric/principles';
import { questions as questionBank } from '../rubric/questions';
import type { Question } from '../rubric/questions/question';
import { themes } from '../rubric/themes';
import type { OwnPrincipleSet } from './ownPrinciples';
import { upperFirst } from '../text/firstLetter';

/** A principle, a question or a group of questions as the matrix knows it: a column. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly evidence: Principle['evidence'];
  readonly incidentFit: IncidentFit;
  /** The front matter's key that names it, and the names by which it does: what a person may write there. */
  readonly namedIn: 'principles' | 'questions';
  readonly names: readonly string[];
}

/** Something that a library can be held against, with its columns. */
export interface TopicSet {
  readonly target: CoverageTarget;
  readonly topics: readonly Topic[];
}

/** What the user adds to what we know. */
export interface OwnTopics {
  readonly principleSets: readonly OwnPrincipleSet[];
  readonly questions: readonly Question[];
}

/**
 * All that a library can be held against: the companies' principles, the user's own sets, the user's own questions, the bank's questions by
 * theme, and the questions of each theme.
 */
export function topicSets(own: OwnTopics): TopicSet[] {
  const groups = questionGroups(questionBank);
  return [
    ...companies.map((company) => companySet(company)),
    ...own.principleSets.map(ownSet),
    ...(own.questions.length > 0
      ? [questionSet('questions/own', 'Your own questions', own.questions, 'own')]
      : []),
    {
      target: questionTarget('questions', 'Questions by theme', questionBank.length),
      topics: groups.map(groupTopic),
    },
    ...groups.map(({ id, name, questions }) => questionSet(`questions/${id}`, name, questions)),
  ];
}

function companySet(company: (typeof companies)[number]): TopicSet {
  const { title, source, firstHand, asOf, checked, principles } = principleSets[company];
  const { name } = companyProfiles[company];
  return {
    target: {
      id: company,
      kind: 'company',
      about: 'principles',
      name,
      title,
      company,
      source,
      firstHand,
      asOf: asOf ?? null,
      checked,
    },
    topics: principles.map(principleTopic),
  };
}

function ownSet({ company, title, source, firstHand, asOf, checked, principles }: OwnPrincipleSet): TopicSet {
  return {
    target: {
      id: `own/${company}`,
      kind: 'own',
      about: 'principles',
      name: company,
      title,
      company,
      source: source ?? null,
      firstHand: firstHand ?? null,
      asOf: asOf ?? null,
      checked: checked ?? null,
    },
    topics: principles.map(principleTopic),
  };
}

function principleTopic({ id, name, aliases = [], meaning, evidence, incidentFit }: Principle): Topic {
  return {
    id,
    name,
    meaning,
    evidence,
    incidentFit,
    namedIn: 'principles',
    names: [id, name, ...aliases],
  };
}

function questionTarget(
  id: string,
  name: string,
  count: number,
  kind: CoverageTarget['kind'] = 'questions',
): CoverageTarget {
  const title = count === 1 ? '1 question' : `${count} questions`;
  return {
    id,
    kind,
    about: 'questions',
    name,
    title,
    company: null,
    source: null,
    firstHand: null,
    asOf: null,
    checked: null,
  };
}

function questionSet(
  id: string,
  name: string,
  questions: readonly Question[],
  kind: CoverageTarget['kind'] = 'questions',
): TopicSet {
  return { target: questionTarget(id, name, questions.length, kind), topics: questions.map(questionTopic) };
}

function questionTopic({ id, text, evidence }: Question): Topic {
  return {
    id,
    name: text,
    meaning: '',
    evidence: weightsOf(evidence),
    incidentFit: 'often',
    namedIn: 'questions',
    names: [id, text],
  };
}

interface QuestionGroup {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly Question[];
}

/** The questions by what they are about first of all, in the order of the bank. */
function questionGroups(questions: readonly Question[]): QuestionGroup[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const tag = question.tags[0] ?? 'other';
    const id = themes.find((theme) => theme.id === tag || theme.tags.includes(tag))?.id ?? tag;
    groups.set(id, [...(groups.get(id) ?? []), question]);
  }
  return [...groups].map(([id, members]) => ({
    id,
    name: upperFirst(themes.find((theme) => theme.id === id)?.name ?? id.replaceAll('-', ' ')),
    questions: members,
  }));
}

/** What a group asks for is what its questions ask for on average; what only a few of them ask for is left out. */
function groupTopic({ id, name, questions }: QuestionGroup): Topic {
  const weights = questions.map(({ evidence }) => weightsOf(evidence));
  const mean = (kind: EvidenceKind): number =>
    weights.reduce((sum, weight) => sum + (weight[kind] ?? 0), 0) / questions.length;
  const evidence = Object.fromEntries(
    evidenceKinds.filter((kind) => mean(kind) >= 0.5).map((kind) => [kind, rounded(mean(kind))]),
  );
  return {
    id,
    name,
    meaning: questions.length === 1 ? questions[0]!.text : `${questions.length} questions, such as: ${questions[0]!.text}`, // prettier-ignore
    evidence,
    incidentFit: 'often',
    namedIn: 'questions',
    names: questions.flatMap((question) => [question.id, question.text]),
  };
}

/** What a question asks for, the foremost first: two kinds carry the answer, two support it, and the rest rounds it off. */
function weightsOf(evidence: readonly EvidenceKind[]): Principle['evidence'] {
  return Object.fromEntries(evidence.map((kind, index) => [kind, index < 2 ? 3 : index < 4 ? 2 : 1]));
}

function rounded(mean: number): 1 | 2 | 3 {
  return mean >= 2.25 ? 3 : mean >= 1.25 ? 2 : 1;
}
