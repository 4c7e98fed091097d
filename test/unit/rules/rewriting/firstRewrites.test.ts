import { describe, expect, it } from 'vitest';
import { createReading } from '../../../../server/src/prose/reading';
import type { PhrasingRuleId, SectionKind } from '../../../../server/src/rubric/ids';
import { phrasingRules } from '../../../../server/src/rules';
import { resultOf } from '../../../../server/src/rules/rewriting/edits';

/** Sentences whose first rewrite had come out ungrammatical or about something else. */
const rows: readonly [PhrasingRuleId, SectionKind, text: string, rewritten: string][] = [
  [
    'vague-action',
    'action',
    'I basically kind of looked around a bit and did something.',
    'I checked {{which part, log or metric}}, found {{the cause}} and did something by {{the change}}.',
  ],
  [
    'weak-ownership',
    'task',
    'The chief editor pointed at me through the glass.',
    'I took it on because {{what was at stake}}.',
  ],
  [
    'causeless',
    'situation',
    'Somebody out there mined coins with our card, what can you do.',
    'Somebody out there mined coins with our card because {{what failed, and why}}.',
  ],
  [
    'causeless',
    'situation',
    'After the move the links led to nothing, and for some reason nobody can explain, the redirect list was empty.',
    'The redirect list was empty because {{what failed, and why}}.',
  ],
  [
    'hedging',
    'result',
    "The downtime form is, if I'm being perfectly candid, maybe a little bit my baby.",
    "The downtime form is, if I'm being perfectly candid, my baby.",
  ],
  [
    'hedging',
    'action',
    'While they worked, I endeavoured, to some extent, to correlate the errors with the logs.',
    'While they worked, I endeavoured to correlate the errors with the logs.',
  ],
  [
    'blame',
    'situation',
    'The developers who created that table in 2017 evidently slept through database class.',
    '{{What broke}} because {{which check, alert or limit was missing}}.',
  ],
  ['hedging', 'action', 'I, like, more or less saved the picture, let’s put it so.', 'I saved the picture.'],
  [
    'hedging',
    'action',
    'I tried, well, I suppose I sort of tried to warn the reps.',
    'I tried, well, I suppose I sort of tried to warn the reps; what I did was {{what you did}}.',
  ],
  [
    'late-communication',
    'action',
    'I only told my manager the next day, after I’d fixed it.',
    'I told my manager {{how soon}}, then every {{interval}}, and again the next day, after I’d fixed it.',
  ],
  [
    'panic',
    'action',
    'I felt as though I had been hit by a truck, and could I think?',
    'I {{what you did first}}.',
  ],
  [
    'passive-action',
    'action',
    'That version was put live about midnight.',
    'I put that version live about midnight.',
  ],
  [
    'blame',
    'action',
    'The agency, bless them, had shoved an update on the night before.',
    '{{What broke}} because {{which check, alert or limit was missing}}.',
  ],
  [
    'blame',
    'action',
    'I have never seen such negligence from a vendor, they did this to us and nobody else.',
    '{{What broke}} because {{which check, alert or limit was missing}}.',
  ],
  [
    'weak-ownership',
    'task',
    'I was asked to have a look at it by the head of development.',
    'I took it on because {{what was at stake}}.',
  ],
  [
    'unquantified-claim',
    'situation',
    'In July it took out so many stations that the phone did not stop.',
    'In July it took out {{how many}} stations, so that the phone did not stop.',
  ],
  [
    'late-communication',
    'action',
    'I told the editors at midnight, when the last film was running.',
    'I told the editors {{what you knew}} {{how soon}} and sent an update every {{interval}}.',
  ],
  [
    'hedging',
    'action',
    'I guess I might have found it earlier with more experience.',
    'I might have found it earlier with more experience.',
  ],
  [
    'no-change',
    'reflection',
    'For the way I looked for it, no complaints from my own side.',
    'Today I would {{do what differently}}, because {{what that would have saved}}.',
  ],
  [
    'passive-action',
    'action',
    'Customer care I informed in the morning after it was resolved.',
    'Customer care I informed in the morning after it was resolved by {{whom}}.',
  ],
  [
    'solo-hero',
    'situation',
    'Nobody but me in that company has ever opened a packet capture, and it showed.',
    'I {{what you did}} while {{who}} {{what they did}}.',
  ],
  ['hedging', 'task', 'Goal, roughly, sort of: tidy up.', 'Goal, roughly: tidy up.'],
];

describe('the first rewrite', () => {
  it.each(rows)('of %s in %s: “%s”', (id, section, text, rewritten) => {
    const rule = phrasingRules.find((candidate) => candidate.id === id)!;
    const reading = createReading(text, section);
    const [first] = rule.rewrite(reading, rule.locate(reading, []));
    expect(resultOf(text, first!.edits)).toBe(rewritten);
  });

  it('counts fewer of a thing, and no share of them', () => {
    const rule = phrasingRules.find(({ id }) => id === 'unquantified-claim')!;
    const text = 'We get so many fewer wrong bookings now.';
    const reading = createReading(text, 'result');
    expect(rule.rewrite(reading, rule.locate(reading, [])).map(({ edits }) => resultOf(text, edits))).toEqual(
      ['We get {{how many}} fewer wrong bookings now.', '{{Metric}} went from {{before}} to {{after}}.'],
    );
  });
});
