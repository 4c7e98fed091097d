import type { StoryParams } from './library';
import type { ProtocolPosition, ProtocolRange } from './place';

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
