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
  /** False while stories are still being read or told; `libraryChanged` tells when there is more. */
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
  readonly isComplete?: boolean;
  readonly total?: number;
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

/** Client → server: the edits that write something into the front matter of a text, whose comments and style stay as they are. */
export const editFrontMatterRequest = 'starStories/editFrontMatter';
export interface EditFrontMatterParams {
  readonly text: string;
  readonly key: 'title' | 'question' | 'company' | 'level' | 'principles' | 'status';
  readonly value: string;
  /** Whether it is the value of the key, or one more item of its list. A title is changed in the heading that says the same, too. */
  readonly as: 'value' | 'item';
}
export interface EditFrontMatterAnswer {
  /** None where the text says so already. */
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
  /** Why it can't be written, to go behind the story's title; null where it can. */
  readonly problem: string | null;
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
  /** The client has the commands `rehearseCommand` and `showFollowUpsCommand`. */
  readonly canRehearse?: boolean;
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
  /** As its front matter has it now. */
  readonly title: string;
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

/** Client → server: the frame of a new story, with holes for what only its writer knows. */
export const storyFrameRequest = 'starStories/storyFrame';
export interface StoryFrameParams {
  readonly title: string;
  /** Where the story will be, for the settings and questions of its folder. */
  readonly uri: string;
  /** As front matter holds it, such as 2026-03-14. */
  readonly date: string;
  /** The id of a question, or its words. */
  readonly question?: string;
  /** The id or name of a principle. */
  readonly principle?: string;
  readonly company?: string;
  /** One of `storyTemplates`; `incident` where none is named. */
  readonly template?: string;
}
export interface StoryFrame {
  readonly text: string;
  /** The same as a snippet whose tab stops are the holes. */
  readonly snippet: string;
}
/** Client → server: the kinds of stories that there are frames for. No parameters. */
export const storyTemplatesRequest = 'starStories/storyTemplates';
export interface StoryTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
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
