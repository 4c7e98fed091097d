import { describe, expect, it } from 'vitest';
import { ReadingQueue } from '../../../server/src/lsp/readingQueue';

/** A queue for stories named folder/number, all of which are read here. */
function queueOf(listings: readonly string[], reviews: readonly string[] = []): ReadingQueue {
  const queue = new ReadingQueue({ folderOf: (uri) => uri.split('/')[0], isReadElsewhere: () => false });
  for (const uri of listings) queue.add(uri, 'listing');
  for (const uri of reviews) queue.add(uri, 'review');
  return queue;
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, number) => `a/${number}`);

describe('the queue of stories to be read', () => {
  it('lists all before it has any reviewed', () => {
    const queue = queueOf(['a/1'], ['a/2']);
    expect(queue.next()).toEqual({ uris: ['a/1'], depth: 'listing' });
    expect([queue.hasListedAll, queue.isEmpty]).toEqual([true, false]);
    expect(queue.next()).toEqual({ uris: ['a/2'], depth: 'review' });
    expect(queue.isEmpty).toBe(true);
    expect(queue.next()).toBeUndefined();
  });

  it('lists many at once, and reviews so few that who looks at others need not wait', () => {
    const listed = queueOf(numbered(100)).next()!.uris.length;
    const reviewed = queueOf([], numbered(100)).next()!.uris.length;
    expect(listed).toBeGreaterThan(reviewed);
    expect(reviewed).toBeLessThanOrEqual(8);
  });

  it('reads the stories of each folder with their own settings', () => {
    const queue = queueOf(['a/1', 'a/2', 'b/1']);
    expect([queue.next(), queue.next()].map((batch) => batch?.uris)).toEqual([['a/1', 'a/2'], ['b/1']]);
  });

  it('puts first what somebody looks at, in their order, and nothing that is not to be reviewed', () => {
    const queue = queueOf([], numbered(6));
    queue.putFirst(['a/5', 'a/3', 'a/99']);
    expect(queue.uris()).toEqual(['a/5', 'a/3', 'a/0', 'a/1', 'a/2', 'a/4']);
  });

  it('forgets a story that is gone', () => {
    const queue = queueOf(['a/1'], ['a/1', 'a/2']);
    queue.delete('a/1');
    expect([queue.has('a/1'), queue.uris()]).toEqual([false, ['a/2']]);
  });
});
