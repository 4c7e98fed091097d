import type { Rehearsal } from '../../../server/src/protocol';
import type { Take } from './takes';

/** A story to rehearse. Sent when the page is ready, when another story is asked for, and when the story changes. */
export interface RehearsalStory {
  readonly type: 'story';
  readonly uri: string;
  /** Null while there is no such story to be read: it is gone, or stories are switched off. */
  readonly rehearsal: Rehearsal | null;
  /** Earlier takes of this story, the oldest first. */
  readonly takes: readonly Take[];
  /** Why takes cannot be kept, in the user's words; null where they can. */
  readonly obstacle: string | null;
}

export type RehearsalToPage =
  | RehearsalStory
  /** The log now holds these takes of the story. */
  | { readonly type: 'takes'; readonly uri: string; readonly takes: readonly Take[] };

export type RehearsalFromPage =
  | { readonly type: 'save'; readonly uri: string; readonly take: Omit<Take, 'story' | 'date'> }
  /** Another story was asked for, and the page stays with this one. */
  | { readonly type: 'stay'; readonly uri: string }
  /** Shows where the answer to a follow-up stands in the story, or makes a place for it. */
  | { readonly type: 'writeAnswer'; readonly uri: string; readonly id: string }
  | { readonly type: 'openStory'; readonly uri: string }
  | { readonly type: 'openLog'; readonly uri: string };
