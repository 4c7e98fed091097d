import {
  columnOfLabel,
  type PlacedSentence,
  type Probabilities,
  type StoryJudge,
} from '../context/storyJudge';
import type { EvidenceKind, SectionKind } from '../rubric/ids';
import type { PhrasingCertainties } from './phrasingHits';
import type { SentenceReview } from './sentenceReview';

/** A sentence with what is known of it by itself; its section is undefined where it stands above the first heading. */
export interface PlacedReview {
  readonly section: SectionKind | undefined;
  readonly review: SentenceReview;
  /** The kinds of evidence that the sub-headings and labels over it name. */
  readonly caption: readonly EvidenceKind[];
}

/** With fewer sentences each is judged by itself: on the beginnings of unseen stories, every tenth finding and more was wrong. */
const leastSentences = 8;

/** A sentence as the story makes it out: how probable each label is, undefined for what says nothing, and the findings that it has in its place. */
export interface ReviewInStory {
  readonly probabilities: Probabilities | undefined;
  readonly review: SentenceReview;
}

/**
 * The reviews of a story's sentences with the findings that they have in their places: what stands around a sentence tells a lesson from a
 * promise and a hand-over from a joint repair. Takes the told sentences in the order of the text. Asks a rule only about sentences whose
 * grade makes it matter for the first time.
 */
export function phrasingInStory(storyJudge: StoryJudge, story: readonly PlacedReview[]): ReviewInStory[] {
  const judged = storyJudge.judge(heardIn(story));
  const isLong = isLongEnough(story);
  return story.map(({ section, review }, index) => {
    const probabilities = judged[index];
    const isJudged = isLong && section && probabilities;
    return { probabilities, review: isJudged ? reviewedAs(storyJudge, review, probabilities) : review };
  });
}

/** One of the reviews of `phrasingInStory`: no other sentence is judged, and the rules are asked about no other. */
export function phrasingAt(
  storyJudge: StoryJudge,
  story: readonly PlacedReview[],
  index: number,
): SentenceReview {
  const { section, review } = story[index]!;
  if (!isLongEnough(story) || !section) return review;
  const probabilities = storyJudge.judgeAt(heardIn(story), index);
  return probabilities ? inPlace(storyJudge, review, probabilities) : review;
}

function heardIn(story: readonly PlacedReview[]): PlacedSentence[] {
  return story.map(({ section, review, caption }) => ({ section, heard: review.content.heard, caption }));
}

/** Counts the sentences that stand in a section. */
function isLongEnough(story: readonly PlacedReview[]): boolean {
  return story.filter(({ section }) => section !== undefined).length >= leastSentences;
}

/** Reviews in their places by the probabilities, which are the same array where nothing changed that they depend on. */
const known = new WeakMap<Probabilities, SentenceReview>();

function reviewedAs(
  storyJudge: StoryJudge,
  review: SentenceReview,
  probabilities: Probabilities,
): SentenceReview {
  let reviewed = known.get(probabilities);
  // A sentence that was forgotten in between has been reviewed anew.
  if (reviewed?.opinions !== review.opinions) {
    reviewed = inPlace(storyJudge, review, probabilities);
    known.set(probabilities, reviewed);
  }
  return reviewed;
}

function inPlace(
  storyJudge: StoryJudge,
  review: SentenceReview,
  probabilities: Probabilities,
): SentenceReview {
  // Not spread: that would ask for the findings of the sentence alone.
  const { reading, judgement, opinions, content, faults } = review;
  const inStory: PhrasingCertainties = { certainty: (rule) => probabilities[columnOfLabel(rule)]! };
  const hits = opinions.hits(inStory, (rule) => storyJudge.levels(rule).inStory);
  return { reading, judgement, opinions, content, faults, hits };
}
