import type { SectionKind } from '../rubric/ids';
import type { Span } from '../text/span';
import { readSentenceFigures, type SentenceFigures } from './changes';
import { checkDurations } from './durationCheck';
import type { Contradiction, InconsistencyKind, Place, Reading } from './finding';
import { isRest } from './restCheck';
import { checkStarts } from './startCheck';
import { checkStatedChanges } from './statedCheck';
import { checkSums } from './sumCheck';

export type { InconsistencyKind } from './finding';

/** A sentence of a story and where its text begins in the space in which spans are wanted. */
export interface PlacedSentence {
  readonly text: string;
  readonly start: number;
  readonly section?: SectionKind;
  /** What was read in the text, where it was read before: it depends on the text alone. */
  readonly figures?: SentenceFigures;
}

/** Two figures of a story that contradict each other. Spans are UTF-16, half-open, in the space of `PlacedSentence.start`. */
export interface Inconsistency {
  readonly kind: InconsistencyKind;
  /** The figure that is wrong. */
  readonly start: number;
  readonly end: number;
  /** The figure or figures that it contradicts. */
  readonly other: Span;
  /** The same two places as sentence number and offsets in that sentence's text, for callers that map text to a document. */
  readonly place: Place;
  readonly otherPlace: Place;
  /** The sum, in the user's words: "15 minutes to under 4 is a cut of at least 73%, not 85%." */
  readonly message: string;
  /** What belongs in place of the wrong figure; absent unless it is certain. */
  readonly correction?: string;
}

/**
 * What in a story's figures contradicts the rest (rubric, `inconsistent-figures`; seeds 000, 002, 004), in the order of the text, one
 * finding a figure. Silent where a sum is open to another reading.
 */
export function findInconsistencies(sentences: readonly PlacedSentence[]): Inconsistency[] {
  const reading: Reading = sentences.map(({ text, figures }) => figures ?? readSentenceFigures(text));
  const checked = reading.map((_, index) => checkSentence(reading, index)).filter((one) => one !== undefined);
  const contradictions = [
    ...checked.flatMap(({ stated }) => stated),
    ...checkStarts(reading),
    ...checked.flatMap(({ durations }) => durations),
    ...checked.flatMap(({ sums }) => sums),
  ];
  const seen = new Set<string>();
  const found: Inconsistency[] = [];
  for (const contradiction of contradictions) {
    const key = `${contradiction.wrong.sentence}:${contradiction.wrong.start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(placed(contradiction, sentences, reading));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What is wrong with the figures of one sentence. */
interface CheckedSentence {
  readonly index: number;
  readonly following: SentenceFigures | undefined;
  readonly stated: readonly Contradiction[];
  readonly durations: readonly Contradiction[];
  readonly sums: readonly Contradiction[];
}

const checkedSentences = new WeakMap<SentenceFigures, CheckedSentence>();

/** Checks a sentence once for as long as it and the next one stay; where it looks back over the story, each time. Undefined where all is well. */
function checkSentence(reading: Reading, index: number): CheckedSentence | undefined {
  const sentence = reading[index];
  const following = reading[index + 1];
  if (!sentence) return undefined;
  let checked = checkedSentences.get(sentence);
  if (checked?.following !== following || !checked) {
    const stated = checkStatedChanges(reading, index);
    const durations = checkDurations(reading, index);
    const sums = checkSums(reading, index);
    checked = { index, following, stated, durations, sums };
    if (!looksBack(sentence)) checkedSentences.set(sentence, checked);
  }
  const { stated, durations, sums } = checked;
  return stated.length + durations.length + sums.length > 0 ? movedTo(checked, index) : undefined;
}

/**
 * A time of day with a duration behind it is compared with those before it, and a rest with the whole before it; all else with what
 * stands in the next sentence.
 */
function looksBack({ figures, tokens }: SentenceFigures): boolean {
  return figures.some(
    (figure, at) =>
      (figure.kind === 'clock' && figures[at + 1]?.kind === 'duration') || isRest(tokens, figure),
  );
}

function movedTo(checked: CheckedSentence, index: number): CheckedSentence {
  const distance = index - checked.index;
  if (distance === 0) return checked;
  const moved = (contradictions: readonly Contradiction[]): readonly Contradiction[] =>
    contradictions.map((one) => ({
      ...one,
      wrong: shifted(one.wrong, distance),
      other: shifted(one.other, distance),
    }));
  const { following, stated, durations, sums } = checked;
  return { index, following, stated: moved(stated), durations: moved(durations), sums: moved(sums) };
}

function shifted(place: Place, distance: number): Place {
  return { ...place, sentence: place.sentence + distance };
}

const sectionName: Partial<Record<SectionKind, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  reflection: 'Reflection',
};

function placed(
  contradiction: Contradiction,
  sentences: readonly PlacedSentence[],
  reading: Reading,
): Inconsistency {
  const { kind, wrong, other, correction } = contradiction;
  const offset = (place: Place): number => sentences[place.sentence]?.start ?? 0;
  return {
    kind,
    start: offset(wrong) + wrong.start,
    end: offset(wrong) + wrong.end,
    other: { start: offset(other) + other.start, end: offset(other) + other.end },
    place: wrong,
    otherPlace: other,
    message: withSections(contradiction, sentences, reading),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** A start that differs is told by the sections where these are known: "3.5 s here, but 2.5 s in Situation." */
function withSections(
  { kind, wrong, other, message }: Contradiction,
  sentences: readonly PlacedSentence[],
  reading: Reading,
): string {
  if (kind !== 'start-differs') return message;
  const section = sentences[other.sentence]?.section;
  const name = section && sectionName[section];
  if (!name || section === sentences[wrong.sentence]?.section) return message;
  const words = (place: Place): string => reading[place.sentence]?.text.slice(place.start, place.end) ?? '';
  return `${words(wrong)} here, but ${words(other)} in ${name}.`;
}
