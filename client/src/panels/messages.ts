/**
 * What a panel's host and its page tell each other: for each panel one union a direction. Both sides import this file, and only its types.
 *
 * Every page sends `ready` first, and again each time that it was hidden and is shown: it then knows nothing but its own state.
 */

import type { CoverageFromPage, CoverageToPage } from '../coverage/messages';
import type { RehearsalFromPage, RehearsalToPage } from '../rehearsal/messages';

export interface PageReady {
  readonly type: 'ready';
}

/** One entry a panel. The key is the folder of its `page.ts`. */
export interface PanelMessages {
  readonly coverage: { readonly toPage: CoverageToPage; readonly fromPage: CoverageFromPage };
  readonly rehearsal: { readonly toPage: RehearsalToPage; readonly fromPage: RehearsalFromPage };
}

export type PanelId = keyof PanelMessages;
/** What the host of a panel tells its page. */
export type ToPage<Id extends PanelId> = PanelMessages[Id]['toPage'];
/** What the page of a panel tells its host. */
export type FromPage<Id extends PanelId> = PanelMessages[Id]['fromPage'] | PageReady;
