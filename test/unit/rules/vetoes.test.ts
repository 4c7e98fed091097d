import { describe, expect, it } from 'vitest';
import { createReading } from '../../../server/src/prose/reading';
import type { PhrasingRuleId, SectionKind } from '../../../server/src/rubric/ids';
import { phrasingRules } from '../../../server/src/rules';

/** What a rule takes back although the judge may be sure, and beside it what looks alike and is weak. */
const pairs: readonly [PhrasingRuleId, SectionKind, silent: string, weak: string][] = [
  [
    'blame',
    'result',
    'Thanks to the night shift, the ward had its lists back by four.',
    'Thanks to the night shift nobody noticed that the lists were lost.',
  ],
  [
    'blame',
    'situation',
    'We lost the morning because of a script that let anyone skip the checksum step when they rotated the keys.',
    'We lost the morning because of an operator who let the checksum step slip when he rotated the keys.',
  ],
  [
    'vague-prevention',
    'reflection',
    'Since then a lint rule refuses a migration without a lock timeout, so we are more careful by force.',
    'Since then we are all more alert on the days of a batch.',
  ],
  [
    'unquantified-claim',
    'result',
    'Tickets fell by a third within the week.',
    'Tickets fell sharply within the week.',
  ],
  [
    'we-action',
    'action',
    'I split the work: I read the broker logs while we waited for the restore.',
    'We read the broker logs and restored the queue.',
  ],
  [
    'handed-off',
    'action',
    'I escalated to Storage with a tested patch for the mount.',
    'I escalated to Storage, who fixed the mount the next day.',
  ],
  [
    'passive-action',
    'action',
    'The pods were being killed, one a minute.',
    'The pods were killed and the queue was drained.',
  ],
  [
    'passive-action',
    'reflection',
    'In hindsight I should have lowered the TTL before the cutover.',
    'In hindsight the TTL should have been lowered before the cutover.',
  ],
  [
    'solo-hero',
    'situation',
    'I was the only one on call that night, with 40 alerts in the queue.',
    'Nobody but me could have saved that release.',
  ],
  [
    'solo-hero',
    'result',
    'By Friday they ran the whole drill without me.',
    'They could not have done it without me.',
  ],
  [
    'no-change',
    'reflection',
    'Apart from the missing canary, I would do nothing differently.',
    'Apart from that it went well, and I would do nothing differently.',
  ],
  [
    'late-communication',
    'action',
    'I told the desk every 20 minutes until the restore was through.',
    'I told the desk when the restore was through.',
  ],
  [
    'unverified-fix',
    'result',
    'The replay of the whole night confirmed that the fix held.',
    'The row counts matched, and I took the values on trust.',
  ],
  [
    'panic',
    'situation',
    'A kernel panic took down the node that held the leases.',
    'I panicked when the node with the leases went down.',
  ],
  [
    'causeless',
    'reflection',
    'What I called gremlins turned out to be a clock that ran 90 seconds late.',
    'It must have been gremlins, and nobody ever found out.',
  ],
  [
    'hedging',
    'action',
    'I probed each shard for the lost rows.',
    'I probably probed most of the shards for the lost rows.',
  ],
];

describe('a rule vetoes what only looks weak', () => {
  it.each(pairs)('%s in %s: “%s”, but not “%s”', (id, section, silent, weak) => {
    const rule = phrasingRules.find((candidate) => candidate.id === id);
    expect(rule?.vetoes?.(createReading(silent, section))).toBe(true);
    expect(rule?.vetoes?.(createReading(weak, section))).toBe(false);
  });
});
