import type { Judge } from '../judgement';
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
  const reviews = story.map(({ review }) => review);
  const placed = story.flatMap(({ section, review }, index) => (section ? [{ section, review, index }] : []));
  if (placed.length < leastSentences) return reviews;
  const judgements = judge.judgeStory(
    placed.map(({ review }) => review.judgement),
    placed.map(({ section }) => section),
  );
  placed.forEach(({ review, index }, place) => {
    const hits = review.opinions.hits(judgements[place]!, (rule) => judge.storyThresholds(rule));
    reviews[index] = { ...review, hits };
  });
  return reviews;
}
