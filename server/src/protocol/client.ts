import type { ProtocolRange } from './place';

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
