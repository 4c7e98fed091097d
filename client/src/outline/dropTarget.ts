import type { FrontMatterChange } from '../storyEdits';
import type { Grouping } from './grouping';
import type { GroupNode } from './nodes';

/** What it means to drop stories on a group: something to write, a folder to move them to, or a reason why it can't be done. */
export type DropMeaning =
  | { readonly type: 'write'; readonly change: FrontMatterChange }
  | { readonly type: 'move' }
  | { readonly type: 'refused'; readonly reason: string };

const keys: Readonly<Partial<Record<Grouping, Pick<FrontMatterChange, 'key' | 'as'>>>> = {
  company: { key: 'company', as: 'value' },
  level: { key: 'level', as: 'value' },
  status: { key: 'status', as: 'value' },
  principle: { key: 'principles', as: 'item' },
  question: { key: 'question', as: 'item' },
};

/** `value` is what a story of the group has in its front matter. Undefined stands for a place that is in no group. */
export function dropMeaning(
  group: Pick<GroupNode, 'grouping' | 'key' | 'label'> | undefined,
  value: string,
): DropMeaning {
  if (!group || group.grouping === 'none')
    return refused(
      'Stories are dropped on a group: group them by principle, company, level or status first.',
    );
  if (group.grouping === 'strength')
    return refused('A story moves here by itself, when its readiness says so. There is nothing to write.');
  if (group.grouping === 'folder') return { type: 'move' };
  const written = keys[group.grouping];
  if (!written || group.key === '')
    return refused(
      `Nothing is written for “${group.label}”. To take a story out of a group, edit its front matter.`,
    );
  return { type: 'write', change: { ...written, value } };
}

function refused(reason: string): DropMeaning {
  return { type: 'refused', reason };
}
