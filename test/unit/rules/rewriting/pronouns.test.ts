import { describe, expect, it } from 'vitest';
import { createReading } from '../../../../server/src/prose/reading';
import { agreeWithNarrator, asAnyone, needsSeveral } from '../../../../server/src/rules/rewriting/pronouns';
import { applyEdits } from '../../../../server/src/text/edit';

function whole(text: string): { start: number; end: number } {
  return { start: 0, end: text.length };
}

describe('asAnyone', () => {
  it.each([
    ['It failed when he rotated the keys.', 'It failed when they rotated the keys.'],
    ['It failed while she was on leave.', 'It failed while they were on leave.'],
    ['It failed on his second day.', 'It failed on their second day.'],
    ['We asked her to stop.', 'We asked them to stop.'],
    ['We read her notes.', 'We read their notes.'],
    ['He kept it to himself.', 'they kept it to themselves.'],
    ['I had warned them, and we saw it.', 'I had warned them, and we saw it.'],
  ])('%s', (text, expected) => {
    expect(applyEdits(text, asAnyone(createReading(text, undefined), whole(text)))).toBe(expected);
  });

  it('leaves what stands outside the span', () => {
    const text = 'He asked whether he was late.';
    expect(applyEdits(text, asAnyone(createReading(text, undefined), { start: 3, end: text.length }))).toBe(
      'He asked whether they were late.',
    );
  });
});

describe('agreeWithNarrator', () => {
  it.each([
    ['We were comparing dumps.', 'We was comparing dumps.'],
    ["We're comparing dumps.", "We'm comparing dumps."],
    ['The team has found it.', 'The team have found it.'],
    ['The team decides it.', 'The team decide it.'],
    ['We found it.', 'We found it.'],
    ["We'd found it.", "We'd found it."],
  ])('%s', (text, expected) => {
    const reading = createReading(text, 'action');
    const edit = agreeWithNarrator(reading, reading.clauses[0]!);
    expect(applyEdits(text, edit ? [edit] : [])).toBe(expected);
  });
});

describe('needsSeveral', () => {
  it.each([
    ['We split into two groups.', true],
    ['We put our heads together.', true],
    ['We rolled back the release.', false],
    ['The team wrote a script.', false],
  ])('%s', (text, expected) => {
    const reading = createReading(text, 'action');
    expect(needsSeveral(reading, reading.clauses[0]!)).toBe(expected);
  });
});
