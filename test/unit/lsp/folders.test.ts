import { describe, expect, it } from 'vitest';
import { folderHolding } from '../../../server/src/lsp/folders';

describe('folderHolding', () => {
  it.each([
    ['file:///work/stories/one.star.md', ['file:///work/stories'], 'file:///work/stories'],
    ['file:///work/stories/one.star.md', ['file:///work/stories/'], 'file:///work/stories/'],
    ['file:///work/stories', ['file:///work/stories'], 'file:///work/stories'],
    ['file:///work/stories-old/one.star.md', ['file:///work/stories'], undefined],
    ['file:///work/a/b/one.star.md', ['file:///work/a', 'file:///work/a/b'], 'file:///work/a/b'],
    ['untitled:one.star.md', ['file:///work'], undefined],
    ['file:///work/one.star.md', [], undefined],
  ])('%s in %j', (uri, folders, expected) => {
    expect(folderHolding(uri, folders)).toBe(expected);
  });
});
