import { describe, expect, it } from 'vitest';
import { createReading } from '../../../../server/src/prose/reading';
import {
  conditionOnProcedure,
  nothingKept,
  nothingStopped,
  owedByCheck,
  releasedThing,
  withoutDoer,
} from '../../../../server/src/rules/rewriting/blameless';
import { findCulprit } from '../../../../server/src/rules/rewriting/culprit';
import { applyEdits, type Edit } from '../../../../server/src/text/edit';

type Operation = typeof nothingKept;

function apply(operation: Operation, text: string): string | undefined {
  const reading = createReading(text, 'situation');
  const culprit = findCulprit(reading);
  if (!culprit || !('clause' in culprit)) throw new Error(`No clause with a culprit in “${text}”.`);
  const edits: Edit[] | undefined = operation(reading, culprit.clause);
  return edits && applyEdits(text, edits);
}

const procedure = '{{the tool or procedure}}';

describe('releasedThing', () => {
  it.each([
    [
      'DevOps pushed a bad config and took us down.',
      'A bad config reached production because {{what let it through: no validation, no staged rollout}}, and took us down.',
    ],
    ['The contractor deleted the table.', undefined],
    ['DevOps never pushed the fix.', undefined],
  ])('%s', (text, expected) => {
    expect(apply(releasedThing, text)).toBe(expected);
  });
});

describe('nothingKept', () => {
  it.each([
    [
      'The technician yanked the wrong fibre in Frankfurt, and 400 shops went dark.',
      `Nothing in ${procedure} kept the wrong fibre from being yanked in Frankfurt, and 400 shops went dark.`,
    ],
    ['The intern wiped the table and kept it to himself.', undefined],
    ['The vendor skipped it.', undefined],
  ])('%s', (text, expected) => {
    expect(apply(nothingKept, text)).toBe(expected);
  });
});

describe('nothingStopped', () => {
  it.each([
    [
      'It broke because the lead swapped the encoder and kept it to himself.',
      `It broke because nothing in ${procedure} stopped anyone from swapping the encoder and keeping it to themselves.`,
    ],
    [
      'Frontend people forgot again to bump the API version.',
      `Nothing in ${procedure} made anyone bump the API version.`,
    ],
    [
      'The loss goes back to Ramesh, who skipped the checksum step when he rotated 3 keys.',
      'The loss goes back to {{a tool or procedure}} that let anyone skip the checksum step when they rotated 3 keys.',
    ],
    [
      'The warehouse guys typed the codes by hand and could not be bothered to check them.',
      `Nothing in ${procedure} stopped anyone from typing the codes by hand or made anyone check them.`,
    ],
  ])('%s', (text, expected) => {
    expect(apply(nothingStopped, text)).toBe(expected);
  });
});

describe('conditionOnProcedure', () => {
  it.each([
    [
      'Had the platform squad read my plan, Black Friday would have been a non-event.',
      `Had ${procedure} made everyone read my plan, Black Friday would have been a non-event.`,
    ],
    [
      "If the caretaker hadn't unplugged the cabinet, 600 pupils would have sat their mocks.",
      `If ${procedure} had kept everyone from unplugging the cabinet, 600 pupils would have sat their mocks.`,
    ],
  ])('%s', (text, expected) => {
    expect(apply(conditionOnProcedure, text)).toBe(expected);
  });
});

describe('owedByCheck', () => {
  it('puts the check in the place of the person', () => {
    expect(apply(owedByCheck, 'QA should have caught it.')).toBe(
      '{{Which test, review step or alert}} should have caught it.',
    );
  });
});

describe('withoutDoer', () => {
  it('leaves out who did what stands before', () => {
    expect(apply(withoutDoer, 'I rolled back the change which Sergei had merged without a review.')).toBe(
      'I rolled back the change which had been merged without a review; what let it happen was {{the missing check, alert or limit}}.',
    );
  });
});
