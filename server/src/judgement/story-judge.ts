import { contextLabels, contextWidth, cutLogOdds, placesInSections, sizeOf } from './context';
import { evidenceLabels, labels, phrasingLabels, type SectionKind, sectionKinds } from './labels';
import type { Judgement } from './judge';
import type { ModelFile } from './weights-file';

const width = contextLabels.length;
const evidenceCount = evidenceLabels.length;
const firstEvidence = phrasingLabels.length;
/** How many log odds of a sentence its neighbours see. */
const told = firstEvidence + evidenceCount;

/** Where the groups of numbers stand in a row of `contextFeatures`. */
const ownFrom = 0;
const previousFrom = told;
const nextFrom = 2 * told;
const beforeFrom = 3 * told;
const afterFrom = beforeFrom + evidenceCount;
const placeFrom = afterFrom + evidenceCount;
const storyFrom = placeFrom + sectionKinds.length;
const sectionFrom = storyFrom + 4;

/** What one sentence adds to its own scores and to those of the sentences beside it: worked out once, wherever it stands. */
interface Voice {
  odds: Float64Array;
  own: Float64Array;
  asPrevious: Float64Array;
  asNext: Float64Array;
}

/** What a story makes of a sentence, with all that it was made of: an edit leaves that as it was around most sentences. */
interface Verdict {
  readonly previous: Voice;
  readonly next: Voice;
  /** What the highest odds before and after the sentence add to its scores. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly place: Float64Array;
  readonly certainties: Float64Array;
}

/**
 * Judges the sentences of a story in the light of each other. The same sums as weights times `contextFeatures`, but only what a story
 * changes is added up anew: a sentence's own part and the parts it lends its neighbours are kept with its judgement, the highest odds so far
 * change at few sentences, and where all of it is as it was the last time, so are the certainties.
 */
export class StoryJudge {
  /** `[number of the row * width + label]`. */
  private readonly columns: Float64Array;
  private readonly voices = new WeakMap<Judgement, Voice>();
  private readonly verdicts = new WeakMap<Judgement, Verdict>();
  /** What the neighbour that the first and the last sentence lack would add. */
  private readonly silence: Voice;

  constructor(private readonly model: ModelFile) {
    this.columns = columnsOf(model);
    this.silence = this.voiceOf(new Float64Array(labels.length).fill(cutLogOdds(0)));
  }

  /**
   * The certainties of each sentence for `contextLabels`: the same array as the last time where nothing changed that they depend on. Takes
   * judgements and sections in the order of the text.
   */
  judge(judgements: readonly Judgement[], sections: readonly SectionKind[]): Float64Array[] {
    const voices = judgements.map((judgement) => this.heard(judgement));
    const before = this.soFar(voices, beforeFrom, 0, 1, voices.length - 1);
    const after = this.soFar(voices, afterFrom, voices.length - 1, -1, 0);
    const places = placesOf(sections);
    return judgements.map((judgement, index) => {
      const last = this.verdicts.get(judgement);
      if (last && this.isSame(last, voices, index, before[index]!, after[index]!, places))
        return last.certainties;
      const verdict = this.verdict(voices, index, before[index]!, after[index]!, places);
      const certainties = this.certainties(voices[index]!, verdict);
      this.verdicts.set(judgement, { ...verdict, certainties });
      return certainties;
    });
  }

  /** The certainties of one of the sentences, as `judge` has them. */
  judgeAt(judgements: readonly Judgement[], sections: readonly SectionKind[], index: number): Float64Array {
    const voices = judgements.map((judgement) => this.heard(judgement));
    const before = this.soFar(voices, beforeFrom, 0, 1, index);
    const after = this.soFar(voices, afterFrom, voices.length - 1, -1, index);
    const verdict = this.verdict(voices, index, before[index]!, after[index]!, placesOf(sections));
    return this.certainties(voices[index]!, verdict);
  }

  private verdict(
    voices: readonly Voice[],
    index: number,
    before: Float64Array,
    after: Float64Array,
    places: Float64Array,
  ): Omit<Verdict, 'certainties'> {
    const previous = voices[index - 1] ?? this.silence;
    const next = voices[index + 1] ?? this.silence;
    const place = places.slice(index * placeLength, (index + 1) * placeLength);
    return { previous, next, before, after, place };
  }

  /** Whether a sentence's certainties would be made of the same as the last time. */
  private isSame(
    last: Verdict,
    voices: readonly Voice[],
    index: number,
    before: Float64Array,
    after: Float64Array,
    places: Float64Array,
  ): boolean {
    return (
      last.previous === (voices[index - 1] ?? this.silence) &&
      last.next === (voices[index + 1] ?? this.silence) &&
      areEqual(last.place, places, index * placeLength) &&
      areEqual(last.before, before) &&
      areEqual(last.after, after)
    );
  }

