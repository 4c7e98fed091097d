import type { ProtocolCounts, ProtocolRange, ProtocolSeverity } from './place';

/** What a list or a tree shows of a story before it is opened. */
export interface StorySummary {
  readonly uri: string;
  readonly title: string;
  /**
   * False for a story that was only listed so far: its review is still to come, and evidence, readiness and counts are empty, which says
   * nothing of the story. All else is as it will be.
   */
  readonly isReviewed: boolean;
  readonly company: string | null;
  readonly level: string;
  readonly principles: readonly string[];
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly status: 'draft' | 'ready' | null;
  readonly date: string | null;
  /** Spoken time of the whole, in seconds. */
  readonly seconds: number;
  /** The sections in the order of the text with their spoken time in seconds; what stands outside of all of them has the kind null. */
  readonly sections: readonly { readonly kind: string | null; readonly seconds: number }[];
  /** The kinds of evidence that the story shows, in the rubric's order. */
  readonly evidence: readonly string[];
  /** The kinds of evidence that its level and company ask for, in the rubric's order. */
  readonly asked: readonly string[];
  /** 0 to 100. */
  readonly readiness: number;
  readonly counts: ProtocolCounts;
  /** Placeholders still to be filled. */
  readonly holes: number;
  /** Why the file could not be read, in the user's words; all else is then empty. */
  readonly problem: string | null;
}

export interface StoryFinding {
  readonly rule: string;
  readonly severity: ProtocolSeverity;
  readonly message: string;
  readonly range: ProtocolRange;
}

export interface StorySection {
  /** 'situation' … 'reflection', or null for what stands before the first section or in a story without any. */
  readonly kind: string | null;
  readonly name: string;
  readonly range: ProtocolRange;
  readonly seconds: number;
  readonly findings: readonly StoryFinding[];
}

export interface StoryEvidence {
  readonly kind: string;
  readonly title: string;
  readonly short: string;
  /** How loudly the profile asks for it; null where it does not. */
  readonly asked: 'warning' | 'info' | null;
  /** The sentences that supply it, in the order of the text. */
  readonly ranges: readonly ProtocolRange[];
}

/** A question that a story invites. */
export interface StoryFollowUp {
  /** The probe's id; `own:` and the question for one that only the writer asks. */
  readonly id: string;
  readonly question: string;
  /** What the rubric knows of it; null for a question of the writer's own. */
  readonly why: string | null;
  readonly weak: string | null;
  readonly strong: string | null;
  /** What in this story invites it, in the user's words. */
  readonly reasons: readonly string[];
  /** The sentence that provokes it. */
  readonly range: ProtocolRange;
  /** What stands under `## Follow-ups` for it; null where nothing does. */
  readonly answer: {
    /** The question's heading there. */
    readonly range: ProtocolRange;
    readonly text: string;
    /** Whether the answer says something and leaves no hole open. */
    readonly isComplete: boolean;
  } | null;
}

/** What a tree shows below a story. */
export interface StoryDetails {
  readonly summary: StorySummary;
  readonly followUps: readonly StoryFollowUp[];
  readonly sections: readonly StorySection[];
  readonly evidence: readonly StoryEvidence[];
  readonly readinessTerms: readonly {
    readonly name: string;
    readonly points: number;
    readonly outOf: number;
    readonly reason: string;
  }[];
}

export interface Library {
  /** The first stories of a large library, and all of a small one: the others follow as `libraryChanged`. */
  readonly stories: readonly StorySummary[];
  /** Whether all stories are told; those of them that are not reviewed yet follow once more, as `libraryChanged`. */
  readonly isListed: boolean;
  /** Whether all stories are told and reviewed; `libraryChanged` tells when there is more. */
  readonly isComplete: boolean;
  /** How many stories there will be in the end, as far as that is known. */
  readonly total: number;
}
/** How many summaries one message holds at most, so that none of them is a pause. */
export const summariesAtOnce = 500;

/** Client → server: all stories of the workspace, unsaved changes included. No parameters. */
export const libraryRequest = 'starStories/library';
/** Client → server: one story of the library in detail. Null where there is no such story. */
export const storyRequest = 'starStories/story';
export interface StoryParams {
  readonly uri: string;
}
/** Server → client: the library, or some stories of it, are no longer as last told. */
export const libraryChangedNotification = 'starStories/libraryChanged';
export interface LibraryChangedParams {
  /** The stories that changed, came or went; null means all. */
  readonly uris: readonly string[] | null;
  /** The new summaries of `uris`, so that nobody need ask for them; a story of `uris` that has none here is gone. */
  readonly summaries?: readonly StorySummary[];
  /** As in `Library`, once these changes are made. */
  readonly isListed?: boolean;
  readonly isComplete?: boolean;
  readonly total?: number;
}

/** Client → server: these stories are looked at, so that they are reviewed before the others. */
export const lookedAtNotification = 'starStories/lookedAt';
export interface LookedAtParams {
  readonly uris: readonly string[];
}

/**
 * Client → server: folders came, went or changed as a whole, which no file event tells of each story below them. They are listed
 * again, and the stories below them are read again.
 */
export const foldersChangedNotification = 'starStories/foldersChanged';
export interface FoldersChangedParams {
  /** URIs of folders, whether they are still there or not. */
  readonly folders: readonly string[];
}
/** Server → client, where the server cannot read files itself (in a browser, in virtual workspaces): the stories of a folder. */
export const listStoriesRequest = 'starStories/listStories';
export interface ListStoriesParams {
  readonly folder: string;
}
/** Server → client, likewise: the text of a story that is not open. */
export const readStoryRequest = 'starStories/readStory';
