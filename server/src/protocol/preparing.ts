import type { StoryFollowUp, StoryParams, StorySummary } from './library';
import type { ProtocolPosition, ProtocolRange } from './place';

/** Client → server: how the stories of the library cover what an interview asks for. */
export const coverageRequest = 'starStories/coverage';
export interface CoverageParams {
  /** The id of a target of an earlier answer. Without one, or where there is no such target any more: the one that most stories aim at. */
  readonly target?: string;
}
/** What a library can be held against: the principles of a company, or questions. */
export interface CoverageTarget {
  readonly id: string;
  readonly kind: 'company' | 'own' | 'questions';
  /** What its topics are. */
  readonly about: 'principles' | 'questions';
  /** "Amazon", or the theme of the questions. */
  readonly name: string;
  /** "Leadership Principles"; the number of questions. */
  readonly title: string;
  /** What `company` of a front matter holds for it; null for questions. */
  readonly company: string | null;
  readonly source: string | null;
  /** Whether the source is the company's own word; null where that is not known. */
  readonly firstHand: boolean | null;
  readonly asOf: string | null;
  readonly checked: string | null;
}
/**
 * How well a story carries a topic: the letters of `CoverageStory.strengths`. "n" nothing, "c" claimed in the front matter without proof,
 * "w" weak, "f" fair, "s" strong. The formula stands in docs/coverage.md.
 */
export type CoverageStrength = 'n' | 'c' | 'w' | 'f' | 's';
/** A principle, a question, or a group of questions. */
export interface CoverageTopic {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  /** The evidence that it asks for, what carries it first. */
  readonly asks: readonly { readonly kind: string; readonly title: string; readonly weight: number }[];
  readonly incidentFit: 'often' | 'sometimes' | 'rarely';
  /** How many stories have each strength. */
  readonly counts: Readonly<Record<CoverageStrength, number>>;
  /** Why it counts as a gap: no story at all, only claims, only weak stories; null where a story is fair or strong. */
  readonly gap: 'nothing' | 'claimed' | 'weak' | null;
  /** The gap in words, such as "Nothing for Earn Trust."; null where there is none. */
  readonly gapText: string | null;
}
export interface CoverageStory {
  readonly uri: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly company: string | null;
  readonly readiness: number;
  readonly seconds: number;
  readonly evidence: readonly string[];
  /** A letter of `CoverageStrength` for each topic. */
  readonly strengths: string;
  /** The score of each topic, 0 to 100. */
  readonly scores: readonly number[];
  /** The indices of the topics that its front matter names. */
  readonly named: readonly number[];
  /** The indices of the topics that only this story carries, where these are too many; else empty. */
  readonly alone: readonly number[];
}
/** What to write next, and why. */
export interface CoverageAdvice {
  /** Write a new story, have an existing one prove the topic, or retell one that proves it already. */
  readonly action: 'write' | 'strengthen' | 'retell';
  /** The index of the topic. */
  readonly topic: number;
  /** The story to strengthen or retell; null for a new one. */
  readonly uri: string | null;
  /** "Write a story for Earn Trust." */
  readonly text: string;
  readonly reason: string;
}
export interface Coverage {
  /** All that can be asked for, in the order in which it is to be offered. */
  readonly targets: readonly CoverageTarget[];
  /** The one that this is about: one of `targets`. */
  readonly target: CoverageTarget;
  readonly topics: readonly CoverageTopic[];
  /** By title. */
  readonly stories: readonly CoverageStory[];
  /** The health of the library in sentences; `isGood` says whether there is nothing to do about it. */
  readonly health: readonly { readonly text: string; readonly isGood: boolean }[];
  /** The foremost first; empty where all is covered. */
  readonly next: readonly CoverageAdvice[];
  /** False while stories are still being read. */
  readonly isComplete: boolean;
}
/** Client → server: the stories that answer a question, the best first. Cancelled by the next letter typed. */
export const findStoriesRequest = 'starStories/findStories';
export interface FindStoriesParams {
  /** As it was typed or pasted. */
  readonly question: string;
}
export interface FoundStories {
  /** The known question that it is, or is most like; null where none comes near. */
  readonly question: KnownQuestion | null;
  readonly stories: readonly {
    readonly summary: StorySummary;
    /** How well it answers: a weak one is listed because there is no better. */
    readonly fit: 'strong' | 'fair' | 'weak';
    /** To go on after the story's title: "shows root cause and prevention, which this question asks for". */
    readonly reasons: readonly string[];
    /** What the question asks for and the story does not show, as in "trade-off". */
    readonly missing: readonly string[];
  }[];
  /** False while stories are still being read: there may be better ones. */
  readonly isComplete: boolean;
}