  private certainties(
    voice: Voice,
    { previous, next, before, after, place }: Omit<Verdict, 'certainties'>,
  ): Float64Array {
    const scores = new Float64Array(width);
    for (const part of [before, after, voice.own, previous.asPrevious, next.asNext]) addTo(scores, part);
    const [section, ofStory, length, ofSection, size] = place as unknown as readonly [
      number,
      number,
      number,
      number,
      number,
    ];
    this.add(scores, placeFrom + section, 1);
    this.add(scores, storyFrom, ofStory);
    this.add(scores, storyFrom + 1, length);
    this.add(scores, storyFrom + 2, ofSection);
    this.add(scores, storyFrom + 3, size);
    this.add(scores, sectionFrom + 2 * section, ofSection);
    this.add(scores, sectionFrom + 2 * section + 1, size);
    const { biases, slopes, offsets } = this.model.meta.context;
    for (let label = 0; label < width; label++) {
      const score = scores[label]! + biases[label]!;
      scores[label] = 1 / (1 + Math.exp(-(slopes[label]! * score + offsets[label]!)));
    }
    return scores;
  }

  private heard(judgement: Judgement): Voice {
    let voice = this.voices.get(judgement);
    if (voice === undefined) {
      voice = this.voiceOf(Float64Array.from(labels, (label) => cutLogOdds(judgement.certainty(label))));
      this.voices.set(judgement, voice);
    }
    return voice;
  }

  private voiceOf(odds: Float64Array): Voice {
    const sum = (from: number): Float64Array => {
      const scores = new Float64Array(width);
      for (let at = 0; at < told; at++) this.add(scores, from + at, odds[at]!);
      return scores;
    };
    return { odds, own: sum(ownFrom), asPrevious: sum(previousFrom), asNext: sum(nextFrom) };
  }

  /**
   * For each sentence, what the highest odds of each evidence kind among the sentences before it add to its scores, going through the
   * story from the first one by `step` as far as the last. Sentences share an array where no odds between them are higher.
   */
  private soFar(
    voices: readonly Voice[],
    from: number,
    first: number,
    step: number,
    last: number,
  ): Float64Array[] {
    const highest = new Float64Array(evidenceCount).fill(cutLogOdds(0));
    let sums = new Float64Array(width);
    highest.forEach((value, kind) => this.add(sums, from + kind, value));
    const found = new Array<Float64Array>(voices.length);
    for (let i = first; i >= 0 && i < voices.length; i += step) {
      found[i] = sums;
      if (i === last) break;
      const { odds } = voices[i]!;
      let isCopied = false;
      for (let kind = 0; kind < evidenceCount; kind++) {
        const rise = odds[firstEvidence + kind]! - highest[kind]!;
        if (rise <= 0) continue;
        if (!isCopied) sums = sums.slice();
        isCopied = true;
        this.add(sums, from + kind, rise);
        highest[kind]! += rise;
      }
    }
    return found;
  }

  /** Adds a number of the row, with the weights that all labels give it, to the scores. */
  private add(scores: Float64Array, at: number, value: number): void {
    const { columns } = this;
    for (let label = 0; label < width; label++) scores[label]! += columns[at * width + label]! * value;
  }
}

function addTo(scores: Float64Array, part: Float64Array): void {
  for (let label = 0; label < width; label++) scores[label]! += part[label]!;
}

/** Whether the numbers are those that begin at `from` of the others. */
function areEqual(one: Float64Array, other: Float64Array, from = 0): boolean {
  if (one === other) return true;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[from + at]) return false;
  return true;
}

/** How many numbers tell where a sentence stands. */
const placeLength = 5;

/** One sentence after the other: its section's number, how far into the story it stands, the logarithm of the story's length, and the same two of its section. */
function placesOf(sections: readonly SectionKind[]): Float64Array {
  const places = new Float64Array(sections.length * placeLength);
  const length = sizeOf(sections.length);
  placesInSections(sections).forEach(({ share, size }, index) => {
    const at = index * placeLength;
    places[at] = sectionKinds.indexOf(sections[index]!);
    places[at + 1] = index / sections.length;
    places[at + 2] = length;
    places[at + 3] = share;
    places[at + 4] = size;
  });
  return places;
}

/** The context weights as they apply to the numbers of `contextFeatures`, without units and scales to heed. */
function columnsOf({ meta, context }: ModelFile): Float64Array {
  const { units, scales } = meta.context;
  const columns = new Float64Array(contextWidth * width);
  for (let label = 0; label < width; label++)
    for (let at = 0; at < contextWidth; at++)
      columns[at * width + label] = context[label * contextWidth + at]! * units[label]! * scales[at]!;
  return columns;
}
