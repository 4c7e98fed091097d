import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../../server/src/rules/rewriting/difference';
import { applyEdits } from '../../../../server/src/text/edit';

describe('the edits between two sentences', () => {
  it('leave what both share alone', () => {
    expect(editsBetween('I basically fixed the leak, you know.', 'I fixed the leak.')).toEqual([
      { span: { start: 2, end: 12 }, insert: '' },
      { span: { start: 26, end: 36 }, insert: '' },
    ]);
  });

  it('keep a hole whole', () => {
    const edits = editsBetween('It fell a lot.', 'It fell by {{how much}}.');
    expect(edits.map(({ insert }) => insert)).toContain('{{how much}}');
  });

  it('turn any text into any other', () => {
    const words = fc.array(fc.constantFrom('I', 'fixed', 'it', ',', '.', ' ', '{{who}}', 'é', '🙂'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, words, (from, to) => {
        const [before, after] = [from.join(''), to.join('')];
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
    );
  });
});
