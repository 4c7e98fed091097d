import { describe, expect, it } from 'vitest';
import { dropMeaning } from '../../../client/src/outline/dropTarget';
import { explorerBadge } from '../../../client/src/outline/explorerBadge';
import { summary } from './summaries';

describe('what it means to drop a story on a group', () => {
  it.each([
    ['principle', 'dive deep', 'Dive Deep', { key: 'principles', value: 'Dive Deep', as: 'item' }],
    ['question', 'why?', 'Why?', { key: 'question', value: 'Why?', as: 'item' }],
    ['company', 'amazon', 'amazon', { key: 'company', value: 'amazon', as: 'value' }],
    ['level', 'senior', 'senior', { key: 'level', value: 'senior', as: 'value' }],
    ['status', 'ready', 'ready', { key: 'status', value: 'ready', as: 'value' }],
  ] as const)('on a %s: it is written', (grouping, key, value, change) => {
    expect(dropMeaning({ grouping, key, label: value }, value)).toEqual({ type: 'write', change });
  });

  it('on a folder: it moves', () => {
    expect(dropMeaning({ grouping: 'folder', key: '', label: 'Top folder' }, '')).toEqual({ type: 'move' });
  });

  it.each([
    [undefined, /group them/],
    [{ grouping: 'none', key: '', label: '' }, /group them/],
    [{ grouping: 'strength', key: 'ready', label: 'Ready to tell' }, /by itself/],
    [{ grouping: 'principle', key: '', label: 'No principle' }, /“No principle”/],
  ] as const)('elsewhere it is refused with a reason: %o', (group, reason) => {
    const meaning = dropMeaning(group, '');
    expect(meaning.type === 'refused' && meaning.reason).toMatch(reason);
  });
});

describe('the badge of a story in the explorer', () => {
  const counts = { error: 1, warning: 2, information: 5, hint: 1 };
  it.each([
    [{ readiness: 0 }, 'readiness', '0'],
    [{ readiness: 64 }, 'readiness', '64'],
    [{ readiness: 100 }, 'readiness', '✓'],
    [{ counts }, 'findings', '3'],
    [{ counts: { ...counts, warning: 12 } }, 'findings', '9+'],
    [{}, 'findings', undefined],
    [{ readiness: 64 }, 'off', undefined],
    [{ problem: 'No access.' }, 'readiness', '!'],
  ] as const)('of %o by %s is %s', (change, kind, badge) => {
    const shown = explorerBadge(summary(change), kind);
    expect(shown?.badge).toBe(badge);
    // The editor takes two characters and throws at more.
    expect((shown?.badge ?? '').length).toBeLessThanOrEqual(2);
  });

  it.each(['readiness', 'findings'] as const)('is none for a story not read yet, by %s', (kind) => {
    expect(explorerBadge(summary({ isReviewed: false, readiness: 0, counts }), kind)).toBeUndefined();
  });

  it('says what the number is', () => {
    expect(explorerBadge(summary({ readiness: 64 }), 'readiness')?.tooltip).toBe('Readiness 64 of 100');
    expect(explorerBadge(summary({ counts }), 'findings')?.tooltip).toBe('3 warnings in this story');
  });
});
