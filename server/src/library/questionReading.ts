import type { NearQuestion, QuestionMatcher } from '../review/nearestQuestions';
import { questionTerms } from '../review/nearestQuestions';
import { normalisedName, principleOf } from '../rubric/principles';
import { themesAsked, themesOfTags } from '../rubric/themes';

/** What a question asks for, as far as it can be told from its words and from the questions of the bank that are like it. */
export interface QuestionReading {
  readonly text: string;
  /** The questions of the bank that it may be another wording of, the nearest first. */
  readonly nearest: readonly NearQuestion[];
  /** Ids with weights from 0 to 1, the weightiest first. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly principles: ReadonlyMap<string, number>;
  readonly themes: ReadonlyMap<string, number>;
}

/** How many questions of the bank are heeded, and from which similarity on. */
const heeded = { count: 3, similarity: 0.3 } as const;

/** Reads a question; undefined where it says nothing yet. */
export function readQuestion(text: string, matcher: QuestionMatcher): QuestionReading | undefined {
  const asked = themesAsked(text);
  if (questionTerms(text).length === 0 && asked.length === 0) return undefined;
  const all = matcher.nearest(text).filter(({ similarity }) => similarity >= heeded.similarity);
  // A question of the bank says all of itself.
  const nearest = all[0]?.similarity === 1 ? all.slice(0, 1) : all.slice(0, heeded.count);
  const evidence = new Map<string, number>();
  const principles = new Map<string, number>();
  const themes = new Map<string, number>();
  for (const { question, similarity } of nearest) {
    question.evidence.forEach((kind, place) => raise(evidence, kind, similarity * falling(place)));
    question.principles.forEach((name, place) =>
      raise(principles, principleOf(name)?.id ?? normalisedName(name), similarity * falling(place)),
    );
    for (const { id } of themesOfTags(question.tags)) raise(themes, id, 0.6 * similarity);
  }
  for (const theme of asked) {
    raise(themes, theme.id, 1);
    if (nearest[0]?.similarity !== 1)
      theme.evidence.forEach((kind, place) => raise(evidence, kind, 0.7 * falling(place)));
  }
  return { text, nearest, evidence: heaviestFirst(evidence), principles: heaviestFirst(principles), themes };
}

/** The first foremost: 1, 0.8, 0.64 … */
function falling(place: number): number {
  return 0.8 ** place;
}

function raise(weights: Map<string, number>, id: string, weight: number): void {
  weights.set(id, Math.max(weight, weights.get(id) ?? 0));
}

function heaviestFirst(weights: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...weights].sort(([, a], [, b]) => b - a));
}
