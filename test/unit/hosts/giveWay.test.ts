import { describe, expect, it } from 'vitest';
import { createGiveWay } from '../../../server/src/hosts/giveWay';

describe('a thread that gives way', () => {
  /** How often it sleeps before each of three stories, where somebody types so often before a story and during a sleep. */
  const sleeps = (
    depth: 'listing' | 'review',
    beforeStory: readonly number[],
    whileAsleep: number,
  ): number[] => {
    let typed = 0;
    let slept = 0;
    const giveWay = createGiveWay(
      () => typed,
      () => {
        slept++;
        typed += whileAsleep;
      },
    );
    return beforeStory.map((times) => {
      typed += times;
      slept = 0;
      giveWay(depth);
      return slept;
    });
  };

  it.each([
    ['nobody types', 'review', [0, 0, 0], 0, [0, 0, 0]],
    ['somebody typed once', 'review', [0, 1, 0], 0, [0, 1, 0]],
    ['somebody typed three letters meanwhile', 'review', [3, 0, 0], 0, [1, 0, 0]],
    ['somebody goes on typing', 'review', [1, 1, 1], 1, [5, 5, 5]],
    ['somebody goes on typing', 'listing', [1, 1, 1], 1, [1, 1, 1]],
  ] as const)('%s: %s', (_, depth, beforeStory, whileAsleep, expected) => {
    expect(sleeps(depth, beforeStory, whileAsleep)).toEqual(expected);
  });
});
