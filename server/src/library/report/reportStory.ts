import type { StoryDetails, StorySummary } from '../../protocol';
import type { Review } from '../../review/review';
import type { SpokenTimeBudgets } from '../../rubric/sections';
import { summarise } from '../summary';

/** What the report says of a story. Plain data: it travels between threads. */
export interface ReportStory {
  readonly summary: StorySummary;
  readonly readinessTerms: StoryDetails['readinessTerms'];
  readonly time: {
    /** Spoken time in seconds. */
    readonly total: number;
    readonly setup: number;
    readonly action: number;
    /** What may be taken, by the settings in force for this story. */
    readonly budgets: SpokenTimeBudgets;
  };
  /** The texts of the holes that are still open, in the order of the text. */
  readonly holes: readonly string[];
}

/** How much of a hole is told. */
const mostOfAHole = 80;

export function reportStory(uri: string, review: Review, budgets: SpokenTimeBudgets): ReportStory {
  const { timing, readiness, story } = review;
  const { situation, task, action } = timing.sections;
  return {
    summary: summarise(uri, review),
    readinessTerms: readiness.terms,
    time: { total: timing.total, setup: situation + task, action, budgets },
    holes: story.placeholders.map(({ span }) => holeText(story.text.slice(span.start, span.end))),
  };
}

/** The prompt within the braces or brackets. */
function holeText(hole: string): string {
  const prompt = hole.replace(/^(?:\{\{|\[)\s*|\s*(?:\}\}|\])$/g, '').replace(/\s+/g, ' ');
  return prompt.length > mostOfAHole ? `${prompt.slice(0, mostOfAHole - 1)}…` : prompt;
}
