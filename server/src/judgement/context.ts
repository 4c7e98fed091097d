import { evidenceLabels, type Label, labels, phrasingLabels, type SectionKind, sectionKinds } from './labels';

/** The labels that are judged again in the light of the rest of the story. */
export const contextLabels: readonly Label[] = phrasingLabels;
/** Those whose certainties are told of the sentence and its neighbours: all but the ones for sections. */
const count = phrasingLabels.length + evidenceLabels.length;
const firstEvidence = phrasingLabels.length;
const evidenceCount = evidenceLabels.length;

/** The log odds are cut off here: beyond, certainty says no more about the neighbours. */
const lowest = -5;
const highest = 4;

/** A longer story counts as one of so many sentences: none was learnt from, so that what its length says is not known. */
const longest = 50;

/** The logarithm of a number of sentences, from 0 to that of `longest`. */
export function sizeOf(sentences: number): number {
  return Math.log(Math.min(longest, sentences));
}

/** How many numbers describe a sentence in its story. */
export const contextWidth =
  3 * count + 2 * evidenceCount + sectionKinds.length + 2 + 2 + 2 * sectionKinds.length;

/** The log odds of a certainty, cut off on both sides. */
export function cutLogOdds(certainty: number): number {
  const odds = Math.log(Math.max(certainty, 1e-9) / Math.max(1 - certainty, 1e-9));
  return Math.min(highest, Math.max(lowest, odds));
}

/**
 * Describes each sentence of a story by numbers: its own log odds for all labels, those of the sentences before and
 * after it, the highest of each evidence kind in all that went before and in all that follows, its section, and where
 * it stands in the story and the section. `odds` and `sections` run in parallel, in the order of the text.
 */
export function contextFeatures(
  odds: readonly Float64Array[],
  sections: readonly SectionKind[],
): Float64Array[] {
  const none = new Float64Array(labels.length).fill(lowest);
  const before = runningHighest(odds);
  const after = runningHighest([...odds].reverse()).reverse();
  const places = placeNumbers(sections);
  return odds.map((own, i) => {
    const row = new Float64Array(contextWidth);
    let at = 0;
    const put = (from: Float64Array, start: number, length: number): void => {
      row.set(from.subarray(start, start + length), at);
      at += length;
    };
    put(own, 0, count);
    put(odds[i - 1] ?? none, 0, count);
    put(odds[i + 1] ?? none, 0, count);
    put(before[i]!, firstEvidence, evidenceCount);
    put(after[i]!, firstEvidence, evidenceCount);
    for (const [offset, value] of places[i]!) row[at + offset] = value;
    return row;
  });
}

/**
 * Per sentence, the last numbers of a row that are not 0, each with its offset from the first of them: its section, and how far into the
 * story and the section it stands.
 */
function placeNumbers(sections: readonly SectionKind[]): (readonly [number, number])[][] {
  const places = placesInSections(sections);
  return sections.map((kind, i) => {
    const section = sectionKinds.indexOf(kind);
    const { share, size } = places[i]!;
    const whole = sectionKinds.length;
    const own = whole + 4 + 2 * section;
    return [
      [section, 1],
      [whole, i / sections.length],
      [whole + 1, sizeOf(sections.length)],
      [whole + 2, share],
      [whole + 3, size],
      [own, share],
      [own + 1, size],
    ];
  });
}

/** Per sentence, the highest odds of each label among the sentences before it. */
function runningHighest(odds: readonly Float64Array[]): Float64Array[] {
  const highestSoFar = new Float64Array(labels.length).fill(lowest);
  return odds.map((own) => {
    const seen = highestSoFar.slice();
    for (let label = 0; label < own.length; label++)
      highestSoFar[label] = Math.max(highestSoFar[label]!, own[label]!);
    return seen;
  });
}

/** Per sentence, how far into its section it stands (0..1), and the logarithm of the section's number of sentences (see `sizeOf`). */
export function placesInSections(sections: readonly SectionKind[]): { share: number; size: number }[] {
  const sizes = new Map<SectionKind, number>();
  const ranks = sections.map((section) => {
    const rank = sizes.get(section) ?? 0;
    sizes.set(section, rank + 1);
    return rank;
  });
  return sections.map((section, i) => {
    const size = sizes.get(section)!;
    return { share: size > 1 ? ranks[i]! / (size - 1) : 0, size: sizeOf(size) };
  });
}
