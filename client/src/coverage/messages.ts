import type { Coverage } from '../../../server/src/protocol';

/** What the host of the coverage panel tells its page. */
export type CoverageToPage =
  | { readonly type: 'coverage'; readonly coverage: Coverage }
  /** There is nothing to show, for STAR Stories is switched off or its server could not be started. */
  | { readonly type: 'unavailable'; readonly isSwitchedOff: boolean };

/** What the page of the coverage panel tells its host. */
export type CoverageFromPage =
  /** Hold the library against something else; the id of a target. */
  | { readonly type: 'choose'; readonly target: string }
  | { readonly type: 'openStory'; readonly uri: string }
  /** A new story, for a topic of the target that is shown or for none. */
  | { readonly type: 'newStory'; readonly topic: string | null }
  | { readonly type: 'retell'; readonly uri: string; readonly topic: string }
  | { readonly type: 'switchOn' }
  | { readonly type: 'showLog' };

/** What the page keeps while it is hidden, and when the window is reloaded. */
export interface CoverageState {
  readonly target: string;
  readonly filter: string;
  readonly order: CoverageOrder;
}

/** The orders of the stories. */
export const coverageOrders = ['title', 'strength', 'readiness'] as const;
export type CoverageOrder = (typeof coverageOrders)[number];