/** Client → server: the questions that are known, the user's own first. */
export const questionsRequest = 'starStories/questions';
export interface QuestionsParams {
  /** A file or folder whose workspace folder's own questions are meant; without it, those of all folders. */
  readonly uri?: string;
}
export interface KnownQuestion {
  readonly id: string;
  readonly text: string;
  /** Names of the principles that it probes, as front matter holds them. */
  readonly principles: readonly string[];
  /** What a good answer shows, as in "root cause". */
  readonly evidence: readonly string[];
  /** Whether it stands in the user's own bank. */
  readonly isOwn: boolean;
}

/** Opens the rehearsal of a story; argument: its URI. */
export const rehearseCommand = 'starStories.rehearse';
/** Shows the likely follow-ups of a story to choose from; argument: its URI. */
export const showFollowUpsCommand = 'starStories.showFollowUps';

/** Client → server: the likely follow-ups of a story of the library, the most pressing first, and those that its writer put down. Null where there is no such story. */
export const followUpsRequest = 'starStories/followUps';

/** Client → server: where an answer to a follow-up goes; null where it is no open story or no such question. */
export const answerFollowUpRequest = 'starStories/answerFollowUp';
export interface AnswerFollowUpParams extends StoryParams {
  readonly id: string;
}
export interface FollowUpPlace {
  /** The version of the document that `insert` is an edit of. */
  readonly version: number;
  /** The question's heading where it stands in the story already. */
  readonly existing: ProtocolRange | null;
  /** Its heading and a hole for the answer; null where it stands there already. */
  readonly insert: { readonly position: ProtocolPosition; readonly text: string } | null;
}

/** Client → server: a story for saying it aloud; null where there is no such story. */
export const rehearsalRequest = 'starStories/rehearsal';
/** All times are in seconds. */
export interface Rehearsal {
  readonly title: string;
  /** The speaking rate that `seconds` is reckoned by. */
  readonly wordsPerMinute: number;
  readonly seconds: number;
  readonly budgetSeconds: number;
  readonly sections: readonly RehearsalSection[];
  /** What may be asked at the end: the likely follow-ups, or, for a story without gaps, what any story has to stand up to. */
  readonly probes: readonly StoryFollowUp[];
}
export interface RehearsalSection {
  /** Null for what is told outside of all sections. */
  readonly kind: string | null;
  readonly name: string;
  /** How long its own words take at the speaking rate. */
  readonly seconds: number;
  /** How long it may take. */
  readonly budgetSeconds: number;
  /** A few of its own words a sentence, as much as a card holds. */
  readonly cues: readonly string[];
  readonly paragraphs: readonly {
    readonly isItem: boolean;
    readonly sentences: readonly { readonly text: string; readonly seconds: number }[];
  }[];
}
/** Client → server: a page of HTML on the whole library. Takes a while for thousands of stories; can be cancelled. */
export const reportRequest = 'starStories/report';
export interface ReportParams {
  /** The day as it is to be read, such as 2026-03-14. */
  readonly date: string;
}
/** Client → server: a page of HTML to glance at before a story is told; null where there is no such story. Its parameters are `StoryParams`. */
export const cueSheetRequest = 'starStories/cueSheet';
export interface ReportPage {
  readonly html: string;
  /** How many stories it is about. */
  readonly stories: number;
}
