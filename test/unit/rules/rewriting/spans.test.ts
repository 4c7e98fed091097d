import { describe, expect, it } from 'vitest';
import { covering, trimmed, wholeSentence } from '../../../../server/src/rules/rewriting/spans';
import { shownRewrite } from '../../../../server/src/rules/rewriting/titles';

function words(text: string, span: { start: number; end: number }): string {
  return text.slice(span.start, span.end);
}

describe('wholeSentence', () => {
  it.each([
    ['QA missed it.', 'QA missed it'],
    ['- QA missed it', 'QA missed it'],
    ['What did we do?', 'What did we do'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(words(text, wholeSentence(text))).toBe(expected);
  });
});

describe('trimmed', () => {
  it('drops spaces and marks at both ends', () => {
    const text = ', and they fixed it, ';
    expect(words(text, trimmed(text, { start: 0, end: text.length }))).toBe('and they fixed it');
  });
});

describe('covering', () => {
  it('reaches from the first to the last span', () => {
    expect(covering([{ start: 4, end: 6 }, undefined, { start: 1, end: 2 }])).toEqual({ start: 1, end: 6 });
  });

  it('is undefined for no span', () => {
    expect(covering([undefined])).toBeUndefined();
  });
});

describe('shownRewrite', () => {
  it('shows an addition as one', () => {
    const text = 'We fixed it.';
    const { title, preferred } = shownRewrite(
      text,
      [{ span: { start: 11, end: 11 }, insert: '; I {{your part}}' }],
      true,
    );
    expect(title).toBe('Add “I {{your part}}”');
    expect(preferred).toBe(true);
  });

  it('begins a few words before a late change', () => {
    const text = 'Since the pipeline belonged to Data Engineering, I told them and we waited.';
    const { title } = shownRewrite(text, [{ span: { start: 65, end: 74 }, insert: 'I {{what}}' }]);
    expect(title).toBe('Say “… told them and I {{what}}”');
  });
});
