import { describe, expect, it } from 'vitest';
import { createReading } from '../../../../server/src/prose/reading';
import { resultOf } from '../../../../server/src/rules/rewriting/edits';
import { hiddenDeeds } from '../../../../server/src/rules/rewriting/passive';
import { activeVoice, namedAgent } from '../../../../server/src/rules/rewriting/voice';

function active(text: string, subject: 'I' | '{{who}}' = 'I'): string | undefined {
  const reading = createReading(text, 'action');
  const edits = activeVoice(reading, hiddenDeeds(reading), subject);
  return edits && resultOf(text, edits);
}

describe('activeVoice', () => {
  it.each([
    ['The rollback was performed.', 'I performed the rollback.'],
    ['NTP was reinstalled on the node.', 'I reinstalled NTP on the node.'],
    ['Traffic was moved to the standby.', 'I moved traffic to the standby.'],
    ['Kafka was restarted at 10:32.', 'I restarted Kafka at 10:32.'],
    ['Legal and Treasury were informed.', 'I informed Legal and Treasury.'],
    ['The batch was reversed and the pods were restarted.', 'I reversed the batch and restarted the pods.'],
    ['The patch was then shipped in three waves.', 'I then shipped the patch in three waves.'],
    ['A lint rule has since been introduced.', 'I have since introduced a lint rule.'],
    ['The TTL should have been lowered two days before.', 'I should have lowered the TTL two days before.'],
    [
      'After the old tokens had been revoked, I measured again.',
      'After I had revoked the old tokens, I measured again.',
    ],
    ['Public access was switched off.', 'I switched off public access.'],
    ['It was rolled back within a minute.', 'I rolled it back within a minute.'],
    ['The key was not rotated.', 'I did not rotate the key.'],
    [
      'On the third day it was concluded that the padding is wrong.',
      'On the third day I concluded that the padding is wrong.',
    ],
    ['It was agreed that the pilot would stop.', 'I agreed with {{whom}} that the pilot would stop.'],
    ['The workers were taken out of the pool.', 'I took the workers out of the pool.'],
  ])('tells “%s” of the narrator', (text, expected) => {
    expect(active(text)).toBe(expected);
  });

  it.each([
    ['A freeze is now imposed.', '{{Who}} now imposes a freeze.'],
    ['The queue has been drained.', '{{Who}} has drained the queue.'],
  ])('agrees with another person in “%s”', (text, expected) => {
    expect(active(text, '{{who}}')).toBe(expected);
  });

  it.each(['The pods crashed.', 'I was paged at 02:15.', 'The lock was confirmed by the DBA.'])(
    'finds no hidden deed in “%s”',
    (text) => {
      expect(hiddenDeeds(createReading(text, 'action'))).toEqual([]);
    },
  );
});

describe('namedAgent', () => {
  it('names who acted behind the verb and leaves the rest', () => {
    const text = 'The rollback was performed at 10:32.';
    const reading = createReading(text, 'action');
    expect(resultOf(text, namedAgent(reading, hiddenDeeds(reading), '{{whom}}'))).toBe(
      'The rollback was performed by {{whom}} at 10:32.',
    );
  });
});
