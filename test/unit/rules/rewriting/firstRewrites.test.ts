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
