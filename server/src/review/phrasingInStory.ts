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
  const reviewAt = judgedInStory(judge, story);
  return story.map((_, index) => reviewAt(index));
}

/** One of the reviews of `phrasingInStory`; the rules are asked about no other sentence. */
export function phrasingAt(judge: Judge, story: readonly PlacedSentence[], index: number): SentenceReview {
  return judgedInStory(judge, story)(index);
}

function judgedInStory(judge: Judge, story: readonly PlacedSentence[]): (index: number) => SentenceReview {
  const placed = story.flatMap(({ section, review }, index) => (section ? [{ section, review, index }] : []));
  if (placed.length < leastSentences) return (index) => story[index]!.review;
  const judged = judge.judgeStory(
    placed.map(({ review }) => review.judgement),
    placed.map(({ section }) => section),
  );
  const judgements = new Map(placed.map(({ index }, place) => [index, judged[place]!]));
  return (index) => {
    const { review } = story[index]!;
    const judgement = judgements.get(index);
    if (!judgement) return review;
    return { ...review, hits: review.opinions.hits(judgement, (rule) => judge.storyThresholds(rule)) };
  };
}
