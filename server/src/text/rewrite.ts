import type { Edit } from './edit';

/** A change that is offered to the writer. */
export interface Rewrite {
  /** For the menu: shows the result, such as “A bad config reached production because …”. */
  readonly title: string;
  /** Disjoint and sorted. An insert may hold holes: `{{what goes here}}`, or with choices `{{what|one|other}}`. */
  readonly edits: readonly Edit[];
  /** Whether it keeps the meaning and may be applied unseen, as by fix-all on save. A rewrite with a hole never is. */
  readonly safe: boolean;
  /** The one that is preferred among several of a finding. */
  readonly preferred?: boolean;
}
