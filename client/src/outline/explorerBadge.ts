import type { StorySummary } from '../../../server/src/protocol';
import { counted } from './labels';

const badgeKinds = ['readiness', 'findings', 'off'] as const;
/** What the explorer shows behind a story: its readiness, how many warnings it has, or nothing. */
export type BadgeKind = (typeof badgeKinds)[number];

export function isBadgeKind(value: unknown): value is BadgeKind {
  return badgeKinds.some((kind) => kind === value);
}

/** The badge of a story and what it says when it is pointed at; the editor shows two characters at most. */
export function explorerBadge(
  story: StorySummary,
  kind: BadgeKind,
): { readonly badge: string; readonly tooltip: string } | undefined {
  if (kind === 'off') return undefined;
  if (story.problem !== null) return { badge: '!', tooltip: story.problem };
  if (!story.isReviewed) return undefined;
  if (kind === 'readiness')
    return {
      badge: story.readiness >= 100 ? '✓' : String(Math.round(story.readiness)),
      tooltip: `Readiness ${story.readiness} of 100`,
    };
  const count = story.counts.warning + story.counts.error;
  if (count === 0) return undefined;
  return { badge: count > 9 ? '9+' : String(count), tooltip: `${counted(count, 'warning')} in this story` };
}
