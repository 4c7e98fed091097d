/**
 * The custom requests between the server and its clients. The client imports this file, and only its types.
 * Ranges and positions are LSP's: zero-based lines and UTF-16 characters.
 */

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export type ProtocolSeverity = 'error' | 'warning' | 'information' | 'hint';
export type ProtocolCounts = Readonly<Record<ProtocolSeverity, number>>;

/** What a list or a tree shows of a story before it is opened. */
export interface StorySummary {
  readonly uri: string;
  readonly title: string;
  readonly company: string | null;
  readonly level: string;
  readonly principles: readonly string[];
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly status: 'draft' | 'ready' | null;
  readonly date: string | null;
  /** Spoken time of the whole, in seconds. */
  readonly seconds: number;
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

/** What a tree shows below a story. */
export interface StoryDetails {
  readonly summary: StorySummary;
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
  readonly stories: readonly StorySummary[];
  /** False while stories are still being read; `libraryChanged` tells when there is more. */
  readonly isComplete: boolean;
}

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
  readonly isComplete?: boolean;
}

/** Server → client, where the server cannot read files itself (in a browser, in virtual workspaces): the stories of a folder. */
export const listStoriesRequest = 'starStories/listStories';
export interface ListStoriesParams {
  readonly folder: string;
}
/** Server → client, likewise: the text of a story that is not open. */
export const readStoryRequest = 'starStories/readStory';

/** Commands that our code actions and lenses refer to; the client implements them where they need its views. */
export const nextHoleCommand = 'starStories.nextHole';
/** Sets `starStories.rules` so that a rule is off; arguments: the rule's id and the URI of the story it was seen in. */
export const ignoreEverywhereCommand = 'starStories.ignoreRuleEverywhere';

/** What a client says at initialization of what it can do beyond LSP. */
export interface InitializationOptions {
  /** The client answers listStories and readStory. */
  readonly canReadStories?: boolean;
  /** The client has the command `ignoreEverywhereCommand`. */
  readonly canUpdateSettings?: boolean;
  /** Where the weights of the judge lie, for a server in a browser. */
  readonly weightsUri?: string;
  /** Settings for clients that cannot be asked for theirs: the object under `starStories`. */
  readonly settings?: unknown;
}
/** Reveals the story in the outline; argument: its URI. */
export const showStoryCommand = 'starStories.revealInOutline';

/** Asks which other finding at a place to ignore; see `IgnoreAnotherArguments`. */
export const ignoreAnotherCommand = 'starStories.ignoreAnother';
/** The story's URI, the place, and the findings there that are left to choose from. */
export type IgnoreAnotherArguments = readonly [
  uri: string,
  range: ProtocolRange,
  findings: readonly { readonly rule: string; readonly message: string }[],
];

/** Client → server: the holes of a story in the order of the text, prompts such as `[number]` and notes such as `TODO` included. Null where it is no open story. */
export const holesRequest = 'starStories/holes';

/** Client → server: what a story can be retold for; null where it is no open story. */
export const retellTargetsRequest = 'starStories/retellTargets';
/** A principle or a question that a story can be retold for. */
export interface RetellTarget {
  readonly kind: 'principle' | 'question';
  readonly id: string;
  /** "Ownership", or the question itself. */
  readonly title: string;
  /** Why it stands where it does in the list: "this story", "Amazon", "Google", "questions". */
  readonly group: string;
  /** What the retelling leads with. */
  readonly lead: string;
}
/** Client → server: a story retold for a target, as a section and as a file of its own; null where it is no open story or no such target. */
export const retellRequest = 'starStories/retell';
export interface RetellParams extends StoryParams {
  readonly kind: RetellTarget['kind'];
  readonly id: string;
}
export interface Retelling {
  /** "Retell for Ownership". */
  readonly title: string;
  /** The version of the document that `section` is an edit of. */
  readonly version: number;
  /** Where the section goes in and what it says; holes are written `{{…}}`. */
  readonly section: { readonly position: ProtocolPosition; readonly text: string };
  /** Where the story is retold for this already. */
  readonly existing: ProtocolRange | null;
  /** A story of its own that links back; `suffix` goes behind the file's name. */
  readonly file: { readonly suffix: string; readonly text: string };
}
/** Opens the choice of what to retell a story for, or retells it for one target; arguments: its URI, and the target's kind and id if it is chosen. */
export const retellCommand = 'starStories.retell';

/** Client → server: a text as a story: its own words, split into sections, under a front matter with a title. */
export const convertRequest = 'starStories/convert';
export interface ConvertParams {
  readonly text: string;
  /** The file's name without its ending, for the title of a text that has none. */
  readonly name: string;
  /** Whose settings are in force. */
  readonly uri: string;
}
export interface ConvertedStory {
  readonly text: string;
}

/** Client → server: what a rewrite of the sentence at a place needs to know; null where no finding of that rule stands there. */
export const rewriteContextRequest = 'starStories/rewriteContext';
export interface RewriteContextParams extends StoryParams {
  readonly rule: string;
  readonly position: ProtocolPosition;
}
export interface RewriteContext {
  readonly version: number;
  /** The sentence's place, its Markdown included. */
  readonly range: ProtocolRange;
  /** The sentence as it stands in the file. */
  readonly sentence: string;
  readonly section: string | null;
  readonly message: string;
  /** What the rule says of itself: title, why it matters, what to write instead. */
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  /** The whole story without its front matter. */
  readonly story: string;
}
/** Client → server: whether a sentence written elsewhere may replace the one at a place. */
export const checkRewriteRequest = 'starStories/checkRewrite';
export interface CheckRewriteParams extends RewriteContextParams {
  readonly rewrite: string;
}
export interface CheckedRewrite {
  /** What speaks against it, in the user's words; empty where nothing does. */
  readonly problems: readonly string[];
}
