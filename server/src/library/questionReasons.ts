import { functionWords } from '../judgement/function-words';
import type { StorySummary } from '../protocol';
import { evidence as kinds } from '../rubric/evidence';
import { isEvidenceKind } from '../rubric/ids';
import { normalisedName, principles as allPrinciples } from '../rubric/principles';
import { themes as allThemes } from '../rubric/themes';
import { sameMeaning } from '../review/nearestQuestions';
import type { QuestionReading } from './questionReading';

/** What speaks for a story as the answer to a question. */
export interface StoryMatch {
  readonly summary: StorySummary;
  readonly themes: ReadonlySet<string>;
  readonly principles: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  /** The question of its front matter that is nearest, and how near; of similarity 0 where it has none. */
  readonly named: { readonly text: string; readonly similarity: number };
  /** The words of the question that the story holds and few others do. */
  readonly words: readonly string[];
}

/** How many things one reason names. */
const most = 3;

/** Why a story is found, in words that go on after its name. */
export function reasonsFor(match: StoryMatch, { evidence, principles, themes }: QuestionReading): string[] {
  const { named } = match;
  const inBoth = (asked: ReadonlyMap<string, number>, shown: ReadonlySet<string>): string[] =>
    [...asked.keys()].filter((id) => shown.has(id)).slice(0, most);
  const shown = inBoth(evidence, match.evidence).map((kind) =>
    isEvidenceKind(kind) ? kinds[kind].short : kind,
  );
  const tagged = inBoth(principles, match.principles).map(
    (id) =>
      allPrinciples.find((principle) => principle.id === id)?.name ??
      match.summary.principles.find((name) => normalisedName(name) === id) ??
      id,
  );
  const about = inBoth(themes, match.themes).map(
    (id) => allThemes.find((theme) => theme.id === id)?.name ?? id,
  );
  const words = match.words
    .filter((word) => !functionWords.has(word))
    .slice(0, most)
    .map((word) => `“${word}”`);
  return [
    named.similarity === 1 ? 'names this question in its front matter' : '',
    named.similarity < 1 && named.similarity >= sameMeaning
      ? `names a question like it: “${named.text}”`
      : '',
    about.length > 0 ? `is about ${listed(about)}` : '',
    words.length > 0 ? `talks about ${listed(words)}` : '',
    tagged.length > 0 ? `is told for ${listed(tagged)}, which this question probes` : '',
    shown.length > 0 ? `shows ${listed(shown)}, which this question asks for` : '',
  ].filter((reason) => reason !== '');
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}
