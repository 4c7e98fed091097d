import { describe, expect, it } from 'vitest';
import { captionsOf } from '../../../server/src/prose/captions';
import { readSentences } from '../../../server/src/prose/sentences';
import { kindsNamedBy } from '../../../server/src/rubric/captions';
import { parseStory } from '../../../server/src/story/parseStory';

/** "Sentence → kinds named over it", for each sentence that is no label. */
function captions(source: string): string[] {
  const story = parseStory(source.replaceAll('\n      ', '\n'));
  const sentences = readSentences(story);
  const kinds = captionsOf(story, sentences);
  return sentences.flatMap(({ text, isLabel }, index) =>
    isLabel ? [] : [`${text} → ${kinds[index]!.join()}`],
  );
}

const cases: readonly (readonly [what: string, source: string, captions: readonly string[]])[] = [
  [
    'sub-headings, to the next one or the next section',
    `
      # How the mitigation went wrong
      ## Action
      Before.
      ### 2) Hypotheses
      DNS.
      #### Mitigation
      Off.
      ### Day 2
      Slept.
      ## Result
      Done.`,
    ['Before. → ', 'DNS. → diagnosis', 'Off. → diagnosis,mitigation', 'Slept. → ', 'Done. → '],
  ],
  [
    'no heading of a section or of matter that is not told',
    `
      ## Lessons and prevention
      One.
      ## Notes
      ### Trade-offs
      Two.`,
    ['One. → ', 'Two. → '],
  ],
  [
    'a label in its paragraph',
    `
      ## Action
      **Contain.** Off. Really off.

      Next.`,
    ['Off. → mitigation', 'Really off. → mitigation', 'Next. → '],
  ],
  [
    'a paragraph that is a label, to the next one',
    `
      ## Action
      **Root cause**

      A clock.

      - It was late.

      **Trade-offs**

      A day.
      ## Result
      Done.`,
    ['A clock. → root-cause', 'It was late. → root-cause', 'A day. → trade-off', 'Done. → '],
  ],
  [
    'an item with a colon, over what is nested below it',
    `
      ## Action
      - Trade-offs:
        - A day.
        - Root cause:
          - A clock.
      - After.`,
    ['A day. → trade-off', 'A clock. → trade-off,root-cause', 'After. → '],
  ],
  [
    'an item with a colon where nothing is nested, over its fellows',
    `
      ## Action
      - Before.
      - Trade-offs:
      - A day.
      - Root cause:
      - A clock.

      After.`,
    ['Before. → ', 'A day. → trade-off', 'A clock. → root-cause', 'After. → '],
  ],
];

describe('what is announced over a sentence', () => {
  it.each(cases)('%s', (_, source, expected) => expect(captions(source)).toEqual(expected));
});

/** Headings as people write them, the phases and themes of the seeds among them. */
const headings: readonly (readonly [heading: string, kinds: string])[] = [
  ['1) Instrumentation and rapid observability', 'diagnosis'],
  ['Stopping the bleeding', 'mitigation'],
  ['Who was told, and when', 'communication'],
  ['Why it happened', 'root-cause'],
  ['How I knew it held', 'validation'],
  ['What it cost', 'trade-off,business-value'],
  ['What I would do differently', 'reflection'],
  ['Day 2', ''],
  ['14:10 to 14:40', ''],
  ['Kafka', ''],
];

it.each(headings)('“%s” names %s', (heading, kinds) => expect(kindsNamedBy(heading).join()).toBe(kinds));
