import { isAmount, type Figure } from '../figures/figure';
import { readSentenceFigures, type Change, type SentenceFigures } from '../figures/changes';
import { readSentences, toDocument, type Sentence } from '../prose/sentences';
import type { Story } from '../story/story';
import type { Span } from '../text/span';
import { hashOf, wordsOf } from './textLikeness';

/**
 * Something that a story states with figures, in a form in which two stories can be compared: a sentence with its figures taken out, or
 * a change of something that has a name (“p99 fell from … to …”).
 */
export interface Statement {
  readonly form: 'sentence' | 'change';
  /** The hash of what is stated, its figures left out. */
  readonly key: number;
  readonly figures: readonly StatedFigure[];
}

export interface StatedFigure {
  readonly unit: string;
  /** What the figure allows, in its unit: rounding, and what “about” leaves open. */
  readonly low: number;
  readonly high: number;
  /** As written. */
  readonly text: string;
  /** In the sentence's text. */
  readonly start: number;
  readonly end: number;
}

/** A statement in its story. */
export interface PlacedStatement extends Statement {
  /** Where each of its figures stands in the document. */
  readonly spans: readonly Span[];
}

/** Words that a sentence must have besides its figures, so that two stories do not share it by chance. */
const leastWords = 5;

/** What a sentence states depends on its text alone. */
const statementsOf = new WeakMap<SentenceFigures, readonly Statement[]>();

/** A sentence whose figures are read already. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly figures: SentenceFigures;
}

/**
 * All that a story states with figures, each statement once; what it states twice says nothing when another story differs. `sentences` are
 * those of its review, where there is one.
 */
export function readStatements(story: Story, sentences?: readonly ReadSentence[]): PlacedStatement[] {
  const found = new Map<number, PlacedStatement | undefined>();
  for (const { sentence, figures } of sentences ?? readSentences(story).map(readFigures)) {
    if (sentence.block.isAside) continue;
    for (const statement of statementsIn(figures)) {
      const spans = statement.figures.map((figure) => toDocument(sentence, figure));
      found.set(statement.key, found.has(statement.key) ? undefined : { ...statement, spans });
    }
  }
  return [...found.values()].filter((statement) => statement !== undefined);
}

function readFigures(sentence: Sentence): ReadSentence {
  return { sentence, figures: readSentenceFigures(sentence.text) };
}

function statementsIn(sentence: SentenceFigures): readonly Statement[] {
  let statements = statementsOf.get(sentence);
  if (!statements) {
    statements = [...wholeSentence(sentence), ...sentence.changes.flatMap(namedChange)];
    statementsOf.set(sentence, statements);
  }
  return statements;
}

function wholeSentence({ text, figures }: SentenceFigures): Statement[] {
  const stated = figures.filter((figure) => isAmount(figure) || figure.kind === 'clock');
  if (stated.length === 0) return [];
  let frame = '';
  let position = 0;
  for (const { start, end, unit } of stated) {
    frame += `${text.slice(position, start)} # ${unit} `;
    position = end;
  }
  const words = wordsOf(frame + text.slice(position));
  if (words.length < leastWords) return [];
  return [{ form: 'sentence', key: hashOf(words.join(' ')), figures: stated.map(statedFigure) }];
}

/** A change of something with a name, both of whose ends can be compared. */
function namedChange({ before, after, measured }: Change): Statement[] {
  if (!measured || measured.negated) return [];
  const named = [...measured.words, ...measured.statistics].sort();
  if (named.length === 0) return [];
  const key = hashOf(`change ${named.join(' ')} ${before.unit} ${String(before.per ?? '')}`);
  return [{ form: 'change', key, figures: [before, after].map(statedFigure) }];
}

function statedFigure({ unit, low, high, text, start, end }: Figure): StatedFigure {
  return { unit, low, high, text, start, end };
}

/**
 * The number of the figure in which two statements of one incident contradict each other; undefined where they agree, or speak of
 * different things: of a change one end must be the same, of a sentence with several figures more than half.
 */
export function contradictionOf(one: Statement, other: Statement): number | undefined {
  if (one.form !== other.form || one.figures.length !== other.figures.length) return undefined;
  const differing = one.figures.flatMap((figure, index) => {
    const twin = other.figures[index]!;
    return figure.unit !== twin.unit || figure.high < twin.low || twin.high < figure.low ? [index] : [];
  });
  const most = one.form === 'change' ? 1 : Math.max(1, Math.ceil(one.figures.length / 2) - 1);
  if (differing.length === 0 || differing.length > most) return undefined;
  return differing[0];
}
