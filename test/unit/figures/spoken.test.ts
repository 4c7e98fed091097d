import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../server/src/figures/spoken';

describe('spokenWords', () => {
  it.each<[string, number]>([
    ['', 0],
    ['I rolled it back.', 4],
    ['an end-to-end test', 3],
    ['down – for good', 3],
    ['“quoted,” she said…', 3],
    ['and/or', 1],
    ['2.5 s', 4], // two point five seconds
    ['2.5s', 4],
    ['p99', 2], // p ninety-nine
    ['99.9%', 4], // ninety-nine point nine percent
    ['$8K', 3], // eight thousand dollars
    ['$8K/week', 5], // eight thousand dollars a week
    ['3,140', 5], // three thousand one hundred forty
    ['14:02', 3], // fourteen oh two
    ['14:00', 2], // fourteen hundred
    ['in 2019', 3], // in twenty nineteen
    ['10–12 calls', 4], // ten to twelve calls
    ['85% → 95%', 5], // eighty-five percent to ninety-five percent
    ['<500 ms', 4], // under five hundred milliseconds
    ['3x faster', 3], // three times faster
    ['v2.3.1', 6], // v two point three point one
    ['the 3rd', 2],
    ['20 °C', 3], // twenty degrees Celsius
    ['1.25 million', 5], // one point two five million
  ])('%s takes %d', (text, words) => {
    expect(spokenWords(text)).toBe(words);
  });
});
