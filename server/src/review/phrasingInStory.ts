import type { Judge, Judgement } from '../judgement';
import type { SectionKind } from '../rubric/ids';
import type { SentenceReview } from './sentenceReview';

/** A sentence with what is known of it by itself; its section is undefined where it stands above the first heading. */
export interface PlacedSentence {
  readonly section: SectionKind | undefined;
  readonly review: SentenceReview;
}

/** With fewer sentences each is judged by itself: on the beginnings of unseen stories, every tenth finding and more was wrong. */
const leastSentences = 8;

/**
 * The reviews of a story's sentences with the findings that they have in their places: what stands around a sentence tells a lesson from a
 * promise and a hand-over from a joint repair. Takes the told sentences in the order of the text. Adds up certainties that are kept, and asks a rule
 * only about sentences whose grade makes it matter for the first time.
 */
export function phrasingInStory(judge: Judge, story: readonly PlacedSentence[]): SentenceReview[] {
  const placed = placedOf(story);
  const reviews = story.map(({ review }) => review);
  if (placed.length < leastSentences) return reviews;
  const judged = judge.judgeStory(
    placed.map(({ review }) => review.judgement),
    placed.map(({ section }) => section),
  );
  placed.forEach(({ review, index }, place) => (reviews[index] = reviewedAs(judge, review, judged[place]!)));
  return reviews;
}

/** One of the reviews of `phrasingInStory`: no other sentence is judged, and the rules are asked about no other. */
export function phrasingAt(judge: Judge, story: readonly PlacedSentence[], index: number): SentenceReview {
  const placed = placedOf(story);
  const place = placed.findIndex((one) => one.index === index);
  const { review } = story[index]!;
  if (placed.length < leastSentences || place < 0) return review;
  const judgements = placed.map((one) => one.review.judgement);
  const sections = placed.map((one) => one.section);
  return inPlace(judge, review, judge.judgeInStory(judgements, sections, place));
}

interface SentenceInSection {
  readonly section: SectionKind;
  readonly review: SentenceReview;
  readonly index: number;
}

/** Those that stand in a section. */
function placedOf(story: readonly PlacedSentence[]): SentenceInSection[] {
  const placed: SentenceInSection[] = [];
  story.forEach(({ section, review }, index) => {
    if (section) placed.push({ section, review, index });
  });
  return placed;
}

/** Reviews in their places by the judgement of the story, which stays the same where nothing changed that it depends on. */
const known = new WeakMap<Judgement, SentenceReview>();

function reviewedAs(judge: Judge, review: SentenceReview, judgement: Judgement): SentenceReview {
  let reviewed = known.get(judgement);
  // A sentence that was forgotten in between has been reviewed anew.
  if (reviewed?.opinions !== review.opinions) {
    reviewed = inPlace(judge, review, judgement);
    known.set(judgement, reviewed);
  }
  return reviewed;
}

function inPlace(judge: Judge, review: SentenceReview, judgement: Judgement): SentenceReview {
  // Not spread: that would ask for the findings of the sentence alone.
  const { reading, judgement: alone, opinions, content, faults } = review;
  const hits = opinions.hits(judgement, (rule) => judge.storyThresholds(rule));
  return { reading, judgement: alone, opinions, content, faults, hits };
}
